"""Socket Mode: connections, frames, acks, refreshes."""

import asyncio
from typing import Any

import aiohttp
import pytest
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from localslack import LocalSlack, Person
from tests.localslack.companies import company, manifest
from tests.localslack.conftest import Run, Start, client_of
from tests.localslack.refusals import refusal, refused

Json = dict[str, Any]


async def address(slack: LocalSlack) -> str:
    """The address of a new connection."""
    client = AsyncWebClient(base_url=slack.api_url)
    answer = await client.apps_connections_open(app_token=slack.app.app_token)
    return str(answer["url"])


async def test_a_command_goes_through_the_socket_and_back(
    app: AsyncApp, over_socket: Run, ana: Person
) -> None:
    """The ack's payload is the answer, as over HTTP."""

    @app.command("/help")
    async def respond(ack: AsyncAck, command: Json) -> None:
        await ack(f"You said {command['text']}")

    await over_socket(app)

    assert (await ana.types("/help me", "#general")).ok
    assert [m.text for m in await ana.reads("#general")] == ["You said me"]


async def test_the_frames_are_slacks(slack: LocalSlack, ana: Person) -> None:
    """hello first, then envelopes with an id, a type and a payload."""
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(await address(slack)) as socket,
    ):
        hello = await socket.receive_json()
        assert (hello["type"], hello["num_connections"]) == ("hello", 1)
        assert hello["debug_info"]["approximate_connection_time"] > 0
        assert hello["connection_info"] == {"app_id": slack.app.app_id}

        typing = asyncio.create_task(ana.types("/help", "#general"))
        frame = await socket.receive_json()
        assert frame["type"] == "slash_commands"
        assert frame["accepts_response_payload"] is True
        assert frame["payload"]["command"] == "/help"
        await socket.send_json({"envelope_id": frame["envelope_id"], "payload": {"text": "Yes"}})
        assert (await typing).ok

        await ana.says("Hello", "#general")
        frame = await socket.receive_json()
        assert (frame["type"], frame["retry_attempt"]) == ("events_api", 0)
        assert frame["payload"]["event"]["text"] == "Hello"


async def test_an_event_without_an_ack_comes_again(slack: LocalSlack, ana: Person) -> None:
    """With the number of the attempt and the reason."""
    await slack.driver.put("limits", ack_seconds=0.05, event_retries=[0])
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(await address(slack)) as socket,
    ):
        await socket.receive_json()
        await ana.says("Hello", "#general")
        first, second = await socket.receive_json(), await socket.receive_json()

    assert first["payload"] == second["payload"]
    assert first["envelope_id"] != second["envelope_id"]
    assert (second["retry_attempt"], second["retry_reason"]) == (1, "http_timeout")


async def test_each_frame_goes_to_one_connection(slack: LocalSlack, ana: Person) -> None:
    """Two connections share the traffic."""
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(await address(slack)) as one,
        session.ws_connect(await address(slack)) as two,
    ):
        await one.receive_json()
        assert (await two.receive_json())["num_connections"] == 2
        await ana.says("First", "#general")
        await ana.says("Second", "#general")
        texts = [(await s.receive_json())["payload"]["event"]["text"] for s in (one, two)]
        with pytest.raises(TimeoutError):
            await one.receive_json(timeout=0.1)

    assert sorted(texts) == ["First", "Second"]


async def test_who_has_gone_needs_no_goodbye(
    slack: LocalSlack, caplog: pytest.LogCaptureFixture
) -> None:
    """It hangs up at the first of two goodbyes."""
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(await address(slack)) as socket,
    ):
        await socket.receive_json()
        (connection,) = slack.world.connections.open(slack.app.app_id)
        connection.hang_up()
        await slack.driver.post("socket", disconnect="link_disabled")
        await slack.world.connections.goodbyes.settled()
    assert not caplog.records


async def test_the_eleventh_connection_is_one_too_many(slack: LocalSlack) -> None:
    """`too_many_websockets`, and the ten stay."""
    async with aiohttp.ClientSession() as session:
        sockets = []
        for _ in range(10):
            sockets.append(await session.ws_connect(await address(slack)))
            await sockets[-1].receive_json()

        async with session.ws_connect(await address(slack)) as eleventh:
            goodbye = await eleventh.receive_json()
            assert (goodbye["type"], goodbye["reason"]) == ("disconnect", "too_many_websockets")
            assert (await eleventh.receive()).type is aiohttp.WSMsgType.CLOSE

        assert (await slack.driver.get("app"))["connections"] == 10
        for socket in sockets:
            await socket.close()


async def test_a_connections_address_works_once(slack: LocalSlack) -> None:
    """A used or made-up ticket is refused."""
    url = await address(slack)
    async with aiohttp.ClientSession() as session:
        async with session.ws_connect(url) as socket:
            await socket.receive_json()
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(url)


async def test_a_refresh_makes_the_bot_reconnect(
    slack: LocalSlack, app: AsyncApp, over_socket: Run, ana: Person
) -> None:
    """After `refresh_requested` Bolt opens a new connection by itself, and goes on."""

    @app.command("/help")
    async def respond(ack: AsyncAck) -> None:
        await ack("Still here")

    await over_socket(app)
    await slack.driver.post("socket", disconnect="refresh_requested")

    async def reconnected() -> bool:
        opened = len(slack.calls("apps.connections.open"))
        return opened == 2 and (await slack.driver.get("app"))["connections"] == 1

    await slack.until(reconnected, timeout=20)
    assert (await ana.types("/help", "#general")).ok


async def test_a_warning_comes_before_the_end(slack: LocalSlack) -> None:
    """`warning` leaves the connection open for now."""
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(await address(slack)) as socket,
    ):
        await socket.receive_json()
        await slack.driver.post("socket", disconnect="warning")
        assert (await socket.receive_json())["reason"] == "warning"
        assert (await slack.driver.get("app"))["connections"] == 1
    with pytest.raises(AssertionError, match="disconnect should be one of"):
        await slack.driver.post("socket", disconnect="boredom")


async def test_what_comes_after_a_warning_goes_to_the_new_connection(
    slack: LocalSlack, ana: Person
) -> None:
    """The client is about to close the old one, and would answer nothing there."""
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(await address(slack)) as old,
    ):
        await old.receive_json()
        await slack.driver.post("socket", disconnect="warning")
        await old.receive_json()
        async with session.ws_connect(await address(slack)) as new:
            await new.receive_json()
            for _ in range(3):  # however their turns go round
                typing = asyncio.create_task(ana.types("/help", "#general"))
                frame = await new.receive_json(timeout=10)
                await new.send_json({"envelope_id": frame["envelope_id"]})
                assert (await typing).ok


async def test_connections_need_the_scope_of_the_app_token(slack: LocalSlack) -> None:
    """A bot token is of the wrong type, no token at all isn't authed."""
    client = client_of(slack)
    call = client.api_call("apps.connections.open")
    assert await refusal(call) == "not_allowed_token_type"


async def test_a_broken_ack_is_passed_over(slack: LocalSlack, ana: Person) -> None:
    """Nonsense on the socket doesn't end the connection."""
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(await address(slack)) as socket,
    ):
        await socket.receive_json()
        for nonsense in ("{", "[]", '{"envelope_id": 5}', '{"envelope_id": "unknown"}'):
            await socket.send_str(nonsense)
        typing = asyncio.create_task(ana.types("/help", "#general"))
        frame = await socket.receive_json()
        await socket.send_json({"envelope_id": frame["envelope_id"]})
        assert (await typing).ok


async def test_a_connection_that_breaks_fails_what_it_carried(
    slack: LocalSlack, ana: Person
) -> None:
    """The person is told at once, not after three seconds."""
    async with aiohttp.ClientSession() as session:
        socket = await session.ws_connect(await address(slack))
        await socket.receive_json()
        typing = asyncio.create_task(ana.types("/help", "#general"))
        await socket.receive_json()
        await socket.close()
        async with asyncio.timeout(2):
            result = await typing

    assert result.error == "dispatch_failed"


async def test_an_http_app_has_no_sockets(starts: Start) -> None:
    """With Socket Mode off in the manifest and an address set, connections are forbidden."""
    http = manifest(socket_mode_enabled=False)
    slack = await starts(company(apps=[{"manifest": http, "deliver_to": "http://127.0.0.1:9/"}]))
    client = AsyncWebClient(base_url=slack.api_url)

    answer = await refused(client.apps_connections_open(app_token=slack.app.app_token))

    assert answer["error"] == "forbidden_team"
