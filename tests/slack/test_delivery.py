"""Each message once, whatever Slack, the line and the processes do."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import timedelta
from itertools import pairwise
from typing import TypeVar

import aiohttp
import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession
from structlog.testing import capture_logs

from bot import clock, logs, metrics
from bot.db import Database
from bot.prepared import Connected
from bot.slack import block_kit as kit
from bot.slack import clients, delivery, leases, listening, outbox, posting
from bot.slack.clients import Clients
from bot.slack.installs import Installs
from bot.slack.models import Delivery, Installation, Lease, Message
from bot.slack.pace import SLOWEST, Pace
from bot.slack.posting import Dispatch
from bot.vault import Vault
from tests.slack.conftest import ON_BOTH, TWO, Json, PostOffice, eventually

T = TypeVar("T")

CHART = {
    "type": "data_visualization",
    "title": "Autonomy",
    "chart": {"type": "pie", "segments": [{"label": "yes", "value": 1}]},
}


# The ordinary case


@ON_BOTH
async def test_a_message_arrives_and_is_remembered(office: PostOffice) -> None:
    """A DM is written to a person, and the row keeps where it stands."""
    await office.writes("hello", "ana")
    await office.dispatcher.deliver_due()

    [message] = await office.slack.person("ana").dm()
    row = await office.row("hello")
    assert message.text == "hello"
    assert row is not None
    assert (row.state, row.channel_id, row.ts) == ("sent", message.channel, message.ts)


async def test_nothing_is_sent_before_it_is_due(office: PostOffice) -> None:
    """A message waits for its moment."""
    await office.writes("soon", "ana", due_at=clock.now() + timedelta(minutes=5))
    await office.dispatcher.deliver_due()
    assert office.asked() == 0

    await office.later(minutes=5)
    assert office.posted("soon") == 1


@ON_BOTH
async def test_one_key_is_sent_once(office: PostOffice) -> None:
    """Whoever writes under a key that has been used changes nothing, sent or not."""
    await office.writes("once", "ana")
    await office.writes("once", "bo")
    await office.dispatcher.deliver_due()
    await office.writes("once", "ana")
    await office.dispatcher.deliver_due()

    assert office.asked() == 1
    assert not await office.slack.person("bo").dm()


async def test_what_was_withdrawn_is_not_sent(office: PostOffice) -> None:
    """Only what begins with the prefix goes, and no wildcard in it counts."""
    for key in ("a:1", "a:2", "ab", "a%"):
        await office.writes(key, "ana")
    async with office.database.begin() as session:
        await outbox.withdraw(session, "a:")
        await outbox.withdraw(session, "%")
    await office.dispatcher.deliver_due()
    assert [office.posted(key) for key in ("a:1", "a:2", "ab", "a%")] == [0, 0, 1, 1]


@ON_BOTH
async def test_a_reply_waits_for_the_root_of_its_thread(office: PostOffice) -> None:
    """It follows as soon as the root is sent, into its thread."""
    await office.slack.driver.fault("lost_request", method="chat.postMessage")
    await office.writes("root", "ana")
    await office.dispatcher.deliver_due()
    await office.writes("reply", "ana", thread_of="root")
    await office.dispatcher.deliver_due()
    assert office.asked() == 1

    await office.later(seconds=31)
    await office.dispatcher.deliver_due()
    root = await office.row("root")
    reply = await office.row("reply")
    assert root is not None
    assert root.channel_id
    assert root.ts
    thread = await office.slack.person("ana").reads_thread(root.channel_id, root.ts)
    assert [message.text for message in thread] == ["root", "reply"]
    assert reply is not None
    assert reply.ts == thread[1].ts


async def test_a_reply_whose_root_failed_keeps_nobody_busy(office: PostOffice) -> None:
    """It waits, in case the root is sent again, and no lease is taken for it."""
    await office.writes("root", "#old")
    await office.writes("reply", "#old", thread_of="root")
    await office.dispatcher.deliver_due()
    async with office.database.begin() as session:
        await session.execute(update(Lease).values(held_by="nobody", held_until=clock.now()))
    await office.dispatcher.deliver_due()

    async with office.database.read() as session:
        assert await session.scalar(select(Lease.held_by)) == "nobody"
    assert await office.state("reply") == ("waiting", None)


@ON_BOTH
async def test_messages_that_nobody_gets_any_more_are_swept(office: PostOffice) -> None:
    """What is said is forgotten with its last delivery."""
    await office.writes("kept", "ana")
    await office.writes("gone", "bo")
    async with office.database.begin() as session:
        await outbox.forget_recipient(session, "T111", office.id_of("bo"))
        await outbox.sweep(session)
        assert (await session.scalars(select(Message.text))).all() == ["kept"]


@ON_BOTH
async def test_what_has_arrived_is_forgotten_and_what_has_not_is_kept(office: PostOffice) -> None:
    """Its words go once everybody has it; what failed can be sent again, and nothing twice."""
    await office.writes("arrived", "ana")
    await office.writes("failed", "#old")
    await office.dispatcher.deliver_due()
    await office.writes("waiting", "bo")
    async with office.database.begin() as session:
        await outbox.forget_words(session, at=clock.now(), keep=timedelta())
        await outbox.sweep(session)
        kept = await session.execute(select(Message.text, Message.blocks).order_by(Message.id))
        assert [text for text, _ in kept] == ["", "failed", "waiting"]
    assert (await office.state("arrived"))[0] == "sent"
    await office.writes("arrived", "ana")
    await office.dispatcher.deliver_due()
    assert (await office.state("waiting"))[0] == "sent"
    assert [message.text for message in await office.slack.person("ana").dm()] == ["arrived"]


async def test_a_look_holds_for_a_while_and_then_there_is_another(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever is written to is known to be meant still; as many go out as were begun by then."""
    looks = []

    async def call_off(_: Database, dispatches: Sequence[Dispatch]) -> bool:
        looks.append(len(dispatches))
        monkeypatch.setattr(delivery, "LOOK", 0)  # over as soon as something is begun
        return False

    for n in range(20):
        await office.writes(f"hello {n}", ("ana", "bo")[n % 2])
    monkeypatch.setattr(delivery, "LOOK", 2)
    pace = Pace(lambda: 0.0, sleep=lambda _: asyncio.sleep(0))
    await office.another(new_pace=lambda: pace, call_off=call_off).deliver_due()

    assert looks == [20, *[1] * (20 - delivery.TOGETHER), 0]
    assert [office.posted(f"hello {n}") for n in range(20)] == [1] * 20


async def test_who_is_written_to_slowly_is_looked_at_shortly_before(office: PostOffice) -> None:
    """Of eight at once the last one would be written to 16 seconds after the look."""
    looks = []

    async def call_off(_: Database, dispatches: Sequence[Dispatch]) -> bool:
        looks.append(len(dispatches))
        return False

    for n in range(4):
        await office.writes(f"hello {n}", ("ana", "bo")[n % 2])
    pace = Pace(lambda: 0.0, sleep=lambda _: asyncio.sleep(0))
    pace.rate = SLOWEST
    await office.another(new_pace=lambda: pace, call_off=call_off).deliver_due()

    assert looks == [1, 1, 1, 1, 0]
    assert [office.posted(f"hello {n}") for n in range(4)] == [1] * 4


@ON_BOTH
async def test_what_is_put_off_after_the_look_waits(office: PostOffice) -> None:
    """As until morning, by another process: what this one has read of it holds no more."""

    async def put_off(database: Database, dispatches: Sequence[Dispatch]) -> bool:
        ids = [one.id for one in dispatches if one.key == "at night"]
        async with database.begin() as session:
            rows = update(Delivery).where(Delivery.id.in_(ids))
            await session.execute(rows.values(due_at=clock.now() + timedelta(hours=8)))
        return False

    await office.writes("at night", "ana")
    await office.writes("by day", "bo")
    for _ in range(2):  # who finds a message changed looks again at the next knock
        await office.another(call_off=put_off).deliver_due()

    assert (office.posted("at night"), office.posted("by day")) == (0, 1)
    assert (await office.state("at night"))[0] == "waiting"


@ON_BOTH
async def test_who_is_forgotten_after_the_look_is_named_nowhere_once_it_is_sent(
    office: PostOffice,
) -> None:
    """What is said of them to others is under way, and was no secret when it was read."""
    bo = office.id_of("bo")

    async def forget(database: Database, dispatches: Sequence[Dispatch]) -> bool:
        async with database.begin() as session:
            await outbox.forget_recipient(session, "T111", bo)
        return False

    await office.writes(f"thank <@{bo}>", "ana")
    await office.writes("nobody", "ana")
    await office.another(call_off=forget).deliver_due()

    assert office.posted(f"thank <@{bo}>") == 1
    assert await office.row(f"thank <@{bo}>") is None
    async with office.database.read() as session:
        assert list(await session.scalars(select(Message.text))) == ["nobody"]
    assert (await office.state("nobody"))[0] == "sent"


# The line breaks


@ON_BOTH
async def test_a_lost_answer_is_looked_up_and_nothing_is_sent_twice(office: PostOffice) -> None:
    """Slack took the message and the connection was cut: its metadata tells."""
    await office.slack.driver.fault("lost_answer", method="chat.postMessage")
    await office.writes("hello", "ana")
    await office.dispatcher.deliver_due()
    assert await office.state("hello") == ("sending", "no_answer")

    await office.dispatcher.deliver_due()
    assert not office.slack.calls("conversations.history"), "Slack may still be at work on it"

    await office.later(seconds=31)
    row = await office.row("hello")
    assert await office.state("hello") == ("sent", None)
    assert row is not None
    assert [row.ts] == [message.ts for message in await office.slack.person("ana").dm()]
    assert office.asked() == office.posted("hello") == 1


async def test_a_lost_request_is_sent_again(office: PostOffice) -> None:
    """It is not in the DM's history, so Slack never had it."""
    await office.slack.driver.fault("lost_request", method="chat.postMessage")
    await office.writes("hello", "ana")
    await office.dispatcher.deliver_due()
    await office.later(seconds=31)

    assert await office.state("hello") == ("sent", None)
    assert (office.asked(), office.posted("hello")) == (2, 1)


@pytest.mark.parametrize("fault", ["lost_answer", "lost_request"])
async def test_a_channel_that_cannot_be_read_is_not_written_to_twice(
    office: PostOffice, fault: str
) -> None:
    """Amp holds no history scope for channels, so it says that it does not know."""
    await office.slack.driver.fault(fault, method="chat.postMessage")
    await office.writes("digest", "#team")
    await office.dispatcher.deliver_due()
    await office.later(seconds=31)
    await office.later(hours=1)

    assert await office.state("digest") == ("unknown", "missing_scope")
    assert office.asked() == 1


@pytest.mark.parametrize("missing", ["im:history", "im:write"])
async def test_without_the_scopes_for_its_own_dm_nothing_is_repeated(
    office: PostOffice, missing: str
) -> None:
    """A possible miss rather than a possible second message."""
    scopes = ["commands", "chat:write", "im:history", "im:write"]
    await office.install(scopes=[scope for scope in scopes if scope != missing])
    await office.slack.driver.fault("lost_answer", method="chat.postMessage")
    await office.writes("hello", "ana")
    await office.dispatcher.deliver_due()
    await office.later(seconds=31)

    assert await office.state("hello") == ("unknown", "missing_scope")
    assert office.posted("hello") == 1


async def test_what_is_unknown_can_be_sent_again_by_a_person(office: PostOffice) -> None:
    """Somebody has looked and says that it is not there."""
    await office.slack.driver.fault("lost_request", method="chat.postMessage")
    await office.writes("digest", "#team")
    await office.dispatcher.deliver_due()
    await office.later(seconds=31)
    async with office.database.begin() as session:
        assert await outbox.send_again(session, "digest", office.id_of("#team"), at=clock.now())
    await office.dispatcher.deliver_due()

    assert await office.state("digest") == ("sent", None)
    async with office.database.begin() as session:
        assert not await outbox.send_again(session, "digest", "C0", at=clock.now())


@pytest.mark.parametrize("error", ["internal_error", "fatal_error", "service_unavailable"])
async def test_an_error_of_slacks_own_is_looked_into(office: PostOffice, error: str) -> None:
    """Slack may have posted before it stumbled."""
    await office.slack.driver.fault("error", method="chat.postMessage", error=error)
    await office.writes("hello", "ana")
    await office.dispatcher.deliver_due()
    assert await office.state("hello") == ("sending", error)

    await office.later(seconds=31)
    assert office.posted("hello") == 1


async def test_while_slack_cannot_be_reached_a_message_waits(
    office: PostOffice, database: Database
) -> None:
    """No connection means that nothing was asked: it is tried again, more and more rarely."""
    offline = Clients("http://127.0.0.1:1/api/", office.installs)
    dispatcher = office.another(clients=offline)
    await office.writes("hello", "ana")
    await dispatcher.deliver_due()
    row = await office.row("hello")
    assert await office.state("hello") == ("waiting", "no_connection")
    assert row is not None
    assert row.due_at > clock.now()

    await office.later(seconds=10)
    assert await office.state("hello") == ("sent", None)
    await offline.close()


async def test_who_gets_no_answer_does_not_wait_for_ever(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The SDK would wait five minutes, long after the lease is another's."""
    monkeypatch.setattr(clients, "TIMEOUT", aiohttp.ClientTimeout(total=0.2))
    hasty = Clients(office.slack.api_url, office.installs)
    await office.slack.driver.fault("slow", method="chat.postMessage", seconds=60)
    await office.writes("hello", "ana")
    async with asyncio.timeout(30):
        await office.another(clients=hasty).deliver_due()
    assert await office.state("hello") == ("sending", "no_answer")
    await hasty.close()


def test_whoever_waits_for_slack_is_done_before_anybody_else_begins() -> None:
    """An answer comes within the lease, and before its message is looked up."""
    waits = timedelta(seconds=clients.TIMEOUT.total or 0)
    assert timedelta() < waits < delivery.LAST_CALL < leases.DURATION
    assert timedelta(seconds=delivery.SHIFT) + delivery.LAST_CALL < leases.DURATION
    assert waits < posting.SETTLES < leases.DURATION


async def test_a_look_up_reads_every_page(office: PostOffice) -> None:
    """However much was written since, a message that arrived is found."""
    await office.slack.driver.fault("lost_answer", method="chat.postMessage")
    await office.writes("hello", "ana")
    await office.dispatcher.deliver_due()
    ana = office.slack.person("ana")
    for n in range(20):
        await ana.says(f"chatter {n}", await ana.dm_id())
    await office.later(seconds=31)

    assert await office.state("hello") == ("sent", None)
    assert office.posted("hello") == 1
    assert len(office.slack.calls("conversations.history")) == 2


async def test_a_look_up_in_a_thread_reads_every_page(office: PostOffice) -> None:
    """A thread is given oldest first, so the newest reply is on its last page."""
    await office.writes("root", "ana")
    await office.dispatcher.deliver_due()
    root = await office.row("root")
    assert root is not None
    assert root.channel_id
    for n in range(25):
        await office.slack.person("ana").says(f"reply {n}", root.channel_id, thread=root.ts)
    await office.slack.driver.fault("lost_answer", method="chat.postMessage")
    await office.writes("reply", "ana", thread_of="root")
    await office.dispatcher.deliver_due()
    await office.later(seconds=31)

    assert await office.state("reply") == ("sent", None)
    assert office.asked() == 2


@pytest.mark.parametrize("trouble", ["ratelimited", "internal_error", "token_expired"])
async def test_a_look_up_that_fails_for_now_is_tried_again(
    office: PostOffice, trouble: str
) -> None:
    """Not being able to look is no reason to send, nor to give up."""
    for n in range(3):
        await office.writes(f"hello {n}", "ana")
        await office.was_cut_off(f"hello {n}")
    if trouble == "ratelimited":
        await office.slack.driver.fault(trouble, method="conversations.history", retry_after=60)
    else:
        await office.slack.driver.fault(
            "error", method="conversations.history", error=trouble, times=3
        )
    await office.dispatcher.deliver_due()
    assert office.asked() == 0
    assert {(await office.state(f"hello {n}"))[0] for n in range(3)} == {"sending"}
    if trouble == "ratelimited":
        assert len(office.slack.calls("conversations.history")) == 1

    await office.later(seconds=65)
    await office.later(seconds=65)
    assert [office.posted(f"hello {n}") for n in range(3)] == [1, 1, 1]


# Processes die


async def test_what_was_cut_off_before_slack_had_it_is_sent(office: PostOffice) -> None:
    """Killed after the mark and before the request: the history does not have it."""
    await office.writes("hello", "ana")
    await office.was_cut_off("hello")
    await office.dispatcher.deliver_due()
    await office.dispatcher.deliver_due()
    assert office.posted("hello") == 1


class Killed(BaseException):
    """The process is gone."""


class Mortal(Database):
    """A database whose process dies at its n-th transaction, before or after its end."""

    def __init__(self, database: Database, dies_at: int, *, after: bool) -> None:
        super().__init__(database.engine)
        self.used = 0
        self._dies_at, self._after = dies_at, after

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[AsyncSession]:
        async with self._mortal(super().begin()) as session:
            yield session

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        async with self._mortal(super().read()) as session:
            yield session

    @asynccontextmanager
    async def writes(self) -> AsyncIterator[Connected]:
        async with self._mortal(super().writes()) as connection:
            yield connection

    @asynccontextmanager
    async def _mortal(self, transaction: AbstractAsyncContextManager[T]) -> AsyncIterator[T]:
        self.used += 1
        if self.used > self._dies_at or (self.used == self._dies_at and not self._after):
            raise Killed
        async with transaction as opened:
            yield opened
        if self.used == self._dies_at:
            raise Killed


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("fault", [None, "lost_answer", "lost_request"])
async def test_killed_at_any_moment_it_is_delivered_once(
    office: PostOffice, fault: str | None, after: bool
) -> None:
    """At every single transaction of a delivery, and whatever the line did besides."""

    async def used_before_it_died(key: str, dies_at: int) -> int:
        await office.writes(key, "ana")
        if fault:
            await office.slack.driver.fault(fault, method="chat.postMessage")
        mortal = Mortal(office.database, dies_at, after=after)
        with contextlib.suppress(Killed):
            await office.another(database=mortal).deliver_due()
        await office.slack.driver.delete("faults")
        await office.later(seconds=61)  # until the lease of the dead one is over
        await office.dispatcher.deliver_due()
        assert (await office.state(key), office.posted(key)) == (("sent", None), 1)
        return mortal.used

    transactions = await used_before_it_died("unharmed", 10**6)
    assert transactions >= 7  # four that write, and those that look
    for n in range(1, transactions + 1):
        assert await used_before_it_died(f"killed at {n}", n) >= n


@ON_BOTH
async def test_who_is_stopped_hears_slack_out(
    office: PostOffice, may_answer: asyncio.Event
) -> None:
    """A cancelled run loses no answer: it is awaited, and written down."""
    await office.slack.driver.fault("slow", method="chat.postMessage")
    await office.writes("digest", "#team")
    run = asyncio.create_task(office.dispatcher.deliver_due())
    await eventually(lambda: office.is_in("digest", "sending"))
    run.cancel()
    with pytest.raises(asyncio.CancelledError):
        await run
    may_answer.set()
    await listening.drain()

    assert await office.state("digest") == ("sent", None)


async def test_who_is_told_to_stop_begins_nothing_new(office: PostOffice) -> None:
    """What is not marked is not asked for."""
    for n in range(20):
        await office.writes(f"hello {n}", "ana")

    async def stop(seconds: float) -> None:
        dispatcher.stop()

    dispatcher = office.another(new_pace=lambda: Pace(lambda: 0.0, stop))
    await dispatcher.deliver_due()
    assert office.asked() == 0

    await office.dispatcher.deliver_due()
    assert office.asked() == 20


# Several dispatchers


@ON_BOTH
async def test_two_dispatchers_share_the_work_and_send_nothing_twice(office: PostOffice) -> None:
    """Forty messages, two processes that look at the same time, each message once."""
    for n in range(40):
        await office.writes(f"hello {n}", ["ana", "bo", "#team"][n % 3])
    dispatchers = [office.another(), office.another()]
    await asyncio.gather(*(dispatcher.deliver_due() for dispatcher in dispatchers * 3))
    await office.dispatcher.deliver_due()

    assert office.asked() == 40
    assert [office.posted(f"hello {n}") for n in range(40)] == [1] * 40


@ON_BOTH
async def test_two_runs_of_one_dispatcher_send_nothing_twice(office: PostOffice) -> None:
    """At start-up the catching up and the scheduler's first look may meet."""
    for n in range(20):
        await office.writes(f"hello {n}", "ana")
    await asyncio.gather(*(office.dispatcher.deliver_due() for _ in range(3)))
    assert office.asked() == 20


@ON_BOTH
async def test_a_workspace_is_served_by_one_at_a_time(office: PostOffice) -> None:
    """While a lease lasts, another dispatcher leaves the workspace alone; then it takes over."""
    await leases.acquire(office.database, "T111", "another worker", at=clock.now())
    await office.writes("hello", "ana")
    await office.dispatcher.deliver_due()
    assert office.asked() == 0

    await office.later(seconds=61)
    assert office.posted("hello") == 1
    async with office.database.read() as session:
        assert await session.scalar(select(Lease.held_by)) is None


@ON_BOTH
@pytest.mark.parametrize(("minutes", "sent"), [(4, 0), (120, 1)])
async def test_a_lease_that_a_wrong_clock_took_is_none(
    minutes: int, sent: int, office: PostOffice
) -> None:
    """A machine whose clock was two hours ahead is gone; one that is a little ahead is at work."""
    ahead = clock.now() + timedelta(minutes=minutes)
    await leases.acquire(office.database, "T111", "another worker", at=ahead)
    await office.writes("hello", "ana")
    await office.dispatcher.deliver_due()
    assert office.posted("hello") == sent


@ON_BOTH
async def test_who_has_lost_the_lease_sends_nothing_more(office: PostOffice) -> None:
    """A machine that slept through its lease wakes up to find the work done."""
    await office.writes("hello", "ana")

    async def sleep_too_long(seconds: float) -> None:
        await office.later(seconds=61)  # the other one takes over, and delivers

    sleeper = office.another(new_pace=lambda: Pace(lambda: 0.0, sleep_too_long))
    await sleeper.deliver_due()
    assert office.asked() == office.posted("hello") == 1


async def test_near_the_end_of_a_lease_nothing_is_begun(office: PostOffice) -> None:
    """Its answer could come when the lease is another's."""
    await office.writes("hello", "ana")

    async def doze(seconds: float) -> None:
        await office.slack.driver.move_clock(
            to=(clock.now() + leases.DURATION - delivery.LAST_CALL).isoformat()
        )

    await office.another(new_pace=lambda: Pace(lambda: 0.0, doze)).deliver_due()
    assert office.asked() == 0
    assert await office.state("hello") == ("waiting", None)


@ON_BOTH
async def test_who_comes_too_late_writes_nothing_down(
    office: PostOffice, may_answer: asyncio.Event
) -> None:
    """Somebody else has looked the message up in the meantime, and theirs is what counts."""
    await office.slack.driver.fault("slow", method="chat.postMessage")
    await office.writes("digest", "#team")
    late = asyncio.create_task(office.another().deliver_due())
    await eventually(lambda: office.is_in("digest", "sending"))
    await office.later(seconds=61)
    assert await office.state("digest") == ("unknown", "missing_scope")
    may_answer.set()
    await late

    assert await office.state("digest") == ("unknown", "missing_scope")
    assert office.asked() == 1


async def test_an_outcome_is_that_of_its_own_attempt(
    office: PostOffice, may_answer: asyncio.Event
) -> None:
    """While somebody else tries once more, an older attempt has nothing to say."""
    await office.slack.driver.fault("slow", method="chat.postMessage")
    await office.writes("digest", "#team")
    late = asyncio.create_task(office.another().deliver_due())
    await eventually(lambda: office.is_in("digest", "sending"))
    async with office.database.begin() as session:
        await session.execute(update(Delivery).values(attempts=2))
    may_answer.set()
    await late
    assert await office.state("digest") == ("sending", None)


async def test_what_slack_is_being_asked_right_now_is_not_looked_up(
    office: PostOffice, may_answer: asyncio.Event
) -> None:
    """Even when the lease is free: the answer may be on its way."""
    await office.slack.driver.fault("slow", method="chat.postMessage")
    await office.writes("digest", "#team")
    first = asyncio.create_task(office.dispatcher.deliver_due())
    await eventually(lambda: office.is_in("digest", "sending"))
    async with office.database.begin() as session:
        await session.execute(update(Lease).values(held_by=None))
    await office.another().deliver_due()
    assert await office.state("digest") == ("sending", None)
    may_answer.set()
    await first
    assert await office.state("digest") == ("sent", None)


@pytest.mark.parametrize("company", [TWO])
async def test_each_workspace_is_written_to_with_its_own_token(
    office: PostOffice, company: Json
) -> None:
    """And one workspace's trouble does not keep the other waiting."""
    await office.writes("to ana", "ana")
    await office.writes("to kim", "kim", ws="T222")
    async with office.database.begin() as session:
        await session.execute(
            update(Installation)
            .where(Installation.id == "T111")
            .values(bot_token=Vault("another secret").lock("xoxb-x"))
        )
    fresh = Installs(office.database, office.vault)
    await office.another(installs=fresh).deliver_due()

    assert await office.state("to kim") == ("sent", None)
    assert await office.state("to ana") == ("waiting", None)


# Slack refuses


async def test_a_rate_limit_is_waited_out(office: PostOffice) -> None:
    """Retry-After counts for everything in the workspace, and then it goes on."""
    for n in range(10):
        await office.writes(f"hello {n}", "ana")
    await office.slack.driver.fault("ratelimited", method="chat.postMessage", retry_after=1)
    started = asyncio.get_running_loop().time()
    await office.dispatcher.deliver_due()
    asked = office.asked()
    await office.dispatcher.deliver_due()
    assert office.asked() == asked, "silence is silence"
    assert asked <= delivery.TOGETHER

    async def delivered() -> bool:
        await office.dispatcher.deliver_due()
        return all([await office.is_in(f"hello {n}", "sent") for n in range(10)])

    await eventually(delivered)
    assert asyncio.get_running_loop().time() - started >= 1
    assert [office.posted(f"hello {n}") for n in range(10)] == [1] * 10


async def test_one_channel_gets_one_message_a_second(office: PostOffice) -> None:
    """Slack's own limit is never met, because nobody runs into it."""
    await office.slack.driver.put("limits", enforce=True)
    for n in range(3):
        await office.writes(f"hello {n}", "#team")
    await office.another(new_pace=lambda: Pace(asyncio.get_running_loop().time)).deliver_due()

    calls = office.slack.calls("chat.postMessage")
    assert [call.error for call in calls] == [None] * 3
    gaps = [(b.at - a.at).total_seconds() for a, b in pairwise(calls)]
    assert min(gaps) >= 1


@pytest.mark.parametrize(
    ("to", "blocks", "code"),
    [
        ("#old", None, "is_archived"),
        ("#elsewhere", None, "not_in_channel"),
        ("#news", None, "restricted_action_read_only_channel"),
        ("dee", None, "channel_not_found"),
        ("ana", [{"type": "nonsense"}], "invalid_blocks"),
    ],
)
async def test_what_slack_refuses_for_good_fails_and_the_others_still_go(
    office: PostOffice, to: str, blocks: list[Json] | None, code: str
) -> None:
    """One archived channel stops nobody else's message."""
    await office.writes("refused", to, blocks=blocks)
    await office.writes("fine", "bo")
    with capture_logs() as lines:
        await office.dispatcher.deliver_due()
    await office.later(minutes=10)

    assert await office.state("refused") == ("failed", code)
    assert await office.state("fine") == ("sent", None)
    assert [(line["event"], line["failure"]) for line in lines] == [
        ("a message did not arrive", code)
    ]
    assert office.asked() == 2


async def test_while_a_scope_is_missing_slack_is_not_asked_for_each_message(
    office: PostOffice,
) -> None:
    """None of them would go out; and who was cut off is looked up once the rest is over."""
    await office.install(scopes=["commands", "im:history", "im:write"])
    for n in range(2 * delivery.TOGETHER):
        await office.writes(f"hello {n}", "ana")
    await office.dispatcher.deliver_due()
    asked = len(office.slack.calls())
    await office.writes("cut off", "bo")
    await office.was_cut_off("cut off")
    for _ in range(3):
        await office.dispatcher.deliver_due()
    assert len(office.slack.calls()) == asked
    assert office.asked() <= delivery.TOGETHER


async def test_a_leaver_does_not_switch_the_workspace_off(office: PostOffice) -> None:
    """Slack says account_inactive of people and of bots: who is meant is found out."""
    await office.slack.driver.fault("error", method="chat.postMessage", error="account_inactive")
    await office.writes("to a leaver", "ana")
    await office.dispatcher.deliver_due()
    await office.writes("to another", "bo")
    await office.dispatcher.deliver_due()

    assert await office.state("to a leaver") == ("failed", "account_inactive")
    assert await office.state("to another") == ("sent", None)


async def test_a_revoked_token_stops_the_queue_until_amp_is_installed_again(
    office: PostOffice,
) -> None:
    """Messages wait, nobody keeps asking, and what still makes sense is sent then."""
    await office.slack.driver.post("revoke", token=office.slack.app.bot_token)
    await office.slack.settled()
    for n in range(10):
        await office.writes(f"hello {n}", "ana")
    with capture_logs() as lines:
        await office.dispatcher.deliver_due()
    gone = [line["workspace"] for line in lines if line["event"] == "workspace is gone"]
    assert gone == ["T111"], "once, whoever of those under way hears it"
    asked = office.asked()
    await office.later(minutes=1)

    assert office.asked() == asked <= delivery.TOGETHER
    assert await office.installs.find("T111") is None
    assert {(await office.state(f"hello {n}"))[0] for n in range(10)} == {"waiting"}

    await office.install()
    await office.dispatcher.deliver_due()
    assert [office.posted(f"hello {n}") for n in range(10)] == [1] * 10


def test_nobody_writes_out_what_is_sent(office: PostOffice) -> None:
    """Slack's library does, whatever is logged, where its logger has no level of its own."""
    for client in (office.clients.sender(), office.clients.reader()):
        assert client.logger.name in logs.TALKATIVE


async def test_an_old_token_does_not_switch_a_new_installation_off(office: PostOffice) -> None:
    """Another process may remember the old token for half a minute."""
    old = Installs(office.database, office.vault)
    await old.find("T111")
    await office.slack.driver.post("revoke", token=office.slack.app.bot_token)
    await office.install()
    await office.writes("hello", "ana")
    await office.another(installs=old).deliver_due()
    assert await office.state("hello") == ("waiting", "token_revoked")

    await office.dispatcher.deliver_due()
    assert await office.state("hello") == ("sent", None)


async def test_while_a_token_is_being_renewed_messages_wait(office: PostOffice) -> None:
    """A token that ran out is no reason to lose a message."""
    await office.slack.driver.fault("error", method="chat.postMessage", error="token_expired")
    await office.writes("hello", "ana")
    await office.dispatcher.deliver_due()
    assert await office.state("hello") == ("waiting", "token_expired")

    await office.later(seconds=61)
    assert await office.state("hello") == ("sent", None)


# Plainer words


async def test_where_a_block_is_refused_plainer_ones_are_tried(office: PostOffice) -> None:
    """Not every workspace has charts yet; the message stands there once."""
    await office.slack.driver.fault("refuse_block", block_type="data_visualization")
    plain = [kit.section("yes: 1")]
    await office.writes("digest", "#team", blocks=[CHART], plainer=[[CHART, *plain], plain])
    await office.dispatcher.deliver_due()

    [message] = await office.slack.person("ana").reads("#team")
    assert message.text == "yes: 1"
    assert await office.state("digest") == ("sent", None)


async def test_where_a_block_is_taken_the_plainer_ones_stay_unused(office: PostOffice) -> None:
    """The first choice is the first choice."""
    await office.writes("digest", "#team", blocks=[CHART], plainer=[[kit.section("yes: 1")]])
    await office.dispatcher.deliver_due()
    assert office.asked() == 1


async def test_where_everything_is_refused_it_fails_once(office: PostOffice) -> None:
    """After the plainest there is nothing left to try."""
    await office.slack.driver.fault("refuse_block", block_type="data_visualization")
    await office.writes("digest", "#team", blocks=[CHART], plainer=[[CHART]])
    await office.dispatcher.deliver_due()
    await office.later(minutes=10)
    assert await office.state("digest") == ("failed", "invalid_blocks")
    assert office.asked() == 2


async def test_a_lost_answer_among_plainer_blocks_is_not_repeated(office: PostOffice) -> None:
    """Plainer blocks are tried after a refusal, never after silence."""
    await office.slack.driver.fault("lost_answer", method="chat.postMessage")
    await office.writes("digest", "ana", blocks=[CHART], plainer=[[kit.section("yes: 1")]])
    await office.dispatcher.deliver_due()
    await office.later(seconds=31)
    assert office.asked() == office.posted("digest") == 1


async def test_outcomes_are_counted(office: PostOffice) -> None:
    """For whoever watches: how many, never who."""

    def counted(outcome: str) -> float:
        return float(metrics.messages.labels(outcome)._value.get())

    before = {outcome: counted(outcome) for outcome in ("sent", "failed", "unknown")}
    await office.writes("fine", "ana")
    await office.writes("refused", "#old")
    await office.dispatcher.deliver_due()
    gained = {outcome: counted(outcome) - count for outcome, count in before.items()}
    assert gained == {"sent": 1, "failed": 1, "unknown": 0}


# Too late, and discreet


async def test_what_comes_too_late_is_not_sent(office: PostOffice) -> None:
    """An invitation to a round that has closed helps nobody."""
    await office.writes("late", "ana", give_up_at=clock.now() + timedelta(hours=1))
    await leases.acquire(office.database, "T111", "another worker", at=clock.now())
    await office.dispatcher.deliver_due()
    await office.later(hours=2)
    assert await office.state("late") == ("failed", "too_late")
    assert office.asked() == 0


@pytest.mark.parametrize("to", ["ana", "dee"], ids=["arrived", "failed"])
async def test_a_discreet_message_leaves_no_row(office: PostOffice, to: str) -> None:
    """Who was reminded had not answered: no row says so, whatever became of the message."""
    await office.writes("reminder", to, discreet=True)
    await office.dispatcher.deliver_due()
    assert office.asked() == 1
    assert await office.count() == 0


async def test_a_discreet_message_of_unknown_outcome_leaves_no_row(office: PostOffice) -> None:
    """Neither when nobody can find out."""
    await office.install(scopes=["chat:write"])
    await office.slack.driver.fault("lost_answer", method="chat.postMessage")
    await office.writes("reminder", "ana", discreet=True)
    await office.dispatcher.deliver_due()
    await office.later(seconds=31)
    assert await office.count() == 0


@ON_BOTH
@pytest.mark.parametrize("cut_off", [False, True])
async def test_a_discreet_message_that_is_too_late_leaves_no_row(
    office: PostOffice, cut_off: bool
) -> None:
    """Not even in a workspace that has removed Amp."""
    await office.writes(
        "reminder", "ana", discreet=True, give_up_at=clock.now() + timedelta(hours=1)
    )
    if cut_off:
        await office.was_cut_off("reminder")
    installed = await office.installs.find("T111")
    assert installed is not None
    await office.installs.revoke(installed, at=clock.now())
    await office.later(hours=2)
    assert await office.count() == 0
    assert office.asked() == 0


@ON_BOTH
async def test_a_lease_is_given_back_when_the_work_under_it_fails(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits a minute for a worker that is through already."""

    async def fails(*_: object) -> None:
        raise RuntimeError

    await office.writes("hello", "ana")
    monkeypatch.setattr(office.dispatcher, "_send_all", fails)
    with capture_logs() as logs:
        await office.dispatcher.deliver_due()
    assert [line["event"] for line in logs] == ["delivery stopped"]

    await office.another().deliver_due()
    assert await office.state("hello") == ("sent", None)
