"""The address of a PostgreSQL server: libpq's parameters are kept, or refused by name."""

import asyncio
import os
import ssl
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy import make_url, select, text

from bot import db, postgres, settings
from bot.errors import SettingsError
from bot.settings import Need, Settings
from tests.place import until

# https://www.postgresql.org/docs/17/libpq-connect.html#LIBPQ-PARAMKEYWORDS
LIBPQ = (
    "host hostaddr port dbname user password passfile require_auth channel_binding connect_timeout "
    "client_encoding options application_name fallback_application_name keepalives keepalives_idle "
    "keepalives_interval keepalives_count tcp_user_timeout replication gssencmode sslmode "
    "requiressl sslnegotiation sslcompression sslcert sslkey sslpassword sslcertmode sslrootcert "
    "sslcrl sslcrldir sslsni requirepeer ssl_min_protocol_version ssl_max_protocol_version "
    "krbsrvname gsslib gssdelegation service target_session_attrs load_balance_hosts"
)


def url(query: str, start: str = "postgresql://amp@db.example/amp") -> str:
    return f"{start}{'&' if '?' in start else '?'}{query}"


@pytest.mark.parametrize("name", LIBPQ.split())
def test_each_of_libpqs_parameters_is_taken_or_refused_by_its_name(name: str) -> None:
    """None is passed to the server as if it were a setting of its own, or left out in silence."""
    told = postgres.complaints(make_url(url(f"{name}=strange")))
    assert name in "".join(told) if told else name in postgres.TAKEN


@pytest.mark.parametrize(
    "query",
    [
        "channel_binding=require", "gssencmode=require", "keepalives_idle=5", "sslmode=always",
        "connect_timeout=soon", "hostaddr=127.0.0.1", "statement_timeout=5000", "prepare=0",
    ],
)  # fmt: skip
def test_what_would_not_be_kept_is_refused_with_what_to_use_instead(query: str) -> None:
    """Before anything is tried; a promise of safety is not dropped."""
    with pytest.raises(SettingsError) as raised:
        settings.read({"DATABASE_URL": url(query)}, Need.NOTHING)
    (told,) = raised.value.complaints
    assert query.partition("=")[0] in told
    assert told.count(".") >= 1


@pytest.mark.parametrize(
    ("query", "shows", "as_"),
    [
        ("application_name=pulses", "application_name", "pulses"),
        ("fallback_application_name=pulses", "application_name", "pulses"),
        ("", "application_name", "amp"),
        ("options=-c%20statement_timeout%3D7s", "statement_timeout", "7s"),
        ("options=-c search_path=elsewhere", "search_path", "elsewhere"),
        ("connect_timeout=5&sslmode=disable&gssencmode=disable", "client_encoding", "UTF8"),
        ("channel_binding=prefer&target_session_attrs=any", "client_encoding", "UTF8"),
        ("ssl=prefer&client_encoding=utf8&keepalives=1", "client_encoding", "UTF8"),
        ("connect_timeout=0", "client_encoding", "UTF8"),
    ],
)
async def test_what_is_taken_holds_on_the_server(
    postgres_url: str, query: str, shows: str, as_: str
) -> None:
    """A real server says so."""
    given = settings.read({"DATABASE_URL": url(query, postgres_url)}, Need.NOTHING)
    database = db.connect(given.database)
    try:
        async with database.read() as session:
            assert (await session.execute(text(f"SHOW {shows}"))).scalar_one() == as_
    finally:
        await database.close()


@pytest.mark.parametrize(
    ("query", "verifies", "checks_name"),
    [
        ("sslmode=require", ssl.CERT_NONE, False),
        ("ssl=require", ssl.CERT_NONE, False),
        ("sslmode=verify-full&sslrootcert=system", ssl.CERT_REQUIRED, True),
        ("sslrootcert=system", ssl.CERT_REQUIRED, True),
    ],
)
async def test_the_server_is_verified_as_the_address_says(
    query: str, verifies: ssl.VerifyMode, checks_name: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What our driver makes of it: libpq says sslmode, and the driver calls it ssl."""
    seen: list[Any] = []

    async def connect(addr: Any, params: Any = None, **more: Any) -> Any:
        seen.append(more.get("params", params))
        raise OSError("far enough")

    monkeypatch.setattr("asyncpg.connect_utils._connect_addr", connect)
    with pytest.raises(postgres.Refused):
        await postgres.connect(Settings(database_url=url(query)).database)
    assert seen[0].ssl.verify_mode is verifies
    assert seen[0].ssl.check_hostname is checks_name


async def test_the_server_is_named_in_its_own_words(postgres_url: str) -> None:
    """Which role, which database; and no password."""
    right = make_url(postgres_url).update_query_dict({"password": "hush"})
    for wrong, name in (
        (right.set(username="nobody-here"), "nobody-here"),
        (right.set(database="no-such-database"), "no-such-database"),
    ):
        with pytest.raises(postgres.Refused) as raised:
            await postgres.connect(wrong)
        assert str(raised.value).startswith("PostgreSQL at /")
        assert name in str(raised.value)
        assert "hush" not in str(raised.value)
        assert isinstance(raised.value.__cause__, asyncpg.PostgresError)


async def test_a_server_that_hangs_leaves_the_others_their_time(postgres_url: str) -> None:
    """Of several in the address, as after a failover of a machine that is frozen."""
    right = make_url(postgres_url)

    async def says_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    async with await asyncio.start_server(says_nothing, "127.0.0.1", 0) as frozen:
        ports = f"{frozen.sockets[0].getsockname()[1]},5432"
        query = {
            "host": f"127.0.0.1,{right.query['host']}", "port": ports, "connect_timeout": "3",
            "target_session_attrs": "read-write",
        }  # fmt: skip
        connection = await postgres.connect(right.set(host=None, query=query))
        assert await connection.fetchval("SELECT 1") == 1
        await connection.close()
        standby = {**query, "target_session_attrs": "standby"}
        with pytest.raises(postgres.Refused, match="target attribute"):
            await postgres.connect(right.set(host=None, query=standby))


async def test_connections_that_the_server_has_closed_are_not_handed_out(postgres_url: str) -> None:
    """As after a failover: whoever comes first reads of no trouble, however short ago it was."""
    database = db.connect(Settings(database_url=postgres_url).database, pool=3)
    other = db.connect(Settings(database_url=postgres_url).database, pool=1)
    opened: list[Any] = []
    try:
        async with AsyncExitStack() as stack:
            for _ in range(3):
                connection = await stack.enter_async_context(database.engine.connect())
                opened.append((await connection.get_raw_connection()).driver_connection)
        async with other.outside_transactions() as connection:
            for one in opened:
                ended = text(f"SELECT pg_terminate_backend({one.get_server_pid()})")
                await connection.execute(ended)
        await until(lambda: all(one.is_closed() for one in opened), "the end of all of them")
        for _ in range(3):
            async with database.read() as session:
                assert await session.scalar(select(1)) == 1
    finally:
        await database.close()
        await other.close()


async def test_a_home_that_is_hidden_has_no_certificates_for_us(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As systemd hides it (ProtectHome=): the server is asked all the same, as libpq does it."""
    home = tmp_path / "home"
    home.mkdir(mode=0)
    monkeypatch.setenv("HOME", str(home))
    url, root = make_url("postgresql://amp@127.0.0.1:9/amp"), os.geteuid() == 0
    if root:
        os.seteuid(65534)  # who may look into nothing of root's
    try:
        with pytest.raises(postgres.Refused, match="nobody listens there"):
            await postgres.connect(url)
    finally:
        if root:
            os.seteuid(0)
