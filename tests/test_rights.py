"""PostgreSQL as its administrators set it up: whom it lets in, and what it can keep."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from tests import process
from tests.conftest import _named, _sql
from tests.place import Place, placed, until
from tests.test_operating import asks


@pytest.fixture
async def guest(postgres_url: str, tmp_path: Path) -> AsyncIterator[Place]:
    """A place whose processes come by a role that did not make the tables."""
    async with placed(postgres_url, tmp_path, people=1) as place:
        await does(place, "CREATE ROLE guest LOGIN")
        await does(place, *(f"GRANT ALL ON ALL {w} IN SCHEMA public TO guest" for w in KINDS))
        url = make_url(postgres_url).set(username="guest")
        place.environment["DATABASE_URL"] = url.render_as_string(hide_password=False)
        yield place
        for started in place.processes:
            await started.kill()
        await does(place, "DROP OWNED BY guest", "DROP ROLE guest")


KINDS = ("TABLES", "SEQUENCES")


async def does(place: Place, *statements: str) -> None:
    async with place.database.outside_transactions() as connection:
        for statement in statements:
            await connection.execute(text(statement))


@pytest.mark.parametrize(
    ("taken", "named"),
    [
        ("REVOKE INSERT ON person FROM guest", "person"),
        ("REVOKE SELECT ON digest FROM guest", "digest"),
        ("REVOKE DELETE ON seen FROM guest", "seen"),
        ("REVOKE ALL ON SEQUENCE team_id_seq FROM guest", "team_id_seq"),
    ],
)
async def test_a_table_that_the_role_may_not_use_is_named_with_what_gives_it(
    taken: str, named: str, guest: Place
) -> None:
    """As where another role migrates: at the start, by the doctor, and while it runs."""
    amp = await guest.starts()
    address = await amp.ready()
    assert (await asks(address))[0] == 200
    await does(guest, taken)

    async def refused() -> bool:  # a look is remembered for a second
        return await asks(address) == (503, "the database does not let us write every table")

    await until(refused, "readyz")
    await amp.says(
        lambda line: "not ready" in line and f"guest may not read and write {named}" in line
    )
    where = {"environment": guest.environment, "folder": guest.folder}
    for command in ("run", "web", "worker", "doctor"):
        status, said = await process.run(command, **where)
        assert status == 1
        (line,) = [line for line in said.splitlines() if f"may not read and write {named}" in line]
    grants = [word.strip() for word in line.partition("tables: ")[2].split(";")]
    await does(guest, *(grant for grant in grants if grant.startswith("GRANT")))
    assert (await process.run("doctor", **where))[0] == 0
    assert "Traceback" not in amp.words


@pytest.mark.parametrize(
    "taken",
    [
        "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM guest",
        "REVOKE SELECT ON alembic_version FROM guest",
        "REVOKE USAGE ON SCHEMA public FROM PUBLIC",
    ],
)
async def test_a_role_that_may_nothing_reads_what_gives_it_all(taken: str, guest: Place) -> None:
    """As it is after the first `amp migrate` by another role, and on servers that are locked."""
    amp = await guest.starts()
    address = await amp.ready()
    await does(guest, taken)

    async def refused() -> bool:
        return await asks(address) == (503, "the database does not let us write every table")

    await until(refused, "readyz")
    where = {"environment": guest.environment, "folder": guest.folder}
    for command in ("run", "worker", "doctor"):
        status, said = await process.run(command, **where)
        assert status == 1
        (line,) = [line for line in said.splitlines() if "guest may not read and write" in line]
        assert "does not answer" not in said
    grants = [word.strip() for word in line.partition("tables: ")[2].split(";")]
    await does(guest, *(grant for grant in grants if grant.startswith("GRANT")))
    assert (await process.run("doctor", **where))[0] == 0


async def test_a_schema_s_name_that_wants_quotes_has_them_once(
    postgres_url: str, tmp_path: Path
) -> None:
    """The GRANT that is told works as it stands there."""
    async with placed(postgres_url, tmp_path, people=1) as place:
        await does(place, "CREATE ROLE guest LOGIN", 'ALTER SCHEMA public RENAME TO "my-own"')
        try:
            await does(place, 'GRANT USAGE ON SCHEMA "my-own" TO guest')
            url = make_url(postgres_url).set(username="guest")
            url = url.update_query_dict({"options": "-csearch_path=my-own"})
            given = {"DATABASE_URL": url.render_as_string(hide_password=False)}
            environment = {**place.environment, **given}
            where = {"environment": environment, "folder": place.folder}
            status, said = await process.run("doctor", **where)
            assert status == 1
            (line,) = [line for line in said.splitlines() if "guest may not" in line]
            grants = [word.strip() for word in line.partition("tables: ")[2].split(";")]
            await does(place, *(grant for grant in grants if grant.startswith("GRANT")))
            status, said = await process.run("doctor", **where)
            assert status == 0, said
        finally:
            await does(place, 'ALTER SCHEMA "my-own" RENAME TO public')
            await does(place, "DROP OWNED BY guest", "DROP ROLE guest")


@pytest.mark.parametrize("encoding", ["SQL_ASCII", "LATIN1"])
async def test_a_database_that_can_not_keep_every_name_is_not_begun_with(
    encoding: str, postgres: str, tmp_path: Path
) -> None:
    """As servers have it that were set up without a language; with the statement for another."""
    name = f"old_{encoding.lower()}"
    await _sql(
        postgres, f"CREATE DATABASE {name} TEMPLATE template0 ENCODING '{encoding}' LOCALE 'C'"
    )
    given = {"DATABASE_URL": _named(postgres, name)}
    status, said = await process.run("migrate", environment=given, folder=tmp_path)
    assert status == 1
    assert f"the database {name} keeps text as {encoding}" in said
    statement = said.splitlines()[-1].strip().rstrip(";")
    await _sql(postgres, f"DROP DATABASE {name}")
    await _sql(postgres, statement)
    status, said = await process.run("migrate", environment=given, folder=tmp_path)
    assert status == 0, said


async def test_a_table_of_another_program_in_another_schema_is_in_nobodys_way(
    postgres: str, tmp_path: Path
) -> None:
    """As where a role has a schema of its own, and `public` a table `team` of somebody else's."""
    await _sql(postgres, "CREATE DATABASE shared")
    await _sql(postgres, "CREATE ROLE mate LOGIN")
    shared = _named(postgres, "shared")
    await _sql(shared, "CREATE TABLE public.team (id int)")
    await _sql(shared, "CREATE SCHEMA mate AUTHORIZATION mate")
    url = make_url(shared).set(username="mate")
    given = {"DATABASE_URL": url.render_as_string(hide_password=False)}
    status, said = await process.run("migrate", environment=given, folder=tmp_path)
    assert status == 0, said


@pytest.mark.parametrize(
    ("limit", "name", "told", "remedy"),
    [
        ("0", None, "too many connections for role", "lower DATABASE_POOL"),
        ("-1", "nowhere", 'database "nowhere" does not exist', "Make that database"),
    ],
)
async def test_who_is_not_let_in_reads_what_helps(
    limit: str, name: str | None, told: str, remedy: str, guest: Place
) -> None:
    """And not only to look at the address once more, which is right."""
    await does(guest, f"ALTER ROLE guest CONNECTION LIMIT {limit}")
    url = make_url(guest.environment["DATABASE_URL"])
    url = url.set(database=name or url.database)
    address = {"DATABASE_URL": url.render_as_string(hide_password=False)}
    environment = {**guest.environment, **address}
    status, said = await process.run("doctor", environment=environment, folder=guest.folder)
    assert status == 1
    (line,) = [line for line in said.splitlines() if told in line]
    assert remedy in line
