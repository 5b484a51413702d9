"""Whatever Amp tells a lead to do about a channel has been done here, and it helps."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.pulse.models import Round
from bot.teams import jobs
from bot.teams.models import Team
from tests.house import Scene, counting, scene, surely

CHANNEL = "#team-product"


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        yield made


async def changes(house: Scene, **what: Any) -> None:
    """Something happens to the team's channel, and the worker has a look."""
    await house.slack.driver.post("channels", id=CHANNEL, **what)
    await house.slack.settled()
    await house.run()


async def team(house: Scene) -> Team:
    async with house.amp.database.read() as session:
        return await session.get_one(Team, 1)


async def warnings(house: Scene, name: str = "ana") -> list[str]:
    read = await house.person(name).dm()
    return [message.text for message in read if "pauses by itself" in message.text]


LOSSES = [
    ({"archived": True}, {"archived": False}, "Unarchive it"),
    ({"kick": ["amp"]}, {"invite": ["amp"]}, "/invite"),
]


@pytest.mark.parametrize(("lost", "mended", "advice"), LOSSES)
async def test_a_lost_channel_pauses_its_team_until_it_is_back(
    house: Scene, lost: dict[str, Any], mended: dict[str, Any], advice: str
) -> None:
    """The lead hears once what to do, nobody is asked for weeks, and it goes on by itself."""
    await house.sets_up("ana", CHANNEL)
    await house.run()
    await changes(house, **lost)
    assert advice in "".join(await warnings(house))
    for _ in range(3):
        await house.skip(by=timedelta(weeks=1))
    assert await house.rows(Round) == 0
    assert len(await warnings(house)) == 1
    assert await warnings(house, "bo") == []
    await changes(house, **mended)
    assert (await team(house)).unreachable_at is None
    await house.skip(by=timedelta(days=1))  # Tuesday
    assert await house.rows(Round) == 1


async def test_channels_in_which_nothing_is_new_cost_the_same_however_many_there_are(
    house: Scene,
) -> None:
    """The worker has a look each minute, and looks closer only where something was tried since."""
    await house.sets_up("ana", CHANNEL)
    await house.reads_english("ines")
    await house.sets_up("ines", "#team-maps")
    await house.run()
    await house.run()
    assert (await team(house)).judged
    with counting(house) as read:
        await jobs.judge_channels(house.amp.database, house.amp.say)
    assert len(read) == 2


async def test_a_deleted_channel_is_told_and_the_team_can_be_ended_there(house: Scene) -> None:
    """The card is out of reach with its channel, so the way out is in the message itself."""
    await house.sets_up("ana", CHANNEL)
    await changes(house, deleted=True)
    ana = house.person("ana")
    assert "it is gone" in "".join(await warnings(house))
    await ana.presses("Try again", where=await ana.dm_id())
    assert "it is gone" in (await ana.dm())[-1].text
    await ana.presses("team:end", where=await ana.dm_id())
    await ana.presses("sure:end", where=await ana.dm_id())
    assert await house.rows(Team, Team.ended_at.is_not(None)) == 1


async def test_another_digest_channel_is_saved_although_the_own_one_is_gone(house: Scene) -> None:
    """What the message advises: «Settings», another channel, and Save."""
    await house.sets_up("ana", CHANNEL)
    await changes(house, deleted=True)
    ana = house.person("ana")
    await ana.presses("team:settings", where=await ana.dm_id())
    await house.slack.until(ana.modal)
    assert await ana.submits({"Where the digest goes": "general"})

    async def saved() -> bool:
        modal = await ana.modal()
        return modal is not None and "Saved" in modal.text

    await house.slack.until(saved)
    assert (await team(house)).digest_channel_id != (await team(house)).channel_id


async def test_a_read_only_channel_is_told_and_tried_again(house: Scene) -> None:
    """The first message is refused; once Amp may post, one press sends it."""
    channel = next(
        c for c in house.slack.world.workspace().channels.values() if c.name == "team-product"
    )
    channel.posting = "read_only"
    await house.sets_up("ana", CHANNEL)
    await house.run()
    assert "only some people may post there" in "".join(await warnings(house))
    channel.posting = "everyone"
    ana = house.person("ana")
    await ana.presses("Try again", where=await ana.dm_id())
    await house.run()
    assert "has set up a pulse" in (await house.person("bo").reads(CHANNEL))[-1].text
    assert (await team(house)).unreachable_at is None


async def test_a_lead_of_two_teams_chooses_which_one_is_meant(house: Scene) -> None:
    """In the direct message with Amp, where no channel says it."""
    await house.sets_up("ana", CHANNEL)
    await house.sets_up("ana", "#team-maps")
    ana = house.person("ana")
    where = await ana.dm_id()
    await ana.types("/amp pause 3", where)
    await ana.presses("team-maps", where=where)
    assert "*team-maps* is paused" in (await ana.dm())[-1].text
    await ana.types("/amp trends", where)
    await ana.presses("team-product", where=where)
    assert "team-product" in (await ana.dm())[-1].text


async def test_of_two_teams_the_one_whose_channel_is_deleted_is_chosen_too(house: Scene) -> None:
    """No command can be typed in its channel any more; it is chosen, shown, and paused."""
    await house.sets_up("ana", "#team-maps")
    await house.sets_up("ana", CHANNEL)
    await changes(house, deleted=True)
    ana = house.person("ana")
    where = await ana.dm_id()
    await ana.types("/amp team", where)
    await ana.presses("team-product", where=where)
    assert "*team-product*" in (await ana.dm())[-1].text + str((await ana.dm())[-1].blocks)
    await ana.types("/amp pause 3", where)
    await ana.presses("team-product", where=where)
    assert "*team-product* is paused" in (await ana.dm())[-1].text
    async with house.amp.database.read() as session:
        paused = await session.scalars(select(Team.name).where(Team.paused_until.is_not(None)))
        assert paused.all() == ["team-product"]


async def test_nobody_but_people_of_the_workspace_can_lead(house: Scene) -> None:
    """Amp itself, a bot: said under the field, and nothing is saved."""
    ana = house.person("ana")
    await ana.types("/amp setup", CHANNEL)
    await house.slack.until(ana.modal)
    for who in ("amp", "dale"):
        told = await ana.submits({"Leads": [who]})
        assert "a person of this workspace" in told.errors["Leads"]
    assert await house.rows(Team) == 0


async def test_what_changes_for_everybody_is_told_where_the_digest_goes(house: Scene) -> None:
    """Pausing, going on, ending: one line each, with who did it."""
    await house.sets_up("ana", CHANNEL)
    ana = house.person("ana")
    for command, line in (
        ("/amp pause 2", "has paused the pulse"),
        ("/amp resume", "has resumed the pulse"),
    ):
        await ana.types(command, CHANNEL)
        await house.run()
        read = await house.person("bo").reads(CHANNEL)
        assert [line in message.text for message in read].count(True) == 1
    await surely(ana, "/amp pause")
    await house.run()
    assert "until further notice" in (await house.person("bo").reads(CHANNEL))[-1].text
