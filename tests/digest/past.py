"""A team's past, written straight into the database: closed rounds with their tallies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.db import Database
from bot.digest import blocks, compose
from bot.digest.models import Digest
from bot.digest.summary import Summary
from bot.framework import choosing
from bot.framework.content import Content
from bot.pulse import tallies
from bot.pulse.models import Round, Tally
from bot.slack.outbox import Draft
from bot.teams import rhythm, roster, setup
from bot.teams.models import Team
from bot.words import Words
from tests.house import Scene
from tests.insight.tallies import tally

OWN, OWN_ID = "We had time to test.", "custom:1"
BEGAN = datetime(2026, 6, 30, 8, tzinfo=UTC)  # a Tuesday
DRIVES = ("autonomy", "mastery", "purpose")

Levels = Mapping[str, float | None]  # drive id -> the mean of its answers; None: nobody answered
Counts = Mapping[str, Mapping[int, int]]  # item id -> value -> people


@dataclass
class Past:
    """One team, week by week."""

    database: Database
    content: Content
    say: Words
    team_id: int

    async def week(
        self,
        levels: Levels | None = None,
        *,
        people: int = 10,
        asked: int = 12,
        counts: Counts | None = None,
        wordings: Mapping[str, int] | None = None,
        skipped: int = 0,
        custom: float | None = None,
    ) -> Round:
        """A closed round with *people* answers at these *levels*, or with exactly these counts.

        *skipped*: so many weeks passed without a round before it. *custom*: the mean of the
        answers to the statement of the team's own, where it was asked.
        """
        async with self.database.begin() as session:
            round_ = await self._closed(session, people, asked, wordings or {}, skipped)
            if custom is not None:
                round_.custom, round_.items = OWN, [*round_.items, OWN_ID]
                levels = {**(levels or {}), OWN_ID: custom}
            given = counts if counts is not None else self._counts(round_, levels or {}, people)
            await _keep(session, round_, given)
        return round_

    async def _closed(
        self,
        session: AsyncSession,
        people: int,
        asked: int,
        wordings: Mapping[str, int],
        skipped: int,
    ) -> Round:
        newest = await session.scalar(
            select(Round).where(Round.team_id == self.team_id).order_by(Round.number.desc())
        )
        number = newest.number + 1 if newest else 1
        weeks = timedelta(weeks=1 + skipped if newest else 0)
        opened_at = (newest.opened_at if newest else BEGAN) + weeks
        items = choosing.items(self.content, number)
        round_ = Round(
            team_id=self.team_id,
            week=rhythm.week(opened_at.date()),
            number=number,
            day=opened_at.date(),
            opened_at=opened_at,
            closes_at=opened_at + timedelta(hours=72),
            closed_at=opened_at + timedelta(hours=72),
            items=[item.id for item in items],
            wordings={item.id: wordings.get(item.id, item.wording) for item in items},
            asked=asked,
            answered=people,
            public_key=bytes(32),
            key_name=f"past-{self.team_id}-{number}",
            key_destroyed=True,
        )
        session.add(round_)
        await session.flush()
        return round_

    def _counts(self, round_: Round, levels: Levels, people: int) -> Counts:
        return {
            item_id: _unscored(tally(item_id, round(level * people), people).counts, item.reversed)
            for item_id in round_.items
            if (item := self.content.items.get(item_id) or round_.custom_item)
            and (level := levels.get(self._drive(item_id), 3.6)) is not None
        }

    def _drive(self, item_id: str) -> str:
        for drive in self.content.drives:
            if drive.anchor.id == item_id:
                return drive.id
        return item_id

    def anchors(self, **counts: Mapping[int, int]) -> Counts:
        """Counts of the drives' anchors, by the drive."""
        return {d.anchor.id: counts[d.id] for d in self.content.drives if d.id in counts}

    async def composes(self, round_: Round) -> Summary:
        """Compose and keep the digest of a round, without sending it."""
        async with self.database.begin() as session:
            return await self._composed(session, round_)

    async def _composed(self, session: AsyncSession, round_: Round) -> Summary:
        team = await session.get_one(Team, self.team_id)
        composed = await compose.compose(session, self.content, team, round_)
        session.add(
            Digest(
                round_id=round_.id,
                team_id=team.id,
                number=round_.number,
                summary=composed.summary.as_json(),
                states=composed.states,
                composed_at=round_.closed_at or BEGAN,
            )
        )
        await session.flush()
        return Summary.read(composed.summary.as_json())

    async def lives(
        self, weeks: Sequence[Levels], *, people: int = 10, asked: int = 12
    ) -> list[Summary]:
        """A digest for each of these weeks, composed one after the other but not sent."""
        told = []
        async with self.database.begin() as session:
            for levels in weeks:
                round_ = await self._closed(session, people, asked, {}, 0)
                await _keep(session, round_, self._counts(round_, levels, people))
                told.append(await self._composed(session, round_))
        return told

    def draft(self, summary: Summary) -> Draft:
        """The message in the channel."""
        return blocks.digest(self.say, self.content, summary, self.team_id)

    def thread(self, summary: Summary) -> Draft | None:
        """What stands in its thread."""
        return blocks.thread(self.say, self.content, summary, self.team_id)


async def _keep(session: AsyncSession, round_: Round, counts: Counts) -> None:
    """What closing keeps of these counts: its own rules decide."""
    session.add_all(
        Tally(round_id=round_.id, item_id=item, value=value, n=n)
        for item, values in tallies.count(_answers(counts)).items()
        for value, n in values.items()
    )
    await session.flush()


def _answers(counts: Counts) -> list[dict[str, int]]:
    """Ballots that add up to *counts*."""
    return [
        {item: value}
        for item, values in counts.items()
        for value, n in values.items()
        for _ in range(n)
    ]


def _unscored(counts: Mapping[int, int], is_reversed: bool) -> dict[int, int]:
    return {6 - value if is_reversed else value: n for value, n in counts.items()}


def ordinary(weeks: int, **around: float) -> list[Levels]:
    """Weeks that differ as ordinary weeks do, around a level for each drive."""
    wobble = (0.0, 0.2, -0.1, -0.2, 0.1, 0.3, -0.3, 0.1, 0.0, -0.1)
    return [
        {
            drive: around.get(drive, 3.8) + wobble[(week * 3 + 4 * n) % len(wobble)]
            for n, drive in enumerate(DRIVES)
        }
        for week in range(weeks)
    ]


async def team_of(database: Database, people: int = 12, **wishes: object) -> int:
    """A team of so many people, as its set-up leaves it."""
    given: dict[str, object] = {
        "name": "Core", "digest_channel_id": "C1", "leads": ["U0"],
        "weekday": 1, "hour": 10, "in_local_time": True, "every_weeks": 1, "open_hours": 72,
        "with_guests": False, "holidays": None,
    }  # fmt: skip
    humans = [
        roster.Human(f"U{n}", zone="UTC", locale=None, is_guest=False, is_active=True)
        for n in range(people)
    ]
    channel = str(wishes.pop("channel", "C1"))
    async with database.begin() as session:
        made = await setup.create(
            session, "T1", channel, setup.Wishes(**{**given, **wishes}), humans,  # type: ignore[arg-type]
            zone="UTC", at=BEGAN - timedelta(days=1), is_private=False,
        )  # fmt: skip
    return made.team.id


async def past_of(scene: Scene, channel: str = "#team-product") -> Past:
    """The past of a team that was set up in a local Slack."""
    channels = await scene.slack.driver.get("state", **{"as": "ana"})
    channel_id = next(c["id"] for c in channels["channels"] if f"#{c['name']}" == channel)
    async with scene.amp.database.read() as session:
        team_id = await session.scalar(select(Team.id).where(Team.channel_id == channel_id))
    assert team_id is not None
    return Past(scene.amp.database, scene.amp.content, scene.amp.say, team_id)
