"""The sealed address of a comment: who may answer it, who may burn it, and nobody learns whose.

An address has a key pair of its own. Whoever wants something of it (a lead answers, somebody burns
what is theirs) seals a letter to its public key; the worker, who alone reaches the private one,
opens both and does it. docs/privacy.md says what that protects from.
"""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError
from bot.pulse import keys as key_store
from bot.pulse import sealing
from bot.pulse.comments import boxes
from bot.pulse.comments.models import Letter, ReplyAddress
from bot.pulse.keys import KeyStore
from bot.pulse.models import AnyRound, Seal
from bot.rows import insert_new
from bot.teams import calendar
from bot.teams.models import Person, Team
from bot.vault import Vault

LIVES = timedelta(weeks=4)
# An answer goes out some minutes after it was written: else whoever wrote it could see whose phone
# rings.
SOONEST, LATEST = timedelta(minutes=1), timedelta(minutes=30)
THE_ANSWER = bytes(32)  # the token of every answer, so that a comment has one


class AddressGone(AmpError):
    """A comment can be answered no more: it has been, or its address was burned or is too old."""


class AnsweredAlready(AmpError):
    """Another lead was faster; what this one wrote stays in the form."""

    field = "answer"


async def of_comment(
    session: AsyncSession,
    keys: KeyStore,
    vault: Vault,
    comment_id: str,
    round_: AnyRound,
    writer: str,
    *,
    at: datetime,
) -> None:
    """Write down an address under a key of its own, of which the store has half by then."""
    from nacl.public import PrivateKey

    name = key_store.new_name(vault, at)
    key = await key_store.keep(keys, vault, name, bytes(PrivateKey.generate()))
    sealing.attach(session, round_.team_id, key)
    await session.flush()
    address = {"comment_id": comment_id, "seal": name, "sealed": to(key.public, writer)}
    session.add(ReplyAddress(**address, expires_on=(at + LIVES).date()))


async def live(session: AsyncSession, comment_id: str, *, at: datetime) -> ReplyAddress:
    """The address of a comment; raises AddressGone, or AnsweredAlready while the answer waits."""
    address = await session.get(ReplyAddress, comment_id, with_for_update={"read": True})
    if address is None or address.expires_on <= at.date():
        raise AddressGone
    if await session.get(Letter, (comment_id, THE_ANSWER)) is not None:
        raise AnsweredAlready
    return address


async def exists(session: AsyncSession, comment_id: str) -> bool:
    """Whether a comment has an address still."""
    return await session.get(ReplyAddress, comment_id) is not None


async def answer(
    session: AsyncSession,
    vault: Vault,
    comment_id: str,
    team: Team,
    lead: Person,
    words: str,
    *,
    at: datetime,
) -> datetime:
    """Let *words* reach whoever wrote the comment; raises AddressGone or AnsweredAlready.

    Gives the moment from which it may go out: now, or the team's next working morning, since whose
    night it is nobody here knows.
    """
    address, day = await live(session, comment_id, at=at), calendar.of_team(team).next(at)
    told = {"kind": "answer", "words": words, "key": f"answer:{secrets.token_hex(16)}"}
    wait = secrets.randbelow(int((LATEST - SOONEST).total_seconds()))
    row = {
        **await _letter(session, vault, address, told, THE_ANSWER),
        "due_at": day + SOONEST + timedelta(seconds=wait),
        "lead_id": lead.id,
    }
    if not await insert_new(session, Letter, [row]):
        raise AnsweredAlready
    return day


async def burn(
    session: AsyncSession, vault: Vault, comment_id: str, user_id: str, *, at: datetime
) -> None:
    """Let no answer reach *user_id* at this address, if it is theirs; it is not looked at here.

    Raises AddressGone.
    """
    address = await session.get(ReplyAddress, comment_id, with_for_update={"read": True})
    if address is None or address.expires_on <= at.date():
        raise AddressGone
    told = {"kind": "burn", "writer": user_id}
    letter = await _letter(session, vault, address, told, secrets.token_bytes(32))
    await insert_new(session, Letter, [letter])


async def forget(session: AsyncSession, vault: Vault, person: Person) -> None:
    """Let no address lead to somebody who asked to be forgotten.

    Each of the workspace gets a letter and is sealed anew: which one was theirs is not to be seen,
    and no lead hears that one has gone at the moment at which somebody has.
    """
    await session.execute(update(Letter).where(Letter.lead_id == person.id).values(lead_id=None))
    found = await session.scalars(
        select(ReplyAddress)
        .join(Seal, Seal.name == ReplyAddress.seal)
        .join(Team, Team.id == Seal.team_id)
        .where(Team.workspace_id == person.workspace_id)
        .with_for_update(read=True, of=ReplyAddress)
    )
    told = {"kind": "forget", "writer": person.user_id}
    for address in found.all():
        letter = await _letter(session, vault, address, told, secrets.token_bytes(32))
        await insert_new(session, Letter, [letter])


async def _letter(
    session: AsyncSession, vault: Vault, address: ReplyAddress, told: dict[str, str], token: bytes
) -> dict[str, object]:
    """A letter as a row; raises CannotSeal where the address's key is not the one we made."""
    public = await sealing.public_key(session, vault, address.seal)
    sealed = boxes.sealed(public, told, boxes.LETTER)
    row = {"comment_id": address.comment_id, "token": token, "sealed": sealed}
    return {**row, "due_at": None, "lead_id": None}


def to(public_key: bytes, writer: str) -> bytes:
    """Whom an answer reaches, sealed; an empty *writer* is nobody, and looks the same."""
    return boxes.sealed(public_key, {"writer": writer}, boxes.ADDRESS)
