"""What Amp keeps: the database, the secret that it was written with, the key store, the disk."""

import os
import shutil
import stat
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from bot import heartbeat, outages, owner, postgres, preparing, rights, schema
from bot.db import Database
from bot.doctor.finding import Finding, State, note, ok, problem
from bot.doctor.server import refused, server
from bot.errors import AmpError, SettingsError
from bot.pulse import keys as key_store
from bot.pulse.models import AnyRound, Seal
from bot.settings import Settings
from bot.slack.models import Installation
from bot.vault import Vault, WrongSecret

LET_IT = "Let Amp's user write there."
WRITABLE = "See to the file's owner and the disk, or to the rights of the role."
RESTORE = "Stop Amp, see to the disk, and bring back a backup: amp restore FILE --replace"
ENOUGH = 200  # megabytes of a disk


class NotKept(Exception):
    """Undoes what was written only to see whether it can be."""


async def database(settings: Settings, database: Database) -> AsyncIterator[Finding]:
    """Whether it answers, has the tables of this version, and can be written.

    The first finding is ok when there are rows to look at.
    """
    file = settings.sqlite_file
    if file is not None and not owner.is_there(file):
        yield _no_file_yet(file)
        return
    name = "the SQLite file" if file else postgres.place(settings.database)
    tables = await _tables(database, name, on_sqlite=file is not None)
    yield tables
    if file and (seen := _seen_by_others(file)):
        yield seen
    if tables.state is State.PROBLEM and file and (stranger := _stranger(file)):
        yield stranger
    if tables.state is not State.OK:
        unseen = "the secret, whether a worker is at work, keys of open rounds"
        where = ", installed workspaces" if settings.several_workspaces else ""
        yield note(f"not looked at without the database: {unseen}{where}")
        return
    yield await _written(database, name)
    if file and (stranger := _stranger(file)):
        yield stranger


async def _tables(database: Database, name: str, *, on_sqlite: bool) -> Finding:
    try:
        found = await schema.read(database)
    except Exception as error:
        if rights.is_refusal(error) and (lacking := await refused(database)):
            return lacking
        remedy = RESTORE if outages.is_damage(error) else outages.remedy(error)
        return problem(_why(name, "does not answer", error), remedy or "Check DATABASE_URL.")
    if (found.unclear or found.current is None) and (lacking := await refused(database)):
        return lacking
    if found.is_newer:
        has = "no tables that are Amp's for certain" if found.unclear else "newer tables"
        return problem(f"{name} has {has}", schema.newer(found))
    if found.is_current:
        return ok(f"{name} answers and has the tables of this version ({found.current})")
    if on_sqlite:
        told = f"{name} has older tables ({found.current})"
        return note(told, "`amp run` brings them up to date.")
    return problem(f"{name} lacks this version's tables", "Run: amp migrate")


def _no_file_yet(file: Path) -> Finding:
    folder = file.absolute().parent
    if os.access(folder, os.W_OK):
        return note(f"there is no {file} yet", "The first start makes it.")
    return problem(
        f"{file} can't be made: {folder} can't be written", "Let Amp's user write there."
    )


async def _written(database: Database, name: str) -> Finding:
    try:
        async with database.begin() as session:
            row = heartbeat.Heartbeat(name="doctor", works=False, beat_at=heartbeat.now())
            session.add(row)
            await session.flush()
            raise NotKept
    except NotKept:
        return ok(f"{name} can be written")
    except Exception as error:
        remedy = RESTORE if outages.is_damage(error) else outages.remedy(error)
        return problem(_why(name, "can't be written", error), remedy or WRITABLE)


def _why(name: str, what: str, error: Exception) -> str:
    """What went wrong and why; a server that did not let us in has said both already."""
    said = outages.said(error)
    return said if said.startswith(name) else f"{name} {what}: {said}"


def _seen_by_others(file: Path) -> Finding | None:
    """Versions before made it as the shell was set."""
    if not hasattr(os, "geteuid") or not stat.S_IMODE(file.stat().st_mode) & 0o077:
        return None
    told = f"{file} can be read by other users of this machine"
    return note(told, f"If they need not: chmod 600 {file}")


def _stranger(file: Path) -> Finding | None:
    """Root may do what the service's user may not."""
    found = owner.another(file)
    if found is None:
        return None
    part, user = found
    return note(
        f"{part} belongs to another user than the one that runs this",
        f"For what Amp itself may do, run it as that user: sudo -u '#{user}' amp doctor. Where Amp "
        "runs as this one, give it the file (chown).",
    )


async def rows(settings: Settings, database: Database) -> AsyncIterator[Finding]:
    """Whether the stored tokens open with our secret, and whether a worker is at work."""
    async with database.read() as session:
        tokens = list(await session.scalars(select(Installation.bot_token)))
        silent = await heartbeat.missing(session)
    told = [one async for one in server(database)] if settings.on_postgres else []
    yield _secret(settings, tokens)
    for finding in told:
        yield finding
    if silent is None:
        yield ok("a worker is at work")
    else:
        yield note(heartbeat.told(silent), "Start it: amp run, or amp worker beside amp web.")


def _secret(settings: Settings, tokens: list[bytes]) -> Finding:
    try:
        secret = settings.present_secret()
    except SettingsError as error:
        return problem(error.complaints[0], "")
    where = "AMP_SECRET" if settings.secret else str(settings.secret_file)
    if secret is None and tokens:
        told = "the tokens in the database can't be read: there is no AMP_SECRET and no amp.secret"
        return problem(told, f"Put back {where}, or install Amp everywhere once more.")
    if secret is None:
        return note(f"there is no {where} yet", "The first start makes it.")
    try:
        for token in tokens:
            Vault(secret).unlock(token)
    except WrongSecret:
        return problem(
            f"{where} is not the secret that the database was written with",
            "Put back the one from before. Without it, empty the tables installation, webhook and "
            "note, and install Amp once more: docs/operating.md, «Backups».",
        )
    return ok(f"{where} opens what the database holds ({len(tokens)} tokens)")


async def keys(settings: Settings, database: Database | None) -> AsyncIterator[Finding]:
    """Whether the key store keeps what it is given, and has the keys of open rounds."""
    folder = None if "://" in settings.keys else Path(settings.keys)
    if folder is not None and not owner.is_there(folder):
        yield (
            note(f"there is no {folder} yet", "The first round makes it.")
            if os.access(_existing(folder.absolute().parent), os.W_OK)
            else problem(f"the key store {folder} can't be made", LET_IT)
        )
    store = key_store.connect(settings.keys)
    try:
        if folder is None or owner.is_there(folder):
            kept = await _kept(store)
            yield kept
            if kept.state is not State.OK:
                return
        if folder is None:
            yield await _persistence(settings.keys)
        elif apart := _not_apart(folder, settings.sqlite_file):
            yield apart
        for told in await store.warnings():
            yield note(told, "See «The key store» in docs/operating.md.")
        if database is not None:
            yield await _of_open_rounds(store, database)
    finally:
        await store.close()


def _not_apart(folder: Path, file: Path | None) -> Finding | None:
    """The key's other half is in the database, and whoever copies both has it whole."""
    if file is None or file.absolute().parent not in folder.absolute().parents:
        return None
    return note(
        f"the key store {folder} lies in the database's folder",
        "Set AMP_KEYS to a place that nobody copies with the database: a backup of both opens the "
        "answers of rounds that were open.",
    )


async def _kept(store: key_store.KeyStore) -> Finding:
    try:
        await key_store.check(store, at=datetime.now(UTC))
    except AmpError as error:
        why, remedy = preparing.why_no_keys(error)
        told = f"the key store can't be read back ({why}); what it holds was not looked at"
        return problem(told, remedy)
    return ok("the key store gives back what is put into it")


async def _persistence(address: str) -> Finding:
    """Whether a restart of Redis, or its want of memory, would lose answers."""
    from redis.asyncio import Redis

    wanted = {"appendonly": "yes", "appendfsync": "always", "maxmemory-policy": "noeviction"}
    redis = Redis.from_url(address, decode_responses=True)
    try:
        found = {name: (await redis.config_get(name)).get(name) for name in wanted}
    except Exception as error:
        told = f"Redis does not show its settings ({outages.said(error)})"
        return note(told, "See that it has appendonly yes, appendfsync always, noeviction.")
    finally:
        await redis.aclose()
    wrong = {name: value for name, value in wanted.items() if found[name] != value}
    if not wrong:
        return ok("Redis writes keys to disk at once, and evicts none")
    asked = "; ".join(f"CONFIG SET {name} {value}" for name, value in wrong.items())
    told = ", ".join(f"{name} is {found[name] or 'unknown'}" for name in wrong)
    remedy = f"In redis-cli: {asked}; CONFIG REWRITE"
    return problem(f"Redis may forget keys of open rounds: {told}", remedy)


async def _of_open_rounds(store: key_store.KeyStore, database: Database) -> Finding:
    """Of pulses, audits, votes and answers to comments: all that waits to be opened."""
    still_open = select(AnyRound.key_name).where(AnyRound.closed_at.is_(None))
    async with database.read() as session:
        names = set(await session.scalars(still_open))
        names |= set(await session.scalars(select(Seal.name).where(Seal.half.is_not(None))))
    try:
        held = await store.names()
        lost = {name for name in names if not {key_store.half_of(name), name} & held}
    except Exception as error:
        return problem(f"the keys can't be listed ({outages.said(error)})", "Check AMP_KEYS.")
    if not lost:
        return ok(f"the key of every open round is there ({len(names)})")
    return problem(
        f"{len(lost)} of {len(names)} open rounds have no key here: they could not be counted",
        "Is AMP_KEYS the one of the worker? Bring the key store back if you can.",
    )


def disk(settings: Settings) -> Iterator[Finding]:
    """Whether there is room where files are written."""
    places = [settings.sqlite_file] if settings.sqlite_file else []
    if "://" not in settings.keys:
        places.append(Path(settings.keys))
    for folder in dict.fromkeys(_existing(place.absolute().parent) for place in places):
        free = shutil.disk_usage(folder).free // 1_000_000
        if free < ENOUGH:
            yield problem(
                f"{folder} has only {free} MB left", "Make room, or answers can't be kept."
            )
        else:
            yield ok(f"{folder} has room ({free} MB)")


def _existing(folder: Path) -> Path:
    return next(path for path in (folder, *folder.parents) if owner.is_there(path))
