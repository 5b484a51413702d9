"""What stands between Amp and Slack: told by its cause, at the start and by the doctor, at once."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web

from bot.slack import refusals
from tests import process
from tests.answering import answering

SECRET = "what a proxy's page says"
PAGE = f"<html>{SECRET}</html>"


def page(status: int) -> Callable[[], web.Response]:
    return lambda: web.Response(status=status, text=PAGE, content_type="text/html")


def limited(seconds: str) -> Callable[[], web.Response]:
    no = {"ok": False, "error": "ratelimited"}
    return lambda: web.json_response(no, status=429, headers={"Retry-After": seconds})


def says(told: object) -> Callable[[], web.Response]:
    return lambda: web.json_response(told)


ANSWERS = {
    "down": (page(503), "(status 503): what answers there is not Slack, or Slack is down"),
    "a proxy's page": (
        page(200),
        "(status 200): what answers there is not Slack, or Slack is down",
    ),
    "limited for years": (
        limited("9" * 20),
        "(ratelimited): it wants to be left alone for a while",
    ),
    "limited for ever": (
        limited("9" * 400),
        "(ratelimited): it wants to be left alone for a while",
    ),
    "limited by no number": (limited("soon"), "it wants to be left alone for a while"),
    "in trouble": (
        says({"ok": False, "error": "fatal_error"}),
        "(fatal_error): it is in trouble itself",
    ),
    "a list": (says([1]), "what answers there is not Slack"),
    "a word": (says("ok"), "what answers there is not Slack"),
    "nothing": (says(None), "what answers there is not Slack"),
    "ok, and no more": (says({"ok": True}), "what answers there is not Slack"),
}


@pytest.mark.parametrize("name", ANSWERS)
async def test_what_is_no_answer_of_slacks_is_not_taken_for_its_no(
    name: str, sqlite_url: str, tmp_path: Path
) -> None:
    """One sentence, which does not send anybody for another token, and quotes nothing."""
    answer, told = ANSWERS[name]
    async with _answering(answer) as address:
        for command in ("run", "doctor"):
            status, said = await _runs(command, address, sqlite_url, tmp_path)
            assert status == 1
            (line,) = [line for line in said.splitlines() if "Slack can't be reached" in line]
            assert told in line
            assert SECRET not in said
            assert "Traceback" not in said
            assert "Copy it once more" not in said


@pytest.mark.parametrize("code", ["token_revoked", "account_inactive", "invalid_auth"])
async def test_slacks_no_is_its_no(code: str, sqlite_url: str, tmp_path: Path) -> None:
    """Then it is the token."""
    async with _answering(says({"ok": False, "error": code})) as address:
        for command in ("run", "doctor"):
            status, said = await _runs(command, address, sqlite_url, tmp_path)
            assert status == 1
            assert f"Slack does not take SLACK_BOT_TOKEN ({code})" in said


@pytest.mark.parametrize(
    ("slack", "proxy", "told"),
    [
        ("http://nowhere.invalid/api/", None, "there is no machine of that name"),
        ("http://127.0.0.1:9/api/", None, "nobody listens there"),
        ("https://nowhere.invalid/api/", "http://me:hush@127.0.0.1:9", "names does not answer"),
        ("https://nowhere.invalid/api/", "me:hush@127.0.0.1:9", "is no address"),
        ("https://nowhere.invalid/api/", "socks5://127.0.0.1:9", "names does not answer"),
    ],
)
async def test_what_is_in_the_way_is_named(
    slack: str, proxy: str | None, told: str, sqlite_url: str, tmp_path: Path
) -> None:
    """A proxy that is dead is no fault of Slack's; its password is nobody's business."""
    more = {"HTTPS_PROXY": proxy} if proxy else {}
    for command in ("run", "doctor"):
        status, said = await _runs(command, slack, sqlite_url, tmp_path, **more)
        assert status == 1
        assert told in said
        assert "hush" not in said
        assert "Traceback" not in said


@pytest.mark.parametrize("address", ["http://[::1", "https://slack.com:99999/api", "http:///api"])
async def test_an_address_of_slacks_that_is_none_is_a_setting(address: str, tmp_path: Path) -> None:
    """Whatever is wrong with it."""
    status, said = await _runs("run", address, "sqlite:///amp.db", tmp_path)
    assert (status, said[:30]) == (2, "• SLACK_API_URL must be an add")


def test_slack_is_asked_again_within_the_hour() -> None:
    """However long it says, and whatever that is."""
    for told, seconds in (("7", 7.0), ("9" * 400, refusals.LONGEST), ("soon", refusals.PAUSE)):
        response = web.Response(headers={"Retry-After": told})
        assert refusals.seconds(response) == seconds


async def _runs(
    command: str, slack: str, database: str, folder: Path, **more: str
) -> tuple[int, str]:
    given = {
        "SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s", "PORT": "0",
        "AMP_KEYS": str(folder / "keys"), "SLACK_API_URL": slack, "DATABASE_URL": database,
    }  # fmt: skip
    return await process.run(command, environment={**given, **more}, folder=folder)


@asynccontextmanager
async def _answering(answer: Callable[[], web.Response]) -> AsyncIterator[str]:
    async def handle(request: web.Request) -> web.Response:
        await asyncio.sleep(0)
        return answer()

    async with answering(handle) as address:
        yield address
