"""A PostgreSQL that is set up for something else: told at the start, by the doctor, and mended."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import make_url

from bot import schema
from tests import process
from tests.conftest import _named, _sql
from tests.place import placed, until

ROLE = "careless"


async def says(url: str, folder: Path, *commands: str) -> list[str]:
    """What each command says, all of which end with 1."""
    environment = {
        "DATABASE_URL": url, "SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s",
        "SLACK_API_URL": "http://127.0.0.1:9/api/", "AMP_SECRET": "only for tests",
        "AMP_KEYS": str(folder / "keys"), "PORT": "0", "WORKER_PORT": "0",
    }  # fmt: skip
    told = []
    for command in commands:
        status, said = await process.run(command, environment=environment, folder=folder)
        assert status == 1, said
        assert "Traceback" not in said
        told.append(said)
    return told


@asynccontextmanager
async def careless(url: str) -> AsyncIterator[str]:
    """The address for a role of its own, which is gone afterwards, however the test ends."""
    await _sql(url, f"CREATE ROLE {ROLE} LOGIN")
    try:
        yield make_url(url).set(username=ROLE).render_as_string(hide_password=False)
    finally:
        for statement in (f"REASSIGN OWNED BY {ROLE} TO postgres", f"DROP OWNED BY {ROLE}"):
            await _sql(url, statement)
        await _sql(url, f"DROP ROLE {ROLE}")


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("default_transaction_read_only = on", "name the server that is written to"),
        ("statement_timeout = '1ms'", "The role's statement_timeout is too short"),
    ],
)
async def test_what_is_set_for_the_role_is_told_with_what_mends_it(
    setting: str, told: str, postgres_url: str, tmp_path: Path
) -> None:
    """A replica says the same as a role that may only read."""
    name = make_url(postgres_url).database
    await _sql(postgres_url, f"ALTER DATABASE {name} SET {setting}")
    for said in await says(postgres_url, tmp_path, "doctor", "run", "worker"):
        assert told in said
        assert "does not answer. Is DATABASE_URL right" not in said
        assert "file's owner" not in said


@pytest.mark.parametrize("makes", [True, False], ids=["makes one", "names another"])
@pytest.mark.parametrize("where", ["role", "address"])
async def test_a_search_path_that_leads_nowhere_is_told_with_what_mends_it(
    where: str, makes: bool, empty_postgres_url: str, tmp_path: Path
) -> None:
    """And not sent to `amp migrate`, which could make no tables there."""
    async with careless(empty_postgres_url) as url:
        if where == "address":
            url += "&options=-csearch_path=nowhere"
        else:
            await _sql(empty_postgres_url, f"ALTER ROLE {ROLE} SET search_path = nowhere")
        commands = ("doctor", "run", "migrate", "teams") if makes else ("migrate",)
        for said in await says(url, tmp_path, *commands):
            (line,) = [line for line in said.splitlines() if "search_path of" in line]
            assert "amp migrate" not in line
        to_make, _, to_name = line.partition("owner: ")[2].partition(" Or ")
        named = "nowhere" if makes else "public"
        await _sql(empty_postgres_url, to_make.replace("…", named))
        in_address, _, for_role = to_name.partition("for the role: ")
        if not makes and where == "address":
            url = url.replace(
                "options=-csearch_path=nowhere", in_address.partition("?")[2].split()[0]
            )
        elif not makes:
            await _sql(empty_postgres_url, for_role)
        status, said = await _migrates(url, tmp_path)
        assert status == 0, said


@pytest.mark.parametrize(
    ("revision", "table", "told"),
    [
        (None, "note", "does not say of which version of Amp"),
        (None, "team", "does not say of which version of Amp"),
        ("3f2a9c0d1e2b", "thing", "are at «3f2a9c0d1e2b», which no version of Amp has written"),
        ("0003", "thing", "says that its tables are at 0003, and has none of Amp's"),
    ],
)
async def test_tables_of_another_program_are_not_taken_for_ours(
    revision: str | None, table: str, told: str, empty_postgres_url: str, tmp_path: Path
) -> None:
    """Whatever they are called; nobody is sent for a version of Amp that never was."""
    await _sql(empty_postgres_url, f"CREATE TABLE {table} (id int)")
    if revision:
        await _sql(empty_postgres_url, "CREATE TABLE alembic_version (version_num varchar(32))")
        await _sql(empty_postgres_url, f"INSERT INTO alembic_version VALUES ('{revision}')")
    commands = ("doctor", "migrate", *(("run", "rounds") if table == "note" else ()))
    for said in await says(empty_postgres_url, tmp_path, *commands):
        assert told in said
        assert "newer version" not in said


async def test_who_does_not_own_the_tables_reads_who_does(
    postgres_url: str, tmp_path: Path
) -> None:
    """The right to make tables would not help: `amp migrate` has to change them."""
    async with careless(postgres_url) as url:
        for statement in (
            f"GRANT ALL ON ALL TABLES IN SCHEMA public TO {ROLE}",
            f"GRANT CREATE, USAGE ON SCHEMA public TO {ROLE}",
            "UPDATE alembic_version SET version_num = '0021'",
        ):
            await _sql(postgres_url, statement)
        (said,) = await says(url, tmp_path, "migrate")
        assert "the tables belong to postgres" in said
        assert said.splitlines()[-1].strip() == f"GRANT postgres TO {ROLE};"


async def test_who_migrates_waits_however_little_the_role_may(
    empty_postgres_url: str, tmp_path: Path
) -> None:
    """Several at once wait for each other, as where each container migrates at its start."""
    name = make_url(empty_postgres_url).database
    await _sql(empty_postgres_url, f"ALTER DATABASE {name} SET lock_timeout = '1ms'")
    first = await asyncpg.connect(empty_postgres_url)
    await first.execute(f"SELECT pg_advisory_lock({schema.LOCK})")
    waiting = asyncio.create_task(_migrates(empty_postgres_url, tmp_path))

    async def waits() -> bool:
        asked = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
        return waiting.done() or bool(await first.fetchval(asked))

    await until(waits, "the second one")
    await asyncio.sleep(0.2)
    await first.close()
    status, said = await waiting
    assert status == 0, said


async def test_a_database_beside_others_of_the_same_names_is_ours(
    postgres: str, tmp_path: Path
) -> None:
    """In a schema of its own, as the sentence about another program's tables says."""
    await _sql(postgres, "CREATE DATABASE beside")
    url = _named(postgres, "beside")
    await _sql(url, "CREATE TABLE note (id int)")
    await _sql(url, schema.ANOTHER.partition("a schema: ")[2].partition(";")[0])
    own = make_url(url).update_query_dict({"options": "-csearch_path=amp"})
    status, said = await _migrates(own.render_as_string(hide_password=False), tmp_path)
    assert status == 0, said
    async with placed(own.render_as_string(hide_password=False), tmp_path, people=1) as place:
        await place.starts()
        assert await place.lead().types("/amp step 2", "#crew")


async def _migrates(url: str, folder: Path) -> tuple[int, str]:
    return await process.run("migrate", environment={"DATABASE_URL": url}, folder=folder)
