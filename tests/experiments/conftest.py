"""A team with years of closed rounds in no time: their counts are written straight down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from bot import paths, words
from bot.db import Database
from bot.experiments import blocks, experimenting, jobs, reviewing
from bot.experiments.experimenting import Plan, Status
from bot.experiments.models import Experiment, Review
from bot.framework.content import Content
from bot.pulse.keys import KeyStore
from bot.pulse.models import Round, Tally
from bot.teams import rhythm
from bot.teams.models import Team
from bot.vault import Vault
from tests.pulse.conftest import NOW, House

PLAN = Plan("Quiet mornings", "No meetings before noon.", "autonomy", "Urgent calls.", "Hours.")
FEW: Mapping[int, int] = {}  # fewer than five answered: nothing was kept


def answers(mean: float, people: int = 12) -> dict[int, int]:
    """Counts of *people* answers around *mean*, which is kept to within one answer's step."""
    low = int(mean)
    high = round((mean - low) * people)
    spread = {low - 1: 2, low + 2: 2} if 2 <= low <= 3 else {}
    middle = {low: people - high - 2, low + 1: high - 2} if spread else {low: people - high}
    if not spread and high:
        middle[low + 1] = high
    return {value: n for value, n in {**spread, **middle}.items() if n > 0}


@dataclass
class Trial(House):
    """A house whose team has closed rounds behind it."""

    rounds: int = 0

    async def past(self, *weeks: Mapping[int, int], asked: int = 14, words: int = 1) -> None:
        """Close a round for each of *weeks*, with these counts for every drive."""
        async with self.database.begin() as session:
            for counts in weeks:
                self.rounds += 1
                round_ = self._round(self.rounds, counts, asked, words)
                session.add(round_)
                await session.flush()
                for anchor in self.content.anchors:
                    session.add_all(
                        Tally(round_id=round_.id, item_id=anchor.id, value=value, n=n)
                        for value, n in counts.items()
                    )

    def _round(self, number: int, counts: Mapping[int, int], asked: int, words: int) -> Round:
        day = NOW.date() + timedelta(weeks=number)
        anchors = [anchor.id for anchor in self.content.anchors]
        return Round(
            team_id=self.team_id, week=rhythm.week(day), number=number, day=day,
            opened_at=_noon(day), closes_at=_noon(day), closed_at=_noon(day),
            items=anchors, wordings=dict.fromkeys(anchors, words),
            asked=asked, answered=sum(counts.values()) or 3,
            public_key=b"0" * 32, key_name=f"past-{self.team_id}-{number}", key_destroyed=True,
        )  # fmt: skip

    async def starts(self, **changes: Any) -> Experiment:
        plan = replace(PLAN, **changes)
        async with self.database.begin() as session:
            team = await session.get_one(Team, self.team_id)
            return await experimenting.start(session, self.content, team, plan, at=NOW)

    async def due(self, at: datetime = NOW) -> list[int]:
        async with self.database.read() as session:
            return await reviewing.due(session, at=at)

    async def looks(self, experiment: Experiment, at: datetime = NOW) -> Review:
        """Review it now."""
        async with self.database.begin() as session:
            held = await experimenting.running_with_id(session, experiment.id)
            until = at + timedelta(days=3)
            made = await reviewing.review(session, self.content, held, votes_until=until, at=at)
        await jobs.seal_due(self.database, self.keys, self.vault)
        async with self.database.read() as session:
            return await session.get_one(Review, (made.experiment_id, made.last_round))

    async def status(self, experiment: Experiment) -> Status:
        async with self.database.read() as session:
            known = await session.get_one(Experiment, experiment.id)
            return await experimenting.status(session, known)

    async def line(self, round_number: int) -> str | None:
        async with self.database.read() as session:
            team = await session.get_one(Team, self.team_id)
            found = await experimenting.running_facts(session, team, round_number)
        say = words.load(paths.CONTENT)
        return blocks.running_line(say, self.content, found) if found else None


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=NOW.tzinfo)


def weeks(mean: float, rounds: int, people: int = 12) -> Sequence[Mapping[int, int]]:
    return [answers(mean, people)] * rounds


@pytest.fixture
def trial(database: Database, vault: Vault, keys: KeyStore, content: Content) -> Trial:
    return Trial(database, vault, keys, content)
