"""A bot that isn't Amp runs here unchanged, but for the base URL."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler

from localslack import LocalSlack, Person
from tests.localslack import examplebot
from tests.localslack.companies import company

ROOT = Path(__file__).parents[2]


@pytest.fixture
async def slack() -> AsyncIterator[LocalSlack]:
    """The small company, with the guest book as its app."""
    running = await LocalSlack.start(company(), manifest=examplebot.MANIFEST)
    await running.driver.put("limits", trigger_seconds=40.0)  # a busy machine is no reason to fail
    yield running
    await running.close()


@pytest.fixture
async def book(slack: LocalSlack) -> AsyncIterator[examplebot.GuestBook]:
    """The bot, connected over Socket Mode, and its book."""
    app, kept = examplebot.build(slack.app.bot_token, slack.api_url)
    handler = AsyncSocketModeHandler(app, slack.app.app_token)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    yield kept
    await handler.close_async()  # type: ignore[no-untyped-call]


@pytest.fixture
def ana(slack: LocalSlack) -> Person:
    return slack.person("ana")


async def says(slack: LocalSlack, person: Person, words: str) -> None:
    """Wait until the newest message of the DM has these words."""

    async def said() -> bool:
        messages = await person.dm()
        return bool(messages) and words in messages[-1].text

    await slack.until(said)


async def test_booking_a_bunk(slack: LocalSlack, book: examplebot.GuestBook, ana: Person) -> None:
    """A form that grows, an error under an input, a DM with a button that cancels."""
    await ana.types("/hut")
    await ana.fills("Nights", "9")
    await ana.chooses("Board", "Breakfast")

    async def grown() -> bool:
        modal = await ana.modal()
        return modal is not None and modal.labels == ["Nights", "Board", "Meal"]

    await slack.until(grown)
    refused = await ana.submits({"Meal": "Pancakes"})
    assert refused.errors == {"Nights": "The hut keeps nobody so long."}

    assert (await ana.submits({"Nights": "2"})).ok
    await says(slack, ana, "Booked: 2 nights, meal: Pancakes")
    assert book.guests == [("ana", 2, "Pancakes")]

    await ana.presses("Cancel")
    await says(slack, ana, "Cancelled")
    assert book.guests == []


async def test_the_home_tab_the_file_and_the_chart(
    slack: LocalSlack, book: examplebot.GuestBook, ana: Person
) -> None:
    """Home shows the book; it can be had as a file, and as a native chart."""
    book.guests += [("ana", 2, "Soup"), ("bo", 1, "none")]
    home = await ana.home()
    assert home is not None
    assert "2 guests, 3 nights" in home.text

    await ana.presses("Send me the book", where="home")
    await says(slack, ana, "guests.csv")
    file = (await ana.dm())[-1].raw["files"][0]
    async with aiohttp.ClientSession() as session, session.get(file["url_private"]) as answer:
        assert (await answer.text()).splitlines()[1] == "ana,2,Soup"

    await ana.presses("Draw it", where="home")
    await says(slack, ana, "Nights")
    assert (await ana.dm())[-1].blocks[0]["type"] == "data_visualization"


async def test_where_charts_are_refused_the_bot_says_it_in_words(
    slack: LocalSlack, book: examplebot.GuestBook, ana: Person
) -> None:
    """As in workspaces that don't have them yet."""
    book.guests += [("ana", 2, "Soup")]
    await slack.driver.fault("refuse_block", block_type="data_visualization")
    await ana.home()

    await ana.presses("Draw it", where="home")

    await says(slack, ana, "Nights: ana: 2")


async def test_it_answers_in_a_thread_of_its_dm(
    slack: LocalSlack, book: examplebot.GuestBook, ana: Person
) -> None:
    """A message event in, a reply out."""
    said = await ana.says("Hello?", await ana.dm_id())

    async def answered() -> bool:
        thread = await ana.reads_thread(said.channel, said.ts)
        return [message.text for message in thread] == ["Hello?", "Try /hut"]

    await slack.until(answered)


async def test_it_runs_as_a_program_of_its_own(slack: LocalSlack, ana: Person) -> None:
    """With tokens and the base URL in the environment, and nothing else."""
    environment = {
        "PATH": os.environ["PATH"],
        "SLACK_API_URL": slack.api_url,
        "SLACK_BOT_TOKEN": slack.app.bot_token,
        "SLACK_APP_TOKEN": slack.app.app_token,
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.localslack.examplebot"), cwd=ROOT, env=environment
    )
    try:

        async def connected() -> bool:
            return bool((await slack.driver.get("app"))["connections"])

        await slack.until(connected, timeout=20)
        assert (await ana.types("/hut")).ok
        modal = await ana.modal()
        assert modal is not None
        assert modal.title == "A bunk in the hut"
    finally:
        process.terminate()
        await process.wait()
