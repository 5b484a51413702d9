"""What the README says holds: its bots answer, its tests pass, its links lead somewhere."""

import asyncio
import os
import re
import shlex
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import yaml

from localslack import Slack
from localslack.__main__ import _parser
from localslack.world import company as companies
from tests import ports, process
from tests.conftest import needs
from tests.localslack.test_command import serving, told

pytest_plugins = ["pytester"]
HOUSE = process.ROOT / "localslack"
EXAMPLES = HOUSE / "examples"
PAGES = sorted(HOUSE.glob("*.md"))
README = (HOUSE / "README.md").read_text("utf-8")
SOURCE_ENV = "set -a; . ./.env; set +a"
UNREACHABLE = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH")


def blocks(language: str) -> list[str]:
    """The code in the README of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


def lines(start: str) -> list[str]:
    """The README's shell lines that begin like this."""
    return [line for block in blocks("sh") for line in block.splitlines() if start in line]


@asynccontextmanager
async def answering(folder: Path, command: str) -> AsyncIterator[Slack]:
    """The packaged company, and a bot that a shell starts as the README has it, connected."""
    assert lines(SOURCE_ENV)
    async with serving(folder, "--env", ".env") as running:
        bot = await asyncio.create_subprocess_exec(
            *("bash", "-c", f"{SOURCE_ENV}; exec {command}"),
            cwd=folder,
            env={"PATH": os.environ["PATH"], "HOME": str(folder)},
        )
        try:
            async with Slack(told(running)["SLACK_API_URL"].removesuffix("/api/")) as slack:

                async def connected() -> bool:
                    return bool((await slack.get("app"))["connections"])

                await slack.until(connected, timeout=process.PATIENCE)
                yield slack
        finally:
            bot.terminate()
            await bot.wait()


async def says_hello(slack: Slack) -> None:
    """What the README promises of either bot: a command, a button, a mention."""
    ana = slack.person("ana")
    assert await ana.types("/hello world", "#general")

    async def greeted() -> bool:
        return [m.text for m in await ana.reads("#general")][-1:] == ["Hello world!\nWave"]

    await slack.until(greeted)
    await ana.presses("Wave", where="#general")

    async def waved() -> bool:
        seen = await slack.person("bo").reads("#general")
        return [message.text.partition("> ")[2] for message in seen] == ["waves at everybody."]

    await slack.until(waved)
    said = await ana.says("@hello Good morning", "#general")

    async def answered() -> bool:
        thread = await ana.reads_thread("#general", said.ts)
        return [message.text.partition(" ")[0] for message in thread[1:]] == ["Hello"]

    await slack.until(answered)


async def test_the_python_bot_answers(tmp_path: Path) -> None:
    """In five minutes, it says; here in a second or two."""
    assert lines("python localslack/examples/bot.py")
    async with answering(tmp_path, f"{sys.executable} {EXAMPLES / 'bot.py'}") as slack:
        await says_hello(slack)


async def test_the_javascript_bot_answers(tmp_path: Path) -> None:
    """With what npm installs for it, as the lock has it."""
    assert lines("npm ci")
    assert lines("node bot.js")
    node = needs("node", "on Debian and Ubuntu: apt-get install nodejs npm")
    npm = needs("npm", "on Debian and Ubuntu: apt-get install nodejs npm")
    for name in ("bot.js", "package.json", "package-lock.json"):
        shutil.copy(EXAMPLES / name, tmp_path)
    await install(npm, tmp_path)
    async with answering(tmp_path, f"{node} bot.js") as slack:
        await says_hello(slack)


async def test_the_java_bot_answers(tmp_path: Path) -> None:
    """With a JDK and nothing else, over signed HTTP."""
    java = shutil.which("java")
    if java is None or shutil.which("javac") is None:
        pytest.skip("no JDK: on Debian and Ubuntu: apt-get install default-jdk-headless")
    assert lines("java localslack/examples/Bot.java")
    assert lines("localslack --env .env --deliver-to http://127.0.0.1:3000/slack/events")
    port = ports.free()
    address = f"http://127.0.0.1:{port}/slack/events"
    async with serving(tmp_path, "--env", ".env", "--deliver-to", address) as running:
        bot = await asyncio.create_subprocess_exec(
            *("bash", "-c", f"{SOURCE_ENV}; PORT={port} exec {java} {EXAMPLES / 'Bot.java'}"),
            cwd=tmp_path,
            env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
            stdout=asyncio.subprocess.PIPE,
        )
        try:
            assert bot.stdout is not None
            async with asyncio.timeout(process.PATIENCE):
                assert address in (await bot.stdout.readline()).decode()
            async with Slack(told(running)["SLACK_API_URL"].removesuffix("/api/")) as slack:
                await says_hello(slack)
        finally:
            bot.terminate()
            await bot.wait()


async def test_people_act_from_node(tmp_path: Path) -> None:
    """As the README has it, with a bot in Python."""
    node = needs("node", "on Debian and Ubuntu: apt-get install nodejs npm")
    (script,) = [block for block in blocks("js") if "localslack.mjs" in block]
    shutil.copy(HOUSE / "node" / "localslack.mjs", tmp_path)
    (tmp_path / "people.mjs").write_text(script)
    async with answering(tmp_path, f"{sys.executable} {EXAMPLES / 'bot.py'}") as slack:
        people = await asyncio.create_subprocess_exec(
            *(node, "people.mjs"),
            cwd=tmp_path,
            env={"SLACK_API_URL": f"{slack.url}/api/"},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        said = (await people.communicate())[0].decode()
        assert people.returncode == 0, said
        assert said.strip()

        async def waved() -> bool:
            seen = await slack.person("bo").reads("#general")
            return [m.text.partition("> ")[2] for m in seen] == ["waves at everybody."]

        await slack.until(waved)


async def install(npm: str, folder: Path) -> None:
    """`npm ci`; where no registry can be reached, the test is skipped."""
    installing = await asyncio.create_subprocess_exec(
        *(npm, "ci", "--no-audit", "--no-fund", "--fetch-retries=1"),
        cwd=folder,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said = (await installing.communicate())[0].decode()
    if installing.returncode and any(word in said for word in UNREACHABLE):
        pytest.skip("npm can't reach a registry")
    assert installing.returncode == 0, said


@pytest.mark.parametrize("folder", [EXAMPLES, process.ROOT], ids=["bot.js", "the page's linter"])
def test_the_locks_pin_everything_and_name_no_address(folder: Path) -> None:
    """They work with whatever registry a machine has."""
    lock = (folder / "package-lock.json").read_text("utf-8")
    assert '"resolved"' not in lock
    assert lock.count('"integrity"') == lock.count('"node_modules/')


def test_the_readmes_tests_pass(pytester: pytest.Pytester) -> None:
    """In a project of somebody else's."""
    tests = [block for block in blocks("python") if "def test_" in block]
    pytester.makeini("[pytest]\nasyncio_default_fixture_loop_scope = function")
    pytester.makepyfile("\n\n".join(tests))
    pytester.runpytest("-p", "localslack.pytest_plugin").assert_outcomes(passed=3)


def test_the_readmes_company_is_one(tmp_path: Path) -> None:
    """With two people and a manifest beside it."""
    (described,) = blocks("yaml")
    (tmp_path / "company.yaml").write_text(described)
    (tmp_path / "manifest.yml").write_text("display_information: {name: Parrot}")
    (place,) = companies.load(tmp_path / "company.yaml").workspaces
    assert [person.name for person in place.people] == ["kim", "lou"]


def test_the_readmes_job_is_one() -> None:
    """It starts the local Slack, waits for its health, and runs the bot's own tests."""
    (described,) = blocks("yml")
    steps = yaml.safe_load(described)["jobs"]["test"]["steps"]
    assert "/health" in steps[-1]["run"]
    brought = next(step["with"]["path"] for step in steps if "with" in step)
    assert steps[-1]["env"]["PYTHONPATH"] == brought


def test_the_readmes_commands_are_understood() -> None:
    """Every option exists."""
    commands = lines("python -m localslack ")
    assert len(commands) >= 3
    for command in commands:
        _parser().parse_args(shlex.split(command)[3:])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    """Within the package, which could be a repository of its own."""
    for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target
        assert HOUSE in (page.parent / target).resolve().parents, target
