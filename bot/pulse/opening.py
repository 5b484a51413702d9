"""Opening a round: it gets a key pair of its own, and everybody asked gets an invitation."""

import secrets
from collections.abc import Awaitable, Callable
from typing import TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from bot.pulse import blocks, rounds
from bot.pulse import keys as key_store
from bot.pulse.keys import KeyStore
from bot.pulse.models import AnyRound
from bot.pulse.rounds import Lock
from bot.slack import outbox
from bot.slack.outbox import Target
from bot.teams.models import Team

Opened = TypeVar("Opened", bound=AnyRound)


async def with_new_lock(
    keys: KeyStore, open_: Callable[[Lock], Awaitable[Opened | None]]
) -> Opened | None:
    """Let *open_* open a round with a fresh key pair; the key is destroyed again if it doesn't.

    Raises KeysUnreachable where a key could not be read back.
    """
    from nacl.public import PrivateKey

    await key_store.check(keys)
    private, name = PrivateKey.generate(), secrets.token_hex(16)
    await keys.put(name, bytes(private))
    round_ = await open_(Lock(bytes(private.public_key), name))
    if round_ is None:
        await keys.destroy(name)
    return round_


async def invite(session: AsyncSession, team: Team, round_: AnyRound) -> None:
    """Write the invitations to everybody who has a place in the round."""
    await outbox.post(
        session,
        blocks.invitation(team, round_),
        [
            Target(
                key=f"invitation:{round_.id}:{person.id}",
                workspace_id=team.workspace_id,
                recipient=person.user_id,
                due_at=due_at,
                give_up_at=round_.closes_at,
            )
            for person, due_at in await rounds.invited_people(session, round_)
        ],
    )
