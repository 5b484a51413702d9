"""Taking digests elsewhere: exactly what they showed, and nothing that runs in a spreadsheet."""

import csv
import io
import json
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.digest.export import files
from bot.digest.summary import Summary
from bot.framework.content import Content
from bot.insight import figures
from bot.insight.figures import Figure
from tests.digest.past import Past, ordinary, past_of
from tests.house import Scene, scene


def rows(made: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made, newline="")))


async def test_every_value_was_in_a_digest(past: Past) -> None:
    """Means, people and counts of the CSV are a subset of what the messages say."""
    told = [
        *await past.lives(ordinary(9)),
        *await past.lives([{}], people=4),
        *await past.lives([{**ordinary(1)[0], "mastery": None}]),
    ]
    for summary in told:
        drafts = [past.draft(summary), past.thread(summary)]
        message = " ".join(str(draft.blocks) for draft in drafts if draft)
        for row in rows(files.to_csv(past.content, [summary])):
            assert f"{row['answered']} of {row['asked']}" in message
            if row["mean"]:
                assert figures.written(float(row["mean"]), int(row["people"])) in message
                assert row["figure"].lower() in message.lower()
            else:
                assert row["people"] == ""


async def test_csv_and_json_say_the_same(past: Past) -> None:
    """A figure a row, in the order of the digests."""
    told = await past.lives(ordinary(3))
    from_csv = [
        (int(r["pulse"]), r["figure"], float(r["mean"]))
        for r in rows(files.to_csv(past.content, told))
    ]
    from_json = [
        (digest["pulse"], figure["name"], figure["mean"])
        for digest in json.loads(files.to_json(past.say, past.content, told))
        for figure in (*digest["drives"], *digest["facets"])
    ]
    assert from_csv == from_json


@given(st.text(max_size=60), st.text(max_size=60))
@example("\r", "=1\n2")
def test_no_cell_begins_like_a_formula(content: Content, team: str, name: str) -> None:
    """Whatever a team is called; without its apostrophe the name is what it was."""
    summary = Summary(
        team, 1, "2026-11-24", 9, 9, (Figure("a", name, 3.5, 9),), (), (), "Why?"
    )  # fmt: skip
    for cell, given_ in zip(_cells(content, summary), (team, name), strict=True):
        assert not cell.lstrip(" ").startswith(files.RUNS)
        assert cell in (given_, f"'{given_}")


def _cells(content: Content, summary: Summary) -> tuple[str, str]:
    [_, row] = csv.reader(io.StringIO(files.to_csv(content, [summary]), newline=""))
    return row[0], row[5]


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        await made.sets_up("ana", "#team-product")
        await made.run()
        past = await past_of(made)
        await past.lives(ordinary(16), people=8, asked=8)
        yield made


async def says(house: Scene, name: str, words: str) -> bool:
    read = await house.person(name).reads("#team-product")
    return bool(read) and words in read[-1].text


async def test_a_lead_gets_both_files_in_their_own_conversation(house: Scene) -> None:
    """As Slack's files, which open in anything; nobody else sees them."""
    assert await house.person("ana").types("/amp export", "#team-product")
    await house.slack.until(lambda: says(house, "ana", "in our direct messages"))
    message = (await house.person("ana").dm())[-1]
    assert [file["name"] for file in message.raw["files"]] == ["digests.csv", "digests.json"]
    async with aiohttp.ClientSession() as session:
        url = message.raw["files"][0]["url_private"]
        async with session.get(url) as answer:
            made = rows(await answer.text())
    assert {row["pulse"] for row in made} == {str(n) for n in range(1, 17)}
    assert not [m for m in await house.person("bo").reads("#team-product") if m.raw.get("files")]


async def test_where_files_are_not_allowed_it_comes_as_text(house: Scene) -> None:
    """The newest rows, and the command that gives all of them."""
    await house.slack.driver.fault(
        "error", method="files.getUploadURLExternal", error="missing_scope", times=None
    )
    assert await house.person("ana").types("/amp export", "#team-product")
    await house.slack.until(lambda: says(house, "ana", "amp export"))
    told = (await house.person("ana").reads("#team-product"))[-1].text
    assert "team,pulse,day" in told
    assert "the newest" in told


async def test_members_take_nothing_elsewhere(house: Scene) -> None:
    """An export is for leads."""
    assert await house.person("bo").types("/amp export", "#team-product")
    await house.slack.until(lambda: says(house, "bo", "Only a lead"))
