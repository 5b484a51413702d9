"""Which month's roll-up is due, and what it tells: the last published round of each team.

It is made of rounded values only. Whoever subtracts one month from the next is left with teams
that came or went, and a team counts only with five answers or more: never with fewer people.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.digest.models import Digest, RollUp
from bot.digest.summary import Summary
from bot.framework.content import Content
from bot.insight.readings import ItemTally
from bot.insight.rollups import HeatMap, TeamTallies, heat_map
from bot.pulse import tallies
from bot.pulse.models import Invitation, Round
from bot.teams import rhythm
from bot.teams.models import Team

AT = time(9)  # o'clock, where whoever set it up lives
SATURDAY = 5


@dataclass(frozen=True)
class Month:
    """A calendar month in one time zone: from its first moment until the next one's."""

    year: int
    month: int
    zone: str

    @property
    def name(self) -> str:
        """Such as 2026-11."""
        return f"{self.year}-{self.month:02}"

    @property
    def title(self) -> str:
        """Such as November 2026."""
        return f"{date(self.year, self.month, 1):%B %Y}"

    @property
    def begins_at(self) -> datetime:
        return self._moment(date(self.year, self.month, 1), time())

    @property
    def ends_at(self) -> datetime:
        return self._moment(self._after, time())

    @property
    def told_at(self) -> datetime:
        """Nine o'clock on the first working day after it."""
        day = self._after
        while day.weekday() >= SATURDAY:
            day += timedelta(days=1)
        return self._moment(day, AT)

    @property
    def _after(self) -> date:
        return date(self.year + self.month // 12, self.month % 12 + 1, 1)

    def _moment(self, day: date, clock: time) -> datetime:
        return datetime.combine(day, clock, rhythm.tz(self.zone)).astimezone(UTC)


def key(workspace_id: str, month: str) -> str:
    """The key of a month's roll-up; *month* is a Month's name."""
    return f"rollup:{workspace_id}:{month}"


def last(zone: str, at: datetime) -> Month:
    """The month before the one that it is now, there."""
    first = at.astimezone(rhythm.tz(zone)).date().replace(day=1)
    before = first - timedelta(days=1)
    return Month(before.year, before.month, zone)


def first(zone: str, at: datetime) -> Month:
    """The first month that a wish of this moment is told of."""
    before = last(zone, at)
    if at <= before.told_at:
        return before
    now = at.astimezone(rhythm.tz(zone)).date()
    return Month(now.year, now.month, zone)


def due(wish: RollUp, at: datetime) -> Month | None:
    """The month to be told by now; None before its day, or when the wish came after that."""
    month = last(wish.zone, at)
    return month if wish.set_at <= month.told_at <= at else None


async def told(session: AsyncSession, content: Content, workspace_id: str, month: Month) -> HeatMap:
    """Drives by team in a month; drives are named as they are shown."""
    found = await _last_rounds(session, workspace_id, month)
    labels = _labels([team.name for team, _ in found])
    teams = [
        await _tallies(session, content, label, round_id)
        for label, (_, round_id) in zip(labels, found, strict=True)
    ]
    return heat_map(teams, [drive.name for drive in content.drives])


async def _last_rounds(
    session: AsyncSession, workspace_id: str, month: Month
) -> list[tuple[Team, int]]:
    """Each team's last round that closed in the month and, if there is one, showed something."""
    found = await session.execute(
        select(Team, Digest)
        .join(Digest, Digest.team_id == Team.id)
        .join(Round, Round.id == Digest.round_id)
        .where(
            Team.workspace_id == workspace_id,
            Team.ended_at.is_(None),
            Round.closed_at >= month.begins_at,
            Round.closed_at < month.ends_at,
        )
        .order_by(Team.name, Team.id, Digest.number)
    )
    rounds: dict[int, tuple[Team, int]] = {}
    for team, digest in found:
        if team.id not in rounds or Summary.read(digest.summary).shows_results:
            rounds[team.id] = team, digest.round_id
    return list(rounds.values())


def _labels(names: Sequence[str]) -> list[str]:
    """The names, told apart where two teams have the same."""
    seen: Counter[str] = Counter()
    labels = []
    for name in names:
        seen[name] += 1
        labels.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return labels


async def _tallies(
    session: AsyncSession, content: Content, label: str, round_id: int
) -> TeamTallies:
    counts = await tallies.of_round(session, round_id)
    invited = await session.scalars(
        select(Invitation.person_id).where(Invitation.round_id == round_id)
    )
    found = {
        drive.name: [ItemTally(item.id, counts[item.id], item.reversed)]
        for drive in content.drives
        if (item := content.items[drive.anchor.id]).id in counts
    }
    return TeamTallies(label, found, frozenset(str(person_id) for person_id in invited))


async def wishes(session: AsyncSession) -> Iterable[RollUp]:
    """Every workspace that wants a roll-up."""
    return (await session.scalars(select(RollUp).order_by(RollUp.workspace_id))).all()
