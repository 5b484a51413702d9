"""Who belongs to a team, and what becomes of that when they leave its channel."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.rows import insert_new
from bot.slack.requests import Actor
from bot.teams import plans, roster
from bot.teams.models import Member, Person, Team
from bot.teams.roster import Human, Roster
from bot.teams.whom import Rule


async def enroll(
    session: AsyncSession,
    team: Team,
    humans: Sequence[Human],
    *,
    leads: Collection[str] | None = None,
    rule: Rule | None = None,
    is_new: bool = False,
    at: datetime,
) -> Roster:
    """Let the team be the *humans* of its channel, led by *leads*, and ask whom *rule* asks.

    Who that is stays as it is where None is given. Whoever has left the channel is let go, unless
    a lead has named them; who leads the team from elsewhere stays. The next round is planned for
    who is asked now. One that *is_new* has had nobody.
    """
    here = await roster.describe(session, team.workspace_id, humans, at=at)
    appointed = {*(leads or ()), *(rule.named if rule else ())} - here.keys()
    elsewhere = await roster.known_all(session, team.workspace_id, appointed) if appointed else {}
    before = Roster(team, []) if is_new else await roster.read(session, team)
    joined = _joined(before, {**here, **elsewhere}.values(), at=at)
    session.add_all(joined)
    present = {person.id for person in here.values()}
    stay = []
    for member in (*before.members, *joined):
        is_here = member.person_id in present
        has_left = member.is_asked and not is_here
        if is_here and not member.is_asked:
            _comes(member, at)
        member.is_asked = is_here
        if leads is not None:
            member.is_lead = member.person.user_id in leads
        elif has_left:  # Slack's event did not reach us
            member.is_lead = False
        if rule is not None:
            member.left_out = rule.leaves_out(member.person.user_id)
        if member.is_asked or member.is_lead or team.names(member):
            stay.append(member)
        else:
            await session.delete(member)
    team.roster_read_at = at
    if leads is not None:
        team.leads_known = None  # whoever chose them knows
    now = Roster(team, sorted(stay, key=lambda member: member.person_id), before.sisters)
    plans.schedule(now, at=at)
    await session.flush()
    return now


def _joined(before: Roster, people: Iterable[Person], *, at: datetime) -> list[Member]:
    """Members to be, for those who are none yet."""
    known = {member.person_id for member in before.members}
    return [_member_to_be(before.team, one, at) for one in people if one.id not in known]


def _member_to_be(team: Team, person: Person, at: datetime) -> Member:
    return Member(
        team_id=team.id, person_id=person.id, person=person,
        is_asked=False, is_lead=False, left_out=team.leaves_out_newcomers, joined_on=at.date(),
    )  # fmt: skip


def _comes(member: Member, at: datetime) -> None:
    """In the channel from now on, the first time or again; who wants no part has no day in it."""
    member.is_asked = True
    member.joined_on = None if member.person.wants_no_part else at.date()


async def join(
    session: AsyncSession, team: Team, human: Human, group: Rule | None = None, *, at: datetime
) -> Member:
    """Somebody has come into the team's channel: they are in it from now on.

    *group* is the user group that the team asks, if it does, as Slack has just told it.
    """
    person = (await roster.describe(session, team.workspace_id, [human], at=at))[human.user_id]
    new = {"team_id": team.id, "person_id": person.id, "joined_on": at.date()}
    new |= {"is_lead": False, "is_asked": False, "left_out": team.leaves_out_newcomers}
    await insert_new(session, Member, [new])
    member = await _member(session, team, Actor(team.workspace_id, human.user_id))
    assert member is not None
    if not member.is_asked:  # is new, looks after it, or was left out before they went
        _comes(member, at)
    if group is not None and group.whom == team.whom:
        member.left_out = group.leaves_out(human.user_id)
    return member


async def has(session: AsyncSession, team: Team, actor: Actor) -> bool:
    """Whether somebody is in the team's channel, asked or left out, or leads the team."""
    member = await _member(session, team, actor)
    return member is not None and (member.is_asked or member.is_lead)


async def leave(session: AsyncSession, team: Team, actor: Actor) -> None:
    """Somebody has left the team's channel, or was removed: they see and lead it no longer.

    That a lead has named them is kept, for the day on which they come back.
    """
    team.roster_read_at = None
    member = await _member(session, team, actor)
    if member is None:
        return
    if team.names(member):
        member.is_asked = member.is_lead = False
    else:
        await session.delete(member)


async def forget(session: AsyncSession, person: Person) -> None:
    """Ask somebody nothing any more, and let them lead nothing.

    What stays is that they want no part, and in which channels they are, so that the number of
    people asked there is the same as before; and that a lead has named them, wherever they are,
    or an admin: a name that vanished from a form would say that somebody has left.
    """
    await session.execute(
        update(Member).where(Member.person_id == person.id).values(is_lead=False, joined_on=None)
    )
    elsewhere = select(Team, Member).join(Team.members).where(Member.is_asked.is_(False))
    for team, member in await session.execute(elsewhere.where(Member.person_id == person.id)):
        if not team.names(member):
            await session.delete(member)
    roster.forget_description(person)
    person.wants_no_part = True
    person.back_on = person.away_later = person.own_weekday = person.own_hour = None
    person.heeds_status = person.away_by_status = False
    person.wants_reminders = True


async def _member(session: AsyncSession, team: Team, actor: Actor) -> Member | None:
    return await session.scalar(
        select(Member)
        .join(Person)
        .where(
            Member.team_id == team.id,
            Person.workspace_id == actor.workspace_id,
            Person.user_id == actor.user_id,
        )
    )
