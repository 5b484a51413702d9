"""What comes before a listener (token, language, replays) stands behind the same door as it."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bot import db
from bot.db import Database, DatabaseTimeout
from bot.settings import Settings
from bot.slack import listening
from bot.teams import locales
from tests.house import Scene, scene
from tests.tools.conftest import hears

LATE = "This is taking longer than usual"
READ = ("", "help", "steps", "team", "trends", "privacy", "principles")


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        yield made


async def test_slack_is_acked_in_time_while_the_token_is_looked_up(
    house: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slow database is no `operation_timeout`; that it takes long is said, the answer follows."""
    monkeypatch.setattr(listening, "ACK_TIMEOUT", 0.1)
    may_go_on, find = asyncio.Event(), house.amp.installs.find

    async def slow(*given: Any) -> Any:
        await may_go_on.wait()
        return await find(*given)

    monkeypatch.setattr(house.amp.installs, "find", slow)
    ana = house.person("ana")
    assert await ana.types("/amp team", "#general")
    (said,) = await ana.reads("#general")
    assert LATE in said.text
    assert said.is_ephemeral
    may_go_on.set()
    await listening.drain()
    assert "There is no team here yet" in (await ana.reads("#general"))[-1].text


@pytest.mark.parametrize("place", ["find", "of"])
async def test_a_database_that_is_gone_is_a_sentence_before_the_listener_too(
    house: Scene, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """Whether the token or the language can't be read."""

    async def gone(*_: Any) -> Any:
        raise DatabaseTimeout

    monkeypatch.setattr(house.amp.installs if place == "find" else house.amp.locales, place, gone)
    ana = house.person("ana")
    assert await ana.types("/amp team", "#general")
    assert "I can't reach my memory at the moment" in (await ana.reads("#general"))[-1].text


async def test_while_somebody_holds_all_of_it_slack_is_acked_and_the_answer_follows(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tables that every command needs, or the turn to write into a SQLite file."""
    other = db.connect(Settings(database_url=database_url).database)
    async with scene(database_url, tmp_path) as made:
        await made.sets_up("ana", "#team-product")
        monkeypatch.setattr(listening, "ACK_TIMEOUT", 0.1)
        made.amp.installs._remembered = {}
        ana = made.person("ana")
        async with other.begin() as session:
            if not other.on_sqlite:
                lock = "LOCK TABLE installation, team IN ACCESS EXCLUSIVE MODE"
                await session.execute(text(lock))
            await session.execute(text("UPDATE team SET weekday = weekday"))
            assert await ana.types("/amp pause 2", "#team-product")
            said = (await ana.reads("#team-product"))[-1].text
            assert LATE in said
            assert "is paused" not in said
        await hears(ana, "is paused")
    await other.close()


async def test_whoever_presses_a_button_reads_that_it_takes_long(
    house: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Below the message that was pressed, and over Home."""
    await house.sets_up("ana", "#team-product")
    ana, may_go_on = house.person("ana"), asyncio.Event()
    await ana.types("/amp pulse now", "#team-product")
    await ana.home()
    find = house.amp.installs.find

    async def slow(*given: Any) -> Any:
        await may_go_on.wait()
        return await find(*given)

    monkeypatch.setattr(house.amp.installs, "find", slow)
    monkeypatch.setattr(listening, "ACK_TIMEOUT", 0.1)
    assert await ana.presses("sure:pulse:now", where="#team-product")
    await hears(ana, LATE)
    assert await ana.presses("Settings", where="home")
    may_go_on.set()
    await listening.drain()
    modal = await ana.modal()
    assert modal is not None
    assert LATE not in modal.text
    assert "Settings" in modal.title  # in the window that said so


async def test_a_persons_language_is_asked_for_once(
    house: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And again when Slack says that something about them has changed."""
    asked: list[object] = []
    locale_of = locales.locale_of

    async def counts(session: Any, actor: Any) -> str | None:
        asked.append(actor)
        return await locale_of(session, actor)

    monkeypatch.setattr(locales, "locale_of", counts)
    await house.sets_up("ana", "#team-product")  # from now on we know her colleagues too
    bo = house.person("bo")
    asked.clear()
    for _ in range(3):
        await bo.types("/amp help", "#general")
    assert len(asked) == 1
    await house.slack.driver.post("people", id="bo", locale="de-DE")
    await house.slack.settled()
    await bo.types("/amp help", "#general")
    assert len(asked) == 2


@pytest.mark.parametrize("command", READ)
async def test_what_only_reads_opens_no_transaction_to_write(
    house: Scene, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """On SQLite it would wait for every writer, and leave a trace of who looked."""
    await house.sets_up("ana", "#team-product")
    ana = house.person("ana")
    await ana.types("/amp help", "#team-product")  # the language is known from now on
    begun: list[str] = []
    begin = Database.begin

    def counts(self: Database) -> Any:
        begun.append(command)
        return begin(self)

    monkeypatch.setattr(Database, "begin", counts)
    assert await ana.types(f"/amp {command}", "#team-product")
    await listening.drain()
    assert not begun
