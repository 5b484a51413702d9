"""Teams that share people: of two whose difference would be a few of them, only one is told.

Whoever is told first stays; the other's answers become no counts at all, so that nobody can
subtract what is shown, nor what is stored.
"""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import privacy
from bot.pulse.models import AnyRound, Invitation
from bot.rows import is_any_of
from bot.teams import roster
from bot.teams.models import Member, Team

LATELY = timedelta(weeks=5)  # a month's roll-up and a rhythm of two weeks lie within

People = frozenset[int]  # ids of persons


async def leads_to_a_few(session: AsyncSession, round_: AnyRound, *, at: datetime) -> bool:
    """Whether what this round's people say could be told apart by what other teams were told.

    Two rounds of a workspace are never decided at once. A team's own rounds, and those that its
    channel had before it, are the same team, unless another was asked with it in one of them.
    """
    team = await session.get_one(Team, round_.team_id)
    await _one_after_the_other(session, team.workspace_id)
    new = await people_of(session, [round_.id])
    beside = await _told_to_any_of(session, round_, team, new[round_.id], at)
    if not beside:
        return False
    reach = frozenset[int]().union(*beside.values())
    wider = await _told_to_any_of(session, round_, team, reach, at)
    newest = dict(await _teams(session, wider))
    return not privacy.may_stand_beside(
        new[round_.id],
        [wider[id_] for id_ in newest.values()],
        [people for id_, people in beside.items() if id_ not in newest.values()],
    )


async def are_nearly_others(session: AsyncSession, team: Team) -> bool:
    """Whether a team's people and those of others differ by a few, as they are now.

    For what is asked beside rounds, such as wishes, of which nobody knows later who was asked.
    """
    own = {person.id for person in await roster.asked(session, team)}
    shares = select(Member.team_id).where(is_any_of(session, Member.person_id, own))
    found = await session.scalars(
        select(Team).where(
            Team.workspace_id == team.workspace_id,
            Team.id != team.id,
            Team.ended_at.is_(None),
            Team.id.in_(shares),
            or_(Team.sister_id.is_(None), Team.hosts),
        )
    )
    beside = [frozenset(p.id for p in await roster.asked(session, one)) for one in found.all()]
    return not privacy.may_stand_beside(frozenset(own), [one for one in beside if one & own])


async def _one_after_the_other(session: AsyncSession, workspace_id: str) -> None:
    """Let nobody else decide about this workspace meanwhile; SQLite has one writer anyway."""
    if session.get_bind().dialect.name == "postgresql":
        await session.execute(select(func.pg_advisory_xact_lock(func.hashtext(workspace_id))))


async def _told_to_any_of(
    session: AsyncSession, round_: AnyRound, team: Team, people: People, at: datetime
) -> dict[int, People]:
    """Who was asked in the rounds of other teams that were told lately, and asked any of these."""
    is_one_of_them = is_any_of(session, Invitation.person_id, people)
    found = await session.scalars(
        select(AnyRound.id)
        .join(Team, Team.id == AnyRound.team_id)
        .where(
            Team.workspace_id == team.workspace_id,
            or_(
                Team.channel_id != team.channel_id,
                AnyRound.sister_id.is_distinct_from(round_.sister_id),
            ),
            AnyRound.kind == round_.kind,
            AnyRound.closed_at > at - LATELY,
            AnyRound.is_readable(),
            AnyRound.id.in_(select(Invitation.round_id).where(is_one_of_them)),
        )
    )
    return await people_of(session, found.all())


async def people_of(session: AsyncSession, round_ids: Collection[int]) -> dict[int, People]:
    """Who was asked in each of these rounds, oldest first."""
    asked: dict[int, set[int]] = {id_: set() for id_ in sorted(round_ids)}
    found = await session.execute(
        select(Invitation.round_id, Invitation.person_id).where(
            is_any_of(session, Invitation.round_id, round_ids)
        )
    )
    for round_id, person_id in found:
        asked[round_id].add(person_id)
    return {id_: frozenset(people) for id_, people in asked.items()}


async def _teams(session: AsyncSession, rounds: Mapping[int, People]) -> list[tuple[int, int]]:
    """Each team with its newest of these rounds."""
    found = await session.execute(
        select(AnyRound.team_id, func.max(AnyRound.id))
        .where(is_any_of(session, AnyRound.id, rounds))
        .group_by(AnyRound.team_id)
    )
    return [(team_id, round_id) for team_id, round_id in found]
