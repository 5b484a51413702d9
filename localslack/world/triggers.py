"""Things that live briefly: triggers (3 seconds, once) and response_urls (30 minutes, 5 times)."""

import itertools
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from localslack.errors import Refused

RESPONSE_URL_LIFE = timedelta(minutes=30)
RESPONSE_URL_USES = 5
KEPT = 10_000


@dataclass
class Trigger:
    """What a click or a command lets an app do once: open a modal for this person."""

    id: str
    app_id: str
    team_id: str
    user_id: str
    issued_at: datetime
    view_id: str | None = None
    is_used: bool = False


@dataclass
class ResponseUrl:
    """Where an app answers the conversation it was called from."""

    path: str
    app_id: str
    team_id: str
    channel_id: str
    user_id: str
    issued_at: datetime
    message_ts: str | None = None
    is_ephemeral: bool = False
    thread_ts: str | None = None
    uses: int = 0


class Triggers:
    """The triggers and response_urls that were given out."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._triggers: dict[str, Trigger] = {}
        self._urls: dict[str, ResponseUrl] = {}

    def issue(
        self, *, app_id: str, team_id: str, user_id: str, at: datetime, view_id: str | None = None
    ) -> Trigger:
        """A new trigger, `number.number.letters` as Slack's."""
        number = next(self._numbers)
        trigger_id = f"{number}.{int(at.timestamp())}.{secrets.token_hex(16)}"
        trigger = Trigger(trigger_id, app_id, team_id, user_id, at, view_id)
        self._triggers[trigger_id] = trigger
        _forget_oldest(self._triggers)
        return trigger

    def spend(self, trigger_id: str, *, app_id: str, at: datetime, life: float) -> Trigger:
        """Use up a trigger that lives for *life* seconds.

        Raises Refused with Slack's word when it can't be used.
        """
        trigger = self._triggers.get(trigger_id)
        if trigger is None or trigger.app_id != app_id:
            raise Refused("invalid_trigger_id")
        if trigger.is_used:
            raise Refused("exchanged_trigger_id")
        if at - trigger.issued_at > timedelta(seconds=life):
            raise Refused("expired_trigger_id")
        trigger.is_used = True
        return trigger

    def response_url(
        self,
        family: str,
        *,
        app_id: str,
        team_id: str,
        channel_id: str,
        user_id: str,
        at: datetime,
        message_ts: str | None = None,
        is_ephemeral: bool = False,
        thread_ts: str | None = None,
    ) -> ResponseUrl:
        """A new address; *family* is `commands` or `actions`."""
        path = f"/hooks/{family}/{team_id}/{next(self._numbers)}/{secrets.token_urlsafe(18)}"
        url = ResponseUrl(
            path, app_id, team_id, channel_id, user_id, at, message_ts, is_ephemeral, thread_ts
        )
        self._urls[path] = url
        _forget_oldest(self._urls)
        return url

    def find_url(self, path: str) -> ResponseUrl | None:
        """The response_url of that path."""
        return self._urls.get(path)


def _forget_oldest(known: dict[str, Trigger] | dict[str, ResponseUrl]) -> None:
    if len(known) > KEPT:
        del known[next(iter(known))]
