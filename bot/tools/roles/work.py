"""The kinds of work in a team, and what three answers make of each."""

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError
from bot.framework.content import Content
from bot.framework.entries import RoleKind
from bot.teams.models import Team
from bot.tools.roles.models import Role

MAX_ROLES = 12  # of a team
NAME_LENGTH = 60  # characters


class NamelessRole(AmpError):
    """A kind of work has no name."""

    field = "name"


class TooManyRoles(AmpError):
    """The map holds as many kinds of work as it can."""

    field = "name"


class RoleExists(AmpError):
    """A kind of work of that name is on the map already."""

    field = "name"


class NoSuchRole(AmpError):
    """A kind of work is no longer on the map."""


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
    """Raises NoSuchRole."""
    role = await session.get(Role, role_id)
    if role is None:
        raise NoSuchRole
    return role


async def hold(session: AsyncSession, team: Team, role_id: int) -> Role | None:
    """A kind of work of this team, held until it is saved; None if it is no longer on the map."""
    role = await session.get(Role, role_id, with_for_update=True)
    return role if role is not None and role.team_id == team.id else None


async def save(
    session: AsyncSession, team: Team, known: Role | None, name: str, answers: Mapping[str, bool]
) -> None:
    """Put a kind of work on the map, or change the one that is *known*.

    Raises NamelessRole, TooManyRoles or RoleExists.
    """
    if not name:
        raise NamelessRole
    role = known or await _new(session, team)
    role.name, role.answers = name, dict(answers)
    session.add(role)
    try:
        await session.flush()
    except IntegrityError:
        raise RoleExists from None


async def _new(session: AsyncSession, team: Team) -> Role:
    known = await session.scalar(select(func.count()).where(Role.team_id == team.id))
    if (known or 0) >= MAX_ROLES:
        raise TooManyRoles
    return Role(team_id=team.id)


async def remove(session: AsyncSession, role: Role) -> None:
    await session.delete(role)
    await session.flush()
