"""`/amp help` begins with what this person can do now, on one screen of a phone."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.teams.models import Person as Known
from localslack.driver import Person, SeenMessage
from tests.house import Scene, scene
from tests.tools.conftest import hears, window

ONE_SCREEN = 150  # words


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        yield made


async def asks(person: Person, says: str) -> SeenMessage:
    await person.types("/amp help", "#team-product")
    told = await hears(person, says)
    assert len(told.text.split()) <= ONE_SCREEN
    return told


async def test_a_newcomer_reads_how_to_begin(house: Scene) -> None:
    """And what they can't use yet is behind the button."""
    ana = house.person("ana")
    told = await asks(ana, "You are in no team yet")
    assert "/amp setup" in told.text
    assert "/amp export" not in told.text
    assert await ana.presses("Everything I know")
    assert "/amp export" in (await hears(ana, "What you can ask me")).text


async def test_a_member_reads_what_is_open_and_a_lead_what_comes_next(house: Scene) -> None:
    """With the tool that it is done with, one press away, for whoever may use it."""
    await house.sets_up("ana", "#team-product")
    ana, bo = house.person("ana"), house.person("bo")
    told = await asks(bo, "You are in a team")
    assert "/amp pulse when" in told.text
    assert "Name the kinds of work" not in told.text  # that is for who leads
    told = await asks(ana, "You lead a team")
    assert "Name the kinds of work in the team" in told.text
    assert "Five to ten lines" in told.text
    await ana.presses("Map the work")
    assert (await window(ana, says="kinds of work")).text


@pytest.mark.parametrize("locale", ["de-DE", "es-ES", "fr-FR"])
async def test_help_is_one_screen_in_every_language(house: Scene, locale: str) -> None:
    """A lead's is the longest."""
    await house.sets_up("ana", "#team-product")
    async with house.amp.database.begin() as session:
        await session.execute(update(Known).values(locale=locale))
    house.amp.locales._known.clear()
    content = house.amp.content.locale(locale)
    await asks(house.person("ana"), content.checklist[0].text)


async def test_help_with_a_word_finds_what_there_is_on_it(house: Scene) -> None:
    """As before; and so does another word for help."""
    ana = house.person("ana")
    await ana.types("/amp help pay", "#team-product")
    await hears(ana, "Three common mistakes")
    await ana.types("/amp hello", "#team-product")
    await hears(ana, "You are in no team yet")
