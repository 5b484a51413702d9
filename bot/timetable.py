"""Everything the clock does, one line each. Rows remember what is due; a job only looks."""

import asyncio
import inspect
from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import TypeAlias
from weakref import WeakKeyDictionary

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncSession

from bot import heartbeat, metrics
from bot.app import Amp
from bot.checklist import jobs as checklist
from bot.digest import jobs as digest
from bot.digest.rollup import jobs as rollup
from bot.digest.webhook import jobs as webhook
from bot.experiments import jobs as experiments
from bot.keeping import jobs as keeping
from bot.pulse import inviting
from bot.pulse import jobs as pulse
from bot.pulse.absence import jobs as absence
from bot.pulse.comments import jobs as comments
from bot.pulse.comments import letters
from bot.slack import delivery, installs, outbox, uninstalling
from bot.slack.failures import describe
from bot.teams import jobs as teams
from bot.teams.undelivered import jobs as undelivered
from bot.tools.audit import jobs as audit
from bot.tools.shipit import jobs as shipit

log = structlog.get_logger()

SECOND, MINUTE, HOUR = 1, 60, 3600
MINDED = 5.0  # seconds after which it is seen that somebody has set the machine's clock back


Job: TypeAlias = Callable[..., Awaitable[None]]
Moments: TypeAlias = Callable[[AsyncSession], Awaitable[Iterable[datetime]]]


class Line(Struct, frozen=True):
    """A job, and how many seconds pass between two looks at what is due.

    A job is called with what its parameters name: any field of `Amp`. *due* says the moments at
    which it will have something to do, as far as the rows know; *leads_on*: other lines have work
    when it is through.
    """

    name: str
    every: float
    job: Job
    due: Moments | None = None
    leads_on: bool = False


TIMETABLE = (
    Line("show a sign of life", heartbeat.EVERY * SECOND, heartbeat.beat),
    Line("take rounds over", MINUTE, pulse.take_over),
    Line("open rounds", 3 * SECOND, pulse.open_due, pulse.opening_moments),
    Line("close rounds", 3 * SECOND, pulse.close_due, pulse.closing_moments, leads_on=True),
    Line("open audits", 3 * SECOND, audit.open_due),
    Line("tell audits", 3 * SECOND, audit.tell_due),
    Line(
        "compose digests",
        3 * SECOND,
        digest.compose_due,
        digest.composing_moments,
        leads_on=True,
    ),
    Line("answer comments", MINUTE, comments.answer_due, letters.moments),
    Line("review experiments", 3 * SECOND, experiments.review_due),
    Line("seal wishes", 3 * SECOND, experiments.seal_due),
    Line("seal ShipIt votes", 3 * SECOND, shipit.seal_due),
    Line(
        "count wishes", MINUTE, experiments.count_due, experiments.counting_moments, leads_on=True
    ),
    Line(
        "ask for decisions",
        10 * MINUTE,
        experiments.decide_due,
        experiments.decision_moments,
        leads_on=True,
    ),
    Line("hand teams over", MINUTE, teams.hand_over_due),
    Line("let requests lapse", HOUR, teams.lapse_due),
    Line("tell teams of the roll-up", MINUTE, rollup.tell_teams),
    Line("look at the clock anew", MINUTE, teams.wait_for_day),
    Line("call off", 10 * SECOND, pulse.call_off_due),
    Line("deliver", 1 * SECOND, delivery.deliver, outbox.sending_moments),
    Line("remind", MINUTE, pulse.remind_due, inviting.moments),
    Line("begin absences", 10 * MINUTE, absence.begin_due, absence.beginnings),
    Line("welcome back", 10 * MINUTE, absence.welcome_due, absence.moments),
    Line("move ShipIt days on", MINUTE, shipit.move_on_due, shipit.moments, leads_on=True),
    Line("forget ended teams", HOUR, keeping.forget_ended_teams),
    Line("forget removed workspaces", HOUR, uninstalling.forget_removed),
    Line("nudge about checklists", HOUR, checklist.nudge_due),
    Line("call webhooks", 5 * SECOND, webhook.call_due),
    Line("roll up the month", 10 * MINUTE, rollup.tell_due, rollup.moments, leads_on=True),
    Line("tell of undelivered messages", MINUTE, undelivered.tell_due),
    Line("judge channels", MINUTE, teams.judge_channels),
    Line("look for lost channels", HOUR, teams.look_again),
    Line("renew tokens", HOUR, installs.renew_due),
    Line("scrub", 5 * SECOND, pulse.scrub),
    Line("tidy keys", HOUR, pulse.tidy_keys),
    Line("forget what is old", HOUR, keeping.forget_old),
    Line("tidy the transport", HOUR, delivery.tidy),
)


def scheduler(amp: Amp) -> AsyncIOScheduler:
    """APScheduler with the timetable on it, not started yet.

    Lines of one rhythm come one after the other: each at once would want a connection of its own.
    """
    made, now = AsyncIOScheduler(timezone="UTC"), datetime.now(UTC)
    for place, line in enumerate(TIMETABLE, 1):
        made.add_job(
            run,
            "interval",
            seconds=line.every,
            start_date=now + timedelta(seconds=line.every * place / len(TIMETABLE)),
            args=[amp, line],
            id=line.name,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,  # its default skips whatever is a second late
        )
    return made


def begin(amp: Amp) -> Callable[[], Awaitable[None]]:
    """Run every line in its time from now on; returns what ends that.

    Once it has, no line begins any more; what is under way by then goes on: see `finish`.
    """
    metrics.show_zero(metrics.jobs, (line.name for line in TIMETABLE), ("done", "failed"))
    running = scheduler(amp)
    running.start()
    minding = asyncio.create_task(_mind_the_clock(running))

    async def end() -> None:
        minding.cancel()
        running.shutdown(wait=False)
        await asyncio.sleep(0)  # it shuts down when the event loop comes round to it

    return end


async def _mind_the_clock(running: AsyncIOScheduler) -> None:
    """APScheduler goes by the clock on the wall: set back by an hour, it would sleep for one."""
    while True:
        await asyncio.sleep(MINDED)
        now = datetime.now(UTC)
        for job in running.get_jobs():
            if job.next_run_time > now + job.trigger.interval:
                job.modify(next_run_time=now)


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
            await _call(line.job, amp)
        metrics.jobs.labels(line.name, "done").inc()
        metrics.job_last_run.labels(line.name).set_to_current_time()
    except Exception as error:
        metrics.jobs.labels(line.name, "failed").inc()
        log.error("a job failed", job=line.name, **describe(error))


async def _call(job: Job, amp: Amp) -> None:
    """Call *job* with what its parameters name."""
    await job(**{name: getattr(amp, name) for name in inspect.signature(job).parameters})


def _turn(line: Line) -> asyncio.Lock:
    turns = _turns.setdefault(asyncio.get_running_loop(), {})
    return turns.setdefault(line.name, asyncio.Lock())


async def run_all(amp: Amp) -> None:
    """Run every line once, in order: at start-up, and when the clock was moved."""
    for line in TIMETABLE:
        await run(amp, line)
