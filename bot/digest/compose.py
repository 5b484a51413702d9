"""Composing a digest from what a round left behind: readings, verdicts, words, one move."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, String, cast, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.digest.models import Digest
from bot.digest.summary import CHART_ROUNDS, Column, Figure, Said, Summary
from bot.experiments import experimenting
from bot.framework.content import Content
from bot.framework.entries import Drive
from bot.insight import history, verdicts, words
from bot.insight.history import Heard
from bot.insight.readings import Participation, Reading, reading
from bot.insight.verdicts import Kind, StaleState, Verdict, VerdictState
from bot.pulse.models import Round
from bot.teams.models import Team

States = dict[str, str]  # drive id -> VerdictState as text

KEY_LOST = (
    "The key that opens this round's answers is lost, so they can't be read by anybody any more. "
    "The next round is not affected."
)
REWORDED = "{} was asked in new words from this round on, so its comparison begins anew."


@dataclass(frozen=True)
class Composed:
    """A summary, and what the next round's verdicts depend on."""

    summary: Summary
    states: States


async def compose(session: AsyncSession, content: Content, team: Team, round_: Round) -> Composed:
    """The summary of a closed round; it depends on nothing that can still change.

    It costs the same in any year: the verdicts' states are kept with the last digest, and only
    where they are missing or of another version are all rounds read again.
    """
    last = await _last_digest(session, team, round_)
    earlier, heard = await _heard(session, team, round_)
    states, judged = await _judge(session, content, team, last, earlier, heard)
    drives = [words.Drive(_reading(content, heard, d), judged[d.id]) for d in content.drives]
    facets = _facets(content, round_, heard)
    asks = question(round_, content)
    said = _said(round_, heard, drives, [r for _, r in facets], asks)
    told = Summary(
        team=team.name,
        number=round_.number,
        day=round_.day.isoformat(),
        asked=round_.asked,
        answered=heard.answered,
        drives=tuple(_drive(d.id, line) for d, line in zip(content.drives, drives, strict=True)),
        facets=tuple(_facet(id_, read, content) for id_, read in facets),
        said=said,
        question=asks,
        key_lost=round_.key_lost,
        reworded=tuple(d.name for d in content.drives if _restarts(earlier, heard, d)),
    )
    return Composed(await _with_more(session, content, team, told, last), states)


async def _with_more(
    session: AsyncSession, content: Content, team: Team, told: Summary, last: Digest | None
) -> Summary:
    """Add the chart's columns, what could be tried, and what is being tried."""
    before = Summary.read(last.summary).chart if last else ()
    column = Column(told.number, told.day, {f.id: f.shown for f in told.drives})
    running = await experimenting.running_line(session, team, told.number)
    needs = None if running else needs_most(told)  # one thing at a time
    tried = await experimenting.tried(session, team)
    ideas = experimenting.suggestions(content, needs, tried) if needs else []
    extra = [Said(REWORDED.format(name)) for name in told.reworded]
    return replace(
        told,
        said=(*told.said, *extra),
        chart=(*before, column)[-CHART_ROUNDS:],
        needs=needs,
        ideas=tuple(idea.id for idea in ideas),
        running=running,
    )


def needs_most(summary: Summary) -> str | None:
    """The drive that could do with a move: one that fell, or else the lowest that is shown."""
    seen = [figure for figure in summary.drives if figure.shown is not None]
    fallen = [figure for figure in seen if figure.kind == Kind.DOWN]
    return min(fallen or seen, key=lambda f: f.shown or 0).id if seen else None


def question(round_: Round, content: Content) -> str:
    """One question to discuss: the round's open one, or one about a facet that was asked."""
    for prompt in content.prompts:
        if prompt.id == round_.question:
            return prompt.text
    asked = [content.items[i].facet for i in round_.items if i in content.items]
    facets = [content.facets[id_] for id_ in asked if id_]
    questions = [q for facet in facets for q in facet.questions] or [
        q for drive in content.drives for q in drive.questions
    ]
    return questions[round_.number % len(questions)]


def key_of(round_id: Any) -> ColumnElement[str]:
    """The key of a digest's delivery, for joining the two tables."""
    return literal("digest:") + cast(round_id, String)


async def _last_digest(session: AsyncSession, team: Team, round_: Round) -> Digest | None:
    return await session.scalar(
        select(Digest)
        .where(Digest.team_id == team.id, Digest.number < round_.number)
        .order_by(Digest.number.desc())
        .limit(1)
    )


async def _heard(session: AsyncSession, team: Team, round_: Round) -> tuple[Heard | None, Heard]:
    """This round and the one before it, if there is one."""
    rounds = await history.closed_rounds(session, team.id, last=2, up_to=round_.number)
    return (rounds[-2] if len(rounds) > 1 else None), rounds[-1]


async def _judge(
    session: AsyncSession,
    content: Content,
    team: Team,
    last: Digest | None,
    earlier: Heard | None,
    heard: Heard,
) -> tuple[States, dict[str, Verdict]]:
    before = await _states(session, content, team, last, earlier)
    states, judged = {}, {}
    for drive in content.drives:
        anchor = content.items[drive.anchor.id]
        spoken = earlier.wordings.get(anchor.id) if earlier else None
        seen = history.observation(heard, anchor, before=spoken)
        state, judged[drive.id] = verdicts.step(before[drive.id], seen)
        states[drive.id] = state.to_json()
    return states, judged


async def _states(
    session: AsyncSession,
    content: Content,
    team: Team,
    last: Digest | None,
    earlier: Heard | None,
) -> dict[str, VerdictState]:
    """Each drive's state after the round before this one."""
    if earlier is None:
        return {drive.id: VerdictState() for drive in content.drives}
    try:
        if last is None or last.number != earlier.number:
            raise StaleState
        return {d.id: VerdictState.from_json(last.states[d.id]) for d in content.drives}
    except (StaleState, KeyError):
        rounds = await history.closed_rounds(session, team.id, up_to=earlier.number)
        anchors = {d.id: content.items[d.anchor.id] for d in content.drives}
        return {
            id_: verdicts.replayed(history.observations(rounds, anchor))
            for id_, anchor in anchors.items()
        }


def _reading(content: Content, heard: Heard, drive: Drive) -> Reading:
    return reading(drive.name, heard.tally(content.items[drive.anchor.id]))


def _facets(content: Content, round_: Round, heard: Heard) -> list[tuple[str, Reading]]:
    """The readings of the rotating items that were asked, pay among them but in no drive."""
    asked = [content.items[i] for i in round_.items if i in content.items]
    return [
        (item.facet, reading(content.facets[item.facet].name, heard.tally(item)))
        for item in asked
        if item.facet is not None
    ]


def _restarts(earlier: Heard | None, heard: Heard, drive: Drive) -> bool:
    if earlier is None:
        return False
    then, now = (h.wordings.get(drive.anchor.id) for h in (earlier, heard))
    return then is not None and now is not None and then != now


def _said(
    round_: Round,
    heard: Heard,
    drives: Sequence[words.Drive],
    facets: Sequence[Reading],
    asks: str,
) -> tuple[Said, ...]:
    participation = Participation(heard.answered, heard.asked)
    if round_.key_lost:
        return (Said(f"Pulse {heard.number}. {words.took_part(participation)}"), Said(KEY_LOST))
    sentences = words.digest(heard.number, participation, drives, closer=facets, question=asks)
    return tuple(Said(sentence.text, sentence.strong) for sentence in sentences)


def _drive(id_: str, line: words.Drive) -> Figure:
    read, verdict = line.reading, line.verdict
    if read.shown is None:
        return Figure(id_, read.name, None, 0)  # not even how many answered this one statement
    return Figure(
        id_,
        read.name,
        read.shown,
        read.people,
        kind=verdict.kind.value,
        window=verdict.window,
        ignored=words.about(verdict.callable_gap) if verdict.window else "",
        odd=words.side(verdict.odd) if verdict.odd else "",
    )


def _facet(id_: str, read: Reading, content: Content) -> Figure:
    drive = content.drive_of(id_)
    if read.shown is None:
        return Figure(id_, read.name, None, 0, drive=drive)
    return Figure(id_, read.name, read.shown, read.people, drive=drive)
