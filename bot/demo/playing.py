"""The demo put together: a local Slack, Amp at work in it, colleagues, and a past."""

import asyncio
import os
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from bot import clock, heartbeat, manifest, running, timetable
from bot.app import Amp
from bot.demo import history, moods, talking
from bot.demo.colleagues import Colleagues
from bot.demo.history import Step
from bot.demo.moods import Moods
from bot.demo.passing import ClockFollower
from bot.demo.talking import Writers
from bot.pulse import jobs as pulse_jobs
from bot.settings import Settings
from bot.slack.delivery import Dispatcher
from bot.slack.pace import Pace
from localslack import LocalSlack
from localslack.world.clock import offset_for

COMPANY = Path(__file__).parent / "company.yaml"
WEEKS = 12
# Where there is a disk in memory: the database writes through to its disk at every answer.
IN_MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None

Tell = Callable[[int, int], None]


class Past(Struct, frozen=True):
    """What has happened before somebody comes to look: how many whole rounds, in which teams."""

    weeks: int = WEEKS
    until: datetime | None = None  # the present; None: it really is now
    steps: tuple[Step, ...] = history.STEPS


class Demo(Struct, frozen=True):
    """A local Slack in which Amp and the colleagues are at work."""

    slack: LocalSlack
    amp: Amp
    past: Past
    first: datetime
    present: datetime

    async def fill(self, tell: Tell = lambda done, of: None) -> None:
        """Live through the past, week by week; *tell* hears how many weeks are done."""
        weeks = history.lived(self.slack, self.past.steps, first=self.first, until=self.present)
        async for done, of in weeks:
            tell(done, of)


@asynccontextmanager
async def playing(
    *, port: int = 0, past: Past | None = None, people: Moods | None = None
) -> AsyncIterator[Demo]:
    """A local Slack with Amp at work in it, for as long as the block lasts.

    With a *past* its clock stands at the beginning of that: `fill` lives through it.
    """
    with tempfile.TemporaryDirectory(prefix="amp-demo-", dir=IN_MEMORY) as folder:
        slack = await LocalSlack.start(COMPANY, manifest=manifest.manifest(), port=port)
        try:
            present = (past.until if past else None) or datetime.now(UTC)
            first = history.first_monday(present, past.weeks if past else 0)
            offset = offset_for(first if past else present)
            await slack.world.clock.move(offset)
            clock.shift(offset)
            if past:
                talking.begin(slack, talking.load().lines, first=first)
            async with running.running(_settings(slack, Path(folder)), works=False) as started:
                slack.deliver_to(started.events)
                amp = _brisk(started.amp)
                async with _working(amp), _peopled(slack, amp, people or moods.load(), first):
                    yield Demo(slack, amp, past or Past(0), first, present)
        finally:
            await slack.close()
            clock.shift(timedelta())


def _settings(slack: LocalSlack, folder: Path) -> Settings:
    """What the environment would say: the bot is the same as in a real workspace."""
    return Settings.of(
        {
            "SLACK_BOT_TOKEN": slack.app.bot_token,
            "SLACK_SIGNING_SECRET": slack.app.signing_secret,
            "SLACK_API_URL": slack.api_url,
            "DATABASE_URL": f"sqlite:///{folder / 'amp.db'}",
            "AMP_KEYS": str(folder / "keys"),
            "PORT": "0",
        }
    )


def _brisk(amp: Amp) -> Amp:
    """Amp with a dispatcher that waits for nobody: the local Slack lets everything through."""

    async def at_once(seconds: float) -> None:
        await asyncio.sleep(0)

    dispatcher = Dispatcher(
        amp.database,
        amp.installs,
        amp.clients,
        new_pace=lambda: Pace(time.monotonic, sleep=at_once),
        call_off=pulse_jobs.call_off_unwanted,
    )
    return replace(amp, dispatcher=dispatcher)


@asynccontextmanager
async def _working(amp: Amp) -> AsyncIterator[None]:
    await heartbeat.beat(amp.database)
    end = timetable.begin(amp)
    try:
        yield
    finally:
        await end()
        amp.dispatcher.stop()
        await timetable.finish(running.STOP_TIMEOUT)


@asynccontextmanager
async def _peopled(
    slack: LocalSlack, amp: Amp, people: Moods, first: datetime
) -> AsyncIterator[None]:
    writers = Writers(talking.load().comments)
    colleagues = Colleagues(slack, people, amp.content, writers, first=first)
    passing = ClockFollower(amp)

    async def next_stop() -> datetime | None:
        colleagues.look()
        return await passing.next_stop()

    slack.on_clock(passing.moved)
    async with colleagues.living():
        slack.stop_at(next_stop)
        yield
