"""Sending what the outbox holds: each message once, at a pace that Slack lets through.

A row is marked *sending* and committed right before Slack is asked, so a process that dies in
between leaves a row that tells so. Its outcome is then looked up, never guessed. Each mark carries
the number of its attempt: whoever comes too late to write down an outcome changes nothing.
"""

import asyncio
import time
import uuid
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import timedelta
from typing import TypeAlias, TypeVar

import structlog
from msgspec import Struct
from msgspec.structs import replace
from slack_sdk.web.async_client import AsyncWebClient

from bot import clock, metrics, postgres, scrubbing
from bot.db import Database
from bot.settings import Settings
from bot.slack import deduplication, installs, leases, outbox, pictures, posting, queue, refusals
from bot.slack.block_kit import Block
from bot.slack.clients import Clients
from bot.slack.failures import describe
from bot.slack.installs import Installed, Installs
from bot.slack.listening import in_background
from bot.slack.models import State
from bot.slack.pace import Pace
from bot.slack.posting import Dispatch, Outcome

log = structlog.get_logger()

TOGETHER = 8  # under way at once in one workspace
LOOK = 1.0  # seconds for which a look at what is due, and still wanted, holds
SHIFT = 20.0  # seconds after which the other workspaces get a turn
# Nothing is asked so late in a lease that its answer could come after the end of it.
LAST_CALL = timedelta(seconds=20)

T = TypeVar("T")
# What of that which is to be sent right now is not wanted any more is withdrawn; whether any was.
CallOff: TypeAlias = Callable[[Database, Sequence[Dispatch]], Awaitable[bool]]


async def _call_off_nothing(database: Database, dispatches: Sequence[Dispatch]) -> bool:
    return False


class Bot(Struct, frozen=True):
    """Amp in one workspace, as it speaks there."""

    installed: Installed
    client: AsyncWebClient
    pace: Pace


class Dispatcher:
    """Delivers what is due; several of them, in several processes, share the work."""

    def __init__(
        self,
        database: Database,
        installs: Installs,
        clients: Clients,
        *,
        new_pace: Callable[[], Pace] = lambda: Pace(time.monotonic),
        call_off: CallOff = _call_off_nothing,
    ) -> None:
        self._database = database
        self._installs = installs
        self._clients = clients
        self._name = uuid.uuid4().hex
        self._new_pace = new_pace
        self._call_off = call_off
        self._paces: dict[str, Pace] = {}
        self._one_at_a_time = asyncio.Lock()
        self._stopping = False

    async def deliver_due(self) -> None:
        """Deliver what is due now, each workspace under a lease of its own."""
        async with self._one_at_a_time:
            at = clock.now()
            async with self._database.read() as session:
                is_late = await queue.has_late(session, at)
                workspaces = await queue.workspaces_with_work(session, at)
            if is_late:
                async with self._database.begin() as session:
                    await queue.give_up(session, at)
            await _all(self._serve(workspace_id) for workspace_id in workspaces)

    def stop(self) -> None:
        """Begin nothing new; what is under way is finished."""
        self._stopping = True

    async def _serve(self, workspace_id: str) -> None:
        try:
            installed = await self._installs.find(workspace_id)
            if installed is None:
                return
            client = self._clients.sender(installed.bot_token, command=installed.command)
            bot = Bot(installed, client, self._pace(workspace_id))
            if bot.pace.is_silent:
                return
            if await leases.acquire(self._database, workspace_id, self._name, at=clock.now()):
                try:
                    await self._settle(workspace_id, bot)
                    await self._send_all(workspace_id, bot)
                finally:
                    await leases.release(self._database, workspace_id, self._name)
        except Exception as error:  # one workspace's trouble is not the others'
            log.error("delivery stopped", workspace=workspace_id, **describe(error))

    def _pace(self, workspace_id: str) -> Pace:
        pace = self._paces.setdefault(workspace_id, self._new_pace())
        pace.tidy()
        return pace

    async def _next(self, workspace_id: str, state: State, limit: int) -> Sequence[Dispatch]:
        async with self._database.read() as session:
            return await queue.due(session, workspace_id, state, limit, at=clock.now())

    # Sending.

    async def _send_all(self, workspace_id: str, bot: Bot) -> None:
        until = time.monotonic() + SHIFT
        while not self._stopping and time.monotonic() < until:
            looked = time.monotonic()
            batch = await self._next(workspace_id, State.WAITING, _a_looks_worth(bot.pace))
            if await self._call_off(self._database, batch):
                continue
            if not await self._carry_all(batch, bot, until=min(until, looked + LOOK)):
                return

    async def _carry_all(self, batch: Sequence[Dispatch], bot: Bot, *, until: float) -> bool:
        """Post these messages, some at once; what is not begun by *until* is left for another look.

        False if there was none, or if the workspace should be left alone for now.
        """
        left, went = deque(batch), list[bool]()

        async def carry() -> None:
            while left:
                went.append(await self._carry(left.popleft(), bot))
                if not went[-1] or time.monotonic() > until:
                    left.clear()

        await _all(carry() for _ in range(TOGETHER))
        return bool(went) and all(went)

    async def _carry(self, dispatch: Dispatch, bot: Bot) -> bool:
        """Post one message when its turn has come, more plainly where Slack refuses its blocks.

        False if nothing final came of it, and the workspace should be left alone for now.
        """
        outcome = None
        ways = [dispatch.message.blocks, *(dispatch.message.plainer or [])]
        for n, blocks in enumerate(ways, 1):
            drawn = await _drawn(blocks, bot.client)
            if not await bot.pace.turn(dispatch.recipient) or self._stopping:
                return False
            # Whoever stops us now: the answer that Slack owes us is waited for and written down.
            work = in_background(self._post(dispatch, drawn, bot, is_plainest=n == len(ways)))
            outcome = await asyncio.shield(work)
            if outcome is None or not outcome.too_fancy:
                break
            dispatch = replace(dispatch, attempts=dispatch.attempts + 1)
        return outcome is not None and outcome.is_final

    async def _post(
        self, dispatch: Dispatch, blocks: list[Block], bot: Bot, *, is_plainest: bool
    ) -> Outcome | None:
        """Mark, post, write down; None when somebody else has the message, or the lease."""
        marked = await self._mark(dispatch)
        if marked is None:
            return None
        outcome = await posting.post(marked, blocks, bot.client)
        if outcome.failure in refusals.GONE:
            outcome = await self._unwelcome(outcome, bot)
        if outcome.too_fancy and not is_plainest:
            outcome = replace(outcome, state=State.WAITING)
        _set_pace(bot.pace, outcome)
        await self._write_down(marked, outcome)
        return outcome

    async def _mark(self, dispatch: Dispatch) -> Dispatch | None:
        """Mark a message as being sent, if it still waits and the lane is still ours."""
        at = clock.now()
        marked = replace(dispatch, attempts=dispatch.attempts + 1, asked_at=at)
        values = {
            "delivery": dispatch.id,
            "known": dispatch.attempts,
            "lease": dispatch.workspace_id,
            "holder": self._name,
            "least": at + LAST_CALL,
            "attempt": marked.attempts,
            "asked": at,
            "due": at + posting.SETTLES,  # to be looked up, if we never write down more
        }
        async with self._database.writes() as connection:
            done = await connection.write(queue.MARK, values)
        return marked if done else None

    async def _unwelcome(self, outcome: Outcome, bot: Bot) -> Outcome:
        """Slack says that somebody is gone: we, or only the person that we wrote to."""
        if not await installs.is_gone(bot.client):
            return replace(outcome, state=State.FAILED)
        if await self._installs.revoke(bot.installed, at=clock.now()):
            log.warning("workspace is gone", workspace=bot.installed.id)
        return outcome

    async def _write_down(self, dispatch: Dispatch, outcome: Outcome) -> None:
        """Write down an outcome, unless somebody has decided about the message since."""
        ours = {"delivery": dispatch.id, "known": dispatch.attempts}
        values = {
            "outcome": outcome.state,
            "why": outcome.failure,
            "channel": outcome.channel_id,
            "posted": outcome.ts,
            "due": clock.now() + outcome.again_in,
        }
        how = queue.WRITE_DOWN_FOR_GOOD if outcome.is_final else queue.WRITE_DOWN
        async with self._database.writes() as connection:
            done = await connection.write(how, ours | values)
        if outcome.is_final and not done:
            await self._forget(dispatch, ours)
        if outcome.is_final:
            metrics.messages.labels(outcome.state.value).inc()
        if outcome.state in (State.FAILED, State.UNKNOWN):
            log.warning("a message did not arrive", failure=outcome.failure)

    async def _forget(self, dispatch: Dispatch, ours: dict[str, int]) -> None:
        """Leave no trace of it, if it is ours; the last of a thread has files scrubbed of all."""
        async with self._database.begin() as session:
            if not (await session.execute(queue.FORGET, ours)).rowcount:  # type: ignore[attr-defined]
                return
            await session.execute(queue.FORGET_WORDS, {"message": dispatch.message.id})
            if not await queue.has_discreet(session, dispatch.workspace_id, at=clock.now()):
                await scrubbing.want(session, words=True)

    # What was cut off: look whether it arrived before anything is sent again.

    async def _settle(self, workspace_id: str, bot: Bot) -> None:
        limited = None
        for dispatch in await self._next(workspace_id, State.SENDING, TOGETHER):
            outcome = limited or await posting.look_up(dispatch, bot.client)
            if outcome.failure in refusals.LIMITED:
                limited = outcome
            log.info("an interrupted message was looked up", outcome=outcome.state.value)
            await self._write_down(dispatch, outcome)


async def deliver(dispatcher: Dispatcher) -> None:
    """Deliver what is due."""
    await dispatcher.deliver_due()


async def tidy(database: Database, settings: Settings) -> None:
    """Forget what no message and no request needs any more."""
    at, keep = clock.now(), timedelta(days=settings.keep_words)
    async with database.begin() as session:
        await postgres.take_time(await session.connection())
        await deduplication.forget(session, at)
        await outbox.forget_sent(session, at=at)
        await outbox.sweep(session)
        await outbox.forget_words(session, at=at, keep=keep)


def _a_looks_worth(pace: Pace) -> int:
    """How many messages to take at once: those that Slack lets through meanwhile."""
    return max(1, int(pace.rate * LOOK))


def _set_pace(pace: Pace, outcome: Outcome) -> None:
    if outcome.state is State.SENT:
        pace.went_through()
    elif outcome.failure in refusals.LIMITED:
        pace.was_refused(outcome.again_in.total_seconds())
    elif (outcome.failure or "").startswith(refusals.MISSING_SCOPE):
        pace.rest(outcome.again_in.total_seconds())  # the next message would lack it too


async def _drawn(blocks: list[Block], client: AsyncWebClient) -> list[Block]:
    """The blocks with their pictures uploaded; where that fails, Slack refuses them as they are."""
    try:
        return await pictures.uploaded(blocks, client)
    except refusals.NOT_ANSWERED as error:
        log.warning("a picture could not be uploaded", **describe(error))
        return blocks


async def _all(work: Iterable[Awaitable[T]]) -> list[T]:
    """Do all of it together, to the end; then raise the first error, if there was one."""
    done = await asyncio.gather(*work, return_exceptions=True)
    for result in done:
        if isinstance(result, BaseException):
            raise result
    return [result for result in done if not isinstance(result, BaseException)]
