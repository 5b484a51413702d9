"""Time passes for Amp as it does for the local Slack, however fast somebody lets it run."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sqlalchemy import CompoundSelect, literal, select, union
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock, timetable
from bot.app import Amp
from bot.experiments.models import Look
from bot.pulse import jobs
from bot.pulse.models import AnyRound
from bot.slack.models import Delivery, State
from bot.teams.models import Team
from bot.timetable import TIMETABLE
from bot.tools.models import ShipItDay
from bot.tools.shipit import days

OPEN, REMIND, DELIVER = (
    next(line for line in TIMETABLE if line.name == name)
    for name in ("open rounds", "remind", "deliver")
)
OFTEN = [line for line in TIMETABLE if line.every <= timetable.MINUTE]
MOST = 4  # deliveries at one moment: a reply waits until the root of its thread is sent
INSTANT = timedelta(milliseconds=1)
NEVER = datetime.min.replace(tzinfo=UTC)

PLANNED: CompoundSelect[str, datetime] = union(
    select(literal("open"), Team.next_opens_at).where(
        Team.ended_at.is_(None), Team.next_opens_at.is_not(None)
    ),
    select(literal("send"), Delivery.due_at).where(Delivery.state == State.WAITING),
    select(literal("count"), Look.votes_until).where(
        Look.counted_at.is_(None), Look.votes_until.is_not(None)
    ),
    select(literal("ship"), ShipItDay.starts_at).where(ShipItDay.over_at.is_(None)),
    select(literal("ask"), ShipItDay.asked_until).where(
        ShipItDay.over_at.is_(None), ShipItDay.asked_until.is_not(None)
    ),
)


@dataclass(frozen=True)
class Plan:
    """When Amp has something to do, as far as is known."""

    opens: list[datetime] = field(default_factory=list)
    reminds: list[datetime] = field(default_factory=list)
    closes: list[datetime] = field(default_factory=list)
    sends: list[datetime] = field(default_factory=list)
    others: list[datetime] = field(default_factory=list)  # wishes to count, stages of ShipIt days

    def after(self, at: datetime) -> datetime | None:
        """The next of these moments."""
        moments = [*self.opens, *self.reminds, *self.closes, *self.sends, *self.others]
        return min((moment for moment in moments if moment > at), default=None)


class Passing:
    """Follows the local Slack's clock, and has it stand still wherever Amp has something to do.

    The worker looks by itself every few seconds; a clock that skips a week would have it do on
    Tuesday what was due since Friday.
    """

    def __init__(self, amp: Amp) -> None:
        self._amp = amp
        self._plan = Plan()
        self._done_at = NEVER

    async def moved(self, offset: timedelta) -> None:
        """The local Slack's clock stands elsewhere now: do what has become due by that."""
        clock.shift(offset)
        self._done_at = min(self._done_at, clock.now())  # it may have gone back
        due = self._plan.after(self._done_at)
        if due is None or due > clock.now():
            return
        await self._do(self._plan, self._done_at)
        self._done_at = clock.now()
        for _ in range(MOST):
            await self._look()
            if all(at > clock.now() for at in self._plan.sends):
                return
            await timetable.run(self._amp, DELIVER)

    async def next_stop(self) -> datetime | None:
        """The next moment at which Amp has something to do; right now, if it is behind."""
        await self._look()  # people may have changed it since
        due = self._plan.after(self._done_at)
        return due and max(due, clock.now() + INSTANT)

    async def _do(self, plan: Plan, before: datetime) -> None:
        """Knock at what became due after *before*; much follows when a round has closed."""
        now = clock.now()
        if any(before < at <= now for at in (*plan.closes, *plan.others)):
            for line in OFTEN:
                await timetable.run(self._amp, line)
            return
        for moments, line in ((plan.opens, OPEN), (plan.reminds, REMIND)):
            if any(before < at <= now for at in moments):
                await timetable.run(self._amp, line)

    async def _look(self) -> None:
        async with self._amp.database.read() as session:
            self._plan = await plan(session)


async def plan(session: AsyncSession) -> Plan:
    """What the rows remember that will be due."""
    found: dict[str, list[datetime]] = defaultdict(list)
    for kind, at in await session.execute(PLANNED):
        found[kind].append(at)
    rounds = list(await session.scalars(select(AnyRound).where(AnyRound.closed_at.is_(None))))
    return Plan(
        opens=found["open"],
        reminds=[jobs.reminds_at(round_) for round_ in rounds],
        closes=[round_.closes_at for round_ in rounds],
        sends=found["send"],
        others=[
            *found["count"],
            *found["ask"],
            *(at for starts in found["ship"] for at in days.moments(starts).values()),
        ],
    )
