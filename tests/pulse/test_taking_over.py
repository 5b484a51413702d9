"""Rounds that were open during an upgrade are reminded of, as those that we open."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.pulse import inviting, taking_over
from bot.pulse.models import Invitation, Reminded, Round
from bot.slack.models import Delivery
from bot.teams.models import Person
from bot.words import Words
from tests.pulse.conftest import NOW, House


async def opened_before(house: House) -> Round:
    """A round as the version before writes it down, which knows none of these columns."""
    await house.team(6)
    round_ = await house.opens()
    async with house.database.begin() as session:
        await session.execute(update(Invitation).values(reminds_at=None))
        await session.execute(update(Round).values(digest_channel_id=None))
    return round_


async def take_over(house: House) -> list[int]:
    async with house.database.begin() as session:
        found = list(await taking_over.waiting(session))
        for round_id in found:
            await taking_over.take_over(session, round_id, at=NOW + timedelta(minutes=5))
    return found


async def reminded(house: House, say: Words, round_: Round) -> int:
    async with house.database.begin() as session:
        at = round_.closes_at - timedelta(hours=23)
        if round_.id in await inviting.to_remind(session, at):
            await inviting.remind(session, say, round_.id, at=at)
        begins = Delivery.key.startswith("reminder:")
        return len(list(await session.scalars(select(Delivery.id).where(begins))))


async def test_a_round_of_the_version_before_gets_its_reminder(house: House, say: Words) -> None:
    """Once, as it would have been planned; whoever wants none gets none."""
    round_ = await opened_before(house)
    async with house.database.begin() as session:
        someone = update(Person).where(Person.user_id == "U3")
        await session.execute(someone.values(wants_reminders=False))
    assert await reminded(house, say, round_) == 0
    assert await take_over(house) == [round_.id]
    assert await take_over(house) == []
    assert await reminded(house, say, round_) == 5
    assert await reminded(house, say, round_) == 5


async def test_whoever_is_away_until_after_its_end_keeps_no_reminder_from_the_others(
    house: House, say: Words
) -> None:
    """Of an absence that has begun nobody knows the first day: none before it is looked for."""
    round_ = await opened_before(house)
    async with house.database.begin() as session:
        someone = update(Person).where(Person.user_id == "U3")
        back_on = round_.closes_at.date() + timedelta(days=7)
        await session.execute(someone.values(back_on=back_on))
    assert await take_over(house) == [round_.id]
    assert await reminded(house, say, round_) == 5


async def test_what_the_version_before_has_sent_is_not_sent_again(house: House, say: Words) -> None:
    round_ = await opened_before(house)
    async with house.database.begin() as session:
        session.add(Reminded(round_id=round_.id, token=b"t" * 32))
    await take_over(house)
    assert await reminded(house, say, round_) == 0


@pytest.mark.parametrize("asks_twice", [True, False])
async def test_a_week_brings_two_messages_then_too(
    house: House, say: Words, asks_twice: bool
) -> None:
    """Where another team of the same people asks them, nobody is reminded."""
    round_ = await opened_before(house)
    if asks_twice:
        mine = house.team_id
        await house.team(6, channel="C2", weekday=3, hour=10)
        house.team_id = mine
    await take_over(house)
    assert await reminded(house, say, round_) == (0 if asks_twice else 6)


async def test_rounds_of_ours_stay_as_they_are(house: House) -> None:
    await house.team(6)
    await house.opens()
    assert await take_over(house) == []
