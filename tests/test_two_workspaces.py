"""Two workspaces in which everybody, and every channel, has the same id: neither sees the other.

`tests/bounded.py` looks at every statement of every test besides.
"""

from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Integer, Table, insert, select

from bot import rooms, timetable
from bot.db import Base
from localslack import Person
from tests import bounded
from tests.house import Scene, ends_team, scene, surely

HERE, CHANNEL = "Here", "#team-product"
TWIN, THERE = "T0TWIN", "Elsewhere"
# What belongs to no workspace, or is the installation that the twin has none of.
OF_NOBODY = {"heartbeat", "seen", "lane", "freed", "installation", "message"}
# Put off, so that the clock has nothing to do there by itself.
AHEAD = ("next_opens_at", "closes_at", "due_at", "reminds_at", "give_up_at")
# Typed last, since little is left to do afterwards.
ENDS = {"forget me", "pulse close", "pause"}
LAST = ("team:end", "sure:", "forget")

Rows = dict[tuple[str, Any], dict[str, Any]]


async def twin(house: Scene) -> None:
    """Write all that is known of this workspace down once more, as of another one."""
    ids: dict[str, dict[Any, Any]] = {}
    async with house.amp.database.begin() as session:
        for table in Base.metadata.sorted_tables:
            if table.name in OF_NOBODY:
                continue
            keys = list(table.primary_key)
            for row in (await session.execute(select(table))).mappings().all():
                copied = {c.name: _copied(table, c, row[c.name], ids) for c in table.columns}
                if (
                    len(keys) == 1
                    and isinstance(keys[0].type, Integer)
                    and not keys[0].foreign_keys
                ):
                    old = copied.pop(keys[0].name)
                    made = await session.execute(insert(table).values(copied))
                    ids.setdefault(table.name, {})[old] = made.inserted_primary_key[0]  # type: ignore[attr-defined]
                else:
                    await session.execute(insert(table).values(copied))


def _copied(table: Table, column: Any, value: Any, ids: dict[str, dict[Any, Any]]) -> Any:
    for foreign in column.foreign_keys:
        return ids.get(foreign.column.table.name, {}).get(value, _named(value))
    if column.name == "workspace_id":
        return TWIN
    if table.name == "team" and column.name == "name":
        return THERE
    if value and column.name in AHEAD:
        return value + timedelta(days=365)
    return _named(value) if column.name in ("key", "key_name") or _is_name(column) else value


def _is_number(key: Any) -> bool:
    """Whether a row is called by a number of its own."""
    return isinstance(key.type, Integer) and not key.foreign_keys


def _is_name(column: Any) -> bool:
    return bool(column.primary_key) and not isinstance(column.type, Integer)


def _named(value: Any) -> Any:
    if isinstance(value, bytes):
        return value[:-1] + b"!"
    return f"{value[:30]}!" if isinstance(value, str) and not value.isdecimal() else value


async def rows(house: Scene, of_twin: set[tuple[str, Any]] | None = None) -> Rows:
    """Every row by its table and key, or those only that are the twin's."""
    found: Rows = {}
    async with house.amp.database.read() as session:
        for table in Base.metadata.sorted_tables:
            if table.name in OF_NOBODY:
                continue
            for row in (await session.execute(select(table))).mappings():
                key = (table.name, tuple(row[c.name] for c in table.primary_key))
                if of_twin is None or key in of_twin:
                    found[key] = dict(row)
    return found


@pytest.fixture
async def house(database_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    """A team whose round has been told, whose next one is open; and its twin elsewhere."""
    async with scene(database_url, tmp_path) as made:
        await made.sets_up("ana", CHANNEL)
        await surely(made.person("ana"), "/amp pulse now", CHANNEL)
        await made.run()
        for name in ("ana", "bo", "carla", "dmitri", "elif"):
            await made.answers(name, rest=4)
        yield made


async def test_nobody_sees_or_changes_what_is_another_workspaces(house: Scene) -> None:
    """Every command, whatever is pressed after it, and every job of two weeks, until the end."""
    before = await rows(house)
    await twin(house)
    there = {key for key in await rows(house) if key not in before}
    assert {name for name, _ in there} >= {"person", "team", "member", "round", "invitation"}
    await house.run()  # it looks at its own messages once
    kept = await rows(house, there)

    ana, pressed = house.person("ana"), set[str]()
    for command in sorted(rooms.COMMANDS, key=lambda name: (name in ENDS, name)):
        await ana.types(f"/amp {command}".strip(), CHANNEL)
        await presses_all(house, ana, pressed)
    await ana.home()
    await house.answers("femi", rest=3)
    await people_come_and_go(house)
    for _ in range(3):
        await house.skip(by=timedelta(days=5))
    await surely(house.person("bo"), "/amp forget me", CHANNEL)
    await ends_team(ana, CHANNEL)
    await house.slack.driver.post("uninstall")
    await house.run()

    assert len(pressed) > 40, sorted(pressed)
    after = await rows(house, there)
    assert list(_changed(kept, after)) == []
    assert THERE not in "".join(str(call.arguments) for call in house.slack.calls())
    assert len(timetable.TIMETABLE) > 30  # all of which `run` and `skip` have run


def _changed(before: Rows, after: Rows) -> Iterator[tuple[object, ...]]:
    """What is not as it was: the row, the column, and both values."""
    for key, row in before.items():
        now = after.get(key, {})
        yield from ((key, n, v, now.get(n)) for n, v in row.items() if now.get(n, "gone") != v)


async def presses_all(house: Scene, person: Person, pressed: set[str]) -> None:
    """Every button, once, that has come with the last command; forms are sent as they are."""
    while offered := await _next(person, pressed):
        where, action = offered
        pressed.add(action)
        await person.presses(action, where=where)
    if not await person.no_modal():
        await person.submits()
        await person.closes(clear=True)
        await presses_all(house, person, pressed)


async def _next(person: Person, pressed: set[str]) -> tuple[str | None, str] | None:
    """The next button that is to be pressed, and where it stands."""
    modal = None if await person.no_modal() else await person.modal()
    if modal:
        shown: list[tuple[str | None, Any]] = [(None, modal.blocks)]
    else:
        shown = [(CHANNEL, message.blocks) for message in (await person.reads(CHANNEL))[-2:]]
    for where, blocks in shown:
        for action in _buttons(blocks):
            if action not in pressed and not action.startswith(LAST):
                return where, action
    return None


def _buttons(blocks: Any) -> Iterator[str]:
    for block in blocks:
        for element in (*block.get("elements", ()), block.get("accessory") or {}):
            if element.get("type") == "button" and not element.get("url"):
                yield str(element["action_id"])


async def people_come_and_go(house: Scene) -> None:
    """And the channel with them: what Slack tells by events."""
    driver, world = house.slack.driver, house.slack.world.workspace()
    channel, femi = world.channel("team-product"), world.user("femi")
    assert channel is not None
    assert femi is not None
    await driver.post("channels", id=channel.id, kick=[femi.id])
    await driver.post("channels", id=channel.id, invite=[femi.id])
    await driver.post("people", id=femi.id, tz="Asia/Tokyo")
    await driver.post("channels", id=channel.id, name="team-renamed")
    await driver.post("channels", id=channel.id, name="team-product")
    await house.run()


@pytest.mark.parametrize(
    ("statement", "unbounded"),
    [
        ("SELECT x FROM person WHERE person.user_id = ?", True),
        ("SELECT x FROM person WHERE person.workspace_id = ? AND person.user_id IN (?)", False),
        ("SELECT user_id FROM person WHERE person.id = ?", False),
        ("UPDATE delivery SET recipient=? WHERE delivery.key = ?", False),
        ("DELETE FROM delivery WHERE delivery.recipient = ?", True),
        ("SELECT x FROM team JOIN member ON team.channel_id = ?", True),
    ],
)
def test_a_statement_that_asks_by_an_id_alone_is_found(statement: str, unbounded: bool) -> None:
    """So that no test needs to think of it."""
    assert bounded.is_unbounded(statement) is unbounded
