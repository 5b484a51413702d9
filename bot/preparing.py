"""What has to be so before anything begins: a database that has our tables, and a key store."""

from datetime import datetime
from pathlib import Path

from bot import heartbeat, outages, owner, rights, schema
from bot.db import Database
from bot.errors import AmpError, OperatorError
from bot.pulse import keys as key_store
from bot.pulse.keys import KeyStore, KeysUnreachable


class NotReady(OperatorError):
    """Amp can't start."""


async def database(opened: Database, file: Path | None) -> None:
    """See that it can be worked with, where it is a *file* too; raises NotReady."""
    try:
        await _tables(opened)
        await _try_writing(opened)
    except NotReady as error:
        raise NotReady(f"{error}{owner.hint(file)}") from error.__cause__


async def _tables(database: Database) -> None:
    """See that the tables of this version are there; a SQLite file is brought up to date.

    Raises NotReady, with PostgreSQL also when its tables are another version's.
    """
    try:
        lacking = await rights.lacking(database)
        found = None if lacking else await schema.read(database)
    except Exception as error:
        if outages.is_damage(error):
            why = outages.said(error)
            raise NotReady(
                f"The database is damaged, or is none ({why}). Bring back a backup: amp restore."
            ) from error
        raise NotReady(outages.no_answer(error)) from error
    if found is None:
        raise NotReady(f"The database: {lacking}")
    if found.is_current:
        return
    if found.is_newer:
        raise NotReady(schema.newer(found))
    if not database.on_sqlite:
        raise NotReady("The database needs this version's tables: amp migrate")
    try:
        await schema.migrate(database)
    except Exception as error:
        raise NotReady(_not_written(error)) from error


async def _try_writing(database: Database) -> None:
    """Before anything depends on it. A worker that does not get further says not that it is one."""
    try:
        await heartbeat.touch(database)
    except Exception as error:
        raise NotReady(_not_written(error)) from error


async def keys(store: KeyStore, *, at: datetime) -> None:
    """See that the key store gives back what it is given; raises NotReady."""
    try:
        await key_store.check(store, at=at)
    except KeysUnreachable as error:
        why, remedy = why_no_keys(error)
        told = f"The key store can't be read back ({why}), so no round could be opened. {remedy}"
        raise NotReady(told) from error


LET_IN = "Write the password into AMP_KEYS, redis://:PASSWORD@host:6379"
ONE_SERVER = "That is one of a cluster: name a Redis that is none in AMP_KEYS"
# By words of what Redis, or the way to it, says.
OF_REDIS = {
    "certificate": "Nobody that this machine trusts has signed Redis's certificate. Add "
    "?ssl_ca_certs=/path/of/ca.pem to AMP_KEYS; or, where the network is trusted, "
    "?ssl_cert_reqs=none",
    "username-password": "The user or the password in AMP_KEYS is another one's",
    "hello auth": LET_IN,
    "authentication": LET_IN,
    "no permissions": "In redis-cli: ACL SETUSER, for the user in AMP_KEYS, ~amp:keys +@hash "
    "+select +info +config|get +bgrewriteaof +bgsave",
    "maxmemory": "Redis is full: give Amp one of its own, or raise maxmemory",
    "read only replica": "That is a replica: name the Redis that is written to in AMP_KEYS",
    "hash slot": ONE_SERVER,
    "movederror": ONE_SERVER,
    "db index": "The number behind the / in AMP_KEYS is none of Redis's databases: try /0",
}


def why_no_keys(error: AmpError) -> tuple[str, str]:
    """Why a key store can't be read back, in its own words, and what to do."""
    cause = error.__cause__
    why = outages.words(error) or (type(cause).__name__ if cause else "it forgets")
    if isinstance(cause, NotADirectoryError):
        why = f"{Path(cause.filename).parent} is no folder"
    told = f"{type(cause).__name__} {why}".lower()
    remedy = next((f"{one}. " for words, one in OF_REDIS.items() if words in told), "")
    return why, f"{remedy}Check AMP_KEYS: without it no round is opened, so no answer is lost."


def _not_written(error: Exception) -> str:
    remedy = outages.remedy(error) or "`amp doctor` looks closer."
    return f"The database can't be written. {remedy} ({outages.said(error)})"
