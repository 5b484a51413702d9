"""`python -m localslack`: what it serves, prints and keeps, and what it says to bad input."""

import asyncio
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from localslack import Slack
from localslack.__main__ import EACH_SECONDS, main
from localslack.environment import COMMENT, NAMES, OAUTH
from tests import process
from tests.localslack.hosting import keeping

MANIFEST = """{
\t"display_information": {"name": "Parrot"},
\t"features": {
\t\t"bot_user": {"display_name": "parrot"},
\t\t"slash_commands": [{"command": "/polly", "description": "Repeats"}],
\t\t"search": {}
\t},
\t"oauth_config": {"scopes": {"bot": ["commands", "chat:write"]}},
\t"settings": {"interactivity": {"is_enabled": true}}
}"""


@asynccontextmanager
async def serving(folder: Path, *arguments: str) -> AsyncIterator[process.Process]:
    """The command at work; it ends as it does when somebody presses Ctrl-C."""
    port = () if "--port" in arguments else ("--port", "0")
    command = (*arguments, *port)
    running = await process.start(*command, environment={}, folder=folder, module="localslack")
    try:
        await running.says(lambda line: "SLACK_CLIENT_SECRET=" in line)
        await running.says(lambda line: "SLACK_API_URL=" in line)
        yield running
    finally:
        if running.popen.returncode is None:
            await running.terminate()


def told(running: process.Process) -> dict[str, str]:
    """What it told the bot, as a shell that reads it would have it."""
    lines = [line.removeprefix("export ") for line in running.lines if line.startswith("export ")]
    return {name: value for name, _, value in (line.partition("=") for line in lines)}


async def test_it_serves_a_small_company_and_says_what_a_bot_needs(tmp_path: Path) -> None:
    """With the packaged app installed, and a page."""
    async with serving(tmp_path) as running, aiohttp.ClientSession() as session:
        assert "Northwind Trails is at http://127.0.0.1:" in running.lines[0]
        needed = told(running)
        assert tuple(needed) == tuple(name for name in NAMES if name not in OAUTH)
        assert [line.partition("=")[0] for line in running.lines[-2:]] == [
            f"# export {name}" for name in OAUTH
        ]
        client = AsyncWebClient(needed["SLACK_BOT_TOKEN"], needed["SLACK_API_URL"])
        assert (await client.auth_test())["user"] == "hello"
        await client.chat_postMessage(channel="#general", text="Here I am")
        page = needed["SLACK_API_URL"].removesuffix("/api/")
        async with session.get(page) as answer:
            assert answer.content_type == "text/html"
        async with Slack(page) as slack:
            assert "`/hello`" in (await slack.get("state"))["hint"]


async def test_any_manifest_is_installed(tmp_path: Path) -> None:
    """As Slack's own tools write it, in JSON with tabs; what is passed over is told."""
    (tmp_path / "manifest.json").write_text(MANIFEST)
    async with serving(tmp_path, "--manifest", "manifest.json") as running:
        assert running.lines[0].endswith("asks for features.search, which is not offered.")
        needed = told(running)
        client = AsyncWebClient(needed["SLACK_BOT_TOKEN"], needed["SLACK_API_URL"])
        assert (await client.auth_test())["user"] == "parrot"
        await client.chat_postMessage(channel="#general", text="Polly")
        async with Slack(needed["SLACK_API_URL"].removesuffix("/api/")) as slack:
            state = await slack.get("state")
            assert [command["command"] for command in state["apps"][0]["commands"]] == ["/polly"]


async def test_the_file_keeps_what_else_is_in_it(tmp_path: Path) -> None:
    """Old tokens go; the bot's own settings stay."""
    kept = tmp_path / ".env"
    kept.write_text("# Mine\nexport SLACK_BOT_TOKEN=xoxb-old\nCOLOUR=red\nSLACK_API_URL=http://x\n")
    async with serving(tmp_path, "--env", ".env") as running:
        needed = [f"{name}={value}" for name, value in told(running).items()]
        oauth = [line.replace("export ", "") for line in running.lines[-2:]]
        whole = ["# Mine", "COLOUR=red", *needed, COMMENT, *oauth]
        assert kept.read_text().splitlines() == whole
    async with serving(tmp_path, "--env", ".env"):
        assert len(kept.read_text().splitlines()) == len(whole)


async def test_a_bot_that_others_install_is_told_its_client_id(tmp_path: Path) -> None:
    """The manifest says so; Bolt for Python would pass over a token beside it."""
    (tmp_path / "manifest.yml").write_text(
        "display_information: {name: Parrot}\n"
        "oauth_config: {redirect_urls: ['http://127.0.0.1:3000/slack/oauth_redirect']}\n"
    )
    async with serving(tmp_path, "--manifest", "manifest.yml") as running:
        assert tuple(told(running)) == NAMES


async def test_requests_go_where_they_are_to_be_delivered(tmp_path: Path) -> None:
    """Over HTTP, signed with what was printed."""
    async with keeping() as (url, found), serving(tmp_path, "--deliver-to", url) as running:
        async with Slack(told(running)["SLACK_API_URL"].removesuffix("/api/")) as slack:
            await slack.person("ana").types("/hello")
        assert [body["command"] for body in found.bodies] == ["/hello"]


async def test_ctrl_c_is_no_error(tmp_path: Path) -> None:
    """It is how one ends it."""
    async with serving(tmp_path) as running:
        running.popen.send_signal(2)
        assert await running.ends() == 0
        assert "Traceback" not in running.words


@pytest.mark.parametrize(
    ("name", "content", "arguments", "sentence"),
    [
        ("", "", ["none.yaml"], "none.yaml can't be read: No such file or directory."),
        ("", "", ["--manifest", "none.yml"], "none.yml can't be read: No such file or directory."),
        ("a.yaml", "a: [", ["a.yaml"], "a.yaml isn't YAML: "),
        ("a.yaml", b"\xff\xfe\xfa", ["a.yaml"], "a.yaml can't be read: "),
        ("a.json", '{"a": ', ["--manifest", "a.json"], "a.json can't be read: "),
        ("a.yml", "- a", ["--manifest", "a.yml"], "a.yml should be a mapping at the top."),
        ("a.yaml", "workspaces: []", ["a.yaml"], "The company can't be used. workspaces: "),
        ("a.yaml", "colour: red", ["a.yaml"], "colour: Extra inputs are not permitted"),
        ("a.yaml", "workspaces: [{name: A, domain: a}]", ["a.yaml"], "This company has no app."),
        (
            "a.yml",
            "{display_information: {name: A}, features: {slash_comands: []}}",
            ["--manifest", "a.yml"],
            "The manifest names a feature that Slack doesn't have: slash_comands.",
        ),
        ("a.yml", "features: {}", ["--manifest", "a.yml"], "display_information: Field required"),
        ("", "", ["--port", "70000"], "70000 is no port: it goes from 0 to 65535"),
        ("", "", ["--port", "0", "--env", "no/where"], "no/where can't be written: "),
    ],
)
def test_bad_input_is_a_sentence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    content: str | bytes,
    arguments: list[str],
    sentence: str,
) -> None:
    """It says which file and what is wrong with it; nothing is served."""
    monkeypatch.chdir(tmp_path)
    if name:
        raw = content if isinstance(content, bytes) else content.encode()
        (tmp_path / name).write_bytes(raw)
    try:
        status = main(arguments)
    except SystemExit as end:  # argparse's own
        status = int(end.code or 0)
    assert status in (1, 2)
    told = capsys.readouterr()
    assert sentence in told.err
    assert not told.out


def test_a_port_in_use_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    """And what to do about it."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["--port", str(port)]) == 1
    said = f"Port {port} is in use. Choose another one: --port 0 takes any.\n"
    assert capsys.readouterr().err == said


async def test_a_python_bot_runs_as_it_is(tmp_path: Path) -> None:
    """`python -m localslack.run` gives it the address that it doesn't know of."""
    (tmp_path / "words.py").write_text('WORDS = "Unchanged"')
    (tmp_path / "bot.py").write_text(
        "import os, sys\n"
        "from slack_bolt import App\n"
        "from words import WORDS\n"
        'app = App(token=os.environ["SLACK_BOT_TOKEN"])\n'
        'app.client.chat_postMessage(channel="#general", text=" ".join([WORDS, *sys.argv[1:]]))\n'
        "print(__name__)\n"
    )
    async with serving(tmp_path) as running:
        needed = told(running)
        status, words = await process.run(
            *("bot.py", "indeed"), environment=needed, folder=tmp_path, module="localslack.run"
        )
        assert (status, words) == (0, "__main__")
        async with Slack(needed["SLACK_API_URL"].removesuffix("/api/")) as slack:
            (message,) = await slack.person("ana").reads("#general")
            assert message.text == "Unchanged indeed"


async def test_a_python_bot_that_is_installed_by_oauth_runs_as_it_is(tmp_path: Path) -> None:
    """It leads people to this Slack's page, unless it was told another one."""
    (tmp_path / "bot.py").write_text(
        "from slack_bolt.oauth.oauth_settings import OAuthSettings\n"
        "for other in ({}, {'authorization_url': 'https://example.com/'}):\n"
        "    settings = OAuthSettings(client_id='1', client_secret='2', scopes=[], **other)\n"
        "    print(settings.authorize_url_generator.generate('s').partition('?')[0])\n"
    )
    status, words = await process.run(
        "bot.py",
        environment={"SLACK_API_URL": "http://127.0.0.1:8060/api/"},
        folder=tmp_path,
        module="localslack.run",
    )
    assert status == 0
    assert words.split() == ["http://127.0.0.1:8060/oauth/v2/authorize", "https://example.com/"]


@pytest.mark.parametrize(
    ("arguments", "address"), [([], "http://x"), (["no.py"], "http://x"), (["no.py"], "")]
)
async def test_a_bot_that_is_not_there_is_a_sentence(
    tmp_path: Path, arguments: list[str], address: str
) -> None:
    """No file, no address, nothing at all."""
    status, words = await process.run(
        *arguments,
        environment={"SLACK_API_URL": address},
        folder=tmp_path,
        module="localslack.run",
    )
    assert status == 2
    assert words.startswith(("Say which bot: ", "There is no no.py."))
    assert sys.executable not in words


async def test_a_bot_without_an_address_is_told_which_variable_is_missing(tmp_path: Path) -> None:
    """The bot was said; what is missing is what the local Slack printed."""
    (tmp_path / "bot.py").write_text("")
    status, words = await process.run(
        "bot.py", environment={"SLACK_API_URL": ""}, folder=tmp_path, module="localslack.run"
    )
    assert (status, words.partition(":")[0]) == (2, "SLACK_API_URL is not set")


async def test_a_bot_that_is_set_up_once_stays_set_up(tmp_path: Path) -> None:
    """The tokens of an app are the same at each start; another app has others."""
    (tmp_path / "manifest.json").write_text(MANIFEST)
    known = []
    for arguments in ((), (), ("--manifest", "manifest.json")):
        async with serving(tmp_path, *arguments) as running:
            needed = told(running)
            del needed["SLACK_API_URL"]  # has the port
            known.append(needed)
    assert known[0] == known[1]
    assert not set(known[0].values()) & set(known[2].values())


async def test_a_health_address_says_that_it_is_up(tmp_path: Path) -> None:
    """For whoever starts a bot after it."""
    async with serving(tmp_path) as running, aiohttp.ClientSession() as session:
        page = told(running)["SLACK_API_URL"].removesuffix("/api/")
        async with session.get(f"{page}/health") as answer:
            assert (answer.status, await answer.json()) == (200, {"ok": True})


async def test_a_manifest_that_changes_is_taken_while_it_runs(tmp_path: Path) -> None:
    """Its commands and scopes, with the same token; one that can't be used leaves the old one."""
    path = tmp_path / "manifest.json"
    path.write_text(MANIFEST)
    async with serving(tmp_path, "--manifest", "manifest.json") as running:
        needed = told(running)
        client = AsyncWebClient(needed["SLACK_BOT_TOKEN"], needed["SLACK_API_URL"])
        path.write_text("{")
        await running.says(lambda line: "the old one stays" in line)
        assert (await client.auth_test())["user"] == "parrot"

        path.write_text(MANIFEST.replace("/polly", "/squawk").replace('"parrot"', '"cockatoo"'))
        await running.says(lambda line: "The manifest has changed, and" in line)
        assert (await client.auth_test())["user"] == "cockatoo"
        async with Slack(needed["SLACK_API_URL"].removesuffix("/api/")) as slack:
            (app,) = (await slack.get("state"))["apps"]
            assert [one["command"] for one in app["commands"]] == ["/squawk"]


async def test_a_manifest_that_is_away_for_a_moment_has_not_changed(tmp_path: Path) -> None:
    """As an editor leaves it that writes a file anew."""
    path, new = tmp_path / "manifest.json", tmp_path / "new.json"
    path.write_text(MANIFEST)
    new.write_text(MANIFEST.replace('"parrot"', '"cockatoo"'))
    async with serving(tmp_path, "--manifest", "manifest.json") as running:
        path.unlink()
        await asyncio.sleep(3 * EACH_SECONDS)
        new.rename(path)
        await running.says(lambda line: "The manifest has changed, and" in line)
        assert "can't be used" not in running.words
