"""Whether the same people were asked on both sides of a comparison."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import privacy
from bot.privacy import Turnover
from bot.pulse.models import Invitation, Round
from bot.teams.models import Member, Person, Team


async def between(
    session: AsyncSession, team_id: int, *, before: Sequence[int], now: int
) -> Turnover | None:
    """Who came and went from the rounds *before* to the one *now*, as far as it may be told.

    Only what the whole channel saw counts: whoever has left the team, and whoever is new in it.
    Somebody who is away or wants no part is in neither, so that nobody can count them.
    """
    then, today = await _asked(session, team_id, before), await _asked(session, team_id, [now])
    with_it = select(Team.id).where(Team.sister_id == team_id)
    in_team = select(Member.person_id).where(
        (Member.team_id == team_id) | Member.team_id.in_(with_it)
    )
    quiet = await session.scalars(
        select(Person.id).where(Person.wants_no_part | Person.id.in_(in_team))
    )
    gone = then - today - set(quiet)
    return privacy.turnover(gone=len(gone), new=len(today - then), both=len(then & today))


async def _asked(session: AsyncSession, team_id: int, numbers: Sequence[int]) -> set[int]:
    people = await session.scalars(
        select(Invitation.person_id)
        .join(Round, Round.id == Invitation.round_id)
        .where(Round.team_id == team_id, Round.number.in_(numbers))
    )
    return set(people)
