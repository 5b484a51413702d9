"""What the clock does about digests: compose what has closed, and post it."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock, due, metrics
from bot.db import Database, insert_new
from bot.digest import blocks, compose, deliveries
from bot.digest.models import Digest
from bot.digest.summary import Summary
from bot.digest.webhook import calls
from bot.framework.content import Content
from bot.pulse.models import Round
from bot.slack.outbox import Draft
from bot.teams import telling
from bot.teams.models import Team
from bot.words import Words


async def compose_due(database: Database, say: Words, content: Content) -> None:
    """Compose the digest of every closed round that has none, and write it to its channel."""
    async with database.read() as session:
        closed = await session.scalars(
            select(Round.id)
            .outerjoin(Digest, Digest.round_id == Round.id)
            .where(Round.closed_at.is_not(None), Digest.round_id.is_(None))
            .order_by(Round.closed_at)
        )
        waiting = list(closed)

    async def compose_one(round_id: int) -> None:
        async with database.begin() as session:
            await _compose(session, say, content, round_id)
        metrics.digests.inc()

    await due.each(waiting, compose_one, failed="a digest could not be composed", name="round")


async def _compose(session: AsyncSession, say: Words, content: Content, round_id: int) -> None:
    round_, at = await session.get_one(Round, round_id), clock.now()
    team = await session.get_one(Team, round_.team_id)
    composed = await compose.compose(session, content, team, round_)
    row = {
        "round_id": round_id,
        "team_id": team.id,
        "number": round_.number,
        "summary": composed.summary.as_json(),
        "states": composed.states,
        "composed_at": at,
    }
    if await insert_new(session, Digest, [row]):
        drafts = _drafts(say, content, team, composed.summary)
        await telling.channel(
            session, team, deliveries.key(round_id), drafts, at=at, in_digest_channel=True
        )
        await calls.intend(session, team.id, round_id, at=at)


def _drafts(say: Words, content: Content, team: Team, summary: Summary) -> list[Draft]:
    """The message and what stands in its thread, in the team's language."""
    say, content = say.locale(team.language), content.locale(team.language)
    more = blocks.thread(say, content, summary, team.id)
    return [blocks.digest(say, content, summary), *([more] if more else [])]
