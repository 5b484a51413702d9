"""Leaving: what is kept about somebody is deleted, and their open ballots count no more."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot import scrubbing
from bot.pulse import overlaps
from bot.pulse.models import AnyRound, Invitation
from bot.slack import outbox
from bot.slack.requests import Actor
from bot.teams import membership, roster
from bot.teams.models import Person, Team
from bot.vault import Vault

Forgetter = Callable[[AsyncSession, Vault, Person], Awaitable[None]]


async def forget(
    session: AsyncSession, vault: Vault, actor: Actor, *, also: Iterable[Forgetter] = ()
) -> None:
    """Delete what is kept about *actor*, but for the wish itself.

    *also* delete what the rooms to the right keep, in the same transaction. Nobody can find their
    sealed answers of rounds still open; without an invitation they are left out at the close.
    """
    person = await roster.known(session, actor)
    for forget_too in also:
        await forget_too(session, vault, person)
    still_open = select(AnyRound.id).where(AnyRound.closed_at.is_(None))
    await session.execute(
        delete(Invitation).where(
            Invitation.person_id == person.id, Invitation.round_id.in_(still_open)
        )
    )
    await outbox.forget_recipient(session, actor.workspace_id, actor.user_id)
    await membership.forget(session, person)
    await scrubbing.want(session, words=True)


async def tidy(session: AsyncSession, *, at: datetime) -> None:
    """Delete in which closed rounds those had a place who want no part.

    It is needed for some weeks, so that nobody subtracts the answers of a team without them. What
    they had planned goes too: the version before, which may run beside this one, leaves it.
    """
    gone = select(Person.id).where(Person.wants_no_part)
    await session.execute(update(Person).where(Person.id.in_(gone)).values(away_later=None))
    spent = select(AnyRound.id).where(AnyRound.closed_at <= at - overlaps.LATELY)
    await session.execute(
        delete(Invitation).where(Invitation.person_id.in_(gone), Invitation.round_id.in_(spent))
    )


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
