"""`amp export`: exactly what a team's digests showed, for taking it elsewhere."""

import csv
import io
import json
import sys

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import db
from bot.db import Database
from bot.digest.models import Digest
from bot.digest.summary import Summary
from bot.errors import AmpError
from bot.settings import Settings
from bot.teams.models import Team


class NothingToRead(AmpError):
    """There is no database to read from."""


async def run(settings: Settings, team: str, *, as_json: bool) -> int:
    """Print the digests of the team with this name or channel; 1 when there is none.

    Raises NothingToRead.
    """
    file = settings.sqlite_file
    if file and not file.exists():  # to connect would make it
        raise NothingToRead(
            f"There is no file {file}. Run this where Amp runs, or set DATABASE_URL."
        )
    database = db.connect(settings.database)
    try:
        await _look_at(database)
        async with database.read() as session:
            summaries = await _summaries(session, team)
    finally:
        await database.close()
    if summaries is None:
        sys.stderr.write(f"There is no team «{team}». Use its name, or its channel's id.\n")
        return 1
    sys.stdout.write(to_json(summaries) if as_json else to_csv(summaries))
    return 0


async def _look_at(database: Database) -> None:
    try:
        current, newest = await db.revisions(database)
    except Exception as error:
        raise NothingToRead(
            f"The database does not answer. Is DATABASE_URL right? ({type(error).__name__})"
        ) from error
    if current != newest:
        raise NothingToRead(
            "The database has another version's tables. Start this version of Amp on it once."
        )


async def _summaries(session: AsyncSession, name: str) -> list[Summary] | None:
    teams = list(
        await session.scalars(
            select(Team.id).where(or_(Team.name == name, Team.channel_id == name))
        )
    )
    if not teams:
        return None
    digests = await session.scalars(
        select(Digest).where(Digest.team_id.in_(teams)).order_by(Digest.round_id)
    )
    return [Summary.read(digest.summary) for digest in digests]


def to_csv(summaries: list[Summary]) -> str:
    """A row for each figure of each round; formula characters are made harmless."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(["team", "pulse", "day", "asked", "answered", "figure", "mean", "people"])
    for summary in summaries:
        for figure in (*summary.drives, *summary.facets):
            mean = "" if figure.shown is None else figure.shown
            rows.writerow(
                [
                    harmless(summary.team), summary.number, summary.day, summary.asked,
                    summary.answered, harmless(figure.name), mean, figure.people or "",
                ]
            )  # fmt: skip
    return out.getvalue()


def to_json(summaries: list[Summary]) -> str:
    return json.dumps([s.as_json() for s in summaries], indent=1, ensure_ascii=False) + "\n"


def harmless(text: str) -> str:
    """*text* as a spreadsheet shows it rather than runs it (OWASP, «CSV injection»)."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
