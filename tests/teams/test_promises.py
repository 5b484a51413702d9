"""Wherever a date of the next round stands, it is so for whoever reads it, in every state."""

import re
from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update

from bot import clock
from bot.heartbeat import Heartbeat
from bot.pulse.models import Round
from bot.teams.models import Member, Person, Team
from tests.house import Scene, ends_team, scene, surely
from tests.localslack.places import user_id
from tests.tools.conftest import window

CHANNEL = "#team-product"
COMMANDS = ("/amp team", "/amp status", "/amp pulse")
A_DATE = "<!date"


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        await made.reads_english("bo")
        await made.sets_up("ana", CHANNEL)
        await made.run()
        yield made


async def says(house: Scene, name: str, typed: str) -> str:
    """What somebody reads then, with the moments in it as Slack gets them."""
    person = house.person(name)
    await person.types(typed, CHANNEL)
    await house.slack.settled()
    newest = (await person.reads(CHANNEL))[-1]
    return newest.text + str(newest.blocks)


async def everywhere(house: Scene, name: str) -> dict[str, str]:
    """All that tells somebody of the next round."""
    told = {typed: await says(house, name, typed) for typed in COMMANDS}
    return {**told, "Home": str(await house.person(name).home())}


async def write(house: Scene, name: str, **values: object) -> None:
    """Somebody's place in the team, as it may have come about."""
    its = select(Person.id).where(Person.user_id == user_id(house.slack, name))
    async with house.amp.database.begin() as session:
        mine = Member.person_id == its.scalar_subquery()
        await session.execute(update(Member).where(mine).values(**values))


async def shrinks(house: Scene) -> None:
    gone = ["carla", "dmitri", "elif", "femi"]
    await house.slack.driver.post("channels", id=CHANNEL, kick=gone)
    await house.slack.settled()


async def loses_its_channel(house: Scene) -> None:
    async with house.amp.database.begin() as session:
        lost = {"unreachable_at": clock.now(), "unreachable_why": "archived"}
        await session.execute(update(Team).values(**lost))


async def pauses(house: Scene) -> None:
    await surely(house.person("ana"), "/amp pause")


async def bo_goes_away(house: Scene) -> None:
    await house.person("bo").types("/amp away", CHANNEL)


STATES = [
    (shrinks, "five people"),
    (loses_its_channel, "channel"),
    (pauses, "pause"),
    (bo_goes_away, "once you are back"),
]


async def test_whoever_is_asked_reads_a_day_everywhere(house: Scene) -> None:
    """The same moment, whichever way they look."""
    told = await everywhere(house, "bo")
    moments = {where: said.split(A_DATE)[1][:12] for where, said in told.items()}
    assert len(set(moments.values())) == 1, moments


@pytest.mark.parametrize(("happens", "why"), STATES)
async def test_where_nothing_is_coming_no_day_is_told_and_why(
    house: Scene, happens: object, why: str
) -> None:
    """On the card, in the status, where one would answer, and on Home."""
    assert callable(happens)
    await happens(house)
    for where, said in (await everywhere(house, "bo")).items():
        assert A_DATE not in said, where
        assert why in said.lower(), where


async def test_a_lead_from_elsewhere_reads_when_the_others_are_asked(house: Scene) -> None:
    """And that they aren't, in the same breath."""
    await write(house, "ana", is_asked=False)
    for where, said in (await everywhere(house, "ana")).items():
        assert "you aren't among those" in said.lower(), where
        assert (A_DATE in said) is (where in ("/amp team", "/amp status")), where


async def test_whoever_is_left_out_or_forgotten_is_promised_nothing(house: Scene) -> None:
    """They may see the card of the team in whose channel they are."""
    await write(house, "hiro", left_out=True)
    await house.reads_english("hiro")
    await surely(house.person("bo"), "/amp forget me")
    for name in ("hiro", "bo"):
        assert "you aren't among those" in (await says(house, name, "/amp team")).lower()


async def test_receipts_of_a_small_team_speak_of_cards_or_of_nothing(house: Scene) -> None:
    """Resumed, paused for some weeks, and where the channel reads of it."""
    await shrinks(house)
    told = await says(house, "ana", "/amp pause 2")
    assert "is paused until" in told
    assert "question to talk about" in told
    assert "next round" not in told.lower()
    await house.run()
    assert "next round" not in (await house.person("ana").reads(CHANNEL))[-1].text.lower()
    async with house.amp.database.begin() as session:
        await session.execute(update(Team).values(wants_cards=False))
    told = await says(house, "ana", "/amp resume")
    assert "question to talk about" not in told
    assert "next round" not in told.lower()


async def test_who_comes_back_reads_what_holds_for_them(house: Scene) -> None:
    """From an absence, or from being left alone: with a day only where there is one."""
    bo = house.person("bo")
    await bo_goes_away(house)
    assert A_DATE in await says(house, "bo", "/amp back")
    await shrinks(house)
    await bo_goes_away(house)
    assert "asks once five people" in await says(house, "bo", "/amp back")
    await surely(bo, "/amp forget me")
    await bo.types("/amp pulse", CHANNEL)
    await bo.presses("Ask me again", where=CHANNEL)
    told = str((await bo.reads(CHANNEL))[-1])
    assert "Welcome back" in told
    assert "asks once five people" in told


async def test_a_team_without_a_lead_is_said_to_do_no_more_than_it_does(house: Scene) -> None:
    """Paused by the lead who left: that its pulse goes on would not be so."""
    await pauses(house)
    await house.slack.driver.post("channels", id=CHANNEL, kick=["ana"])
    await house.slack.settled()
    await house.run()
    asked = [m.text for m in await house.person("bo").dm() if "Nobody leads" in m.text]
    assert asked
    assert "goes on" not in asked[0]


async def test_who_is_asked_no_more_is_counted_as_everywhere(house: Scene) -> None:
    """A number that were smaller than the card's would tell that somebody wants no part."""
    ana = house.person("ana")
    await surely(house.person("bo"), "/amp forget me")
    assert "8 people are asked" in await says(house, "ana", "/amp team")
    assert "8 people are not asked until then" in await says(house, "ana", "/amp pause")
    await ana.types("/amp team", CHANNEL)
    await ana.presses("team:end", where=CHANNEL)
    assert "8 people are no longer asked" in str((await ana.reads(CHANNEL))[-1])


async def test_a_form_and_what_comes_of_it_count_the_same_people(house: Scene) -> None:
    """Of a team that is set up once more: else one could count who wants no part."""
    ana = house.person("ana")
    await surely(house.person("bo"), "/amp forget me")
    await ends_team(ana, CHANNEL)
    assert await ana.types("/amp setup", CHANNEL)
    told = [(await window(ana, says="will get five short questions")).text]
    assert await ana.submits()
    told.append((await window(ana, says="is set up")).text)
    await ana.closes()
    told.append(await says(house, "ana", "/amp team"))
    assert [re.search(r"\d+ (?=people)", one)[0] for one in told] == ["8 "] * 3  # type: ignore[index]


NO_WORKER = "nothing is opened, sent or closed until one is"


async def loses_its_workers(house: Scene) -> None:
    async with house.amp.database.begin() as session:
        await session.execute(delete(Heartbeat))


async def test_without_a_worker_every_receipt_says_so(house: Scene) -> None:
    """Whatever was typed or pressed; with a worker it then happens."""
    ana = house.person("ana")
    asked = ("/amp away until 2026-12-24", "/amp back", "/amp pause 2", "/amp resume")
    for typed in asked:
        assert NO_WORKER not in await says(house, "ana", typed)
    await loses_its_workers(house)
    for typed in asked:
        assert NO_WORKER in await says(house, "ana", typed), typed
    await surely(ana, "/amp pulse now")
    assert NO_WORKER in (await ana.reads(CHANNEL))[-1].text
    await house.run()
    assert await house.rows(Round) == 1


async def test_without_a_worker_a_set_up_says_so_too(house: Scene) -> None:
    """It promises invitations; the form before it promises nothing."""
    ana = house.person("ana")
    await ends_team(ana, CHANNEL)
    await loses_its_workers(house)
    assert await ana.types("/amp setup", CHANNEL)
    assert NO_WORKER not in (await window(ana, says="will get five short questions")).text
    assert await ana.submits()
    assert NO_WORKER in (await window(ana, says="is set up")).text


async def test_a_pause_that_is_over_is_told_nowhere(house: Scene) -> None:
    """Weeks later everything speaks of the next round alone."""
    await house.person("ana").types("/amp pause 2", CHANNEL)
    assert any("paused until" in told for told in (await everywhere(house, "bo")).values())
    await house.skip(by=timedelta(weeks=4))
    for where, told in (await everywhere(house, "bo")).items():
        assert "is paused" not in told, where
        assert "pause until" not in told, where


async def test_a_week_that_has_had_its_round_is_not_promised_again(house: Scene) -> None:
    """Asked on Monday; whatever a lead changes then, Tuesday of this week is over for the team."""
    ana = house.person("ana")
    await surely(ana, "/amp pulse now")
    await house.run()
    before = await day_told(house, "ana")
    await ana.types("/amp pause 1", CHANNEL)
    await ana.types("/amp resume", CHANNEL)
    assert await day_told(house, "ana") == before
    await ana.types("/amp setup", CHANNEL)
    await shows(house, "ana", "Name of the team")
    assert await ana.submits({"Day": "Thursday"})
    await shows(house, "ana", "Saved")
    async with house.amp.database.read() as session:
        team = await session.get_one(Team, 1)
        assert team.next_day == date(2026, 12, 3)


async def shows(house: Scene, name: str, words: str) -> None:
    """Wait until somebody's window says so."""

    async def says_so() -> bool:
        window = await house.person(name).modal()
        return window is not None and words in window.text

    await house.slack.until(says_so)


async def day_told(house: Scene, name: str) -> str:
    return (await says(house, name, "/amp team")).split(A_DATE)[1][:12]


async def test_a_team_out_of_reach_is_not_asked_now_and_does_not_go_on(house: Scene) -> None:
    """What would happen next is that its channel can be posted to again."""
    await loses_its_channel(house)
    assert "can't post to" in await says(house, "ana", "/amp pulse now")
    await house.person("ana").types("/amp pause 2", CHANNEL)
    told = await says(house, "ana", "/amp resume")
    assert "goes on" not in told
    assert "I can't post to" in told


async def test_what_was_not_paused_is_not_told_to_go_on(house: Scene) -> None:
    """Whoever types it reads when the next round is; the channel reads nothing."""
    assert "The next round opens" in await says(house, "ana", "/amp resume")
    await house.run()
    read = await house.person("bo").reads(CHANNEL)
    assert not [message for message in read if "go on" in message.text]


async def test_a_round_that_is_open_as_its_team_ends_is_told_of_as_it_is(house: Scene) -> None:
    """It can be answered until it closes, and its digest comes."""
    await house.skip(by=timedelta(days=1))
    ana = house.person("ana")
    await ana.types("/amp team", CHANNEL)
    await ana.presses("team:end", where=CHANNEL)
    asked = str((await ana.reads(CHANNEL))[-1])
    await ana.presses("sure:end", where=CHANNEL)
    ended = str((await ana.reads(CHANNEL))[-1])
    for said in (asked, ended):
        assert "until it closes" in said, said
    for name in ("ana", "bo", "carla", "dmitri", "elif", "femi"):
        await house.answers(name, rest=4)
    await house.skip(by=timedelta(days=6))
    await house.run()
    assert len(await house.digests(CHANNEL)) == 1
