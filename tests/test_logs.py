"""What is logged: work, and never what people wrote, nor who they are."""

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest
import structlog

from bot import logs
from bot.sandbox import Person
from tests.house import Scene, scene

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
def listening_in(level: str = "DEBUG") -> Iterator[io.StringIO]:
    """Everything that reaches standard error or output, with this LOG_LEVEL."""
    stream = io.StringIO()
    root, handlers = logging.getLogger(), logging.getLogger().handlers[:]
    levels = {name: logging.getLogger(name).level for name in list(root.manager.loggerDict)}
    root.handlers.clear()
    try:
        with redirect_stderr(stream), redirect_stdout(stream):
            logs.configure(level)
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
    await house.knock()
    await ana.closes()
    await house.skip(by=timedelta(days=2))
    people = ["ana", "bo", "carla", "dmitri", "elif", "femi"]
    for name in people:
        await house.answers(name, q1=1, q2=5, rest=4)
    await goes_wrong(house)
    await house.skip(by=timedelta(days=4))
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
):
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


def test_a_line_is_one_event_with_its_moment():
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
def test_the_level_says_from_where_on(level: str, heard: str):
    """LOG_LEVEL, as in the environment."""
    with listening_in(level) as written:
        log = structlog.get_logger()
        for tell, letter in zip((log.debug, log.info, log.warning, log.error), "diwe", strict=True):
            tell(f"<{letter}>")
    assert "".join(re.findall(r"<(.)>", written.getvalue())) == heard


@pytest.mark.parametrize("name", [*logs.TALKATIVE, "slack_bolt.AsyncApp", "slack_sdk.web"])
def test_libraries_that_quote_bodies_are_silent(name: str):
    """Also at LOG_LEVEL=DEBUG, and their children too."""
    with listening_in() as written:
        logging.getLogger(name).warning("canary")
        assert not written.getvalue()
        logging.getLogger("another").warning("canary")
    assert "canary" in written.getvalue(), "we do listen"
