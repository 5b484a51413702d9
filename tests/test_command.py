"""The `amp` command, run as people run it: in a process of its own."""

import asyncio
import csv
import io
import json
import os
import re
import shutil
import sys
from pathlib import Path

import pytest
import yaml
from sqlalchemy import select

from bot import manifest, metrics, paths
from bot.digest.models import Digest
from bot.teams.models import Team
from tests import process
from tests.place import Place, placed, until

COMMANDS = [
    *("run", "web", "worker", "demo", "check", "doctor", "manifest", "export"),
    "report",
    *("migrate", "backup", "restore", "workspaces", "teams", "rounds", "failures"),
    *("resend", "disable", "forget-workspace", "support", "config"),
]


async def amp(*command: str, folder: Path, **environment: str) -> tuple[int, str]:
    return await process.run(*command, environment=environment, folder=folder)


# Help


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
async def test_every_command_has_its_help(command: list[str], tmp_path: Path) -> None:
    """And help needs no settings, no database, no network, and leaves nothing behind."""
    status, said = await amp(*command, "--help", folder=tmp_path)
    assert status == 0
    assert said.startswith("usage: amp")
    assert os.listdir(tmp_path) == []


async def test_help_names_every_command(tmp_path: Path) -> None:
    """The names of the contract, and no other."""
    _, said = await amp("--help", folder=tmp_path)
    listed = re.findall(r"^    (\S+)", said, re.MULTILINE)
    assert listed == COMMANDS


async def test_the_version_is_said(tmp_path: Path) -> None:
    """The one that is installed; no setting is needed for it."""
    assert await amp("--version", folder=tmp_path) == (0, f"amp {metrics.release()}")


async def imported(program: str) -> set[str]:
    """The libraries that a process has imported once it has run a program, and Python's own."""
    told = "import sys; print(sorted({name.partition('.')[0] for name in sys.modules}))"
    popen = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", f"{program}\n{told}"),
        cwd=process.ROOT,
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await popen.communicate()
    return set(eval(said.decode().splitlines()[-1]))


async def test_help_imports_nothing_heavy() -> None:
    """`amp --help` answers at once."""
    there = await imported(
        "import sys; sys.argv = ['amp', '--help']\n"
        "from bot.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass"
    )
    heavy = {"aiohttp", "alembic", "apscheduler", "cryptography", "holidays", "matplotlib"}
    heavy |= {
        "msgspec",
        "nacl",
        "pydantic",
        "slack_bolt",
        "slack_sdk",
        "sqlalchemy",
        "structlog",
        "yaml",
    }
    assert "argparse" in there
    assert not there & heavy


async def test_a_start_imports_nothing_that_waits_for_somebody() -> None:
    """What a process that serves and works needs at once, and no more; see docs/decisions.md."""
    there = await imported(
        "from bot import app, paths, running, settings, words\napp.content_of(settings.Settings())"
    )
    later = {
        "alembic",
        "apscheduler",
        "asyncpg",
        "cryptography",
        "fluent",
        "holidays",
        "matplotlib",
        "nacl",
        "num2words",
    }
    assert "sqlalchemy" in there
    assert not there & (later | {"pydantic", "redis"})


@pytest.mark.parametrize(
    ("which", "there", "spared"),
    [("registering, web", "rooms", "timetable"), ("timetable", "", "rooms")],
)
async def test_who_only_serves_or_works_leaves_the_other_half_and_knows_every_table(
    which: str, there: str, spared: str
) -> None:
    """The clock's jobs or the rooms' listeners; a right that lacks is found by either."""
    program = (
        f"import sys; from bot import running, {which}; from bot.db import Base\n"
        "modules, tables = set(sys.modules), set(Base.metadata.tables)\n"
        "from bot import models; assert tables == set(Base.metadata.tables)\n"
        f"assert 'bot.{there}'.strip('.') in modules and 'bot.{spared}' not in modules"
    )
    assert await imported(program)


async def test_an_unknown_command_is_refused_with_what_there_is(tmp_path: Path) -> None:
    """As every command line does it: status 2."""
    status, said = await amp("pulse", folder=tmp_path)
    assert status == 2
    assert "invalid choice: 'pulse'" in said
    assert "worker" in said


@pytest.mark.parametrize("port", ["99999", "-1", "first"])
async def test_a_port_that_is_none_is_refused(port: str, tmp_path: Path) -> None:
    """Not by a traceback, once half of the demo is there."""
    status, said = await amp("demo", f"--port={port}", "--no-browser", folder=tmp_path)
    assert status == 2
    assert f"{port} is no port: it goes from 0 to 65535" in said


async def test_without_settings_everything_missing_is_named(tmp_path: Path) -> None:
    """In bullets, with status 2: starting it again changes nothing."""
    status, said = await amp("run", folder=tmp_path)
    assert status == 2
    assert [line.split()[1] for line in said.splitlines()] == ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"]
    assert os.listdir(tmp_path) == []


# The manifest


async def test_the_manifest_is_for_socket_mode(tmp_path: Path) -> None:
    """Without an address, and it is the file that lies in the repository."""
    status, said = await amp("manifest", folder=tmp_path)
    assert status == 0
    assert yaml.safe_load(said) == manifest.manifest()
    assert yaml.safe_load(said)["settings"]["socket_mode_enabled"] is True
    assert yaml.safe_load(said) == yaml.safe_load((process.ROOT / "manifest.yml").read_text())
    assert await amp("manifest", "--socket", folder=tmp_path) == (0, said)


async def test_the_manifest_for_http_points_everything_at_one_address(tmp_path: Path) -> None:
    """Commands, events and interactions; a slash at the end does no harm."""
    status, said = await amp("manifest", "--http", "https://amp.example.org/", folder=tmp_path)
    assert status == 0
    made = yaml.safe_load(said)
    events = "https://amp.example.org/slack/events"
    assert made["features"]["slash_commands"][0]["url"] == events
    assert made["settings"]["interactivity"]["request_url"] == events
    assert made["settings"]["event_subscriptions"]["request_url"] == events
    assert made["settings"]["socket_mode_enabled"] is False
    assert made["oauth_config"]["redirect_urls"] == ["https://amp.example.org/slack/oauth_redirect"]


async def test_the_manifest_has_steps_only_where_they_are_asked_for(tmp_path: Path) -> None:
    """They want settings that most workspaces can't have; both take the team and who starts it."""
    _, plain = await amp("manifest", folder=tmp_path)
    assert "function" not in plain

    status, said = await amp("manifest", "--steps", folder=tmp_path)
    assert status == 0
    assert "&id" not in said, "nobody reads anchors of YAML"
    made = yaml.safe_load(said)
    assert set(made["functions"]) == {"run_pulse", "post_digest"}
    for step in made["functions"].values():
        kinds = {name: one["type"] for name, one in step["input_parameters"].items()}
        types = {"channel": "slack#/types/channel_id", "user": "slack#/types/user_context"}
        assert kinds == types
    settings = made["settings"]
    assert (settings["org_deploy_enabled"], settings["function_runtime"]) == (True, "remote")
    assert "function_executed" in settings["event_subscriptions"]["bot_events"]
    del made["functions"], settings["function_runtime"]
    settings["event_subscriptions"]["bot_events"].remove("function_executed")
    assert made == yaml.safe_load(plain) | {"settings": settings}


async def test_a_manifest_for_no_address_is_refused(tmp_path: Path) -> None:
    """Slack would refuse it too, later."""
    status, said = await amp("manifest", "--http", "amp.example.org", folder=tmp_path)
    assert status == 2
    assert "amp.example.org is no address such as https://amp.example.org" in said


# The content


async def test_content_that_is_right_is_said_to_be(tmp_path: Path) -> None:
    """What Amp ships: so many messages in each language, and nothing to complain of."""
    status, said = await amp("check", folder=tmp_path)
    *counts, last = said.splitlines()
    assert (status, last) == (0, "content/: everything is in order.")
    assert len({line.partition(": ")[2] for line in counts}) == 1


async def test_mistakes_in_content_are_named_with_file_and_line(tmp_path: Path) -> None:
    """By `amp check`, with status 1, each on a line of its own."""
    content = tmp_path / "words"
    shutil.copytree(paths.CONTENT, content)
    drives = content / "en" / "drives.yaml"
    lines = drives.read_text().splitlines()
    at = next(n for n, line in enumerate(lines) if line.lstrip(" -").startswith("id:"))
    lines[at] = lines[at].partition("id:")[0] + "id: Not An Id"
    drives.write_text("\n".join(lines))
    status, said = await amp("check", str(content), folder=tmp_path)
    assert status == 1
    assert f"words/en/drives.yaml:{at + 1}: `id` “Not An Id” won't do here" in said


async def test_a_content_folder_that_is_not_there_is_a_complaint(tmp_path: Path) -> None:
    """Not a traceback."""
    status, said = await amp("check", "nowhere", folder=tmp_path)
    assert status == 1
    assert "Traceback" not in said


# The export


async def test_an_export_is_what_the_digests_showed_and_runs_nothing(
    sqlite_url: str, tmp_path: Path
) -> None:
    """CSV or JSON, by the team's name or its channel; a name with a formula in it stays text."""
    formula = "=HYPERLINK(1)"
    async with placed(sqlite_url, tmp_path, people=6) as place:
        running = await place.starts()
        await place.sets_up(**{"Name of the team": formula})
        await place.asks_now()
        await place.everybody_is_asked()
        await place.let_everybody_answer()
        await until(lambda: place.count(Digest), "the digest")
        await running.terminate()
        status, said = await _export(place, formula)
        assert status == 0, said
        rows = list(csv.DictReader(io.StringIO(said)))
        assert {row["team"] for row in rows} == {f"'{formula}"}
        assert {row["figure"]: row["mean"] for row in rows}["Autonomy"] == "4.0"
        assert {row["people"] for row in rows} <= {"6", ""}

        status, said = await _export(place, await _channel(place), "--json")
        assert status == 0
        assert [digest["answered"] for digest in json.loads(said)] == [6]
        assert json.loads(said)[0]["team"] == formula

        assert await _export(place, "nobody") == (
            1,
            "There is no team «nobody». Use its name, or its channel's id.",
        )


async def test_a_report_is_one_page_on_disk(sqlite_url: str, tmp_path: Path) -> None:
    """And whatever can't be reported is one sentence that says why."""
    async with placed(sqlite_url, tmp_path, people=6) as place:
        running = await place.starts()
        await place.sets_up()
        await place.asks_now()
        await place.everybody_is_asked()
        await place.let_everybody_answer()
        await until(lambda: place.count(Digest), "the digest")
        await running.terminate()
        channel, file = await _channel(place), tmp_path / "report.html"
        assert await _report(place, channel, "--file", str(file)) == (0, "")
        made = file.read_text()
        assert made.startswith("<!doctype html>")
        assert "<td>6 of 6</td>" in made
        for given, said in (
            (("nobody",), "There is no team «nobody»"),
            ((channel, "--from", "2020-01-01", "--to", "2020-02-01"), "nothing to report"),
            ((channel, "--from", "2020-01-01"), "a year at most"),
            ((channel, "--from", "2026-02-01", "--to", "2026-01-01"), "end before it begins"),
            (("--company", "--from", "2020-01-01", "--to", "2020-02-01"), "nothing to report"),
            ((channel, "--file", str(tmp_path)), "can't be written"),
        ):
            status, told = await _report(place, *given)
            assert (status, said in told, "Traceback" in told) == (1, True, False), told
        status, told = await _report(place, channel, "--from", "yesterday")
        assert status == 2
        assert "yesterday is no day such as" in told


async def _report(place: Place, *words: str) -> tuple[int, str]:
    environment = {n: place.environment[n] for n in ("DATABASE_URL", "AMP_SECRET")}
    return await amp("report", *words, folder=place.folder, **environment)


async def test_an_export_without_a_database_makes_none(tmp_path: Path) -> None:
    """Run in another folder by mistake."""
    status, said = await amp("export", "crew", folder=tmp_path)
    assert status == 1
    assert said.startswith("There is no file amp.db.")
    assert os.listdir(tmp_path) == []


async def test_an_export_from_a_database_without_tables_is_a_sentence(
    empty_postgres_url: str, tmp_path: Path
) -> None:
    """Not a traceback."""
    status, said = await amp(
        "export", "crew",
        folder=tmp_path, DATABASE_URL=empty_postgres_url, AMP_SECRET="only for tests",
    )  # fmt: skip
    assert status == 1
    assert said.startswith("The database has another version's tables.")


async def _export(place: Place, *words: str) -> tuple[int, str]:
    environment = {n: place.environment[n] for n in ("DATABASE_URL", "AMP_SECRET")}
    return await amp("export", *words, folder=place.folder, **environment)


async def _channel(place: Place) -> str:
    async with place.database.read() as session:
        return str(await session.scalar(select(Team.channel_id)))
