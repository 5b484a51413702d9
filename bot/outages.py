"""What is down, in the server's own words: no statement, no value and no secret is among them."""

import re
import sqlite3
import traceback
from types import FrameType

import aiohttp
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from bot import postgres
from bot.db import DatabaseTimeout
from bot.errors import AmpError

# PostgreSQL's classes of errors that are about its state, and not about a statement of ours:
# connections, who may come in, transactions that others cut short (a conflict, a deadlock, a lock,
# a time that an administrator sets), read-only, no rights, tables of another version or of none, no
# room or memory, an operator, the disk. What a row says is in none of their messages.
# https://www.postgresql.org/docs/current/errcodes-appendix.html
STATES = (
    "08", "25006", "25P03", "25P04", "28", "3D", "3F", "40", "42501", "42703", "42P01", "53", "55",
    "57", "58", "XX",
)  # fmt: skip

DYING = "cannot switch to state"  # what asyncpg says of it before it has seen the end


# By the beginning of PostgreSQL's own code for why it did not do as we asked.
REMEDIES = {
    "25006": "Where it is a replica, name the server that is written to, or both: "
    "?host=ONE,TWO&target_session_attrs=read-write. Else see why default_transaction_read_only is "
    "on, as some hosts have it while a disk is nearly full.",
    "28": "Check the user and the password of DATABASE_URL, and what pg_hba.conf lets in.",
    "3D000": "Make that database, or name another one in DATABASE_URL; then: amp migrate",
    "3F000": "Make that schema, or name one that is there in search_path.",
    "53100": "Make room on the server's disk.",
    "53300": "Others have all its connections: raise max_connections, or lower DATABASE_POOL.",
    "55P03": "Another process has locked a table: try again when it is through.",
    "57014": "The role's statement_timeout is too short, or the server is too busy: ALTER ROLE … "
    "SET statement_timeout = '30s'.",
    "57P03": "It is starting, or stopping: try again in a minute.",
}


def remedy(error: BaseException) -> str | None:
    """What to do about a server that did not let us in, or do something; None where it is said."""
    for one in (error, getattr(error, "orig", None), error.__cause__):
        code = str(getattr(one, "sqlstate", None) or "")
        if found := next(
            (told for begins, told in REMEDIES.items() if code[: len(begins)] == begins), None
        ):
            return found
    return None


def no_answer(error: Exception) -> str:
    """What to say of a database that can't be read; raises nothing."""
    if found := remedy(error):
        return f"The database: {said(error)}. {found}"
    return (
        f"The database does not answer. Is DATABASE_URL right, and is it running? ({said(error)})"
    )


def is_database(error: BaseException) -> bool:
    """Whether it is the database's state that is to blame, not a statement of ours."""
    if isinstance(error, DBAPIError):
        if isinstance(error, OperationalError | InterfaceError) or error.connection_invalidated:
            return True
        if is_damage(error):
            return True
        return str(getattr(error.orig, "sqlstate", None) or "").startswith(STATES)
    if type(error).__module__.startswith("asyncpg."):  # while it connects, or talks nonsense
        return True
    if isinstance(error, OSError):  # of a socket; Slack and Redis have theirs
        return any(_is_a_driver(frame) for frame, _ in traceback.walk_tb(error.__traceback__))
    return isinstance(error, PoolTimeoutError | DatabaseTimeout)


def is_damage(error: BaseException) -> bool:
    """Whether SQLite's file is damaged, or no database at all: nothing helps but a backup."""
    return isinstance(error, DBAPIError) and type(error.orig) is sqlite3.DatabaseError


def _is_a_driver(frame: FrameType) -> bool:
    return str(frame.f_globals.get("__name__")).startswith(("sqlalchemy.", "asyncpg."))


def words(error: BaseException) -> str | None:
    """Why something that we need is out of reach; None when that is not what went wrong."""
    if isinstance(error, AmpError) and error.__cause__ is not None:
        return words(error.__cause__)
    if isinstance(error, PoolTimeoutError):
        return "the database: all connections of DATABASE_POOL are in use"
    if isinstance(error, DatabaseTimeout):
        return "the database: another process has been writing for too long"
    if is_database(error) or _is_of_a_server(error):
        return f"Redis: {said(error)}" if _is_of_redis(error) else said(error)
    return None


def said(error: BaseException) -> str:
    """What the server, or the operating system, said; or that it said nothing."""
    if isinstance(error, TimeoutError) and is_database(error):
        return f"the database has not answered within {postgres.PATIENCE:.0f} seconds"
    told = str(error.orig) if isinstance(error, DBAPIError) else str(error)
    told = re.sub(r"^<class '[^']*'>: ", "", " ".join(told.split()))
    if told.startswith(DYING):
        return "the server has ended the connection"
    return told or type(error).__name__


def _is_of_a_server(error: BaseException) -> bool:
    """Slack, a proxy on the way to it, Redis, or the disk."""
    return isinstance(error, aiohttp.ClientConnectionError | OSError) or _is_of_redis(error)


def _is_of_redis(error: BaseException) -> bool:
    return type(error).__module__.startswith("redis.")
