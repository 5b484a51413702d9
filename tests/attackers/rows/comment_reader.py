"""Answers: to whom they went, from what is left in rows and key store once they have arrived."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest import mock

from sqlalchemy import select

from bot.pulse.comments import addresses, boxes, jobs
from bot.pulse.comments.models import ReplyAddress
from bot.pulse.models import Seal
from bot.slack import outbox
from bot.slack.models import Delivery
from bot.slack.outbox import Draft, Target
from bot.slack.requests import Actor
from bot.teams import roster
from bot.teams.models import Team
from tests.attackers import comments
from tests.attackers.scoring import Score
from tests.attackers.worlds import PEOPLE, World

ROW = "the operator, with a dump of the addresses and, later, all rows and keys: who was answered"


@dataclass(frozen=True)
class Dump:
    """An address as it lay there, with the database's half of its key."""

    sealed: bytes
    name: str
    half: bytes


async def attack(world: World, rounds: int) -> Score:
    """Open the dumped addresses with what keys are left, and look for a message's recipient."""
    right = of = 0
    for _ in range(rounds):
        watched = await comments.written(world, may_answer=True)
        told = await comments.told(world, watched.round_)
        dump = await _answered(world, [one.id for one in told])
        assert len(await comments.carried(world)) in (0, PEOPLE)
        known = {**await _opened(world, dump), **await _sent(world, list(dump))}
        for one in told:
            chance = f"U{world.dice.randrange(PEOPLE)}"
            right += known.get(one.id, chance) == f"U{watched.truth[one.words]}"
        of += len(told)
    return Score(right, of, 1 / PEOPLE)


async def _answered(world: World, ids: list[str]) -> dict[str, Dump]:
    """A lead answers all of them; gives the addresses as they lay there."""
    async with world.database.begin() as session:
        lead, team = (
            await roster.known(session, Actor("T1", "U0")),
            await session.get_one(Team, world.team_id),
        )
        for id_ in ids:
            await addresses.answer(
                session, world.vault, id_, team, lead, "Thank you.", at=world.now
            )
        found = await session.execute(
            select(ReplyAddress, Seal)
            .join(Seal, Seal.name == ReplyAddress.seal)
            .where(ReplyAddress.comment_id.in_(ids))
        )
        return {one.comment_id: Dump(one.sealed, s.name, s.half or b"") for one, s in found}


async def _opened(world: World, dump: dict[str, Dump]) -> dict[str, str]:
    known = {}
    for id_, one in dump.items():
        if key := await comments.key_left(world, one.name, one.half):
            known[id_] = str(boxes.opened(key, one.sealed, boxes.ADDRESS)["writer"])
    return known


async def _sent(world: World, ids: list[str]) -> dict[str, str]:
    """Comments that a message's key names, with the recipient beside it."""
    async with world.database.read() as session:
        sent = list(await session.execute(select(Delivery.key, Delivery.recipient)))
    return {id_: recipient for id_ in ids for key, recipient in sent if id_ in key}


@contextmanager
def _keys_stay() -> Iterator[None]:
    with comments.keys_stay():
        yield


@contextmanager
def _by_the_outbox() -> Iterator[None]:
    """An answer is sent like everything else."""

    async def carry(database: Any, _i: Any, _c: Any, _say: Any, mail: Any, task: Any) -> bool:
        key = f"answer:{mail.address.comment_id}"
        async with database.begin() as session:
            target = Target(key, "T1", task.writer, mail.answer.due_at)
            await outbox.post(session, Draft("An answer", []), [target])
        return True

    with mock.patch.object(jobs, "_carry", carry):
        yield


BROKEN = {"no key is destroyed": _keys_stay, "sent by the outbox": _by_the_outbox}
