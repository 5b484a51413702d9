"""Modals and Homes: triggers, stacks, hashes, submissions and closings."""

import asyncio
from typing import Any

import pytest
from aiohttp import web
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from localslack import LocalSlack, Person
from tests.localslack.conftest import Run
from tests.localslack.hosting import Arrived, Kept, serving
from tests.localslack.places import user_id
from tests.localslack.refusals import refusal, refused

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def text_input(block_id: str, label: str, **more: Any) -> Json:
    element = {"type": "plain_text_input", "action_id": "words", **more.pop("element", {})}
    block = {"type": "input", "block_id": block_id, "label": plain(label), "element": element}
    return {**block, **more}


def button(action_id: str, label: str) -> Json:
    element = {"type": "button", "action_id": action_id, "text": plain(label)}
    return {"type": "actions", "block_id": f"block-{action_id}", "elements": [element]}


def modal(title: str = "Form", *blocks: Json, **more: Any) -> Json:
    view = {"type": "modal", "callback_id": "form", "title": plain(title), "submit": plain("Send")}
    return {**view, "blocks": list(blocks) or [text_input("name", "Your name")], **more}


async def trigger(ana: Person, kept: Kept) -> str:
    """A fresh trigger from a slash command."""
    await ana.types("/help", "#general")
    return str(kept.bodies[-1]["trigger_id"])


async def opened(ana: Person, kept: Kept, api: AsyncWebClient, view: Json | None = None) -> Json:
    """A modal that is open in front of Ana."""
    answer = await api.views_open(trigger_id=await trigger(ana, kept), view=view or modal())
    shown: Json = answer["view"]
    return shown


async def test_a_trigger_opens_a_modal_for_its_person(
    kept: Kept, api: AsyncWebClient, ana: Person, bo: Person
) -> None:
    """Only the one who typed sees it; the answer has the view with its ids."""
    view = await opened(ana, kept, api)

    assert view["root_view_id"] == view["id"]
    assert view["previous_view_id"] is None
    assert view["state"] == {
        "values": {"name": {"words": {"type": "plain_text_input", "value": None}}}
    }
    seen = await ana.modal()
    assert seen is not None
    assert (seen.title, seen.labels) == ("Form", ["Your name"])
    assert await bo.no_modal()


async def test_a_trigger_lives_three_seconds(
    slack: LocalSlack, kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """After 3.1 seconds of the workspace's clock it is `expired_trigger_id`."""
    late = await trigger(ana, kept)
    await slack.driver.move_clock(by=3.1)

    assert await refusal(api.views_open(trigger_id=late, view=modal())) == "expired_trigger_id"
    assert await ana.no_modal()


async def test_a_trigger_works_once(kept: Kept, api: AsyncWebClient, ana: Person) -> None:
    """The second time it is `exchanged_trigger_id`."""
    once = await trigger(ana, kept)
    await api.views_open(trigger_id=once, view=modal())

    assert await refusal(api.views_open(trigger_id=once, view=modal())) == "exchanged_trigger_id"


async def test_a_made_up_trigger_is_invalid(api: AsyncWebClient) -> None:
    """`invalid_trigger_id`; and none at all is a missing field."""
    assert await refusal(api.views_open(trigger_id="1.2.x", view=modal())) == "invalid_trigger_id"
    answer = await refused(api.api_call("views.open", json={"view": modal()}))
    assert answer["response_metadata"]["messages"] == ["[ERROR] missing required field: trigger_id"]


async def test_a_bad_view_does_not_use_the_trigger_up(
    kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """A view that is refused can be tried again with the same trigger."""
    once = await trigger(ana, kept)
    bad = modal()
    del bad["submit"]

    answer = await refused(api.views_open(trigger_id=once, view=bad))

    line = "must define `submit` to use an `input` block in modals"
    assert answer["error"] == "invalid_arguments"
    assert line in answer["response_metadata"]["messages"][-1]
    assert (await api.views_open(trigger_id=once, view=modal()))["ok"]


async def test_a_home_is_no_modal_and_a_modal_no_home(
    slack: LocalSlack, kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """views.open wants a modal, views.publish a home."""
    home: Json = {"type": "home", "blocks": []}
    opening = api.views_open(trigger_id=await trigger(ana, kept), view=home)
    publishing = api.views_publish(user_id=user_id(slack, "ana"), view=modal())

    assert await refusal(opening) == "invalid_arguments"
    assert await refusal(publishing) == "invalid_arguments"


async def test_a_fourth_stacked_view_is_refused(
    kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """Three views lie on each other; the next is `push_limit_reached`."""
    await opened(ana, kept, api, modal("One", button("more", "More")))
    for title in ("Two", "Three"):
        await ana.presses("More", where="modal")
        pushed = kept.bodies[-1]["trigger_id"]
        await api.views_push(trigger_id=pushed, view=modal(title, button("more", "More")))

    await ana.presses("More", where="modal")
    call = api.views_push(trigger_id=kept.bodies[-1]["trigger_id"], view=modal("Four"))

    assert await refusal(call) == "push_limit_reached"
    seen = await ana.modal()
    assert seen is not None
    assert seen.title == "Three"


async def test_a_pushed_view_knows_what_lies_below(
    kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """root_view_id is the bottom one, previous_view_id the one below; closing shows it again."""
    root = await opened(ana, kept, api, modal("One", button("more", "More")))
    await ana.presses("More")
    answer = await api.views_push(trigger_id=kept.bodies[-1]["trigger_id"], view=modal("Two"))

    assert answer["view"]["root_view_id"] == root["id"]
    assert answer["view"]["previous_view_id"] == root["id"]
    await ana.closes()
    seen = await ana.modal()
    assert seen is not None
    assert seen.title == "One"


async def test_pushing_needs_a_modal_to_push_on(
    kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """A trigger from a command has no modal below."""
    call = api.views_push(trigger_id=await trigger(ana, kept), view=modal())
    assert await refusal(call) == "not_found"


async def test_an_update_with_an_old_hash_is_a_conflict(
    kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """Each change gives a new hash; who brings the old one comes too late."""
    view = await opened(ana, kept, api)
    place = {"view_id": view["id"], "hash": view["hash"]}

    changed = await api.views_update(**place, view=modal("New"))

    assert changed["view"]["hash"] != view["hash"]
    assert await refusal(api.views_update(**place, view=modal("Newer"))) == "hash_conflict"
    assert (await api.views_update(view_id=view["id"], view=modal("Newest")))["ok"]


async def test_what_was_typed_stays_when_a_view_is_updated(
    kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """Where block_id and action_id stay, so does the input's value."""
    view = await opened(
        ana, kept, api, modal("One", text_input("name", "Name"), button("more", "More"))
    )
    await ana.fills("Name", "Ana")
    await ana.presses("More")
    again = modal("Two", text_input("name", "Name"), text_input("town", "Town"))

    updated = await api.views_update(view_id=view["id"], view=again)

    values = updated["view"]["state"]["values"]
    assert values["name"]["words"]["value"] == "Ana"
    assert values["town"]["words"]["value"] is None


async def test_an_external_id_is_unique_and_finds_its_view(
    kept: Kept, api: AsyncWebClient, ana: Person, bo: Person
) -> None:
    """A second view with the same id is refused; views.update may name it."""
    await opened(ana, kept, api, modal(external_id="mine"))
    await bo.types("/help", "#general")
    second = api.views_open(
        trigger_id=kept.bodies[-1]["trigger_id"], view=modal(external_id="mine")
    )

    assert await refusal(second) == "duplicate_external_id"
    named = await api.views_update(external_id="mine", view=modal("Found", external_id="mine"))
    assert named["view"]["title"]["text"] == "Found"
    assert await refusal(api.views_update(view_id="V0NONE", view=modal())) == "not_found"


async def test_a_submission_carries_the_state(kept: Kept, api: AsyncWebClient, ana: Person) -> None:
    """view_submission has every input's value; an empty 200 closes the modal."""
    await opened(ana, kept, api, modal("Form", text_input("name", "Name", optional=True)))

    assert (await ana.submits({"Name": "Ana"})).ok

    body = kept.bodies[-1]
    assert body["type"] == "view_submission"
    assert body["user"]["name"] == "ana"
    entry = body["view"]["state"]["values"]["name"]["words"]
    assert entry == {"type": "plain_text_input", "value": "Ana"}
    assert body["response_urls"] == []
    assert await ana.no_modal()


async def test_an_empty_optional_input_is_null(
    kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """What nobody filled in comes as null."""
    await opened(ana, kept, api, modal("Form", text_input("name", "Name", optional=True)))

    await ana.submits()

    assert kept.bodies[-1]["view"]["state"]["values"]["name"]["words"]["value"] is None


@pytest.mark.parametrize(
    ("element", "typed", "sentence"),
    [
        ({}, None, "Please complete this required field."),
        ({"min_length": 3}, "no", "Please enter at least 3 characters."),
        ({"max_length": 3}, "long", "Please enter no more than 3 characters."),
        ({"type": "email_text_input"}, "ana", "Please enter a valid email address."),
        ({"type": "url_text_input"}, "ana", "Please enter a valid URL."),
        (
            {"type": "number_input", "is_decimal_allowed": False},
            "1.5",
            "Please enter a whole number.",
        ),
        (
            {"type": "number_input", "is_decimal_allowed": True, "max_value": "9"},
            "9.5",
            "Please enter a number of at most 9.",
        ),
    ],
)
async def test_what_the_client_does_not_let_through(
    kept: Kept,
    api: AsyncWebClient,
    ana: Person,
    element: Json,
    typed: str | None,
    sentence: str,
) -> None:
    """The person is told under the input, and the bot isn't asked."""
    await opened(ana, kept, api, modal("Form", text_input("name", "Name", element=element)))
    before = len(kept.requests)

    result = await ana.submits({"Name": typed} if typed else None)

    assert (result.ok, result.errors) == (False, {"Name": sentence})
    assert len(kept.requests) == before


async def test_errors_stand_under_their_inputs(app: AsyncApp, over_http: Run, ana: Person) -> None:
    """`response_action: errors` keeps the modal open; errors for other blocks are passed over."""

    @app.command("/help")
    async def form(ack: AsyncAck, client: AsyncWebClient, body: Json) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=modal())

    @app.view("form")
    async def refuse(ack: AsyncAck) -> None:
        errors = {"name": "That is no name.", "elsewhere": "Nobody sees this."}
        await ack(response_action="errors", errors=errors)

    await over_http(app)
    await ana.types("/help")

    result = await ana.submits({"Your name": "X"})

    assert (result.ok, result.errors) == (False, {"Your name": "That is no name."})
    assert not await ana.no_modal()


@pytest.mark.parametrize(
    ("answer", "titles"),
    [
        ({"response_action": "update", "view": modal("Next")}, ["Next"]),
        ({"response_action": "push", "view": modal("Next")}, ["Form", "Next"]),
        ({"response_action": "clear"}, []),
    ],
)
async def test_what_a_submission_may_be_answered_with(
    slack: LocalSlack,
    kept: Kept,
    api: AsyncWebClient,
    ana: Person,
    answer: Json,
    titles: list[str],
) -> None:
    """update shows something else, push lays it on top, clear closes everything."""
    await opened(ana, kept, api)
    kept.answer = answer

    assert (await ana.submits({"Your name": "Ana"})).ok

    views = await slack.driver.get("views", **{"as": "ana"})
    assert [view["title"]["text"] for view in views["modals"]] == titles


async def test_a_view_pushed_during_a_submission_is_closed_by_an_empty_ack(
    app: AsyncApp, over_http: Run, ana: Person
) -> None:
    """As in Slack, where the pushed view flashes up and the submitted one stays."""

    @app.command("/help")
    async def form(ack: AsyncAck, client: AsyncWebClient, body: Json) -> None:
        await client.views_open(trigger_id=body["trigger_id"], view=modal())
        await ack()

    @app.view("form")
    async def push(ack: AsyncAck, client: AsyncWebClient, body: Json) -> None:
        await client.views_push(trigger_id=body["trigger_id"], view=modal("Thanks"))
        await ack()

    await over_http(app)
    await ana.types("/help")
    await ana.submits({"Your name": "Ana"})

    seen = await ana.modal()
    assert seen is not None
    assert seen.title == "Form"


async def test_a_bad_view_in_an_answer_is_told_to_the_person(
    kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """The modal stays as it was."""
    await opened(ana, kept, api)
    kept.answer = {"response_action": "update", "view": modal("x" * 25)}

    result = await ana.submits({"Your name": "Ana"})

    assert (result.ok, result.error) == (False, "dispatch_unknown_error")
    seen = await ana.modal()
    assert seen is not None
    assert seen.title == "Form"


async def test_a_submission_that_fails_leaves_the_modal_open(
    kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """A 500 isn't sent again; the person may press once more."""
    await opened(ana, kept, api)
    kept.statuses = [500]

    assert (await ana.submits({"Your name": "Ana"})).error == "dispatch_failed"

    assert not await ana.no_modal()
    assert (await ana.submits()).ok
    assert await ana.no_modal()


async def test_a_modal_is_submitted_once(
    slack: LocalSlack, kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """What is closed can't be submitted any more."""
    view = await opened(ana, kept, api)
    await ana.submits({"Your name": "Ana"})

    with pytest.raises(AssertionError, match="There is no such modal"):
        await slack.driver.post("view/submit", **{"as": "ana"}, view_id=view["id"], values={})


async def test_closing_is_told_only_where_it_was_asked_for(
    kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """view_closed comes with notify_on_close, and its state leaves inputs out."""
    await opened(ana, kept, api)
    await ana.closes()
    assert kept.bodies[-1].get("type") != "view_closed"

    await opened(ana, kept, api, modal(notify_on_close=True))
    await ana.closes()
    closed = kept.bodies[-1]
    assert (closed["type"], closed["is_cleared"]) == ("view_closed", False)
    assert closed["view"]["state"] == {"values": {}}


async def test_the_x_closes_all_and_names_the_root(
    kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """`is_cleared` is true and the view is the bottom one."""
    root = await opened(ana, kept, api, modal("One", button("more", "More"), notify_on_close=True))
    await ana.presses("More")
    await api.views_push(trigger_id=kept.bodies[-1]["trigger_id"], view=modal("Two"))

    await ana.closes(clear=True)

    assert (kept.bodies[-1]["is_cleared"], kept.bodies[-1]["view"]["id"]) == (True, root["id"])
    assert await ana.no_modal()


async def test_a_home_is_published_at_any_time(
    slack: LocalSlack, api: AsyncWebClient, ana: Person, bo: Person
) -> None:
    """No trigger is needed, each person has their own, and the id stays."""
    home = {"type": "home", "blocks": [{"type": "header", "text": plain("Welcome")}]}
    first = await api.views_publish(user_id=user_id(slack, "ana"), view=home)
    second = await api.views_publish(user_id=user_id(slack, "ana"), view=home)

    assert first["view"]["id"] == second["view"]["id"]
    stale = api.views_publish(user_id=user_id(slack, "ana"), view=home, hash=first["view"]["hash"])
    assert await refusal(stale) == "hash_conflict"
    views = await slack.driver.get("views", **{"as": "bo"})
    assert views["home"] == {}
    unknown = await refused(api.views_publish(user_id="U0NOBODY", view=home))
    assert unknown["error"] == "invalid_arguments"


async def test_opening_home_is_an_event(
    slack: LocalSlack, app: AsyncApp, over_http: Run, ana: Person
) -> None:
    """app_home_opened has tab and DM; what the bot publishes then is what is seen."""
    events = []

    @app.event("app_home_opened")
    async def show(event: Json, client: AsyncWebClient) -> None:
        events.append(event)
        blocks = [{"type": "header", "text": plain("Welcome")}]
        await client.views_publish(user_id=event["user"], view={"type": "home", "blocks": blocks})

    await over_http(app)

    home = await ana.home()

    assert home is not None
    assert home.text == "Welcome"
    assert (events[0]["tab"], events[0]["channel"]) == ("home", await ana.dm_id())


async def test_response_urls_come_where_a_select_asks_for_them(
    kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """`response_url_enabled` on a conversations_select gives an address for the chosen channel."""
    select = {
        "type": "conversations_select",
        "action_id": "place",
        "response_url_enabled": True,
    }
    block = {"type": "input", "block_id": "where", "label": plain("Where"), "element": select}
    await opened(ana, kept, api, modal("Form", block))

    await ana.submits({"Where": "#general"})

    given = kept.bodies[-1]["response_urls"][0]
    assert (given["block_id"], given["action_id"]) == ("where", "place")
    assert "/hooks/app/" in given["response_url"]


async def test_two_tabs_submit_a_modal_once(slack: LocalSlack, api: AsyncWebClient) -> None:
    """While the app thinks, the second press is told that the first is under way."""
    arrived: list[Json] = []
    waiting = asyncio.Event()

    async def think(request: web.Request) -> web.Response:
        payload = Arrived(dict(request.headers), await request.read()).body
        if payload.get("type") == "view_submission":
            arrived.append(payload)
            await waiting.wait()
        elif "command" in payload:
            await api.views_open(trigger_id=payload["trigger_id"], view=modal())
        return web.Response()

    ana, again = slack.person("ana"), slack.person("ana")
    async with serving(think) as url:
        slack.deliver_to(url)
        await ana.types("/help", "#general")
        first = asyncio.create_task(ana.submits({"Your name": "Ana"}))
        await slack.until(lambda: asyncio.sleep(0, bool(arrived)))
        with pytest.raises(AssertionError, match="being submitted already"):
            await again.submits({"Your name": "Ana"})
        waiting.set()
        assert (await first).ok

    assert len(arrived) == 1
    assert await ana.no_modal()


@pytest.mark.parametrize("action", ["push", "update", "clear"])
async def test_an_answer_to_a_closed_modal_touches_no_other(
    slack: LocalSlack, api: AsyncWebClient, action: str
) -> None:
    """Who closed it while the app thought keeps what they opened since."""
    thinking, waiting = asyncio.Event(), asyncio.Event()

    async def think(request: web.Request) -> web.Response:
        payload = Arrived(dict(request.headers), await request.read()).body
        if payload.get("type") == "view_submission":
            thinking.set()
            await waiting.wait()
            return web.json_response({"response_action": action, "view": modal("Late")})
        title = payload["text"]
        await api.views_open(trigger_id=payload["trigger_id"], view=modal(title))
        return web.Response()

    ana = slack.person("ana")
    async with serving(think) as url:
        slack.deliver_to(url)
        await ana.types("/help First", "#general")
        first = asyncio.create_task(ana.submits({"Your name": "Ana"}))
        await thinking.wait()
        await ana.closes()
        await ana.types("/help Second", "#general")
        waiting.set()
        assert (await first).ok

    views = await slack.driver.get("views", **{"as": "ana"})
    assert [view["title"]["text"] for view in views["modals"]] == ["Second"]
