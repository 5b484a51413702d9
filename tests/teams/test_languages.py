"""Whoever's Slack is German reads German and nothing else, whatever the others read."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import app, clock, paths, words
from bot.framework.content import Content
from bot.slack import listening
from bot.teams import roster
from bot.teams.models import Person as Person_
from bot.teams.roster import Human
from localslack import Person
from localslack.driver import SeenView
from tests.house import Scene, scene, statements, surely

CHANNEL = "#team-product"


def marked_english(folder: Path) -> words.Words:
    """The words, with every English message behind «EN»."""
    there = folder / "en" / "messages"
    there.mkdir(parents=True)
    for file in (paths.CONTENT / "en" / "messages").glob("*.ftl"):
        lines = file.read_text(encoding="utf-8").splitlines()
        (there / file.name).write_text("\n".join(map(_marked, lines)) + "\n", encoding="utf-8")
    return words.load(paths.CONTENT, folder)


def _marked(line: str) -> str:
    is_message = line[:1].isalpha() and "-pattern = " not in line
    return line.replace(" = ", " = EN ", 1) if is_message else line


@pytest.fixture
async def house(
    sqlite_url: str, tmp_path: Path, content: Content, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Scene]:
    """Ana, who reads English, sets up a German channel and leads its team with Dmitri, a German."""
    said = marked_english(tmp_path / "words")
    monkeypatch.setattr(app, "content_of", lambda _settings: (content, said))
    async with scene(sqlite_url, tmp_path) as made:
        ana = made.person("ana")
        await ana.types("/amp setup", CHANNEL)
        await window(made, ana, "EN Language of the channel")
        await ana.submits({"EN Language of the channel": "Deutsch", "EN Leads": ["ana", "dmitri"]})
        await window(made, ana, "EN :white_check_mark:")
        await made.run()
        yield made


async def window(house: Scene, person: Person, said: str) -> SeenView:
    """A person's window, once it says so."""

    async def says() -> SeenView | None:
        modal = await person.modal()
        return modal if modal and said in modal.text else None

    found: SeenView = await house.slack.until(says)
    return found


async def test_the_channel_reads_the_language_that_its_lead_chose(house: Scene) -> None:
    """Not that of the lead's own Slack."""
    [announced] = [
        m.text for m in await house.person("hiro").reads(CHANNEL) if "*team-pr" in m.text
    ]
    assert "hat für *team-product* einen Puls eingerichtet: 8 Personen werden gefragt" in announced
    assert "jeden Dienstag um 10:00 Uhr" in announced
    assert "EN " not in announced


async def test_the_form_of_a_german_lead_is_german_as_a_whole(house: Scene) -> None:
    """Labels, hints, options and buttons; the languages are called as their speakers call them."""
    dmitri = house.person("dmitri")
    await dmitri.types("/amp setup", CHANNEL)
    form = await window(house, dmitri, "Sprache des Kanals")
    assert form.title == "Team-Einstellungen"
    for said in ("Deutsch", "English", "Dienstag", "alle zwei Wochen", "Speichern", "Abbrechen"):
        assert said in form.text
    assert "EN " not in form.text
    await dmitri.submits({"Sprache des Kanals": "English", "Name des Teams": "Produkt"})
    assert "EN " not in (await window(house, dmitri, "Gespeichert")).text


async def test_the_error_of_a_german_form_is_german(house: Scene) -> None:
    """It stands under its field, in the words of the form."""
    dmitri = house.person("dmitri")
    await dmitri.types("/amp setup", CHANNEL)
    await window(house, dmitri, "Name des Teams")
    result = await dmitri.submits({"Name des Teams": "   "})
    assert result.errors["Name des Teams"].startswith("Ein Team braucht einen Namen")


async def test_a_german_pulse_is_german_from_invitation_to_receipt(house: Scene) -> None:
    """Statements, answers, sentences and buttons."""
    dmitri, german = house.person("dmitri"), house.amp.content.locale("de")
    await surely(dmitri, "/amp pulse now", CHANNEL)
    await house.run()
    await dmitri.presses("Antworten", where=await dmitri.dm_id())
    form = await window(house, dmitri, "Deine Woche")
    assert set(statements(form)) <= {item.text for item in german.items.values()}
    assert german.scale.skip in form.text
    assert await dmitri.submits({form.labels[0]: "4"})
    receipt = await window(house, dmitri, "Versiegelt")
    read = [form.text, receipt.text, *(message.text for message in await dmitri.dm())]
    assert not [text for text in read if "EN " in text]


async def test_whoever_sets_up_first_reads_their_own_language(
    sqlite_url: str, tmp_path: Path
) -> None:
    """Nobody is known yet, but Slack has just described the people of the channel."""
    async with scene(sqlite_url, tmp_path) as house:
        dmitri = house.person("dmitri")
        await dmitri.types("/amp setup", "#team-product")
        form = await house.slack.until(lambda: _modal_with(dmitri, "Name des Teams"))
        assert "Name of the team" not in form
        wrong = await dmitri.submits({"Name des Teams": "   "})
        assert wrong.errors["Name des Teams"].startswith("Ein Team braucht einen Namen")
        assert await dmitri.submits({"Name des Teams": "team-product"})
        assert "Einstellungen" in await house.slack.until(
            lambda: _modal_with(dmitri, "team-product")
        )


async def test_a_changed_language_is_spoken_at_once_and_kept(
    sqlite_url: str, tmp_path: Path
) -> None:
    """Slack tells of it; where it says nothing of the language, what we know stays."""
    async with scene(sqlite_url, tmp_path) as house:
        await house.sets_up("ana", CHANNEL)
        ana = house.person("ana")
        for change in ({"locale": "fr-FR"}, {"tz": "Europe/Paris"}):
            await house.slack.driver.post("people", id="ana", **change)
            await house.slack.settled()
            await listening.drain()
            await ana.types("/amp team", CHANNEL)
            assert "8 personnes" in (await ana.reads(CHANNEL))[-1].text
        async with house.amp.database.begin() as session:
            ana_ = (await session.scalars(select(Person_).where(Person_.locale == "fr-FR"))).one()
            silent = Human(ana_.user_id, "UTC", None, is_guest=False, is_active=True)
            await roster.describe(session, ana_.workspace_id, [silent], at=clock.now())
            await session.refresh(ana_)
            assert (ana_.locale, ana_.zone) == ("fr-FR", "UTC")


async def _modal_with(person: Person, words: str) -> str | None:
    modal = await person.modal()
    return modal.text if modal and words in modal.text else None
