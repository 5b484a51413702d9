"""What the clock does about digests: compose what has closed, and see that it arrives."""

from dataclasses import replace

import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock, metrics
from bot.db import Database, insert_new
from bot.digest import blocks, compose
from bot.digest.models import Digest
from bot.digest.summary import Summary
from bot.digest.webhook import calls
from bot.framework.content import Content
from bot.pulse.models import Round
from bot.slack import outbox
from bot.slack.listening import describe
from bot.slack.models import Delivery, State
from bot.slack.outbox import Target
from bot.teams import roster
from bot.teams.models import Team

log = structlog.get_logger()


async def compose_due(database: Database, content: Content) -> None:
    """Compose the digest of every closed round that has none, and write it to its channel."""
    async with database.read() as session:
        closed = await session.scalars(
            select(Round.id)
            .outerjoin(Digest, Digest.round_id == Round.id)
            .where(Round.closed_at.is_not(None), Digest.round_id.is_(None))
            .order_by(Round.closed_at)
        )
        due = list(closed)
    for round_id in due:
        try:
            async with database.begin() as session:
                await _compose(session, content, round_id)
            metrics.digests.inc()
        except Exception as error:
            log.error("a digest could not be composed", round=round_id, **describe(error))


async def _compose(session: AsyncSession, content: Content, round_id: int) -> None:
    round_ = await session.get_one(Round, round_id)
    team = await session.get_one(Team, round_.team_id)
    composed = await compose.compose(session, content, team, round_)
    at = clock.now()
    row = {
        "round_id": round_id,
        "team_id": team.id,
        "number": round_.number,
        "summary": composed.summary.as_json(),
        "states": composed.states,
        "composed_at": at,
    }
    if await insert_new(session, Digest, [row]):
        await _post(session, content, team, round_id, composed.summary)
        await calls.intend(session, team.id, round_id, at=at)


async def _post(
    session: AsyncSession, content: Content, team: Team, round_id: int, summary: Summary
) -> None:
    target = Target(
        key=f"digest:{round_id}",
        workspace_id=team.workspace_id,
        recipient=team.digest_channel_id,
        due_at=clock.now(),
    )
    await outbox.post(session, blocks.digest(summary), [target])
    more = blocks.thread(summary, content, team.id)
    if more is not None:
        below = replace(target, key=f"digest:{round_id}:more", thread_of=target.key)
        await outbox.post(session, more, [below])


async def tell_trouble(database: Database) -> None:
    """Tell the leads when a digest did not arrive, once for each."""
    async with database.begin() as session:
        stuck = await session.execute(
            select(Digest, Delivery)
            .join(Delivery, Delivery.key == compose.key_of(Digest.round_id))
            .where(
                Digest.trouble_told.is_(False),
                Delivery.state.in_([State.FAILED, State.UNKNOWN]),
            )
        )
        for digest, delivery in stuck:
            await _tell_leads(session, digest, delivery)


async def _tell_leads(session: AsyncSession, digest: Digest, delivery: Delivery) -> None:
    team = await session.get_one(Team, digest.team_id)
    draft = blocks.trouble(Summary.read(digest.summary), delivery, digest.round_id)
    targets = [
        Target(
            key=f"trouble:{digest.round_id}:{delivery.attempts}:{lead.id}",
            workspace_id=team.workspace_id,
            recipient=lead.user_id,
            due_at=clock.now(),
        )
        for lead in await roster.leads(session, team)
    ]
    await outbox.post(session, draft, targets)
    digest.trouble_told = True
