"""Posting a month's roll-up into its channel, once."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.digest.rollup import blocks, heat_maps, subscriptions
from bot.digest.rollup.models import RollUp
from bot.digest.rollup.schedule import Month
from bot.framework.content import Content
from bot.rows import is_any_of
from bot.slack import outbox
from bot.slack.models import Delivery, State
from bot.slack.outbox import Target
from bot.teams import calendar, telling
from bot.teams.models import Team
from bot.words import Words

PREFIX = "rollup:"
TO_TEAM = "told:rollup:"


async def tell_team(session: AsyncSession, say: Words, team: Team, *, at: datetime) -> None:
    """Let a team's channel read that it stands in the roll-up from now on, if it has not yet."""
    rollup = await subscriptions.entered(session, team)
    if rollup is not None:
        draft = blocks.told_to_team(say.locale(team.language), rollup)
        key = f"{TO_TEAM}{team.id}:{int(at.timestamp() * 1000)}"
        where, day = telling.everywhere(team), calendar.of_team(team).next(at)
        await telling.channels(session, team, key, draft, where, at=day)


def key(workspace_id: str, month: str) -> str:
    """The key of a month's roll-up; *month* is a Month's name."""
    return f"{PREFIX}{workspace_id}:{month}"


async def find(session: AsyncSession, rollup: RollUp, month: Month) -> Delivery | None:
    """The delivery of a month, once it has been posted."""
    return await outbox.find(session, key(rollup.workspace_id, month.name))


async def told(
    session: AsyncSession, rollup: RollUp, months: Iterable[Month]
) -> dict[Month, datetime]:
    """Those of these months that the roll-up's present channel has read, and when."""
    keys = {key(rollup.workspace_id, month.name): month for month in months}
    arrived = await session.execute(
        select(Delivery.key, Delivery.due_at).where(
            Delivery.workspace_id == rollup.workspace_id,
            is_any_of(session, Delivery.key, keys),
            Delivery.recipient == rollup.channel_id,
            Delivery.state == State.SENT,
        )
    )
    read = {row.key: row.due_at for row in arrived}
    return {month: read[name] for name, month in keys.items() if name in read}


async def heard(session: AsyncSession, workspace_id: str) -> dict[int, datetime]:
    """Since when one of the channels of each team was to know that it stands in the roll-up.

    By the teams' ids; of one that was out of it meanwhile, since it came back.
    """
    arrived = await session.execute(
        select(Delivery.key, Delivery.due_at)
        .where(
            Delivery.workspace_id == workspace_id,
            Delivery.key.startswith(TO_TEAM, autoescape=True),
            Delivery.state == State.SENT,
        )
        .order_by(Delivery.due_at)
    )
    return {int(row.key.split(":")[2]): row.due_at for row in arrived}


async def post(
    session: AsyncSession,
    say: Words,
    content: Content,
    rollup: RollUp,
    month: Month,
    *,
    at: datetime,
) -> None:
    """Post a month, in the channel's language; nothing where no team had a round in it."""
    found = await heat_maps.heat_map(session, content, rollup.workspace_id, month)
    if not found.rows:
        return
    language = await subscriptions.language(session, rollup)
    pages = blocks.drafts(say.locale(language), content.locale(language), found, month)
    first = key(rollup.workspace_id, month.name)
    for number, draft in enumerate(pages, 1):
        target = Target(
            key=first if number == 1 else f"{first}:{number}",
            workspace_id=rollup.workspace_id,
            recipient=rollup.channel_id,
            due_at=calendar.of_zone(rollup.zone).next(at),
            thread_of=None if number == 1 else first,
        )
        await outbox.post(session, draft, [target])
