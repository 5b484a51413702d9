"""response_urls: five answers within thirty minutes, also where the bot isn't a member."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs

from localslack import parsing
from localslack.changes import answers
from localslack.changes.posting import Posting
from localslack.errors import Refused
from localslack.world.apps import App, Installation
from localslack.world.channels import Channel
from localslack.world.messages import Message
from localslack.world.triggers import RESPONSE_URL_LIFE, RESPONSE_URL_USES, ResponseUrl
from localslack.world.world import World


class Hooks:
    """Answers what is posted to a response_url."""

    def __init__(self, world: World, posting: Posting) -> None:
        self._world = world
        self._posting = posting

    def take(self, path: str, raw: bytes) -> tuple[int, str]:
        """Do what a body asks; answers an HTTP status and Slack's word for it."""
        url = self._world.triggers.find_url(path)
        if url is None:
            return 404, "no_service"
        if self._world.clock.now() - url.issued_at > RESPONSE_URL_LIFE:
            return 410, "expired_url"
        if url.uses >= RESPONSE_URL_USES:
            return 404, "used_url"
        body = _read(raw)
        if body is None:
            return 400, "invalid_payload"
        return self._answer(url, body)

    def _answer(self, url: ResponseUrl, body: dict[str, Any]) -> tuple[int, str]:
        channel = self._world.channels[url.channel_id]
        app = self._world.apps[url.app_id]
        installation = app.installed_in(url.team_id)
        if installation is None:
            return 404, "no_service"
        original = self._original(url, channel)
        try:
            if body.get("delete_original"):
                self._delete(channel, original)
            else:
                self._show(url, body, app, installation, channel, original)
        except Refused as refusal:
            return 404, refusal.error
        url.uses += 1
        return 200, "ok"

    def _original(self, url: ResponseUrl, channel: Channel) -> Message | None:
        if url.message_ts is None:
            return None
        if url.is_ephemeral:
            return channel.messages.ephemeral(url.user_id, url.message_ts)
        return channel.messages.get(url.message_ts)

    def _delete(self, channel: Channel, original: Message | None) -> None:
        if original is None:
            raise Refused("message_not_found")
        self._posting.delete(channel, original)

    def _show(
        self,
        url: ResponseUrl,
        body: dict[str, Any],
        app: App,
        installation: Installation,
        channel: Channel,
        original: Message | None,
    ) -> None:
        draft = answers.draft_of(self._world, body, channel)
        if body.get("replace_original") and original is not None:
            self._posting.change(channel, original, draft, by=installation.bot_user_id)
        elif body.get("response_type") == "in_channel":
            self._posting.by_app(app, installation, channel, draft)
        else:
            self._posting.ephemeral(app, installation, channel, url.user_id, draft)


def _read(raw: bytes) -> dict[str, Any] | None:
    try:
        text = raw.decode()
        if text.startswith("payload="):
            text = parse_qs(text)["payload"][0]
        body = parsing.parse(text)
    except (ValueError, KeyError):
        return None
    return body if isinstance(body, dict) else None
