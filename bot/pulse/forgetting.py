"""Leaving: what is kept about somebody is deleted, their open ballots included."""

from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.pulse.models import AnyRound, Ballot, Invitation, Participation, Reminded
from bot.slack import outbox
from bot.slack.requests import Actor
from bot.teams import roster
from bot.teams.models import Person, Team
from bot.vault import Vault

Forgetter = Callable[[AsyncSession, Vault, Person], Awaitable[None]]

LABELS: dict[Any, str] = {Ballot: "ballot", Participation: "participation", Reminded: "reminded"}


async def forget(
    session: AsyncSession, vault: Vault, actor: Actor, *, also: Iterable[Forgetter] = ()
) -> None:
    """Delete what is kept about *actor*, but for the wish itself.

    *also* delete what the rooms to the right keep, in the same transaction.
    """
    person = await roster.known(session, actor)
    for forget_too in also:
        await forget_too(session, vault, person)
    for round_id in await _open_rounds(session, person):
        for table, label in LABELS.items():
            token = vault.token(label, round_id, person.id)
            await session.execute(
                delete(table).where(table.round_id == round_id, table.token == token)
            )
    await session.execute(delete(Invitation).where(Invitation.person_id == person.id))
    await outbox.forget_recipient(session, actor.workspace_id, actor.user_id)
    await roster.forget(session, person)


async def is_left_alone(session: AsyncSession, actor: Actor) -> bool:
    """Whether somebody has said `/amp forget me`, and has not come back."""
    found = select(Person.wants_no_part).where(
        Person.workspace_id == actor.workspace_id, Person.user_id == actor.user_id
    )
    return bool(await session.scalar(found))


async def come_back(session: AsyncSession, actor: Actor) -> None:
    """Somebody may be asked again; their channels' rosters are read anew before that."""
    (await roster.known(session, actor)).wants_no_part = False
    await session.execute(
        update(Team).where(Team.workspace_id == actor.workspace_id).values(roster_read_at=None)
    )


async def _open_rounds(session: AsyncSession, person: Person) -> list[int]:
    found = await session.scalars(
        select(AnyRound.id)
        .join(Invitation, Invitation.round_id == AnyRound.id)
        .where(Invitation.person_id == person.id, AnyRound.closed_at.is_(None))
    )
    return list(found)
