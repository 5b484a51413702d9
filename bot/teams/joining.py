"""Somebody joins a team's channel: they are in it, and hear once when they are asked first.

Where a lead had named them before, the channel reads how many are asked by now.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from sqlalchemy.ext.asyncio import AsyncSession

from bot.slack import outbox
from bot.slack.requests import Actor
from bot.teams import announcing, blocks, membership, plans, roster, telling
from bot.teams.announcing import Announced
from bot.teams.models import PICKED, Person, Team
from bot.teams.plans import Spacing
from bot.teams.roster import Human, Roster
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
    before = Announced.of(await roster.read(session, team))
    member = await membership.join(session, team, human, group, at=at)
    members, person = await roster.read(session, team), member.person
    await announcing.changed(session, say, before, members, None, at=at)
    if member.left_out or person.wants_no_part or not team.asks(person):
        return
    plans.include(team.asking, person, at=at)
    actor = Actor(person.workspace_id, person.user_id)
    turn = await plans.turn(session, members, actor, spacing, at=at)
    await telling.people(
        session, say, [person], _key(team), lambda words: blocks.welcome(words, team, turn), at=at
    )


async def changed(
    session: AsyncSession,
    say: Words,
    workspace_id: str,
    human: Human,
    *,
    spacing: Spacing,
    at: datetime,
) -> None:
    """Write down what Slack says of somebody whom we know; who becomes a guest hears of it."""
    known = await roster.find(session, Actor(workspace_id, human.user_id))
    if known is None:
        return
    was_guest = known.is_guest
    await roster.describe(session, workspace_id, [human], at=at)
    if human.is_active and known.is_guest != was_guest:
        await _guest_or_not(session, say, known, spacing=spacing, at=at)


async def _guest_or_not(
    session: AsyncSession, say: Words, person: Person, *, spacing: Spacing, at: datetime
) -> None:
    """Somebody is a guest by now, or no more: whom that lets be asked hears it, or not any more."""
    actor, draft = Actor(person.workspace_id, person.user_id), blocks.guest_or_not
    for team in await roster.of_person(session, actor):
        members = await roster.read(session, team)
        if team.with_guests or not _could_be_asked(members, person):
            continue
        plans.include(team.asking, person, at=at)
        turn = await plans.turn(session, members, actor, spacing, at=at)
        await _withdraw(session, team, actor)
        key = f"{_key(team)}:{at:%Y%m%d%H%M%S%f}"
        await telling.people(session, say, [person], key, partial(draft, turn=turn), at=at)


def _could_be_asked(members: Roster, person: Person) -> bool:
    """Whether it is for being a guest alone that somebody is asked or not."""
    theirs = (one for one in members.members if one.person_id == person.id)
    return members.team.whom != PICKED and any(m.is_asked and not m.left_out for m in theirs)


async def read_again(
    session: AsyncSession, say: Words, team: Team, humans: Sequence[Human], *, at: datetime
) -> None:
    """Let the team be who is in its channel by now, whatever events were missed."""
    before = Announced.of(await roster.read(session, team))
    members = await membership.enroll(session, team, humans, at=at)
    await announcing.changed(session, say, before, members, None, at=at)


async def leave(session: AsyncSession, team: Team, actor: Actor) -> None:
    """Somebody has left the channel, perhaps before the welcome came."""
    await _withdraw(session, team, actor)
    await membership.leave(session, team, actor)


async def _withdraw(session: AsyncSession, team: Team, actor: Actor) -> None:
    here, recipient = actor.workspace_id, actor.user_id
    await outbox.withdraw(session, f"{_key(team)}:", workspace_id=here, recipient=recipient)


def _key(team: Team) -> str:
    return f"welcome:{team.id}"
