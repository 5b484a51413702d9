"""response_urls: five answers within thirty minutes, also where the bot isn't a member."""

from typing import Any
from urllib.parse import parse_qs

from localslack import parsing
from localslack.changes import answers, posting
from localslack.errors import Refused
from localslack.world.apps import App, Installation
from localslack.world.channels import Channel
from localslack.world.messages import Message
from localslack.world.triggers import RESPONSE_URL_LIFE, RESPONSE_URL_USES, ResponseUrl
from localslack.world.world import World


def take(world: World, path: str, raw: bytes) -> tuple[int, str]:
    """Do what a body asks; answers an HTTP status and Slack's word for it."""
    url = world.triggers.find_url(path)
    if url is None:
        return 404, "no_service"
    if world.clock.now() - url.issued_at > RESPONSE_URL_LIFE:
        return 410, "expired_url"
    if url.uses >= RESPONSE_URL_USES:
        return 404, "used_url"
    body = _read(raw)
    if body is None:
        return 400, "invalid_payload"
    return _answer(world, url, body)


def _answer(world: World, url: ResponseUrl, body: dict[str, Any]) -> tuple[int, str]:
    channel = world.channels[url.channel_id]
    app = world.apps[url.app_id]
    installation = app.installed_in(url.team_id)
    if installation is None:
        return 404, "no_service"
    original = _original(url, channel)
    try:
        if body.get("delete_original"):
            _delete(world, channel, original)
        else:
            _show(world, url, body, app, installation, channel, original)
    except Refused as refusal:
        return 404, refusal.error
    url.uses += 1
    return 200, "ok"


def _original(url: ResponseUrl, channel: Channel) -> Message | None:
    if url.message_ts is None:
        return None
    if url.is_ephemeral:
        return channel.messages.ephemeral(url.user_id, url.message_ts)
    return channel.messages.get(url.message_ts)


def _delete(world: World, channel: Channel, original: Message | None) -> None:
    if original is None:
        raise Refused("message_not_found")
    posting.delete(world, channel, original)


def _show(
    world: World,
    url: ResponseUrl,
    body: dict[str, Any],
    app: App,
    installation: Installation,
    channel: Channel,
    original: Message | None,
) -> None:
    draft = answers.draft_of(world, body, channel)
    if body.get("replace_original") and original is not None:
        posting.change(world, channel, original, draft, by=installation.bot_user_id)
    elif body.get("response_type") == "in_channel":
        posting.by_app(world, app, installation, channel, draft)
    else:
        posting.ephemeral(world, app, installation, channel, url.user_id, draft)


def _read(raw: bytes) -> dict[str, Any] | None:
    try:
        text = raw.decode()
        if text.startswith("payload="):
            text = parse_qs(text)["payload"][0]
        body = parsing.parse(text)
    except (ValueError, KeyError):
        return None
    return body if isinstance(body, dict) else None
