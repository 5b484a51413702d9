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
from bot.keeping import jobs
from bot.pulse import languages
from bot.pulse.custom import statements, wording
from bot.pulse.custom.models import CustomStatement
from bot.pulse.models import Round, Tally
from bot.slack.requests import Actor
from bot.teams import roster
from bot.teams.models import Team
from bot.words import Words
from tests.house import Scene, ends_team, only, scene, surely
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
        ("Did we have time to test?!", wording.NotAStatement),
        ("“Did we have time to test?”", wording.NotAStatement),
        ("word " * 16, wording.TooManyWords),
        ("W" * 151, wording.TooManyCharacters),
        ("We had time to plan and to test.", wording.TwoIdeas),
        ("We had time to plan or to test.", wording.TwoIdeas),
        ("We plan/test enough.", wording.TwoIdeas),
        ("CI/CD helps us; tests are fast.", wording.TwoIdeas),
        ("We had CI & CD.", wording.TwoIdeas),
        ("The e-mails and tests were few.", wording.TwoIdeas),
        ("<@U123> listens to me.", wording.NamesSomebody),
        ("@ana listens to me.", wording.NamesSomebody),
        ("<!channel> I am heard.", wording.NamesSomebody),
        ("I read #general this week.", wording.NamesSomebody),
        ("I like https://example.com this week.", wording.NamesSomebody),
        ("Our Carla listens to me.", wording.NamesSomebody),
        ("I trust Núñez with my work.", wording.NamesSomebody),
        ("Carla's feedback helps me.", wording.NamesSomebody),
        ("CARLA listens to me.", wording.NamesSomebody),
        ("Carlas feedback helps me.", wording.NamesSomebody),
        ("Dora listens to me.", wording.NamesSomebody),  # who writes her name in small letters
        ("李明很忙", wording.NamesSomebody),
        ("Our page evil.example.com was useful.", wording.NamesSomebody),
        ("Our process is bullshit this week.", wording.RudeStatement),
        ("SHIT happened this week.", wording.RudeStatement),
    ],
)
def test_what_could_not_be_answered_well_is_refused(
    say: Words, content: Content, typed: str, wrong: type[AmpError]
) -> None:
    """Each with a sentence under the field."""
    names = {"Carla Núñez", "carla", "Li Wu", "dora small", "李明"}
    with pytest.raises(wrong) as told:
        wording.checked(typed, say, content, names)
    assert told.value.about == "text"
    assert say.error(told.value)


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        (TESTED, "en"),
        ("  Our   standup is worth its time. ", "en"),
        ("I will be heard in planning.", "en"),  # somebody is called Will
        ("Our #1 priority was clear.", "en"),
        ("Standards help us: they are few.", "en"),  # holds «and» in a word
        ("Our plug-and-play set-up worked.", "en"),
        ("Nobody was on call 24/7.", "en"),
        ("I learned something in our Q&A.", "en"),
        ("I had time for C++ this week.", "en"),
        ("Clang++ was fast enough.", "en"),
        ("I+D tuvo tiempo esta semana.", "es"),
        ("Leí los e-mails con calma.", "es"),
        ("El equipo de CI/CD tuvo calma.", "es"),
        ("Wir hatten diese Woche genug Zeit zum Testen.", "de"),
        ("Nous avons eu le temps de tester.", "fr"),
        ("Tuvimos tiempo de probar lo que hicimos.", "es"),
    ],
)
def test_an_ordinary_statement_is_taken(
    say: Words, content: Content, typed: str, language: str
) -> None:
    """With its blanks tidied, whatever people are called."""
    spoken = say.locale(language), content.locale(language)
    assert wording.checked(typed, *spoken, {"Will Li", "and"}) == " ".join(typed.split())


def test_what_amp_asks_is_not_asked_again(say: Words, content: Content) -> None:
    """Nor a part of it more: of two rounds of the same words, one minus the other could be few."""
    asked = [item.text for item in content.items.values()] + [s.text for s in content.signs]
    for text in asked:
        with pytest.raises(AmpError):
            wording.checked(f"Honestly: {text.upper()}", say, content, ())
    with pytest.raises(wording.AskedAlready):
        wording.checked(f"Here, {content.anchors[0].text.lower()}", say, content, ())


@pytest.mark.parametrize(
    ("typed", "language"),
    [("Zeit und Ruhe waren da.", "de"), ("Temps et calme.", "fr"), ("Tiempo y calma.", "es")],
)
def test_two_ideas_are_seen_in_every_language(
    say: Words, content: Content, typed: str, language: str
) -> None:
    """The word that joins them is the language's own."""
    with pytest.raises(wording.TwoIdeas):
        wording.checked(typed, say.locale(language), content.locale(language), ())


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
    own = await _adds(house)
    assert (await _adds(house)).id == own.id  # a form that is sent twice
    with pytest.raises(statements.CustomAlready):
        await _adds(house, "I knew what to do next.")
    async with house.database.begin() as session:
        team = await session.get_one(Team, house.team_id)
        await statements.end(session, team, own.id, at=NOW)
    other = await _adds(house, "I knew what to do next.")
    async with house.database.begin() as session:  # by a button that was drawn before
        team = await session.get_one(Team, house.team_id)
        with pytest.raises(statements.NoCustom):
            await statements.end(session, team, own.id, at=NOW)
        now = await statements.current(session, team)
    assert now is not None
    assert now.id == other.id


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
        await statements.end(session, team, own.id, at=week)
    for person in range(5):
        await house.answers(round_, person, {own.item_id: 2}, at=week)
    assert own.item_id in await house.closes(round_, at=week)


async def test_the_same_words_go_on_where_they_ended(house: House) -> None:
    """A series that begins anew would have to learn its usual level again."""
    await house.team(8)
    first = await _adds(house, rounds=4)
    async with house.database.begin() as session:
        team = await session.get_one(Team, house.team_id)
        await statements.end(session, team, first.id, at=NOW)
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
    assert "points at a person" in await _asks(living, "Carla listens to me.")
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


async def test_what_the_open_round_asks_is_shown_while_it_does(living: Scene) -> None:
    """In its last round, and after its end; a lead can add another one then."""
    ana = living.person("ana")
    await _asks(living, TESTED)
    assert await surely(ana, "/amp pulse now")
    await living.run()
    await ana.types("/amp question", CHANNEL)
    await _newest(living, "ana")
    assert await ana.presses("custom:end", where=CHANNEL)
    await living.slack.settled()
    await ana.types("/amp question", CHANNEL)

    async def shown() -> str | None:
        said = await _newest(living, "ana")
        return said if "In the round that is open, and no more after it" in said else None

    assert TESTED in await living.slack.until(shown)
    assert await ana.presses("custom:new", where=CHANNEL)
    await living.slack.until(ana.modal)
    assert await ana.submits({"The statement": "I knew what to do.", "For how long": "8"})
    await ana.closes()
    await ana.types("/amp question", CHANNEL)

    async def both() -> bool:
        said = await _newest(living, "ana")
        return TESTED in said and "I knew what to do." in said

    assert await living.slack.until(both)


async def test_who_asked_is_forgotten_when_the_team_has_ended(living: Scene) -> None:
    """As with ticks and ideas."""
    await _asks(living, TESTED)
    await ends_team(living.person("ana"))
    await jobs.forget_ended_teams(living.amp.database)
    assert await living.rows(CustomStatement, CustomStatement.person_id.is_not(None)) == 0
    assert await living.rows(CustomStatement) == 1


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
