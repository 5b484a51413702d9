"""What whoever runs Amp asks and does from a terminal: workspaces, teams, rounds, and leaving."""

from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot import db, outages, owner, schema
from bot.db import Database
from bot.errors import OperatorError
from bot.pulse import calling_off
from bot.pulse.models import Round
from bot.settings import Settings
from bot.slack import uninstalling
from bot.slack.models import Delivery, Installation, State
from bot.teams.models import Member, Team

Row: TypeAlias = tuple[object, ...]
Read: TypeAlias = Callable[[AsyncSession], Coroutine[Any, Any, Iterable[Row]]]


class NothingToRead(OperatorError):
    """There is no database to read from, or not what was asked for."""


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    """The database of a running Amp, whose tables are this version's; raises NothingToRead.

    Likewise where the database stops answering, or may not be written.
    """
    file = settings.sqlite_file
    if file and (told := owner.hidden(file)):
        raise NothingToRead(f"{told}.")
    if file and not file.exists():  # to connect would make it
        raise NothingToRead(
            f"There is no file {file}. Run this where Amp runs, or set DATABASE_URL."
        )
    database = db.connect(settings.database)
    try:
        await _check_version(database, file)
        yield database
    except Exception as error:
        if not outages.is_database(error):
            raise
        told = f"The database did not do that: {outages.said(error)}.{owner.hint(file)}"
        raise NothingToRead(told) from error
    finally:
        await database.close()


async def _check_version(database: Database, file: Path | None) -> None:
    try:
        found = await schema.read(database)
    except Exception as error:
        raise NothingToRead(f"{outages.no_answer(error)}{owner.hint(file)}") from error
    if found.is_newer:
        raise NothingToRead(schema.newer(found))
    if not found.is_current:
        raise NothingToRead("The database has another version's tables. Run: amp migrate")


async def table(settings: Settings, read: Read) -> str:
    """What *read* finds, a line each, with tabs between."""
    async with opened(settings) as database, database.read() as session:
        rows = await read(session)
    return "\n".join("\t".join(_shown(value) for value in row) for row in rows)


def _shown(value: object) -> str:
    return value.strftime("%Y-%m-%d %H:%M") if isinstance(value, datetime) else str(value)


async def workspaces(session: AsyncSession) -> list[Row]:
    """Each installation: id, since when, its state, how many teams, and its name."""
    teams = dict((await session.execute(_teams_by_workspace())).all())
    found = await session.scalars(select(Installation).order_by(Installation.installed_at))
    return [
        ("ID", "INSTALLED", "STATE", "TEAMS", "NAME"),
        *(
            (i.id, i.installed_at, "removed" if i.revoked_at else "ok", teams.get(i.id, 0), i.name)
            for i in found
        ),
    ]


def _teams_by_workspace() -> Any:
    counted = select(Team.workspace_id, func.count()).where(Team.ended_at.is_(None))
    return counted.group_by(Team.workspace_id)


async def teams(session: AsyncSession) -> list[Row]:
    """Each team: id, workspace, channel, how many people, the next round, its name."""
    found = (
        select(Team, func.count(Member.person_id))
        .outerjoin(Member)
        .where(Team.ended_at.is_(None))
        .group_by(Team.id)
        .order_by(Team.id)
    )
    return [
        ("ID", "WORKSPACE", "CHANNEL", "PEOPLE", "NEXT", "NAME"),
        *(
            (t.id, t.workspace_id, t.channel_id, people, t.next_opens_at or "paused", t.name)
            for t, people in await session.execute(found)
        ),
    ]


async def rounds(session: AsyncSession) -> list[Row]:
    """The newest hundred rounds: id, team, number, opened, state, and invitations that failed."""
    lost = Delivery.state.in_((State.FAILED, State.UNKNOWN))
    newest = select(Round).order_by(Round.opened_at.desc()).limit(100)
    lines: list[Row] = [("ID", "TEAM", "NUMBER", "OPENED", "STATE", "FAILED")]
    for round_ in await session.scalars(newest):
        of_round = Delivery.key.startswith(calling_off.key(calling_off.INVITATION, round_.id))
        failed = await session.scalar(select(func.count()).where(of_round, lost))
        state = "closed" if round_.closed_at else f"open until {_shown(round_.closes_at)}"
        told = (round_.id, round_.team_id, round_.number, round_.opened_at, state, failed or 0)
        lines.append(told)
    return lines


async def disable(settings: Settings, workspace: str, *, at: datetime) -> str:
    """Stop speaking for a workspace; installing again goes on. Raises NothingToRead."""
    async with opened(settings) as database, database.begin() as session:
        known = Installation.id == workspace
        if not await session.scalar(select(Installation.id).where(known)):
            raise NothingToRead(f"Amp is not installed in «{workspace}». See amp workspaces.")
        speaks = Installation.revoked_at.is_(None)  # who was removed before stays so since then
        await session.execute(update(Installation).where(known, speaks).values(revoked_at=at))
    return f"{workspace}: nothing is read or sent there from now on, within a minute everywhere."


async def forget(settings: Settings, workspace: str) -> str:
    """Delete all that is kept of a workspace which Amp was removed from. Raises NothingToRead."""
    async with opened(settings) as database, database.begin() as session:
        installed = await session.get(Installation, workspace)
        has_teams = select(Team.id).where(Team.workspace_id == workspace).limit(1)
        if not installed and not await session.scalar(has_teams):
            raise NothingToRead(f"Nothing is kept of «{workspace}». See amp workspaces.")
        if installed and installed.revoked_at is None:
            raise NothingToRead(f"Amp is installed in {workspace}. First: amp disable {workspace}")
        await uninstalling.forget(session, workspace)
    return f"{workspace}: all that was kept of it is deleted. Backups still have it."
