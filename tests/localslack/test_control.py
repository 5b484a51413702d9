"""The control interface: what people see and do, over HTTP, and what it refuses."""

import asyncio
import json
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from localslack import LocalSlack, Person
from tests.localslack.companies import company
from tests.localslack.hosting import Kept
from tests.localslack.places import channel_id, user_id

DOCUMENT = Path(__file__).parents[2] / "localslack" / "control.md"


async def test_every_address_is_documented(slack: LocalSlack) -> None:
    """control.md names every route, and no other."""
    runner = slack._runner
    assert runner is not None
    app = runner.app
    assert app is not None
    routes = {
        (route.method, route.resource.canonical)
        for route in app.router.routes()
        if route.resource is not None and route.method != "HEAD"
    }
    control = {(verb, path) for verb, path in routes if path.startswith("/control/")}

    cells = [line.split("|")[1] for line in DOCUMENT.read_text("utf-8").splitlines() if "|" in line]
    named = {
        (verb or "POST", path.rstrip("/"))
        for cell in cells
        for verb, path in re.findall(r"`(GET|PUT|POST|DELETE)? ?(/control/[a-z/]+)", cell)
    }

    assert named == control


async def test_every_limit_is_documented_with_what_it_starts_at(slack: LocalSlack) -> None:
    """control.md names each setting."""
    text = DOCUMENT.read_text("utf-8")

    for name in await slack.driver.get("limits"):
        assert f"`{name}`" in text, name


async def test_the_sidebar_of_a_person(slack: LocalSlack, ana: Person) -> None:
    """Channels they can see, people, DMs, apps with their DM and commands."""
    await slack.driver.post("dm/open", **{"as": "ana"}, user="bo")

    state = await ana.state()

    names = {channel["name"]: channel for channel in state["channels"]}
    assert set(names) == {
        *("general", "quiet", "secret", "inner", "old", "notices", "questions"),
    }
    assert names["old"]["is_archived"] is True
    bo = user_id(slack, "bo")
    assert [dm["user"] for dm in state["dms"]] == [bo]
    app = state["apps"][0]
    assert (app["name"], app["home_tab_enabled"]) == ("Helper", True)
    assert [command["command"] for command in app["commands"]] == ["/help", "/raw"]
    assert state["usergroups"][0]["handle"] == "makers"


async def test_private_channels_are_seen_by_their_members_only(bo: Person) -> None:
    """Bo is in neither of the private ones."""
    names = {channel["name"] for channel in (await bo.state())["channels"]}

    assert not {"secret", "inner"} & names
    with pytest.raises(AssertionError, match="can't see"):
        await bo.reads("#secret")


async def test_a_guest_sees_only_the_channels_they_are_in(slack: LocalSlack, ana: Person) -> None:
    """Neither in the sidebar nor by name, until they are invited; nothing of it is told to them."""
    gus = slack.person("gus")
    assert [channel["name"] for channel in (await gus.state())["channels"]] == []
    with pytest.raises(AssertionError, match="can't see this channel"):
        await gus.reads("#general")
    with pytest.raises(AssertionError, match="can't see this channel"):
        await gus.types("/help", "#general")
    with slack.world.feed.listening() as queue:
        await ana.says("Among ourselves", "#general")
        told = [queue.get_nowait() for _ in range(queue.qsize())]
    team_id = slack.world.workspace().id
    for who, hears in (("gus", False), ("bo", True)):
        mine = [one for one in told if one.concerns(user_id(slack, who), team_id)]
        assert any(one.kind == "message" for one in mine) is hears

    await slack.driver.post("channels", id="#general", invite=["gus"])

    assert [message.text for message in await gus.reads("#general")] == ["Among ourselves"]


async def test_unread_counts_what_came_since(
    slack: LocalSlack, api: AsyncWebClient, ana: Person, bo: Person
) -> None:
    """Own messages are read; mentions are counted apart; reading brings it to nothing."""
    general = channel_id(slack, "general")
    await ana.says("One", "#general")
    await ana.says("@bo Two", "#general")
    await api.chat_postMessage(channel="#general", text="<!channel> Three")

    bos, anas = await bo.state(), await ana.state()
    assert (bos["unread"][general], bos["mentions"][general]) == (3, 2)
    assert (anas["unread"][general], anas["mentions"][general]) == (1, 1)

    newest = (await bo.reads("#general"))[-1]
    await slack.driver.post("read", **{"as": "bo"}, channel=general, ts=newest.ts)
    assert (await bo.state())["unread"][general] == 0
    assert (await bo.state())["mentions"][general] == 0


async def test_a_conversation_comes_in_pages(slack: LocalSlack, ana: Person) -> None:
    """The newest first, then what was before."""
    for number in range(5):
        await ana.says(str(number), "#general")
    who = {"as": "ana", "channel": "#general", "limit": 2}

    last = await slack.driver.get("messages", **who)
    before = await slack.driver.get("messages", **who, before=last["messages"][0]["ts"])

    assert [message["text"] for message in last["messages"]] == ["3", "4"]
    assert [message["text"] for message in before["messages"]] == ["1", "2"]
    assert last["has_more"] is True


async def test_what_a_person_types_becomes_slacks_markup(slack: LocalSlack, ana: Person) -> None:
    """Escaped, with names and addresses made links."""
    said = await ana.says("@bo & #quiet <b> https://example.com/?a=1&b=2 @nobody", "#general")

    bo, quiet = user_id(slack, "bo"), channel_id(slack, "quiet")
    assert said.raw["text"] == (
        f"<@{bo}> &amp; <#{quiet}|quiet> &lt;b&gt; <https://example.com/?a=1&amp;b=2> @nobody"
    )


@pytest.mark.parametrize(
    ("path", "body", "status", "words"),
    [
        ("say", {"as": "nobody", "channel": "#general", "text": "x"}, 404, "nobody called"),
        ("say", {"as": "dee", "channel": "#general", "text": "x"}, 403, "can't act"),
        ("say", {"as": "ana", "channel": "#nowhere", "text": "x"}, 404, "no channel"),
        ("say", {"as": "ana", "channel": "#general"}, 400, "Say the text"),
        ("say", {"as": "ana", "channel": "#general", "text": "  "}, 400, "nothing to say"),
        ("say", {"as": "ana", "channel": "#old", "text": "x"}, 403, "archived"),
        ("say", {"as": "gus", "channel": "#general", "text": "x"}, 403, "can't see"),
        ("say", {"as": "bo", "channel": "#notices", "text": "x"}, 403, "isn't in"),
        ("say", {"channel": "#general", "text": "x"}, 400, "Say the as"),
        ("command", {"as": "ana", "channel": "#general", "text": "help"}, 400, "slash"),
        ("action", {"as": "ana", "view_id": "V0", "block_id": "b", "action_id": "a"}, 404, "modal"),
        ("home/open", {"as": "ana", "app_id": "A0"}, 404, "no app"),
        ("people", {"name": "ana"}, 409, "already"),
        ("people", {"name": "new", "tz": "Mars/Olympus"}, 400, "can't join"),
        ("people", {"id": "bo", "shoe_size": 43}, 400, "shoe_size"),
        ("channels", {"name": "general"}, 409, "already"),
        ("socket", {}, 400, "Say the disconnect"),
    ],
)
async def test_what_can_not_be_done_is_a_sentence(
    slack: LocalSlack, path: str, body: dict[str, Any], status: int, words: str
) -> None:
    """4xx and {"error": sentence}."""
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{slack.url}/control/{path}", json=body) as answer,
    ):
        assert answer.status == status
        assert words in (await answer.json())["error"]


@pytest.mark.parametrize("raw", [b"{", b"[]", b"\xff", b'"x"'])
async def test_a_broken_body_is_400(slack: LocalSlack, raw: bytes) -> None:
    """Never 500."""
    async with aiohttp.ClientSession() as session:
        for path in ("say", "clock", "faults", "people"):
            async with session.post(f"{slack.url}/control/{path}", data=raw) as answer:
                assert answer.status == 400


async def test_another_sites_page_may_not_steer(slack: LocalSlack) -> None:
    """A foreign Origin is refused, our own isn't."""
    url = f"{slack.url}/control/workspaces"
    async with aiohttp.ClientSession() as session:
        async with session.get(url, headers={"Origin": "https://evil.example"}) as answer:
            assert answer.status == 403
        async with session.get(url, headers={"Origin": slack.url}) as answer:
            assert answer.status == 200


async def test_the_page_is_served_with_a_strict_policy(slack: LocalSlack) -> None:
    """Scripts and styles from here only, pictures from anywhere."""
    async with aiohttp.ClientSession() as session, session.get(slack.url) as answer:
        policy = answer.headers["Content-Security-Policy"]
        assert answer.status == 200
        assert answer.content_type == "text/html"

    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "img-src 'self' http: https:" in policy


async def listening(slack: LocalSlack, who: str, kinds: list[str]) -> list[dict[str, Any]]:
    """The data of the first event of each kind on somebody's stream, in order."""
    found: list[dict[str, Any]] = []
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{slack.url}/control/stream", params={"as": who}) as answer,
    ):
        kind = ""
        async for line in answer.content:
            text = line.decode().rstrip("\n")
            if text.startswith(":"):
                slack.world.feed.tell("connected", {})
            if text.startswith("event: "):
                kind = text.removeprefix("event: ")
            if text.startswith("data: ") and len(found) < len(kinds) and kind == kinds[len(found)]:
                found.append(json.loads(text.removeprefix("data: ")))
                if len(found) == len(kinds):
                    break
    return found


async def started(slack: LocalSlack, who: str, kinds: list[str]) -> asyncio.Task[Any]:
    """A listener that is connected."""
    count = slack.world.feed.count
    task = asyncio.create_task(listening(slack, who, kinds))
    await slack.world.feed.wait(count, 2)
    return task


async def test_the_stream_tells_what_concerns_a_person(
    slack: LocalSlack, api: AsyncWebClient, ana: Person
) -> None:
    """Messages with their unread counts, ephemerals for this person, changes."""
    kinds = ["message", "unread", "message_changed", "ephemeral", "home", "person"]
    stream = await started(slack, "ana", kinds)
    bo, me = user_id(slack, "bo"), user_id(slack, "ana")

    posted = await api.chat_postMessage(channel="#general", text="One")
    await api.chat_update(channel=posted["channel"], ts=posted["ts"], text="Two")
    await api.chat_postEphemeral(channel="#general", user=bo, text="For Bo")
    await api.chat_postEphemeral(channel="#general", user=me, text="For Ana")
    await api.views_publish(user_id=me, view={"type": "home", "blocks": []})
    await slack.driver.post("people", id="bo", tz="Asia/Tokyo")

    async with asyncio.timeout(5):
        message, unread, changed, ephemeral, home, person = await stream
    assert message["message"]["text"] == "One"
    assert unread == {"channel": posted["channel"], "unread": 1, "mentions": 0, "read": ""}
    assert changed["message"]["text"] == "Two"
    assert ephemeral["message"]["text"] == "For Ana"
    assert home["app_id"] == slack.app.app_id
    assert person["user"] == bo


async def test_the_stream_tells_wherever_the_clock_stands(slack: LocalSlack) -> None:
    """On the way ahead, at every moment that somebody waits for, and at the end."""
    stream = await started(slack, "ana", ["clock", "clock"])

    async def nothing() -> None:
        pass

    slack.call_at(slack.world.clock.now() + timedelta(seconds=30), nothing)
    await slack.driver.move_clock(by=60)

    async with asyncio.timeout(5):
        half, whole = await stream
    assert 29 < half["offset"] <= 30
    assert whole["offset"] == 60


async def test_the_stream_tells_modals_and_notices(
    slack: LocalSlack, kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """A modal opened, changed and closed; a command that failed."""
    stream = await started(
        slack, "ana", ["request", "view_opened", "view_updated", "view_closed", "notice"]
    )
    view = {"type": "modal", "title": {"type": "plain_text", "text": "Hi"}, "blocks": []}

    await ana.types("/help", "#general")
    opened = await api.views_open(trigger_id=kept.bodies[0]["trigger_id"], view=view)
    await api.views_update(view_id=opened["view"]["id"], view=view)
    await ana.closes()
    kept.statuses = [500]
    await ana.types("/help", "#general")

    async with asyncio.timeout(5):
        request, first, second, closed, notice = await stream
    assert (request["kind"], request["name"]) == ("command", "/help")
    assert first["view"]["id"] == second["view"]["id"] == closed["view_id"]
    assert notice["level"] == "error"
    assert "dispatch_failed" in notice["text"]


async def test_the_inspector_has_every_request_without_secrets(
    slack: LocalSlack, kept: Kept, ana: Person
) -> None:
    """Both directions, numbered, timed, refusals marked, tokens struck out."""
    await ana.types("/help", "#general")
    async with (
        aiohttp.ClientSession() as session,
        session.post(
            f"{slack.api_url}chat.postMessage",
            data={"channel": "#secret", "text": "x", "token": slack.app.bot_token},
        ) as answer,
    ):
        assert (await answer.json())["error"] == "channel_not_found"

    requests = (await slack.driver.get("requests"))["requests"]

    command, post = requests
    assert (command["direction"], command["kind"], command["ok"]) == ("to_bot", "command", True)
    assert (post["name"], post["ok"], post["error"]) == (
        "chat.postMessage",
        False,
        "channel_not_found",
    )
    assert post["ms"] > 0
    assert slack.app.bot_token not in json.dumps(requests)
    newer = await slack.driver.get("requests", since=command["n"])
    assert [request["n"] for request in newer["requests"]] == [post["n"]]


async def test_calls_are_what_the_bot_asked(slack: LocalSlack, api: AsyncWebClient) -> None:
    """With arguments and answers, all or one method's."""
    await api.auth_test()
    await api.chat_postMessage(channel="#general", text="One")

    assert [call.method for call in slack.calls()] == ["auth.test", "chat.postMessage"]
    call = slack.calls("chat.postMessage")[0]
    assert (call.ok, call.arguments["text"]) == (True, "One")
    assert call.answer["ts"]


async def test_without_a_name_the_state_is_the_first_persons(slack: LocalSlack) -> None:
    """The page's bare address shows somebody's workspace instead of asking who one is."""
    state = await slack.driver.get("state")
    people = [p for p in state["people"] if p["id"] != "USLACKBOT"]
    first = next(p for p in people if not p["is_bot"] and not p["deleted"])
    assert state["me"] == first["id"]


async def test_a_reply_that_the_channel_sees_too_says_so(
    slack: LocalSlack, api: AsyncWebClient, ana: Person
) -> None:
    """The page shows it in both places as it arrives."""
    root = await ana.says("hello", "#general")
    await api.chat_postMessage(
        channel=root.channel, thread_ts=root.ts, text="all of you", reply_broadcast=True
    )
    newest = await slack.driver.get("messages", **{"as": "ana"}, channel="#general")
    assert newest["messages"][-1]["subtype"] == "thread_broadcast"


async def test_each_start_has_a_name_of_its_own(slack: LocalSlack) -> None:
    """By which a page knows another one at the same address, though all ids are the same."""
    run = (await slack.driver.get("workspaces"))["run"]
    assert run == (await slack.driver.get("workspaces"))["run"]
    again = await LocalSlack.start(company())
    try:
        assert (await again.driver.get("workspaces"))["run"] != run
    finally:
        await again.close()
