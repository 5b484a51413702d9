"""Composing a digest from what a round left behind: readings, verdicts, news, a question."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.digest import archive, asking, moving, stepping
from bot.digest.models import Digest
from bot.digest.summary import CHART_ROUNDS, Column, Summary
from bot.experiments import experimenting, moves
from bot.framework.content import Content, Item
from bot.framework.entries import Drive
from bot.insight import figures, history, news, turnover, verdicts
from bot.insight.figures import Figure
from bot.insight.history import ClosedRound
from bot.insight.readings import reading
from bot.insight.verdicts import StaleState, Verdict, VerdictState
from bot.pulse.custom import statements
from bot.pulse.models import CUSTOM, Round
from bot.teams.models import Team

States = dict[str, str]  # id of a drive, or of a team's own item -> VerdictState as text


class Composed(Struct, frozen=True):
    """A summary, and what the next round's verdicts depend on."""

    summary: Summary
    states: States


async def compose(session: AsyncSession, content: Content, team: Team, round_: Round) -> Composed:
    """The summary of a closed round; it depends on nothing that can still change.

    It costs the same in any year: the verdicts' states are kept with the last digest, and only
    where they are missing or of another version are all rounds read again. Drives and facets are
    named in the team's language.
    """
    content = content.locale(team.language)
    last = await _last_digest(session, team, round_)
    earlier, closed = await _last_two(session, team, round_)
    told_before = await _told_before(session, team, round_)
    anchors = _anchors(content, round_)
    states, judged = await _judge(session, anchors, team, last, earlier, closed)
    drives = [_drive(content, closed, drive, judged[drive.id]) for drive in content.drives]
    own = round_.custom_item
    told = Summary(
        team=round_.called(team),
        both=(team.name, round_.sister.name) if round_.sister else (),
        number=round_.number,
        day=round_.day.isoformat(),
        asked=round_.asked,
        answered=closed.answered,
        drives=tuple([await _compared(session, team, round_, drive) for drive in drives]),
        facets=tuple(_facets(content, round_, closed)),
        language=content.language,
        key_lost=round_.key_lost,
        withheld=round_.withheld,
        reworded=tuple(d.id for d in content.drives if _restarts(earlier, closed, d)),
        custom=await _custom(session, team, round_, closed, judged),
        custom_left=await statements.rounds_left(session, own.id) if own else 0,
        experiment=await experimenting.running_facts(session, team, round_.number),
    )
    told = _with_news(content, told, round_, told_before)
    told = await moving.with_moves(session, content, team, told, told_before)
    told = await stepping.with_step(session, content, team, told, told_before)
    return Composed(told, states)


async def _compared(session: AsyncSession, team: Team, round_: Round, drive: Figure) -> Figure:
    """What changed, with whether others were asked than before."""
    if not drive.changed:
        return drive
    first = round_.number - drive.window + 1
    before = range(first - drive.rounds_before, first)
    others = await turnover.between(session, team.id, before=before, now=round_.number)
    return replace(drive, turnover=others)


async def _told_before(session: AsyncSession, team: Team, round_: Round) -> list[Summary]:
    """What the digests before this one told, oldest first: so that it repeats none of them.

    Those of other people, of before the team was asked together with another, are not looked at.
    """
    same = Round.sister_id.is_not_distinct_from(round_.sister_id)
    kept = await archive.summaries(session, [team.id], same, last=moves.REMEMBERED)
    return [summary for summary in kept if summary.number < round_.number]


def _with_news(
    content: Content, told: Summary, round_: Round, earlier: Sequence[Summary]
) -> Summary:
    """Add the chart's columns, what is news, and the question to discuss."""
    before = earlier[-1] if earlier else None
    column = Column(told.number, told.day, {f.id: f.shown for f in told.drives})
    chart = (*(before.chart if before else ()), column)[-CHART_ROUNDS:]
    current = news.follow(
        before.news if before else (),
        told.drives,
        {f.id: {c.number: c.shown.get(f.id) for c in chart} for f in told.drives},
        number=told.number,
        tried_on=told.experiment.drive if told.experiment else None,
    )
    lately = [one.discuss for one in earlier[-asking.LATELY :] if one.discuss]
    told = replace(told, chart=chart, news=current)
    return replace(told, discuss=asking.question(content, round_, told.leading, lately))


async def _last_digest(session: AsyncSession, team: Team, round_: Round) -> Digest | None:
    return await session.scalar(
        select(Digest)
        .where(Digest.team_id == team.id, Digest.number < round_.number)
        .order_by(Digest.number.desc())
        .limit(1)
    )


async def _last_two(
    session: AsyncSession, team: Team, round_: Round
) -> tuple[ClosedRound | None, ClosedRound]:
    """This round and the one before it, if there is one."""
    rounds = await history.closed_rounds(session, team.id, last=2, up_to=round_.number)
    return (rounds[-2] if len(rounds) > 1 else None), rounds[-1]


def _anchors(content: Content, round_: Round) -> dict[str, Item]:
    """What is judged: each drive's anchor by the drive's id, and the team's own statement."""
    anchors = {drive.id: content.items[drive.anchor.id] for drive in content.drives}
    return anchors | ({own.id: own} if (own := round_.custom_item) else {})


async def _judge(
    session: AsyncSession,
    anchors: Mapping[str, Item],
    team: Team,
    last: Digest | None,
    earlier: ClosedRound | None,
    closed: ClosedRound,
) -> tuple[States, dict[str, Verdict]]:
    before = await _states(session, anchors, team, last, earlier)
    states, judged = _set_aside(last, earlier), {}
    for id_, anchor in anchors.items():
        spoken = earlier.wordings.get(anchor.id) if earlier else None
        seen = history.observation(closed, anchor, before=spoken)
        state, judged[id_] = verdicts.step(before[id_], seen)
        states[id_] = state.to_json()
    return states, judged


async def _states(
    session: AsyncSession,
    anchors: Mapping[str, Item],
    team: Team,
    last: Digest | None,
    earlier: ClosedRound | None,
) -> dict[str, VerdictState]:
    """The state of each after the round before this one.

    A statement of the team's own that has none is new: what becomes of it moves no drive's.
    """
    if earlier is None:
        return {id_: VerdictState() for id_ in anchors}
    try:
        if last is None or last.number != earlier.number:
            raise StaleState
        new = {id_ for id_ in anchors if id_.startswith(CUSTOM) and id_ not in last.states}
        kept = {id_: VerdictState.from_json(last.states[id_]) for id_ in anchors.keys() - new}
        return kept | {id_: VerdictState() for id_ in new}
    except (StaleState, KeyError):
        rounds = await history.closed_rounds(session, team.id, up_to=earlier.number)
        return {
            id_: verdicts.replayed(history.observations(rounds, anchor))
            for id_, anchor in anchors.items()
        }


def _set_aside(last: Digest | None, earlier: ClosedRound | None) -> States:
    """The states of a team's own statements, of which this round may ask none: one may come back.

    They are those of the digest before this one; after a hole they would lack a round.
    """
    if last is None or earlier is None or last.number != earlier.number:
        return {}
    return {id_: state for id_, state in last.states.items() if id_.startswith(CUSTOM)}


async def _custom(
    session: AsyncSession,
    team: Team,
    round_: Round,
    closed: ClosedRound,
    judged: Mapping[str, Verdict],
) -> Figure | None:
    """The statement of the team's own, its words as its name."""
    if (own := round_.custom_item) is None:
        return None
    figure = _figure(own.text, closed, own, judged[own.id])
    return await _compared(session, team, round_, figure)


def _drive(content: Content, closed: ClosedRound, drive: Drive, verdict: Verdict) -> Figure:
    return _figure(drive.name, closed, content.items[drive.anchor.id], verdict, id=drive.id)


def _figure(
    name: str, closed: ClosedRound, anchor: Item, verdict: Verdict, *, id: str | None = None
) -> Figure:
    return figures.of_drive(id or anchor.id, reading(name, closed.tally(anchor)), verdict)


def _facets(content: Content, round_: Round, closed: ClosedRound) -> Iterator[Figure]:
    """The rotating items that were asked, pay among them but in no drive."""
    for item in (content.items[id_] for id_ in round_.items if id_ in content.items):
        if item.facet is not None:
            read = reading(content.facets[item.facet].name, closed.tally(item))
            yield figures.of_facet(item.facet, read, drive=content.drive_of(item.facet))


def _restarts(earlier: ClosedRound | None, closed: ClosedRound, drive: Drive) -> bool:
    if earlier is None:
        return False
    then, now = (h.wordings.get(drive.anchor.id) for h in (earlier, closed))
    return then is not None and now is not None and then != now
