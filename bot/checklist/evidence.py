"""What tools, rounds and experiments know of a team that does a line of its checklist.

Nothing is noted a second time: it is read from their own rows. Of a lead's own notes only that
there are some, and since when; what is in them stays locked.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from msgspec import Struct
from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.experiments.models import Experiment, Review
from bot.framework.content import Content
from bot.framework.entries import Todo
from bot.privacy import QUORUM
from bot.pulse.models import Round
from bot.teams.models import Member, Team
from bot.tools.audit.models import AuditReading
from bot.tools.private.models import PrivateNote
from bot.tools.private.notes import Tool
from bot.tools.roles.models import Role

NOTES = {Tool.AUDIT: "audit", Tool.FIT: "fit", Tool.FOUR_TS: "four-ts"}


class Evidence(Struct, frozen=True):
    """One thing that is known: its *kind* (of `checklist-ticked-by-itself`), and since when."""

    kind: str
    at: datetime | None = None  # None: that is not kept
    number: int = 0  # of the pulse, or how many kinds of work
    title: str = ""  # of the experiment


async def of_team(session: AsyncSession, team: Team, content: Content) -> dict[str, Evidence]:
    """What does which lines of the checklist, by the line's id."""
    notes, experiments = await _notes(session, team), await _experiments(session, team)
    known = {**notes, **await _audit(session, team), **await _rounds(session, team, content)}
    known |= {**await _roles(session, team), **_begun(experiments)}
    tried = _tried(experiments)
    found = {todo.id: next(_of(todo, known, tried), None) for todo in content.checklist}
    return {id_: one for id_, one in found.items() if one}


def _of(todo: Todo, known: dict[str, Evidence], tried: dict[str, Evidence]) -> Iterator[Evidence]:
    yield from (known[kind] for kind in todo.by if kind in known)
    yield from (tried[idea] for idea in todo.tried if idea in tried)


async def _notes(session: AsyncSession, team: Team) -> dict[str, Evidence]:
    """What a lead has done alone for this team; whether the framework fits is asked of no team."""
    found = await session.execute(
        select(PrivateNote.tool, func.max(PrivateNote.kept_at))
        .join(Member, Member.person_id == PrivateNote.person_id)
        .where(
            Member.team_id == team.id,
            Member.is_lead,
            PrivateNote.tool.in_(NOTES),
            or_(PrivateNote.team_id == team.id, PrivateNote.tool == Tool.FIT),
        )
        .group_by(PrivateNote.tool)
    )
    return {NOTES[Tool(tool)]: Evidence(NOTES[Tool(tool)], at) for tool, at in found}


async def _audit(session: AsyncSession, team: Team) -> dict[str, Evidence]:
    """The newest audit of the whole team that showed something."""
    at = await session.scalar(
        select(func.max(AuditReading.read_at)).where(
            AuditReading.team_id == team.id,
            AuditReading.answered >= QUORUM,
            AuditReading.key_lost.is_(False),
            AuditReading.withheld.is_(False),
        )
    )
    return {"audit": Evidence("audit", at)} if at else {}


async def _roles(session: AsyncSession, team: Team) -> dict[str, Evidence]:
    query = select(func.count()).select_from(Role).where(Role.team_id == team.id)
    roles = await session.scalar(query)
    return {"roles": Evidence("roles", number=roles)} if roles else {}


async def _rounds(session: AsyncSession, team: Team, content: Content) -> dict[str, Evidence]:
    """The first round that could be told, and the one after which all four Ts were asked."""
    found = await session.execute(
        select(Round.number, Round.closed_at, Round.items)
        .where(Round.team_id == team.id, Round.is_readable())
        .order_by(Round.number)
        .limit(2 * len(content.rotation))
    )
    known: dict[str, Evidence] = {}
    missing = {facet.id for facet in content.drive("autonomy").facets}
    for number, closed_at, items in found:
        known.setdefault("pulse", Evidence("pulse", closed_at, number))
        missing -= {content.items[item].facet for item in items if item in content.items}
        if not missing:
            known.setdefault("cycle", Evidence("cycle", closed_at, number))
    return known


async def _experiments(
    session: AsyncSession, team: Team
) -> list[tuple[Experiment, datetime | None]]:
    """Each with when it was first reviewed, the oldest first."""
    found = await session.execute(
        select(Experiment, func.min(Review.told_at))
        .outerjoin(Review, Review.experiment_id == Experiment.id)
        .where(Experiment.team_id == team.id)
        .group_by(Experiment.id)
        .order_by(Experiment.id)
    )
    return [(experiment, reviewed_at) for experiment, reviewed_at in found]


def _begun(experiments: Sequence[tuple[Experiment, datetime | None]]) -> dict[str, Evidence]:
    """The first one that was begun, that was begun for autonomy, and that was reviewed."""
    known: dict[str, Evidence] = {}
    for one, reviewed_at in experiments:
        begun = Evidence("experiment", one.started_at, title=one.title)
        known.setdefault("experiment", begun)
        if one.drive == "autonomy":
            known.setdefault("autonomy", begun)
        if reviewed_at:
            known.setdefault("review", Evidence("review", reviewed_at, title=one.title))
    return known


def _tried(experiments: Sequence[tuple[Experiment, datetime | None]]) -> dict[str, Evidence]:
    """The ideas that were tried until a review."""
    return {
        one.idea: Evidence("review", reviewed_at, title=one.title)
        for one, reviewed_at in experiments
        if one.idea and reviewed_at
    }
