"""Company files: what they may say, and the company that comes with the package."""

from collections import Counter
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml

from localslack import COMPANY, CompanyError, LocalSlack
from localslack.world import company as companies
from tests.localslack.companies import MANIFEST, company, manifest
from tests.localslack.conftest import Start, client_of


def test_the_packaged_company_is_a_believable_one() -> None:
    """About thirty people all over the world, four teams, one of them of four."""
    workspace = companies.load(COMPANY).workspaces[0]
    people = [p for p in workspace.people if not (p.is_bot or p.deleted or p.is_restricted)]
    teams = {c.name: c.members for c in workspace.channels if c.name.startswith("team-")}

    assert 25 <= len(people) <= 35
    regions = Counter(person.tz.split("/")[0] for person in people)
    assert {"Europe", "America", "Asia"} <= set(regions)
    assert all(ZoneInfo(person.tz) for person in workspace.people)
    sizes = sorted(len(members) for members in teams.values())
    assert sizes[0] == 4
    assert len(sizes) == 4
    assert all(7 <= size <= 12 for size in sizes[1:])
    kinds = [(c.is_private, c.is_archived) for c in workspace.channels]
    assert (True, False) in kinds
    assert (False, True) in kinds
    for mark in ("is_bot", "deleted", "is_restricted"):
        assert any(getattr(person, mark) for person in workspace.people)


async def test_the_packaged_companys_bot_is_in_all_public_channels_but_one() -> None:
    """The one is where a newcomer learns to invite it."""
    slack = await LocalSlack.start()
    try:
        channels = (await client_of(slack).conversations_list(limit=100))["channels"]
    finally:
        await slack.close()

    assert [c["name"] for c in channels if not c["is_member"]] == ["random"]


async def test_a_company_is_a_file_and_its_manifest_another(tmp_path: Path, starts: Start) -> None:
    """An app's manifest may be the very file that Slack is given."""
    (tmp_path / "manifest.yml").write_text(yaml.safe_dump(MANIFEST), "utf-8")
    described = company(apps=[{"manifest": "manifest.yml"}])
    (tmp_path / "company.yaml").write_text(yaml.safe_dump(described), "utf-8")

    slack = await LocalSlack.start(tmp_path / "company.yaml")
    try:
        assert (await client_of(slack).auth_test())["user"] == "helper"
    finally:
        await slack.close()


async def test_another_manifest_can_take_the_place_of_the_first_apps(tmp_path: Path) -> None:
    """So that a bot's own manifest is tried on any company."""
    path = tmp_path / "manifest.yml"
    mine = {**MANIFEST, "display_information": {"name": "Mine"}}
    path.write_text(yaml.safe_dump(mine), "utf-8")

    slack = await LocalSlack.start(company(), manifest=path)
    try:
        state = await slack.person("ana").state()
    finally:
        await slack.close()

    assert [app["name"] for app in state["apps"]] == ["Mine"]


async def test_ids_are_the_same_in_every_run(starts: Start) -> None:
    """A link to a person or a channel outlives a restart, and so does a bot that is set up."""
    one, two = await starts(company()), await starts(company())

    assert set(one.world.workspace().users) == set(two.world.workspace().users)
    assert set(one.world.channels) == set(two.world.channels)
    assert one.app.app_id == two.app.app_id
    assert one.app.bot_token == two.app.bot_token


def with_command(name: str) -> dict[str, Any]:
    """The company, whose app has one command."""
    changed = manifest()
    changed["features"]["slash_commands"] = [{"command": name}]
    return {"apps": [{"manifest": changed}]}


def named(name: str) -> dict[str, Any]:
    """The company, whose app has this name."""
    return {"apps": [{"manifest": manifest() | {"display_information": {"name": name}}}]}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"workspaces": []}, "workspaces"),
        ({"colour": "red"}, "colour"),
        ({"apps": [{"manifest": {}}]}, "display_information"),
        ({"apps": [{"manifest": "nowhere.yml"}]}, "can't be read"),
        (with_command("/help me"), "slash_commands.0.command: String should match pattern"),
        (with_command("/" + "x" * 32), "slash_commands.0.command: String should match pattern"),
        (named("x" * 36), "display_information.name: String should have at most 35"),
    ],
)
def test_a_company_that_makes_no_sense_says_where(change: dict[str, Any], words: str) -> None:
    """A sentence with the place in the file."""
    with pytest.raises(CompanyError, match=words):
        companies.load(company(**change))


def test_unknown_and_repeated_people_are_named() -> None:
    """In a channel's members, and twice in one workspace."""
    unknown, twice = company(), company()
    unknown["workspaces"][0]["channels"][0]["members"] = ["zed"]
    twice["workspaces"][0]["people"].append({"name": "ana"})

    with pytest.raises(CompanyError, match="#general names nobody known: zed"):
        companies.load(unknown)
    with pytest.raises(CompanyError, match="two people called ana"):
        companies.load(twice)


async def test_an_unknown_zone_is_named(starts: Start) -> None:
    """At start, not when somebody looks."""
    described = company()
    described["workspaces"][0]["people"][0]["tz"] = "Mars/Olympus"

    with pytest.raises(CompanyError, match="ana lives in no known zone"):
        await starts(described)


@pytest.mark.parametrize("text", ["[1, 2]", "a: [", "just words"])
def test_a_file_that_is_no_mapping_is_refused(tmp_path: Path, text: str) -> None:
    """With its path."""
    path = tmp_path / "company.yaml"
    path.write_text(text, "utf-8")

    with pytest.raises(CompanyError, match=r"company\.yaml"):
        companies.load(path)
