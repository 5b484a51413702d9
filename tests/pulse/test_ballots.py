"""Casting a ballot: sealed, replaceable until the end, refused where it has no place."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.pulse import ballots
from bot.pulse.models import Ballot, Participation, Reminded
from bot.slack.requests import Actor
from tests.pulse.conftest import NOW, House


def anchor(house: House) -> str:
    return house.content.anchors[0].id


async def test_people_may_change_their_mind_until_the_round_closes(house: House) -> None:
    """The last ballot counts, and only that one."""
    await house.team(6)
    round_, item = await house.opens(), anchor(house)
    for person in range(6):
        await house.answers(round_, person, {item: 4})
    await house.answers(round_, 0, {item: 2})
    assert (await house.closes(round_))[item] == {2: 1, 4: 5}


async def test_a_closed_round_keeps_what_it_has(house: House) -> None:
    """Late answers are refused, also in the seconds before the worker closes it."""
    await house.team(6)
    round_, item = await house.opens(), anchor(house)
    for person in range(6):
        await house.answers(round_, person, {item: 3 + person % 2})
    with pytest.raises(ballots.RoundClosed):
        await house.answers(round_, 0, {item: 1}, at=round_.closes_at)
    kept = await house.closes(round_)
    with pytest.raises(ballots.RoundClosed):
        await house.answers(round_, 0, {item: 1}, at=NOW - timedelta(hours=1))
    assert await house.tally(round_) == kept == {item: {3: 3, 4: 3}}


async def test_whoever_joined_later_is_not_in_it(house: House) -> None:
    """The roster was frozen when the round opened."""
    await house.team(5)
    round_ = await house.opens()
    with pytest.raises(ballots.NotInvited):
        await house.answers(round_, 77, {anchor(house): 3})


@pytest.mark.parametrize("given", [{}, {"not-an-item": 3}, {"ANCHOR": 0}, {"ANCHOR": 6}])
async def test_a_strange_ballot_is_refused(house: House, given: dict[str, int]) -> None:
    """Nothing chosen, an item that was not asked, a value off the scale."""
    await house.team(5)
    round_ = await house.opens()
    with pytest.raises((ballots.StrangeAnswer, ballots.NothingAnswered)):
        await house.answers(
            round_, 0, {anchor(house) if k == "ANCHOR" else k: v for k, v in given.items()}
        )
    async with house.database.read() as session:
        assert await session.scalar(select(func.count()).select_from(Ballot)) == 0


async def test_every_ballot_has_one_length(house: House) -> None:
    """One answer or five, the sealed box looks the same from outside."""
    await house.team(5)
    round_ = await house.opens()
    await house.answers(round_, 0, {anchor(house): 1})
    await house.answers(round_, 1, dict.fromkeys(round_.items, 5))
    async with house.database.read() as session:
        assert len({len(s) for s in await session.scalars(select(Ballot.sealed))}) == 1


async def test_the_two_tables_cannot_be_joined(house: House) -> None:
    """Other labels give unrelated tokens."""
    await house.team(5)
    round_ = await house.opens()
    for person in range(5):
        await house.answers(round_, person, {anchor(house): 1})
    async with house.database.read() as session:
        cast = set(await session.scalars(select(Ballot.token)))
        took_part = set(await session.scalars(select(Participation.token)))
    assert len(cast) == len(took_part) == 5
    assert not cast & took_part


async def test_reminders_go_to_those_who_have_not_answered(house: House) -> None:
    """Names are worked out in memory from keyed tokens."""
    await house.team(5)
    round_ = await house.opens()
    await house.answers(round_, 2, {anchor(house): 1})
    async with house.database.read() as session:
        waiting = await ballots.waiting_for(session, house.vault, round_.id)
        person = await ballots.invited(session, round_, Actor("T1", "U2"))
        assert await ballots.has_answered(session, house.vault, round_.id, person)
    assert {p.user_id for p in waiting} == {"U0", "U1", "U3", "U4"}


async def test_nothing_about_single_people_is_left_after_close(house: House) -> None:
    """Ballots, participation and reminders are gone, and so is the key."""
    await house.team(5)
    round_ = await house.opens()
    for person in range(5):
        await house.answers(round_, person, {anchor(house): 1 + person % 3})
    await house.closes(round_)
    async with house.database.read() as session:
        for table in (Ballot, Participation, Reminded):
            assert await session.scalar(select(func.count()).select_from(table)) == 0
    assert await house.keys.get(round_.key_name) is None


async def test_below_the_quorum_nothing_is_kept(house: House) -> None:
    """Four answers to an item leave no count of it, five do; the item beside it is unaffected."""
    await house.team(9)
    round_ = await house.opens()
    first, second, *_ = round_.items
    for person in range(5):
        given = {first: 1 + person % 3} | ({second: 4} if person < 4 else {})
        await house.answers(round_, person, given)
    assert await house.closes(round_) == {first: {1: 2, 2: 2, 3: 1}}


async def test_unanimity_is_softened_before_it_is_stored(house: House) -> None:
    """All of them said 1: one of them moves a step inward, so that no single answer is certain."""
    await house.team(5)
    round_, item = await house.opens(), anchor(house)
    for person in range(5):
        await house.answers(round_, person, {item: 1})
    assert await house.closes(round_) == {item: {1: 4, 2: 1}}
