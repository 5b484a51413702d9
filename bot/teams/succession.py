"""When leads leave: those who stay hear of it, or whoever may look after the team from now on.

Nobody becomes a lead without pressing a button, and until somebody has, nobody is one.
"""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError
from bot.slack import outbox
from bot.slack.requests import Actor
from bot.teams import blocks, roster, telling
from bot.teams.models import Member, Person, Team
from bot.teams.roster import Roster
from bot.words import Words, mention

HEAR = 3  # of those who may become lead


class LedAlready(AmpError):
    """Somebody wants to look after a team for which somebody else was quicker."""


class CannotLead(AmpError):
    """A guest, or somebody who wants no part, would become lead."""


async def changed(session: AsyncSession) -> Sequence[int]:
    """The teams of which others than whom we know of may lead, or nobody does."""
    leading = (
        select(func.count())
        .select_from(Member)
        .join(Person)
        .where(Member.team_id == Team.id, Member.is_lead, Person.is_active)
        .scalar_subquery()
    )
    found = await session.scalars(
        select(Team.id).where(
            Team.ended_at.is_(None), or_(Team.leads_known.is_(None), Team.leads_known != leading)
        )
    )
    return found.all()


async def settle(session: AsyncSession, say: Words, team: Team, *, at: datetime) -> None:
    """Tell of it once: the leads who are left, or else those who may become lead."""
    members = await roster.read(session, team)
    before, leads = team.leads_known, members.leads
    if before == len(leads):  # another worker was quicker
        return
    may_lead = [] if leads else heirs(members)
    team.leads_known = len(leads) if leads or may_lead else None
    await _call_off(session, team)
    key = f"{_prefix(team)}{at:%Y%m%d%H%M%S}"
    if may_lead:
        draft = blocks.leaderless
        await telling.people(
            session, say, may_lead[:HEAR], key, lambda words: draft(words, team), at=at
        )
    elif before and len(leads) < before:
        fewer = blocks.fewer_leads
        await telling.people(session, say, leads, key, lambda words: fewer(words, members), at=at)


async def _call_off(session: AsyncSession, team: Team) -> None:
    """What waits for the morning to be told of who leads it is true no more."""
    await outbox.withdraw(session, _prefix(team))


def _prefix(team: Team) -> str:
    return f"leads:{team.id}:"


def heirs(members: Roster) -> list[Person]:
    """Who may become lead, the longest-standing first; guests where there is nobody else.

    Whoever is away, and whom a lead has left out, comes last.
    """
    here = [
        member
        for member in members.members
        if member.is_asked and member.person.is_active and not member.person.wants_no_part
    ]
    full = [member for member in here if not member.person.is_guest]
    return [member.person for member in sorted(full or here, key=_standing)]


def _standing(member: Member) -> tuple[bool, bool, date, int]:
    is_away = member.person.back_on is not None
    return member.left_out, is_away, member.joined_on or date.min, member.person_id


async def take_over(
    session: AsyncSession, say: Words, team: Team, actor: Actor, *, at: datetime
) -> None:
    """Let *actor* lead a team that nobody leads, and its channel read who it is.

    Raises LedAlready or CannotLead.
    """
    await session.refresh(team, with_for_update=True)  # of two who press at once, one is first
    members = await roster.read(session, team)
    if members.leads:
        raise LedAlready(leads=[mention(person.user_id) for person in members.leads])
    if actor.user_id not in [person.user_id for person in heirs(members)]:
        raise CannotLead
    for member in members.members:  # nor does anybody who is gone lead it again, once back
        member.is_lead = member.person.user_id == actor.user_id
    team.leads_known = 1
    await _call_off(session, team)
    draft = blocks.new_lead(say.locale(team.language), team, actor)
    await telling.channel(
        session, team, f"lead:{team.id}:{at:%Y%m%d%H%M%S}", [draft], at=at, at_once=True
    )
