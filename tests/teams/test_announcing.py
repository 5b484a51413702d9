"""What a lead changes is read by those whom it concerns, where the digest stands."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.digest.rollup import subscriptions
from bot.pulse import closing
from bot.pulse.models import Round
from bot.slack.requests import Actor
from bot.teams import roster
from bot.teams.models import Person, Team
from tests.house import Scene, scene
from tests.localslack.places import user_id
from tests.pulse.conftest import House
from tests.pulse.conftest import house as domain
from tests.pulse.test_levers import team_of
from tests.teams.test_whom import mentions

__all__ = ["domain"]

WINDOW = "Name of the team"


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        await made.sets_up("ana", "#team-product")
        await made.run()
        yield made


async def changes(house: Scene, **values: Any) -> None:
    """Ana saves the settings with something else in them."""
    ana = house.person("ana")
    assert await ana.types("/amp setup", "#team-product")
    modal = await ana.modal(timeout=20)
    assert modal is not None
    assert await ana.submits(values)

    async def saved() -> bool:
        now = await ana.modal()
        return now is not None and "Saved" in now.text

    await house.slack.until(saved)
    await ana.closes()
    await house.run()


async def read(house: Scene, channel: str) -> list[str]:
    """What a member reads there that everybody sees."""
    shown = await house.person("bo").reads(channel)
    return [message.text for message in shown if not message.is_ephemeral]


async def test_who_is_left_out_is_told_as_a_number_whenever_it_changes(house: Scene) -> None:
    """Fewer, then as many others, then none; no name; and no number where none changed."""
    assert "8 people are asked (of 9 in the channel)" in (await read(house, "#team-product"))[-1]
    for left_out, people in ((["hiro", "femi"], 6), (["hiro", "grace"], 6), ([], 8)):
        before = len(await read(house, "#team-product"))
        await changes(house, **{"These people": left_out})
        told = (await read(house, "#team-product"))[before:]
        assert len(told) == 1
        assert f"asked from the next round on: {people} of 9" in told[0].replace("*", "")
        assert mentions(house, told[0]) == ["ana"]
    before = len(await read(house, "#team-product"))
    await changes(house, Hour="15:00")
    told = (await read(house, "#team-product"))[before:]
    assert len(told) == 1
    assert "at 15:00" in told[0]
    assert "of 9" not in told[0]
    await changes(house, Guests=["guests"])
    assert "9 of 9" in (await read(house, "#team-product"))[-1]


async def test_a_digest_that_moves_is_told_in_all_its_channels(house: Scene) -> None:
    """Where it stood, where it will stand; and there, too, whenever somebody is left out."""
    await changes(house, **{"Where the digest goes": "#general"})
    for channel in ("#general", "#team-product"):
        told = (await read(house, channel))[-1]
        assert "From the next round on, the digest of *team-product*" in told, channel
    await changes(house, **{"These people": ["hiro"]})
    for channel in ("#general", "#team-product"):
        assert "7 of 9" in (await read(house, channel))[-1], channel


async def test_whom_a_team_asks_is_told_in_each_channel_of_a_digest_that_moves(
    house: Scene,
) -> None:
    """Saved at once, it is read where the digest stood, where it will, and by the team."""
    await changes(house, **{"Where the digest goes": "#general"})
    chosen = {"Where the digest goes": "#team-maps", "These people": ["hiro"]}
    await house.slack.driver.post("channels", id="#team-maps", invite=["amp", "bo"])
    await changes(house, **chosen)
    for channel in ("#team-product", "#general", "#team-maps"):
        told = [one for one in await read(house, channel) if "7 of 9" in one.replace("*", "")]
        assert len(told) == 1, channel


async def test_the_invitation_and_the_form_say_how_many_are_asked_and_must_answer(
    house: Scene,
) -> None:
    """So whoever is asked knows among how many they are."""
    await house.skip(to=datetime(2026, 11, 24, 12, tzinfo=UTC))
    bo = house.person("bo")
    asked = "Asked: 8. Results are shown once 5 have answered."
    assert asked in (await bo.dm())[-1].text
    await bo.types("/amp pulse", "#general")
    form = await bo.modal(timeout=20)
    assert form is not None
    assert asked in form.text


async def test_a_webhook_and_a_roll_up_are_told_in_the_channel(house: Scene) -> None:
    """To which server, without the rest of the address; once, not whenever it is saved again."""
    ana = house.person("ana")
    for _ in range(2):
        assert await ana.types("/amp webhook", "#team-product")
        assert await ana.submits({"Address": "https://hooks.example.com/secret-path"})
        await ana.closes(clear=True)
        assert await ana.types("/amp rollup", "#team-product")
        assert await ana.submits({"Channel": "#general"})
        await ana.closes(clear=True)
        await house.run()
    told = "\n".join(await read(house, "#team-product"))
    assert told.count("sent to a program at hooks.example.com") == 1
    assert told.count("turned on a monthly roll-up") == 1
    assert "secret-path" not in told


async def turns_on_a_roll_up(house: Scene) -> None:
    ana = house.person("ana")
    assert await ana.types("/amp rollup", "#team-product")
    assert await ana.submits({"Channel": "#general"})
    await ana.closes(clear=True)


async def heard(house: Scene, channel: str) -> int:
    """How often the channel has read that its team stands in the roll-up."""
    await house.run()
    return sum("stands in it from now on" in told for told in await read(house, channel))


async def test_a_channel_hears_of_the_roll_up_whatever_brings_its_team_into_it(
    house: Scene,
) -> None:
    """A new public team, a lead's tick and a channel that becomes public, once each."""
    await turns_on_a_roll_up(house)
    await house.sets_up("ana", "#team-maps")
    assert await heard(house, "#team-product") == await heard(house, "#team-maps") == 1
    await changes(house, **{"Monthly roll-up": []})
    assert await heard(house, "#team-product") == 1
    await changes(house, **{"Monthly roll-up": ["rollup"]})
    assert await heard(house, "#team-product") == 2
    async with house.amp.database.begin() as session:
        maps = await session.scalar(select(Team).where(Team.name == "team-maps"))
        assert maps is not None
        maps.is_private = True
    assert await heard(house, "#team-maps") == 1
    async with house.amp.database.begin() as session:
        (await session.get_one(Team, maps.id)).is_private = False
    assert await heard(house, "#team-maps") == 2
    async with house.amp.database.begin() as session:
        await subscriptions.forget(session, house.amp.vault, await _ana(session, house))
        (await session.get_one(Team, maps.id)).rollup_told = None
    assert await heard(house, "#team-maps") == 3
    told = (await read(house, "#team-maps"))[-1]
    assert told.startswith("There is a monthly roll-up in")


async def _ana(session: AsyncSession, house: Scene) -> Person:
    workspace_id = house.slack.world.workspace().id
    return await roster.known(session, Actor(workspace_id, user_id(house.slack, "ana")))


async def test_a_private_channels_team_is_in_no_roll_up_unless_its_lead_says_so(
    domain: House,
) -> None:
    """Nor is one of which nobody has looked yet; a public one can be taken out."""
    seen = {}
    for n, (private, said) in enumerate(
        [(None, None), (True, None), (True, False), (True, True), (False, True), (False, False)]
    ):
        team = await team_of(domain, f"C{n}", list(range(5)), private=private, in_rollup=said)
        seen[team.name] = team.is_rolled_up
    assert list(seen.values()) == [False, False, False, True, True, False]
    async with domain.database.begin() as session:
        listed = set(await session.scalars(select(Team.name).where(Team.is_rolled_up)))
        assert listed == {name for name, is_in in seen.items() if is_in}
        # A public channel becomes private: what was not said by its lead follows.
        public = await session.scalar(select(Team).where(Team.name == "C4"))
        assert public is not None
        public.is_private = True
        assert not public.is_rolled_up


async def test_the_form_offers_what_a_channel_may_want(house: Scene) -> None:
    """A private channel's team is left out of the roll-up by the form as it comes."""
    await house.slack.driver.post("channels", id="#leads", invite=["amp"])
    await house.slack.settled()
    await house.sets_up("ana", "#leads")
    async with house.amp.database.read() as session:
        teams = {team.name: team for team in await session.scalars(select(Team))}
    assert (teams["leads"].is_private, teams["leads"].is_rolled_up) == (True, False)
    assert (teams["team-product"].is_private, teams["team-product"].is_rolled_up) == (False, True)


async def digest_of(house: Scene, number: int) -> str:
    """The channel that read a round's digest."""
    found = [
        channel
        for channel in ("#team-product", "#general")
        for text in await read(house, channel)
        if f"Pulse {number} · " in text
    ]
    assert len(found) == 1, found
    return found[0]


async def closes(house: Scene) -> None:
    async with house.amp.database.read() as session:
        open_ = await session.scalar(select(Round).where(Round.closed_at.is_(None)))
    assert open_ is not None
    await house.skip(to=open_.closes_at + timedelta(minutes=1))
    await house.skip(by=timedelta(days=4))  # on a working day, whatever day that was


@pytest.mark.parametrize("is_gone", [False, True], ids=["moved", "archived"])
async def test_an_open_round_is_told_where_its_people_read_that_it_would_be(
    house: Scene, is_gone: bool
) -> None:
    """A digest that moves meanwhile moves with the next round; unless that channel is gone."""
    await house.slack.driver.post("channels", id="#general", invite=["amp"])
    await changes(house, **{"Where the digest goes": "#general"})
    await house.skip(to=datetime(2026, 11, 24, 12, tzinfo=UTC))
    for name in ("ana", "bo", "carla", "femi", "grace"):
        await house.answers(name, rest=4)
    await changes(house, **{"Where the digest goes": "#team-product"})
    if is_gone:
        await house.slack.driver.post("channels", id="#general", archived=True)
    await closes(house)
    assert await digest_of(house, 1) == ("#team-product" if is_gone else "#general")


async def test_where_nobody_has_installed_amp_any_more_a_round_stays_where_it_was_promised(
    house: Scene,
) -> None:
    """There is nobody to ask whether the channel is still there, and nothing fails for that."""
    gone = Team(workspace_id="T0GONE", digest_channel_id="C0NEW")
    opened = Round(digest_channel_id="C0PROMISED")
    assert await closing.told_where(house.amp.clients, opened, gone) == "C0PROMISED"


async def test_the_clocks_to_choose_from_are_those_of_leads(house: Scene) -> None:
    """A place that is missing there one day would tell who has gone."""
    ana = house.person("ana")
    await ana.types("/amp team", "#team-product")
    await ana.presses("team:settings", where="#team-product")
    modal = await house.slack.until(ana.modal)
    shown = json.dumps(modal.blocks)
    assert "Europe/Lisbon" in shown
    assert "Asia/Tokyo" not in shown
