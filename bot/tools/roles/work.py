"""The kinds of work in a team, and what three answers make of each."""

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError
from bot.framework.content import Content
from bot.framework.entries import RoleKind
from bot.teams.models import Team
from bot.tools.models import Role

MOST = 12
LONGEST = 60  # characters of a name


class Enough(AmpError):
    """Twelve kinds of work are enough for a picture. Put two together, or remove one."""

    field = "name"


class Known(AmpError):
    """That kind of work is on the map already. Edit that one, or give this one another name."""

    field = "name"


class Gone(AmpError):
    """That kind of work is no longer on the map. `/amp roles` shows what is."""


def kind(content: Content, answers: Mapping[str, bool]) -> RoleKind:
    """What kind of work it is: clear where all three answers agree, else some of both."""
    other = {"algorithmic": "heuristic", "heuristic": "algorithmic"}
    said = {q.yes if answers.get(q.id) else other[q.yes] for q in content.roles}
    name = said.pop() if len(said) == 1 else "mixed"
    return next(kind for kind in content.role_kinds if kind.id == name)


async def of_team(session: AsyncSession, team: Team) -> Sequence[Role]:
    found = await session.scalars(select(Role).where(Role.team_id == team.id).order_by(Role.id))
    return found.all()


async def find(session: AsyncSession, role_id: int) -> Role:
    """Raises Gone."""
    role = await session.get(Role, role_id)
    if role is None:
        raise Gone
    return role


async def add(session: AsyncSession, team: Team, name: str, answers: Mapping[str, bool]) -> None:
    """Put a kind of work on the map; raises Enough or Known."""
    known = await session.scalar(select(func.count()).where(Role.team_id == team.id))
    if (known or 0) >= MOST:
        raise Enough
    session.add(Role(team_id=team.id, name=name, answers=dict(answers)))
    await _flush(session)


async def change(session: AsyncSession, role: Role, name: str, answers: Mapping[str, bool]) -> None:
    """Raises Known where another kind of work has that name."""
    role.name, role.answers = name, dict(answers)
    await _flush(session)


async def remove(session: AsyncSession, role: Role) -> None:
    await session.delete(role)
    await session.flush()


async def _flush(session: AsyncSession) -> None:
    try:
        await session.flush()
    except IntegrityError:
        raise Known from None
