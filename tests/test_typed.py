"""What README and operating.md have people type to install Amp and to run it is typed, as it is."""

import asyncio
import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot import manifest
from localslack import LocalSlack
from tests import ports, process
from tests.house import environment_for
from tests.process import ROOT, Process
from tests.shell import amp_in
from tests.test_wheel import copy_to

README = (ROOT / "README.md").read_text()
OPERATING = (ROOT / "docs" / "operating.md").read_text()
MAKEFILE = (ROOT / "Makefile").read_text()
CLONED = "ADDRESS-OF-THIS-REPOSITORY"


def typed(page: str, heading: str) -> list[str]:
    """The commands below a heading, a line each, without their comments."""
    part = page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    blocks = re.findall(r"^ *```sh\n(.*?)```", part, re.MULTILINE | re.DOTALL)
    lines = [re.sub(r"\s+#\s.*", "", line).strip() for line in "".join(blocks).splitlines()]
    return [line for line in lines if line]


INSTALLING = typed(README, "Install it")
RUNNING = INSTALLING.index("amp doctor") - 1  # from where on it is another folder


def test_both_pages_install_in_the_same_words() -> None:
    """But for the packages, which the README names in a sentence."""
    [packages, *rest] = typed(OPERATING, "Ten minutes to a real workspace")
    assert rest == INSTALLING
    assert f"`{packages}`" in README


def test_what_the_lines_need_is_named_before_them() -> None:
    """The clone, and the venv that Debian has in a package of its own, as make says it."""
    packages = typed(OPERATING, "Ten minutes to a real workspace")[0]
    told = re.search(r"On Debian and Ubuntu: (apt-get install) (\S+)\"", MAKEFILE)
    assert told
    assert packages == f"{told[1]} {INSTALLING[0].split()[0]} {told[2]}"


def test_nothing_is_installed_but_what_was_tested() -> None:
    """Every way that the pages show has the versions that are pinned first, and Amp alone then."""
    shown = re.findall(r"/bin/pip install ([^\n&`#]+)", README + OPERATING)
    pinned, own = shown[::2], shown[1::2]
    assert len(pinned) == len(own) == 3
    assert {line.strip() for line in pinned} == {
        "--require-hashes -r amp/requirements.txt", "--require-hashes -r requirements.txt"
    }  # fmt: skip
    assert {line.strip() for line in own} == {"--no-deps ./amp", "--no-deps ."}


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A machine on which Amp has been installed, line by line, in folders of its own.

    The requirements are there already, in the versions that are pinned, so that pip fetches none.
    """
    machine = tmp_path_factory.mktemp("machine")
    for made in ("bin", "opt", "kept"):
        (machine / made).mkdir()
    (machine / "bin" / "python3").symlink_to(getattr(sys, "_base_executable", sys.executable))
    (machine / "origin").mkdir()
    copy_to(machine / "origin")
    shutil.copy(ROOT / "requirements.txt", machine / "origin")
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-C", "origin"]
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "x"]):
        subprocess.run([*git, *command], cwd=machine, check=True)
    for line in INSTALLING[:RUNNING]:
        said = subprocess.run(
            ["sh", "-c", _here(line, machine)], cwd=machine, env=_environment(machine),
            capture_output=True, text=True,
        )  # fmt: skip
        assert said.returncode == 0, f"{line}\n{said.stdout}{said.stderr}"
    return machine


def _here(line: str, machine: Path) -> str:
    """The line, with its places below a folder."""
    line = line.replace(CLONED, str(machine / "origin"))
    return line.replace("/opt/", f"{machine}/opt/").replace("/usr/local/bin/", f"{machine}/bin/")


def _environment(machine: Path) -> dict[str, str]:
    return {
        "PATH": f"{machine}/bin:{os.environ['PATH']}",
        "HOME": str(machine),
        "PYTHONPATH": sysconfig.get_paths()["purelib"],
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # which, as a variable, pip takes for yes
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }


async def test_the_readme_installs_and_starts_amp_as_it_is_written(machine: Path) -> None:
    """From the clone to Socket Mode, with nothing but two tokens and an empty folder."""
    slack = await LocalSlack.start(manifest=manifest.manifest())
    tokens = {"xoxb-…": slack.app.bot_token, "xapp-…": slack.app.app_token}
    lines = "\n".join(INSTALLING[RUNNING:])
    for shown, token in tokens.items():
        assert lines.count(shown) == 1
        lines = lines.replace(shown, token)
    given = {**_environment(machine), "SLACK_API_URL": slack.api_url, "PORT": "0"}
    try:
        async with shell(f"set -e\n{lines}", given, machine / "kept") as running:
            await running.ready()
            assert "there is no amp.db yet. The first start makes it." in running.words
            assert "Socket Mode" in running.words
            assert "PROBLEM" not in running.words
    finally:
        await slack.close()
    assert {"amp.db", "amp.secret"} <= set(os.listdir(machine / "kept"))


@asynccontextmanager
async def shell(lines: str, given: dict[str, str], folder: Path) -> AsyncIterator[Process]:
    """What is typed into a shell, until the block is over; then all of it is told to stop."""
    popen = await asyncio.create_subprocess_exec(
        *("sh", "-c", lines), cwd=folder, env=given, start_new_session=True,
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    assert popen.stdout is not None
    running = process.listening(popen, popen.stdout)
    try:
        yield running
    finally:
        if running.popen.returncode is None:
            os.killpg(popen.pid, signal.SIGTERM)
        await running.ends()


# At home, with honcho


@pytest.fixture
async def at_home(tmp_path: Path) -> AsyncIterator[dict[str, str]]:
    """The environment of a folder with the Procfile, where `amp` and honcho are on the path."""
    shutil.copy(ROOT / "Procfile", tmp_path)
    slack = await LocalSlack.start(manifest=manifest.manifest())
    path = [amp_in(tmp_path), str(Path(sys.executable).parent), os.environ["PATH"]]
    yield {
        **environment_for(slack, f"sqlite:///{tmp_path}/home.db", tmp_path),
        "PATH": os.pathsep.join(path),
        "PYTHONPATH": str(ROOT),
        "PORT": str(ports.free()),
    }
    await slack.close()


def by_honcho() -> tuple[str, str]:
    """What the page has one type: what runs first, and what stays."""
    found = re.search(r"`(honcho start [\w ]+)`, after `(honcho run [\w ]+)`", OPERATING)
    assert found
    return found[2], found[1]


async def test_honcho_runs_what_the_page_names(at_home: dict[str, str], tmp_path: Path) -> None:
    """Tables first, then web and worker, until it is told to stop."""
    first, stays = by_honcho()
    async with shell(first, at_home, tmp_path) as running:
        assert await running.ends() == 0, running.words
        assert "home.db: the tables were made" in running.words
    async with shell(f"exec {stays}", at_home, tmp_path) as running:
        await running.says(lambda line: "web.1" in line and "event='ready'" in line)
        await running.says(lambda line: "worker.1" in line and "event='ready'" in line)
    assert running.words.count("event='stopping'") == 2, running.words


async def test_honcho_alone_ends_with_the_release(at_home: dict[str, str], tmp_path: Path) -> None:
    """As the page says of `honcho start` without names."""
    async with shell("exec honcho start", at_home, tmp_path) as running:
        await running.ends()
    assert "release.1" in next(line for line in running.lines if "stopped" in line)
    assert "sending SIGTERM to web.1" in running.words
