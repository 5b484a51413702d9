"""A question of the team's own: worded well, told to everybody, beside the drives and never in."""

from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import clock
from bot.digest.models import Digest
from bot.digest.summary import Summary
from bot.errors import AmpError
from bot.framework.content import Content
from bot.insight.verdicts import Kind
from bot.pulse import languages
from bot.pulse.custom import statements, wording
from bot.pulse.custom.models import CustomStatement
from bot.pulse.models import Round, Tally
from bot.slack.requests import Actor
from bot.teams import roster
from bot.teams.models import Team
from bot.words import Words
from tests.house import Scene, only, scene, surely
from tests.localslack.places import user_id
from tests.pulse.conftest import NOW, House

CHANNEL = "#team-product"
TESTED = "We had time to test what we built this week."


# How it is worded


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("", wording.NothingAsked),
        (" \n ", wording.NothingAsked),
        ("1 2 3 …", wording.NothingAsked),
        ("Did we have time to test?", wording.NotAStatement),
        ("word " * 16, wording.TooManyWords),
        ("W" * 151, wording.TooManyWords),
        ("We had time to plan and to test.", wording.TwoIdeas),
        ("We had time to plan or to test.", wording.TwoIdeas),
        ("We plan/test enough.", wording.TwoIdeas),
        ("<@U123> listens to me.", wording.NamesSomebody),
        ("@ana listens to me.", wording.NamesSomebody),
        ("<!channel> I am heard.", wording.NamesSomebody),
        ("I read #general this week.", wording.NamesSomebody),
        ("I like https://example.com this week.", wording.NamesSomebody),
        ("Our Carla listens to me.", wording.NamesSomebody),
        ("I trust Núñez with my work.", wording.NamesSomebody),
        ("Carla's feedback helps me.", wording.NamesSomebody),
        ("Our process is bullshit this week.", wording.RudeStatement),
        ("SHIT happened this week.", wording.RudeStatement),
    ],
)
def test_what_could_not_be_answered_well_is_refused(
    say: Words, typed: str, wrong: type[AmpError]
) -> None:
    """Each with a sentence under the field."""
    names = {"Carla Núñez", "carla", "Li Wu"}
    with pytest.raises(wrong) as told:
        wording.checked(typed, say, names)
    assert told.value.about == "text"
    assert say.error(told.value)


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        (TESTED, "en"),
        ("  Our   standup is worth its time. ", "en"),
        ("I will be heard in planning.", "en"),  # somebody is called Will
        ("Standards help us: they are few.", "en"),  # holds «and» in a word
        ("Wir hatten diese Woche genug Zeit zum Testen.", "de"),
        ("Nous avons eu le temps de tester.", "fr"),
        ("Tuvimos tiempo de probar lo que hicimos.", "es"),
    ],
)
def test_an_ordinary_statement_is_taken(say: Words, typed: str, language: str) -> None:
    """With its blanks tidied, whatever people are called."""
    names = {"Will Li", "and"}
    assert wording.checked(typed, say.locale(language), names) == " ".join(typed.split())


@pytest.mark.parametrize(
    ("typed", "language"),
    [("Zeit und Ruhe waren da.", "de"), ("Temps et calme.", "fr"), ("Tiempo y calma.", "es")],
)
def test_two_ideas_are_seen_in_every_language(say: Words, typed: str, language: str) -> None:
    """The word that joins them is the language's own."""
    with pytest.raises(wording.TwoIdeas):
        wording.checked(typed, say.locale(language), ())


# For how many rounds


async def _adds(house: House, text: str = TESTED, rounds: int = 4) -> CustomStatement:
    async with house.database.begin() as session:
        team = await session.get_one(Team, house.team_id)
        lead = await roster.known(session, Actor("T1", "U0"))
        return await statements.add(session, team, lead, text, rounds, at=NOW)


async def test_it_is_asked_for_so_many_rounds_and_then_no_more(house: House) -> None:
    """As the last statement of each, and tallied like the others."""
    await house.team(8)
    own = await _adds(house, rounds=2)
    asked = []
    for week in range(3):
        at = NOW + timedelta(weeks=week)
        round_ = await house.opens(at=at)
        asked.append(round_.items[-1] == own.item_id)
        assert round_.custom == (TESTED if asked[-1] else None)
        for person in range(5):
            await house.answers(round_, person, dict.fromkeys(round_.items, 4), at=at)
        kept = await house.closes(round_, at=at)
        assert (own.item_id in kept) == asked[-1]
    assert asked == [True, True, False]


async def test_one_at_a_time(house: House) -> None:
    """A second one is refused until the first has ended."""
    await house.team(8)
    await _adds(house)
    with pytest.raises(statements.CustomAlready):
        await _adds(house, "I knew what to do next.")
    async with house.database.begin() as session:
        team = await session.get_one(Team, house.team_id)
        await statements.end(session, team, at=NOW)
    await _adds(house, "I knew what to do next.")


async def test_an_open_round_stays_as_it_is(house: House) -> None:
    """Adding and ending count from the next round on."""
    await house.team(8)
    before = await house.opens()
    own = await _adds(house)
    assert before.custom_item is None
    week = NOW + timedelta(weeks=1)
    await house.closes(before, at=NOW)
    round_ = await house.opens(at=week)
    async with house.database.begin() as session:
        team = await session.get_one(Team, house.team_id)
        await statements.end(session, team, at=week)
    for person in range(5):
        await house.answers(round_, person, {own.item_id: 2}, at=week)
    assert own.item_id in await house.closes(round_, at=week)


async def test_the_same_words_go_on_where_they_ended(house: House) -> None:
    """A series that begins anew would have to learn its usual level again."""
    await house.team(8)
    first = await _adds(house, rounds=4)
    async with house.database.begin() as session:
        await statements.end(session, await session.get_one(Team, house.team_id), at=NOW)
    again = await _adds(house, rounds=8)
    assert (again.id, again.rounds_left, again.ended_at) == (first.id, 8, None)


# What people see


@pytest.fixture
async def living(database_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(database_url, tmp_path) as made:
        await made.sets_up()
        await made.run()
        yield made


async def _asks(house: Scene, text: str, rounds: str = "4") -> str:
    """Ana types what her team is to be asked besides; gives what the window says then."""
    ana = house.person("ana")
    await ana.types("/amp question", CHANNEL)
    await house.slack.until(ana.modal)
    sent = await ana.submits({"The statement": text, "For how long": rounds})
    if sent.errors:
        await ana.closes()
        return " ".join(sent.errors.values())
    modal = await ana.modal()
    await ana.closes()
    return modal.text if modal else ""


async def test_a_lead_adds_one_and_everybody_knows(living: Scene) -> None:
    """The channel, the form and the digest; its score is in no drive."""
    told = await _asks(living, TESTED)
    assert "4 rounds" in told
    await living.run()
    ana, ana_id = living.person("ana"), user_id(living.slack, "ana")
    lines = [message.text for message in await ana.reads(CHANNEL)]
    line = only([text for text in lines if TESTED in text])
    assert f"<@{ana_id}>" in line or "Ana" in line
    assert "4 rounds" in line

    assert await surely(ana, "/amp pulse now")
    await living.run()
    bo = living.person("bo")
    invitation = (await bo.dm())[-1].text
    assert "six short questions" in invitation
    for name in ("ana", "bo", "carla", "femi", "grace"):
        await living.answers(name, q6=5, rest=2)
    async with living.amp.database.read() as session:
        round_ = (await session.scalars(select(Round))).one()
    await living.skip(to=round_.closes_at + timedelta(minutes=1))
    async with living.amp.database.read() as session:
        kept = (await session.scalars(select(Digest))).one()
        tallied = set(await session.scalars(select(Tally.item_id)))
    summary = Summary.read(kept.summary)
    assert summary.custom is not None
    assert (summary.custom.name, summary.custom.kind) == (TESTED, Kind.LEARNING)
    assert summary.custom.id in tallied
    assert summary.custom_left == 3
    assert summary.custom.shown == 4.5  # five people of one mind are softened
    assert all((drive.shown or 0) < 3 for drive in summary.drives)
    digest = only(await living.digests())
    assert f"Your own question, “{TESTED}”: 4.5" in digest


async def test_the_form_says_what_is_wrong_and_keeps_nothing(living: Scene) -> None:
    """A colleague's name, two ideas, a question: under the field, in a sentence."""
    assert "points at no person" in await _asks(living, "Carla listens to me.")
    assert "joins two ideas" in await _asks(living, "I plan and test.")
    assert "rather than a question" in await _asks(living, "Do we test?")
    assert await living.rows(CustomStatement) == 0


async def test_a_member_reads_it_and_only_a_lead_may_add_one(living: Scene) -> None:
    """Who added it, and for how long; the button that ends it is the lead's."""
    bo = living.person("bo")
    await living.reads_english("bo")
    await bo.types("/amp question", CHANNEL)
    assert "nothing of its own" in await _newest(living, "bo")
    await _asks(living, TESTED)
    await bo.types("/amp question", CHANNEL)
    said = await _newest(living, "bo")
    assert TESTED in said
    assert "In the next 4 rounds" in said
    ana = living.person("ana")
    await ana.types("/amp question", CHANNEL)
    assert await ana.presses("custom:end", where=CHANNEL)
    await living.run()
    lines = [message.text for message in await ana.reads(CHANNEL)]
    assert any("has ended the question" in line for line in lines)


async def _newest(house: Scene, name: str) -> str:
    """The last thing that Amp said to somebody alone, in the channel."""

    async def said() -> str | None:
        mine = [m.text for m in await house.person(name).reads(CHANNEL) if m.is_ephemeral]
        return mine[-1] if mine else None

    found: str = await house.slack.until(said)
    return found


async def test_who_added_it_is_forgotten_with_them(living: Scene) -> None:
    """The question stays: it is the team's."""
    await _asks(living, TESTED)
    assert await surely(living.person("ana"), "/amp forget me")
    await living.run()
    async with living.amp.database.read() as session:
        own = (await session.scalars(select(CustomStatement))).one()
    assert (own.person_id, own.text) == (None, TESTED)


def test_a_statement_of_ones_own_leaves_the_form_its_language(say: Words, content: Content) -> None:
    """It is the same in every language, which is no reason to show all of it in English."""
    items = [*content.items, "custom:1"]
    round_ = Round(items=items, custom="Wir hatten Zeit zum Testen.")
    german = say.locale("de-DE"), content.locale("de-DE")
    spoken = languages.of_form(*german, round_)
    assert {found.language for found in spoken} == {"de"}
    assert round_.questionnaire(*spoken).statements[-1].text == round_.custom


# Pay


async def test_a_workspace_leaves_pay_out(living: Scene) -> None:
    """The round whose turn it is asks the others; and it can be had again."""
    ana = living.person("ana")
    for asked in (False, True):
        await ana.types("/amp workspace", "#general")
        await living.slack.until(ana.modal)
        assert await ana.submits({"Fair pay": ["pay"] if asked else []})
        await ana.closes()
        week = 0 if not asked else 6
        async with living.amp.database.begin() as session:
            team = (await session.scalars(select(Team))).one()
            session.add_all(
                Round(
                    team_id=team.id, week=f"2020-W{n:02}", number=n, day=date(2020, 1, 1),
                    opened_at=clock.now(), closes_at=clock.now(), closed_at=clock.now(),
                    items=[], wordings={}, asked=5, public_key=bytes(32), key_name=f"past-{n}",
                )
                for n in range(1 + week, 6 + week)
            )  # fmt: skip
        assert await surely(ana, "/amp pulse now")
        await living.run()
        async with living.amp.database.read() as session:
            newest = (await session.scalars(select(Round).order_by(Round.number.desc()))).first()
        assert newest is not None
        assert newest.number == 6 + week
        assert any(item.startswith("pay-") for item in newest.items) == asked
        assert len(newest.items) == (4 if asked else 3)
        if not asked:
            await living.skip(by=timedelta(days=7))
