"""`amp doctor`: what it finds can be believed, and it leaves nothing behind."""

import asyncio
import json
import os
import secrets
import socket
import subprocess
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import URL, make_url, text

from bot import db, heartbeat, manifest
from bot.doctor import server, storage
from bot.doctor.finding import Finding
from bot.settings import Settings
from tests import ports, process
from tests.answering import answering
from tests.conftest import needs
from tests.place import Place, placed, until


async def amp(*command: str, folder: Path, **environment: str) -> tuple[int, str]:
    return await process.run(*command, environment=environment, folder=folder)


# The doctor


async def test_the_doctor_finds_nothing_wrong_where_nothing_is(
    sqlite_url: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Database, secret, worker, key store, token, scopes and Socket Mode, a line each."""
    async with placed(sqlite_url, tmp_path, people=1) as place:
        place.environment["AMP_KEYS"] = str(tmp_path_factory.mktemp("apart"))
        place.environment["SLACK_APP_TOKEN"] = place.slack.app.app_token
        await place.starts("worker")
        status, said = await _doctor(place)
    assert status == 0, said
    assert [line.split()[0] for line in said.splitlines()] == ["ok"] * 13
    assert "belongs to the workspace «crew-1»" in said


async def test_the_doctor_names_the_scopes_that_are_missing(
    sqlite_url: str, tmp_path: Path
) -> None:
    """Slack says which there are; what to do stands beside it."""
    app = manifest.manifest()
    scopes = set(app["oauth_config"]["scopes"]["bot"]) - {"im:history", "groups:read"}
    app["oauth_config"]["scopes"]["bot"] = sorted(scopes)
    async with placed(sqlite_url, tmp_path, people=1, app=app) as place:
        status, said = await _doctor(place)
    assert status == 1
    assert "PROBLEM  the bot lacks scopes: groups:read, im:history. Without them: " in said
    assert "who is in a private channel can't be read" in said
    assert "Paste `amp manifest`" in said


async def test_the_doctor_names_every_problem_at_once(
    empty_postgres_url: str, tmp_path: Path
) -> None:
    """No tables, no key store, both tokens wrong: four problems, four remedies."""
    async with placed(empty_postgres_url, tmp_path, people=1) as place:
        place.environment |= {"SLACK_BOT_TOKEN": "xoxb-wrong", "SLACK_APP_TOKEN": "xapp-wrong"}
        place.environment["AMP_KEYS"] = "redis://127.0.0.1:9"
        status, said = await _doctor(place)
    assert status == 1
    assert len([line for line in said.splitlines() if line.startswith("PROBLEM")]) == 4, said
    for words in (
        "lacks this version's tables. Run: amp migrate",
        "the key store can't be read back",
        "Check AMP_KEYS",
        "Slack does not take SLACK_BOT_TOKEN (invalid_auth)",
        "Slack does not take SLACK_APP_TOKEN (invalid_auth)",
    ):
        assert words in said


@pytest.mark.parametrize("where", ["127.0.0.1:9/amp", "/amp?host=/nowhere"])
async def test_the_doctor_says_once_that_the_database_is_down(where: str) -> None:
    """And where it was looked for, and what could not be looked at for it."""
    settings = Settings(database_url=f"postgresql://amp:hush@{where}")
    database = db.connect(settings.database, pool=1)
    found, unseen = [one async for one in storage.database(settings, database)]
    assert found.what.startswith("PostgreSQL at ")
    assert found.what.count("does not answer") == found.what.count("PostgreSQL") == 1
    assert "hush" not in found.what
    assert str(unseen).startswith("note     not looked at without the database: the secret, ")


@pytest.mark.parametrize(
    ("down", "seen"),
    [
        ({"SLACK_API_URL": "http://127.0.0.1:9/api/"}, "Slack can't be reached"),
        ({"AMP_KEYS": "redis://127.0.0.1:9"}, "the key store can't be read back"),
        ({"DATABASE_URL": "postgresql://amp@127.0.0.1:9/amp"}, "PostgreSQL at 127.0.0.1:9"),
    ],
)
async def test_one_cause_is_one_finding(
    down: dict[str, str], seen: str, sqlite_url: str, tmp_path: Path
) -> None:
    """However much can't be looked at for it, which is said once."""
    async with placed(sqlite_url, tmp_path, people=1) as place:
        place.environment |= {"SLACK_APP_TOKEN": place.slack.app.app_token, **down}
        status, said = await _doctor(place)
    assert status == 1
    [found] = [line for line in said.splitlines() if line.startswith("PROBLEM")]
    assert seen in found
    assert said.count("not looked at") == 1
    assert said.count("127.0.0.1:9") == found.count("127.0.0.1:9")


async def test_the_doctor_says_that_slack_is_out_of_reach(sqlite_url: str, tmp_path: Path) -> None:
    """Which is another matter than a token that is refused."""
    async with placed(sqlite_url, tmp_path, people=1) as place:
        place.environment["SLACK_API_URL"] = "http://127.0.0.1:9/api/"
        status, said = await _doctor(place)
    assert status == 1
    assert "PROBLEM  Slack can't be reached (ClientConnectorError)" in said


async def test_the_doctor_looks_at_every_workspace_that_installed_amp(
    sqlite_url: str, tmp_path: Path
) -> None:
    """One of them has taken its token back."""
    async with placed(sqlite_url, tmp_path, people=1, workspaces=2) as place:
        first, second = await place.is_installed()
        del place.environment["SLACK_BOT_TOKEN"]
        place.environment |= {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "only-for-tests"}
        await place.slack.driver.post("uninstall", ws=second)
        status, said = await _doctor(place)
    assert status == 1
    assert "installed in 2 workspaces" in said
    assert f"ok       «{first}»: the bot has every scope that it uses" in said
    assert f"PROBLEM  Slack does not take the token of «{second}» (account_inactive)" in said


async def _doctor(place: Place, *more: str) -> tuple[int, str]:
    return await amp("doctor", *more, folder=place.folder, **place.environment)


def _line(said: str, words: str) -> str:
    (found,) = [line for line in said.splitlines() if words in line]
    return found


async def test_tokens_of_two_apps_are_found(sqlite_url: str, tmp_path: Path) -> None:
    """As where one was copied from the page of the app for trying things out."""
    async with placed(sqlite_url, tmp_path, people=1) as place:
        of_one = place.slack.app.app_token
        place.environment["SLACK_APP_TOKEN"] = of_one
        _, said = await _doctor(place)
        assert "SLACK_APP_TOKEN is of the app" not in said
        kind, number, ours, rest = of_one.split("-", 3)
        other = place.slack.app.app_token = f"{kind}-{number}-{ours[:-1]}0X-{rest}"
        place.environment["SLACK_APP_TOKEN"] = other
        status, said = await _doctor(place)
    assert status == 1
    found = _line(said, "SLACK_APP_TOKEN is of the app")
    assert found.startswith(f"PROBLEM  SLACK_APP_TOKEN is of the app {ours[:-1]}0X, and ")
    assert f"SLACK_BOT_TOKEN of {ours}." in found


async def test_a_secret_that_can_not_be_read_is_found(sqlite_url: str, tmp_path: Path) -> None:
    """The first start does not make one in its place."""
    async with placed(sqlite_url, tmp_path, people=1) as place:
        del place.environment["AMP_SECRET"]
        (tmp_path / "amp.secret").mkdir()
        status, said = await _doctor(place)
    assert status == 1
    found = _line(said, "amp.secret can't be made or read (Is a dir")
    assert found.startswith("PROBLEM")
    assert found.endswith(
        "(Is a directory). Let Amp's user read it: it has to be the secret that the database was "
        "written with."
    )


async def test_another_secret_is_found(database_url: str, tmp_path: Path) -> None:
    """Than the one that the stored tokens were locked with."""
    async with placed(database_url, tmp_path, people=1) as place:
        await place.is_installed()
        status, said = await _doctor(place)
        assert "AMP_SECRET opens what the database holds (1 tokens)" in said
        place.environment["AMP_SECRET"] = "another secret than before"
        status, said = await _doctor(place)
    assert status == 1
    assert _line(said, "is not the secret").startswith("PROBLEM  AMP_SECRET is not the secret")
    assert "Put back the one from before" in said


async def test_whose_file_it_is_is_told_where_it_can_not_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What root has put there is nothing that Amp's own user may open."""
    file = tmp_path / "amp.db"
    file.mkdir()  # which nobody can open as a database, not even root
    monkeypatch.setattr(os, "geteuid", lambda: file.stat().st_uid + 1)
    settings = Settings(database_url=f"sqlite:///{file}")
    database = db.connect(settings.database)
    told = [str(one) async for one in storage.database(settings, database)]
    await database.close()
    assert "unable to open" in told[0]
    assert f"{file} belongs to another user" in "".join(told)


async def test_a_file_that_others_may_read_is_told(sqlite_url: str, tmp_path: Path) -> None:
    """Versions before made it as the shell was set."""
    (tmp_path / "amp.db").chmod(0o644)
    async with placed(sqlite_url, tmp_path, people=1) as place:
        _, said = await _doctor(place)
        assert "chmod 600" in _line(said, "can be read by other users")
        (tmp_path / "amp.db").chmod(0o600)
        assert "other users" not in (await _doctor(place))[1]


async def test_a_database_that_can_not_be_written_is_found(
    postgres_url: str, tmp_path: Path
) -> None:
    """A standby, or a role that may only look; in the server's own words."""
    async with placed(postgres_url, tmp_path, people=1) as place:
        url = make_url(postgres_url).update_query_dict(
            {"options": "-c default_transaction_read_only=on"}
        )
        place.environment["DATABASE_URL"] = url.render_as_string(hide_password=False)
        status, said = await _doctor(place)
    assert status == 1
    assert "in a read-only transaction" in _line(said, "can't be written")


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("log_statement = 'mod'", "(log_statement mod, log_min_duration_statement -1)"),
        ("log_min_duration_statement = 0", "(log_statement none, log_min_duration_statement 0)"),
    ],
)
async def test_a_server_that_logs_what_is_asked_of_it_is_found(
    setting: str, told: str, postgres_url: str
) -> None:
    """With people's ids and words in it; the role that may not change it reads who can, and how."""
    opened = db.connect(make_url(postgres_url).set(drivername="postgresql+asyncpg"))
    role = f"amp role {secrets.token_hex(4)}"
    name = make_url(postgres_url).database
    url = make_url(postgres_url).set(drivername="postgresql+asyncpg", username=role)
    async with opened.outside_transactions() as connection:
        await connection.execute(text(f'CREATE ROLE "{role}" LOGIN'))
        await connection.execute(text(f"ALTER DATABASE {name} SET {setting}"))
    found = await _of_the_server(url)
    assert found.what == f"PostgreSQL logs our statements {told}"
    async with opened.outside_transactions() as connection:
        for statement in found.remedy.removeprefix("As a superuser: ").split("; ")[:-1]:
            await connection.execute(text(statement))
    assert str(await _of_the_server(url)) == "ok       PostgreSQL logs no statements of ours"
    await opened.close()


async def _of_the_server(url: URL) -> Finding:
    """What the doctor says of the server's log; it is the last thing that it looks at there."""
    database = db.connect(url, pool=1)
    found = [finding async for finding in server.server(database)]
    await database.close()
    return found[-1]


async def test_newer_tables_are_told_as_such(database_url: str, tmp_path: Path) -> None:
    """Not as missing ones."""
    async with placed(database_url, tmp_path, people=1) as place:
        async with place.database.begin() as session:
            await session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        status, said = await _doctor(place)
    assert status == 1
    assert _line(said, "newer tables").startswith("PROBLEM")


async def test_installed_nowhere_is_not_in_order(sqlite_url: str, tmp_path: Path) -> None:
    """Several workspaces, and none of them yet."""
    async with placed(sqlite_url, tmp_path, people=1) as place:
        del place.environment["SLACK_BOT_TOKEN"]
        place.environment |= {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "only-for-tests"}
        status, said = await _doctor(place)
    assert status == 1
    assert "Open /slack/install" in _line(said, "installed in no workspace")


async def test_a_worker_that_is_not_there_is_told_and_one_that_is_too(
    sqlite_url: str, tmp_path: Path
) -> None:
    """And for how long it has not been."""
    async with placed(sqlite_url, tmp_path, people=1) as place:
        _, said = await _doctor(place)
        assert _line(said, "no worker is at work").startswith("note")
        async with place.database.begin() as session:
            at = datetime.now(UTC) - timedelta(minutes=14, seconds=5)
            session.add(heartbeat.Heartbeat(name="w", works=True, beat_at=at))
        _, said = await _doctor(place)
        assert "no worker has been at work for 14 min" in said
        worker = await place.starts("worker")
        _, said = await _doctor(place)
        assert _line(said, "worker is at work") == "ok       a worker is at work"
        await worker.terminate()
        _, said = await _doctor(place)
        assert "no worker has been at work" in said


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("late = One moment: { $nobody }\n", "problem"),
        ("late = { broken\n", "problem"),
        ("late = One moment more.\n", "ok"),
    ],
)
async def test_a_companys_own_words_are_looked_at(
    written: str, found: str, sqlite_url: str, tmp_path: Path
) -> None:
    """Where they don't fit what is shipped, or can't be read; where they do, all is well."""
    own = tmp_path / "words" / "en" / "messages"
    own.mkdir(parents=True)
    (own / "ours.ftl").write_text(written)
    given = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s", "DATABASE_URL": sqlite_url}
    given |= {"SLACK_API_URL": "http://127.0.0.1:9/api/", "AMP_CONTENT": str(tmp_path / "words")}
    _, said = await amp("doctor", folder=tmp_path, **given)
    assert _line(said, "the content").lower().startswith(found)


async def test_it_leaves_nothing_behind(tmp_path: Path) -> None:
    """No file, no folder, no secret: what root makes here the service's user could not read."""
    given = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s"}
    given["SLACK_API_URL"] = "http://127.0.0.1:9/api/"
    status, said = await amp("doctor", folder=tmp_path, **given)
    assert status == 1
    assert "there is no amp.db yet" in said
    assert "Traceback" not in said
    assert os.listdir(tmp_path) == []


async def test_it_changes_nothing_in_a_database(sqlite_url: str, tmp_path: Path) -> None:
    """That it can be written is seen by writing what is then undone."""
    async with placed(sqlite_url, tmp_path, people=1) as place:
        (tmp_path / "keys").mkdir()
        await _doctor(place)
        assert not await place.count(heartbeat.Heartbeat)
    assert os.listdir(tmp_path / "keys") == []
    assert sorted(os.listdir(tmp_path)) == ["amp.db", "keys"]


async def test_an_open_round_without_its_key_is_found(sqlite_url: str, tmp_path: Path) -> None:
    """Another folder than the worker's."""
    async with placed(sqlite_url, tmp_path, people=6) as place:
        await place.starts()
        await place.sets_up()
        await place.asks_now()
        await place.everybody_is_asked()
        _, said = await _doctor(place)
        assert "ok       the key of every open round is there (1)" in said
        place.environment["AMP_KEYS"] = str(tmp_path / "elsewhere")
        status, said = await _doctor(place)
    assert status == 1
    assert "PROBLEM  1 of 1 open rounds have no key here" in said


async def test_a_clock_that_is_off_is_found(sqlite_url: str, tmp_path: Path) -> None:
    """Beside Slack's own, in the Date of its answers."""
    async with placed(sqlite_url, tmp_path, people=1) as place:
        _, said = await _doctor(place)
        assert "the clock agrees with its own" in said
        async with _slack_of_another_time(timedelta(minutes=10)) as address:
            place.environment["SLACK_API_URL"] = address
            status, said = await _doctor(place)
    assert status == 1
    assert "seconds behind of Slack's: its requests are refused. Set it by NTP" in said


async def test_as_slack_would_it_asks_amp_at_its_public_address(
    sqlite_url: str, tmp_path: Path
) -> None:
    """The right secret, another one, and an address where nothing is."""
    async with placed(sqlite_url, tmp_path, people=1) as place:
        running = await place.starts()
        address = await running.ready()
        _, said = await _doctor(place, "--url", address)
        assert "takes what is signed with this secret" in said
        place.environment["SLACK_SIGNING_SECRET"] = "another"
        status, said = await _doctor(place, "--url", address)
        assert status == 1
        assert "does not take what is signed with SLACK_SIGNING_SECRET" in said
        status, said = await _doctor(place, "--url", f"{address}/elsewhere")
        assert "answers with 404" in said
        status, said = await _doctor(place, "--url", "http://127.0.0.1:9")
        assert "can't be reached" in said


async def test_a_redis_that_would_forget_is_found(sqlite_url: str, tmp_path: Path) -> None:
    """With what to type; then it is in order."""
    from redis.asyncio import Redis

    program = needs("redis-server", "apt-get install redis-server")
    async with (
        placed(sqlite_url, tmp_path, people=1) as place,
        a_redis(program, tmp_path) as address,
    ):
        place.environment["AMP_KEYS"] = address
        status, said = await _doctor(place)
        assert status == 1
        found = _line(said, "may forget keys")
        redis = Redis.from_url(address)
        execute: Callable[..., Awaitable[object]] = redis.execute_command
        for command in found.partition("In redis-cli: ")[2].split("; ")[:-1]:
            await execute(*command.split())
        await redis.aclose()
        _, said = await _doctor(place)
        assert "Redis writes keys to disk at once, and evicts none" in said


async def test_a_certificate_that_nobody_signed_is_named_with_the_setting_that_mends_it(
    sqlite_url: str, tmp_path: Path
) -> None:
    """`rediss://`, as platforms hand it out."""
    program = needs("redis-server", "apt-get install redis-server")
    needs("openssl", "apt-get install openssl")
    async with (
        placed(sqlite_url, tmp_path, people=1) as place,
        a_redis(program, tmp_path, tls=True) as address,
    ):
        place.environment["AMP_KEYS"] = address
        status, said = await _doctor(place)
        assert status == 1
        assert "?ssl_ca_certs=" in _line(said, "can't be read back")
        for mended in (f"?ssl_ca_certs={tmp_path}/cert.pem", "?ssl_cert_reqs=none"):
            place.environment["AMP_KEYS"] = address + mended
            _, said = await _doctor(place)
            assert "ok       the key store gives back what is put into it" in said


async def test_a_program_reads_it_as_json(sqlite_url: str, tmp_path: Path) -> None:
    """Everything in one object, on standard output."""
    async with placed(sqlite_url, tmp_path, people=1) as place:
        status, said = await _doctor(place, "--json")
        told = json.loads(said)
        assert (status, told["ok"]) == (0, True)
        assert {finding["state"] for finding in told["findings"]} == {"ok", "note"}
        place.environment["SLACK_BOT_TOKEN"] = "xoxb-wrong"
        status, said = await _doctor(place, "--json")
        told = json.loads(said)
        assert (status, told["ok"]) == (1, False)


async def test_a_full_disk_is_found(sqlite_url: str, tmp_path: Path) -> None:
    """Before it is full to the last byte."""
    settings = Settings.of({"DATABASE_URL": sqlite_url, "AMP_KEYS": "redis://x"})
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(storage, "ENOUGH", 10**12)
        (found,) = storage.disk(settings)
    assert "MB left" in str(found)
    (found,) = storage.disk(settings)
    assert str(found).startswith("ok")


# How


@asynccontextmanager
async def _slack_of_another_time(offset: timedelta) -> AsyncIterator[str]:
    """A Slack that answers anything with a Date of its own."""
    from email.utils import format_datetime

    from aiohttp import web

    async def answer(request: web.Request) -> web.Response:
        date = format_datetime(datetime.now(UTC) + offset, usegmt=True)
        return web.json_response(
            {"ok": True, "team_id": "T1", "user_id": "U1"}, headers={"Date": date}
        )

    async with answering(answer) as address:
        yield address


def _signed_by_nobody(folder: Path) -> list[str]:
    """How Redis is told of a certificate that is made here."""
    key, certificate = str(folder / "key.pem"), str(folder / "cert.pem")
    subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *subject]
    subprocess.run([*made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    told = ["--tls-cert-file", certificate, "--tls-key-file", key]
    return [*told, "--tls-auth-clients", "no"]


@asynccontextmanager
async def a_redis(program: str, folder: Path, *, tls: bool = False) -> AsyncIterator[str]:
    """A Redis of our own, which forgets as it comes out of the box; its address."""
    port = ports.free()
    how = ["--port", str(port)]
    scheme = "redis"
    if tls:
        how, scheme = ["--port", "0", "--tls-port", str(port), *_signed_by_nobody(folder)], "rediss"
    how += ["--save", "", "--dir", str(folder)]
    server = await asyncio.create_subprocess_exec(program, *how, stdout=asyncio.subprocess.DEVNULL)

    def listens() -> bool:
        with socket.socket() as tried:
            return tried.connect_ex(("127.0.0.1", port)) == 0

    try:
        await until(listens, "Redis")
        yield f"{scheme}://127.0.0.1:{port}"
    finally:
        server.terminate()
        await server.wait()
