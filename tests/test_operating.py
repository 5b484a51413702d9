"""Operating: what is down, missing or wrong is said, and in time."""

import asyncio
import os
import re
import resource
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

import aiohttp
import pytest
from aiohttp import web
from slack_sdk.signature import SignatureVerifier
from sqlalchemy import make_url, text, update

from bot import health, manifest
from bot.slack.models import Delivery, State
from tests import ports, process
from tests.answering import answering
from tests.conftest import postgres_server
from tests.place import Place, placed, until


async def asks(address: str, path: str = "/readyz", **headers: str) -> tuple[int, str]:
    """The status and the words."""
    async with (
        aiohttp.ClientSession() as session,
        session.get(address + path, headers=headers) as a,
    ):
        return a.status, await a.text()


# Readiness


async def test_a_web_process_says_whether_there_is_a_worker(
    database_url: str, tmp_path: Path
) -> None:
    """Until there is one."""
    async with placed(database_url, tmp_path, people=1) as place:
        address = await (await place.starts("web")).ready()
        status, said = await asks(address)
        assert (status, said.partition(":")[0]) == (200, "ok, but no worker is at work")
        await place.starts("worker")
        await asyncio.sleep(1.1)  # for which a look is remembered
        assert await asks(address) == (200, "ok")


async def test_a_worker_that_does_not_get_to_work_is_none(sqlite_url: str, tmp_path: Path) -> None:
    """One that ends at each start, and is started again and again, would be said to be there."""
    async with placed(sqlite_url, tmp_path, people=1) as place:
        address = await (await place.starts("web")).ready()
        worker = await place.begins("worker", SLACK_BOT_TOKEN="xoxb-of-another")
        assert await worker.ends() == 1
        assert (await asks(address))[1].startswith("ok, but no worker is at work")


async def test_a_worker_tells_how_it_is_as_a_web_process_does(
    database_url: str, tmp_path: Path
) -> None:
    """Health, readiness and figures, on a port of its own; a taken port stops no work."""
    async with placed(database_url, tmp_path, people=1) as place:
        worker = await place.starts("worker")
        address = (await worker.says(lambda line: "health='" in line)).partition("health='")[2][:-1]
        assert await asks(address, "/healthz") == (200, "ok")
        assert await asks(address) == (200, "ok")
        await until(
            lambda: _shows(address, 'last_run_timestamp_seconds{name="tidy the tr'), "all jobs"
        )
        _, figures = await asks(address, "/metrics")
        for name in (
            'amp_job_last_run_timestamp_seconds{name="deliver"}',
            "amp_oldest_waiting_message_seconds 0.0",
            "amp_worker_silent_seconds ",
            "amp_build_info{python=",
        ):
            assert name in figures
        port = address.rpartition(":")[2]
        second = await place.begins("worker", WORKER_PORT=port)
        await second.says(lambda line: "WORKER_PORT is taken" in line)
        await second.ready()


async def _shows(address: str, words: str) -> bool:
    return words in (await asks(address, "/metrics"))[1]


async def test_a_database_that_can_be_read_only_is_not_ready(
    postgres_url: str, tmp_path: Path
) -> None:
    """As after a failover to a standby, or on a full disk; and why is in the log."""
    async with placed(postgres_url, tmp_path, people=1) as place:
        web_ = await place.starts("web")
        address = await web_.ready()
        assert (await asks(address))[0] == 200
        name = make_url(postgres_url).database
        async with place.database.outside_transactions() as connection:
            await connection.execute(
                text(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
            )
            await connection.execute(
                text(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    f"WHERE datname = '{name}' AND pid <> pg_backend_pid()"
                )
            )

        async def refused() -> bool:  # the first look may find the connection that was ended
            return await asks(address) == (503, "the database can't be written")

        await until(refused, "readyz says that it can't be written")
        await web_.says(lambda line: "not ready" in line and "read-only transaction" in line)


async def test_a_full_disk_is_not_ready_is_told_and_is_over_when_there_is_room(
    sqlite_url: str, tmp_path: Path
) -> None:
    """The process may make no file larger, as if there were no room for it."""
    async with placed(sqlite_url, tmp_path, people=6) as place:
        amp = await place.starts()
        address = await amp.ready()
        await place.sets_up()
        await place.asks_now()
        await place.everybody_is_asked()
        resource.prlimit(amp.popen.pid, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))

        async def refused() -> bool:  # the first look may find the connection that was ended
            return await asks(address) == (503, "the database can't be written")

        await until(refused, "readyz says that it can't be written")
        assert await place.lead().types("/amp pause 1", "#crew")
        told = (await place.lead().reads("#crew"))[-1].text
        assert "I can't reach my memory" in told
        assert not await place.answers(0, 4)
        outages = [line for line in amp.lines if "outage=" in line]
        assert outages
        assert len(outages) == len({line.partition("outage=")[2] for line in outages})
        resource.prlimit(amp.popen.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
        await until(lambda: _is_ready(address), "being ready again")
        await place.lead().closes(clear=True)
        assert await place.answers(0, 4)
        assert "Traceback" not in amp.words


async def test_a_postgresql_without_room_is_not_ready_though_what_is_small_still_fits(
    postgres_url: str, tmp_path: Path
) -> None:
    """A sign of life overwrites another one; an answer needs room, and finds none."""
    async with placed(postgres_url, tmp_path, people=6) as place:
        address = await (await place.starts()).ready()
        await place.sets_up()
        await place.asks_now()
        await place.everybody_is_asked()
        async with place.database.begin() as session:
            for statement in NO_ROOM:
                await session.execute(text(statement))
        assert not await place.answers(0, 4)
        await asyncio.sleep(1.1)  # for which a look is remembered
        assert await asks(address) == (503, "the database can't be written")
        async with place.database.begin() as session:
            await session.execute(text("DROP EVENT TRIGGER no_room"))
            await session.execute(text("DROP TRIGGER no_room ON box"))
        await until(lambda: _is_ready(address), "being ready again")
        await place.slack.person("p00").closes(clear=True)
        assert await place.answers(0, 4)


FULL = "BEGIN RAISE 'could not extend file: No space left on device' USING ERRCODE = '53100'; END"
NO_ROOM = (
    f"CREATE FUNCTION no_row() RETURNS trigger LANGUAGE plpgsql AS $$ {FULL} $$",
    f"CREATE FUNCTION no_table() RETURNS event_trigger LANGUAGE plpgsql AS $$ {FULL} $$",
    "CREATE TRIGGER no_room BEFORE INSERT ON box EXECUTE FUNCTION no_row()",
    "CREATE EVENT TRIGGER no_room ON ddl_command_start EXECUTE FUNCTION no_table()",
)


async def test_a_start_on_what_can_not_be_written_is_a_sentence(
    postgres_url: str, tmp_path: Path
) -> None:
    """A standby, for instance."""
    async with placed(postgres_url, tmp_path, people=1) as place:
        url = make_url(postgres_url).update_query_dict(
            {"options": "-c default_transaction_read_only=on"}
        )
        read_only = url.render_as_string(hide_password=False)
        for command in ("web", "worker"):
            amp = await place.begins(command, DATABASE_URL=read_only)
            assert await amp.ends() == 1
            (line,) = amp.lines
            assert line.startswith("The database can't be written.")
            assert "read-only transaction" in line


def test_a_frozen_database_is_told_within_a_second_and_forgiven(tmp_path: Path) -> None:
    """However many ask; when it goes on, so does everything, by itself.

    «In time» is said by the door's own deadline, and by nothing that comes later.
    """
    assert health.TIMEOUT < 1
    with postgres_server() as address:
        url = make_url(address).set(database="template").render_as_string(hide_password=False)
        asyncio.run(_while_frozen(url, tmp_path))


async def _while_frozen(url: str, folder: Path) -> None:
    async with placed(url, folder, people=1) as place:
        address = await (await place.starts("web")).ready()
        assert (await asks(address))[0] == 200
        async with place.database.read() as session:
            data = (await session.execute(text("SHOW data_directory"))).scalar_one()
        await place.database.close()
        head = int((Path(data) / "postmaster.pid").read_text().split()[0])
        frozen = [head, *_children(head)]
        for pid in frozen:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGSTOP)
        try:
            await asyncio.sleep(1.1)
            async with asyncio.timeout(process.PATIENCE):
                answers = await asyncio.gather(*(asks(address) for _ in range(20)))
            assert set(answers) == {(503, "the database does not answer in time")}
        finally:
            for pid in frozen:
                with suppress(ProcessLookupError):  # a child may have been ending
                    os.kill(pid, signal.SIGCONT)
        await until(lambda: _is_ready(address), "being ready again")


async def _is_ready(address: str) -> bool:
    return (await asks(address))[0] == 200


def _children(head: int) -> list[int]:
    found = Path(f"/proc/{head}/task/{head}/children").read_text()
    return [int(pid) for pid in found.split()]


# Many at once


async def test_with_few_connections_everybody_has_an_answer(
    postgres_url: str, tmp_path: Path
) -> None:
    """A role of 20 connections, and a hundred commands at once: they wait for one."""
    async with placed(postgres_url, tmp_path, people=100) as place:
        async with place.database.outside_transactions() as connection:
            await connection.execute(text("CREATE ROLE few LOGIN CONNECTION LIMIT 20"))
            for what in ("TABLES", "SEQUENCES"):
                await connection.execute(text(f"GRANT ALL ON ALL {what} IN SCHEMA public TO few"))
        few = make_url(postgres_url).set(username="few").render_as_string(hide_password=False)
        place.environment["DATABASE_URL"] = few
        try:
            await place.starts("worker")
            amp = await place.starts("web")
            address, secret = await amp.ready(), place.slack.app.signing_secret
            bodies = [_command(place, number) for number in range(100)]
            answers = await asyncio.gather(*(_posts(address, secret, body) for body in bodies))
            assert answers == [200] * 100
            await asyncio.sleep(1)
            assert "Traceback" not in place.words
            assert "outage" not in place.words
            for started in place.processes:
                await started.terminate()
        finally:
            async with place.database.outside_transactions() as connection:
                await connection.execute(text("DROP OWNED BY few"))
                await connection.execute(text("DROP ROLE few"))


# What Slack did not sign


async def test_what_was_not_signed_is_said_with_its_likely_cause(
    sqlite_url: str, tmp_path: Path
) -> None:
    """Another secret, a clock that is off, no signature: each once a minute, with what to do."""
    async with placed(sqlite_url, tmp_path, people=1) as place:
        amp = await place.starts()
        address = await amp.ready()
        secret = place.slack.app.signing_secret
        for _ in range(3):
            assert await _sends(address, "another secret") == 401
            assert await _sends(address, secret, late=600) == 401
            assert await _sends(address, None) == 401
        assert await _sends(address, secret) == 200
        await amp.says(lambda line: "no signature" in line)
        lines = [line for line in amp.lines if "not signed by Slack" in line]
    assert [line.count("SLACK_SIGNING_SECRET is another app's") for line in lines] == [1, 0, 0]
    assert re.search(r"60\d seconds ahead of Slack's timestamp: set it by NTP", lines[1])


def _command(place: Place, number: int) -> str:
    """`/amp status`, as that person's Slack sends it."""
    workspace = place.slack.world.workspace()
    person = workspace.user(f"p{number:02}")
    assert person is not None
    channel = next(c for c in workspace.channels.values() if c.name == "crew")
    return urlencode(
        {
            "command": "/amp", "text": "status", "team_id": workspace.id, "user_id": person.id,
            "channel_id": channel.id, "channel_name": "crew", "trigger_id": f"1.2.{number}",
            "response_url": f"{place.slack.url}/hooks/commands/T1/{number}/x",
            "api_app_id": place.slack.app.app_id, "user_name": person.name,
            "team_domain": "crew-1", "token": "x", "is_enterprise_install": "false",
        }
    )  # fmt: skip


async def _sends(address: str, secret: str | None, *, late: int = 0) -> int:
    body = '{"type": "url_verification", "challenge": "x"}'
    return await _posts(address, secret, body, "application/json", late=late)


async def _posts(
    address: str,
    secret: str | None,
    body: str,
    kind: str = "application/x-www-form-urlencoded",
    *,
    late: int = 0,
) -> int:
    """The status that Slack gets, for a body that is signed with *secret*."""
    stamp, headers = str(int(time.time()) - late), {"Content-Type": kind}
    if secret:
        signature = SignatureVerifier(secret).generate_signature(timestamp=stamp, body=body)
        headers |= {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": signature or ""}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{address}/slack/events", data=body, headers=headers) as answer,
    ):
        return answer.status


# Scopes


async def test_messages_wait_for_a_scope_and_go_out_once_it_is_granted(
    sqlite_url: str, tmp_path: Path
) -> None:
    """What is missing is said at the start, by what does not work, and while they wait."""
    app = manifest.manifest()
    scopes = app["oauth_config"]["scopes"]["bot"]
    app["oauth_config"]["scopes"]["bot"] = [scope for scope in scopes if scope != "chat:write"]
    async with placed(sqlite_url, tmp_path, people=6, app=app) as place:
        amp = await place.starts()
        said = await amp.says(lambda line: "scopes are missing" in line)
        assert "scopes='chat:write'" in said
        assert "invitations, reminders and digests wait" in said
        await place.sets_up()
        await place.asks_now()
        said = await amp.says(lambda line: "messages wait for a scope" in line)
        assert "scope='chat:write'" in said
        waits = Delivery.failure == "missing_scope:chat:write"
        await until(lambda: place.count(Delivery, waits), "messages that wait")
        assert not await place.count(Delivery, Delivery.state == State.FAILED)
        asked = len(place.slack.calls("chat.postMessage"))
        await asyncio.sleep(2.5)
        assert len(place.slack.calls("chat.postMessage")) - asked <= 8, "it rests meanwhile"

        await amp.terminate()
        again = await place.slack.driver.post("install", scopes=scopes)
        place.environment["SLACK_BOT_TOKEN"] = again["bot_token"]
        async with place.database.begin() as session:
            await session.execute(update(Delivery).where(waits).values(due_at=datetime.now(UTC)))
        await place.starts()
        await place.everybody_is_asked()


# Being stopped, and being cut off


async def test_a_stop_while_slack_hangs_at_the_start_is_at_once(
    sqlite_url: str, tmp_path: Path
) -> None:
    """Nothing was begun, so nothing has to be finished.

    Slack never answers, and whoever waits until that takes too long ends with 1 and a sentence.
    """
    asked = asyncio.Event()
    async with _slack_that_hangs(asked) as address:
        environment = {
            "SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s", "PORT": "0",
            "SLACK_API_URL": address, "DATABASE_URL": sqlite_url,
        }  # fmt: skip
        amp = await process.start("run", environment=environment, folder=tmp_path)
        async with asyncio.timeout(process.PATIENCE):
            await asked.wait()
        assert await amp.terminate() == 0, amp.words
    assert "Slack can't be reached" not in amp.words
    assert "Traceback" not in amp.words


@asynccontextmanager
async def _slack_that_hangs(asked: asyncio.Event) -> AsyncIterator[str]:
    async def hang(request: web.Request) -> web.Response:
        asked.set()
        return await asyncio.Future()

    async with answering(hang) as address:
        yield address


async def test_what_is_down_is_named_once_a_minute_without_a_traceback(
    few_lines: Place,
) -> None:
    """In the server's own words; a role that may not come in any more, for instance."""
    place = few_lines
    amp = await place.starts()
    address = await amp.ready()
    async with place.database.outside_transactions() as connection:
        await connection.execute(text("ALTER ROLE shy NOLOGIN"))
        await connection.execute(
            text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'shy'")
        )
    await amp.says(lambda line: "refused us" in line)
    for _ in range(3):
        assert (await asks(address))[0] == 503
        await asyncio.sleep(1)
    outages = [line for line in amp.lines if "is not permitted to log in" in line]
    assert len(outages) == 1, amp.words
    assert "Traceback" not in amp.words
    async with place.database.outside_transactions() as connection:
        await connection.execute(text("ALTER ROLE shy LOGIN"))
    await until(lambda: _is_ready(address), "being ready again")


@pytest.fixture
async def few_lines(postgres_url: str, tmp_path: Path) -> AsyncIterator[Place]:
    """A place whose processes come to the database by a role of their own."""
    async with placed(postgres_url, tmp_path, people=1) as place:
        async with place.database.outside_transactions() as connection:
            await connection.execute(text("CREATE ROLE shy LOGIN"))
            for what in ("TABLES", "SEQUENCES"):
                await connection.execute(text(f"GRANT ALL ON ALL {what} IN SCHEMA public TO shy"))
        shy = make_url(postgres_url).set(username="shy").render_as_string(hide_password=False)
        place.environment["DATABASE_URL"] = shy
        yield place
        for started in place.processes:
            started.popen.kill()
            await started.ends()
        async with place.database.outside_transactions() as connection:
            await connection.execute(text("DROP OWNED BY shy"))
            await connection.execute(text("DROP ROLE shy"))


# Proxies


async def test_a_slack_on_this_machine_is_asked_past_any_proxy(
    sqlite_url: str, tmp_path: Path
) -> None:
    """One that is dead would stop everything; one that lives would hear everything."""
    heard: list[str] = []
    async with _proxy(heard) as proxy, placed(sqlite_url, tmp_path, people=1) as place:
        for name in ("HTTPS_PROXY", "http_proxy"):
            place.environment[name] = proxy
        await place.starts()
        assert await place.lead().types("/amp step 2", "#crew")
        status, said = await process.run("doctor", environment=place.environment, folder=tmp_path)
        assert status == 0, said
    assert heard == []


async def test_the_demo_is_not_stopped_by_a_proxy(tmp_path: Path) -> None:
    """It talks to this machine only."""
    heard: list[str] = []
    async with _proxy(heard) as proxy:
        demo = await process.start(
            *("demo", "--fresh", "--no-browser", "--port", str(ports.free())),
            environment={"HTTPS_PROXY": proxy, "HTTP_PROXY": proxy},
            folder=tmp_path,
        )
        await demo.says(lambda line: "Ctrl-C ends it" in line)
        assert await demo.terminate() == 0
    assert heard == []


@asynccontextmanager
async def _proxy(heard: list[str]) -> AsyncIterator[str]:
    async def hear(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append((await reader.readline()).decode())
        writer.close()

    server = await asyncio.start_server(hear, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


# Figures


async def test_what_went_well_is_not_counted(sqlite_url: str, tmp_path: Path) -> None:
    """Over Socket Mode as over HTTP: nobody shall see that somebody answers."""
    async with placed(sqlite_url, tmp_path, people=1) as place:
        del place.environment["SLACK_SIGNING_SECRET"]
        amp = await place.begins("run", SLACK_APP_TOKEN=place.slack.app.app_token)
        address = await amp.ready()
        place.slack.deliver_to(None)
        assert await place.lead().types("/amp step 2", "#crew")
        _, figures = await asks(address, "/metrics")
    assert set(re.findall(r"^amp_requests_failed_total\{.*\} (.+)$", figures, re.M)) == {"0.0"}
    assert "amp_database_seconds 0." in figures


# Logs


async def test_logs_are_json_where_a_machine_reads_them(sqlite_url: str, tmp_path: Path) -> None:
    """An object a line."""
    import json

    async with placed(sqlite_url, tmp_path, people=1) as place:
        amp = await place.begins("worker", LOG_FORMAT="json", LOG_LEVEL="info")
        await amp.says(lambda line: '"ready"' in line)
        await amp.terminate()
        told = [json.loads(line) for line in amp.lines]
    assert [line["event"] for line in told] == ["ready", "stopping"]
    assert {"timestamp", "level"} <= told[0].keys()
