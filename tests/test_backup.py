"""Backups: whole, made while Amp runs, and never over something else."""

import asyncio
import os
import re
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from freezegun import freeze_time
from sqlalchemy import func, select

from bot import backup, db
from bot.backup import NoBackup
from bot.rows import insert_new
from bot.settings import Settings
from bot.slack.models import HandledRequest
from tests import process
from tests.conftest import fresh_database
from tests.shell import runs
from tests.test_db import seen

OPERATING = (process.ROOT / "docs" / "operating.md").read_text()


async def amp(*command: str, folder: Path, **environment: str) -> tuple[int, str]:
    return await process.run(*command, environment=environment, folder=folder)


async def rows(path: Path | str) -> int:
    url = path if isinstance(path, str) else f"sqlite:///{path}"
    database = db.connect(Settings(database_url=url).database)
    async with database.read() as session:
        found = await session.scalar(select(func.count()).select_from(HandledRequest))
    await database.close()
    return found or 0


async def writes(url: str, *numbers: int) -> None:
    database = db.connect(Settings(database_url=url).database)
    async with database.begin() as session:
        await insert_new(session, HandledRequest, seen(*numbers))
    await database.close()


async def test_a_backup_is_whole_while_somebody_writes(sqlite_url: str, tmp_path: Path) -> None:
    """What was committed before is in it; only its owner may read it, and nothing is beside it."""
    database = db.connect(Settings(database_url=sqlite_url).database)
    busy = True

    async def keeps_writing() -> None:
        number = 1000
        while busy:
            async with database.begin() as session:
                number += 1
                await insert_new(session, HandledRequest, seen(number))

    await writes(sqlite_url, *range(500))
    writing = asyncio.create_task(keeps_writing())
    status, said = await amp("backup", "copy.db", folder=tmp_path, DATABASE_URL=sqlite_url)
    busy = False
    await writing
    await database.close()
    assert status == 0, said
    assert await rows(tmp_path / "copy.db") >= 500
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600


async def test_it_says_what_a_backup_reveals(sqlite_url: str, tmp_path: Path) -> None:
    """And what has to be kept apart from it."""
    status, said = await amp("backup", "copy.db", folder=tmp_path, DATABASE_URL=sqlite_url)
    assert status == 0
    for words in ("names of teams", "amp.secret", "never back up", "key store"):
        assert words in said
    assert not [name for name in os.listdir(tmp_path) if name.startswith((".", "copy.db-"))]


async def test_nothing_is_written_over(sqlite_url: str, tmp_path: Path) -> None:
    """Neither a file that is there, by a backup, nor the database, by a restore."""
    (tmp_path / "copy.db").write_text("precious")
    status, said = await amp("backup", "copy.db", folder=tmp_path, DATABASE_URL=sqlite_url)
    assert status == 1
    assert "is there already" in said
    assert (tmp_path / "copy.db").read_text() == "precious"

    await amp("backup", "other.db", folder=tmp_path, DATABASE_URL=sqlite_url)
    await writes(sqlite_url, 1)
    status, said = await amp("restore", "other.db", folder=tmp_path, DATABASE_URL=sqlite_url)
    assert status == 1
    assert "--replace" in said
    assert await rows(sqlite_url) == 1


async def test_a_restore_brings_back_what_was_and_keeps_what_is(
    sqlite_url: str, tmp_path: Path
) -> None:
    """Beside, under another name, with all that was written into it."""
    await writes(sqlite_url, 1, 2)
    await amp("backup", "copy.db", folder=tmp_path, DATABASE_URL=sqlite_url)
    await writes(sqlite_url, 3)
    status, said = await amp(
        "restore", "copy.db", "--replace", folder=tmp_path, DATABASE_URL=sqlite_url
    )
    assert status == 0, said
    assert await rows(sqlite_url) == 2
    (before,) = [name for name in os.listdir(tmp_path) if name.startswith("amp.db.before-")]
    assert await rows(tmp_path / before) == 3
    assert before in said


@freeze_time("2026-11-30T12:00:00Z")
def test_what_was_put_aside_is_not_written_over_by_the_next_restore(
    sqlite_url: str, tmp_path: Path
) -> None:
    """A script that restores twice within a second."""
    settings = Settings(database_url=sqlite_url)
    backup.make(settings, tmp_path / "copy.db")
    for number in (1, 2, 3):
        connected = sqlite3.connect(tmp_path / "amp.db")
        connected.execute(f"CREATE TABLE of_time_{number} (id int)")
        connected.close()
        assert backup.restore(settings, tmp_path / "copy.db", replace=True) == 0
    kept = sorted(path for path in tmp_path.iterdir() if ".before-" in path.name)
    found = []
    for path in kept:
        connected = sqlite3.connect(path)
        query = "SELECT name FROM sqlite_master WHERE name LIKE 'of_time%'"
        found += [name for (name,) in connected.execute(query)]
        connected.close()
    assert found == ["of_time_1", "of_time_2", "of_time_3"]


async def test_a_restore_into_an_empty_folder_needs_no_flag(
    sqlite_url: str, tmp_path: Path
) -> None:
    """Another machine; a write-ahead log that lies about there is not played into it."""
    await writes(sqlite_url, 1)
    await amp("backup", "copy.db", folder=tmp_path, DATABASE_URL=sqlite_url)
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "amp.db-wal").write_bytes(b"of another file")
    status, said = await amp("restore", "../copy.db", folder=tmp_path / "new")
    assert status == 0, said
    assert await rows(tmp_path / "new" / "amp.db") == 1


async def test_what_root_restores_belongs_to_whom_it_belonged(
    sqlite_url: str, tmp_path: Path
) -> None:
    """Under systemd Amp has a user of its own, who else could not open what root brings back.

    On a new machine it is the folder's owner.
    """
    amps = 12345 if os.geteuid() == 0 else os.geteuid()
    os.chown(tmp_path / "amp.db", amps, -1)
    await amp("backup", "copy.db", folder=tmp_path, DATABASE_URL=sqlite_url)
    assert (tmp_path / "copy.db").stat().st_uid == os.geteuid()
    (tmp_path / "new").mkdir()
    os.chown(tmp_path / "new", amps, -1)
    for folder, command in (
        (tmp_path, ["copy.db", "--replace"]),
        (tmp_path / "new", ["../copy.db"]),
    ):
        status, said = await amp("restore", *command, folder=folder)
        assert status == 0, said
        found = (folder / "amp.db").stat()
        assert (found.st_uid, stat.S_IMODE(found.st_mode)) == (amps, 0o600)


async def test_the_database_is_for_its_owner_only_from_the_start(tmp_path: Path) -> None:
    """As its secret and its backups are, whatever the shell is set to."""
    before = os.umask(0o022)
    try:
        status, said = await amp("migrate", folder=tmp_path)
    finally:
        os.umask(before)
    assert status == 0, said
    made = [name for name in os.listdir(tmp_path) if name.startswith("amp.db")]
    assert {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in made} == {0o600}


async def test_a_database_that_is_in_use_is_not_taken_away(sqlite_url: str, tmp_path: Path) -> None:
    """Amp would go on writing into the file that was put aside."""
    await amp("backup", "copy.db", folder=tmp_path, DATABASE_URL=sqlite_url)
    database = db.connect(Settings(database_url=sqlite_url).database)
    async with database.read() as session:
        await session.scalar(select(func.count()).select_from(HandledRequest))
    status, said = await amp(
        "restore", "copy.db", "--replace", folder=tmp_path, DATABASE_URL=sqlite_url
    )
    await database.close()
    assert status == 1
    assert "Amp is at work" in said
    assert not [name for name in os.listdir(tmp_path) if "before" in name]


@pytest.mark.parametrize("content", [b"", b"no database", None])
async def test_what_is_no_backup_is_not_restored(
    content: bytes | None, sqlite_url: str, tmp_path: Path
) -> None:
    """An empty file, another file, none."""
    if content is not None:
        (tmp_path / "copy.db").write_bytes(content)
    status, said = await amp(
        "restore", "copy.db", "--replace", folder=tmp_path, DATABASE_URL=sqlite_url
    )
    assert status == 1
    assert "copy.db" in said
    assert "Traceback" not in said
    assert await rows(sqlite_url) == 0


def in_a_page(file: Path) -> None:
    """One of them is none any more, and not one that a look at its version would meet."""
    index = "SELECT rootpage FROM sqlite_master WHERE type = 'index' AND tbl_name = 'team'"
    with closing(sqlite3.connect(file)) as database:
        (size,) = database.execute("PRAGMA page_size").fetchone()
        (page,) = database.execute(index).fetchone()
    with file.open("r+b") as opened:
        opened.seek(size * (page - 1))
        opened.write(bytes(size))


def in_a_row(file: Path) -> None:
    """It has nothing where its table has to have something."""
    kept, let_in = "day DATE NOT NULL", "day DATE"
    for sql, row in (
        ((kept, let_in), "INSERT INTO seen VALUES (x'00', NULL)"),
        ((let_in, kept), ""),
    ):
        with closing(sqlite3.connect(file)) as database, database:
            database.execute("PRAGMA writable_schema = ON")
            changed = "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE name = 'seen'"
            database.execute(changed, sql)
        with closing(sqlite3.connect(file)) as database, database:
            database.execute(row)


@pytest.fixture
def copy(sqlite_url: str, tmp_path: Path) -> Path:
    """A backup of a database that is there."""
    backup.make(Settings(database_url=sqlite_url), tmp_path / "copy.db")
    return tmp_path / "copy.db"


@pytest.mark.parametrize(
    ("damaged", "told"), [(in_a_page, "is no (backup|database) of Amp's"), (in_a_row, "is damaged")]
)
async def test_a_backup_that_is_damaged_is_not_restored_and_none_is_made_of_what_is(
    damaged: Callable[[Path], None], told: str, copy: Path, sqlite_url: str, tmp_path: Path
) -> None:
    """A restore looks at all of it first; nobody finds out years later what a backup was worth."""
    settings = Settings(database_url=sqlite_url)
    await writes(sqlite_url, 1)
    damaged(copy)
    with pytest.raises(NoBackup, match=rf"copy\.db {told}"):
        backup.restore(settings, copy, replace=True)
    assert await rows(sqlite_url) == 1
    with closing(sqlite3.connect(tmp_path / "amp.db")) as database:
        database.execute("PRAGMA journal_mode=DELETE")
    damaged(tmp_path / "amp.db")
    with pytest.raises(NoBackup, match=rf"amp\.db {told}"):
        backup.make(settings, tmp_path / "another.db")
    assert not (tmp_path / "another.db").exists()


@pytest.mark.parametrize(
    "spoils", ["DELETE FROM alembic_version", "INSERT INTO alembic_version VALUES ('0001')"]
)
def test_a_backup_that_does_not_say_of_which_version_it_is_is_not_restored(
    spoils: str, copy: Path, sqlite_url: str
) -> None:
    """Whoever meant to mend it."""
    with closing(sqlite3.connect(copy)) as database, database:
        database.execute(spoils)
    with pytest.raises(NoBackup, match="does not say of which version"):
        backup.restore(Settings(database_url=sqlite_url), copy, replace=True)


async def test_a_damaged_database_stands_in_no_restores_way(
    copy: Path, sqlite_url: str, tmp_path: Path
) -> None:
    """It may be why there is one; what is left of it is kept, in case somebody can use it."""
    what_is_left = b"SQLite format 3\0" + os.urandom(8192)
    (tmp_path / "amp.db").write_bytes(what_is_left)
    backup.restore(Settings(database_url=sqlite_url), copy, replace=True)
    assert await rows(sqlite_url) == 0
    kept = next(name for name in os.listdir(tmp_path) if name.startswith("amp.db.before-"))
    assert (tmp_path / kept.removesuffix("-wal").removesuffix("-shm")).read_bytes() == what_is_left


async def test_what_is_no_database_of_amps_is_not_backed_up(tmp_path: Path) -> None:
    """An empty file: it is named, and not the copy that nobody has asked for."""
    (tmp_path / "amp.db").write_bytes(b"")
    status, said = await amp("backup", "copy.db", folder=tmp_path)
    assert status == 1
    assert said.startswith("amp.db is no database of Amp's (")
    assert "copy.db" not in os.listdir(tmp_path)


async def test_without_a_database_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    """And none is made."""
    status, said = await amp("backup", "copy.db", folder=tmp_path)
    assert status == 1
    assert said.startswith("There is no file amp.db.")
    assert os.listdir(tmp_path) == []


async def test_the_commands_for_postgresql_work_as_they_are_documented(
    postgres_url: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """Dumped while Amp is connected, restored into an empty database; `amp backup` prints them."""
    status, said = await amp("backup", "amp.dump", folder=tmp_path, DATABASE_URL=postgres_url)
    assert status == 1
    dump, restore = re.findall(r"^pg_.*$", OPERATING, re.MULTILINE)
    assert dump in said
    assert restore in said
    await writes(postgres_url, 1, 2)
    await runs(dump, postgres_url, tmp_path)
    empty = await asyncio.to_thread(fresh_database, request, "postgresql", tmp_path, tables=False)
    await runs(restore, empty, tmp_path)
    assert await rows(empty) == 2
    status, said = await amp("migrate", folder=tmp_path, DATABASE_URL=empty)
    assert "nothing was to be done" in said


async def test_a_backup_of_a_newer_version_is_not_brought_back(
    sqlite_url: str, tmp_path: Path
) -> None:
    """This version could not start on it; what is there stays."""
    environment = {"DATABASE_URL": sqlite_url}
    newer = str(tmp_path / "newer.db")
    await process.run("backup", newer, environment=environment, folder=tmp_path)
    with closing(sqlite3.connect(newer)) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    status, said = await process.run(
        "restore", newer, "--replace", environment=environment, folder=tmp_path
    )
    assert status == 1
    assert said.startswith("A newer version of Amp has brought the tables up to date (9999;")
    assert (await process.run("teams", environment=environment, folder=tmp_path))[0] == 0


async def test_a_restore_goes_where_the_file_is_that_a_link_leads_to(tmp_path: Path) -> None:
    """As to a disk that lasts: a new file beside the link would be on one that may not."""
    (disk := tmp_path / "disk").mkdir()
    (tmp_path / "amp.db").symlink_to(disk / "amp.db")
    environment = {"DATABASE_URL": "sqlite:///amp.db"}
    for command in (("migrate",), ("backup", "b.db"), ("restore", "b.db", "--replace")):
        status, said = await process.run(*command, environment=environment, folder=tmp_path)
        assert status == 0, said
    assert (tmp_path / "amp.db").is_symlink()
    assert stat.S_IMODE((disk / "amp.db").stat().st_mode) == 0o600
    assert [path.name for path in disk.iterdir() if ".before-" in path.name]
    assert (await process.run("teams", environment=environment, folder=tmp_path))[0] == 0
