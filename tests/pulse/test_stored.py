"""What closing a round stores: small pulses moved, everything else as it was answered."""

from typing import Any

import pytest
from sqlalchemy import update

from bot import blurring
from bot.pulse import tallies
from bot.pulse.models import Round
from tests.pulse.conftest import House

PEOPLE = 8


def total(counts: dict[int, int]) -> int:
    return sum(value * n for value, n in counts.items())


async def asked_and_closed(house: House, people: int) -> tuple[Round, dict[str, dict[int, int]]]:
    """A round in which everybody says 4 to all, but the first one 2."""
    await house.team(people)
    round_ = await house.opens()
    for person in range(people):
        await house.answers(round_, person, dict.fromkeys(round_.items, 2 if person == 0 else 4))
    return round_, await house.closes(round_)


@pytest.mark.moved
async def test_a_small_round_is_stored_moved(house: House) -> None:
    """Nowhere what was answered: the number of answers, and a sum moved by what the secret says."""
    round_, stored = await asked_and_closed(house, PEOPLE)
    given: Any = {item: {2: 1, 4: PEOPLE - 1} for item in round_.items}
    place = "T1", "C1"
    told, spread = blurring.of_round(house.vault, place, round_.id, given, blurring.ORDINARY_SPREAD)
    assert stored == told
    assert all(sum(counts.values()) == PEOPLE for counts in stored.values())
    assert stored != given
    async with house.database.read() as session:
        assert (await session.get_one(Round, round_.id)).spread == spread


@pytest.mark.moved
async def test_the_spread_goes_on_from_the_round_before(house: House) -> None:
    """It is kept with the round; the next one begins where it was."""
    round_, _ = await asked_and_closed(house, PEOPLE)
    async with house.database.begin() as session:
        await session.execute(update(Round).values(spread=1.5))
        found = await session.get_one(Round, round_.id)
        await tallies._moved(session, house.vault, found, {"a": {4: 8}})
        assert found.spread is not None
        assert 1.3 < found.spread < 1.6


@pytest.mark.moved
async def test_a_large_round_is_stored_as_it_was_answered(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where so many answered that all but one hardly put their heads together."""
    monkeypatch.setattr(blurring, "UP_TO", PEOPLE - 1)
    round_, stored = await asked_and_closed(house, PEOPLE)
    assert stored == {item: {2: 1, 4: PEOPLE - 1} for item in round_.items}
    async with house.database.read() as session:
        assert (await session.get_one(Round, round_.id)).spread is None


@pytest.mark.moved
async def test_four_answers_leave_nothing_all_the_same(house: House) -> None:
    """The quorum comes first."""
    _, stored = await asked_and_closed(house, 5)
    assert all(sum(counts.values()) == 5 for counts in stored.values())
    async with house.database.begin() as session:
        found = await session.get_one(Round, 1)
        assert (
            await tallies._moved(session, house.vault, found, tallies.count([{"a": 4}] * 4)) == {}
        )


async def test_tests_find_what_they_answered(house: House) -> None:
    """Unless they are marked `moved`."""
    round_, stored = await asked_and_closed(house, PEOPLE)
    assert stored == {item: {2: 1, 4: PEOPLE - 1} for item in round_.items}
    assert blurring.UP_TO == 0
