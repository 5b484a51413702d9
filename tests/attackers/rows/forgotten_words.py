"""The operator, after `/amp forget me`: what somebody wrote is looked for in every file."""

import asyncio
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from sqlalchemy import select

from bot import scrubbing
from bot.pulse import forgetting
from bot.slack.requests import Actor
from bot.teams import roster
from bot.tools import forgetting as tools_forgetting
from bot.tools.private.models import PrivateNote
from bot.tools.private.notes import Notes, Tool
from bot.tools.shipit.models import ShipItDay, ShipItDelivery
from tests.attackers.scoring import Score
from tests.attackers.worlds import World

ROW = "the operator, after `/amp forget me`, with AMP_SECRET, every file and the write-ahead log"
TIMES = 3  # that everything is done anew; each of them rewrites the files


async def attack(world: World, rounds: int) -> Score:
    """Write something in public and in private, be forgotten, and look for both."""
    await world.team(9)
    right = of = 0
    for _ in range(min(rounds, TIMES)):
        marks = [await _writes(world, person) for person in range(9)]
        for person in range(9):
            async with world.database.begin() as session:
                actor, also = Actor("T1", f"U{person}"), [tools_forgetting.forget]
                await forgetting.forget(session, world.vault, actor, also=also)
        await scrubbing.scrub(world.database)
        kept = await asyncio.to_thread(_read, await world.files())
        right += sum(any(mark in file for file in kept) for both in marks for mark in both)
        of += sum(len(both) for both in marks)
    return Score(right, of, 0.0)


async def _writes(world: World, person: int) -> tuple[bytes, bytes]:
    """What stands in the files of a note, which is locked, and of a delivery, which is not."""
    actor, words = Actor("T1", f"U{person}"), f"canary {secrets.token_hex(12)}"
    async with world.database.begin() as session:
        known = await roster.known(session, actor)
        kept = Notes(session, world.vault, actor)
        await kept.keep(Tool.PURPOSE, {"sentence": words}, at=world.now)
        day = await session.scalar(select(ShipItDay))
        if day is None:
            day = ShipItDay(team_id=world.team_id, starts_at=world.now, stage="planned")
            session.add(day)
            await session.flush()
        session.add(ShipItDelivery(day_id=day.id, person_id=known.id, words=words))
        note = PrivateNote.person_id == known.id
        locked = await session.scalar(select(PrivateNote.locked).where(note))
    assert locked
    return locked, words.encode()


def _read(files: list[Path]) -> list[bytes]:
    return [path.read_bytes() for path in files if path.exists()]


@contextmanager
def _only_deleted() -> Iterator[None]:
    """The rows are gone; the files are left to themselves."""

    async def nothing(_: Any) -> None:
        return None

    with mock.patch.object(scrubbing, "scrub", nothing):
        yield


BROKEN = {"nothing is scrubbed": _only_deleted}
