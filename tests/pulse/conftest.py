"""A team with an open round, without Slack: what the domain needs and no more."""

import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot import paths, words
from bot.db import Database
from bot.framework.content import Content
from bot.pulse import ballots, rounds, tallies
from bot.pulse import keys as key_store
from bot.pulse.comments.writing import NOTHING, Remark
from bot.pulse.keys import KeyStore, RoundKey
from bot.pulse.models import Round
from bot.slack.requests import Actor
from bot.teams import roster, setup
from bot.teams.models import Team
from bot.teams.whom import Rule
from bot.vault import Vault
from bot.words import Words

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def wishes(*, left_out: Collection[str] = (), **changes: object) -> setup.Wishes:
    given: dict[str, object] = {
        "name": "Core", "digest_channel_id": "C1", "leads": ["U0"],
        "rule": Rule(people=frozenset(left_out)),
        "weekday": 1, "hour": 10, "in_local_time": True, "every_weeks": 1, "open_hours": 72,
        "with_guests": False, "holidays": None,
    }  # fmt: skip
    return setup.Wishes(**{**given, **changes})  # type: ignore[arg-type]


def humans(people: int, *, first: int = 0, **changes: object) -> list[roster.Human]:
    given: dict[str, object] = {
        "zone": "UTC", "locale": None, "is_guest": False, "is_active": True,
    }  # fmt: skip
    return [roster.Human(f"U{n}", **{**given, **changes}) for n in range(first, first + people)]  # type: ignore[arg-type]


def marked(folder: Path, *, lacks: str = "") -> Words:
    """English, and a German in which every message but those of a file is it behind «DE»."""
    english, there = folder / "en" / "messages", folder / "de" / "messages"
    shutil.copytree(paths.CONTENT / "en" / "messages", english)
    there.mkdir(parents=True)
    for file in english.glob("*.ftl"):
        if file.stem == lacks:
            continue
        lines = file.read_text(encoding="utf-8").splitlines()
        told = [line.replace(" = ", " = DE ", 1) if line[:1].isalpha() else line for line in lines]
        (there / file.name).write_text("\n".join(told) + "\n", encoding="utf-8")
    return words.load(folder)


@dataclass
class House:
    """The domain's functions with their dependencies filled in."""

    database: Database
    vault: Vault
    keys: KeyStore
    content: Content
    team_id: int = 0

    async def team(
        self, people: int, *, channel: str = "C1", first: int = 0, **changes: Any
    ) -> Team:
        async with self.database.begin() as session:
            made = await setup.create(
                session, "T1", channel, wishes(digest_channel_id=channel, **changes),
                humans(people, first=first), zone="UTC", at=NOW - timedelta(days=1),
            )  # fmt: skip
        self.team_id = made.team.id
        return made.team

    async def opens(self, *, at: datetime = NOW, day: date | None = None) -> Round:
        """Open the team's round now, in the week of *at*."""

        async def open_(key: RoundKey) -> Round | None:
            async with self.database.begin() as session:
                team = await session.get_one(Team, self.team_id)
                team.next_day, team.next_opens_at = day or at.date(), at
                return await rounds.open_for(session, team, self.content, key, at=at)

        round_ = await key_store.with_new(self.keys, self.vault, open_, at=at)
        assert round_ is not None
        return round_

    async def answers(
        self,
        round_: Round,
        person: int,
        given: Mapping[str, int],
        comment: Remark = NOTHING,
        *,
        at: datetime = NOW,
        once: str = "",
    ) -> None:
        actor = Actor("T1", f"U{person}")
        asked = ballots.OpenRounds(self.database, self.vault)
        await ballots.cast(asked, round_.id, actor, given, comment, at=at, once=once)

    async def closes(self, round_: Round, *, at: datetime = NOW) -> dict[str, dict[int, int]]:
        assert await tallies.close(self.database, self.keys, self.vault, round_.id, at=at)
        return await self.tally(round_)

    async def tally(self, round_: Round) -> dict[str, dict[int, int]]:
        async with self.database.read() as session:
            return await tallies.of_round(session, round_.id)


@pytest.fixture
def house(database: Database, vault: Vault, keys: KeyStore, content: Content) -> House:
    return House(database, vault, keys, content)
