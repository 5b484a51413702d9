"""What a report is made of: what the digests of some days showed, or the months of a company."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime

from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncSession

from bot.digest import archive
from bot.digest.report.periods import Period
from bot.digest.rollup import heat_maps, posting, schedule
from bot.digest.rollup.models import RollUp
from bot.digest.rollup.schedule import Month
from bot.digest.summary import Summary
from bot.digest.trends import lines
from bot.digest.trends.experiments import within
from bot.digest.trends.lines import Trends
from bot.errors import AmpError
from bot.experiments import experimenting
from bot.experiments.experimenting import Status
from bot.framework.content import Content
from bot.insight.rollups import HeatMap
from bot.pulse import rounds
from bot.teams.models import Team


class NothingToReport(AmpError):
    """No round of the team, or of any team, closed in these days."""


class NoMonthToReport(AmpError):
    """The roll-up has told no month yet in the channel that it has by now."""


class TeamReport(Struct, frozen=True):
    """One team over some days; *summaries* come oldest first."""

    period: Period
    summaries: tuple[Summary, ...]
    trends: Trends
    tried: tuple[Status, ...]
    ended: date | None = None  # the team


class CompanyReport(Struct, frozen=True):
    """The roll-ups of the months that were over, oldest first, by the rules of each month's own."""

    period: Period
    months: tuple[tuple[Month, HeatMap], ...]


async def of_team(session: AsyncSession, team: Team, period: Period) -> TeamReport:
    """Raises NothingToReport."""
    kept = await archive.summaries(session, [team.id])
    days = (period.first.isoformat(), period.last.isoformat())
    found = [summary for summary in kept if days[0] <= summary.day <= days[1]]
    if not found:
        raise NothingToReport
    current, past = await experimenting.all_of(session, team)
    everything = [*([current] if current else []), *past]
    tried = within(everything, since=found[0].number, until=found[-1].number)
    seen = lines.of(team.name, found, len(found))
    ended = rounds.today(team, team.ended_at) if team.ended_at else None
    return TeamReport(period, tuple(found), seen, tuple(reversed(tried)), ended)


async def of_company(
    session: AsyncSession, content: Content, workspace_id: str, period: Period, *, at: datetime
) -> CompanyReport:
    """The months that are over by now; raises NothingToReport."""
    over = {month: None for month in _months(period, "UTC") if month.ends_at <= at}
    found = await _maps(session, content, workspace_id, over)
    if not found:
        raise NothingToReport
    return CompanyReport(period, found)


async def of_roll_up(
    session: AsyncSession, content: Content, rollup: RollUp, period: Period
) -> CompanyReport:
    """The months that the roll-up's channel has read, and no other; raises NoMonthToReport.

    In each those teams that had heard by then that they stand in it.
    """
    told = await posting.told(session, rollup, _months(period, rollup.zone))
    heard = await posting.heard(session, rollup.workspace_id)
    teams = {
        month: {id_ for id_, since in heard.items() if since <= read_at}
        for month, read_at in told.items()
    }
    found = await _maps(session, content, rollup.workspace_id, teams)
    if not found:
        raise NoMonthToReport
    return CompanyReport(period, found)


async def _maps(
    session: AsyncSession,
    content: Content,
    workspace_id: str,
    months: Mapping[Month, Collection[int] | None],
) -> tuple[tuple[Month, HeatMap], ...]:
    """The map of each month in which a team had a round: of all of them, or of those named."""
    heat_map = heat_maps.heat_map
    maps = [
        (month, await heat_map(session, content, workspace_id, month, only=teams))
        for month, teams in months.items()
    ]
    return tuple((month, found) for month, found in maps if found.rows)


def _months(period: Period, zone: str) -> Iterator[Month]:
    """The months that a period touches."""
    month = Month(period.first.year, period.first.month, zone)
    while month.first_day <= period.last:
        yield month
        month = schedule.following(month)
