"""`amp support`: what helps somebody else to see what is wrong, and nothing of anybody."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot import clock, support
from bot.backup import NoBackup
from bot.db import Base
from bot.settings import Settings
from tests import process
from tests.house import Scene, scene
from tests.test_logs import TEAM, lives_through_a_week

# Texts of rows that name nobody and say nothing: states, kinds, causes, versions.
PLAIN = {
    ("delivery", "state"), ("delivery", "failure"), ("round", "kind"), ("seen", "token"),
    ("installation", "scopes"), ("team", "unreachable_why"),
    ("person", "zone"), ("team", "zone"),
}  # fmt: skip


def stand(texts: Iterator[str], written: str) -> list[str]:
    """Those of the texts that stand in it as words of their own."""
    told = {text for text in texts if len(text) > 1} - {"room"}  # on a disk, says the doctor
    return sorted(t for t in told if re.search(rf"(?<![\w-]){re.escape(t)}(?![\w-])", written))


def words_of_slack(house: Scene) -> Iterator[str]:
    """Names, handles, channels and tokens of the workspace, as its people know them."""
    world = house.slack.world
    workspace = world.workspace()
    for user in workspace.users.values():
        if user.is_bot:  # Amp itself
            continue
        yield from (user.id, user.name, user.real_name, *user.real_name.split())
    for channel in workspace.channels.values():
        yield from (channel.id, channel.name or "")
    app = house.slack.app
    yield from (app.bot_token, app.app_token, app.signing_secret, workspace.id, workspace.name)


async def words_of_rows(house: Scene) -> list[str]:
    """Every text that the database keeps, and what bytes would be as text."""
    found: list[str] = []
    async with house.amp.database.read() as session:
        for table in Base.metadata.sorted_tables:
            columns = [c for c in table.columns if (table.name, c.name) not in PLAIN]
            for row in await session.execute(select(*columns)):
                found += [text for value in row for text in _texts(value)]
    return found


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, bytes):
        yield value.hex()
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


async def test_a_bundle_names_nobody_and_says_nothing_that_anybody_said(
    database_url: str, tmp_path: Path
) -> None:
    """A week of a team, with accidents: no name, no channel, no id, no token, no text of a row."""
    async with scene(database_url, tmp_path) as house:
        await lives_through_a_week(house)
        made = await support.bundle(house.settings, os.environ, at=clock.now())
        written = json.dumps(made, indent=2, ensure_ascii=False)
        assert stand(words_of_slack(house), written) == []
        assert stand(iter(await words_of_rows(house)), written) == []
    assert TEAM not in written
    assert str(tmp_path) not in written
    assert made["database"]["rows"]["team"] == 1
    assert not support.UNCOUNTED & made["database"]["rows"].keys()
    assert [one["state"] for one in made["database"]["workspaces"]] == ["ok"]
    assert {one["kind"] for one in made["database"]["rounds"]} == {"pulse"}
    assert "sent" in {one["state"] for one in made["database"]["messages"]}
    assert made["versions"]["slack-bolt"][0].isdigit()


async def test_the_file_is_for_its_owner_and_replaces_nothing(tmp_path: Path) -> None:
    """Also where there is no database: then that is what it says."""
    environment = {"DATABASE_URL": "postgresql://hush:secret@127.0.0.1:9/acme-inc", "PORT": "3005"}
    environment |= {"AMP_KEYS": "redis://:hushed@127.0.0.1:9/4", "AMP_WORKSPACES": "T0ACME99"}
    environment |= {"AMP_SECRET": "quite a secret", "SLACK_API_URL": "http://127.0.0.1:9/api/"}
    status, said = await process.run(
        "support", "bundle.json", environment=environment, folder=tmp_path
    )
    assert status == 0, said
    assert said.startswith("bundle.json holds versions, ")
    file = tmp_path / "bundle.json"
    assert file.stat().st_mode & 0o777 == 0o600
    written = file.read_text()
    made = json.loads(written)
    assert "nobody listens there" in made["database"]["trouble"]
    assert made["settings"]["DATABASE_URL"] == {
        "value": "postgresql://…", "from": "the environment",
    }  # fmt: skip
    assert made["settings"]["AMP_WORKSPACES"]["value"] == "(set, not shown)"
    assert made["settings"]["PORT"]["value"] == "3005"
    for secret in ("hush", "secret@", "acme", "hushed", "T0ACME99", "quite a"):
        assert secret not in written, secret
    with pytest.raises(NoBackup, match="is there already"):
        await support.run(Settings(), os.environ, file, at=clock.now())
    assert file.read_text() == written


@pytest.mark.parametrize(
    ("sentence", "masked"),
    [
        ("the token of «Acme Inc» ran out", "the token of «#» ran out"),
        ('refused us: password authentication failed for user "anna"', 'for user "…"'),
        ("/home/anna/amp/keys can't be made", "/… can't be made"),
        ("https://amp.acme.example/slack/events can't be reached", "… can't be reached"),
        ("SLACK_BOT_TOKEN of T0ACME99X", "SLACK_BOT_TOKEN of #"),
        ("db.acme.example can't be found", "# can't be found"),
    ],
)
def test_a_sentence_is_told_without_what_it_is_about(sentence: str, masked: str) -> None:
    """What the doctor or a server says, with a mark for each name."""
    marks = support.Aliases()
    marks.learn(["db.acme.example"])
    assert masked in re.sub(r"#\w{8}", "#", marks.masked(sentence))


def test_marks_mean_something_within_one_bundle_only() -> None:
    """The same id is the same mark there, and another one in the next."""
    one, other = support.Aliases(), support.Aliases()
    assert one.of("T1") == one.of("T1")
    assert len({one.of("T1"), one.of("T2"), other.of("T1")}) == 3
