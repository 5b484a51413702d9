"""The migrations: forwards and backwards on both databases, and in agreement with the models."""

import asyncio
import secrets
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import (
    JSON,
    URL,
    Column,
    Connection,
    Integer,
    MetaData,
    String,
    Table,
    func,
    inspect,
    make_url,
    select,
    text,
)

from bot import db, models, paths, postgres, schema
from bot.schema import NotMigrated
from bot.settings import Settings
from bot.slack.models import Lease
from tests import process

# By the files' names; that they hang on each other in this order is said by what is made.
VERSIONS = sorted(path.name[:4] for path in (process.ROOT / "alembic/versions").glob("0*.py"))
ENOUGH = {"AMP_SECRET": "only for tests"}


async def alembic(*command: str, url: str, folder: Path = process.ROOT) -> tuple[int, str]:
    """As in the Procfile: from the repository, with what `pyproject.toml` says."""
    return await process.run(
        *command, environment={**ENOUGH, "DATABASE_URL": url}, folder=folder, module="alembic"
    )


async def look(url: str, at: Any) -> Any:
    """What a function of a plain connection finds."""
    database = db.connect(Settings(database_url=url).database)
    try:
        async with database.engine.connect() as connection:
            return await connection.run_sync(at)
    finally:
        await database.close()


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


def differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, models.metadata))


def rows(connection: Connection) -> int:
    return int(connection.execute(select(func.count()).select_from(Lease)).scalar_one())


async def kept(url: str) -> None:
    """Something that would be missed."""
    database = db.connect(Settings(database_url=url).database)
    async with database.begin() as session:
        session.add(Lease(name="T1"))
    await database.close()


async def test_models_and_migrations_agree(database_url: str) -> None:
    """What the migrations make is what the code expects, down to the constraints."""
    assert await look(database_url, differences) == []


async def test_from_nothing_to_the_newest_by_the_command_of_the_procfile(
    empty_url: str, tmp_path: Path
) -> None:
    """And once more, which changes nothing; it says so, and needs no secret and no checkout."""
    procfile = (process.ROOT / "Procfile").read_text()
    assert "release: python -m bot migrate\n" in procfile
    status, said = await migrates(empty_url, tmp_path)
    assert status == 0, said
    made, newest = ", ".join(VERSIONS), VERSIONS[-1]
    assert f"the tables were made ({made}). They are at {newest}" in said
    assert await look(empty_url, tables) == {"alembic_version", *models.metadata.tables}
    status, said = await migrates(empty_url, tmp_path)
    assert (status, said.partition(": ")[2]) == (
        0,
        f"the tables are at {newest} already; nothing was to be done.",
    )


async def test_a_migrations_file_is_named_by_its_revision() -> None:
    """A start reads the names alone."""
    scripts = ScriptDirectory(str(paths.MIGRATIONS))
    assert [one.revision for one in scripts.walk_revisions()][::-1] == list(schema.known())


async def test_what_alembic_alone_makes_is_the_same(empty_url: str) -> None:
    """In a checkout, as before there was a command for it."""
    status, said = await alembic("upgrade", "head", url=empty_url)
    assert status == 0, said
    assert await look(empty_url, tables) == {"alembic_version", *models.metadata.tables}


async def test_older_tables_are_brought_up_to_date_and_it_is_said_from_where(
    database_url: str, tmp_path: Path
) -> None:
    """With what is left to do; what was kept stays."""
    await kept(database_url)
    await alembic("downgrade", "0001", url=database_url)
    status, said = await migrates(database_url, tmp_path)
    assert status == 0, said
    brought = f"the tables were brought from 0001 to {VERSIONS[-1]}"
    assert f"{brought} ({', '.join(VERSIONS[1:])})" in said
    assert "start this version's processes" in said
    assert await look(database_url, rows) == 1


async def test_two_who_migrate_at_once_wait_for_each_other(
    empty_postgres_url: str, tmp_path: Path
) -> None:
    """Two machines that are started together; neither fails."""
    both = await asyncio.gather(*(migrates(empty_postgres_url, tmp_path) for _ in range(2)))
    assert [status for status, _ in both] == [0, 0], both
    assert await look(empty_postgres_url, differences) == []


async def test_tables_of_a_newer_version_are_left_alone_and_told_as_such(
    database_url: str, tmp_path: Path
) -> None:
    """By the command and by a start, which would work on what it does not know."""
    await changes(database_url, "UPDATE alembic_version SET version_num = '9999'")
    status, said = await migrates(database_url, tmp_path)
    assert status == 1
    assert said.startswith("A newer version of Amp has brought the tables up to date (9999;")
    given = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s", "AMP_KEYS": "keys"}
    environment = {**ENOUGH, **given, "DATABASE_URL": database_url}
    status, said = await process.run("run", environment=environment, folder=tmp_path)
    assert status == 1
    assert said.startswith("A newer version of Amp has brought the tables up to date (9999;")


@pytest.mark.parametrize(
    "spoils",
    [
        ("DELETE FROM alembic_version",),
        ("DROP TABLE alembic_version",),
        ("INSERT INTO alembic_version VALUES ('0001')",),
    ],
)
async def test_tables_of_no_version_are_left_alone_and_told_as_such(
    spoils: tuple[str, ...], database_url: str, tmp_path: Path
) -> None:
    """Somebody else's, or ours after somebody meant to mend them: by every command."""
    await kept(database_url)
    await changes(database_url, *spoils)
    given = {
        "SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s",
        "SLACK_API_URL": "http://127.0.0.1:9/api/", "AMP_KEYS": str(tmp_path / "keys"),
    }  # fmt: skip
    for command in ("migrate", "run", "teams", "doctor"):
        environment = {**ENOUGH, **given, "DATABASE_URL": database_url}
        status, said = await process.run(command, environment=environment, folder=tmp_path)
        assert status == 1
        assert "does not say of which version of Amp" in said
        assert "Traceback" not in said
    assert await look(database_url, rows) == 1


async def test_a_role_without_rights_hears_which_statement_gives_them(
    empty_postgres_url: str, tmp_path: Path
) -> None:
    """As of PostgreSQL 15 nobody but its owner makes tables in a database; then it works."""
    name = f"amp role {secrets.token_hex(4)}"
    await changes(empty_postgres_url, f'CREATE ROLE "{name}" LOGIN')
    url = make_url(empty_postgres_url).set(username=name).render_as_string(hide_password=False)
    status, said = await migrates(url, tmp_path)
    assert status == 1
    assert f'lets "{name}" make no tables' in said
    statement = said.splitlines()[-1].strip()
    assert statement == f'GRANT CREATE, USAGE ON SCHEMA public TO "{name}";'
    await changes(empty_postgres_url, statement)
    status, said = await migrates(url, tmp_path)
    assert status == 0, said


@pytest.mark.parametrize(
    ("url", "told", "ends"),
    [
        (
            "postgresql://amp:hush@127.0.0.1:9/amp",
            "127.0.0.1:9 does not answer: nobody listens there. Is DATABASE_URL right, and is the "
            "server running?",
            1,
        ),
        (
            "postgresql://amp:hush@nowhere.invalid/amp",
            "there is no machine of that name. Is DATABASE_URL right",
            1,
        ),
        ("postgresql://amp:hush@/amp?host=/nowhere", "there is no such socket. Is DATABASE_URL", 1),
        ("sqlite:////nowhere/amp.db", "there is no folder /nowhere", 2),  # a wrong setting
    ],
)
async def test_a_database_that_is_not_there_is_one_sentence(
    url: str, told: str, ends: int, tmp_path: Path
) -> None:
    """Without a traceback, and without the password."""
    status, said = await migrates(url, tmp_path)
    assert status == ends
    assert told in said
    assert len(said.splitlines()) == 1
    assert "hush" not in said


async def test_a_file_that_is_damaged_is_a_sentence_of_amp_migrate(tmp_path: Path) -> None:
    """In SQLite's own words; nothing is made beside it."""
    (tmp_path / "amp.db").write_bytes(b"SQLite format 3\0" + bytes(8192))
    with pytest.raises(NotMigrated, match=r"amp\.db can't be read: "):
        await schema.run(Settings(database_url=f"sqlite:///{tmp_path}/amp.db"))


async def test_what_can_not_be_written_is_a_sentence_of_amp_migrate(
    empty_postgres_url: str,
) -> None:
    """As on a replica: in the server's own words, and nothing is changed."""
    url = make_url(empty_postgres_url).update_query_dict(
        {"options": "-c default_transaction_read_only=on"}
    )
    read_only = Settings(database_url=url.render_as_string(hide_password=False))
    with pytest.raises(NotMigrated, match="nothing was changed, because cannot execute CREATE"):
        await schema.run(read_only)
    assert await look(empty_postgres_url, tables) == set()


async def test_a_server_that_goes_down_as_it_is_asked_is_a_sentence_of_amp_migrate(
    empty_postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has let us in by then, so the driver, or the system, says it."""
    connects = postgres.connect

    async def only_just(url: URL) -> Any:
        opened = await connects(url)
        with suppress(asyncpg.PostgresError):
            await opened.execute("SELECT pg_terminate_backend(pg_backend_pid())")
        return opened

    monkeypatch.setattr(postgres, "connect", only_just)
    with pytest.raises(NotMigrated, match="can't be read: "):
        await schema.run(Settings(database_url=empty_postgres_url))


async def migrates(url: str, folder: Path) -> tuple[int, str]:
    """`amp migrate`, with nothing but the address of the database."""
    return await process.run("migrate", environment={"DATABASE_URL": url}, folder=folder)


async def changes(url: str, statement: str) -> None:
    database = db.connect(Settings(database_url=url).database)
    async with database.engine.begin() as connection:
        await connection.execute(text(statement))
    await database.close()


async def test_migrations_can_be_undone_down_to_the_first_tables(database_url: str) -> None:
    """And made again; what was kept in them stays."""
    await kept(database_url)
    status, said = await alembic("downgrade", "0001", url=database_url)
    assert status == 0, said
    assert "heartbeat" not in await look(database_url, tables)
    status, said = await alembic("upgrade", "head", url=database_url)
    assert await look(database_url, rows) == 1
    assert status == 0, said
    assert await look(database_url, differences) == []


@pytest.mark.parametrize("target", ["0009", "0001"])
async def test_what_hangs_on_a_team_stays_where_its_columns_go(
    database_url: str, target: str
) -> None:
    """SQLite deletes all that refers to a table it drops: members, and everything beyond them."""
    await look(database_url, _fill)
    status, said = await alembic("downgrade", target, url=database_url)
    assert status == 0, said
    assert await look(database_url, _people) == [1, 1, 1]
    status, said = await alembic("upgrade", "head", url=database_url)
    assert status == 0, said
    assert await look(database_url, _people) == [1, 1, 1]


def _people(connection: Connection) -> list[int]:
    """How many teams, people and members there are."""
    counts = (text(f"SELECT count(*) FROM {name}") for name in ("team", "person", "member"))
    return [int(connection.execute(count).scalar_one()) for count in counts]


def _fill(connection: Connection) -> None:
    """A row in every table there is, as long as its columns take."""
    metadata = MetaData()
    metadata.reflect(connection)
    for table in metadata.sorted_tables:
        if table.name != "alembic_version":
            row = {column.name: _value(column) for column in table.columns}
            connection.execute(table.insert().values(row))
    connection.commit()


def _value(column: Column[Any]) -> Any:
    if column.name == "kind" and column.table.name == "round":
        return "pulse"
    if column.foreign_keys or (column.primary_key and isinstance(column.type, Integer)):
        return "x" if isinstance(column.type, String) else 1
    if isinstance(column.type, JSON):
        return {}
    kind = column.type.python_type
    moments = {datetime: datetime(2026, 6, 3, 8, tzinfo=UTC), date: date(2026, 6, 3)}
    return moments.get(kind) or {str: "x", bytes: b"x", bool: True, float: 1.5}.get(kind, 1)


async def test_teams_that_stand_in_a_roll_up_have_heard_of_it(database_url: str) -> None:
    """None is told once more, at whatever hour the migration runs."""
    await look(database_url, _fill)
    await alembic("downgrade", "0015", url=database_url)
    stands = [(True, True), (None, False), (None, True), (None, None), (False, False)]
    for n, (in_rollup, is_private) in enumerate(stands, 2):
        another = {"id": n, "channel_id": f"C{n}", "in_rollup": in_rollup, "is_private": is_private}
        await look(database_url, partial(_again, "team", another))
    await alembic("upgrade", "0016", url=database_url)
    assert await look(database_url, partial(_column, "rollup_told")) == [
        "x", "x", "x", None, None, None,
    ]  # fmt: skip


async def test_the_week_of_a_teams_newest_round_is_over_for_it(database_url: str) -> None:
    """A pulse's, not an audit's; a team that has had none waits for nothing."""
    await look(database_url, _fill)
    await alembic("downgrade", "0017", url=database_url)
    await look(database_url, partial(_again, "team", {"id": 2, "channel_id": "C2"}))
    weeks = {2: ("pulse", "2026-W09"), 3: ("pulse", "2026-W10"), 4: ("audit", "2026-W11")}
    for n, (kind, week) in weeks.items():
        another = {"id": n, "number": n, "key_name": f"{n}", "kind": kind, "week": week}
        await look(database_url, partial(_again, "round", another))
    await changes(database_url, "UPDATE round SET week = '2026-W08' WHERE id = 1")
    await alembic("upgrade", "0018", url=database_url)
    assert await look(database_url, partial(_column, "done_week")) == ["2026-W10", None]


async def test_a_team_without_a_group_waits_for_none_in_the_version_before(
    database_url: str,
) -> None:
    """Which would never look for it; what pauses a team besides stays."""
    await look(database_url, _fill)
    for n, why in ((1, "group"), (2, "archived")):
        if n > 1:
            another = {"id": n, "channel_id": f"C{n}", "sister_id": None}
            await look(database_url, partial(_again, "team", another))
        paused = f"UPDATE team SET unreachable_why = '{why}' WHERE id = {n}"
        await changes(database_url, paused)
    await alembic("downgrade", "0015", url=database_url)
    assert await look(database_url, partial(_column, "unreachable_why")) == [None, "archived"]
    paused_at = await look(database_url, partial(_column, "unreachable_at"))
    assert [at is None for at in paused_at] == [True, False]


async def test_a_team_that_rests_goes_on_in_the_version_before(database_url: str) -> None:
    """Which knows of no team that is asked together with another: it is due with the other's."""
    await look(database_url, _fill)
    await changes(database_url, "UPDATE team SET sister_id = 2 WHERE id = 1")
    rests = {"id": 2, "channel_id": "C2", "sister_id": 1, "hosts": False, "next_day": None}
    await look(database_url, partial(_again, "team", rests))
    await alembic("downgrade", "0021", url=database_url)
    first, second = await look(database_url, partial(_column, "next_day"))
    assert first == second
    assert second is not None


def _again(name: str, changed: dict[str, Any], connection: Connection) -> None:
    """One more row as the first one of a table, but for what is *changed*."""
    table = Table(name, MetaData(), autoload_with=connection)
    first = connection.execute(select(table).order_by(table.c.id).limit(1)).mappings().one()
    connection.execute(table.insert().values({**first, **changed}))
    connection.commit()


def _column(name: str, connection: Connection) -> list[Any]:
    """What every team has there, the first one in front."""
    return list(connection.execute(text(f"SELECT {name} FROM team ORDER BY id")).scalars())


async def test_rows_of_every_first_table_are_read_after_the_migrations(database_url: str) -> None:
    """Version 0.1 made them; every class that keeps something reads its own."""
    status, said = await alembic("downgrade", "0001", url=database_url)
    assert status == 0, said
    await look(database_url, _fill)
    before = await look(database_url, tables)
    database = db.connect(Settings(database_url=database_url).database)
    await schema.migrate(database)
    async with database.read() as session:
        for mapper in db.Base.registry.mappers:
            if str(mapper.local_table) in before and mapper.inherits is None:
                [row] = await session.scalars(select(mapper.class_))
                assert {column.key: getattr(row, column.key) for column in mapper.column_attrs}
    await database.close()


@pytest.mark.parametrize("target", ["base", f"-{len(VERSIONS)}"])
async def test_nothing_goes_back_before_the_first_tables(database_url: str, target: str) -> None:
    """It would delete all that is kept; nothing at all is changed."""
    await kept(database_url)
    status, said = await alembic("downgrade", target, url=database_url)
    assert status != 0
    assert "would delete all that is kept" in said
    assert await look(database_url, differences) == []
    assert await look(database_url, rows) == 1


async def test_a_sqlite_file_is_brought_up_to_date_twice_at_once(tmp_path: Path) -> None:
    """`amp web` and `amp worker`, started together in an empty folder."""
    url = Settings(database_url=f"sqlite:///{tmp_path}/amp.db").database
    databases = [db.connect(url), db.connect(url)]
    await asyncio.gather(*(schema.migrate(database) for database in databases))
    assert all([(await schema.read(database)).is_current for database in databases])
    for database in databases:
        await database.close()


async def test_an_address_that_is_none_is_named_before_anything_is_tried() -> None:
    """The settings are the same as everywhere."""
    status, said = await alembic("upgrade", "head", url="mysql://db.example/amp")
    assert status == 1
    assert "DATABASE_URL must begin with sqlite:/// or postgresql://." in said
