"""People whom a lead has named, and who are not in the channel just then; and nobody left."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.pulse.spacing import spaced
from bot.slack.models import Delivery
from bot.slack.requests import Actor
from bot.teams import joining, membership, roster, setup
from bot.teams.models import PICKED, Member, Person, Team
from bot.teams.whom import NobodyOfThem, Rule
from bot.words import Words
from tests.house import Scene, scene
from tests.localslack.places import user_id
from tests.pulse.conftest import NOW, House, humans, wishes
from tests.pulse.conftest import house as domain
from tests.teams.test_whom import CHANNEL, FIVE, WHOM, asks, counted, says, told, window

__all__ = ["domain"]


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        yield made


async def moves(house: Scene, **change: list[str]) -> None:
    """Somebody is invited to the channel, or removed from it."""
    await house.slack.driver.post("channels", id=CHANNEL, **change)
    await house.run()


async def test_whoever_was_left_out_before_they_came_is_told_as_a_number(house: Scene) -> None:
    """Saved while they were out of the channel, and told before the next round."""
    await says(house, "is set up")
    await moves(house, kick=["hiro"])
    await says(house, "Saved", These_people=["hiro"])
    assert await told(house) == []  # seven are asked, as before
    await moves(house, invite=["hiro"])
    [said] = await told(house)
    assert "*7 of 9*" in said
    assert "<@" not in said
    await moves(house, invite=["keala"])  # whom nobody has named
    assert len(await told(house)) == 1
    await house.skip(to=datetime(2026, 11, 24, 12, tzinfo=UTC))
    assert "Asked: 8." in (await house.person("bo").dm())[-1].text


async def test_whoever_was_picked_before_they_came_is_told_as_a_number(house: Scene) -> None:
    """Whoever else comes is not asked, and nothing is told."""
    await asks(house, PICKED, *FIVE, "jack")
    await moves(house, invite=["keala"])
    assert await told(house) == []
    await moves(house, invite=["jack"])
    [said] = await told(house)
    assert "*6 of 11*" in said
    assert await counted(house) == {*FIVE, "jack"}


@pytest.mark.parametrize("how", ["event", "reading"])
async def test_it_is_told_however_amp_hears_of_their_coming(
    domain: House, say: Words, how: str
) -> None:
    """By Slack's event, or as the channel is read before a round."""
    team = await domain.team(8, left_out=["U8"])
    async with domain.database.begin() as session:
        held = await session.get_one(Team, team.id)
        if how == "event":
            await joining.join(session, say, held, humans(1, first=8)[0], spacing=spaced, at=NOW)
        else:
            await joining.read_again(session, say, held, humans(9), at=NOW)
    assert await announced(domain) == 1
    async with domain.database.begin() as session:
        held = await session.get_one(Team, team.id)
        await joining.read_again(session, say, held, humans(10), at=NOW)
    assert await announced(domain) == 1


async def announced(domain: House) -> int:
    async with domain.database.read() as session:
        asked = Delivery.key.startswith("asked:")
        return len((await session.scalars(select(Delivery).where(asked))).all())


@pytest.mark.parametrize("rule", [Rule(people=frozenset({"U5"})), Rule(PICKED, frozenset({"U5"}))])
@pytest.mark.parametrize("order", ["leaves, forgets", "forgets, leaves"])
async def test_a_name_in_the_settings_tells_of_nobody_that_they_were_forgotten(
    domain: House, rule: Rule, order: str
) -> None:
    """It stays while they are away and when they are back, as it would otherwise."""
    team = await domain.team(6, rule=rule)
    actor = Actor("T1", "U5")
    for what in order.split(", "):
        async with domain.database.begin() as session:
            if what == "leaves":
                await membership.leave(session, await session.get_one(Team, team.id), actor)
            else:
                await membership.forget(session, await roster.known(session, actor))
    assert await named(domain) == ["U5"]
    async with domain.database.begin() as session:
        held = await session.get_one(Team, team.id)
        await membership.join(session, held, humans(1, first=5)[0], at=NOW)
    assert await named(domain) == ["U5"]


async def named(domain: House) -> list[str]:
    async with domain.database.read() as session:
        team = await session.get_one(Team, domain.team_id)
        return (await roster.read(session, team)).named


@pytest.mark.parametrize("whom", [PICKED, "S1"])
async def test_of_whom_nobody_has_named_no_row_is_left_once_they_are_forgotten(
    domain: House, whom: str
) -> None:
    """Somebody leads a team from elsewhere, which asks others."""
    rule = Rule(whom, frozenset({"U0", "U1"}))
    await domain.team(6, rule=rule, leads=["U0", "U99"])
    async with domain.database.begin() as session:
        await membership.forget(session, await roster.known(session, Actor("T1", "U99")))
    async with domain.database.read() as session:
        theirs = select(Member).join(Person).where(Person.user_id == "U99")
        assert await session.scalar(theirs) is None


async def test_nobody_is_left_out_of_a_team_until_nobody_is_left(house: Scene) -> None:
    """As when it is set up: what would ask nobody is said under the field."""
    await says(house, "is set up")
    ana = house.person("ana")
    await ana.types("/amp setup", CHANNEL)
    await window(house, ana, "Name of the team")
    everybody = [*FIVE, "femi", "grace", "hiro", "cleo"]
    result = await ana.submits({"These people": everybody})
    assert "None of the people to be asked is in the channel" in result.errors[WHOM]
    assert len(await counted(house)) == 8


async def test_whom_a_team_would_ask_is_looked_up_in_slack(house: Scene) -> None:
    """Not in our rows, which know nobody of whose coming or going no event has told us."""
    await says(house, "is set up")
    channel = house.slack.world.workspace().channel(CHANNEL)
    assert channel is not None
    channel.members[user_id(house.slack, "jack")] = None
    await asks(house, PICKED, "jack", words="Saved")
    assert await counted(house) == {"jack"}
    ana = house.person("ana")
    await ana.types("/amp setup", CHANNEL)
    await window(house, ana, "Name of the team")
    del channel.members[user_id(house.slack, "bo")]
    await ana.submits({"These people": ["bo"]})
    await window(house, ana, "None of the people to be asked is in the channel")
    assert await counted(house) == {"jack"}


async def test_the_form_that_comes_once_more_has_what_was_chosen_for_a_small_team(
    house: Scene,
) -> None:
    """Nothing instead of cards, too."""
    everybody = ["carla", "dmitri", "elif", "femi", "grace", "hiro"]
    await moves(house, kick=everybody)
    ana = house.person("ana")
    await ana.types("/amp setup", CHANNEL)
    form = await window(house, ana, "Name of the team")
    assert "Fewer than five people" in form
    await ana.submits({WHOM: PICKED, "These people": ["jack"], "cards": "nothing"})
    await window(house, ana, "is in the channel")
    await ana.submits({"These people": ["ana", "bo"]})
    await window(house, ana, "is set up")
    async with house.amp.database.read() as session:
        assert not (await session.get_one(Team, 1)).wants_cards


@pytest.mark.parametrize(("was", "now"), [(False, True), (True, False)])
@pytest.mark.parametrize("said", [None, True, False])
async def test_whoever_leaves_the_roll_up_alone_says_nothing_about_it(
    domain: House, was: bool, now: bool, said: bool | None
) -> None:
    """A channel has become private, or public, since the form was filled."""
    team = await domain.team(6)
    async with domain.database.begin() as session:
        held = await session.get_one(Team, team.id)
        held.is_private, held.in_rollup = was, said
        shown = held.is_rolled_up
        await setup.change(
            session, held, wishes(in_rollup=shown), humans(6), at=NOW, is_private=now
        )
        assert (held.is_private, held.in_rollup) == (now, said)


def test_a_rule_that_names_somebody_asks_somebody() -> None:
    """A channel of guests alone is a team's own affair, where nobody was named."""
    guests = humans(2, is_guest=True)
    Rule().check(guests, with_guests=False)
    for rule in (Rule(people=frozenset({"U0", "U1"})), Rule(PICKED, frozenset({"U9"}))):
        with pytest.raises(NobodyOfThem):
            rule.check(guests, with_guests=True)


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_an_empty_field_is_said_to_leave_out_nobody_by_one_rule_only(
    say: Words, language: str
) -> None:
    """By the others it leaves out everybody, or is to stay empty."""
    there = say.locale(language)
    assert there.plain("teams-everybody-option") in there.plain("teams-people-hint")
