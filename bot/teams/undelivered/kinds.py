"""Messages to channels that did not arrive, whichever room wrote them, and posting them again."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import TypeAlias

from msgspec import Struct
from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError, NoTeam
from bot.slack import outbox
from bot.slack.models import Delivery, State
from bot.slack.requests import Actor
from bot.teams import access, roster
from bot.teams.models import Person, Team
from bot.words import Value, Words

WORTH_MENDING = timedelta(days=14)  # afterwards nobody waits for it any more


class MessageGone(AmpError):
    """Somebody wants to post a message again that is not there any more."""


class Undelivered(Struct, frozen=True):
    """What can be done about one message that did not arrive."""

    people: Sequence[Person]  # who are told of it
    channel_id: str  # where it belongs by now
    # Raises an AmpError where somebody may not post it again.
    authorize: Callable[[AsyncSession, Actor], Awaitable[object]]
    values: Callable[[Words], Mapping[str, Value]]  # for the messages of undelivered.ftl


class Kind(Struct, frozen=True):
    """Messages whose delivery keys begin with *prefix*; undelivered.ftl knows them by *name*.

    *find* raises an AmpError where nobody waits for the message any more, as when the team has
    ended. *posted_again* does what else has to happen then, such as asking for longer.
    """

    name: str
    prefix: str
    find: Callable[[AsyncSession, Delivery], Awaitable[Undelivered]]
    posted_again: Callable[[AsyncSession, Delivery, datetime], Awaitable[None]] | None = None


Kinds: TypeAlias = Sequence[Kind]


async def of_team(session: AsyncSession, team: Team | None) -> Undelivered:
    """A message to a team's digest channel is the business of its leads; raises NoTeam."""
    if team is None or team.ended_at:
        raise NoTeam
    name = team.name
    return Undelivered(
        people=await roster.leads(session, team),
        channel_id=team.digest_channel_id,
        authorize=partial(access.led_with_id, team_id=team.id),
        values=lambda _: {"team": name},
    )


def kind_of(kinds: Kinds, key: str) -> Kind:
    """Raises MessageGone for a key that no kind knows."""
    fitting = [kind for kind in kinds if key.startswith(kind.prefix)]
    if not fitting:
        raise MessageGone
    return max(fitting, key=lambda kind: len(kind.prefix))


async def stuck(session: AsyncSession, kinds: Kinds, *, at: datetime) -> list[int]:
    """The ids of what did not reach a channel, or may not have, and is told to nobody yet.

    What stands in a thread goes with its root.
    """
    found = await session.scalars(
        select(Delivery).where(
            or_(*(Delivery.key.startswith(kind.prefix, autoescape=True) for kind in kinds)),
            Delivery.state.in_([State.FAILED, State.UNKNOWN]),
            Delivery.thread_of.is_(None),
            Delivery.due_at > at - WORTH_MENDING,
            or_(Delivery.recipient.startswith("C"), Delivery.recipient.startswith("G")),
        )
    )
    return [delivery.id for delivery in found if not await _is_told(session, delivery)]


def key_of_telling(delivery: Delivery) -> str:
    """Under which key leads are told that a message failed: anew after each attempt to post it."""
    return f"undelivered:{delivery.id}:{delivery.attempts}"


async def _is_told(session: AsyncSession, delivery: Delivery) -> bool:
    told = Delivery.key.startswith(f"{key_of_telling(delivery)}:")
    return await session.scalar(select(Delivery.id).where(told).limit(1)) is not None


async def post_again(
    session: AsyncSession, kinds: Kinds, actor: Actor, key: str, *, at: datetime
) -> tuple[str, bool]:
    """Let a message be posted again, to the channel that it belongs into by now.

    Answers that channel, and whether it is on its way: False if it has arrived already. Raises
    MessageGone, or what keeps *actor* from it.
    """
    delivery = await outbox.find(session, key)
    if delivery is None or delivery.workspace_id != actor.workspace_id:
        raise MessageGone
    kind = kind_of(kinds, key)
    undelivered = await kind.find(session, delivery)
    await undelivered.authorize(session, actor)
    is_again = await outbox.send_again(session, key, undelivered.channel_id, at=at)
    if is_again and kind.posted_again:
        await kind.posted_again(session, delivery, at)
    return undelivered.channel_id, is_again
