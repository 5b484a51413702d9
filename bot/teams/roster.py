"""Who is in a team, and who leads it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.db import insert_new
from bot.errors import AmpError, NotALead, NoTeam
from bot.slack.requests import Actor
from bot.teams import rhythm
from bot.teams.models import Member, Person, Team


class SeveralTeams(AmpError):
    """You look after several teams: type that in the channel of the one you mean."""


@dataclass(frozen=True)
class Human:
    """A person as Slack describes them now."""

    user_id: str
    zone: str
    locale: str | None
    is_guest: bool
    is_active: bool


async def known(session: AsyncSession, actor: Actor) -> Person:
    """The row of a person, made when it is their first time."""
    return (await _people(session, actor.workspace_id, [actor.user_id]))[actor.user_id]


async def locale_of(session: AsyncSession, actor: Actor) -> str | None:
    """The locale of somebody's Slack, such as de-DE; None while we don't know them."""
    return await session.scalar(
        select(Person.locale).where(
            Person.workspace_id == actor.workspace_id, Person.user_id == actor.user_id
        )
    )


async def describe(session: AsyncSession, workspace_id: str, humans: Iterable[Human]) -> None:
    """Write down what Slack says of people now."""
    humans = list(humans)
    people = await _people(session, workspace_id, [human.user_id for human in humans])
    for human in humans:
        person = people[human.user_id]
        person.zone, person.locale = human.zone, human.locale
        person.is_guest, person.is_active = human.is_guest, human.is_active


async def replace(
    session: AsyncSession, team: Team, humans: Sequence[Human], *, at: datetime
) -> None:
    """Let the team be the *humans* of its channel; leads stay leads, whoever left is let go."""
    await describe(session, team.workspace_id, humans)
    people = await _people(session, team.workspace_id, [human.user_id for human in humans])
    here = {person.id for person in people.values()}
    members = {m.person_id: m for m in await _members(session, team)}
    for member in members.values():
        member.is_asked = member.person_id in here
        if not (member.is_asked or member.is_lead or member.left_out):
            await session.delete(member)
    for person_id in here - members.keys():
        session.add(Member(team_id=team.id, person_id=person_id))
    team.roster_read_at = at
    await session.flush()
    await plan(session, team, at=at)


async def appoint(
    session: AsyncSession, team: Team, user_ids: Collection[str], *, left_out: Collection[str] = ()
) -> None:
    """Make *user_ids* the team's leads, and leave *left_out* unasked."""
    people = await _people(session, team.workspace_id, {*user_ids, *left_out})
    members = {m.person.user_id: m for m in await _members(session, team)}
    for user_id in people.keys() - members.keys():
        member = Member(team_id=team.id, person_id=people[user_id].id, is_asked=False)
        session.add(member)
        members[user_id] = member
    for user_id, member in members.items():
        member.is_lead = user_id in user_ids
        member.left_out = user_id in left_out
    await session.flush()


async def asked(session: AsyncSession, team: Team) -> list[Person]:
    """The people a round goes to, as things stand now."""
    return [
        member.person
        for member in await _members(session, team)
        if member.is_asked
        and not member.left_out
        and member.person.is_active
        and not member.person.wants_no_part
        and (team.with_guests or not member.person.is_guest)
    ]


async def leads(session: AsyncSession, team: Team) -> list[Person]:
    members = await _members(session, team)
    return [m.person for m in members if m.is_lead and m.person.is_active]


async def of_channel(session: AsyncSession, workspace_id: str, channel_id: str) -> Team | None:
    return await session.scalar(
        select(Team).where(
            Team.workspace_id == workspace_id,
            Team.channel_id == channel_id,
            Team.ended_at.is_(None),
        )
    )


async def of_person(session: AsyncSession, actor: Actor, *, led: bool = False) -> list[Team]:
    """The teams that somebody is in or leads, by name; with *led* only those they lead."""
    found = await session.scalars(
        select(Team)
        .join(Member)
        .join(Person)
        .where(
            Person.workspace_id == actor.workspace_id,
            Person.user_id == actor.user_id,
            Team.ended_at.is_(None),
            Member.is_lead if led else (_takes_part() | Member.is_lead),
        )
        .order_by(Team.name)
    )
    return list(found)


async def meant(session: AsyncSession, actor: Actor, channel_id: str | None) -> Team:
    """The team that somebody means: this channel's, or else the only one they are in."""
    if channel_id and (team := await of_channel(session, actor.workspace_id, channel_id)):
        return team
    return _only(await of_person(session, actor), NoTeam)


async def led_by(session: AsyncSession, actor: Actor, channel_id: str | None) -> Team:
    """The team that somebody leads and means; raises NotALead, NoTeam or SeveralTeams."""
    if channel_id and (team := await of_channel(session, actor.workspace_id, channel_id)):
        if not await is_lead(session, team, actor):
            raise NotALead
        return team
    led = await of_person(session, actor, led=True)
    return _only(led, NotALead if await of_person(session, actor) else NoTeam)


async def led(session: AsyncSession, actor: Actor, team_id: int) -> Team:
    """The team with this id, if *actor* leads it; raises NotALead or NoTeam."""
    team = await session.get(Team, team_id)
    if team is None or team.ended_at or team.workspace_id != actor.workspace_id:
        raise NoTeam
    if not await is_lead(session, team, actor):
        raise NotALead
    return team


async def left_out(session: AsyncSession, team: Team) -> list[str]:
    """Who a lead has left out, as Slack's user ids."""
    return [m.person.user_id for m in await _members(session, team) if m.left_out]


async def update_known(session: AsyncSession, workspace_id: str, human: Human) -> None:
    """Write down what Slack says of somebody, if we know them."""
    if await _rows(session, workspace_id, [human.user_id]):
        await describe(session, workspace_id, [human])


async def is_lead(session: AsyncSession, team: Team, actor: Actor) -> bool:
    """Whether *actor* leads the team; where every lead has left, whoever is in it may."""
    if team.workspace_id != actor.workspace_id:
        return False
    leading = await leads(session, team) or await asked(session, team)
    return any(person.user_id == actor.user_id for person in leading)


async def forget(session: AsyncSession, person: Person) -> None:
    """Take somebody out of every team; all that stays is that they want no part."""
    await session.execute(delete(Member).where(Member.person_id == person.id))
    person.zone, person.locale, person.wants_no_part = "UTC", None, True


async def plan(
    session: AsyncSession, team: Team, *, at: datetime, not_in: str | None = None
) -> None:
    """Write down when the team's next round opens."""
    zones = [person.zone for person in await asked(session, team)]
    due = rhythm.upcoming(rhythm_of(team), zones, at=at, not_in=not_in)
    team.next_day = due.day if due else None
    team.next_opens_at = due.opens_at if due else None
    team.asks_at_once = False


def rhythm_of(team: Team) -> rhythm.Rhythm:
    return rhythm.Rhythm(
        weekday=team.weekday,
        hour=team.hour,
        zone=team.zone,
        in_local_time=team.in_local_time,
        every_weeks=team.every_weeks,
        starts_on=team.starts_on,
        holidays=team.holidays,
        paused_until=team.paused_until,
    )


def _takes_part() -> ColumnElement[bool]:
    return Member.is_asked & Member.left_out.is_(False)


def _only(teams: list[Team], otherwise: type[AmpError]) -> Team:
    if not teams:
        raise otherwise
    if len(teams) > 1:
        raise SeveralTeams
    return teams[0]


async def _members(session: AsyncSession, team: Team) -> list[Member]:
    found = await session.scalars(
        select(Member).where(Member.team_id == team.id).order_by(Member.person_id)
    )
    return list(found)


async def _people(
    session: AsyncSession, workspace_id: str, user_ids: Collection[str]
) -> dict[str, Person]:
    """The rows of these people, those that were missing made."""
    wanted = sorted(set(user_ids))
    found = await _rows(session, workspace_id, wanted)
    if missing := [user_id for user_id in wanted if user_id not in found]:
        rows = [{"workspace_id": workspace_id, "user_id": user_id} for user_id in missing]
        await insert_new(session, Person, rows)
        found |= await _rows(session, workspace_id, missing)
    return found


async def _rows(session: AsyncSession, workspace_id: str, ids: list[str]) -> dict[str, Person]:
    found = {}
    for start in range(0, len(ids), 500):  # a statement carries only so many values
        rows = await session.scalars(
            select(Person).where(
                Person.workspace_id == workspace_id, Person.user_id.in_(ids[start : start + 500])
            )
        )
        found.update({person.user_id: person for person in rows})
    return found
