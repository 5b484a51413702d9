"""What every process of Amp needs, imported and read: those of the tests are forked from here."""

import gc
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import aiosqlite as aiosqlite
import alembic.command as alembic_command
import alembic.config as alembic_config
import asyncpg as asyncpg
import nacl.public as nacl_public
from sqlalchemy.dialects.postgresql import asyncpg as on_postgresql
from sqlalchemy.dialects.sqlite import aiosqlite as on_sqlite
from sqlalchemy.orm import configure_mappers

from bot import app, doctor, registering, running, schema, timetable, web
from bot.__main__ import main

WARM = (
    alembic_command,
    nacl_public,
    on_postgresql,
    on_sqlite,
    doctor,
    registering,
    running,
    schema,
    timetable,
    web,
)

app._shipped()
configure_mappers()
gc.freeze()


def become(
    command: Sequence[str],
    environment: Mapping[str, str],
    folder: Path,
    out: int,
    module: str = "bot",
) -> None:
    """Be `amp COMMAND`, or alembic's, from here on, in *folder*; *out* is where it talks."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(out, 1)
    os.dup2(out, 2)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    if module == "bot":
        sys.exit(main(command))
    alembic_config.main(command, prog="alembic")
