"""Somebody joins a team's channel: they are in it, and hear once when they are asked first.

Where a lead had named them before, the channel reads how many are asked by now.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.slack import outbox
from bot.slack.requests import Actor
from bot.teams import announcing, blocks, membership, plans, roster, telling
from bot.teams.announcing import Levers
from bot.teams.models import Team
from bot.teams.plans import Spacing
from bot.teams.roster import Human
from bot.teams.whom import Rule
from bot.words import Words


async def join(
    session: AsyncSession,
    say: Words,
    team: Team,
    human: Human,
    group: Rule | None = None,
    *,
    spacing: Spacing,
    at: datetime,
) -> None:
    """Take somebody in, and welcome whoever will be asked, once for each team."""
    before = Levers.of(await roster.read(session, team))
    member = await membership.join(session, team, human, group, at=at)
    members, person = await roster.read(session, team), member.person
    await announcing.changed(session, say, before, members, None, at=at)
    if member.left_out or person.wants_no_part or not team.asks(person):
        return
    plans.include(team, person, at=at)
    actor = Actor(person.workspace_id, person.user_id)
    turn = await plans.turn(session, members, actor, spacing, at=at)
    await telling.people(
        session, say, [person], _key(team), lambda words: blocks.welcome(words, turn), at=at
    )


async def read_again(
    session: AsyncSession, say: Words, team: Team, humans: Sequence[Human], *, at: datetime
) -> None:
    """Let the team be who is in its channel by now, whatever events were missed."""
    before = Levers.of(await roster.read(session, team))
    members = await membership.enroll(session, team, humans, at=at)
    await announcing.changed(session, say, before, members, None, at=at)


async def leave(session: AsyncSession, team: Team, actor: Actor) -> None:
    """Somebody has left the channel, perhaps before the welcome came."""
    here, recipient = actor.workspace_id, actor.user_id
    await outbox.withdraw(session, f"{_key(team)}:", workspace_id=here, recipient=recipient)
    await membership.leave(session, team, actor)


def _key(team: Team) -> str:
    return f"welcome:{team.id}"
