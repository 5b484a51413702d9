"""Telling a team's channel what happens with its ShipIt day, through the outbox."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.slack import outbox
from bot.slack.models import State
from bot.slack.outbox import Draft, Target
from bot.teams.models import Team
from bot.tools.models import ShipItDay
from bot.tools.shipit import blocks, ideas, outcome
from bot.tools.shipit.days import Stage, ends_at

SECOND_THOUGHTS = timedelta(seconds=60)  # before the channel hears that a day is cancelled


async def change(
    session: AsyncSession, day: ShipItDay, team: Team, draft: Draft, *, at: datetime
) -> None:
    """Tell of a plan or a change, once for each change."""
    await _post(session, team, _key(day, "changed"), [draft], at=at)


async def cancelling(
    session: AsyncSession, day: ShipItDay, team: Team, lead: str, *, at: datetime
) -> None:
    """Tell of the cancellation in a minute, so that it can be undone in silence."""
    draft = blocks.called_off(lead)
    await _post(session, team, _key(day, "cancelled"), [draft], at=at + SECOND_THOUGHTS)


async def silence(session: AsyncSession, day: ShipItDay) -> bool:
    """Take back what tells of the cancellation; False when the channel has heard it."""
    await outbox.withdraw(session, _key(day, "cancelled"))
    return await outbox.find(session, _key(day, "cancelled")) is None


async def stage(
    session: AsyncSession, day: ShipItDay, team: Team, reached: Stage, *, at: datetime
) -> None:
    """Tell what a new stage brings."""
    if reached == Stage.GATHERED:
        pieces = await outcome.delivered(session, day)
        await _post(session, team, _gathered(day), blocks.gathered(day, pieces), at=at)
        await _post(session, team, _key(day, "question"), [blocks.question(day)], at=at)
    elif reached == Stage.OVER:
        draft = blocks.counted(await outcome.count(session, day))
        await _post(session, team, _key(day, "counted"), [draft], at=at)
    elif reached != Stage.PLANNED:
        drafts = blocks.coming(reached, day, await ideas.of_day(session, day))
        until = day.starts_at if reached == Stage.TOMORROW else ends_at(day)
        await _post(session, team, _key(day, reached), drafts, at=at, until=until)


async def late_piece(
    session: AsyncSession, day: ShipItDay, team: Team, user_id: str, words: str, *, at: datetime
) -> None:
    """Put what came after the end into the thread of the post; what came last counts."""
    target = Target(
        key=f"{_gathered(day)}:late:{user_id}:{int(at.timestamp())}",
        workspace_id=team.workspace_id,
        recipient=team.channel_id,
        due_at=at,
        thread_of=await _root(session, day),
    )
    await outbox.post(session, blocks.late(user_id, words), [target])


async def _root(session: AsyncSession, day: ShipItDay) -> str | None:
    """The key of the gathering post; None where it never arrived, so nothing waits for it."""
    sent = await outbox.find(session, _gathered(day))
    arrives = sent is not None and sent.state in (State.WAITING, State.SENDING, State.SENT)
    return _gathered(day) if arrives else None


async def _post(
    session: AsyncSession,
    team: Team,
    key: str,
    drafts: Sequence[Draft],
    *,
    at: datetime,
    until: datetime | None = None,
) -> None:
    """Post the first draft into the channel, and what follows it into its thread."""
    for number, draft in enumerate(drafts):
        target = Target(
            key=f"{key}:{number}" if number else key,
            workspace_id=team.workspace_id,
            recipient=team.channel_id,
            due_at=at,
            give_up_at=until,
            thread_of=key if number else None,
        )
        await outbox.post(session, draft, [target])


def _key(day: ShipItDay, what: str) -> str:
    return f"shipit:{day.id}:{day.changes}:{what}"


def _gathered(day: ShipItDay) -> str:
    return f"shipit:{day.id}:gathered"
