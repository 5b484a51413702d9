"""`amp report`: a team's or the company's quarter as one HTML page."""

import sys
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import administering, words
from bot.administering import NothingToRead
from bot.digest.report import page, reports
from bot.digest.report.periods import Period, period
from bot.framework import loading
from bot.framework.content import Content
from bot.pulse import rounds
from bot.settings import Settings
from bot.teams.models import Team
from bot.words import Words


async def run(
    settings: Settings,
    team: str | None,
    *,
    first: date | None,
    last: date | None,
    file: Path | None,
    at: datetime,
) -> int:
    """Write the page of this team, or of all teams for None, to *file* or to standard output.

    Raises NothingToRead, NothingToReport, ReportBackwards or ReportTooLong.
    """
    say = words.load(*settings.content)
    content = loading.load(*settings.content, say=say)
    async with administering.opened(settings) as database, database.read() as session:
        if team is None:
            days = period(first, last, today=at.date())
            made = await _of_company(session, say, content, days, at)
        else:
            found = await _find(session, team)
            days = period(first, last, today=rounds.today(found, at))
            made = await _of_team(session, say, content, found, days)
    _write(made, file)
    return 0


def _write(made: str, file: Path | None) -> None:
    if file is None:
        sys.stdout.write(made)
        return
    try:
        file.write_text(made, encoding="utf-8")
    except OSError as error:
        raise NothingToRead(f"{file} can't be written: {error.strerror}.") from error


async def _of_team(
    session: AsyncSession, say: Words, content: Content, team: Team, days: Period
) -> str:
    report = await reports.of_team(session, team, days)
    return page.of_team(say.locale(team.language), content.locale(team.language), report)


async def _find(session: AsyncSession, name: str) -> Team:
    """The one team of that name or channel; one that has ended only where none lives."""
    found = select(Team).where(or_(Team.name == name, Team.channel_id == name))
    teams = list(await session.scalars(found.order_by(Team.id)))
    living = [team for team in teams if team.ended_at is None] or teams[-1:]
    if not living:
        raise NothingToRead(f"There is no team «{name}». Use its name, or its channel's id.")
    if len(living) > 1:
        channels = ", ".join(team.channel_id for team in living)
        raise NothingToRead(f"Several teams are called «{name}». Use a channel's id: {channels}.")
    return living[0]


async def _of_company(
    session: AsyncSession, say: Words, content: Content, days: Period, at: datetime
) -> str:
    found = select(Team.workspace_id).where(Team.ended_at.is_(None)).distinct()
    workspaces = list(await session.scalars(found))
    if not workspaces:
        raise NothingToRead("There is no team yet, or all of them have ended.")
    if len(workspaces) > 1:
        raise NothingToRead("Several workspaces are here, and a report is of one. Name a team.")
    report = await reports.of_company(session, content, workspaces[0], days, at=at)
    return page.of_company(say, content, report)
