"""What people see of a round: the invitation, the form, the receipt.

All of it is the same whatever is answered: nothing here takes an answer as an argument.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.framework.content import Content
from bot.pulse.models import AnyRound, Round
from bot.pulse.questionnaires import Questionnaire, Statement
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.slack.outbox import Draft
from bot.teams.models import Team
from bot.words import Markup, Words, channel, join

SKIP = "skip"
MOST_TEAMS = 10  # that one message names


def invitation(say: Words, team: Team, round_: AnyRound) -> Draft:
    """The message that asks; never edited, since an edit would tell when somebody answered."""
    return Draft(
        text=_told(say, round_.phrases.invitation_text, team, round_),
        blocks=[
            kit.section(_told(say, round_.phrases.invitation, team, round_)),
            kit.actions(answer_button(say, round_)),
            kit.context(say("pulse-invitation-sealed")),
        ],
    )


def reminder(say: Words, team: Team, round_: AnyRound) -> Draft:
    """Goes once, by direct message, to those who have not answered; no trace of it is kept."""
    return Draft(
        text=_told(say, round_.phrases.reminder_text, team, round_),
        blocks=[
            kit.section(_told(say, round_.phrases.reminder, team, round_)),
            kit.actions(answer_button(say, round_)),
            kit.context(say("pulse-reminder-only")),
        ],
        discreet=True,
    )


def waiting(say: Words, team: Team, round_: AnyRound) -> Block:
    """A round that somebody may answer, as one line with its button."""
    told = _told(say, round_.phrases.waiting, team, round_)
    return kit.section(told, accessory=answer_button(say, round_))


def answer_button(say: Words, round_: AnyRound) -> Block:
    action_id = f"pulse:answer:{round_.id}"
    return kit.button(say.plain("pulse-answer-button"), action_id, str(round_.id), style="primary")


def ballot(say: Words, content: Content, team: Team, round_: AnyRound, *, again: bool) -> View:
    """The form: every statement may be left out."""
    asked = round_.questionnaire(say, content)
    return kit.form(
        say,
        say.plain(round_.phrases.form_title),
        [
            kit.section(_intro(say, team, round_, again=again)),
            *(_statement(asked, one) for one in asked.statements),
            *_question(say, content, round_),
            kit.context(say("pulse-form-sealed")),
        ],
        callback_id="pulse:ballot",
        submit=say.plain("pulse-send-button"),
        metadata={"round": round_.id},
    )


def _intro(say: Words, team: Team, round_: AnyRound, *, again: bool) -> Markup:
    intro = _told(say, round_.phrases.form_intro, team, round_)
    return join("\n", [intro, say("pulse-form-again")]) if again else intro


def _statement(asked: Questionnaire, one: Statement) -> Block:
    points = [kit.option(text, str(value)) for value, text in asked.scale.items()]
    choices = [*points, kit.option(asked.skip, SKIP)]
    return kit.input_(one.id, one.text, kit.radio(choices), optional=True)


def _question(say: Words, content: Content, round_: AnyRound) -> list[Block]:
    """The open question that a round brings, if it does: it is for talking, not for the form."""
    prompt = next((p.text for p in content.prompts if p.id == round_.question), None)
    return [kit.context(say("pulse-form-question", question=prompt))] if prompt else []


def receipt(say: Words, team: Team, round_: AnyRound) -> View:
    """The same for everybody, whatever they answered."""
    return kit.info_modal(
        say,
        [
            kit.section(say("pulse-receipt")),
            kit.context(_told(say, round_.phrases.receipt, team, round_)),
        ],
        title=say.plain("pulse-receipt-title"),
    )


def choice(say: Words, rounds: Sequence[tuple[Team, Round]]) -> list[Block]:
    """Somebody in several teams chooses which of the open rounds to answer."""
    return [
        kit.section(say("pulse-choice")),
        *(
            kit.section(
                say("pulse-choice-team", team=team.name, closes=round_.closes_at),
                accessory=answer_button(say, round_),
            )
            for team, round_ in rounds[:MOST_TEAMS]
        ),
    ]


def nothing_open(say: Words, teams: Sequence[Team]) -> Markup:
    """Why there is nothing to answer now, and when there will be."""
    if not teams:
        return say("pulse-no-team")
    return join("\n", [say("pulse-nothing-open"), *(_next(say, one) for one in teams[:MOST_TEAMS])])


def _next(say: Words, team: Team) -> Markup:
    if team.next_opens_at is None:
        return say("pulse-next-after-pause", team=team.name)
    return say("pulse-next", team=team.name, opens=team.next_opens_at)


def opens_now(say: Words, team: Team, people: int) -> Markup:
    return say("pulse-opens-now", team=team.name, people=people)


def closes_now(say: Words, team: Team) -> Markup:
    return say("pulse-closes-now", team=team.name, channel=channel(team.digest_channel_id))


def status(say: Words, team: Team, round_: Round | None, *, at: datetime) -> Markup:
    """Where a team stands. Who or how many have answered is not told while a round is open."""
    if round_ is not None:
        return say(
            "pulse-status-open" if at < round_.closes_at else "pulse-status-closing",
            team=team.name,
            number=round_.number,
            closes=round_.closes_at,
            people=round_.asked,
        )
    if team.next_opens_at is None:
        return say("pulse-status-paused", team=team.name)
    return say("pulse-status-next", team=team.name, opens=team.next_opens_at)


def left_alone(say: Words) -> list[Block]:
    """For somebody who said `/amp forget me` and changed their mind."""
    again = kit.button(say.plain("pulse-return-button"), "pulse:return", "return", style="primary")
    return [kit.section(say("pulse-left-alone")), kit.actions(again)]


def _told(say: Words, key: str, team: Team, round_: AnyRound) -> Markup:
    """One of a round's own phrases."""
    return say(
        key,
        team=team.name,
        number=round_.number,
        closes=round_.closes_at,
        channel=channel(team.digest_channel_id),
    )
