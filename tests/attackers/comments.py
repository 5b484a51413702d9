"""Rounds in which people write, for those who want to know who wrote what."""

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from unittest import mock

from sqlalchemy import select

from bot import clock, paths, words
from bot.pulse import keys, redis_store, sealing
from bot.pulse.comments import jobs, releasing
from bot.pulse.comments.writing import Remark
from bot.pulse.keys import half_of, joined
from bot.pulse.models import CommentBox, Round, Seal
from bot.slack import posting
from bot.slack.models import State
from bot.slack.posting import Outcome
from tests.attackers.worlds import PEOPLE, World

Writers = Mapping[str, int]  # a comment's words -> who wrote it


@dataclass(frozen=True)
class Watched:
    """A round in which people wrote, and what lay in the database after each of them."""

    round_: Round
    truth: Writers
    boxes: Mapping[int, bytes]  # whose each is, for who looks after every answer
    half: bytes  # of the key, in the round's row


async def written(world: World, *, writers: int = PEOPLE, may_answer: bool = False) -> Watched:
    """A round that everybody answers, and in which so many write, drawn by chance."""
    round_ = await world.asks()
    wrote = world.dice.sample(range(PEOPLE), writers)
    truth = {f"Comment {world.dice.random()}": person for person in wrote}
    said = {person: comment for comment, person in truth.items()}
    given = dict.fromkeys(round_.items, 3)
    boxes: dict[int, bytes] = {}
    for person in world.dice.sample(range(PEOPLE), PEOPLE):
        writer = f"U{person}" if may_answer and person in said else ""
        comment = Remark(said.get(person, ""), writer)
        await world.answers(round_, person, given, comment, at=world.now)
        for box in await dumped(world, round_) - set(boxes.values()):
            boxes[person] = box
    return Watched(round_, truth, boxes, await half(world, round_.key_name))


async def dumped(world: World, round_: Round) -> set[bytes]:
    """The boxes of comments, as they lie there."""
    async with world.database.read() as session:
        return set(await sealing.boxes(session, round_.key_name, table=CommentBox))


async def half(world: World, name: str) -> bytes:
    """The half of a key that stands in the database."""
    async with world.database.read() as session:
        return await session.scalar(select(Seal.half).where(Seal.name == name)) or b""


async def key_left(world: World, name: str, half: bytes) -> bytes | None:
    """The whole key, if the key store has its half still."""
    other = await world.keys.get(half_of(name))
    return joined(half, other) if other and half else None


async def told(world: World, round_: Round) -> list[releasing.Released]:
    """Close the round; its comments, in the order in which they stand in the thread."""
    await world.closes(round_, at=world.now)
    async with world.database.begin() as session:
        return await releasing.release(session, round_.id)


async def carried(world: World) -> list[str]:
    """Let the worker carry what waits, an hour later; to whom it wrote, by Slack's user ids."""
    reached: list[str] = []

    async def look_up(*_: Any) -> Outcome:
        return Outcome(State.WAITING)

    async def post(dispatch: Any, *_: Any) -> Outcome:
        reached.append(dispatch.recipient)
        return Outcome(State.SENT)

    async def find(_workspace_id: str) -> SimpleNamespace:
        return SimpleNamespace(bot_token="xoxb")

    installs: Any = SimpleNamespace(find=find)
    clients: Any = SimpleNamespace(sender=lambda _token: None)
    say = await asyncio.to_thread(words.load, paths.CONTENT)
    with (
        mock.patch.object(posting, "look_up", look_up),
        mock.patch.object(posting, "post", post),
        mock.patch.object(clock, "now", return_value=world.now + timedelta(hours=1)),
    ):
        await jobs.answer_due(world.database, world.keys, world.vault, installs, clients, say)
    return reached


@contextmanager
def keys_stay() -> Iterator[None]:
    """No key is ever destroyed."""

    async def stays(*_: Any) -> bool:
        return True

    with ExitStack() as stack:
        stack.enter_context(mock.patch.object(keys.FolderStore, "destroy", stays))
        stack.enter_context(mock.patch.object(redis_store.RedisStore, "destroy", stays))
        yield
