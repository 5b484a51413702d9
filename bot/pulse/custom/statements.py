"""Which statement of its own a team is asked: adding one, ending it, counting its rounds."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError
from bot.pulse.custom.models import CustomStatement
from bot.pulse.models import CUSTOM
from bot.teams.models import Person, Team
from bot.vault import Vault

ROUNDS = (4, 8, 12, 26)  # for how many it can be added; after 8 the first verdict is possible
USUAL_ROUNDS = 8


class CustomAlready(AmpError):
    """A team asks a statement of its own already, and another one is to be added."""


class NoCustom(AmpError):
    """A statement of the team's own is to be ended that is asked no more."""


async def current(session: AsyncSession, team: Team) -> CustomStatement | None:
    """What the team's next round asks besides."""
    return await session.scalar(
        select(CustomStatement)
        .where(
            CustomStatement.team_id == team.id,
            CustomStatement.ended_at.is_(None),
            CustomStatement.asked < CustomStatement.rounds,
        )
        .order_by(CustomStatement.id.desc())
        .limit(1)
    )


async def asked(session: AsyncSession, team: Team, item_id: str | None) -> list[CustomStatement]:
    """What the open round asks besides, its item's id being *item_id*, and what the next one does.

    One where both are the same, none where neither asks anything.
    """
    coming = await current(session, team)
    if item_id is None or (coming and coming.item_id == item_id):
        return [coming] if coming else []
    open_ = await session.get(CustomStatement, _id_in(item_id))
    return [one for one in (open_, coming) if one]


def _id_in(item_id: str) -> int:
    return int(item_id.removeprefix(CUSTOM))


async def rounds_left(session: AsyncSession, item_id: str) -> int:
    """In how many rounds the statement behind an item is still to be asked; 0 once it has ended."""
    one = await session.get(CustomStatement, _id_in(item_id))
    return one.rounds_left if one and one.ended_at is None else 0


async def add(
    session: AsyncSession, team: Team, lead: Person, text: str, rounds: int, *, at: datetime
) -> CustomStatement:
    """Ask *text* in the next so many *rounds*; raises CustomAlready.

    The same words again go on where they ended, with what was learnt of their usual level. A form
    that is sent twice, since its answer was late, adds once.
    """
    await session.refresh(team, with_for_update=True)  # of two who add one at once, one is first
    if now := await current(session, team):
        if (now.text, now.person_id, now.rounds_left) == (text, lead.id, rounds):
            return now
        raise CustomAlready
    one = await session.scalar(
        select(CustomStatement).where(
            CustomStatement.team_id == team.id, CustomStatement.text == text
        )
    )
    if one is None:
        one = CustomStatement(team_id=team.id, text=text, asked=0)
        session.add(one)
    one.person_id, one.added_at, one.ended_at = lead.id, at, None
    one.rounds = one.asked + rounds
    await session.flush()
    return one


async def end(session: AsyncSession, team: Team, id_: int, *, at: datetime) -> CustomStatement:
    """Ask it no more from the next round on; raises NoCustom where it is asked no more already."""
    await session.refresh(team, with_for_update=True)
    one = await current(session, team)
    if one is None or one.id != id_:
        raise NoCustom
    one.ended_at = at
    return one


async def forget(session: AsyncSession, vault: Vault, person: Person) -> None:
    """Who added a statement is not kept of somebody who asked to be forgotten."""
    theirs = CustomStatement.person_id == person.id
    await session.execute(update(CustomStatement).where(theirs).values(person_id=None))


async def forget_ended_teams(session: AsyncSession) -> None:
    """Who added a statement is forgotten when its team has ended; its words go with the team."""
    ended = select(Team.id).where(Team.ended_at.is_not(None))
    named = CustomStatement.team_id.in_(ended) & CustomStatement.person_id.is_not(None)
    await session.execute(update(CustomStatement).where(named).values(person_id=None))


async def take(session: AsyncSession, team: Team) -> CustomStatement | None:
    """What the round that is being opened asks besides; it counts as asked."""
    one = await current(session, team)
    if one is not None:
        one.asked += 1
    return one
