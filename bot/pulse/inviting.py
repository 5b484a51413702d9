"""Writing to people about a round, each in the language of their Slack: asking, and once again."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import privacy
from bot.prepared import Connected
from bot.pulse import ballots, blocks, rounds, taking_over
from bot.pulse.calling_off import INVITATION, REMINDER, is_here, key, once_more
from bot.pulse.models import AnyRound, Invitation
from bot.pulse.planning import TOO_LATE
from bot.slack import outbox
from bot.slack.outbox import Target
from bot.teams import calendar, telling
from bot.teams.models import NEVER, Person, Team
from bot.words import Words


async def invite(session: AsyncSession, say: Words, team: Team, round_: AnyRound) -> None:
    """Write the invitations to everybody who has a place in the round."""
    due = dict(await rounds.invited_people(session, round_))
    for words, people in telling.by_language(say, due):
        targets = [_target(INVITATION, round_, person, due[person]) for person in people]
        await outbox.post(session, blocks.invitation(words, team, round_), targets)


async def share_sent(connection: Connected, round_id: int, *, at: datetime) -> int | None:
    """How many percent of a large round's invitations are out; None once all that are due are."""
    gone, due = await outbox.progress(connection, key(INVITATION, round_id), at)
    return privacy.shown_share(gone, due) if gone < due else None


def _target(kind: str, round_: AnyRound, person: Person, due_at: datetime) -> Target:
    return Target(
        key=key(kind, round_.id, person),
        workspace_id=person.workspace_id,
        recipient=person.user_id,
        due_at=due_at,
        give_up_at=round_.closes_at,
    )


async def to_remind(session: AsyncSession, at: datetime) -> Sequence[int]:
    """The open rounds in which somebody's moment for one more message has come."""
    found = await session.scalars(
        select(AnyRound.id)
        .join(Invitation, Invitation.round_id == AnyRound.id)
        .where(AnyRound.closed_at.is_(None), AnyRound.closes_at > at, once_more() <= at)
        .distinct()
    )
    return found.all()


async def moments(session: AsyncSession) -> Sequence[datetime]:
    """When somebody is to hear once more of a round that is open."""
    found = await session.scalars(
        select(once_more())
        .join(AnyRound, AnyRound.id == Invitation.round_id)
        .where(AnyRound.closed_at.is_(None), once_more().is_not(None))
        .distinct()
    )
    return found.all()


async def remind(session: AsyncSession, say: Words, round_id: int, *, at: datetime) -> None:
    """Remind everybody in the channel whose moment has come, once; raises RoundClosed.

    Those who have answered too: nobody knows them, and what stays in Slack would tell of them.
    """
    round_ = await ballots.open_round(session, round_id, at, hold=True)
    team = await session.get_one(Team, round_.team_id)
    if team.is_out_of_reach:  # its digest would reach nobody
        return
    had_theirs = await outbox.keys(session, key(REMINDER, round_id))
    if await taking_over.was_reminded(session, round_id):
        return
    now = set(await session.scalars(_DUE, {"round": round_id, "at": at}))
    people = [one for one in await ballots.everybody(session, round_id) if one.id in now]
    reminded = {one: _reminder(team, round_, one, at) for one in people}
    due = {one: to for one, to in reminded.items() if to and to.key not in had_theirs}
    for words, group in telling.by_language(say, due):
        await outbox.post(session, blocks.reminder(words, team, round_), [due[p] for p in group])


# Whose moment for one more message has come, of those who are in the channel.
_DUE = (
    select(Invitation.person_id)
    .join(AnyRound, AnyRound.id == Invitation.round_id)
    .where(
        Invitation.round_id == bindparam("round"),
        Invitation.due_at <= bindparam("at"),
        once_more() <= bindparam("at"),
        is_here(),
    )
)


def _reminder(team: Team, round_: AnyRound, person: Person, at: datetime) -> Target | None:
    """A reminder by day; None for somebody away, or where it would come too late."""
    due_at = calendar.of_person(person, team).next(at)
    if person.back_on == NEVER or due_at > round_.closes_at - TOO_LATE:
        return None
    return _target(REMINDER, round_, person, due_at)
