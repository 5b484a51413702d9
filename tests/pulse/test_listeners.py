"""Answering as people do it, and everything that can go wrong with it."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.pulse.models import Ballot, Participation, Round
from tests.house import Scene, scene

PRODUCT = ["ana", "bo", "carla", "dmitri", "elif", "femi", "grace", "hiro"]


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    """A team whose round is open."""
    async with scene(sqlite_url, tmp_path) as made:
        await made.sets_up("ana", "#team-product")
        await made.person("ana").types("/amp pulse now", "#team-product")
        await made.run()
        yield made


async def told(house: Scene, name: str, channel: str = "#team-product") -> str:
    return (await house.person(name).reads(channel))[-1].text


async def test_the_form_asks_five_things_and_each_may_be_left_out(house: Scene) -> None:
    """Three anchors, two in turn, one answer is enough."""
    bo = house.person("bo")
    await bo.presses("Answer", where=await bo.dm_id())
    form = await bo.modal(timeout=10)
    assert len(form.labels) == 5
    result = await bo.submits({form.labels[3]: "4"})
    assert result
    assert "Sealed" in (await bo.modal()).text
    assert await house.rows(Ballot) == 1


async def test_an_empty_form_is_not_sent(house: Scene) -> None:
    """It stays open and says so under the first question."""
    bo = house.person("bo")
    await bo.presses("Answer", where=await bo.dm_id())
    form = await bo.modal(timeout=10)
    result = await bo.submits({form.labels[0]: "skip"})
    assert "Nothing is chosen" in result.errors[form.labels[0]]
    assert await house.rows(Ballot) == 0


async def test_the_receipt_and_all_traffic_are_the_same_whatever_is_answered(
    house: Scene,
) -> None:
    """Somebody who watches every request learns nothing about the answers."""
    seen = []
    for name, value in (("bo", 1), ("carla", 5)):
        before = len(house.slack.calls())
        person = house.person(name)
        await person.presses("Answer", where=await person.dm_id())
        form = await person.modal(timeout=10)
        await person.submits({label: str(value) for label in form.labels})
        calls = [
            (c.method, {k: v for k, v in c.arguments.items() if k != "trigger_id"})
            for c in house.slack.calls()[before:]
        ]
        seen.append((calls, (await person.modal()).text, [m.text for m in await person.dm()]))
    assert seen[0] == seen[1]


async def test_answering_twice_replaces_and_says_so(house: Scene) -> None:
    """The second form tells that there was a first; the invitation is never edited."""
    await house.answers("bo", rest=2)
    bo = house.person("bo")
    await bo.presses("Answer", where=await bo.dm_id())
    assert "answered already" in (await bo.modal(timeout=10)).text
    await bo.submits(dict.fromkeys((await bo.modal()).labels, "4"))
    assert await house.rows(Ballot) == await house.rows(Participation) == 1
    assert not house.slack.calls("chat.update")


async def test_a_form_sent_after_close_is_told_so_and_changes_nothing(house: Scene) -> None:
    """Opened in time, sent too late."""
    bo = house.person("bo")
    await bo.presses("Answer", where=await bo.dm_id())
    form = await bo.modal(timeout=10)
    await house.skip(by=timedelta(days=5))
    await bo.submits(dict.fromkeys(form.labels, "1"))
    assert "has closed" in (await bo.modal()).text
    assert await house.rows(Ballot) == 0


async def test_the_button_of_a_closed_round_says_so(house: Scene) -> None:
    """In a DM that is still there a month later."""
    await house.skip(by=timedelta(days=5))
    bo = house.person("bo")
    await bo.presses("Answer", where=await bo.dm_id())
    assert "has closed" in (await bo.dm())[-1].text


async def test_whoever_joined_later_hears_when_they_are_asked(house: Scene) -> None:
    """`/amp pulse` by somebody who is in no open round."""
    jack = house.person("jack")
    await jack.types("/amp pulse", "#general")
    assert "in no team yet" in await told(house, "jack", "#general")


async def test_amp_pulse_opens_the_form_too(house: Scene) -> None:
    """From any channel."""
    bo = house.person("bo")
    await bo.types("/amp pulse", "#general")
    assert (await bo.modal(timeout=10)).title == "Your week"


async def test_asking_twice_is_refused_with_the_reason(house: Scene) -> None:
    """The round is open already; once closed, it has happened."""
    ana = house.person("ana")
    await ana.types("/amp pulse now", "#team-product")
    assert "open already" in await told(house, "ana")
    await ana.types("/amp pulse close", "#team-product")
    assert "closes now" in await told(house, "ana")
    await house.run()
    await ana.types("/amp pulse now", "#team-product")
    assert "has happened already" in await told(house, "ana")
    await ana.types("/amp pulse close", "#team-product")
    assert "No round is open" in await told(house, "ana")
    assert await house.rows(Round) == 1


async def test_the_status_tells_no_count_while_a_round_is_open(house: Scene) -> None:
    """How many answered could be watched going up, person by person."""
    ana = house.person("ana")
    await ana.types("/amp status", "#team-product")
    before = await told(house, "ana")
    await house.answers("bo", rest=3)
    await ana.types("/amp status", "#team-product")
    assert await told(house, "ana") == before
    assert "is open until" in before


async def test_whoever_wants_no_part_is_left_alone(house: Scene) -> None:
    """`/amp forget me` takes the ballot back, asks no more, and can be undone."""
    await house.answers("bo", rest=1)
    bo = house.person("bo")
    await bo.types("/amp forget me", "#team-product")
    assert "You are asked no more" in await told(house, "bo")
    assert await house.rows(Ballot) == await house.rows(Participation) == 0
    await house.skip(by=timedelta(days=8))
    assert len(await bo.dm()) == 1
    await bo.types("/amp pulse", "#general")
    await bo.presses("Ask me again", where="#general")
    await house.skip(by=timedelta(days=7))
    assert len(await bo.dm()) == 2


async def test_a_statement_is_asked_in_the_language_of_slack_only_if_all_are(
    house: Scene,
) -> None:
    """Half a form in each language would be two questionnaires."""
    dmitri = house.person("dmitri")  # his Slack speaks German
    await dmitri.presses("Answer", where=await dmitri.dm_id())
    texts = set((await dmitri.modal(timeout=10)).labels)
    english = {item.text for item in house.amp.content.locale("en").items.values()}
    assert texts <= english or not texts & english
