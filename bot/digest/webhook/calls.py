"""Digests on their way to webhooks: intended with the digest, tried for a day, never forgotten."""

import json
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.digest import deliveries
from bot.digest.models import Digest
from bot.digest.payload import payload
from bot.digest.summary import Summary
from bot.digest.webhook.models import Webhook, WebhookCall
from bot.framework.content import Content
from bot.rows import insert_new
from bot.slack.models import Delivery, State
from bot.vault import Vault
from bot.words import Words

GIVE_UP_AFTER = timedelta(hours=24)
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=4)
TYPE = "digest.composed"
BATCH = 20  # calls that are made at one look
UNDER_WAY = (State.WAITING, State.SENDING)  # a digest that its own channel may not have yet


class Call(StrEnum):
    """What became of a call."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"


class Due(Struct, frozen=True):
    """A call that is to be made now."""

    round_id: int
    team_id: int
    url: str
    secret: str
    id: str
    body: bytes
    attempts: int
    give_up_at: datetime


async def intend(session: AsyncSession, team_id: int, round_id: int, *, at: datetime) -> None:
    """Write down that a digest is to be sent to its team's webhook, if that is on."""
    webhook = await session.get(Webhook, team_id)
    if webhook is None or not webhook.is_on:
        return
    row = {
        "round_id": round_id, "team_id": team_id, "state": Call.WAITING.value,
        "due_at": at, "give_up_at": at + GIVE_UP_AFTER, "attempts": 0,
    }  # fmt: skip
    await insert_new(session, WebhookCall, [row])


async def due(
    session: AsyncSession, vault: Vault, say: Words, content: Content, *, at: datetime
) -> list[Due]:
    """The calls that should have been made by now; the team's channel hears first, if it can."""
    found = await session.execute(
        select(WebhookCall, Webhook, Digest)
        .join(Webhook, Webhook.team_id == WebhookCall.team_id)
        .join(Digest, Digest.round_id == WebhookCall.round_id)
        .outerjoin(Delivery, Delivery.key == deliveries.key_of(Digest.round_id))
        .where(
            WebhookCall.state == Call.WAITING, WebhookCall.due_at <= at, Webhook.is_on,
            func.coalesce(Delivery.state, State.SENT).not_in(UNDER_WAY),
        )
        .order_by(WebhookCall.due_at)
        .limit(BATCH)
    )  # fmt: skip
    return [
        Due(
            round_id=call.round_id,
            team_id=call.team_id,
            url=webhook.url,
            secret=vault.unlock(webhook.secret),
            id=id_of(vault, call.round_id),
            body=body(say, content, Summary.read(digest.summary), at=digest.composed_at),
            attempts=call.attempts,
            give_up_at=call.give_up_at,
        )
        for call, webhook, digest in found
    ]


def id_of(vault: Vault, round_id: int) -> str:
    """An idempotency key: the same for every attempt, so that a receiver can tell a repetition."""
    return f"msg_{vault.token('webhook', round_id).hex()[:32]}"


def body(say: Words, content: Content, summary: Summary, *, at: datetime) -> bytes:
    """What is sent, as docs/webhook.md describes it: the same for every attempt."""
    data = payload(say, content, summary)
    told = {"type": TYPE, "timestamp": at.isoformat(), "data": data}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


async def take(session: AsyncSession, call: Due, *, at: datetime) -> bool:
    """Take a call before it is made, so that another worker does not make it too.

    The day for which it is tried begins with the first attempt.
    """
    taken = await session.execute(
        update(WebhookCall)
        .where(
            WebhookCall.round_id == call.round_id,
            WebhookCall.state == Call.WAITING,
            WebhookCall.attempts == call.attempts,
        )
        .values(
            attempts=call.attempts + 1,
            due_at=at + wait(call.attempts),
            give_up_at=call.give_up_at if call.attempts else at + GIVE_UP_AFTER,
        )
    )
    return bool(taken.rowcount)  # type: ignore[attr-defined]


async def settle(
    session: AsyncSession, call: Due, failure: str | None, *, gone: bool, at: datetime
) -> bool:
    """Write down what became of a taken call; says whether it has been given up with this.

    *gone*: the receiver wants no more of them, so the webhook is turned off.
    """
    is_late = call.attempts > 0 and at + wait(call.attempts) > call.give_up_at
    given_up = failure is not None and (gone or is_late)
    state = Call.DONE if failure is None else Call.FAILED if given_up else Call.WAITING
    await session.execute(
        update(WebhookCall)
        .where(WebhookCall.round_id == call.round_id)
        .values(state=state.value, failure=failure)
    )
    if gone:
        await session.execute(
            update(Webhook).where(Webhook.team_id == call.team_id).values(is_on=False)
        )
    return given_up


def wait(attempts: int) -> timedelta:
    """Until the next attempt: a minute, twice as long each time, up to four hours."""
    return min(LONGEST_WAIT, FIRST_WAIT * (1 << min(attempts, 10)))


async def last(session: AsyncSession, team_id: int) -> WebhookCall | None:
    """The newest call of a team, to say how it went."""
    return await session.scalar(
        select(WebhookCall)
        .where(WebhookCall.team_id == team_id)
        .order_by(WebhookCall.round_id.desc())
        .limit(1)
    )
