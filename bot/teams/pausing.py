"""Skipping rounds from now on: for some weeks, until a day, or until somebody says otherwise."""

import re
from datetime import UTC, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError
from bot.teams import calendar, plans, times_away
from bot.teams.dates import LONGEST, UnknownDate
from bot.teams.models import NEVER, Team
from bot.teams.times_away import AwayTooFarAhead, AwayTooLong, DateHasPassed, EndsBeforeItBegins
from bot.words import Words

FOR_GOOD = datetime(9999, 1, 1, tzinfo=UTC)
LONGEST_PAUSE = LONGEST.days // 7  # weeks
WEEKS = re.compile(r"(\d{1,4})\s*(?:w\w*|sem\w*)?", re.IGNORECASE)  # as the four languages begin
NO_TIME = (UnknownDate, DateHasPassed, EndsBeforeItBegins, AwayTooLong, AwayTooFarAhead)


class NotANumberOfWeeks(AmpError):
    """A pause was to last for something else than 1 to 52 weeks from now on."""


def end(say: Words, text: str, team: Team, *, at: datetime) -> datetime:
    """When a pause ends that begins now: «2», «two weeks», «until 6 January»; FOR_GOOD for nothing.

    A day is the one on which it goes on, from its first hour. Raises NotANumberOfWeeks.
    """
    if not text:
        return FOR_GOOD
    if said := WEEKS.fullmatch(text):
        ends = at + timedelta(weeks=int(said[1]))
    else:
        ends = _named(say, text, team, at)
    if not at < ends <= at + timedelta(weeks=LONGEST_PAUSE):
        raise NotANumberOfWeeks(longest=LONGEST_PAUSE)
    return ends


def _named(say: Words, text: str, team: Team, at: datetime) -> datetime:
    where = calendar.of_team(team)
    today = where.day_of(at)
    try:
        time = times_away.read(say, text, today=today, week_begins=where.week_begins)
    except NO_TIME:
        raise NotANumberOfWeeks(longest=LONGEST_PAUSE) from None
    if time.first > today or time.back == NEVER:
        raise NotANumberOfWeeks(longest=LONGEST_PAUSE)
    return where.moment(time.back, 0)


async def pause(session: AsyncSession, team: Team, until: datetime, *, at: datetime) -> None:
    """Skip rounds *until* then; raises AskedTogether."""
    team.check_own()
    team.paused_until = until
    await plans.plan(session, team, at=at)


async def resume(session: AsyncSession, team: Team, *, at: datetime) -> bool:
    """End a team's pause; False where there was none, and then nothing is planned anew."""
    was_paused = team.paused_until is not None and team.paused_until > at
    if was_paused:
        team.paused_until = None
        await plans.plan(session, team, at=at)
    return was_paused
