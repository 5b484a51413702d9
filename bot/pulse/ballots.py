"""Casting a ballot: sealed the moment it arrives (`sealing`), readable by nobody until the close.

Nothing outside the box tells whose it is, so nobody knows who has answered: every form, reminder
and Home is the same for those who have and those who have not.
"""

import asyncio
import time
from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct
from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.db import Database
from bot.errors import AmpError
from bot.pulse import sealing
from bot.pulse.comments import boxes
from bot.pulse.comments.writing import NOTHING, Remark
from bot.pulse.models import AnyRound, Invitation
from bot.slack.requests import Actor
from bot.teams.models import Person, Team
from bot.vault import Vault

Answers = Mapping[str, int]  # item id -> 1-5; an item left out is missing
REMEMBERED = 1.0  # seconds for which an open round is not read again


class RoundClosed(AmpError):
    """Somebody wants to answer a round that has closed."""


class NotInvited(AmpError):
    """Somebody wants to answer a round that was opened without them."""


class NothingAnswered(AmpError):
    """A form was sent in which nothing is chosen."""


class StrangeAnswer(AmpError):
    """A form does not fit its round, or does not say which it belongs to."""


class Asked(Struct, frozen=True):
    """An open round, what its answers are sealed with, and who has a place in it."""

    round: AnyRound
    team: Team
    public_key: bytes
    places: Mapping[Actor, int]


class OpenRounds:
    """What is asked at present, remembered for a second: of many who answer, one reads for all."""

    def __init__(self, database: Database, vault: Vault) -> None:
        self.database = database
        self.vault = vault
        self._reading: dict[int, tuple[float, asyncio.Task[Asked]]] = {}

    async def find(self, round_id: int, at: datetime) -> Asked:
        """The round, if it is open; raises RoundClosed or CannotSeal."""
        until, reading = self._reading.get(round_id, (0.0, None))
        if reading is None or time.monotonic() >= until or (reading.done() and reading.exception()):
            reading = asyncio.create_task(self._read(round_id, at))
            self._reading = {id_: r for id_, r in self._reading.items() if r[0] > time.monotonic()}
            self._reading[round_id] = time.monotonic() + REMEMBERED, reading
        asked = await asyncio.shield(reading)
        if at >= asked.round.closes_at:
            raise RoundClosed
        return asked

    async def _read(self, round_id: int, at: datetime) -> Asked:
        async with self.database.read() as session:
            round_ = await open_round(session, round_id, at)
            team = await session.get_one(Team, round_.team_id)
            public_key = await sealing.public_key(session, self.vault, round_.key_name)
            return Asked(round_, team, public_key, await places(session, round_id))


async def cast(
    open_rounds: OpenRounds,
    round_id: int,
    actor: Actor,
    answers: Answers,
    comment: Remark = NOTHING,
    *,
    at: datetime,
    once: str = "",
) -> tuple[Team, AnyRound]:
    """Seal and keep somebody's answers, and their comment; the last of both counts.

    What is sent again under the same *once* counts only where it was sent first. Returns the team
    and the round they belong to, as the receipt names them. Raises RoundClosed, NotInvited,
    NothingAnswered, StrangeAnswer or CannotSeal.
    """
    asked, vault = await open_rounds.find(round_id, at), open_rounds.vault
    if (person_id := asked.places.get(actor)) is None:
        raise NotInvited
    round_, key = asked.round, asked.public_key
    check(round_, answers)
    box = sealing.sealed(key, token(vault, round_id, person_id), answers, once=once)
    beside = boxes.box(key, boxes.token(vault, round_id, person_id), comment, once=once)
    database = open_rounds.database
    more_follows = round_.takes_comments and database.commits_each
    async with database.writes() as connection:
        is_kept = await sealing.put_while_open(
            connection, round_, box, at=at, more_follows=more_follows
        )
        if is_kept and round_.takes_comments:  # written or not: every ballot has one beside it
            is_kept = await boxes.put(connection, round_, beside, comment, at=at)
    if not is_kept:
        raise RoundClosed
    return asked.team, round_


async def open_round(
    session: AsyncSession, round_id: int, at: datetime, *, hold: bool = False
) -> AnyRound:
    """The round, if it is open; raises RoundClosed.

    With *hold* nobody closes it while this transaction lasts.
    """
    found = select(AnyRound).where(AnyRound.id == round_id)
    round_ = await session.scalar(found.with_for_update(read=True) if hold else found)
    if round_ is None or not round_.is_open or at >= round_.closes_at:
        raise RoundClosed
    return round_


async def invited(session: AsyncSession, round_: AnyRound, actor: Actor) -> Person:
    """The person behind *actor*; raises NotInvited when the round was opened without them.

    Everybody's row is read: a database that logs its statements shall not log whose it was.
    """
    for person in await everybody(session, round_.id):
        if (person.workspace_id, person.user_id) == (actor.workspace_id, actor.user_id):
            return person
    raise NotInvited


async def everybody(
    session: AsyncSession, round_id: int, *only: ColumnElement[bool]
) -> list[Person]:
    """Everybody who has a place in the round; who was forgotten has none any more.

    Where something is said of persons, *only* those of whom it is true.
    """
    found = await session.scalars(
        select(Person)
        .join(Invitation, Invitation.person_id == Person.id)
        .where(Invitation.round_id == round_id, *only)
    )
    return list(found)


async def places(session: AsyncSession, round_id: int) -> dict[Actor, int]:
    """The same, as those who answer are known, each with the id of their row."""
    found = await session.execute(
        select(Person.workspace_id, Person.user_id, Person.id)
        .join(Invitation, Invitation.person_id == Person.id)
        .where(Invitation.round_id == round_id)
    )
    return {Actor(workspace_id, user_id): id_ for workspace_id, user_id, id_ in found}


def check(round_: AnyRound, answers: Answers) -> None:
    """Raise NothingAnswered or StrangeAnswer unless the answers fit their round."""
    if not answers:
        raise NothingAnswered(field=round_.items[0])
    if not answers.keys() <= set(round_.items) or not set(answers.values()) <= set(range(1, 6)):
        raise StrangeAnswer


def token(vault: Vault, round_id: int, person_id: int) -> bytes:
    """Whose ballot it is, inside its box; the version before kept ballots under it."""
    return vault.token("ballot", round_id, person_id)
