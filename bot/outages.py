"""What is down, in the server's own words: no statement, no value and no secret is among them."""

import re
import sqlite3
import traceback
from types import FrameType

import aiohttp
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

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
        return said(error)
    return None


def said(error: BaseException) -> str:
    """What the server, or the operating system, said."""
    told = str(error.orig) if isinstance(error, DBAPIError) else str(error)
    told = re.sub(r"^<class '[^']*'>: ", "", " ".join(told.split()))
    return told or type(error).__name__


def _is_of_a_server(error: BaseException) -> bool:
    """Slack, a proxy on the way to it, Redis, or the disk."""
    module = type(error).__module__
    return isinstance(error, aiohttp.ClientConnectionError | OSError) or module.startswith("redis.")
