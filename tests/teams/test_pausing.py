"""How long a pause is, as people write it: it begins now, and ends when they say."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import paths, words
from bot.teams import pausing
from bot.teams.models import Team
from bot.teams.pausing import FOR_GOOD, NotANumberOfWeeks
from tests.house import Scene, scene

CHANNEL = "#team-product"
AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
SAY = words.load(paths.CONTENT)
TEAM = Team(zone="Europe/Berlin", days_off=[], workdays=[0, 1, 2, 3, 4])


def day(month: int, day: int, year: int = 2026) -> datetime:
    """Midnight in Berlin, in winter."""
    return datetime(year, month, day, tzinfo=UTC) - timedelta(hours=1)


@pytest.mark.parametrize(("text", "ends"), [
    ("", FOR_GOOD),
    ("2", AT + timedelta(weeks=2)),
    ("2w", AT + timedelta(weeks=2)),
    ("2 Wochen", AT + timedelta(weeks=2)),
    ("two weeks", day(12, 7)),
    ("for 2 weeks", day(12, 7)),
    ("für zwei Wochen", day(12, 7)),
    ("until 6 January", day(1, 6, 2027)),
    ("bis 6. Januar", day(1, 6, 2027)),
    ("jusqu’au 6 janvier", day(1, 6, 2027)),
    ("hasta el 6 de enero", day(1, 6, 2027)),
    ("until 2027-01-06", day(1, 6, 2027)),
    ("until next week", day(11, 30)),
])  # fmt: skip
def test_a_pause_ends_when_it_is_said_to(text: str, ends: datetime) -> None:
    """After some weeks, or on the day on which the pulse goes on where the team is."""
    assert pausing.end(SAY, text, TEAM, at=AT) == ends


@pytest.mark.parametrize("text", [
    "0", "53", "9999", "-2", "2.5", "many", "0 weeks", "60 weeks", "until yesterday",
    "until 2030-01-01", "from 20 December to 6 January", "tomorrow", "until", "🙂",
])  # fmt: skip
def test_what_is_no_pause_from_now_on_is_a_sentence(text: str) -> None:
    """Nor is one that would begin later: the round before it would be skipped as well."""
    with pytest.raises(NotANumberOfWeeks):
        pausing.end(SAY, text, TEAM, at=AT)


@pytest.fixture
async def house(database_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(database_url, tmp_path) as made:
        yield made


async def test_a_lead_says_until_when_and_politely(house: Scene) -> None:
    """It is told and kept; what is not understood changes nothing."""
    await house.sets_up("ana", CHANNEL)
    ana = house.person("ana")
    await ana.types("/amp pause until 6 January, please :pray:", CHANNEL)
    assert "6 January" in (await ana.reads(CHANNEL))[-1].text
    await ana.types("/amp pause until Christmas", CHANNEL)
    assert "`/amp pause until 6 January`" in (await ana.reads(CHANNEL))[-1].text
    async with house.amp.database.read() as session:
        team = await session.get_one(Team, 1)
        assert team.paused_until == datetime(2027, 1, 6, tzinfo=UTC)
