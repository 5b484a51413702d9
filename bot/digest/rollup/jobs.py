"""What the clock does about roll-ups: tell a month once, on the first working day after it."""

from dataclasses import replace

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database
from bot.digest.models import RollUp
from bot.digest.rollup import blocks, months, wishing
from bot.digest.rollup.months import Month
from bot.framework.content import Content
from bot.slack import outbox
from bot.slack.listening import describe
from bot.slack.models import State
from bot.slack.outbox import Target

log = structlog.get_logger()


async def tell_due(database: Database, content: Content) -> None:
    """Post the roll-up of the last month to every workspace that wants one and is due."""
    at = clock.now()
    async with database.read() as session:
        due = [
            (wish, month)
            for wish in await months.wishes(session)
            if (month := months.due(wish, at))
            and await outbox.find(session, months.key(wish.workspace_id, month.name)) is None
        ]
    for wish, month in due:
        try:
            async with database.begin() as session:
                await _tell(session, content, wish, month)
        except Exception as error:
            log.error("a roll-up could not be told", **describe(error))


async def tell_trouble(database: Database) -> None:
    """Tell whoever turned a roll-up on when the last month's did not arrive.

    Where they want no part any more, every lead of the workspace hears of it instead.
    """
    at = clock.now()
    async with database.begin() as session:
        for wish in await months.wishes(session):
            month = months.last(wish.zone, at)
            sent = await outbox.find(session, months.key(wish.workspace_id, month.name))
            if sent is None or sent.state not in (State.FAILED, State.UNKNOWN):
                continue
            key = f"{sent.key}:trouble:{sent.attempts}"  # once for each attempt
            told = await wishing.to_tell(session, wish)
            targets = [
                Target(f"{key}:{person_id}", wish.workspace_id, user_id, due_at=at)
                for person_id, user_id in told
            ]
            new = [one for one in targets if await outbox.find(session, one.key) is None]
            if new:
                await outbox.post(session, blocks.trouble(sent, month), new)


async def _tell(session: AsyncSession, content: Content, wish: RollUp, month: Month) -> None:
    found = await months.told(session, content, wish.workspace_id, month)
    if not found.rows:
        return
    first, *more = blocks.drafts(found, month)
    key = months.key(wish.workspace_id, month.name)
    target = Target(key, wish.workspace_id, wish.channel_id, due_at=clock.now())
    await outbox.post(session, first, [target])
    for page, draft in enumerate(more, 2):
        below = replace(target, key=f"{target.key}:{page}", thread_of=target.key)
        await outbox.post(session, draft, [below])
