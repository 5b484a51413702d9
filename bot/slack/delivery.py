"""Sending what the outbox holds: each message once, at a pace that Slack lets through.

A row is marked *sending* and committed before Slack is asked, so a process that dies in between
leaves a row that tells so. Its outcome is then looked up by the message's metadata, never guessed.
"""

import asyncio
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import ColumnElement, and_, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bot import clock
from bot.db import Database, insert_new
from bot.slack import pictures
from bot.slack.clients import Clients
from bot.slack.installs import Installed, Installs
from bot.slack.listening import describe
from bot.slack.models import Delivery, Lane, Message, State
from bot.slack.pace import Pace

log = structlog.get_logger()

LEASE = timedelta(seconds=90)
TOGETHER = 8  # under way at once in one workspace
MANY = 15  # as much of a conversation as every app may read at once
EVENT_TYPE = "amp"

# The bot itself is not welcome any more: the workspace is switched off, its messages wait.
GONE = {
    "invalid_auth",
    "not_authed",
    "account_inactive",
    "token_revoked",
    "team_access_not_granted",
}
# Slack may have taken the message before it said so.
PERHAPS = {"fatal_error", "internal_error", "service_unavailable", "request_timeout"}
LIMITED = {"ratelimited", "rate_limited", "message_limit_exceeded"}


@dataclass(frozen=True)
class Errand:
    """A delivery, and the message whose thread it belongs into."""

    delivery: Delivery
    thread_ts: str | None

    @property
    def key(self) -> str:
        return self.delivery.key

    @property
    def recipient(self) -> str:
        return self.delivery.recipient


@dataclass(frozen=True)
class Outcome:
    """What became of an attempt; the state is one of State's."""

    state: State
    failure: str | None = None
    channel_id: str | None = None
    ts: str | None = None
    again_in: timedelta | None = None
    blocks_refused: bool = False
    not_ready: bool = False  # its file is not


class Courier:
    """Delivers what is due; several of them, in several processes, share the work."""

    def __init__(self, database: Database, installs: Installs, clients: Clients) -> None:
        self._database = database
        self._installs = installs
        self._clients = clients
        self._name = uuid.uuid4().hex
        self._paces: dict[str, Pace] = {}
        self._one_at_a_time = asyncio.Lock()
        self._stopping = False

    async def deliver_due(self) -> None:
        """Deliver everything that is due now, each workspace in a lane of its own."""
        # A second run in this process has the lane too: it would take what the first is sending
        # for cut off, and send it once more.
        async with self._one_at_a_time:
            async with self._database.read() as session:
                workspaces = await _with_work(session, clock.now())
            await asyncio.gather(*(self._serve(workspace_id) for workspace_id in workspaces))

    def stop(self) -> None:
        """Begin nothing new; what is under way is finished."""
        self._stopping = True

    async def _serve(self, workspace_id: str) -> None:
        installed = await self._installs.find(workspace_id)
        if installed is None or not await self._take_lane(workspace_id):
            return
        try:
            await self._settle(workspace_id, installed)
            while not self._stopping and (batch := await self._claim(workspace_id)):
                if not await self._send_all(batch, installed):
                    break
        except Exception as error:
            log.error("delivery stopped", workspace=workspace_id, **describe(error))
        # Not when it was cancelled: until the lease is over, what Slack was asked may still arrive.
        await self._leave_lane(workspace_id)

    # The lane: one workspace is served by one courier at a time.

    async def _take_lane(self, workspace_id: str) -> bool:
        at = clock.now()
        async with self._database.begin() as session:
            await insert_new(session, Lane, [{"workspace_id": workspace_id}])
            taken = await session.execute(
                update(Lane)
                .where(
                    Lane.workspace_id == workspace_id,
                    or_(
                        Lane.held_by.is_(None),
                        Lane.held_by == self._name,
                        Lane.held_until < at,
                    ),
                )
                .values(held_by=self._name, held_until=at + LEASE)
            )
            return bool(taken.rowcount)  # type: ignore[attr-defined]

    async def _leave_lane(self, workspace_id: str) -> None:
        async with self._database.begin() as session:
            await session.execute(
                update(Lane)
                .where(Lane.workspace_id == workspace_id, Lane.held_by == self._name)
                .values(held_by=None, held_until=None)
            )

    async def _claim(self, workspace_id: str) -> Sequence[Errand]:
        """Mark the next few as being sent, if the lane is still ours."""
        if not await self._take_lane(workspace_id):
            return []
        at = clock.now()
        async with self._database.begin() as session:
            await session.execute(
                update(Delivery)
                .where(
                    Delivery.workspace_id == workspace_id,
                    Delivery.state == State.WAITING,
                    Delivery.give_up_at < at,
                )
                .values(state=State.FAILED, failure="too_late")
            )
            batch = await _errands(
                session,
                Delivery.workspace_id == workspace_id,
                Delivery.state == State.WAITING,
                Delivery.due_at <= at,
                limit=TOGETHER,
            )
            for errand in batch:
                errand.delivery.state = State.SENDING
                errand.delivery.attempts += 1
            return batch

    async def _send_all(self, batch: Sequence[Errand], installed: Installed) -> bool:
        """Send a batch; says whether it makes sense to go on with the next."""
        pace = self._pace(installed)
        client = self._clients.sender(installed.bot_token)
        outcomes = await asyncio.gather(*(_send(errand, client, pace) for errand in batch))
        async with self._database.begin() as session:
            for errand, outcome in zip(batch, outcomes, strict=True):
                await _write_down(session, errand.delivery, outcome)
        if any(outcome.failure in GONE for outcome in outcomes):
            log.warning("workspace is gone", workspace=installed.id)
            await self._installs.revoke(installed.id, at=clock.now())
            return False
        if any(outcome.state is State.SENDING for outcome in outcomes):
            await self._settle(batch[0].delivery.workspace_id, installed)
        return not any(outcome.again_in for outcome in outcomes)

    # What was cut off: look whether it arrived before anything is sent again.

    async def _settle(self, workspace_id: str, installed: Installed) -> None:
        async with self._database.read() as session:
            unsettled = await _errands(
                session, Delivery.workspace_id == workspace_id, Delivery.state == State.SENDING
            )
        client = self._clients.reader(installed.bot_token)
        for errand in unsettled:
            outcome = await _look_up(errand, client)
            log.info("an interrupted message was looked up", outcome=outcome.state.value)
            async with self._database.begin() as session:
                await _write_down(session, errand.delivery, outcome)

    def _pace(self, installed: Installed) -> Pace:
        pace = self._paces.setdefault(installed.id, Pace(time.monotonic))
        pace.tidy()
        return pace


async def _errands(
    session: AsyncSession, *criteria: ColumnElement[bool], limit: int = 200
) -> list[Errand]:
    """Deliveries in the order they are due; a reply waits until its thread's root is sent."""
    root = aliased(Delivery)
    found = await session.execute(
        select(Delivery, root.ts)
        .outerjoin(root, root.key == Delivery.thread_of)
        .where(*criteria, or_(Delivery.thread_of.is_(None), root.state == State.SENT))
        .order_by(Delivery.due_at, Delivery.id)
        .limit(limit)
    )
    return [Errand(delivery, thread_ts) for delivery, thread_ts in found]


async def _with_work(session: AsyncSession, at: datetime) -> list[str]:
    """The workspaces that have something due, or something that was cut off."""
    found = await session.scalars(
        select(Delivery.workspace_id)
        .where(
            or_(
                and_(Delivery.state == State.WAITING, Delivery.due_at <= at),
                Delivery.state == State.SENDING,
            )
        )
        .distinct()
    )
    return list(found)


async def _send(errand: Errand, client: AsyncWebClient, pace: Pace) -> Outcome:
    """Ask Slack to post; falls back to plainer blocks where a workspace refuses a kind of them."""
    outcome = Outcome(State.FAILED, "no_blocks")
    message = errand.delivery.message
    for blocks in (message.blocks, *(message.plainer or [])):
        outcome = await _with_pictures(errand, blocks, client, pace)
        if not outcome.blocks_refused:
            return outcome
    return outcome


async def _with_pictures(
    errand: Errand, blocks: list[dict[str, Any]], client: AsyncWebClient, pace: Pace
) -> Outcome:
    """Upload what is to be drawn, then post; Slack takes a moment to take a file in."""
    try:
        blocks = await pictures.uploaded(blocks, client)
    except (SlackApiError, aiohttp.ClientError, TimeoutError):
        return Outcome(State.FAILED, "no_picture", blocks_refused=True)
    outcome = Outcome(State.FAILED, "no_picture")
    for wait in (0, *pictures.LOOKS):
        await asyncio.sleep(wait)
        await pace.turn(errand.recipient)
        outcome = await _attempt(errand, blocks, client, pace)
        if not outcome.not_ready:
            return outcome
    return replace(outcome, blocks_refused=True)


async def _attempt(
    errand: Errand, blocks: list[dict[str, object]], client: AsyncWebClient, pace: Pace
) -> Outcome:
    try:
        answer = await client.chat_postMessage(
            channel=errand.recipient,
            text=errand.delivery.message.text,
            blocks=blocks,
            thread_ts=errand.thread_ts,
            metadata={"event_type": EVENT_TYPE, "event_payload": {"key": errand.key}},
            unfurl_links=False,
            unfurl_media=False,
        )
    except SlackApiError as error:
        return _refused(error, pace)
    except aiohttp.ClientConnectorError:
        again_in = _backoff(errand.delivery.attempts)
        return Outcome(State.WAITING, "no_connection", again_in=again_in)
    except (aiohttp.ClientError, TimeoutError, ValueError):
        return Outcome(State.SENDING, "no_answer")
    pace.went_through()
    return Outcome(State.SENT, channel_id=answer["channel"], ts=answer["ts"])


def _refused(error: SlackApiError, pace: Pace) -> Outcome:
    code = str(error.response.get("error"))
    if code in LIMITED or error.response.status_code == 429:
        wait = float(error.response.headers.get("Retry-After", 30))
        pace.was_refused(wait)
        return Outcome(State.WAITING, code, again_in=timedelta(seconds=wait))
    if code in GONE:
        return Outcome(State.WAITING, code)
    if code in PERHAPS or error.response.status_code >= 500:
        return Outcome(State.SENDING, code)
    told = " ".join((error.response.get("response_metadata") or {}).get("messages") or [])
    return Outcome(
        State.FAILED,
        code,
        blocks_refused="unsupported type" in told,
        not_ready=pictures.not_ready(error),
    )


async def _look_up(errand: Errand, client: AsyncWebClient) -> Outcome:
    """Find an interrupted message by its metadata; where that can't be read, don't repeat it."""
    try:
        channel, messages = await _recent(errand, client)
    except SlackApiError as error:
        return Outcome(State.UNKNOWN, str(error.response.get("error")))
    except (aiohttp.ClientError, TimeoutError, ValueError):
        return Outcome(State.SENDING, "no_answer", again_in=_backoff(errand.delivery.attempts))
    for message in messages:
        payload = (message.get("metadata") or {}).get("event_payload") or {}
        if payload.get("key") == errand.key:
            return Outcome(State.SENT, channel_id=channel, ts=message["ts"])
    return Outcome(State.WAITING, again_in=_backoff(errand.delivery.attempts))


async def _recent(errand: Errand, client: AsyncWebClient) -> tuple[str, list[dict[str, Any]]]:
    """The newest messages of where an errand went to, with their metadata."""
    channel = errand.recipient
    if channel.startswith(("U", "W")):
        channel = (await client.conversations_open(users=channel))["channel"]["id"]
    if errand.thread_ts:
        answer = await client.conversations_replies(
            channel=channel, ts=errand.thread_ts, limit=MANY, include_all_metadata=True
        )
    else:
        answer = await client.conversations_history(
            channel=channel, limit=MANY, include_all_metadata=True
        )
    return channel, answer["messages"]


async def _write_down(session: AsyncSession, delivery: Delivery, outcome: Outcome) -> None:
    if outcome.state is State.SENT and delivery.message.discreet:
        await session.execute(delete(Delivery).where(Delivery.id == delivery.id))
        return
    values: dict[str, object] = {"state": outcome.state, "failure": outcome.failure}
    if outcome.ts:
        values |= {"channel_id": outcome.channel_id, "ts": outcome.ts}
    if outcome.again_in:
        values["due_at"] = clock.now() + outcome.again_in
    await session.execute(update(Delivery).where(Delivery.id == delivery.id).values(**values))


def _backoff(attempts: int) -> timedelta:
    return timedelta(seconds=min(300, 2**attempts))


async def sweep(session: AsyncSession) -> None:
    """Forget messages that nobody is to get any more."""
    used = select(Delivery.message_id)
    await session.execute(delete(Message).where(Message.id.not_in(used)))
