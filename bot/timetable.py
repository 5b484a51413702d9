"""Everything the clock does, one line each. Rows remember what is due; these only knock."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import clock, metrics
from bot.app import Amp
from bot.digest import jobs as digest
from bot.digest.rollup import jobs as rollup
from bot.digest.webhook import jobs as webhook
from bot.experiments import jobs as experiments
from bot.pulse import jobs as pulse
from bot.slack import deduplication, delivery, installs, outbox
from bot.slack.listening import describe
from bot.tools import jobs as tools

log = structlog.get_logger()

SECOND, MINUTE, HOUR = 1, 60, 3600
DAY = 24 * HOUR


@dataclass(frozen=True)
class Line:
    """A job, and how many seconds pass between two knocks."""

    name: str
    every: float
    run: Callable[[Amp], Awaitable[None]]


TIMETABLE = (
    Line("open rounds", 3 * SECOND, lambda amp: pulse.open_due(
        amp.database, amp.clients, amp.keys, amp.content)),
    Line("close rounds", 3 * SECOND, lambda amp: pulse.close_due(amp.database, amp.keys)),
    Line("open audits", 3 * SECOND, lambda amp: tools.open_audits(
        amp.database, amp.clients, amp.keys, amp.content)),
    Line("tell audits", 3 * SECOND, lambda amp: tools.tell_audits(amp.database, amp.content)),
    Line("compose digests", 3 * SECOND, lambda amp: digest.compose_due(amp.database, amp.content)),
    Line("review experiments", 3 * SECOND, lambda amp: experiments.review_due(
        amp.database, amp.content)),
    Line("count wishes", MINUTE, lambda amp: experiments.count_due(amp.database, amp.vault)),
    Line("deliver", 1 * SECOND, lambda amp: amp.dispatcher.deliver_due()),
    Line("remind", MINUTE, lambda amp: pulse.remind_due(amp.database, amp.vault)),
    Line("move ShipIt days on", MINUTE, lambda amp: tools.move_shipit_days(amp.database)),
    Line("forget ended teams", HOUR, lambda amp: tools.forget_ended_teams(amp.database)),
    Line("nudge about checklists", HOUR, lambda amp: tools.nudge_due(amp.database, amp.content)),
    Line("call webhooks", 5 * SECOND, lambda amp: webhook.call_due(
        amp.database, amp.vault, loopback=amp.settings.slack_is_local)),
    Line("roll up the month", 10 * MINUTE, lambda amp: rollup.tell_due(amp.database, amp.content)),
    Line("tell of trouble", MINUTE, lambda amp: digest.tell_trouble(amp.database)),
    Line("tell of roll-ups' trouble", 10 * MINUTE, lambda amp: rollup.tell_trouble(amp.database)),
    Line("tell of experiments' trouble", MINUTE, lambda amp: experiments.tell_trouble(
        amp.database)),
    Line("renew tokens", HOUR, lambda amp: _renew(amp)),
    Line("tidy", DAY, lambda amp: _tidy(amp)),
)  # fmt: skip


def scheduler(amp: Amp) -> AsyncIOScheduler:
    """APScheduler with the timetable on it, not started yet."""
    made = AsyncIOScheduler(timezone="UTC")
    for line in TIMETABLE:
        made.add_job(
            run,
            "interval",
            seconds=line.every,
            args=[amp, line],
            id=line.name,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,  # its default skips whatever is a second late
        )
    return made


_under_way: set[asyncio.Task[None]] = set()
_turns: WeakKeyDictionary[asyncio.AbstractEventLoop, dict[str, asyncio.Lock]] = WeakKeyDictionary()


async def run(amp: Amp, line: Line) -> None:
    """Run one line; what goes wrong is logged, and the next knock tries again.

    It runs in a task of its own, so that stopping the scheduler does not cut it in two, and never
    twice at once in one process: at the start the scheduler and `run_all` would meet.
    """
    task = asyncio.create_task(_run(amp, line))
    _under_way.add(task)
    task.add_done_callback(_under_way.discard)
    await asyncio.wait({task})


async def finish(patience: float) -> None:
    """Wait until what is under way has finished; cut off what takes longer, in seconds."""
    if not _under_way:
        return
    _, late = await asyncio.wait(_under_way, timeout=patience)
    for task in late:
        task.cancel()
    if late:
        log.warning("jobs were cut off; they go on at the next start", jobs=len(late))
        await asyncio.wait(late)


async def _run(amp: Amp, line: Line) -> None:
    try:
        async with _turn(line):
            await line.run(amp)
        metrics.jobs.labels(line.name, "done").inc()
    except Exception as error:
        metrics.jobs.labels(line.name, "failed").inc()
        log.error("a job failed", job=line.name, **describe(error))


def _turn(line: Line) -> asyncio.Lock:
    turns = _turns.setdefault(asyncio.get_running_loop(), {})
    return turns.setdefault(line.name, asyncio.Lock())


async def run_all(amp: Amp) -> None:
    """Run every line once, in order: at start-up, and when the clock was moved."""
    for line in TIMETABLE:
        await run(amp, line)


async def _renew(amp: Amp) -> None:
    settings = amp.settings
    if settings.client_id and settings.client_secret:
        await installs.renew(
            amp.installs,
            amp.clients.reader(),
            client_id=settings.client_id,
            client_secret=settings.client_secret.get_secret_value(),
        )


async def _tidy(amp: Amp) -> None:
    await pulse.tidy_keys(amp.database, amp.keys)
    async with amp.database.begin() as session:
        await deduplication.forget(session, clock.now())
        await delivery.sweep(session)
        await outbox.forget_words(session)
