"""Uploads in three steps, and pictures that aren't ready at once."""

from typing import Any

import aiohttp
import pytest
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from localslack import LocalSlack, Person
from tests.localslack.conftest import Run
from tests.localslack.places import channel_id, user_id
from tests.localslack.refusals import refusal, refused

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


async def uploaded(api: AsyncWebClient, name: str = "chart.png", **more: Any) -> dict[str, Any]:
    """A file that the bot uploaded with the SDK's own helper."""
    answer = await api.files_upload_v2(filename=name, content=PNG, **more)
    file: dict[str, Any] = answer["file"]
    return file


async def test_an_upload_without_a_channel_is_private_to_the_bot(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """It has an id, and its bytes can be had again."""
    file = await uploaded(api, alt_txt="A chart")

    info = (await api.files_info(file=file["id"]))["file"]
    assert (info["mimetype"], info["size"], info["alt_txt"]) == ("image/png", len(PNG), "A chart")
    assert info["is_public"] is False
    async with aiohttp.ClientSession() as session, session.get(info["url_private"]) as answer:
        assert (await answer.read(), answer.headers["Content-Type"]) == (PNG, "image/png")
        assert "sandbox" in answer.headers["Content-Security-Policy"]


async def test_an_upload_into_a_channel_is_a_message(
    slack: LocalSlack, api: AsyncWebClient, bo: Person
) -> None:
    """With its comment, seen by all."""
    await uploaded(api, channel=channel_id(slack, "general"), initial_comment="Look")

    message = (await bo.reads("#general"))[-1]
    assert message.raw["files"][0]["name"] == "chart.png"
    assert message.raw["text"] == "Look"


async def test_a_shared_file_is_two_events_and_a_message(
    slack: LocalSlack, app: AsyncApp, over_http: Run, api: AsyncWebClient
) -> None:
    """`file_shared` for who looks the file up, and a message of the subtype `file_share`."""
    heard: list[dict[str, Any]] = []

    async def look(event: dict[str, Any], client: AsyncWebClient) -> None:
        heard.append((await client.files_info(file=event["file_id"]))["file"])

    async def read(event: dict[str, Any]) -> None:
        heard.append(event)

    app.event("file_shared")(look)
    app.event("file_public")(read_nothing)
    app.event({"type": "message", "subtype": "file_share"})(read)
    await over_http(app)
    form = aiohttp.FormData({"as": "ana", "channel": "#general"})
    form.add_field("file", b"Hello", filename="note.txt")
    async with aiohttp.ClientSession() as session:
        await session.post(f"{slack.url}/control/upload", data=form)
    await slack.until(lambda: came(heard, 2))

    message = next(one for one in heard if one.get("type") == "message")
    file = next(one for one in heard if one is not message)
    assert message["files"][0]["id"] == file["id"]
    assert (message["upload"], message["files"][0]["editable"]) == (False, False)
    general = channel_id(slack, "general")
    assert file["channels"] == [general]
    (shared,) = file["shares"]["public"][general]
    assert (shared["ts"], shared["channel_name"]) == (message["ts"], "general")
    assert shared["share_user_id"] == user_id(slack, "ana")


async def read_nothing() -> None:
    """An event that a bot takes and passes over."""


async def came(heard: list[Any], count: int) -> bool:
    """Whether so much has been heard."""
    return len(heard) >= count


async def test_a_file_says_where_it_is_by_kind(slack: LocalSlack, api: AsyncWebClient) -> None:
    """Public channels, private ones and DMs apart, as its shares are."""
    places = [channel_id(slack, "general"), channel_id(slack, "inner")]
    file = await uploaded(api)
    for place in places:
        await api.files_completeUploadExternal(files=[{"id": file["id"]}], channel_id=place)
    info = (await api.files_info(file=file["id"]))["file"]
    assert (info["channels"], info["groups"], info["ims"]) == (places[:1], places[1:], [])
    assert (set(info["shares"]["public"]), set(info["shares"]["private"])) == (
        {places[0]},
        {places[1]},
    )
    assert (info["username"], info["public_url_shared"]) == ("", False)


async def test_the_upload_says_how_many_bytes_came(slack: LocalSlack, api: AsyncWebClient) -> None:
    """`OK - n`; another length than announced is refused."""
    begun = await api.files_getUploadURLExternal(filename="a.txt", length=3)
    async with aiohttp.ClientSession() as session:
        async with session.post(begun["upload_url"], data=b"four") as answer:
            assert answer.status == 400
        async with session.post(begun["upload_url"], data=b"abc") as answer:
            assert (answer.status, await answer.text()) == (200, "OK - 3")


async def test_an_empty_file_is_a_missing_argument(api: AsyncWebClient) -> None:
    """Length 0 can't be announced."""
    call = api.files_getUploadURLExternal(filename="a.txt", length=0)
    assert await refusal(call) == "missing_argument"


async def test_a_long_alternative_text_is_refused(api: AsyncWebClient) -> None:
    """`alt_txt_too_large` beyond a thousand characters."""
    call = api.files_getUploadURLExternal(filename="a.png", length=1, alt_txt="x" * 1001)
    assert await refusal(call) == "alt_txt_too_large"


async def test_only_uploaded_files_can_be_completed(slack: LocalSlack, api: AsyncWebClient) -> None:
    """Before the bytes have come, and for a made-up id, it is `file_not_found`."""
    begun = await api.files_getUploadURLExternal(filename="a.txt", length=3)

    for file_id in (begun["file_id"], "F0NONE"):
        call = api.files_completeUploadExternal(files=[{"id": file_id}])
        assert await refusal(call) == "file_not_found"


async def test_files_go_only_where_the_bot_may_post(slack: LocalSlack, api: AsyncWebClient) -> None:
    """Private channels without the bot are not found, public ones `not_in_channel`."""
    file = await uploaded(api)

    for name, word in (("secret", "channel_not_found"), ("quiet", "not_in_channel")):
        call = api.files_completeUploadExternal(
            files=[{"id": file["id"]}], channel_id=channel_id(slack, name)
        )
        assert await refusal(call) == word


@pytest.mark.parametrize("name", ["#general", "general", "a person"])
async def test_a_file_goes_to_an_id_of_a_conversation(
    slack: LocalSlack, api: AsyncWebClient, name: str
) -> None:
    """Neither to a name nor to a person, unlike a message; Slack says what it wants."""
    place = user_id(slack, "ana") if name == "a person" else name
    with pytest.raises(SlackApiError) as refused:
        await uploaded(api, channel=place)
    answer = refused.value.response
    assert answer["error"] == "invalid_arguments"
    assert answer["response_metadata"]["messages"] == [
        "[ERROR] input must match regex pattern: ^[CGDZ][A-Z0-9]{8,}$ [json-pointer:/channel_id]"
    ]


@pytest.mark.parametrize("key", ["id", "url"])
async def test_a_picture_is_shown_by_id_or_by_address(
    slack: LocalSlack, api: AsyncWebClient, ana: Person, key: str
) -> None:
    """`slack_file` takes either."""
    file = await uploaded(api)
    named = {"id": file["id"]} if key == "id" else {"url": file["url_private"]}
    image = {"type": "image", "alt_text": "A chart", "slack_file": named}

    assert (await api.chat_postMessage(channel="#general", text="x", blocks=[image]))["ok"]


async def test_a_picture_that_is_none_is_an_invalid_slack_file(api: AsyncWebClient) -> None:
    """Unknown files, and files that are no png, jpg or gif."""
    table = await uploaded(api, "table.csv")

    for file_id in ("F0NONE", table["id"]):
        image = {"type": "image", "alt_text": "x", "slack_file": {"id": file_id}}
        answer = await refused(api.chat_postMessage(channel="#general", text="x", blocks=[image]))
        assert answer["error"] == "invalid_blocks"
        assert answer["errors"] == ["invalid slack file [json-pointer:/blocks/0/slack_file]"]


async def test_a_picture_may_not_be_ready_for_the_first_calls(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """With the fault set, the first two uses fail as in Slack, and the third works."""
    file = await uploaded(api)
    image = {"type": "image", "alt_text": "x", "slack_file": {"id": file["id"]}}
    await slack.driver.fault("file_not_ready", times=2)

    for _ in range(2):
        call = api.chat_postMessage(channel="#general", text="x", blocks=[image])
        assert (await refused(call))["errors"][0].startswith("invalid slack file")
    assert (await api.chat_postMessage(channel="#general", text="x", blocks=[image]))["ok"]


async def test_a_picture_in_a_view_is_looked_at_too(slack: LocalSlack, api: AsyncWebClient) -> None:
    """Under /view."""
    image = {"type": "image", "alt_text": "x", "slack_file": {"id": "F0NONE"}}
    view = {"type": "home", "blocks": [image]}

    answer = await refused(api.views_publish(user_id=user_id(slack, "ana"), view=view))

    assert answer["response_metadata"]["messages"] == [
        "[ERROR] invalid slack file [json-pointer:/view/blocks/0/slack_file]"
    ]


async def test_a_person_uploads_a_file(slack: LocalSlack, bo: Person) -> None:
    """Through the control interface's form."""
    form = aiohttp.FormData({"as": "ana", "channel": "#general"})
    form.add_field("file", b"hello", filename="note.txt", content_type="text/plain")
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{slack.url}/control/upload", data=form) as answer,
    ):
        file = (await answer.json())["file"]

    assert file["size"] == 5
    assert (await bo.reads("#general"))[-1].raw["files"][0]["id"] == file["id"]
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{slack.url}/files/{file['id']}") as shown,
    ):
        assert await shown.read() == b"hello"
