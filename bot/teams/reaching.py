"""Teams whose channel can't be posted to: they pause by themselves, and go on by themselves.

Why it is so comes from Slack, by an event, by the reading of a channel, or by a message that it
refused; the leads hear it once, with what to do. It is over when Slack says so, or lets a message
through again.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.slack import outbox, refusals
from bot.slack.models import Delivery, State
from bot.teams import blocks, plans, telling
from bot.teams.models import Team
from bot.words import Words

CLOSED = {"closed", "threads"}
WORTH_MENDING = timedelta(days=14)
NEVER_TRIED = -1, None
# What is told of in a message of its own, with a button to post it again (see undelivered/).
TOLD_BY_ITSELF = ("digest:", "experiment:", "rollup:")


async def of_channel(session: AsyncSession, workspace_id: str, channel_id: str) -> list[Team]:
    """The teams whose people or whose digest are in a channel."""
    found = await session.scalars(
        select(Team).where(
            Team.workspace_id == workspace_id,
            Team.ended_at.is_(None),
            or_(Team.channel_id == channel_id, Team.digest_channel_id == channel_id),
        )
    )
    return list(found)


async def lose(
    session: AsyncSession,
    say: Words,
    team: Team,
    why: str,
    *,
    at: datetime,
    channel_id: str = "",
    is_told: bool = False,
) -> None:
    """Ask this team no more for the time being, and tell its leads once, unless that *is_told*."""
    if team.unreachable_at is not None:
        return
    team.unreachable_at, team.unreachable_why = at, why
    if not is_told:
        key = f"unreachable:{team.id}:{at:%Y%m%d%H%M%S%f}"
        await telling.leads(
            session, say, team, key,
            lambda words: blocks.unreachable(words, team, why, channel_id or team.channel_id),
            at=at,
        )  # fmt: skip


async def regain(session: AsyncSession, team: Team, *, at: datetime) -> None:
    """Let the team go on at its usual time, if it has been out of reach."""
    if team.unreachable_at is None:
        return
    team.unreachable_at = team.unreachable_why = None
    await plans.plan(session, team.asking, at=at)


async def to_judge(session: AsyncSession, at: datetime) -> list[int]:
    """The teams with an attempt newer than the one that was judged, by two statements for all."""
    tried = await session.execute(
        select(Delivery.workspace_id, Delivery.recipient, Delivery.id, Delivery.attempts)
        .where(*_was_tried(at), outbox.TO_CHANNEL)
        .order_by(Delivery.asked_at)
    )
    newest = {
        (here, to): (order, _name(id_, attempts))
        for order, (here, to, id_, attempts) in enumerate(tried)
    }
    teams = await session.execute(
        select(Team.id, Team.judged, Team.workspace_id, Team.channel_id, Team.digest_channel_id)
        .where(Team.ended_at.is_(None))
    )  # fmt: skip
    return [
        id_
        for id_, judged, here, *channels in teams
        if max(newest.get((here, to), NEVER_TRIED) for to in channels)[1] not in (judged, None)
    ]


async def judge(session: AsyncSession, say: Words, team: Team, *, at: datetime) -> None:
    """Draw the consequence of the newest attempt at posting into the team's channels."""
    newest = await _newest(session, team, at)
    if newest is None or team.judged == (name := _name(newest.id, newest.attempts)):
        return
    team.judged = name
    if newest.state == State.SENT:
        lost_at = team.unreachable_at if team.is_out_of_reach else None
        if lost_at and newest.asked_at and newest.asked_at > lost_at:
            await regain(session, team, at=at)
    elif why := refusals.OUT_OF_REACH.get(newest.failure or ""):
        is_told = newest.key.startswith(TOLD_BY_ITSELF)
        await lose(session, say, team, why, at=at, channel_id=newest.recipient, is_told=is_told)


async def try_again(session: AsyncSession, team: Team, *, at: datetime) -> None:
    """Let what did not arrive in the team's channels be sent once more."""
    for delivery in await _attempts(session, team, at):
        if delivery.state == State.FAILED:
            delivery.state, delivery.due_at, delivery.failure = State.WAITING, at, None


async def _newest(session: AsyncSession, team: Team, at: datetime) -> Delivery | None:
    """Of those that matter: one in which we may not post can do without, but for cards."""
    attempts = [one for one in await _attempts(session, team, at) if not _is_beside(team, one)]
    return max(attempts, key=lambda one: one.asked_at or one.due_at, default=None)


def _is_beside(team: Team, attempt: Delivery) -> bool:
    is_closed = refusals.OUT_OF_REACH.get(attempt.failure or "") in CLOSED
    elsewhere = attempt.recipient != team.digest_channel_id
    return is_closed and elsewhere and not attempt.key.startswith("card:")


async def _attempts(session: AsyncSession, team: Team, at: datetime) -> Sequence[Delivery]:
    found = await session.scalars(
        select(Delivery).where(
            Delivery.workspace_id == team.workspace_id,
            Delivery.recipient.in_([team.channel_id, team.digest_channel_id]),
            *_was_tried(at),
        )
    )
    return found.all()


def _was_tried(at: datetime) -> tuple[ColumnElement[bool], ...]:
    return Delivery.state.in_([State.SENT, State.FAILED]), Delivery.asked_at > at - WORTH_MENDING


def _name(delivery_id: int, attempts: int) -> str:
    return f"{delivery_id}:{attempts}"
