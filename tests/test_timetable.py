"""The timetable: every line is knocked on in its time, alone, and to its end."""

import asyncio
import importlib
import inspect
import pkgutil
import time
from datetime import datetime, timedelta, tzinfo
from typing import Self, cast

import pytest
from msgspec.structs import fields
from prometheus_client import CollectorRegistry

import bot
from bot import metrics, timetable
from bot.app import Amp
from bot.timetable import TIMETABLE, Line
from tests.place import until
from tests.process import PATIENCE

AMP = cast(Amp, object())  # the lines of these tests ask nothing of it


class Work:
    """A job that says when it began and ended, and takes as long as it is let."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.may_end = asyncio.Event()

    async def __call__(self) -> None:
        self.heard.append("began")
        try:
            await self.may_end.wait()
        except asyncio.CancelledError:
            self.heard.append("was cut off")
            raise
        self.heard.append("ended")


async def test_every_line_is_knocked_on_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Until knocking ends; then none begins any more."""
    works = {name: Work() for name in ("one", "another")}
    for work in works.values():
        work.may_end.set()
    lines = tuple(Line(name, 0.01, work) for name, work in works.items())
    monkeypatch.setattr(timetable, "TIMETABLE", lines)
    end = timetable.begin(AMP)
    await until(lambda: all(w.heard.count("ended") > 2 for w in works.values()), "three runs")
    await end()
    await timetable.finish(PATIENCE)
    heard = [list(work.heard) for work in works.values()]
    await asyncio.sleep(0.05)
    assert heard == [work.heard for work in works.values()]


async def test_the_scheduler_has_every_line_once_and_forgives_being_late() -> None:
    """A line that is due while the machine sleeps is done once when it wakes."""
    jobs = timetable.scheduler(AMP).get_jobs()
    assert sorted(job.id for job in jobs) == sorted(line.name for line in TIMETABLE)
    for job in jobs:
        assert (job.coalesce, job.max_instances, job.misfire_grace_time) == (True, 1, None)


def test_every_job_of_a_room_is_a_line() -> None:
    """What is called with nothing but parts of Amp is the clock's; left out, it never happens."""
    parts = {part.name for part in fields(Amp)}
    for found in pkgutil.walk_packages(bot.__path__, "bot."):
        if found.name.endswith(".jobs") or found.name.startswith("bot.slack."):
            for job in vars(importlib.import_module(found.name)).values():
                if inspect.iscoroutinefunction(job) and job.__module__ == found.name:
                    asks = inspect.signature(job).parameters.keys()
                    is_private = job.__name__.startswith("_")
                    if asks and asks <= parts and not is_private:
                        assert job in {line.job for line in TIMETABLE}, job.__qualname__


async def test_lines_of_one_rhythm_do_not_begin_together() -> None:
    """Each would want a connection at the same moment, and keep it."""
    made, firsts = timetable.scheduler(AMP), dict[float, list[datetime]]()
    for line in TIMETABLE:
        trigger = made.get_job(line.name).trigger
        assert trigger.interval.total_seconds() == line.every
        firsts.setdefault(line.every, []).append(trigger.start_date)
    for every, begin in firsts.items():
        assert len(set(begin)) == len(begin)
        assert max(begin) - min(begin) < timedelta(seconds=every)


async def test_a_clock_that_is_set_back_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """As by NTP after a start with a wrong clock: no line waits until it is that late again."""
    work, back = Work(), timedelta()
    work.may_end.set()

    class Wall(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls.fromtimestamp(time.time() - back.total_seconds(), tz)

    monkeypatch.setattr("apscheduler.schedulers.base.datetime", Wall)
    monkeypatch.setattr(timetable, "datetime", Wall)
    monkeypatch.setattr(timetable, "MINDED", 0.05)
    monkeypatch.setattr(timetable, "TIMETABLE", (Line("often", 0.01, work),))
    end = timetable.begin(AMP)
    await until(lambda: work.heard.count("ended") > 2, "three runs")
    back = timedelta(hours=1)
    before = len(work.heard)
    await until(lambda: len(work.heard) > before + 6, "three more")
    await end()
    await timetable.finish(PATIENCE)


async def test_the_end_of_knocking_cuts_nothing_in_two(monkeypatch: pytest.MonkeyPatch) -> None:
    """What has begun is waited for by `finish`."""
    work = Work()
    monkeypatch.setattr(timetable, "TIMETABLE", (Line("long", 0.01, work),))
    end = timetable.begin(AMP)
    await until(lambda: work.heard, "it to begin")
    await end()
    await asyncio.sleep(0.05)
    work.may_end.set()
    await timetable.finish(PATIENCE)
    assert work.heard == ["began", "ended"]


async def test_what_is_told_is_composed_and_then_delivered_in_one_round_of_knocks() -> None:
    """After an outage one pass over the timetable opens, closes, composes and sends."""
    names = [line.name for line in TIMETABLE]
    chain = ["open rounds", "close rounds", "compose digests", "deliver"]
    assert sorted(chain, key=names.index) == chain


async def test_a_job_that_fails_is_counted_and_stops_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One team's trouble is not everybody's."""

    async def fails() -> None:
        raise RuntimeError("a reason that nobody may read in the log")

    work = Work()
    work.may_end.set()
    lines = (Line("that fails", 1, fails), Line("that works", 1, work))
    monkeypatch.setattr(timetable, "TIMETABLE", lines)
    before = _runs("that fails", "failed")
    await timetable.run_all(AMP)
    assert work.heard == ["began", "ended"]
    assert _runs("that fails", "failed") == before + 1


async def test_a_line_never_runs_twice_at_once() -> None:
    """The second knock waits until the first is through, and then looks for itself."""
    work = Work()
    line = Line("long", 1, work)
    knocks = [asyncio.create_task(timetable.run(AMP, line)) for _ in range(2)]
    await asyncio.sleep(0.01)
    assert work.heard == ["began"]
    work.may_end.set()
    await asyncio.gather(*knocks)
    assert work.heard == ["began", "ended", "began", "ended"]


async def test_stopping_waits_for_what_is_under_way() -> None:
    """Also when the scheduler has cancelled its own part of it by then."""
    work = Work()
    knock = asyncio.create_task(timetable.run(AMP, Line("short", 1, work)))
    await asyncio.sleep(0.01)
    knock.cancel()
    asyncio.get_running_loop().call_later(0.05, work.may_end.set)
    await timetable.finish(patience=5)
    assert work.heard == ["began", "ended"]


async def test_stopping_cuts_off_what_takes_too_long() -> None:
    """And waits until it has heard of it, so that its connections are still there."""
    work = Work()
    knock = asyncio.create_task(timetable.run(AMP, Line("endless", 1, work)))
    await asyncio.sleep(0.01)
    await timetable.finish(patience=0.05)
    await knock
    assert work.heard == ["began", "was cut off"]


def _runs(job: str, outcome: str) -> float:
    registry: CollectorRegistry = metrics.registry
    return registry.get_sample_value("amp_jobs_total", {"name": job, "outcome": outcome}) or 0
