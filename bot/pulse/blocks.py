"""What people see of a round: the invitation, the form, the receipt.

All of it is the same whatever is answered: nothing here takes an answer as an argument.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.framework.content import Content
from bot.privacy import QUORUM
from bot.pulse import closing
from bot.pulse.comments import blocks as comments
from bot.pulse.models import CUSTOM, AnyRound, Round
from bot.pulse.questionnaires import Questionnaire, Statement
from bot.pulse.rounds import Standing
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.slack.outbox import Draft
from bot.teams import blocks as teams
from bot.teams import calendar
from bot.teams.models import Team
from bot.teams.plans import Turn, Why
from bot.words import Markup, Words, channel, join

SKIP = "skip"
MOST_TEAMS = 10  # that one message names


def invitation(say: Words, team: Team, round_: AnyRound) -> Draft:
    """The message that asks; never edited, since an edit would tell when somebody answered."""
    return Draft(
        text=_told(say, round_.phrases.invitation_text, team, round_),
        blocks=[
            kit.section(_told(say, round_.phrases.invitation, team, round_)),
            kit.actions(answer_button(say, round_), *_later(say, round_), away_button(say)),
            kit.context(join(" ", [say("pulse-invitation-sealed"), _asked(say, round_)])),
        ],
    )


def reminder(say: Words, team: Team, round_: AnyRound) -> Draft:
    """Goes once to everybody who was invited, in words that fit those who have answered too."""
    return Draft(
        text=_told(say, round_.phrases.reminder_text, team, round_),
        blocks=[
            kit.section(_told(say, round_.phrases.reminder, team, round_)),
            kit.actions(answer_button(say, round_)),
            kit.context(say("pulse-reminder-only")),
        ],
    )


def waiting(say: Words, team: Team, round_: AnyRound) -> Block:
    """A round that somebody may answer, as one line with its button."""
    told = _told(say, round_.phrases.waiting, team, round_)
    return kit.section(told, accessory=answer_button(say, round_))


def answer_button(say: Words, round_: AnyRound) -> Block:
    action_id = f"pulse:answer:{round_.id}"
    return kit.button(say.plain("pulse-answer-button"), action_id, str(round_.id), style="primary")


def _later(say: Words, round_: AnyRound) -> list[Block]:
    """Not now: the same for everybody, whatever comes of it."""
    labels = {
        "hour": say.plain("pulse-in-an-hour-button"),
        "morning": say.plain("pulse-tomorrow-button"),
        "never": say.plain("pulse-not-this-time-button"),
    }
    return [
        kit.button(label, f"pulse:later:{later}:{round_.id}", str(round_.id))
        for later, label in labels.items()
    ]


def away_button(say: Words) -> Block:
    """«I'm away», on the invitation and on Home."""
    return kit.button(say.plain("absence-away-button"), "absence:away", "away")


def ballot(say: Words, content: Content, team: Team, round_: AnyRound) -> View:
    """The form: every statement may be left out."""
    asked = round_.questionnaire(say, content)
    return kit.form(
        say,
        say.plain(round_.phrases.form_title),
        [
            kit.section(_intro(say, team, round_)),
            *(_statement(say, asked, one) for one in asked.statements),
            *_question(say, content, round_),
            kit.context(join(" ", [say("pulse-form-sealed"), _asked(say, round_)])),
        ],
        callback_id="pulse:ballot",
        submit=say.plain("pulse-send-button"),
        metadata={"round": round_.id},
    )


def _intro(say: Words, team: Team, round_: AnyRound) -> Markup:
    days = calendar.of_team(team).week_until(round_.day)
    return say(
        round_.phrases.form_intro,
        team=round_.called(team),
        number=round_.number,
        period="days" if days else "week",
        first=days[0] if days else round_.day,
        last=days[-1] if days else round_.day,
    )


def _statement(say: Words, asked: Questionnaire, one: Statement) -> Block:
    hint = say.plain("custom-hint") if one.id.startswith(CUSTOM) else None
    points = [kit.option(text, str(value)) for value, text in asked.scale.items()]
    choices = [*points, kit.option(asked.skip, SKIP)]
    return kit.input_(one.id, one.text, kit.radio(choices), hint=hint, optional=True)


def _question(say: Words, content: Content, round_: AnyRound) -> list[Block]:
    """Room for a comment; where there is none, the round's open question is for talking."""
    prompt = content.prompt(round_.question)
    if round_.takes_comments:
        return comments.fields(say, prompt)
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


def card(say: Words, question: str) -> Draft:
    """A question for the channel of a team that is too small to be asked for numbers."""
    return Draft(
        text=say("pulse-card-text", question=question),
        blocks=[
            kit.section(say("pulse-card", question=question)),
            kit.context(say("pulse-card-small", quorum=QUORUM)),
        ],
    )


def choice(say: Words, rounds: Sequence[tuple[Team, Round]]) -> list[Block]:
    """Somebody in several teams chooses which of the open rounds to answer."""
    return [
        kit.section(say("pulse-choice")),
        *(
            kit.section(
                say("pulse-choice-team", team=round_.called(team), closes=round_.closes_at),
                accessory=answer_button(say, round_),
            )
            for team, round_ in rounds[:MOST_TEAMS]
        ),
    ]


def nothing_open(say: Words, turns: Sequence[Turn]) -> Markup:
    """Why there is nothing to answer now, and when each team asks this person next."""
    if not turns:
        return say("pulse-no-team")
    return join("\n", [say("pulse-nothing-open"), *coming(say, turns)])


def of_no_team(say: Words, rounds: Sequence[tuple[Team, AnyRound]]) -> tuple[str, list[Block]]:
    """For who is in no team, or not any more: what they were asked before they may answer."""
    told = say("pulse-team-no-more" if rounds else "pulse-no-team")
    return told, [kit.section(told), *(waiting(say, *one) for one in rounds[:MOST_TEAMS])]


def welcome_back(say: Words, turns: Sequence[Turn]) -> Markup:
    """For somebody who was left alone: which teams ask them again, and when first."""
    return join("\n", [say("pulse-welcome-back"), *coming(say, turns)])


def coming(say: Words, turns: Sequence[Turn]) -> list[Markup]:
    """A line for each team of somebody: when it asks them next, or why it doesn't."""
    return [_next(say, turn) for turn in turns[:MOST_TEAMS]]


def _next(say: Words, turn: Turn) -> Markup:
    if turn.opens and turn.why == Why.ASKED:
        return _asked_next(say, turn, turn.opens)
    return say("pulse-not-next", team=turn.team.called, why=turn.why, quorum=QUORUM)


def _asked_next(say: Words, turn: Turn, opens: datetime) -> Markup:
    name, delay = turn.team.called, turn.delay
    if delay is None or not turn.told:
        return say("pulse-next" if turn.told else "pulse-next-quiet", team=name, opens=opens)
    weekday, why = say.weekday(delay.day.weekday()), delay.cause
    key = "pulse-next-moved"
    return say(key, team=name, opens=opens, why=why, weekday=weekday, day=delay.day)


def sure_to_open(say: Words, team: Team, people: int) -> list[Block]:
    asked = say("pulse-now-sure", team=team.called, people=people)
    yes = say.plain("pulse-now-sure-button", people=people)
    return kit.question(asked, yes, "sure:pulse:now", str(team.id))


def sure_to_close(
    say: Words, team: Team, round_: Round, by: datetime, *, at: datetime
) -> list[Block]:
    """Whether to close it, which is *by* then at the latest."""
    planned = round_.closes_at
    asked = say(
        "pulse-close-sure",
        team=team.name,
        people=round_.asked,
        when="now" if by <= at else "planned" if by == planned else "early",
        by=by,
        closes=planned,
    )
    return kit.question(
        asked, say.plain("pulse-close-sure-button"), "sure:pulse:close", str(team.id)
    )


def sure_to_forget(say: Words, teams: int) -> list[Block]:
    asked = say("pulse-forget-sure", teams=teams)
    return kit.question(asked, say.plain("pulse-forget-sure-button"), "sure:forget", "me")


def opens_now(say: Words, team: Team, people: int) -> Markup:
    return say("pulse-opens-now", team=team.called, people=people)


def closes_early(say: Words, team: Team, round_: Round, by: datetime, *, at: datetime) -> Markup:
    """The same whether somebody is missing or not, so that asking tells nothing."""
    where = channel(round_.told_in(team))
    if by <= at:
        told = closing.told_from(team, at + closing.TAKES)
        comes = "soon" if told == at + closing.TAKES else "later"
        return say("pulse-closes-now", team=team.name, channel=where, comes=comes, told=told)
    return say("pulse-closes-early", team=team.name, channel=where, closes=by)


def is_open(say: Words, standing: Standing, *, at: datetime) -> Markup:
    """Until when a team's round is open; who or how many have answered is not told meanwhile."""
    return say(
        "pulse-status-open" if at < standing.closes_at else "pulse-status-closing",
        team=standing.team,
        number=standing.number,
        closes=standing.closes_at,
        people=standing.asked,
    )


def nothing_is_open(say: Words, turn: Turn, *, at: datetime) -> Markup:
    """When a team asks this person next."""
    return say("pulse-status-nothing", team=turn.team.called, next=teams.upcoming(say, turn, at=at))


def sending(say: Words, standing: Standing, share: int) -> Markup:
    """What its lead reads while the invitations of a large round go out."""
    return say("pulse-status-sending", team=standing.team, share=share)


def left_alone(say: Words) -> list[Block]:
    """For somebody who said `/amp forget me` and changed their mind."""
    again = kit.button(say.plain("pulse-return-button"), "pulse:return", "return", style="primary")
    return [kit.section(say("pulse-left-alone")), kit.actions(again)]


def _asked(say: Words, round_: AnyRound) -> Markup:
    return say("pulse-asked", people=round_.asked, quorum=QUORUM)


def _told(say: Words, key: str, team: Team, round_: AnyRound) -> Markup:
    """One of a round's own phrases."""
    return say(
        key,
        team=round_.called(team),
        number=round_.number,
        closes=round_.closes_at,
        channel=channel(round_.told_in(team)),
        statements=len(round_.items),
        open=_asks_openly(round_),
    )


def _asks_openly(round_: AnyRound) -> str:
    """Whether a round has an open question besides: to write an answer to, or to talk about."""
    if round_.question is None:
        return "no"
    return "write" if round_.takes_comments else "talk"
