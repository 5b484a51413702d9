"""The newest digest once more: in the channel that it was told in, and nowhere else."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.digest import blocks, deliveries, undelivered
from bot.digest.models import Digest
from bot.digest.summary import Summary
from bot.errors import AmpError
from bot.framework.content import Content
from bot.slack import outbox
from bot.slack.models import Delivery, State
from bot.slack.requests import Actor
from bot.teams import telling
from bot.teams.models import Team
from bot.teams.undelivered import kinds
from bot.teams.undelivered.kinds import MessageGone
from bot.words import Words


class NoDigestYet(AmpError):
    """The last digest is to be posted again, and no round of the team has been told."""


class DigestOnItsWay(AmpError):
    """The last digest is to be posted again before it has arrived."""


class DigestsGoElsewhere(AmpError):
    """The last digest is to be posted again, and since then another channel gets them."""


async def repeat(
    session: AsyncSession,
    say: Words,
    content: Content,
    team: Team,
    lead: Actor,
    *,
    once: str,
    at: datetime,
) -> int:
    """Post the team's newest digest again, *once* for each such wish; gives its round's number.

    One that never arrived goes out as by the button that its leads have, said anew where its words
    are gone. Raises NoDigestYet, DigestOnItsWay, DigestsGoElsewhere or MessageGone.
    """
    newest = await _newest(session, team)
    key = deliveries.key(newest.round_id)
    told, summary = await outbox.find(session, key), Summary.read(newest.summary)
    _check(told, team)
    if told and told.state in outbox.LOST and not told.message.text:
        await outbox.reword(session, key, blocks.whole(say, content, team, summary))
        await session.refresh(told.message)
    _, is_again = await kinds.post_again(session, (undelivered.KIND,), lead, key, at=at)
    if not is_again:
        drafts = blocks.again(say, content, team, summary)
        await telling.channel(
            session, team, f"repeat:{newest.round_id}:{once}", drafts,
            at=at, to=team.digest_channel_id, at_once=True,
        )  # fmt: skip
    return newest.number


async def newest_number(session: AsyncSession, team: Team) -> int:
    """The number of the round that the team was told last; raises NoDigestYet."""
    return (await _newest(session, team)).number


async def _newest(session: AsyncSession, team: Team) -> Digest:
    of_team = select(Digest).where(Digest.team_id == team.id)
    newest = await session.scalar(of_team.order_by(Digest.number.desc()).limit(1))
    if newest is None:
        raise NoDigestYet
    return newest


def _check(told: Delivery | None, team: Team) -> None:
    """Raise where a digest can't be posted; one that may have been read stays with its readers."""
    if told is None:
        raise MessageGone
    if told.state in (State.WAITING, State.SENDING):
        raise DigestOnItsWay
    if told.state != State.FAILED and told.recipient != team.digest_channel_id:
        raise DigestsGoElsewhere
