"""Every room, and what the house gathers from them: commands, and what forgets."""

from bot.checklist import forgetting as checklist_forgetting
from bot.checklist import listeners as checklist
from bot.digest import listeners as digest
from bot.digest.rollup import subscriptions
from bot.experiments import listeners as experiments
from bot.framework import courtesies, search
from bot.framework import listeners as framework
from bot.framework.content import Content
from bot.home import listeners as home
from bot.keeping import listeners as keeping
from bot.pulse import listeners as pulse
from bot.pulse.absence import listeners as absence
from bot.pulse.comments import addresses as comment_addresses
from bot.pulse.custom import listeners as custom
from bot.pulse.custom import statements as custom_statements
from bot.pulse.own_time import listeners as own_time
from bot.slack.listening import Listener
from bot.steps import listeners as workflow_steps
from bot.teams import listeners as teams
from bot.tools import forgetting as tools_forgetting
from bot.tools import listeners as tools

MOST_WORDS = 4  # that a command, or another way to say it, consists of

# Bolt asks them in this order; what comes most often stands first.
ROOMS = (
    pulse, framework, teams, absence, own_time, custom, tools,
    experiments, checklist, digest, workflow_steps, home, keeping,
)  # fmt: skip
# What `/amp forget me` deletes besides the pulse's.
FORGETTERS = (
    comment_addresses.forget,
    custom_statements.forget,
    tools_forgetting.forget,
    checklist_forgetting.forget,
    subscriptions.forget,
)


COMMANDS: dict[str, Listener] = {
    name: act for room in ROOMS for name, act in getattr(room, "COMMANDS", {}).items()
}


def find(content: Content, text: str) -> tuple[Listener, str]:
    """What is meant by *text*, and the words that are left over; of names, worked out once."""
    if text not in content.named:
        return _meant(content, text)
    if text not in content.meant:
        content.meant[text] = _meant(content, text)
    found: tuple[Listener, str] = content.meant[text]
    return found


def _meant(content: Content, text: str) -> tuple[Listener, str]:
    said = courtesies.without_thanks(content, text)
    found = _find(content, said) or _find(content, courtesies.without_asking(content, said))
    return found or (COMMANDS[""], text)


def _find(content: Content, text: str) -> tuple[Listener, str] | None:
    words = text.split()
    for length in range(min(len(words), MOST_WORDS), 0, -1):
        said = " ".join(words[:length])
        name = said.lower() if said.lower() in COMMANDS else search.command(content, said)
        if name in COMMANDS:
            return COMMANDS[name], courtesies.bare(" ".join(words[length:]))
    return None
