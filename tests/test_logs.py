"""What is logged: work, and never what people wrote, nor who they are."""

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import structlog
from prometheus_client import generate_latest

from bot import logs, metrics
from localslack import Person
from tests.house import Scene, scene
from tests.tools.conftest import window
from tests.tools.test_purpose import SENTENCE
from tests.tools.test_roles import ALGORITHMIC, adds
from tests.tools.test_shipit import STARTS, adds_idea, delivers, plans

# Words that stand nowhere but in what people typed, were called, or sent.
TEAM = "Canary Wharfers"
SECRETS = {
    "the team's name": TEAM,
    "a command's words": "canary-command",
    "a block id of the form": "private_metadata",
    "a response url": "/hooks/commands/",
    "a person's name": "Ferreira",
    "a handle": "carla",
    "the channel's name": "team-product",
    "what Amp says": "five short questions",
    "a token": "xoxb-",
}


@contextmanager
def listening_in(level: str = "DEBUG", format: str = "text") -> Iterator[io.StringIO]:
    """Everything that reaches standard error or output, with this LOG_LEVEL."""
    stream = io.StringIO()
    root, handlers = logging.getLogger(), logging.getLogger().handlers[:]
    levels = {name: logging.getLogger(name).level for name in list(root.manager.loggerDict)}
    root.handlers.clear()
    try:
        with redirect_stderr(stream), redirect_stdout(stream):
            logs.configure(level, format)
            yield stream
    finally:
        structlog.reset_defaults()
        root.handlers[:] = handlers
        for name, before in levels.items():
            logging.getLogger(name).setLevel(before)


async def lives_through_a_week(house: Scene) -> list[str]:
    """Set up, answer, fail in every way, close, read; gives the ids of who took part."""
    ana = house.person("ana")
    assert await ana.types("/amp setup", "#team-product")
    await house.slack.until(lambda: has_form(ana))
    assert await ana.submits({"name": TEAM})
    await house.run()
    await ana.closes()
    await house.skip(by=timedelta(days=2))
    people = ["ana", "bo", "carla", "dmitri", "elif", "femi"]
    for name in people:
        await house.answers(name, q1=1, q2=5, rest=4)
    await goes_wrong(house)
    await house.skip(by=timedelta(days=5))  # Monday: nothing closes on a weekend
    assert len(await house.digests()) == 1
    found = [house.slack.world.workspace().user(name) for name in people]
    return [user.id for user in found if user]


async def goes_wrong(house: Scene) -> None:
    """Unknown words, a refusal, an accident, a broken line, a rate limit, nonsense at the door."""
    bo = house.person("bo")
    await bo.types("/amp canary-command payload")
    await bo.types("/amp pulse close", "#team-product")
    for settings in (
        {"kind": "error", "method": "views.open", "error": "invalid_arguments"},
        {"kind": "lost_answer", "method": "views.open"},
        {"kind": "server_error", "method": "views.publish"},
    ):
        kind = settings.pop("kind")
        await house.slack.driver.fault(kind, **settings)
    await bo.types("/amp pulse", "#team-product")
    await bo.types("/amp pulse", "#team-product")
    await house.slack.driver.put("limits", home_seconds=0.5)  # it does not come
    await bo.home()
    await house.slack.driver.fault("lost_answer", method="chat.postMessage")
    if house.started.address and not house.settings.over_socket:
        async with aiohttp.ClientSession() as session:
            for data in ("canary-command", '{"type": "canary-command"}'):
                async with session.post(house.started.events, data=data) as answer:
                    assert answer.status == 401


async def has_form(person: Person) -> bool:
    modal = await person.modal()
    return modal is not None and bool(modal.labels)


@pytest.mark.parametrize("socket", [False, True], ids=["http", "socket"])
async def test_nothing_that_people_write_or_are_is_logged(
    sqlite_url: str, tmp_path: Path, socket: bool
) -> None:
    """A whole week at LOG_LEVEL=DEBUG, accidents included, over HTTP and over Socket Mode."""
    with listening_in() as written:
        async with scene(sqlite_url, tmp_path, socket=socket) as house:
            ids = await lives_through_a_week(house)
            bot = house.slack.app.bot_token
    told = written.getvalue()
    assert "a round opened" in told, "we do look at the right stream"
    for what, words in {**SECRETS, "the bot's token": bot}.items():
        assert words not in told, what
    for user_id in ids:
        assert user_id not in told
    assert "autonomy-anchor" not in told
    assert "{" not in told, "bodies look like this"


async def uses_the_tools(house: Scene) -> None:
    """A sentence, a role map, a ShipIt day and an experiment in people's own words; some fail."""
    await house.sets_up("ana", "#team-product")
    ana = house.person("ana")
    await ana.types("/amp my purpose", "#team-product")
    await window(ana, says=SENTENCE)
    await ana.submits({SENTENCE: "canary walkers"})
    await window(ana, says="canary walkers")
    await house.slack.driver.fault("server_error", method="chat.postMessage")
    await ana.presses("Share", where="modal")
    await house.run()
    await ana.closes()
    await ana.types("/amp roles", "#team-product")
    await adds(ana, "Canary keeping", ALGORITHMIC)
    await house.slack.driver.fault("lost_answer", method="views.update")
    await ana.presses("Remove", where="modal")
    await house.slack.settled()
    await ana.closes()
    await plans(ana)
    await house.run()
    await adds_idea(ana, "A canary idea")
    await house.skip(to=STARTS + timedelta(minutes=1))
    await delivers(ana, "A canary thing")
    await ana.types("/amp experiment", "#team-product")
    await ana.presses("In our own words", where="#team-product")
    form = await ana.modal(timeout=20)
    assert form is not None
    texts = {b["label"]["text"]: "A canary plan" for b in form.blocks if _is_text(b)}
    assert await ana.submits({**texts, "What it should move": "autonomy"})
    await house.skip(to=STARTS + timedelta(hours=25))


def _is_text(block: dict[str, Any]) -> bool:
    return bool(block.get("element", {}).get("type") == "plain_text_input")


async def test_the_tools_log_and_count_nothing_of_what_people_write(
    sqlite_url: str, tmp_path: Path
) -> None:
    """Notes, roles, ideas, deliveries and experiments, with Slack failing in between."""
    with listening_in() as written:
        async with scene(sqlite_url, tmp_path) as house:
            await uses_the_tools(house)
            ana = house.slack.world.workspace().user("ana")
    told = written.getvalue() + generate_latest(metrics.registry).decode()
    assert "a message did not arrive" in told or "error=" in told, "something did fail"
    assert "canary" not in told.casefold()
    assert ana is not None
    assert ana.id not in told


def test_a_line_is_one_event_with_its_moment() -> None:
    """key=value, for people and for machines."""
    with listening_in() as written:
        structlog.get_logger().info("a thing happened", count=3)
    assert re.fullmatch(
        r"timestamp='\d{4}-\d\d-\d\dT[\d:.]+Z' level='info' event='a thing happened' count=3\n",
        written.getvalue(),
    )


@pytest.mark.parametrize(
    ("level", "heard"), [("DEBUG", "diwe"), ("INFO", "iwe"), ("WARNING", "we"), ("ERROR", "e")]
)
def test_the_level_says_from_where_on(level: str, heard: str) -> None:
    """LOG_LEVEL, as in the environment."""
    with listening_in(level) as written:
        log = structlog.get_logger()
        for tell, draft in zip((log.debug, log.info, log.warning, log.error), "diwe", strict=True):
            tell(f"<{draft}>")
    assert "".join(re.findall(r"<(.)>", written.getvalue())) == heard


def test_what_is_down_is_said_once_a_minute_whoever_says_it() -> None:
    """By its words, an event and its cause, or what went wrong where; anything else every time."""
    now = [1000.0]
    seldom = logs.RepeatFilter(lambda: now[0])

    def says(**event: str) -> bool:
        try:
            return bool(seldom(None, "error", {"event": "a job failed", **event}))
        except structlog.DropEvent:
            return False

    assert [says(outage="down"), says(outage="down", job="x"), says(outage="full")] == [1, 0, 1]
    assert [says(cause="clock"), says(cause="clock"), says(cause="secret")] == [1, 0, 1]
    assert [says(), says()] == [1, 1]
    wrong = {"error": "KeyError", "where": "a.py:1"}
    assert [says(**wrong), says(**wrong), says(**wrong, id="2")] == [1, 0, 1]
    assert [says(failure="full"), says(failure="full"), says(failure="gone")] == [1, 0, 1]
    now[0] += logs.SELDOM
    assert [says(outage="down"), says(outage="down"), says(cause="clock")] == [1, 0, 1]


def test_a_line_does_not_go_through_all_that_were_said_before() -> None:
    """As when thousands of messages fail in a minute, each with a number of its own."""
    looked_at: list[int] = []

    class Outage(int):
        def __hash__(self) -> int:
            looked_at.append(self)
            return int(self)

    now = [1000.0]
    seldom = logs.RepeatFilter(lambda: now[0])
    for number in range(1000):
        now[0] += 0.125
        seldom(None, "error", {"event": "failed", "outage": Outage(number)})
    assert len(looked_at) < 10 * 1000
    held = {number for number in range(1000) if not _is_said(seldom, Outage(number))}
    assert held == set(range(520, 1000))  # those of the last minute


def _is_said(seldom: logs.RepeatFilter, outage: int) -> bool:
    try:
        return bool(seldom(None, "error", {"event": "failed", "outage": outage}))
    except structlog.DropEvent:
        return False


@pytest.mark.parametrize("format", ["text", "json"])
def test_a_librarys_traceback_is_one_line_and_quotes_nothing(format: str) -> None:
    """An exception's words can be somebody's."""
    with listening_in(format=format) as written:
        try:
            raise ValueError("canary")
        except ValueError:
            logging.getLogger("another").exception("a task failed")
    (line,) = written.getvalue().splitlines()
    assert "canary" not in line
    assert "ValueError" in line
    assert "a task failed" in line


def test_a_library_says_the_same_once_a_minute() -> None:
    """As asyncio does when a process may open no more files: a thousand times a second."""
    with listening_in() as written:
        for number in range(50):
            try:
                raise OSError(24, "Too many open files")
            except OSError:
                logging.getLogger("another").exception("no more of it\nsocket %s", number)
        logging.getLogger("another").warning("something else")
    assert len(written.getvalue().splitlines()) == 2


@pytest.mark.parametrize("name", [*logs.TALKATIVE, "slack_bolt.AsyncApp", "slack_sdk.web"])
def test_libraries_that_quote_bodies_are_silent(name: str) -> None:
    """Also at LOG_LEVEL=DEBUG, and their children too."""
    with listening_in() as written:
        logging.getLogger(name).warning("canary")
        assert not written.getvalue()
        logging.getLogger("another").warning("canary")
    assert "canary" in written.getvalue(), "we do listen"
