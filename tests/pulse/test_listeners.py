"""Answering as people do it, and everything that can go wrong with it."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select, update

from bot import app
from bot.framework.content import Content
from bot.heartbeat import Heartbeat
from bot.pulse.models import Box, Invitation, Round
from bot.slack.models import Delivery, HandledRequest, State
from bot.teams.models import Person as Row
from localslack import Person
from localslack.driver import SeenView
from tests.house import Scene, scene, statements, surely
from tests.pulse.conftest import marked

PRODUCT = ["ana", "bo", "carla", "dmitri", "elif", "femi", "grace", "hiro"]


@pytest.fixture
async def house(
    sqlite_url: str, tmp_path: Path, content: Content, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Scene]:
    """A team whose round is open; what is said in German begins with DE."""
    said = marked(tmp_path / "words")
    monkeypatch.setattr(app, "content_of", lambda _settings: (content, said))
    async with scene(sqlite_url, tmp_path) as made:
        await made.sets_up("ana", "#team-product")
        await surely(made.person("ana"), "/amp pulse now")
        await made.run()
        yield made


async def told(house: Scene, name: str, channel: str = "#team-product") -> str:
    return (await house.person(name).reads(channel))[-1].text


async def opened(person: Person) -> SeenView:
    """The modal on top."""
    found = await person.modal(timeout=20)
    assert found is not None
    return found


async def test_the_form_asks_five_things_and_each_may_be_left_out(house: Scene) -> None:
    """Three anchors, two in turn, one answer is enough."""
    bo = house.person("bo")
    await bo.presses("Answer", where=await bo.dm_id())
    form = await opened(bo)
    assert len(statements(form)) == 5
    result = await bo.submits({form.labels[3]: "4"})
    assert result
    assert "Sealed" in (await opened(bo)).text
    assert await house.rows(Box) == 1


async def test_an_empty_form_is_not_sent(house: Scene) -> None:
    """It stays open and says so under the first question."""
    bo = house.person("bo")
    await bo.presses("Answer", where=await bo.dm_id())
    form = await opened(bo)
    result = await bo.submits({form.labels[0]: "skip"})
    assert "Nothing is chosen" in result.errors[form.labels[0]]
    assert await house.rows(Box) == 0


async def speak(house: Scene, locale: str, *names: str) -> None:
    """Have these people's Slack in a language, without Slack saying so."""
    people = [house.slack.world.workspace().user(name) for name in names]
    async with house.amp.database.begin() as session:
        ids = [person.id for person in people if person]
        await session.execute(update(Row).where(Row.user_id.in_(ids)).values(locale=locale))


@pytest.mark.parametrize(("locale", "thanks"), [("sv-SE", "Thank you"), ("de-DE", "DE Thank you")])
async def test_the_receipt_and_all_traffic_are_the_same_whatever_is_answered(
    house: Scene, locale: str, thanks: str
) -> None:
    """Somebody who watches every request learns nothing about the answers, in no language."""
    await speak(house, locale, "bo", "carla")
    seen = []
    for name, value in (("bo", 1), ("carla", 5)):
        before = len(house.slack.calls())
        person = house.person(name)
        await person.presses("Answer", where=await person.dm_id())
        form = await opened(person)
        await person.submits({label: str(value) for label in statements(form)})
        calls = [
            (c.method, {k: v for k, v in c.arguments.items() if k != "trigger_id"})
            for c in house.slack.calls()[before:]
        ]
        receipt = (await opened(person)).text
        assert receipt.startswith(thanks)
        seen.append((calls, receipt, [m.text for m in await person.dm()]))
    assert seen[0] == seen[1]


async def test_answering_twice_replaces_and_nobody_can_tell(house: Scene) -> None:
    """The second form is as the first one was; the invitation is never edited."""
    bo = house.person("bo")
    await bo.presses("Answer", where=await bo.dm_id())
    before = (await opened(bo)).text
    await bo.closes()
    await house.answers("bo", rest=2)
    await bo.presses("Answer", where=await bo.dm_id())
    assert (await opened(bo)).text == before
    await bo.submits(dict.fromkeys(statements(await opened(bo)), "4"))
    assert await house.rows(Box) == 2
    assert not house.slack.calls("chat.update")


async def test_a_form_sent_after_close_is_told_so_and_changes_nothing(house: Scene) -> None:
    """Opened in time, sent too late."""
    bo = house.person("bo")
    await bo.presses("Answer", where=await bo.dm_id())
    form = await opened(bo)
    await house.skip(by=timedelta(days=5))
    await bo.submits(dict.fromkeys(statements(form), "1"))
    assert "has closed" in (await opened(bo)).text
    assert await house.rows(Box) == 0


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
    assert (await opened(bo)).title == "Your week"


async def test_asking_twice_is_refused_with_the_reason(house: Scene) -> None:
    """The round is open already; once closed, it has happened."""
    ana = house.person("ana")
    await ana.types("/amp pulse now", "#team-product")
    assert "open already" in await told(house, "ana")
    await surely(ana, "/amp pulse close")
    assert "as soon as everybody has answered" in await told(house, "ana")
    await house.skip(by=timedelta(hours=24))
    await ana.types("/amp pulse now", "#team-product")
    assert "has happened already" in await told(house, "ana")
    await ana.types("/amp pulse close", "#team-product")
    assert "No round is open" in await told(house, "ana")
    assert await house.rows(Round) == 1


async def test_a_lead_sees_how_far_the_invitations_of_a_large_round_have_come(
    sqlite_url: str, tmp_path: Path
) -> None:
    """In tens of percent, while some that are due are not out; nobody else does."""
    async with scene(sqlite_url, tmp_path) as large:
        names = [f"extra{n}" for n in range(42)]
        for name in names:
            await large.slack.driver.post("people", name=name, tz="Europe/Lisbon")
        await large.slack.driver.post("channels", id="#team-product", invite=names)
        await large.sets_up("ana", "#team-product")
        await surely(large.person("ana"), "/amp pulse now")
        await large.run()
        assert "going out" not in await status(large, "ana")
        async with large.amp.database.begin() as session:
            invited = Delivery.key.startswith("invitation:")
            some = (await session.scalars(select(Delivery.id).where(invited).limit(14))).all()
            assert len(some) == 14
            is_one = Delivery.id.in_(some)
            await session.execute(update(Delivery).where(is_one).values(state=State.WAITING))
        assert "about 70% of those that are due are sent" in await status(large, "ana")
        assert "going out" not in await status(large, "bo")


async def status(house: Scene, name: str) -> str:
    await house.person(name).types("/amp status", "#team-product")
    return await told(house, name)


async def test_the_status_tells_no_count_while_a_round_is_open(house: Scene) -> None:
    """How many answered could be watched going up, person by person."""
    ana = house.person("ana")
    await ana.types("/amp status", "#team-product")
    before = await told(house, "ana")
    await house.answers("bo", rest=3)
    await ana.types("/amp status", "#team-product")
    assert await told(house, "ana") == before
    assert "is open until" in before


async def test_without_a_worker_nothing_is_promised(house: Scene) -> None:
    """`/amp status` and whoever asks or closes now hear that it waits, and for what."""
    ana = house.person("ana")
    async with house.amp.database.begin() as session:
        await session.execute(delete(Heartbeat))
    for typed, said in (
        ("/amp status", "None of my workers is running right now"),
        ("/amp pulse close", "nothing is opened, sent or closed until one is"),
    ):
        await ana.types(typed, "#team-product")
        if "close" in typed:
            await ana.presses("sure:pulse:close", where="#team-product")
        assert said in await told(house, "ana")
    await house.skip(by=timedelta(hours=24))  # which also is a sign of life
    for typed, said in (("/amp status", "nothing is open"), ("/amp pulse close", "No round")):
        await ana.types(typed, "#team-product")
        assert said in await told(house, "ana")
    assert "my workers" not in await told(house, "ana")


async def test_whoever_wants_no_part_is_left_alone(house: Scene) -> None:
    """`/amp forget me` takes the ballot out of the count, asks no more, and can be undone."""
    await house.answers("bo", rest=1)
    bo = house.person("bo")
    await surely(bo, "/amp forget me")
    assert "No team asks you any more" in await told(house, "bo")
    assert await house.rows(Invitation) == 7
    await house.skip(by=timedelta(days=9))  # both Tuesdays are holidays in Lisbon
    assert len(await bo.dm()) == 1
    await bo.types("/amp pulse", "#general")
    await bo.presses("Ask me again", where="#general")
    await house.skip(by=timedelta(days=7))
    assert len(await bo.dm()) == 2


async def test_everybody_is_asked_and_reminded_in_the_language_of_their_slack(
    house: Scene,
) -> None:
    """One message for each language, under the keys that name each person's invitation."""
    dmitri, bo = house.person("dmitri"), house.person("bo")  # German, and a language we lack
    assert (await dmitri.dm())[-1].text.startswith("DE :wave: *team-product*")
    assert (await bo.dm())[-1].text.startswith(":wave: *team-product*")
    async with house.amp.database.read() as session:
        keys = set(await session.scalars(select(Delivery.key)))
        [round_id] = await session.scalars(select(Round.id))
        people = list(await session.scalars(select(Row.id).where(Row.is_guest.is_(False))))
        messages = select(func.count(func.distinct(Delivery.message_id))).where(
            Delivery.key.startswith("invitation:")
        )
        assert await session.scalar(messages) == 2
    assert {f"invitation:{round_id}:{person}" for person in people} <= keys
    await house.skip(by=timedelta(hours=70))
    assert "DE This reminder comes once" in (await dmitri.dm())[-1].text
    assert "DE" not in (await bo.dm())[-1].text


async def test_a_form_is_in_the_language_of_slack_as_a_whole(house: Scene) -> None:
    """Statements, answers, sentences and buttons."""
    dmitri, content = house.person("dmitri"), house.amp.content
    await dmitri.presses("DE Answer", where=await dmitri.dm_id())
    form = await opened(dmitri)
    assert form.title == "DE Your week"
    texts = {item.text for item in content.locale("de").items.values()}
    assert set(statements(form)) <= texts
    assert content.locale("de").scale.skip in form.text
    assert content.locale("en").scale.skip not in form.text


async def test_a_form_without_its_round_is_answered_with_a_sentence(house: Scene) -> None:
    """They open it again; nothing is kept."""
    bo = house.person("bo")
    await bo.presses("Answer", where=await bo.dm_id())
    form = await opened(bo)
    shown = house.slack.world.views.get(form.id)
    assert shown is not None
    shown.body["private_metadata"] = "{}"
    await bo.submits(dict.fromkeys(statements(form), "3"))
    assert "no longer fits this round" in (await opened(bo)).text
    assert await house.rows(Box) == 0


async def test_looking_leaves_no_trace(house: Scene) -> None:
    """Somebody whom we don't know types what only reads: no row of theirs is made."""
    before = await house.rows(Row), await house.rows(HandledRequest)
    jack = house.person("jack")
    for command in ("/amp pulse", "/amp status"):
        await jack.types(command, "#general")
    assert (await house.rows(Row), await house.rows(HandledRequest)) == before


async def test_the_button_ask_now_does_what_is_typed(house: Scene) -> None:
    """For whoever leads the team that it names, wherever it stands."""
    ana, bo = house.person("ana"), house.person("bo")
    await ana.types("/amp team", "#team-product")
    await ana.presses("Ask now", where="#team-product")
    assert "open already" in await told(house, "ana")
    await bo.types("/amp pulse now", "#team-product")
    assert "Only a lead" in await told(house, "bo")
