"""`/amp privacy`, as people live it: in the local Slack, on both databases."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from localslack import Person
from tests.house import Scene, scene, surely
from tests.tools.conftest import hears, window
from tests.tools.test_purpose import SENTENCE


@pytest.fixture
async def house(database_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    """The team of #team-product, led by ana; its first round is open."""
    async with scene(database_url, tmp_path) as made:
        await made.sets_up("ana", "#team-product")
        await made.run()
        await surely(made.person("ana"), "/amp pulse now")
        await made.run()
        yield made


async def says(person: Person, *words: str) -> str:
    """What `/amp privacy` says to somebody, once these words stand in it."""
    assert await person.types("/amp privacy", "#team-product")
    return (await hears(person, words[0])).text


async def content(
    person: Person, name: str = "about-me.json"
) -> dict[str, list[dict[str, object]]]:
    """The newest file of somebody's conversation with Amp."""
    assert await hears(person, "row by row", await person.dm_id())
    file = (await person.dm())[-1].raw["files"][0]
    assert file["name"] == name
    async with aiohttp.ClientSession() as session, session.get(file["url_private"]) as answer:
        return dict(json.loads(await answer.text()))


async def test_everybody_sees_what_is_kept_and_until_when(house: Scene) -> None:
    """The same before and after an answer, with the way to the file and the way out."""
    ana, bo = house.person("ana"), house.person("bo")
    assert "(you lead it)" in await says(ana, "What I keep about you")
    await bo.types("/amp my purpose", "#team-product")
    await window(bo, says=SENTENCE)
    await bo.submits({SENTENCE: "walkers"})
    await bo.closes()
    told = await says(bo, "What I keep about you")
    about, until = ("(Stockholm)", "(Svenska)", "your sentence"), ("30 days", "90 days")
    for words in (*about, "0 closed, 1 open", *until, "are in no list"):
        assert words in told, words
    await house.answers("bo", rest=4)
    assert await says(bo, "What I keep about you") == told
    await bo.presses("keeping:forget", where="#team-product")
    assert await hears(bo, "delete what is kept about you?")


async def test_what_is_told_is_what_whoever_runs_amp_has_set(
    sqlite_url: str, tmp_path: Path
) -> None:
    """Other times than ours are told to everybody, also by the question before a team's end."""
    async with scene(
        sqlite_url,
        tmp_path,
        AMP_KEEP_WORDS="3",
        AMP_KEEP_DIGESTS="30",
        AMP_KEEP_ENDED_TEAMS="40",
    ) as house:
        await house.sets_up("ana", "#team-product")
        ana = house.person("ana")
        await surely(ana, "/amp pulse now")
        await house.run()
        told = await says(ana, "What I keep about you")
        for words in ("The words go 3 days", "Until 30 weeks", "40 days after the team has ended"):
            assert words in told, words
        assert "90 days" not in told
        await ana.types("/amp team", "#team-product")
        await ana.presses("team:end", where="#team-product")
        assert "kept for 40 days" in (await hears(ana, "is kept for")).text


async def test_the_file_has_every_row(house: Scene) -> None:
    """By the button, or by `/amp privacy export`; nobody else sees it."""
    bo = house.person("bo")
    await bo.types("/amp my purpose", "#team-product")
    await window(bo, says=SENTENCE)
    await bo.submits({SENTENCE: "walkers"})
    await bo.closes()
    await says(bo, "What I keep about you")
    await bo.presses("Send it to me as a file", where="#team-product")
    told = await content(bo)
    assert told.keys() == {"person", "member", "invitation", "note", "delivery"}
    assert told["note"][0]["kept"] == {"sentence": "walkers", "shared": []}
    assert {key: told["invitation"][0][key] for key in ("kind", "number", "is_open")} == {
        "kind": "pulse", "number": 1, "is_open": True,
    }  # fmt: skip
    assert await bo.types("/amp privacy export", "#team-product")
    assert await hears(bo, "The file is in our direct messages.")
    assert not [m for m in await house.person("ana").reads("#team-product") if m.raw.get("files")]


async def test_where_files_are_not_allowed_it_comes_as_text(house: Scene) -> None:
    """For their eyes only."""
    await house.slack.driver.fault(
        "error", method="files.getUploadURLExternal", error="missing_scope", times=None
    )
    bo = house.person("bo")
    assert await bo.types("/amp privacy export", "#team-product")
    assert '"wants_no_part": false' in (await hears(bo, "files:write")).text
    assert "wants_no_part" not in (await house.person("ana").reads("#team-product"))[-1].text


async def test_of_who_is_in_no_team_nothing_is_kept(house: Scene) -> None:
    """Asking does not change that."""
    yara = house.person("yara")
    for command in ("/amp privacy", "/amp privacy export"):
        assert await yara.types(command, "#general")
        assert await hears(yara, "nothing about you", "#general")


async def test_who_is_forgotten_reads_what_is_left_and_what_for(house: Scene) -> None:
    """And how to come back."""
    bo = house.person("bo")
    await surely(bo, "/amp forget me")
    await hears(bo, "Done.")
    told = await says(bo, "You asked me to forget you")
    assert "1 team whose channel you are in" in told
    assert "What I keep about you" not in told
    await bo.presses("pulse:return", where="#team-product")
    await hears(bo, "Welcome back")
    assert "What I keep about you" in await says(bo, "What I keep about you")
