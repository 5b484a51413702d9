"""What people hear no more of a round: at its end, once they have left, while they are away."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, String, bindparam, cast, func, literal, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bot.db import Moment
from bot.pulse.models import AnyRound, Invitation
from bot.slack import outbox
from bot.slack.models import Delivery, State
from bot.teams import absences, calendar
from bot.teams.models import NEVER, Member, Person

INVITATION, REMINDER = "invitation", "reminder"  # what the keys of messages begin with
KINDS = (f"{INVITATION}:", f"{REMINDER}:")


def key(kind: str, round_id: int, person: Person | None = None) -> str:
    """The key of a message about a round, or how those to everybody begin."""
    return f"{kind}:{round_id}:{person.id if person else ''}"


def once_more() -> ColumnElement[datetime]:
    """When one more message is due: as put off, or as planned."""
    return func.coalesce(Invitation.later_at, Invitation.reminds_at, type_=Moment)


async def everybody(session: AsyncSession, round_id: int, *, at: datetime) -> None:
    """A round is over: what was planned, or put off, is in nobody's week any more (`load`)."""
    await _plan_no_more(session, Invitation.round_id == round_id, at)
    for kind in (INVITATION, REMINDER):
        await outbox.withdraw(session, key(kind, round_id))


async def left_behind(session: AsyncSession, at: datetime) -> Sequence[int]:
    """The open rounds of which somebody would hear who has left the channel."""
    found = await session.scalars(
        select(AnyRound.id)
        .join(Invitation, Invitation.round_id == AnyRound.id)
        .where(AnyRound.closed_at.is_(None), ~is_here(), _would_hear(at))
        .distinct()
    )
    return found.all()


async def whoever_left(session: AsyncSession, round_id: int, *, at: datetime) -> None:
    """Let nobody hear of a round who has left its channel; their place in it stays.

    Without it a number would go down, and they may have answered.
    """
    its = Invitation.round_id == round_id
    gone = await session.scalars(
        select(Person)
        .join(Invitation, Invitation.person_id == Person.id)
        .join(AnyRound, AnyRound.id == Invitation.round_id)
        .where(its, ~is_here(), _would_hear(at))
    )
    for person in gone.all():
        await withdraw(session, round_id, person)
        await _plan_no_more(session, its & (Invitation.person_id == person.id), at)


async def unwanted(
    session: AsyncSession, keys: Iterable[str], *, at: datetime
) -> list[tuple[int, Person]]:
    """Of messages that are about to be sent, by their keys: whose is not wanted, of which round.

    They have left the channel, or are away by now.
    """
    asking = [one.split(":") for one in keys if one.startswith(KINDS)]
    places = [(int(round_id), int(person_id)) for _, round_id, person_id in asking]
    found = await session.execute(_PLACES, {"places": places})
    return [
        (round_id, person)
        for round_id, person, is_here in found
        if not is_here or absences.is_away(person, at)
    ]


async def withdraw(session: AsyncSession, round_id: int, person: Person) -> None:
    """Let nothing of a round come to somebody that waits for them."""
    for kind in (INVITATION, REMINDER):
        await _withdraw(session, key(kind, round_id), person)


async def while_away(session: AsyncSession, person: Person) -> None:
    """Let nothing come to somebody until the day on which they are back, if they are away."""
    if person.back_on is None:
        return
    is_open = person.back_on == NEVER
    back = None if is_open else calendar.of_zone(person.zone).moment(person.back_on, 0)
    for kind in KINDS:
        await _withdraw(session, kind, person, before=back)


async def _withdraw(
    session: AsyncSession, prefix: str, person: Person, *, before: datetime | None = None
) -> None:
    here, recipient = person.workspace_id, person.user_id
    await outbox.withdraw(session, prefix, workspace_id=here, recipient=recipient, before=before)


async def _plan_no_more(session: AsyncSession, whose: ColumnElement[bool], at: datetime) -> None:
    place = update(Invitation).where(whose)
    still_to_come = Invitation.later_at.is_not(None) | (Invitation.reminds_at > at)
    await session.execute(place.where(still_to_come).values(reminds_at=None, later_at=None))
    await session.execute(place.where(Invitation.due_at > at).values(told=False))


def is_here() -> ColumnElement[bool]:
    """Whether somebody who has a place in a round is in its channel, as `Roster.here` says it.

    Or in that of the team whose people it asks besides.
    """
    them = aliased(Person)
    here = select(Member.person_id).join(them, them.id == Member.person_id)
    return here.where(
        Member.team_id.in_([AnyRound.team_id, AnyRound.sister_id]),
        Member.person_id == Invitation.person_id,
        Member.is_asked,
        them.is_active,
    ).exists()


# Whose messages are about to be sent: asked before each batch, and so written once.
_PLACES = (
    select(Invitation.round_id, Person, is_here())
    .join(Person, Person.id == Invitation.person_id)
    .join(AnyRound, AnyRound.id == Invitation.round_id)
    .where(
        tuple_(Invitation.round_id, Invitation.person_id).in_(bindparam("places", expanding=True))
    )
)


def _would_hear(at: datetime) -> ColumnElement[bool]:
    """Whether a message waits for somebody, or is planned."""
    keys = [_its_key(INVITATION), _its_key(REMINDER)]
    waits = select(Delivery.id).where(Delivery.key.in_(keys), Delivery.state == State.WAITING)
    return waits.exists() | (once_more() > at)


def _its_key(kind: str) -> ColumnElement[str]:
    """`key` of a place in a round, for the database."""
    round_id, person_id = cast(Invitation.round_id, String), cast(Invitation.person_id, String)
    return literal(f"{kind}:").concat(round_id).concat(":").concat(person_id)
