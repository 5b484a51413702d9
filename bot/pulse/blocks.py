"""What people see of a pulse: the invitation, the form, the receipt.

All of it is the same whatever is answered: nothing here takes an answer as an argument.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.framework.content import Content
from bot.pulse import kinds
from bot.pulse.kinds import Statement
from bot.pulse.models import AnyRound, Round
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.slack.outbox import Draft
from bot.teams.blocks import when
from bot.teams.models import Team

SKIP = "skip"


def invitation(team: Team, round_: AnyRound) -> Draft:
    """The message that asks; never edited, since an edit would tell when somebody answered."""
    name, words = kit.escape(team.name), kinds.words(round_)
    return Draft(
        text=f"{name}: {words.asks}.",
        blocks=[
            kit.section(
                f":wave: *{name}*, {words.name} {round_.number}: {words.asks}. "
                f"Open until {when(round_.closes_at)}."
            ),
            _answer(round_),
            kit.context(
                ":lock: Sealed as you send it; single answers are shown to nobody. `/amp privacy`"
            ),
        ],
    )


def reminder(team: Team, round_: AnyRound) -> Draft:
    """Goes once, by direct message, to those who have not answered; no trace of it is kept."""
    name, words = kit.escape(team.name), kinds.words(round_)
    return Draft(
        text=f"{name}: the {words.name} closes soon.",
        blocks=[
            kit.section(
                f"*{name}*: {words.name} {round_.number} closes {when(round_.closes_at)}. "
                f"If you'd like to be heard, it takes {words.takes}."
            ),
            _answer(round_),
            kit.context("This is the only reminder. Not answering is fine, and nobody is told."),
        ],
        discreet=True,
    )


def ballot(
    content: Content,
    team: Team,
    round_: AnyRound,
    statements: Sequence[Statement],
    *,
    again: bool,
) -> View:
    """The form: every statement may be left out."""
    prompt = next((p.text for p in content.prompts if p.id == round_.question), None)
    words = kinds.words(round_)
    intro = f"*{kit.escape(team.name)}*, {words.name} {round_.number}. {words.question}"
    if again:
        intro += "\nYou have answered already. What you send now replaces it."
    return kit.modal(
        words.title,
        [
            kit.section(intro),
            *(_statement(content, round_, one) for one in statements),
            *(
                [kit.context(f":speech_balloon: To talk about as a team: {prompt}")]
                if prompt
                else []
            ),
            kit.context(
                ":lock: Leave out what you like. Your answers are sealed as you send them and "
                "become counts when the round closes; nothing is shown below five answers."
            ),
        ],
        callback_id="pulse:ballot",
        submit="Send",
        note={"round": round_.id},
    )


def receipt(team: Team, round_: AnyRound) -> View:
    """The same for everybody, whatever they answered."""
    return kit.window(
        "Thank you",
        [
            kit.section(
                ":white_check_mark: *Sealed.* Nobody can read it now, and nobody will be able to "
                "tell later which answers were yours."
            ),
            kit.context(
                f"You may answer again until {when(round_.closes_at)}; the last one counts. "
                f"The {kinds.words(round_).result} then appears in <#{team.digest_channel_id}>."
            ),
        ],
    )


def which(rounds: Sequence[tuple[Team, Round]]) -> list[Block]:
    """Somebody in several teams chooses which of the open rounds to answer."""
    blocks = [kit.section("Several of your teams are asking. Which one?")]
    for team, round_ in rounds[:10]:
        blocks.append(
            kit.section(
                f"*{kit.escape(team.name)}*, open until {when(round_.closes_at)}",
                accessory=kit.button("Answer", f"pulse:answer:{round_.id}", str(round_.id)),
            )
        )
    return blocks


def nothing_open(teams: Sequence[Team]) -> str:
    """Why there is nothing to answer now, and when there will be."""
    if not teams:
        return "You're in no team yet. `/amp setup` in your team's channel makes one."
    lines = ["Nothing to answer at present."]
    for team in teams[:10]:
        name = kit.escape(team.name)
        planned = when(team.next_opens_at) if team.next_opens_at else "when its pause ends"
        lines.append(f"• *{name}*: next {planned}")
    return "\n".join(lines)


def opening(team: Team, people: int) -> str:
    return (
        f":rocket: *{kit.escape(team.name)}*: the round opens now, and {people} "
        f"{'invitation goes' if people == 1 else 'invitations go'} out."
    )


def closing(team: Team) -> str:
    return (
        f":hourglass_flowing_sand: *{kit.escape(team.name)}*: the round closes now. "
        f"The digest appears in <#{team.digest_channel_id}> within a minute."
    )


def status(team: Team, round_: Round | None, *, at: datetime) -> str:
    """Where a team stands. Who or how many have answered is not told while a round is open."""
    name = kit.escape(team.name)
    if round_ is not None and at < round_.closes_at:
        return (
            f"*{name}*: pulse {round_.number} is open until {when(round_.closes_at)}; "
            f"{round_.asked} people are asked."
        )
    if round_ is not None:
        return f"*{name}*: pulse {round_.number} is being closed."
    if team.next_opens_at is None:
        return f"*{name}*: paused. `/amp resume` goes on."
    return f"*{name}*: nothing is open. The next round opens {when(team.next_opens_at)}."


def welcome_back() -> list[Block]:
    """For somebody who said `/amp forget me` and changed their mind."""
    return [
        kit.section("You asked to be left alone, so no team of yours asks you."),
        kit.actions(kit.button("Ask me again", "pulse:return", "return", style="primary")),
    ]


FORGOTTEN = (
    "Done. You are asked no more, in any team. What was kept about you here (teams, time zone, "
    "invitations, your sealed answers of rounds still open, what you kept with the tools) is "
    "deleted. One line stays: that your id is not to be asked. Counts of closed rounds hold no "
    "names, so they stay as they are, and what you shared in a channel stays in Slack. "
    "`/amp pulse` brings you back."
)


def _answer(round_: AnyRound) -> Block:
    return kit.actions(
        kit.button("Answer", f"pulse:answer:{round_.id}", str(round_.id), style="primary")
    )


def _statement(content: Content, round_: AnyRound, one: Statement) -> Block:
    points = [kit.option(text, str(value)) for value, text in kinds.choices(content, round_)]
    choices = [*points, kit.option(kinds.skip(content, round_), SKIP)]
    return kit.input_(one.id, one.text, kit.radio(choices), optional=True)
