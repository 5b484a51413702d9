"""Leaving: what is kept about somebody goes, and nothing of anybody else's."""

from datetime import timedelta

from sqlalchemy import select

from bot.pulse import forgetting, inviting
from bot.pulse.models import Invitation
from bot.slack.models import Delivery
from bot.slack.requests import Actor
from bot.teams import absences, roster
from bot.words import Words
from tests.pulse.conftest import NOW, House


async def test_only_ones_own_invitation_is_taken_back(house: House, say: Words) -> None:
    """Not those of everybody whose number begins with the same digit."""
    team = await house.team(25)
    round_ = await house.opens()
    async with house.database.begin() as session:
        await inviting.invite(session, say, team, round_)
    async with house.database.begin() as session:
        await forgetting.forget(session, house.vault, Actor("T1", "U0"))
    async with house.database.read() as session:
        left = list(await session.scalars(select(Delivery.recipient)))
        places = list(await session.scalars(select(Invitation.person_id)))
    assert sorted(left) == sorted(f"U{n}" for n in range(1, 25))
    assert len(places) == 24


async def test_all_of_it_goes_or_nothing_does(house: House) -> None:
    """What the rooms to the right keep is deleted in the same transaction."""
    await house.team(5)
    round_ = await house.opens()
    await house.answers(round_, 0, {round_.items[0]: 3})
    actor = Actor("T1", "U0")

    async def fails(*_: object) -> None:
        raise RuntimeError

    try:
        async with house.database.begin() as session:
            await forgetting.forget(session, house.vault, actor, also=[fails])
    except RuntimeError:
        pass
    async with house.database.read() as session:
        assert len(list(await session.scalars(select(Invitation)))) == 5
        assert not await forgetting.is_left_alone(session, actor)
        assert len(await roster.of_person(session, actor)) == 1


async def test_an_absence_that_the_version_before_left_is_forgotten_too(house: House) -> None:
    """It knew of none that begin later; none begins, and it is gone with the clock's next look."""
    await house.team(5)
    actor, day = Actor("T1", "U0"), NOW.date()
    async with house.database.begin() as session:
        await forgetting.forget(session, house.vault, actor)
        (await roster.known(session, actor)).away_later = [f"{day}/{day + timedelta(days=7)}"]
    async with house.database.begin() as session:
        assert not await absences.begun(session, NOW)
        await forgetting.tidy(session, at=NOW)
    async with house.database.read() as session:
        assert (await roster.known(session, actor)).away_later is None


async def test_who_is_forgotten_in_the_middle_of_a_round_is_not_counted(house: House) -> None:
    """Their box can't be found among the others; it is left out when all are opened."""
    await house.team(6)
    round_ = await house.opens()
    item = round_.items[0]
    for person in range(6):
        await house.answers(round_, person, {item: 1 if person == 0 else 3 + person % 2})
    async with house.database.begin() as session:
        await forgetting.forget(session, house.vault, Actor("T1", "U0"))
    assert (await house.closes(round_))[item] == {3: 2, 4: 3}
