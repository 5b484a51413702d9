"""Who may do what: the table that people read, the one in code, and what happens."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.errors import AmpError, NotALead
from bot.slack.requests import Actor, Request
from bot.teams import access, membership
from bot.teams.access import RIGHTS, Right, Role, SeveralTeams, WhichOfYourTeams
from tests.digest.past import ordinary, past_of
from tests.house import Scene, scene
from tests.pulse.conftest import House
from tests.pulse.conftest import house as domain

__all__ = ["domain"]

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        yield made


def _table() -> dict[str, dict[str, str]]:
    """The table of the page: right -> column -> what stands there."""
    section = PAGE.split("## Who may do what")[1].split("\n## ")[0]
    table = "|" + section.split("|", 1)[1].split("\n\n")[0]
    rows = [line.strip("|").split("|") for line in table.splitlines()]
    heading, _, *body = [[cell.strip() for cell in row] for row in rows]
    return {row[0]: dict(zip(heading, row, strict=True)) for row in body}


def test_the_page_and_the_code_say_the_same() -> None:
    """Row by row, column by column; who is neither member nor lead has no right at all."""
    table = _table()
    assert list(table) == [right.value for right in Right] == [right.value for right in RIGHTS]
    for right, roles in RIGHTS.items():
        row = table[right]
        assert {role for role in Role if row[role] == "yes"} == roles, right
        assert {row[column] for column in ("colleague", "Slack admin", "host")} == {"no"}, right


def test_every_right_is_asked_for_where_people_act() -> None:
    """A row that no listener stands behind would be a promise without a door."""
    listeners = [path.read_text(encoding="utf-8") for path in ROOT.glob("bot/**/listeners.py")]
    asked = set(re.findall(r"Right\.(\w+)", "\n".join(listeners)))
    assert asked == {right.name for right in Right}
    for text in listeners:  # and no listener decides by itself who may
        assert "access.led(session, request)" not in text


@pytest.mark.parametrize("right", list(Right))
async def test_rights_are_as_the_table_says(domain: House, right: Right) -> None:
    """A lead, a member, somebody left out, somebody who has left, a stranger, another workspace."""
    team = await domain.team(6, left_out=["U5"])
    async with domain.database.begin() as session:
        await membership.leave(session, team, Actor("T1", "U4"))

    async def may(user: str, workspace: str = "T1") -> bool:
        request = Request(
            Actor(workspace, user), channel_id="C1", trigger_id="", value=str(team.id)
        )
        async with domain.database.read() as session:
            try:
                await access.allowed(session, request, right)
            except AmpError:
                return False
            return True

    assert await may("U0")
    assert await may("U1") is await may("U5") is (Role.MEMBER in RIGHTS[right])
    assert not any([await may("U4"), await may("U9"), await may("U0", "T2")])


async def test_whoever_is_in_several_teams_is_asked_which_in_words_that_fit(domain: House) -> None:
    """A member is in them, a lead looks after them; with a button for each either way."""
    teams = [await domain.team(6), await domain.team(5, channel="C2", first=1, leads=["U1"])]
    teams.append(await domain.team(5, channel="C3", first=1, leads=["U1"]))

    async def told(user: str, right: Right) -> tuple[type[AmpError], int]:
        request = Request(Actor("T1", user), channel_id=None, trigger_id="")
        async with domain.database.read() as session:
            try:
                await access.allowed(session, request, right)
            except AmpError as error:
                return type(error), len(error.choices)
        raise AssertionError

    assert await told("U2", Right.SEE) == (WhichOfYourTeams, 3)
    assert await told("U2", Right.ASK) == (NotALead, 0)
    assert await told("U1", Right.SEE) == (WhichOfYourTeams, 3)
    assert await told("U1", Right.ASK) == (SeveralTeams, 2)


async def test_whoever_has_left_sees_nothing_from_that_moment_on(house: Scene) -> None:
    """Removed from the channel: by every way in that shows numbers, even its lead."""
    await house.sets_up("ana", "#team-product")
    await (await past_of(house)).lives(ordinary(6), people=8, asked=8)
    people = {name: house.person(name) for name in ("ana", "bo")}
    for person in people.values():
        await person.types("/amp trends", "#team-product")
        assert "Autonomy" in (await person.reads("#team-product"))[-1].text
        assert "team-product" in str(await person.home())
    await house.slack.driver.post("channels", id="#team-product", kick=list(people))
    await house.slack.settled()
    for person in people.values():
        for command in ("trends team-product", "export", "team", "experiment", "webhook", "audit"):
            await person.types(f"/amp {command}", "#general")
            seen = str(await person.modal()) + str((await person.reads("#general"))[-1])
            assert "Autonomy" not in seen, command
            assert "are asked" not in seen, command
            if await person.modal():
                await person.closes(clear=True)
        assert "team-product" not in str(await person.home())
