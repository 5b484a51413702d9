"""A workspace moves to another PostgreSQL, by the commands that docs/scaling.md has."""

import asyncio
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import db
from bot.settings import Settings
from bot.slack.installs import Installed, Installs
from bot.slack.models import Installation
from bot.teams import setup
from bot.teams.models import Team
from bot.vault import Vault
from tests.conftest import fresh_database
from tests.process import ROOT
from tests.pulse.conftest import humans, wishes
from tests.shell import runs

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
STAYS, MOVES = "T111", "T222"


async def settled(url: str) -> None:
    """Two workspaces, each with Amp and a team."""
    database = db.connect(Settings(database_url=url).database)
    installs = Installs(database, Vault("a secret"))
    for id_ in (STAYS, MOVES):
        await installs.keep(
            Installed(id_, id_, None, "UBOT", "BBOT", frozenset(), f"xoxb-{id_}"), at=NOW
        )
        async with database.begin() as session:
            await setup.create(
                session, id_, "C1", wishes(name=f"of {id_}"), humans(6), zone="UTC", at=NOW
            )
    await database.close()


async def kept(url: str) -> tuple[list[str], list[str]]:
    """The workspaces of a database, and the names of its teams."""
    database = db.connect(Settings(database_url=url).database)
    async with database.read() as session:
        workspaces = list(await session.scalars(select(Installation.id)))
        teams = list(await session.scalars(select(Team.name)))
    await database.close()
    return workspaces, teams


async def test_a_workspace_moves_by_the_commands_of_the_page(
    postgres_url: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """Then each database has one of the two, whole, and nothing of the other."""
    page = (ROOT / "docs" / "scaling.md").read_text()
    (block,) = re.findall(r"```sh\n(.*?pg_dump.*?)```", page, re.DOTALL)
    old, new = re.findall(r"^# in the (?:old|new) cell.*\n((?:(?!#).*\n)+)", block, re.MULTILINE)[
        :2
    ]
    (last,) = re.findall(r"^# in the old cell, when.*\n(.*\n)", block, re.MULTILINE)
    other = await asyncio.to_thread(fresh_database, request, "postgresql", tmp_path, tables=False)
    await settled(postgres_url)
    for lines, url in ((old, postgres_url), (new, other), (last, postgres_url)):
        await runs(lines, url, tmp_path)
    assert await kept(postgres_url) == ([STAYS], [f"of {STAYS}"])
    assert await kept(other) == ([MOVES], [f"of {MOVES}"])
