"""PostgreSQL over asyncpg: libpq's parameters in `DATABASE_URL`, taken or refused by name."""

import asyncio
import contextlib
import ssl
from collections.abc import Sequence
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy.engine import URL

if TYPE_CHECKING:
    import asyncpg
    from sqlalchemy.ext.asyncio import AsyncConnection

CONNECT_TIMEOUT = 10.0  # seconds, where the address names none
# Seconds for a statement, and then for the server to let go of it: one that is frozen, or gone with
# nobody told, would be waited for as long as that lasts, also when another one has taken over.
PATIENCE = 20.0
LONG = 3600.0  # for VACUUM

# https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS
# What asyncpg reads from an address itself, or the server from what is sent to it at the start.
TAKEN = {
    "host", "port", "dbname", "user", "password", "passfile", "service", "application_name",
    "fallback_application_name", "options", "connect_timeout", "sslmode", "sslcert", "sslkey",
    "sslrootcert", "sslcrl", "sslpassword", "sslnegotiation", "ssl_min_protocol_version",
    "ssl_max_protocol_version", "target_session_attrs", "krbsrvname", "gsslib",
}  # fmt: skip
# Parameters that asyncpg does not know, with the values that it keeps all the same.
ANYWAY = {
    "channel_binding": {"prefer", "disable"},
    "client_encoding": {"utf8", "utf-8", "auto"},
    "gssencmode": {"prefer", "disable"},
    "gssdelegation": {"0"},
    "keepalives": {"1"},
    "load_balance_hosts": {"disable"},
    "replication": {"false", "off", "no", "0"},
    "requiressl": {"0"},
    "sslcertmode": {"allow"},
    "sslcompression": {"0"},
    "sslsni": {"1"},
    "tcp_user_timeout": {"0"},
}
INSTEAD = {
    "channel_binding": "Use sslmode=verify-full&sslrootcert=system: it proves the server's identity"
    " by its certificate.",
    "requiressl": "Use sslmode=require.",
    "hostaddr": "Use host.",
}
SSL_MODES = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")


_statements = count(1)  # prepared ones, whose names nobody else has


class Refused(ConnectionError):
    """The server did not let us in; the message says why, in its own words, without secrets."""


def complaints(url: URL) -> list[str]:
    """A sentence for each parameter of the address that would not be kept as it is meant."""
    told = [_complaint(name, str(value)) for name, value in _query(url).items()]
    return [sentence for sentence in told if sentence]


def _complaint(name: str, value: str) -> str | None:
    if name == "sslmode" and value not in SSL_MODES:
        return f"DATABASE_URL: sslmode must be one of {', '.join(SSL_MODES)}."
    if name == "connect_timeout" and not value.isdecimal():
        return "DATABASE_URL: connect_timeout must be a number of seconds."
    if name in TAKEN or value.lower() in ANYWAY.get(name, ()):
        return None
    if name in ANYWAY:
        instead = INSTEAD.get(name, "Take it out.")
        return f"DATABASE_URL: {name}={value} can't be kept by Amp's driver. {instead}"
    instead = INSTEAD.get(name, f"Take it out, or set it on the server: options=-c {name}=….")
    return f"DATABASE_URL: {name} is nothing that Amp's driver knows. {instead}"


def new_name() -> str:
    """A name for a prepared statement; one without is prepared again each time."""
    return f"amp_{next(_statements)}"


def place(url: URL) -> str:
    """Where the server is, for a sentence."""
    host = url.host or str(_query(url).get("host") or "")
    if host.startswith("/"):
        return f"PostgreSQL at {host}"
    return f"PostgreSQL at {host or 'this machine'}:{url.port or _query(url).get('port') or 5432}"


async def connect(url: URL) -> Any:
    """A connection as the address wants it, asyncpg's, which also knows whether it `is_pooled`.

    Raises Refused with the server's own words, or the operating system's.
    """
    import asyncpg

    _look_only_where_we_may()
    query = _query(url)
    # libpq takes 0 for «as long as it takes»; whoever waits for us is a person.
    seconds = float(query.pop("connect_timeout", 0)) or CONNECT_TIMEOUT
    try:
        connection = await _first_that_answers(
            [_dsn(url, one) for one in _one_by_one(query)],
            timeout=seconds,
            command_timeout=PATIENCE,
            statement_cache_size=0,
            connection_class=_connection_class(),
            **_tls(query),
        )
        connection.is_pooled = await _is_pooled(connection)
        if not connection.is_pooled:
            await connection.execute("SET default_transaction_isolation = 'read committed'")
            await _hush(connection)
        return connection
    except (TimeoutError, asyncio.CancelledError) as error:
        if isinstance(error, asyncio.CancelledError):
            raise
        raise Refused(f"{place(url)} does not answer within {seconds:.0f} seconds") from error
    except (
        OSError, ValueError, asyncpg.PostgresError, asyncpg.InterfaceError,
        asyncpg.TargetServerAttributeNotMatched,
    ) as error:  # fmt: skip
        raise Refused(f"{place(url)} {_why(error)}") from error


def _one_by_one(query: dict[str, str]) -> list[dict[str, str]]:
    """Each of several servers by itself, as libpq tries them: asyncpg gives all of them one time.

    One that is frozen would leave none for the others.
    """
    hosts, ports = query.get("host", "").split(","), query.get("port", "").split(",")
    if len(hosts) == 1 or query.get("target_session_attrs") == "prefer-standby":
        return [query]
    several = len(ports) == len(hosts)
    return [
        {**query, "host": host} | ({"port": ports[n]} if several else {})
        for n, host in enumerate(hosts)
    ]


async def _first_that_answers(addresses: Sequence[str], **how: Any) -> Any:
    import asyncpg

    *others, last = addresses
    passed_over = OSError, asyncpg.CannotConnectNowError, asyncpg.TargetServerAttributeNotMatched
    for address in others:
        with contextlib.suppress(*passed_over):
            return await asyncpg.connect(address, **how)
    return await asyncpg.connect(last, **how)


@cache
def _look_only_where_we_may() -> None:
    """A home that is hidden from us, as systemd hides it, has no certificates: so has it libpq.

    asyncpg looks there on its own, and takes what it may not look into for an error.
    """
    from asyncpg import connect_utils

    below_home = connect_utils._dot_postgresql_path

    def found(name: str) -> Path | None:
        path: Path | None = below_home(name)
        try:
            if path is not None:
                path.stat()
        except PermissionError:
            return None
        except OSError:
            pass  # it is not there, with which asyncpg knows what to do
        return path

    connect_utils._dot_postgresql_path = found


@cache
def _connection_class() -> Any:
    import asyncpg

    class Connection(asyncpg.Connection):  # type: ignore[misc]
        """A connection that knows whether a pooler may give each transaction another process."""

        is_pooled = False

        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            self._at_hand: dict[str, asyncpg.prepared_stmt.PreparedStatement[Any]] = {}

        def wait(self, seconds: float | None) -> None:
            """Let each statement take so long; None: as long as it takes."""
            config: Any = self._config  # type: ignore[has-type]
            self._config = config._replace(command_timeout=seconds)

        async def run(self, text: str, values: Sequence[Any]) -> tuple[list[Any], str]:
            """The rows of a statement that stays prepared here, and the server's word for it."""
            try:
                if self.is_pooled:  # which is known only now
                    async with self.transaction():
                        return await _fetched(await self.prepare(text, name=""), values)
                prepared = self._at_hand.get(text) or await self.prepare(text, name=new_name())
                self._at_hand[text] = prepared
                return await _fetched(prepared, values)
            except asyncpg.PostgresError:
                self._at_hand.clear()  # after a migration its plan may fit no longer
                raise

        async def set_type_codec(self, *given: Any, **named: Any) -> None:
            """Ask the server about a type: two messages, which go to one process."""
            async with self.transaction() if self.is_pooled else contextlib.nullcontext():
                await super().set_type_codec(*given, **named)

    return Connection


async def take_time(connection: "AsyncConnection") -> None:
    """Let the statements of a transaction take as long as tables are large; SQLite's do anyway."""
    if connection.dialect.name == "sqlite":
        return
    raw: Any = await connection.get_raw_connection()
    raw.driver_connection.wait(None)
    raw.info["takes_time"] = True


def take_no_more_time(connection: Any) -> None:
    """For whoever gets it from the pool next, unless it has ended."""
    if connection.info.pop("takes_time", False) and connection.driver_connection:
        connection.driver_connection.wait(PATIENCE)


async def _fetched(prepared: Any, values: Sequence[Any]) -> tuple[list[Any], str]:
    return await prepared.fetch(*values), prepared.get_statusmsg()


async def _is_pooled(connection: "asyncpg.Connection[Any]") -> bool:
    """Whether a pooler such as pgbouncer stands before the server, and may change it under us.

    Each transaction may then find another server's process, so nothing may be kept from one to the
    next: no setting, and no prepared statement. A pooler names a process that is none of the
    server's. Asked in the one message that nobody can come between; its answer is the number of
    rows.
    """
    told = connection.get_server_pid()
    found = await connection.execute(f"SELECT WHERE pg_backend_pid() = {told}")
    return bool(found != "SELECT 1")


async def _hush(connection: "asyncpg.Connection[Any]") -> None:
    """Where the role may say so, the server's log does not have what we ask, and of whom.

    Others find the statement for it in `amp doctor`, and so does who is behind a pooler.
    """
    import asyncpg

    for setting in ("log_statement = none", "log_min_duration_statement = -1"):
        with contextlib.suppress(asyncpg.InsufficientPrivilegeError):
            await connection.execute(f"SET {setting}")


def _why(error: Exception) -> str:
    words = " ".join(str(error).split())
    if isinstance(error, ConnectionRefusedError) or "Multiple exceptions" in words:
        return "does not answer: nobody listens there"
    if isinstance(error, FileNotFoundError):
        return "does not answer: there is no such socket"
    if type(error).__name__ == "gaierror":
        return "can't be found: there is no machine of that name"
    if getattr(error, "sqlstate", None):
        return f"refused us: {words}"
    return f"does not answer: {words or type(error).__name__}"


def _dsn(url: URL, query: dict[str, str]) -> str:
    """The address as asyncpg reads it; whatever it does not know would go to the server."""
    kept = {name: value for name, value in query.items() if name in TAKEN}
    kept.setdefault("application_name", kept.pop("fallback_application_name", "amp"))
    if kept.get("sslrootcert") == "system":
        kept = {n: v for n, v in kept.items() if n not in ("sslrootcert", "sslmode")}
    plain = url.set(drivername="postgresql", query=kept)
    return plain.render_as_string(hide_password=False)


def _tls(query: dict[str, str]) -> dict[str, Any]:
    """`sslrootcert=system`, which libpq knows and asyncpg does not: the machine's own roots."""
    if query.get("sslrootcert") != "system":
        return {}
    return {"ssl": ssl.create_default_context()}


def _query(url: URL) -> dict[str, str]:
    """The parameters; `ssl` is what asyncpg calls sslmode, and one given twice is a list."""
    told = {n: v if isinstance(v, str) else ",".join(v) for n, v in url.query.items()}
    if "ssl" in told:
        told.setdefault("sslmode", told.pop("ssl"))
    return told
