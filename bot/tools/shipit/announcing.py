"""What changes a team's ShipIt day and is told to its channel, in the channel's language."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.pulse import overlaps
from bot.pulse.keys import KeyStore
from bot.slack import outbox
from bot.slack.models import State
from bot.slack.outbox import Draft, Target
from bot.slack.requests import Actor
from bot.teams import calendar, roster, telling
from bot.teams.models import Team
from bot.tools.shipit import days, ideas, outcome, posts
from bot.tools.shipit.days import Stage, ends_at
from bot.tools.shipit.models import ShipItDay
from bot.vault import Vault
from bot.words import Words

SECOND_THOUGHTS = timedelta(seconds=60)  # before the channel hears that a day is cancelled


async def plan(
    session: AsyncSession, say: Words, team: Team, starts_at: datetime, lead: str, *, at: datetime
) -> ShipItDay:
    """Set the team's day; raises ShipItDayNotAhead or ShipItDayExists."""
    day = await days.plan(session, team, starts_at, at=at)
    draft = posts.announced(_in_channel(say, team), day, team, lead)
    await _tell_change(session, day, team, draft, at=at)
    return day


async def move(
    session: AsyncSession,
    say: Words,
    day: ShipItDay,
    team: Team,
    starts_at: datetime,
    lead: str,
    *,
    at: datetime,
) -> None:
    """Let the day begin at another moment; raises ShipItDayNotAhead or ShipItDayHasBegun."""
    days.move(day, starts_at, at=at)
    draft = posts.moved(_in_channel(say, team), day, lead)
    await _tell_change(session, day, team, draft, at=at)


async def cancel(
    session: AsyncSession, say: Words, day: ShipItDay, team: Team, lead: str, *, at: datetime
) -> None:
    """Let the day not take place; told in a minute, so that it can be undone in silence."""
    days.cancel(day, at=at)
    draft = posts.cancelled(_in_channel(say, team), lead)
    heard_at = at + SECOND_THOUGHTS
    await telling.channel(session, team, _key(day, "cancelled"), [draft], at=heard_at, at_once=True)


async def take_back(
    session: AsyncSession, say: Words, day: ShipItDay, team: Team, lead: str, *, at: datetime
) -> None:
    """Let a cancelled day take place after all, told where the channel has heard otherwise.

    Raises ShipItDayExists or NoShipItDay.
    """
    cancelled = _key(day, "cancelled")
    await outbox.withdraw(session, cancelled)
    was_told = await outbox.find(session, cancelled) is not None
    await days.take_back(session, day, team)
    if was_told:
        draft = posts.taken_back(_in_channel(say, team), day, lead)
        await _tell_change(session, day, team, draft, at=at)


async def deliver(
    session: AsyncSession,
    say: Words,
    day: ShipItDay,
    team: Team,
    actor: Actor,
    words: str,
    *,
    at: datetime,
) -> bool:
    """Keep what somebody delivered; what is late follows the post, and True says so.

    Raises NothingWritten or ShipItDayNotBegun.
    """
    person = await roster.known(session, actor)
    late = await outcome.deliver(session, day, person, words, at=at)
    if late:
        await _tell_late(session, say, day, team, actor.user_id, words, at=at)
    return late


async def move_on(
    session: AsyncSession, keys: KeyStore, vault: Vault, say: Words, day_id: int, *, at: datetime
) -> None:
    """Put a day to the stage that is due, and post what the channel reads then.

    It is not over before its answers can be counted: another worker may have their key.
    """
    day = await days.behind(session, day_id, at=at)
    if day is None:
        return
    is_over = days.reached(day, at) == Stage.OVER
    counts = await outcome.count(session, keys, vault, day, at=at) if is_over else {}
    if counts is not None:
        reached = await days.move_on(session, day, at=at)
        await _tell_stage(session, say, day, reached, counts, at=at)


async def _tell_stage(
    session: AsyncSession,
    say: Words,
    day: ShipItDay,
    reached: Stage,
    counts: Mapping[int, int],
    *,
    at: datetime,
) -> None:
    """Post what the channel reads of a stage: begun, last call, gathered, counted."""
    team = await session.get_one(Team, day.team_id)
    say = _in_channel(say, team)
    if reached == Stage.GATHERED:
        drafts = posts.gathered(say, day, await outcome.delivered(session, day))
        await telling.channel(session, team, _gathered(day), drafts, at=at)
        await telling.channel(
            session, team, _key(day, "question"), [posts.question(say, day)], at=at
        )
    elif reached == Stage.OVER:
        apart = not await overlaps.are_nearly_others(session, team)
        draft = posts.counted(say, counts, apart=apart)
        await telling.channel(session, team, _key(day, "counted"), [draft], at=at)
    elif reached != Stage.PLANNED:
        heard_on = calendar.of_team(team)
        is_today = heard_on.day_of(heard_on.next(at)) == heard_on.day_of(day.starts_at)
        known = await ideas.of_day(session, day)
        drafts = posts.coming(say, reached, day, known, is_today=is_today)
        until = day.starts_at if reached == Stage.TOMORROW else ends_at(day)
        await telling.channel(session, team, _key(day, reached), drafts, at=at, give_up_at=until)


async def _tell_change(
    session: AsyncSession, day: ShipItDay, team: Team, draft: Draft, *, at: datetime
) -> None:
    """Tell of a plan or a change, once for each change."""
    await telling.channel(session, team, _key(day, "changed"), [draft], at=at, at_once=True)


async def _tell_late(
    session: AsyncSession,
    say: Words,
    day: ShipItDay,
    team: Team,
    user_id: str,
    words: str,
    *,
    at: datetime,
) -> None:
    """Put what came after the end into the thread of the post; what came last counts."""
    target = Target(
        key=f"{_gathered(day)}:late:{user_id}:{int(at.timestamp())}",
        workspace_id=team.workspace_id,
        recipient=team.channel_id,
        due_at=at,
        thread_of=await _root(session, day),
    )
    await outbox.post(session, posts.late(_in_channel(say, team), user_id, words), [target])


async def _root(session: AsyncSession, day: ShipItDay) -> str | None:
    """The key of the gathering post; None where it never arrived, so nothing waits for it."""
    sent = await outbox.find(session, _gathered(day))
    arrives = sent is not None and sent.state in (State.WAITING, State.SENDING, State.SENT)
    return _gathered(day) if arrives else None


def _in_channel(say: Words, team: Team) -> Words:
    return say.locale(team.language)


def _key(day: ShipItDay, what: str) -> str:
    return f"shipit:{day.id}:{day.changes}:{what}"


def _gathered(day: ShipItDay) -> str:
    return f"shipit:{day.id}:gathered"
