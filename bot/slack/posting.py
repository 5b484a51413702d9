"""One attempt at posting a message, and finding out later whether it arrived."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import structlog
from msgspec import Struct
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack import pictures, refusals
from bot.slack.block_kit import Block
from bot.slack.failures import describe
from bot.slack.models import Message, State

log = structlog.get_logger()

EVENT_TYPE = "amp"
MANY = 15  # as much of a conversation as every app may read at once
SKEW = timedelta(minutes=5)  # Slack's clock and ours may differ
# Slack may still be at work on a message whose answer was lost; this long after it is looked up.
SETTLES = timedelta(seconds=30)
RENEWING = timedelta(minutes=1)  # until a token that ran out has been renewed
GRANTING = timedelta(minutes=1)  # until a scope that is missing may have been granted


class Dispatch(Struct, frozen=True):
    """A message on its way to one conversation."""

    id: int
    key: str
    workspace_id: str
    recipient: str
    message: Message
    attempts: int
    asked_at: datetime | None
    thread_ts: str | None


class Outcome(Struct, frozen=True):
    """What became of an attempt.

    SENDING says that nobody knows yet; *again_in* is when the next attempt, or the next look,
    makes sense; *too_fancy* that plainer blocks might be taken.
    """

    state: State
    failure: str | None = None
    channel_id: str | None = None
    ts: str | None = None
    again_in: timedelta = timedelta()
    too_fancy: bool = False

    @property
    def is_final(self) -> bool:
        return self.state in (State.SENT, State.FAILED, State.UNKNOWN)


async def post(dispatch: Dispatch, blocks: list[Block], client: AsyncWebClient) -> Outcome:
    """Ask Slack to post; never asks twice unless Slack said that it did not post."""
    for wait in (*pictures.LOOKS, None):
        try:
            return await _ask(dispatch, blocks, client)
        except SlackApiError as error:
            if wait is None or not pictures.not_ready(error):
                return _refused(error, dispatch)
            await asyncio.sleep(wait)
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
            again_in = backoff(dispatch.attempts)
            return Outcome(State.WAITING, "no_connection", again_in=again_in)
        except (aiohttp.ClientError, TimeoutError):
            return Outcome(State.SENDING, "no_answer", again_in=SETTLES)
        except Exception as error:  # the SDK stumbles over answers that are none of Slack's
            log.error("a message's outcome is unclear", **describe(error))
            return Outcome(State.SENDING, "no_answer", again_in=SETTLES)
    raise AssertionError("the last round of the loop returns")


async def _ask(dispatch: Dispatch, blocks: list[Block], client: AsyncWebClient) -> Outcome:
    answer = await client.chat_postMessage(
        channel=dispatch.recipient,
        text=dispatch.message.text,
        blocks=blocks,
        thread_ts=dispatch.thread_ts,
        metadata={"event_type": EVENT_TYPE, "event_payload": {"key": dispatch.key}},
        unfurl_links=False,
        unfurl_media=False,
    )
    if not answer.get("ts"):
        return Outcome(State.SENDING, "no_answer", again_in=SETTLES)
    return Outcome(State.SENT, channel_id=answer["channel"], ts=answer["ts"])


def _refused(error: SlackApiError, dispatch: Dispatch) -> Outcome:
    code = refusals.code(error)
    if code in refusals.LIMITED:
        again_in = timedelta(seconds=refusals.pause(error))
        return Outcome(State.WAITING, code, again_in=again_in)
    if code in refusals.GONE:
        return Outcome(State.WAITING, code)
    if code == "token_expired":
        return Outcome(State.WAITING, code, again_in=RENEWING)
    if code == refusals.MISSING_SCOPE:
        return _wants_scope(error, dispatch)
    if code in refusals.PERHAPS or refusals.status(error) >= 500:
        return Outcome(State.SENDING, code or "no_answer", again_in=SETTLES)
    return Outcome(State.FAILED, code, too_fancy=code in refusals.TOO_FANCY)


def _wants_scope(error: SlackApiError, dispatch: Dispatch) -> Outcome:
    """Whoever installs Amp once more lets it through; until then it waits, and says for what."""
    scope = refusals.needed(error)
    log.warning(
        "messages wait for a scope: install Amp once more, with the manifest of this version",
        cause=f"{dispatch.workspace_id} {scope}",
        workspace=dispatch.workspace_id,
        scope=scope,
    )
    failure = f"{refusals.MISSING_SCOPE}:{scope}"[:80]
    return Outcome(State.WAITING, failure, again_in=GRANTING)


async def look_up(dispatch: Dispatch, client: AsyncWebClient) -> Outcome:
    """Find a message that was cut off by its metadata; where that can't be read, don't repeat it.

    A bot may read its own DMs (`im:write` to find one, `im:history`), but not its channels.
    """
    try:
        channel = await _conversation(dispatch.recipient, client)
        async for message in _since(dispatch, channel, client):
            payload = (message.get("metadata") or {}).get("event_payload") or {}
            if payload.get("key") == dispatch.key:
                return Outcome(State.SENT, channel_id=channel, ts=message["ts"])
    except SlackApiError as error:
        return _unread(error)
    except Exception as error:
        log.warning("a message could not be looked up", **describe(error))
        return Outcome(State.SENDING, "no_answer", again_in=SETTLES)
    return Outcome(State.WAITING, "not_there")


def _unread(error: SlackApiError) -> Outcome:
    code = refusals.code(error)
    if code in refusals.LIMITED:
        return Outcome(State.SENDING, code, again_in=timedelta(seconds=refusals.pause(error)))
    if code in refusals.PERHAPS or refusals.status(error) >= 500:
        return Outcome(State.SENDING, code or "no_answer", again_in=SETTLES)
    if code in refusals.GONE or code == "token_expired":
        return Outcome(State.SENDING, code, again_in=RENEWING)
    return Outcome(State.UNKNOWN, code)


async def _conversation(recipient: str, client: AsyncWebClient) -> str:
    if not recipient.startswith(("U", "W")):
        return recipient
    return str((await client.conversations_open(users=recipient))["channel"]["id"])


async def _since(
    dispatch: Dispatch, channel: str, client: AsyncWebClient
) -> AsyncIterator[dict[str, Any]]:
    """What was written into the conversation since Slack was asked, all pages of it."""
    asked: dict[str, Any] = {"channel": channel, "limit": MANY, "include_all_metadata": True}
    if dispatch.asked_at:
        asked["oldest"] = str((dispatch.asked_at - SKEW).timestamp())
    if dispatch.thread_ts:
        first = await client.conversations_replies(ts=dispatch.thread_ts, **asked)
    else:
        first = await client.conversations_history(**asked)
    async for page in first:
        for message in page["messages"]:
            yield message


def backoff(attempts: int) -> timedelta:
    """Longer with every attempt, up to five minutes."""
    return timedelta(seconds=min(300, 2 ** min(attempts, 9)))
