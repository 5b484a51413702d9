"""When a round closes early, a day after all were asked or once all have answered, and is told."""

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.pulse import sealing, tallies
from bot.pulse.keys import KeyStore
from bot.pulse.models import AnyRound, Invitation
from bot.slack.clients import Clients, NotInstalled
from bot.teams import calendar, channels
from bot.teams.models import Team
from bot.vault import Vault

SHORTEST = timedelta(hours=24)  # that each has for an answer, unless everybody has answered
TAKES = timedelta(minutes=1)  # until a round that is due has closed and its digest is made
LOOKS_EVERY = timedelta(hours=1)  # whether everybody has, once a lead wants it closed


async def earliest_end(
    session: AsyncSession, team: Team, round_: AnyRound, at: datetime
) -> datetime:
    """When an open round may close of which somebody has not answered: by day, for its team.

    A day after the last of those who hear of it has been asked, and never later than planned.
    """
    last = await session.scalar(
        select(func.max(Invitation.due_at)).where(Invitation.round_id == round_.id, Invitation.told)
    )
    ends = max(round_.opened_at, last or round_.opened_at) + SHORTEST
    return min(at if ends <= at else calendar.of_team(team).next(ends), round_.closes_at)


async def look(
    session: AsyncSession, keys: KeyStore, vault: Vault, round_: AnyRound, *, at: datetime
) -> None:
    """Close a round that a lead wants closed if everybody has answered; else look again later.

    Whose boxes they are only their inside tells: a worker opens them, counts, and forgets. One
    that has not the key leaves it to another.
    """
    may_be_all = await sealing.how_many(session, round_.key_name) >= round_.asked
    answered = await tallies.read(session, keys, vault, round_) if may_be_all else []
    if answered is None:
        return
    round_.looks_at = at + LOOKS_EVERY
    if may_be_all and len(answered) == round_.asked:
        round_.closes_at = at


async def due_to_look(session: AsyncSession, at: datetime) -> list[int]:
    """The ids of rounds of which it should be seen by now whether everybody has answered."""
    found = await session.scalars(
        select(AnyRound.id).where(
            AnyRound.closed_at.is_(None), AnyRound.looks_at <= at, AnyRound.closes_at > at
        )
    )
    return list(found)


def told_from(team: Team, closed_at: datetime) -> datetime:
    """From when on a round that closes then is told of: by day, on a working day of its team."""
    return calendar.of_team(team).next(closed_at)


def may_be_told(team: Team, round_: AnyRound, *, at: datetime) -> bool:
    """Whether what came of a round may be written down, and so be shown to anybody, by now.

    Whoever looks at night, or is sent it elsewhere, would know before the team's channel does.
    """
    if round_.closed_at is None or not calendar.of_team(team).fits(at):
        return False
    return told_from(team, min(round_.closed_at, at)) <= at


async def told_where(clients: Clients, round_: AnyRound, team: Team) -> str:
    """Where a round is told: as its people read it, unless that channel is out of reach by now."""
    promised = round_.told_in(team)
    if promised == team.digest_channel_id:
        return promised
    try:
        reader = await clients.reader_for(team.workspace_id)
    except NotInstalled:  # nobody reads it anywhere until Amp is back
        return promised
    lost = await channels.obstacle(reader, promised)
    return team.digest_channel_id if lost else promised
