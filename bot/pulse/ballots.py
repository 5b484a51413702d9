"""Casting a ballot: sealed the moment it arrives, readable by nobody until the round closes.

docs/privacy.md: an anonymous sealed box (X25519, libsodium's crypto_box_seal), padded to one
length, under a keyed token; no time, no serial number.
"""

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.db import insert_new, upsert
from bot.errors import AmpError
from bot.pulse.models import AnyRound, Ballot, Invitation, Participation
from bot.slack.requests import Actor
from bot.teams.models import Person, Team
from bot.vault import Vault

LENGTH = 1024  # bytes of a padded ballot, whatever is in it

Answers = Mapping[str, int]  # item id -> 1-5; an item left out is missing


class RoundClosed(AmpError):
    """Somebody wants to answer a round that has closed."""


class NotInvited(AmpError):
    """Somebody wants to answer a round that was opened without them."""


class NothingAnswered(AmpError):
    """A form was sent in which nothing is chosen."""


class StrangeAnswer(AmpError):
    """A form does not fit its round, or does not say which it belongs to."""


async def cast(
    session: AsyncSession,
    vault: Vault,
    round_id: int,
    actor: Actor,
    answers: Answers,
    *,
    at: datetime,
) -> tuple[Team, AnyRound]:
    """Seal and keep somebody's answers; a second ballot replaces the first.

    Returns the team and the round they belong to, as the receipt names them. Raises RoundClosed,
    NotInvited, NothingAnswered or StrangeAnswer.
    """
    round_ = await open_round(session, round_id, at, hold=True)
    person = await invited(session, round_, actor)
    sealed = seal(round_, answers)
    ballot = {"round_id": round_id, "token": vault.token("ballot", round_id, person.id)}
    took_part = {"round_id": round_id, "token": _participation(vault, round_id, person)}
    # A savepoint each: PostgreSQL marks the rows of one transaction alike (xmin), but for those
    # of its savepoints, and nobody shall join the two tables by that.
    async with session.begin_nested():
        await upsert(session, Ballot, {**ballot, "sealed": sealed})
    async with session.begin_nested():
        await insert_new(session, Participation, [took_part])
    return await session.get_one(Team, round_.team_id), round_


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
    """The person behind *actor*; raises NotInvited when the round was opened without them."""
    person = await session.scalar(
        select(Person)
        .join(Invitation, Invitation.person_id == Person.id)
        .where(
            Invitation.round_id == round_.id,
            Person.workspace_id == actor.workspace_id,
            Person.user_id == actor.user_id,
        )
    )
    if person is None:
        raise NotInvited
    return person


async def has_answered(session: AsyncSession, vault: Vault, round_id: int, person: Person) -> bool:
    token = _participation(vault, round_id, person)
    return await session.get(Participation, (round_id, token)) is not None


async def waiting_for(session: AsyncSession, vault: Vault, round_id: int) -> list[Person]:
    """Who was invited and has not answered yet; for reminders only, kept nowhere."""
    people = await session.scalars(
        select(Person)
        .join(Invitation, Invitation.person_id == Person.id)
        .where(Invitation.round_id == round_id)
    )
    answered = set(
        await session.scalars(select(Participation.token).where(Participation.round_id == round_id))
    )
    return [p for p in people if _participation(vault, round_id, p) not in answered]


def seal(round_: AnyRound, answers: Answers) -> bytes:
    """Put *answers* into a box that only the round's private key opens."""
    from nacl.bindings import sodium_pad
    from nacl.public import PublicKey, SealedBox

    if not answers:
        raise NothingAnswered(field=round_.items[0])
    if not answers.keys() <= set(round_.items) or not set(answers.values()) <= set(range(1, 6)):
        raise StrangeAnswer
    padded = sodium_pad(json.dumps(dict(answers), sort_keys=True).encode(), LENGTH)
    return SealedBox(PublicKey(round_.public_key)).encrypt(padded)


def unseal(private_key: bytes, sealed: bytes) -> dict[str, int]:
    """The answers in a box; raises nacl's CryptoError when the key is not its own."""
    from nacl.bindings import sodium_unpad
    from nacl.public import PrivateKey, SealedBox

    padded = SealedBox(PrivateKey(private_key)).decrypt(sealed)
    answers: dict[str, int] = json.loads(sodium_unpad(padded, LENGTH))
    return answers


def _participation(vault: Vault, round_id: int, person: Person) -> bytes:
    return vault.token("participation", round_id, person.id)
