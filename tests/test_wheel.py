"""A wheel is all that a machine needs: it carries content and migrations, and works anywhere."""

import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from bot import manifest
from localslack import LocalSlack
from tests import process
from tests.house import environment_for

BUILT_FROM = ("bot", "localslack", "content", "alembic", "pyproject.toml", "README.md", "LICENSE")


def copy_to(folder: Path) -> None:
    """What a wheel is built from, in another folder."""
    for name in BUILT_FROM:
        source = process.ROOT / name
        if source.is_dir():  # without what other tests may be writing right now
            shutil.copytree(
                source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules")
            )
        else:
            shutil.copy(source, folder / name)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of what it is built from, without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    copy_to(folder)
    (folder / "tests").mkdir()  # as in a checkout; it must not travel
    (folder / "tests" / "__init__.py").touch()
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel"],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    return next((folder / "dist").glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where Python finds the wheel's package, and nothing of the repository."""
    target = tmp_path_factory.mktemp("installed")
    pip = ["pip", "install", "--no-deps", "--no-index", "--quiet", "--target", str(target)]
    subprocess.run([sys.executable, "-m", *pip, str(wheel)], check=True, capture_output=True)
    return str(target)


def test_it_carries_what_amp_reads_and_no_tests(wheel: Path) -> None:
    """Content, migrations, and the local Slack's page and company."""
    names = set(zipfile.ZipFile(wheel).namelist())
    shipped = {
        *("bot/content/en/drives.yaml", "bot/content/de/drives.yaml", "bot/alembic/env.py"),
        *("localslack/page/index.html", "localslack/company.yaml"),
        *("localslack/webapi/methods.json", "localslack/examples/bot.js"),
        *("localslack/README.md", "localslack/control.md", "localslack/py.typed"),
    }
    assert shipped <= names
    assert any(name.startswith("bot/alembic/versions/0001") for name in names)
    assert not [name for name in names if "/test" in f"/{name}" or name.endswith(".pyc")]
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {
        *("bot", "localslack", "amp_bot"),
    }


async def test_its_commands_work_from_an_empty_folder(installed: str, tmp_path: Path) -> None:
    """And they are the wheel's own, not the repository's."""
    _, told = await process.run(
        "--details", "bot", environment={}, folder=tmp_path, path=installed, module="inspect"
    )
    assert f"Origin: {installed}/bot/__init__.py" in told
    status, said = await process.run("check", environment={}, folder=tmp_path, path=installed)
    assert (status, said.splitlines()[-1]) == (0, "content/: everything is in order.")
    status, said = await process.run("manifest", environment={}, folder=tmp_path, path=installed)
    assert (status, said + "\n") == (0, manifest.as_yaml())


async def test_it_brings_the_local_slacks_fixtures_to_pytest(
    installed: str, tmp_path: Path
) -> None:
    """Whoever installs it has them, without another word."""
    (tmp_path / "test_bot.py").write_text(
        "def test_bot(local_slack):\n    assert local_slack.person('ana').reads('#general') == []\n"
    )
    status, said = await process.run(
        *("-q", "-p", "no:cacheprovider"),
        environment={}, folder=tmp_path, path=installed, module="pytest",
    )  # fmt: skip
    assert status == 0, said
    assert "1 passed" in said


async def test_it_runs_from_an_empty_folder_and_makes_its_own_database(
    installed: str, tmp_path: Path
) -> None:
    """With nothing but tokens: the SQLite file is made, migrated, and Amp is ready."""
    slack = await LocalSlack.start(manifest=manifest.manifest())
    given = environment_for(slack, "", tmp_path)
    environment = {n: given[n] for n in given if n.startswith("SLACK") or n == "PORT"}
    amp = await process.start("run", environment=environment, folder=tmp_path, path=installed)
    try:
        address = await amp.ready()
        slack.deliver_to(f"{address}/slack/events")
        ana = slack.person("ana")
        assert await ana.types("/amp step 2", "#general")
        assert "Autonomy" in "".join(m.text for m in await ana.reads("#general"))
    finally:
        status = await amp.terminate()
        await slack.close()
    assert status == 0, amp.words
    with closing(sqlite3.connect(tmp_path / "amp.db")) as database:
        assert database.execute("SELECT version_num FROM alembic_version").fetchall()
    assert sorted(os.listdir(tmp_path)) == ["amp.db", "amp.keys", "amp.secret"]
