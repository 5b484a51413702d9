"""What a workspace's admins decide for all its teams, and what they see of them."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import select, update

from bot import clock
from bot.digest.rollup import subscriptions
from bot.digest.rollup.models import RollUp
from bot.keeping import jobs
from bot.pulse.models import Round
from bot.teams.models import GROUP, Team, Workspace
from tests.house import Scene, counting, scene, surely

CHANNEL = "#team-product"


@pytest.fixture
async def house(database_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(database_url, tmp_path) as made:
        await made.sets_up()
        await made.run()
        yield made


async def opens(house: Scene, name: str = "ana") -> str:
    """What stands in the form."""
    person = house.person(name)
    await person.types("/amp workspace", "#general")

    async def shown() -> str | None:
        modal = await person.modal()
        return modal.text if modal and modal.labels else None

    found: str = await house.slack.until(shown)
    return found


async def saves(house: Scene, **values: str) -> str:
    """Ana's window after she has chosen these: by the ids of the fields."""
    await opens(house)
    ana = house.person("ana")
    assert await ana.submits(dict(values))
    modal = await ana.modal()
    assert modal is not None
    return modal.text


async def test_an_admin_sees_which_teams_there_are_and_no_number_of_any(house: Scene) -> None:
    """A private channel's is only counted: its name is for who is in it."""
    assert "One team" in await opens(house)
    await house.person("ana").closes()
    await house.sets_up("ines", "#team-maps")
    async with house.amp.database.begin() as session:
        await session.execute(update(Team).where(Team.name == "team-maps").values(is_private=True))
    told = await opens(house)
    assert "2 teams" in told
    assert "team-product" in told
    assert "next round" in told
    assert "team-maps" not in told
    assert "one of a private channel" in told


async def test_a_channel_that_has_become_private_is_not_named(house: Scene) -> None:
    """Slack tells no app of it; so Amp looks right before, and not only before a round."""
    [workspace] = house.slack.world.workspaces.values()
    channel = workspace.channel(CHANNEL)
    assert channel is not None
    channel.kind = "group"
    told = await opens(house)
    assert "team-product" not in told
    assert "one of a private channel" in told


async def test_a_team_that_asks_nobody_says_why(house: Scene) -> None:
    """Paused, or out of reach."""
    assert await surely(house.person("ana"), "/amp pause")
    assert "paused" in await opens(house)
    await house.person("ana").closes()
    async with house.amp.database.begin() as session:
        await session.execute(update(Team).values(unreachable_at=clock.now()))
    assert "can't post to" in await opens(house)
    await house.person("ana").closes()
    async with house.amp.database.begin() as session:
        await session.execute(update(Team).values(unreachable_why=GROUP))
    told = await opens(house)
    assert "nobody is there to be asked" in told
    assert "paused" not in told


async def many(house: Scene, teams: int) -> None:
    """So many teams more, each in a channel of its own, and all with long names."""
    [workspace] = house.slack.world.workspaces.values()
    world = house.slack.world
    made = [world.add_channel(workspace, "channel", f"many-{n}", members=[]) for n in range(teams)]
    async with house.amp.database.begin() as session:
        one = (await session.scalars(select(Team))).one()
        values = {c.name: getattr(one, c.name) for c in Team.__table__.columns if c.name != "id"}
        for n, channel in enumerate(made):
            changed = {"name": f"team {n:02} {'x' * 70}", "channel_id": channel.id}
            session.add(Team(**{**values, **changed}))


async def test_of_many_teams_the_first_forty_are_told_whole_and_the_others_counted(
    house: Scene,
) -> None:
    """In as few statements as one team is, and saving reads no team at all."""
    with counting(house) as few:
        await opens(house)
    await house.person("ana").closes()
    await many(house, 60)
    async with house.amp.database.begin() as session:
        last = update(Team).where(Team.name.startswith("team 59"))
        await session.execute(last.values(is_private=None))
    with counting(house) as read:
        told = await opens(house)
    assert "61 teams" in told
    assert "team 38" in told
    assert "team 40" not in told
    assert "and 20 more" in told
    assert "one of a private channel" in told
    assert "…" not in told
    assert len(read) <= len(few)
    with counting(house) as written:
        assert await house.person("ana").submits({"pay": []})
        await house.slack.settled()
    assert not [statement for statement in written if "FROM team" in statement]


async def test_the_roll_up_can_be_left_to_admins(house: Scene) -> None:
    """A lead who is none reads who decides; an admin who leads nothing turns it on."""
    await house.reads_english("ines")
    await house.sets_up("ines", "#team-maps")
    ines = house.person("ines")
    await ines.types("/amp rollup", "#team-maps")
    await house.slack.until(ines.modal)  # every lead may, as things are
    assert "Only admins turn the roll-up" in await saves(house, rollups="admins")
    await house.person("ana").closes()
    await ines.submits({"channel": "#general"})  # the form was open by then
    await house.slack.settled()
    assert await house.rows(RollUp) == 0
    await ines.closes(clear=True)
    await ines.types("/amp rollup", "#team-maps")
    assert "only its admins turn" in (await ines.reads("#team-maps"))[-1].text

    async with house.amp.database.begin() as session:
        await session.execute(
            update(Team).where(Team.name == "team-product").values(ended_at=clock.now())
        )
    ana = house.person("ana")
    await ana.types("/amp rollup", "#general")
    await house.slack.until(ana.modal)
    assert await ana.submits({"channel": "#general"})
    await house.slack.settled()
    assert await house.rows(RollUp) == 1


async def test_a_workspace_in_which_nobody_is_an_admin_works_by_the_defaults(house: Scene) -> None:
    """Leads turn the roll-up on, anybody starts a team; and who looks reads who could decide."""
    await house.slack.driver.post("people", id="ana", is_admin=False)
    await house.slack.settled()
    ana = house.person("ana")
    await ana.types("/amp workspace", "#general")
    assert "Only an admin or owner" in (await ana.reads("#general"))[-1].text
    await house.reads_english("ines")
    await house.sets_up("ines", "#team-maps")
    ines = house.person("ines")
    await ines.types("/amp rollup", "#team-maps")
    await house.slack.until(ines.modal)
    assert await ines.submits({"channel": "#general"})
    await house.slack.settled()
    assert await house.rows(RollUp) == 1


async def test_an_admin_without_a_team_turns_the_roll_up_on_by_their_own_clock(
    house: Scene,
) -> None:
    """And in their language; leads read that it is the admins' to turn off, if it is."""
    assert "Only admins turn the roll-up" in await saves(house, rollups="admins")
    await house.slack.driver.post("people", id="keala", is_admin=True, locale="de-DE")
    await house.slack.settled()
    keala = house.person("keala")
    await keala.types("/amp rollup", "#general")
    await house.slack.until(keala.modal)
    assert await keala.submits({"channel": "#general"})
    await house.slack.settled()
    async with house.amp.database.read() as session:
        rollup = (await session.scalars(select(RollUp))).one()
        assert rollup.zone == "Pacific/Honolulu"
        assert await subscriptions.language(session, rollup) == "de-DE"
    await house.skip(by=timedelta(days=1))
    [told] = [one.text for one in await house.person("ana").dm() if "monthly roll-up" in one.text]
    assert "this workspace's admins turn it off" in told


async def a_past(house: Scene, weeks: int) -> None:
    """A closed round each week."""
    async with house.amp.database.begin() as session:
        team = (await session.scalars(select(Team))).one()
        for n in range(weeks):
            at = clock.now() - timedelta(weeks=weeks - n, hours=-1)
            session.add(
                Round(
                    team_id=team.id, week=f"past-{n}", number=n + 1, day=at.date(), opened_at=at,
                    closes_at=at, closed_at=at, items=[], wordings={}, asked=5, answered=5,
                    public_key=bytes(32), key_name=f"past-{n}",
                )
            )  # fmt: skip


async def test_digests_can_be_kept_for_less_time_and_that_is_asked_once_more(house: Scene) -> None:
    """For good, in all teams: so the button says so first, and nothing goes before that."""
    await a_past(house, 40)
    assert "is deleted within the hour" in await saves(house, kept="26")
    assert await house.rows(Workspace, Workspace.keep_digests.is_not(None)) == 0
    ana = house.person("ana")
    assert await ana.submits()
    modal = await ana.modal()
    assert modal is not None
    assert "for 26 weeks at most" in modal.text
    await ana.closes()
    await jobs.forget_old(house.amp.database, house.settings)
    assert await house.rows(Round) == 26
    await ana.types("/amp pulse now", CHANNEL)
    await house.slack.settled()
    assert "26 weeks after their close" in await told_of_oneself(house)


async def told_of_oneself(house: Scene) -> str:
    """What `/amp privacy` says, of somebody who was asked."""
    ana = house.person("ana")
    assert await surely(ana, "/amp pulse now")
    await house.run()
    await ana.types("/amp privacy", CHANNEL)

    async def said() -> str | None:
        text = (await ana.reads(CHANNEL))[-1].text
        return text if "Rounds that asked you" in text else None

    found: str = await house.slack.until(said)
    return found


async def test_keeping_longer_is_not_asked_twice_and_outlives_nothing(house: Scene) -> None:
    """What whoever runs Amp has set holds besides, where it is shorter."""
    await a_past(house, 40)
    async with house.amp.database.begin() as session:
        workspace_id = house.slack.world.workspace().id
        row = Workspace(workspace_id=workspace_id, may_start="members", keep_digests=26)
        await session.merge(row)
    assert "for 104 weeks at most" in await saves(house, kept="104")
    settings = replace(house.settings, keep_digests=30)
    await jobs.forget_old(house.amp.database, settings)
    assert await house.rows(Round) == 30
