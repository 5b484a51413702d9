"""A month's roll-up that did not reach its channel."""

from sqlalchemy.ext.asyncio import AsyncSession

from bot.digest.rollup import posting, schedule, subscriptions
from bot.digest.rollup.models import RollUp
from bot.digest.rollup.subscriptions import NoRollUp
from bot.slack.models import Delivery
from bot.teams.undelivered.kinds import Kind, Undelivered


async def _find(session: AsyncSession, delivery: Delivery) -> Undelivered:
    """The business of whoever turned it on; they and any lead may post it again."""
    rollup = await session.get(RollUp, delivery.workspace_id)
    if rollup is None:
        raise NoRollUp
    day = schedule.first_day(delivery.key.rsplit(":", 1)[1])
    return Undelivered(
        people=await subscriptions.owners(session, rollup),
        channel_id=rollup.channel_id,
        authorize=subscriptions.check_repeating,
        values=lambda say: {"month": say.month(day)},
    )


KIND = Kind("rollup", posting.PREFIX, _find)
