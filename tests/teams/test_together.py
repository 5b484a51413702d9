"""Two teams that are too small for numbers, asked as one: as their leads and people live it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.digest.webhook.models import Webhook, WebhookCall
from bot.errors import NotALead
from bot.pulse.models import Round
from bot.slack.requests import Actor
from bot.teams import membership, roster
from bot.teams.models import Team
from bot.teams.together import pairing
from bot.teams.together.pairing import NoSister, RequestOver
from tests.house import Scene, ends_team, newest_answer, only, scene, statements
from tests.localslack.places import user_id
from tests.test_main_path import TUESDAY

MAPS, PLATFORM = ["jack", "liam", "maya"], ["yara", "zoe", "arjun", "bea"]
SMALL, TOGETHER = "Until there are 5 of you", "Together with the team of"
WEEK = timedelta(weeks=1)


@pytest.fixture
async def house(database_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(database_url, tmp_path) as made:
        gone = ["ines", "keala", "noor", "omar"]
        await made.slack.driver.post("channels", id="#team-maps", kick=gone)
        await made.slack.driver.post("channels", id="#team-platform", kick=["ana"])
        await made.sets_up("jack", "#team-maps")
        yield made


async def says(house: Scene, name: str, part: str) -> bool:
    async def look() -> bool:
        modal = await house.person(name).modal()
        return modal is not None and part in modal.text

    found: bool = await house.slack.until(look)
    return found


async def asks(house: Scene, channel: str = "#team-maps", by: str = "yara") -> None:
    """In the form of the set-up, where the size is known."""
    lead = house.person(by)
    assert await lead.types("/amp setup", "#team-platform")
    assert await says(house, by, "Fewer than five people")
    assert await lead.submits({SMALL: "together", TOGETHER: channel})
    assert await says(house, by, "have been asked whether")
    await lead.closes(clear=True)
    await house.skip(by=timedelta(hours=5))  # it is day in Denver


async def agrees(house: Scene) -> None:
    jack = house.person("jack")
    await jack.presses("together:agree", where=await jack.dm_id())
    await house.run()


async def opens(house: Scene) -> None:
    """Ten o'clock comes to everybody, from Singapore to Denver."""
    for hours in (-9, 0, 6):
        await house.skip(to=TUESDAY + timedelta(hours=hours))


async def read(house: Scene, channel: str) -> list[str]:
    name = "jack" if channel == "#team-maps" else "yara"
    return [message.text for message in await house.person(name).reads(channel)]


async def of(session: AsyncSession, name: str) -> Team:
    found = await session.scalar(select(Team).where(Team.name == name))
    assert found is not None
    return found


async def team(house: Scene, name: str) -> Team:
    async with house.amp.database.read() as session:
        return await of(session, name)


async def test_from_the_set_up_to_one_digest_in_both_channels_and_to_the_end(house: Scene) -> None:
    """Asked, agreed, asked as one, told as one in both; ended, each is small again."""
    await asks(house)
    jack = house.person("jack")
    wished = (await jack.dm())[-1].text
    assert "team-platform" in wished
    assert "no numbers of either alone" in wished
    await agrees(house)
    async with house.amp.database.begin() as session:
        maps = (await session.scalars(select(Team).where(Team.name == "team-maps"))).one()
        webhook = Webhook(
            team_id=maps.id, url="https://example.org", secret=b"", set_at=clock.now()
        )
        session.add(webhook)
    for channel in ("#team-maps", "#team-platform"):
        told = only([one for one in await read(house, channel) if "are asked together" in one])
        assert "team-maps" in told
        assert "team-platform" in told

    await opens(house)
    for name in MAPS + PLATFORM:
        assert "team-maps + team-platform" in (await house.person(name).dm())[-1].text, name
    for n, name in enumerate(MAPS[:2] + PLATFORM):
        await answers(house, name, n, f"Thought {n}")
    await closes(house)
    for channel, name in (("#team-maps", "jack"), ("#team-platform", "zoe")):
        told = only(await house.digests(channel, name))
        assert [f"Thought {n}" in str(await thread(house, channel, name)) for n in range(6)] == [
            True
        ] * 6
        assert "team-maps + team-platform" in told
        assert "Of team-maps and team-platform together" in told
        assert "6 of 7" in told
    assert not await house.rows(WebhookCall), "the other channel has not heard of the address"

    await house.person("yara").types("/amp team", "#team-platform")
    await house.person("yara").presses("together:end", where="#team-platform")
    await house.run()
    for channel in ("#team-maps", "#team-platform"):
        assert "no longer asked together" in (await read(house, channel))[-1]
    await house.skip(to=TUESDAY + WEEK + timedelta(hours=6))
    assert await house.rows(Round) == 1
    assert [one for one in await read(house, "#team-platform") if "To talk about" in one]


async def test_a_team_is_asked_only_if_its_lead_could_agree_and_both_are_small(
    house: Scene,
) -> None:
    """Each reason is told under the field, before anything is kept; a private one stays unsaid."""
    await house.sets_up("ana", "#team-product")
    await house.slack.driver.post("channels", id="#leads", invite=["amp"], kick=["yara"])
    await house.sets_up("priya", "#leads")
    await house.slack.driver.post("channels", id="#team-platform", invite=["ana"], kick=["bea"])
    yara = house.person("yara")
    assert await yara.types("/amp setup", "#team-platform")
    assert await says(house, "yara", "Fewer than five people")
    for channel, why in {
        "": "I know of no team there",
        "#general": "I know of no team there",  # nor does anybody
        "#team-product": "Only teams of fewer than five",
    }.items():
        sent = await yara.submits({SMALL: "together", **({TOGETHER: channel} if channel else {})})
        assert why in sent.errors[TOGETHER], (channel, sent)
    await leads_gone(house)
    sent = await yara.submits({SMALL: "together", TOGETHER: "#team-maps"})
    assert "Nobody leads that team" in sent.errors[TOGETHER]
    assert not await yara.dm()


async def leads_gone(house: Scene) -> None:
    async with house.amp.database.begin() as session:
        for member in (await roster.read(session, await of(session, "team-maps"))).members:
            member.is_lead = False


async def test_a_private_team_is_nobodys_choice_who_is_not_in_it(house: Scene) -> None:
    """Even where its channel's id is known; for who is in it, it is like any other."""
    await asks(house)
    async with house.amp.database.begin() as session:
        maps, platform = await of(session, "team-maps"), await of(session, "team-platform")
        await pairing.withdraw(session, platform)
        maps.is_private = True
        yara, at = Actor(maps.workspace_id, user_id(house.slack, "yara")), clock.now()
        with pytest.raises(NoSister):
            await pairing.find(session, yara, maps.channel_id, platform)
        human = roster.Human(yara.user_id, "UTC", None, is_guest=False, is_active=True)
        await membership.join(session, maps, human, at=at)
        assert await pairing.find(session, yara, maps.channel_id, platform) is maps


async def test_a_request_is_declined_withdrawn_or_lapses(house: Scene) -> None:
    """Once each; the lead who asked hears it, and an old button says that it is over."""
    await asks(house)
    jack, yara = house.person("jack"), house.person("yara")
    await jack.presses("together:decline", where=await jack.dm_id())
    await house.run()
    assert "would rather not" in (await yara.dm())[-1].text
    await again(house)
    await settings(house, {SMALL: "cards"})
    assert (await team(house, "team-platform")).asked_sister_id is None
    await agrees(house)
    assert "That is over" in (await jack.dm())[-1].text
    await again(house)
    await house.skip(by=timedelta(days=13))
    assert (await team(house, "team-platform")).asked_sister_id is not None
    await house.skip(by=timedelta(days=1, hours=2))
    assert "Nobody has answered" in (await yara.dm())[-1].text
    assert (await team(house, "team-platform")).asked_sister_id is None


async def again(house: Scene) -> None:
    await settings(house, {SMALL: "together", TOGETHER: "#team-maps"})


async def settings(house: Scene, chosen: dict[str, str]) -> None:
    yara = house.person("yara")
    assert await yara.types("/amp setup", "#team-platform")
    assert await yara.submits(chosen)
    assert await says(house, "yara", "Saved")
    await yara.closes(clear=True)
    await house.run()


async def test_only_a_lead_of_the_other_team_agrees_and_two_do_it_once(house: Scene) -> None:
    """Whoever else presses hears who can; of two who press, the second hears that it is over."""
    await asks(house)
    say = house.amp.say
    async with house.amp.database.begin() as session:
        maps, platform = await of(session, "team-maps"), await of(session, "team-platform")
        for name in ("zoe", "yara"):
            with pytest.raises(NotALead):
                await pairing.agree(
                    session, say, platform.id, who(house, name, maps), at=clock.now()
                )
    both = [
        pressing(house, platform.id, who(house, "jack", maps)),
        pressing(house, platform.id, who(house, "jack", maps)),
    ]
    assert sorted(await asyncio.gather(*both)) == ["agreed", "over"]
    found = await team(house, "team-platform")
    assert found.rests
    assert found.called == "team-maps + team-platform"
    assert found.next_opens_at is None


async def pressing(house: Scene, team_id: int, lead: Actor) -> str:
    try:
        async with house.amp.database.begin() as session:
            await pairing.agree(session, house.amp.say, team_id, lead, at=clock.now())
    except RequestOver:
        return "over"
    return "agreed"


def who(house: Scene, name: str, team: Team) -> Actor:
    return Actor(team.workspace_id, user_id(house.slack, name))


async def test_the_one_that_rests_says_whose_rounds_are_its_own(house: Scene) -> None:
    """No pause, pulse or question by its lead; a pause by the other's is read in both channels."""
    await asks(house)
    await agrees(house)
    yara, jack = house.person("yara"), house.person("jack")
    for command in ("/amp pulse now", "/amp pulse close", "/amp pause 2"):
        await yara.types(command, "#team-platform")
        said = (await yara.reads("#team-platform"))[-1].text
        assert "asked together with team-maps" in said.replace("*", ""), command
    await yara.types("/amp status", "#team-platform")
    assert "team-maps + team-platform" in (await yara.reads("#team-platform"))[-1].text
    await yara.types("/amp team", "#team-platform")
    card = (await yara.reads("#team-platform"))[-1].text
    assert "in the rounds of team-maps" in card.replace("*", "")
    await jack.types("/amp pause 2", "#team-maps")
    await house.run()
    for channel in ("#team-maps", "#team-platform"):
        assert any("has paused" in one for one in await read(house, channel)), channel


async def test_who_is_in_both_channels_is_asked_once_and_who_leaves_sees_no_more(
    house: Scene,
) -> None:
    """Its numbers are for the people of both, while they are in one of the channels."""
    await house.slack.driver.post("channels", id="#team-platform", kick=["bea"])
    await house.slack.driver.post("channels", id="#team-platform", invite=["liam"])
    await asks(house)
    await agrees(house)
    await opens(house)
    assert len([one for one in await house.person("liam").dm() if "question" in one.text]) == 1
    for n, name in enumerate([*MAPS, "yara", "zoe", "arjun"]):
        await house.answers(name, q1=2 + n % 2, rest=4)
    await closes(house)
    zoe = house.person("zoe")
    assert "6 of 6" in only(await house.digests("#team-platform", "zoe"))
    await zoe.types("/amp trends", "#team-platform")
    assert "Autonomy" in (await zoe.reads("#team-platform"))[-1].text
    assert "team-maps + team-platform" in str(await zoe.home())
    await house.slack.driver.post("channels", id="#team-platform", kick=["zoe"])
    await house.slack.settled()
    await zoe.types("/amp trends team-maps", "#general")
    assert "Autonomy" not in (await zoe.reads("#general"))[-1].text
    assert "team-maps" not in str(await zoe.home())


async def answers(house: Scene, name: str, value: int, comment: str) -> None:
    person = house.person(name)
    await person.presses(newest_answer(await person.dm()), where=await person.dm_id())
    form = await person.modal(timeout=20)
    assert form is not None
    first, *rest = statements(form)
    chosen: dict[str, str | list[str]] = {first: str(2 + value % 2), **dict.fromkeys(rest, "4")}
    assert await person.submits({**chosen, "Anything that helped or got in the way?": comment})
    await person.closes()


async def thread(house: Scene, channel: str, name: str) -> list[str]:
    """What stands under the digest."""
    read = await house.person(name).reads(channel)
    [digest] = [message for message in read if "How we decide" in message.text]
    return [one.text for one in await house.person(name).reads_thread(channel, digest.ts)]


async def closes(house: Scene) -> None:
    await house.skip(to=TUESDAY + timedelta(days=6, hours=6))  # five days later, by day


async def test_an_open_round_stays_of_both_when_it_ends_and_the_other_team_goes_on(
    house: Scene,
) -> None:
    """The host's team is ended in between: what was promised is told, then each is alone."""
    await asks(house)
    await agrees(house)
    await opens(house)
    for n, name in enumerate(MAPS + PLATFORM):
        await house.answers(name, q1=2 + n % 2, rest=4)
    await ends_team(house.person("jack"), "#team-maps")
    await house.run()
    assert any("no longer asked together" in one for one in await read(house, "#team-platform"))
    await closes(house)
    assert "7 of 7" in only(await house.digests("#team-platform", "zoe"))
    found = await team(house, "team-platform")
    assert not found.rests
    assert found.next_day == (TUESDAY + WEEK).date()
    await house.person("zoe").types("/amp trends", "#team-platform")
    assert "Autonomy" not in (await house.person("zoe").reads("#team-platform"))[-1].text


async def test_a_channel_that_is_gone_is_left_out_until_it_is_back(house: Scene) -> None:
    """Three are asked nothing; once the other channel is there again, both are asked."""
    await asks(house)
    await agrees(house)
    await house.slack.driver.post("channels", id="#team-platform", archived=True)
    await opens(house)
    assert await house.rows(Round) == 0
    assert [one for one in await read(house, "#team-maps") if "To talk about" in one]
    await house.slack.driver.post("channels", id="#team-platform", archived=False)
    await house.run()
    await house.skip(to=TUESDAY + WEEK - timedelta(hours=9))  # it is ten in Singapore
    async with house.amp.database.read() as session:
        assert (await session.scalars(select(Round.asked))).all() == [7]


async def test_a_digest_that_is_lost_in_one_channel_is_its_own_leads_to_mend(house: Scene) -> None:
    """It stands in the other; who leads there hears nothing of it."""
    await asks(house)
    await agrees(house)
    await opens(house)
    for n, name in enumerate(MAPS + PLATFORM):
        await house.answers(name, q1=2 + n % 2, rest=4)
    async with house.amp.database.begin() as session:
        (await of(session, "team-platform")).digest_channel_id = "C0NOWHERE"
    await closes(house)
    assert len(await house.digests("#team-maps", "jack")) == 1
    assert not await house.digests("#team-platform", "zoe")
    yara, jack = house.person("yara"), house.person("jack")
    assert any("undelivered" in str(one.blocks) for one in await yara.dm())
    assert not any("undelivered" in str(one.blocks) for one in await jack.dm())
    async with house.amp.database.begin() as session:
        platform = await of(session, "team-platform")
        platform.digest_channel_id = platform.channel_id
    await yara.presses("undelivered:again", where=await yara.dm_id())
    await house.run()
    assert len(await house.digests("#team-platform", "zoe")) == 1
