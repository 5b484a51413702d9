"""What the channel reads of a ShipIt day, from its announcement to the count of the votes."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from bot import privacy
from bot.privacy import QUORUM
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block
from bot.slack.outbox import Draft
from bot.teams.models import Team
from bot.tools import rich
from bot.tools.shipit import blocks
from bot.tools.shipit.blocks import idea_line
from bot.tools.shipit.days import Stage, ends_at
from bot.tools.shipit.ideas import Idea
from bot.tools.shipit.models import ShipItDay
from bot.tools.shipit.outcome import NO, OTHERWISE, VOTES, YES
from bot.words import Markup, Words

VOTE_BUTTONS = {
    YES: "shipit-yes-button",
    OTHERWISE: "shipit-otherwise-button",
    NO: "shipit-no-button",
}


class StageMessage(Struct, frozen=True):
    """What is said when a stage is reached: the text, the first paragraph, the buttons under it."""

    text: str
    first: str
    buttons: tuple[str, ...]
    with_ideas: bool


STOPS = {
    Stage.TOMORROW: StageMessage("shipit-tomorrow-text", "shipit-tomorrow", ("idea", "open"), True),
    Stage.BEGUN: StageMessage("shipit-begun-text", "shipit-begun", ("open", "deliver"), True),
    Stage.LAST_CALL: StageMessage("shipit-last-call-text", "shipit-last-call", ("deliver",), False),
}


def announced(say: Words, day: ShipItDay, team: Team, lead: str) -> Draft:
    who = {"lead": rich.user(lead), "team": team.name}
    said = rich.paragraph(say, "shipit-announced", **who, starts=day.starts_at)
    what = kit.section(say("shipit-what"))
    return Draft(say("shipit-announced-text"), [said, what, _buttons(say, day, "idea", "open")])


def moved(say: Words, day: ShipItDay, lead: str) -> Draft:
    said = rich.paragraph(say, "shipit-moved", lead=rich.user(lead), starts=day.starts_at)
    return Draft(say("shipit-moved-text"), [said, _buttons(say, day, "idea", "open")])


def cancelled(say: Words, lead: str) -> Draft:
    said = rich.paragraph(say, "shipit-cancelled", lead=rich.user(lead))
    return Draft(say("shipit-cancelled-text"), [said])


def taken_back(say: Words, day: ShipItDay, lead: str) -> Draft:
    said = rich.paragraph(say, "shipit-taken-back", lead=rich.user(lead), starts=day.starts_at)
    return Draft(say("shipit-taken-back-text"), [said, _buttons(say, day, "idea", "open")])


def coming(
    say: Words, stage: Stage, day: ShipItDay, ideas: Sequence[Idea], *, is_today: bool
) -> list[Draft]:
    """The reminder of the day before, the beginning, or the last call, with the ideas.

    After a free day the reminder comes on the morning of the day itself.
    """
    stop, ends, on = STOPS[stage], ends_at(day), "today" if is_today else "tomorrow"
    first = rich.paragraph(say, stop.first, starts=day.starts_at, ends=ends, day=on)
    listed = [[idea_line(say, idea)] for idea in ideas] if stop.with_ideas else []
    groups = [[first, _buttons(say, day, *stop.buttons)], *listed]
    return _on_pages(say(stop.text, day=on), groups)


def gathered(say: Words, day: ShipItDay, delivered: Sequence[tuple[str, str]]) -> list[Draft]:
    """Everything delivered, in one post; what does not fit follows in its thread."""
    start = [
        kit.header(say.plain("shipit-gathered-header")),
        kit.section(say("shipit-gathered", people=len(delivered))),
        _buttons(say, day, "deliver"),
    ]
    groups = [start, *(delivery(user_id, words) for user_id, words in delivered)]
    return _on_pages(say("shipit-gathered-text"), groups)


def delivery(user_id: str, words: str) -> list[Block]:
    """What somebody delivered, under their name."""
    return [rich.said(rich.user(user_id)), rich.quoted(words)]


def late(say: Words, user_id: str, words: str) -> Draft:
    return Draft(say("shipit-late-text"), delivery(user_id, words), discreet=True)


def question(say: Words, day: ShipItDay) -> Draft:
    choices = [
        kit.button(say.plain(VOTE_BUTTONS[vote]), f"shipit:again:{day.id}:{vote}", str(day.id))
        for vote in VOTES
    ]
    return Draft(
        say("shipit-question-text"),
        [
            kit.section(say("shipit-question")),
            kit.actions(*choices),
            kit.context(say("shipit-question-counted", quorum=QUORUM)),
        ],
    )


def counted(say: Words, counts: Mapping[int, int], *, apart: bool = True) -> Draft:
    """The answers to "again?"; where there are none, that there were too few.

    No counts where the team is not *apart*: beside those of another one they lead to a few.
    """
    return Draft(say("shipit-counted-text"), [kit.section(_counted(say, counts, apart=apart))])


def _counted(say: Words, counts: Mapping[int, int], *, apart: bool) -> Markup:
    """Each count from ten answers up; below that only which answer leads clearly."""
    people = sum(counts.values())
    if not counts:
        return say("shipit-counted-too-few", quorum=QUORUM)
    if apart and privacy.distribution_may_show(people):
        yes, otherwise, no = (counts.get(vote, 0) for vote in VOTES)
        return say("shipit-counted", yes=yes, otherwise=otherwise, no=no)
    leading = privacy.leading(counts)
    if leading is None:
        return say("shipit-counted-none-leads", people=people)
    answer = say.plain(VOTE_BUTTONS[leading])
    return say("shipit-counted-one-leads", people=people, answer=answer)


def _on_pages(text: Markup, groups: Sequence[Sequence[Block]]) -> list[Draft]:
    return [Draft(text, page) for page in rich.pages(groups)]


def _buttons(say: Words, day: ShipItDay, *names: str) -> Block:
    return kit.actions(*(blocks.button(say, day, name) for name in names))
