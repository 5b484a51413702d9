"""The channel hears first: no page, file or webhook tells of a round before its digest may come."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot import clock, timetable
from bot.digest import deliveries
from bot.digest.models import Digest
from bot.digest.webhook.models import WebhookCall
from bot.pulse import closing
from bot.pulse.models import Round
from bot.slack import outbox
from bot.slack.models import Delivery, State
from bot.teams.models import Team
from tests.digest.past import Past, ordinary, past_of
from tests.digest.test_webhook import Receiver, receiver, turns_on
from tests.house import Scene, scene

__all__ = ["receiver"]

FRIDAY_NIGHT = datetime(2026, 11, 27, 23, tzinfo=UTC)
MONDAY_MORNING = datetime(2026, 11, 30, 9, tzinfo=UTC)


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        await made.sets_up("ana", "#team-product")
        await made.run()
        yield made


@pytest.fixture
async def past(house: Scene) -> Past:
    past = await past_of(house)
    await past.lives(ordinary(3), people=8, asked=8)
    return past


async def test_what_closed_at_night_is_told_to_everybody_in_the_morning(
    house: Scene, past: Past, receiver: Receiver
) -> None:
    """Neither trends nor a webhook know of it before; then all of them do."""
    await turns_on(house, receiver.url)
    await house.skip(to=FRIDAY_NIGHT)
    await past.week({}, people=8, asked=8)
    await house.run()
    assert not receiver.taken
    assert await house.rows(WebhookCall) == 0
    assert await house.rows(Digest, Digest.number == 4) == 0
    assert not await house.digests()
    due = _line("compose digests").due
    assert due is not None
    async with house.amp.database.read() as session:
        assert await due(session)

    await house.skip(to=MONDAY_MORNING)
    assert len(await house.digests()) == 1
    assert len(receiver.taken) == 1


async def test_a_webhook_waits_until_the_channel_has_it(
    house: Scene, past: Past, receiver: Receiver
) -> None:
    """While Slack takes no message, nobody else is told either; afterwards once."""
    await turns_on(house, receiver.url)
    await past.week({}, people=8, asked=8)
    await timetable.run(house.amp, _line("compose digests"))
    await timetable.run(house.amp, _line("call webhooks"))
    assert await house.rows(WebhookCall) == 1
    assert not receiver.taken
    await house.run()
    assert len(receiver.taken) == 1


async def test_what_the_channel_can_not_have_is_called_all_the_same(
    house: Scene, past: Past, receiver: Receiver
) -> None:
    """Its leads are told; the program that takes digests has this one as well."""
    await turns_on(house, receiver.url)
    round_ = await past.week({}, people=8, asked=8)
    await timetable.run(house.amp, _line("compose digests"))
    async with house.amp.database.begin() as session:
        found = await outbox.find(session, deliveries.key(round_.id))
        assert found is not None
        failed = {"state": State.FAILED, "failure": "not_in_channel"}
        await session.execute(update(Delivery).where(Delivery.id == found.id).values(**failed))
    await timetable.run(house.amp, _line("call webhooks"))
    assert len(receiver.taken) == 1


def _line(name: str) -> timetable.Line:
    return next(line for line in timetable.TIMETABLE if line.name == name)


@pytest.mark.parametrize(
    ("closed_at", "hours", "may"),
    [
        (FRIDAY_NIGHT - timedelta(hours=9), 0, True),  # two in the afternoon
        (FRIDAY_NIGHT, 0, False),
        (FRIDAY_NIGHT, 12, False),  # a Saturday
        (FRIDAY_NIGHT, 57, False),  # Monday at eight: what waited comes at nine
        (FRIDAY_NIGHT, 58, True),
        (FRIDAY_NIGHT - timedelta(hours=9), 9, False),  # nobody was there to tell it by day
    ],
)
def test_a_round_is_told_of_by_day(closed_at: datetime, hours: int, may: bool) -> None:
    """From the next working morning on, and never at night."""
    team = Team(zone="UTC", holidays=None, workdays=None, weekday=1, days_off=None)
    round_ = Round(closed_at=closed_at)
    at = closed_at + timedelta(hours=hours)
    assert closing.may_be_told(team, round_, at=at) is may


def test_an_open_round_is_told_of_by_nobody() -> None:
    team = Team(zone="UTC", holidays=None, workdays=None, weekday=1, days_off=None)
    assert not closing.may_be_told(team, Round(closed_at=None), at=clock.now())
