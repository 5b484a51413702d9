"""A team that is set up in a local Slack, and how its people use the tools."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.teams import roster
from bot.teams.models import Team
from localslack import Person
from localslack.driver import SeenMessage, SeenView
from tests.house import Scene, scene

# What a person may write that must stay letters, each kind once.
NASTY = "<!channel> *bold* <http://x.example|y> <@U1> _i_ `c` & :tada:"


@pytest.fixture
async def each_house(database_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    """The team of #team-product, led by ana, on each kind of database."""
    async with _set_up(database_url, tmp_path) as made:
        yield made


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    """The same on SQLite, where one kind of database is enough."""
    async with _set_up(sqlite_url, tmp_path) as made:
        yield made


@asynccontextmanager
async def _set_up(url: str, folder: Path) -> AsyncIterator[Scene]:
    async with scene(url, folder) as made:
        await made.sets_up("ana", "#team-product")
        await made.run()
        yield made


async def window(person: Person, *, says: str = "") -> SeenView:
    """The modal on top, once it says this."""

    async def look() -> SeenView | None:
        modal = await person.modal(timeout=0.1)
        return modal if modal is not None and says in modal.text else None

    try:
        found = await person.slack.until(look)
    except TimeoutError:
        modal = await person.modal()
        raise AssertionError(f"no window says {says!r}: {modal and modal.text}") from None
    assert isinstance(found, SeenView)
    return found


async def newest(person: Person, where: str = "#team-product") -> SeenMessage:
    return (await person.reads(where))[-1]


async def hears(person: Person, words: str, where: str = "#team-product") -> SeenMessage:
    """The newest message in *where*, once it says this."""

    async def look() -> SeenMessage | None:
        read = await person.reads(where)
        return next((m for m in reversed(read) if words in m.text), None)

    try:
        found = await person.slack.until(look)
    except TimeoutError:
        read = [message.text for message in await person.reads(where)]
        raise AssertionError(f"nobody says {words!r} in {where}: {read[-3:]}") from None
    assert isinstance(found, SeenMessage)
    return found


async def unticks(person: Person, label: str) -> None:
    """Take the tick out of a box."""
    modal = await window(person)
    for block in modal.blocks:
        for element in block.get("elements", []):
            if element["type"] == "checkboxes" and element["options"][0]["text"]["text"] == label:
                await person._acts({"view_id": modal.id}, block, element, {"selected_options": []})
                return
    raise AssertionError(f"there is no box {label!r}")


def mrkdwn(blocks: list[dict[str, Any]]) -> str:
    """Everything in these blocks that Slack would read for markup, mentions and links."""

    def walk(value: Any) -> list[str]:
        if isinstance(value, dict):
            own = [value["text"]] if value.get("type") == "mrkdwn" else []
            return own + [text for inner in value.values() for text in walk(inner)]
        if isinstance(value, list):
            return [text for inner in value for text in walk(inner)]
        return []

    return "\n".join(walk(blocks))


async def id_of(person: Person) -> str:
    """Somebody's id in Slack."""
    people = (await person.state())["people"]
    return str(next(p["id"] for p in people if p["name"] == person.handle))


async def appoint(house: Scene, *names: str) -> None:
    """Let these be the leads of the team, and nobody else."""
    ids = [await id_of(house.person(name)) for name in names]
    async with house.amp.database.begin() as session:
        team = (await session.scalars(select(Team))).one()
        for member in (await roster.read(session, team)).members:
            member.is_lead = member.person.user_id in ids
