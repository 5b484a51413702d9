"""A round that a lead wants sooner: opened before its day, or closed before its time."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError
from bot.privacy import QUORUM
from bot.pulse import closing, rounds, weekly
from bot.pulse.models import Round
from bot.pulse.rounds import NobodyToAsk
from bot.teams import rhythm, roster
from bot.teams.models import Team
from bot.teams.roster import Roster


class AlreadyOpen(AmpError):
    """This week's round is to be opened early, and is open already."""


class AskedElsewhere(AmpError):
    """The same people have been asked this week in another team: once a week is for people too."""


class AlreadyHappened(AmpError):
    """This week's round is to be opened early, and has happened already: one a week is asked."""


class NothingOpen(AmpError):
    """A round is to be closed early, and none is open."""


class TooSmallForNumbers(AmpError):
    """A round is to be opened early for a team in which the quorum can't be reached."""


class OutOfReach(AmpError):
    """A round is to be opened early for a team whose channel can't be posted to."""


class NobodyLeft(AmpError):
    """A round is to be opened early for a team whose user group has nobody in its channel."""


async def would_ask(session: AsyncSession, team: Team, *, at: datetime) -> int:
    """How many people this week's round would ask if it were due now; raises why it can't be."""
    check_reach(team)
    if await rounds.current(session, team):
        raise AlreadyOpen
    if await rounds.happened_this_week(session, team, Round, at=at):
        raise AlreadyHappened
    members = await roster.read(session, team)
    if not members.counted:
        raise NobodyToAsk
    check_size(members)
    if await weekly.people_were_asked(session, members, Round, rhythm.week(rounds.today(team, at))):
        raise AskedElsewhere
    return len(members.counted)


def check_reach(team: Team) -> None:
    """Raise OutOfReach or NobodyLeft for a team that pauses by itself."""
    if team.unreachable_at is not None:
        raise OutOfReach if team.is_out_of_reach else NobodyLeft


def check_size(members: Roster) -> None:
    """Raise TooSmallForNumbers for a team that is asked for none, or AskedTogether."""
    members.team.check_own()
    if len(members.counted) < QUORUM:
        raise TooSmallForNumbers(quorum=QUORUM)


async def ask_now(session: AsyncSession, team: Team, *, at: datetime) -> int:
    """Let this week's round be due now; gives how many people it asks. Raises as `would_ask`."""
    people = await would_ask(session, team, at=at)
    team.next_day, team.next_opens_at, team.asks_at_once = rounds.today(team, at), at, True
    return people


async def asked(session: AsyncSession, team: Team) -> int:
    """How many people the round asks that is open, or that is to open now."""
    if open_ := await rounds.current(session, team):
        return open_.asked
    return len((await roster.read(session, team)).counted)


async def close_now(session: AsyncSession, team: Team, *, at: datetime) -> Round:
    """Let the team's open round close early; raises NothingOpen.

    It stays open for a day, for whoever is asked last too, or until everybody has answered: that
    is looked at now, and then once an hour, however often a lead asks, so that nobody can watch
    the last answer arrive.
    """
    round_ = await open_pulse(session, team)
    round_.closes_at = await closing.earliest_end(session, team, round_, at)
    round_.looks_at = round_.looks_at or at  # by a worker, which has the keys
    return round_


async def open_pulse(session: AsyncSession, team: Team) -> Round:
    """The team's open pulse; raises NothingOpen or AskedTogether."""
    team.check_own()
    round_ = await rounds.current(session, team)
    if round_ is None:
        raise NothingOpen
    return round_
