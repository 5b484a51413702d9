"""What the clock does about digests: compose what has closed, and post it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock, due, metrics
from bot.db import Database
from bot.digest import archive, blocks, compose, deliveries, guide
from bot.digest.models import Digest
from bot.digest.summary import Summary
from bot.digest.trends import retrospective
from bot.digest.webhook import calls
from bot.experiments import experimenting
from bot.framework.content import Content
from bot.pulse import closing
from bot.pulse.comments import blocks as comments
from bot.pulse.comments import releasing
from bot.pulse.comments.releasing import Released
from bot.pulse.models import Round
from bot.rows import insert_new
from bot.slack import outbox
from bot.slack.clients import Clients
from bot.slack.outbox import Draft, Target
from bot.teams import telling
from bot.teams.models import Team
from bot.teams.undelivered.kinds import WORTH_MENDING
from bot.words import Words


async def compose_due(database: Database, clients: Clients, say: Words, content: Content) -> None:
    """Compose the digest of every closed round that has none, and write it to its channel.

    Not before it is day there: whatever else tells of a round starts from its digest.
    """
    at = clock.now()
    async with database.read() as session:
        untold = await _untold(session)
        told = [(one, team) for one, team in untold if closing.may_be_told(team, one, at=at)]
        waiting = {one.id: (one, team) for one, team in told}

    async def compose_one(round_id: int) -> None:
        channel_id = await closing.told_where(clients, *waiting[round_id])
        async with database.begin() as session:
            await _compose(session, say, content, round_id, channel_id)
        metrics.digests.inc()

    await due.each(waiting, compose_one, failed="a digest could not be composed", name="round")


async def composing_moments(session: AsyncSession) -> list[datetime]:
    """When the rounds that have closed without a digest are told of."""
    untold = await _untold(session)
    return [closing.told_from(team, one.closed_at) for one, team in untold if one.closed_at]


async def _untold(session: AsyncSession) -> Sequence[tuple[Round, Team]]:
    """Every closed round that has no digest, with its team, in the order of their closing."""
    found = await session.execute(
        select(Round, Team)
        .join(Team, Team.id == Round.team_id)
        .outerjoin(Digest, Digest.round_id == Round.id)
        .where(Round.closed_at.is_not(None), Digest.round_id.is_(None))
        .order_by(Round.closed_at)
    )
    return [(round_, team) for round_, team in found]


async def _compose(
    session: AsyncSession, say: Words, content: Content, round_id: int, channel_id: str
) -> None:
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
        released = await releasing.release(session, round_id)
        for reader, key, to in _readers(team, round_, channel_id):
            told = composed.summary if reader is team else composed.summary.for_sister()
            drafts = blocks.whole(say, content, reader, told)
            if retrospective.is_due(round_.number):
                drafts.append(await _looking_back(session, say, content, team, round_, reader))
            await telling.channel(session, reader, key, drafts, at=at, to=to)
            await _post_comments(session, say, content, reader, round_, released, key, to, at=at)
        if composed.summary.changed:
            await _guide(session, say, content, team, composed.summary, at=at)
        if round_.sister_id is None:  # the other team's channel has not heard of the address
            await calls.intend(session, team.id, round_id, at=at)


def _readers(team: Team, round_: Round, channel_id: str) -> list[tuple[Team, str, str]]:
    """Whose channels a digest comes to: each with the key of its delivery, and where it goes."""
    own, sister = (team, deliveries.key(round_.id), channel_id), round_.sister
    if sister is None or sister.ended_at is not None:
        return [own]
    return [own, (sister, deliveries.sister_key(round_.id), sister.digest_channel_id)]


async def _looking_back(
    session: AsyncSession, say: Words, content: Content, team: Team, round_: Round, reader: Team
) -> Draft:
    """A year on one page, for the digest's thread: of the people that the round asked alone.

    What its host tries is in its own channel's only.
    """
    say, content = say.locale(reader.language), content.locale(reader.language)
    same = Round.sister_id.is_not_distinct_from(round_.sister_id)
    summaries = await archive.summaries(session, [team.id], same, last=retrospective.ROUNDS)
    if reader is not team:
        return retrospective.retrospective(say, content, summaries, [])
    current, past = await experimenting.all_of(session, team)
    tried = [*([current] if current else []), *past]
    return retrospective.retrospective(say, content, summaries, tried)


async def _guide(
    session: AsyncSession,
    say: Words,
    content: Content,
    team: Team,
    summary: Summary,
    *,
    at: datetime,
) -> None:
    """Tell the leads, and nobody else, how to talk about what has changed."""

    def draft(words: Words) -> Draft:
        return guide.guide(words, content.locale(words.language), summary, team.id)

    await telling.leads(session, say, team, f"guide:{team.id}:{summary.number}", draft, at=at)


async def _post_comments(
    session: AsyncSession,
    say: Words,
    content: Content,
    team: Team,
    round_: Round,
    released: Sequence[Released],
    digest: str,
    channel_id: str,
    *,
    at: datetime,
) -> None:
    """Write the round's comments into the thread of a *digest*, for the team that reads it."""
    if not released:
        return
    say, prompt = say.locale(team.language), content.locale(team.language).prompt(round_.question)
    drafts = comments.thread(say, team, released, number=round_.number, prompt=prompt)
    for number, draft in enumerate(drafts):
        target = Target(
            key=f"comment:{digest.removeprefix(deliveries.PREFIX)}:{number}",
            workspace_id=team.workspace_id,
            recipient=channel_id,
            due_at=at,
            give_up_at=at + WORTH_MENDING,
            thread_of=digest,
        )
        await outbox.post(session, draft, [target])
