"""`amp backup` and `amp restore`: the SQLite file, whole, also while Amp runs."""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path

from bot import owner, schema
from bot.errors import OperatorError
from bot.settings import Settings

REVEALS = """\
What it reveals to whoever has it: names of teams, who is in them, what digests said, and what
people wrote into tools of their team. Tokens and private notes in it are locked by AMP_SECRET,
answers of open rounds by keys of which it has one half: the other one is in the key store, and in
no backup. So keep {secret} apart from it, and never back up the key store."""

PG_DUMP = """\
This database is PostgreSQL's, whose own tools make a backup that fits together while Amp runs:
  pg_dump --format=custom --no-owner --file=amp.dump "$DATABASE_URL"
  pg_restore --no-owner --exit-on-error --single-transaction --dbname="$DATABASE_URL" amp.dump
The second one wants a database that is empty."""


class NoBackup(OperatorError):
    """No backup was made or brought back; the sentence says why, and nothing was changed."""


def make(settings: Settings, target: Path) -> int:
    """Copy the SQLite file to *target*, which must not be there yet; raises NoBackup."""
    source = _sqlite_file(settings)
    if not _is_there(source):
        raise NoBackup(f"There is no file {source}. Run this where Amp runs, or set DATABASE_URL.")
    if _is_there(target):
        raise NoBackup(f"{target} is there already, and is not written over. Choose another name.")
    _look_at(source)
    with complete(target) as unfinished, closing(_opened(source)) as database:
        with closing(sqlite3.connect(unfinished)) as copy:
            database.backup(copy, pages=1024, sleep=0.01)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
        _check(unfinished, called=source)
    secret = "AMP_SECRET" if settings.secret else str(source.with_suffix(".secret"))
    sys.stdout.write(f"{source} was copied to {target}.\n{REVEALS.format(secret=secret)}\n")
    return 0


def restore(settings: Settings, source: Path, *, replace: bool) -> int:
    """Put a backup in the place of the SQLite file; what was there is kept under another name.

    Raises NoBackup.
    """
    target = _sqlite_file(settings)
    if target.is_symlink():  # the backup goes where the file is, such as to another disk
        target = target.resolve()
    if not _is_there(source):
        raise NoBackup(f"There is no file {source}.")
    revision = _check(source)
    if revision not in schema.known():
        raise NoBackup(schema.newer(schema.told(revision)))
    if _is_there(target) and not replace:
        raise NoBackup(
            f"{target} is there already. With --replace it is kept beside, under another name."
        )
    with complete(target, replaces=replace, belongs_there=True) as unfinished:
        with closing(_opened(source)) as backup, closing(sqlite3.connect(unfinished)) as copy:
            backup.backup(copy)
        before = _put_aside(target)
    kept = f" What was there is {before} now." if before else ""
    sys.stdout.write(
        f"{target} is what {source} was (tables at {revision}).{kept}\n"
        "It goes with the AMP_SECRET, or the file amp.secret, of the time it was made. Answers of "
        "rounds that were open then can be counted if their keys are still in the key store.\n"
    )
    return 0


def _sqlite_file(settings: Settings) -> Path:
    if settings.sqlite_file is None:
        raise NoBackup(PG_DUMP)
    _is_there(settings.sqlite_file)
    return settings.sqlite_file


def _is_there(path: Path) -> bool:
    if told := owner.hidden(path):
        raise NoBackup(f"{told}.")
    return path.exists()


@contextmanager
def complete(
    target: Path, *, replaces: bool = False, belongs_there: bool = False
) -> Iterator[Path]:
    """A file beside *target* that becomes it when all went well; only its owner may read it.

    What *belongs_there* belongs to whom the file did that was there, or else the folder does: root
    may bring back what another user's Amp is to open.
    """
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        _make_empty(unfinished, like=target if belongs_there else None)
        yield unfinished
        if replaces:
            unfinished.rename(target)
        else:
            os.link(unfinished, target)  # which fails where somebody has just made one
    except FileExistsError as error:
        raise NoBackup(f"{target} is there already, and is not written over.") from error
    except (OSError, sqlite3.Error) as error:
        why = getattr(error, "strerror", None) or error
        raise NoBackup(f"{target} could not be made: {why}.") from error
    finally:
        unfinished.unlink(missing_ok=True)


def _make_empty(file: Path, *, like: Path | None) -> None:
    made = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        if like is not None and hasattr(os, "geteuid") and os.geteuid() == 0:
            before = (like if like.exists() else like.absolute().parent).stat()
            os.fchown(made, before.st_uid, before.st_gid)
    finally:
        os.close(made)


def _opened(path: Path) -> sqlite3.Connection:
    """For reading only: a backup must not make a file, nor repair one."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=30)


def _look_at(source: Path) -> None:
    """Whether it is ours to read; a copy that can't be made is another matter."""
    try:
        with closing(_opened(source)) as database:
            database.execute("PRAGMA schema_version").fetchone()
    except sqlite3.Error as error:
        raise NoBackup(f"{source} can't be read: {error}.{owner.hint(source)}") from error


def _check(path: Path, *, called: Path | None = None) -> str:
    """The version of the tables in a whole database of Amp's; raises NoBackup.

    What is wrong is said of *called*, if that is what it is a copy of.
    """
    called = called or path
    try:
        with closing(_opened(path)) as database:
            sound = database.execute("PRAGMA integrity_check").fetchone()[0]
            found = database.execute("SELECT version_num FROM alembic_version").fetchall()
    except sqlite3.Error as error:
        what = "backup" if called == path else "database"
        raise NoBackup(f"{called} is no {what} of Amp's ({error}).") from error
    if sound != "ok":
        raise NoBackup(f"{called} is damaged, or was never Amp's: {sound}.")
    if len(found) != 1:
        raise NoBackup(f"{called} does not say of which version of Amp its tables are.")
    return str(found[0][0])


def _put_aside(path: Path) -> Path | None:
    """Move the file and what is beside it, and say where to; None when nothing was there.

    Raises NoBackup when somebody is at work on it.
    """
    if path.exists():
        _close_log(path)
    aside = _free(path.with_name(f"{path.name}.before-{datetime.now(UTC):%Y%m%dT%H%M%SZ}"))
    moved = False
    for end in ("", "-wal", "-shm"):  # a log that is left behind would be played into the backup
        part = path.with_name(path.name + end)
        if part.exists():
            part.rename(aside.with_name(aside.name + end))
            moved = True
    return aside if moved else None


def _free(path: Path) -> Path:
    """This name, or one like it: what was put aside a moment ago is not written over."""
    others = (path.with_name(f"{path.name}-{n}") for n in count(2))
    return next(one for one in chain([path], others) if not os.path.lexists(one))


def _close_log(path: Path) -> None:
    try:
        with closing(sqlite3.connect(path, timeout=0)) as database:
            # What leaves write-ahead mode has to be alone with the file, and empties the log.
            database.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as error:
        raise NoBackup(f"Amp is at work on {path} ({error}). Stop it first.") from error
    except sqlite3.DatabaseError:
        pass  # it is damaged, which may be why there is a restore
