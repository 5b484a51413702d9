"""A digest that did not reach its team's channel."""

from datetime import datetime

from msgspec.structs import replace
from sqlalchemy.ext.asyncio import AsyncSession

from bot.digest.deliveries import PREFIX, SISTER
from bot.digest.models import Digest
from bot.errors import NoTeam
from bot.pulse.models import AnyRound
from bot.slack.models import Delivery
from bot.teams.models import Team
from bot.teams.undelivered import kinds
from bot.teams.undelivered.kinds import Kind, Undelivered


async def _find(session: AsyncSession, delivery: Delivery) -> Undelivered:
    digest = await _digest(session, delivery)
    if digest is None:
        raise NoTeam
    team = await session.get(Team, digest.team_id)
    if SISTER in delivery.key:
        round_ = await session.get(AnyRound, digest.round_id)
        team = round_.sister if round_ else None
    found = await kinds.of_team(session, team)
    return replace(found, people=()) if digest.trouble_told else found


async def _posted_again(session: AsyncSession, delivery: Delivery, at: datetime) -> None:
    if digest := await _digest(session, delivery):
        digest.trouble_told = False


async def _digest(session: AsyncSession, delivery: Delivery) -> Digest | None:
    return await session.get(Digest, int(delivery.key.rpartition(":")[2]))


KIND = Kind("digest", PREFIX, _find, _posted_again)
