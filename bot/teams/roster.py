"""Who is in a team, and who leads it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.db import insert_new, upsert_all
from bot.slack.requests import Actor
from bot.teams import rhythm
from bot.teams.models import Member, Person, Team


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


async def find(session: AsyncSession, actor: Actor) -> Person | None:
    """The row of a person, to look at; None while we don't know them."""
    return await session.scalar(
        select(Person).where(
            Person.workspace_id == actor.workspace_id, Person.user_id == actor.user_id
        )
    )


async def locale_of(session: AsyncSession, actor: Actor) -> str | None:
    """The locale of somebody's Slack, such as de-DE; None while we don't know them."""
    return await session.scalar(
        select(Person.locale).where(
            Person.workspace_id == actor.workspace_id, Person.user_id == actor.user_id
        )
    )


@dataclass(frozen=True)
class Roster:
    """Who is in a team at present, read once."""

    team: Team
    members: Sequence[Member]

    @property
    def asked(self) -> list[Person]:
        """The people a round goes to, as things stand now."""
        return [
            member.person
            for member in self.members
            if member.is_asked
            and not member.left_out
            and member.person.is_active
            and not member.person.wants_no_part
            and (self.team.with_guests or not member.person.is_guest)
        ]

    @property
    def leads(self) -> list[Person]:
        return [m.person for m in self.members if m.is_lead and m.person.is_active]

    @property
    def left_out(self) -> list[str]:
        """Who a lead has left out, as Slack's user ids."""
        return [m.person.user_id for m in self.members if m.left_out]

    def is_led_by(self, actor: Actor) -> bool:
        """Whether *actor* leads the team; where every lead has left, whoever is in it may."""
        if self.team.workspace_id != actor.workspace_id:
            return False
        return any(person.user_id == actor.user_id for person in self.leads or self.asked)


async def read(session: AsyncSession, team: Team) -> Roster:
    found = await session.scalars(
        select(Member).where(Member.team_id == team.id).order_by(Member.person_id)
    )
    return Roster(team, list(found))


async def describe(
    session: AsyncSession, workspace_id: str, humans: Collection[Human]
) -> dict[str, Person]:
    """Write down what Slack says of people now; gives their rows by Slack's ids."""
    rows = [
        {
            "workspace_id": workspace_id,
            "user_id": human.user_id,
            "zone": human.zone,
            "locale": human.locale,
            "is_guest": human.is_guest,
            "is_active": human.is_active,
        }
        for human in humans
    ]
    await upsert_all(session, Person, rows, keys=("workspace_id", "user_id"), keep={"locale"})
    return await _rows(session, workspace_id, [human.user_id for human in humans])


async def enroll(
    session: AsyncSession,
    team: Team,
    humans: Sequence[Human],
    *,
    leads: Collection[str] | None = None,
    left_out: Collection[str] | None = None,
    at: datetime,
) -> Roster:
    """Let the team be the *humans* of its channel, led by *leads* and without asking *left_out*.

    Who they are stays as it is where None is given. Whoever has left the channel is let go, unless
    they lead the team or are left out. The next round is planned for who is asked now.
    """
    here = await describe(session, team.workspace_id, humans)
    appointed = {*(leads or ()), *(left_out or ())} - here.keys()
    elsewhere = await _people(session, team.workspace_id, appointed) if appointed else {}
    before = await read(session, team)
    joined = _joined(before, {**here, **elsewhere}.values())
    session.add_all(joined)
    present = {person.id for person in here.values()}
    stay = []
    for member in (*before.members, *joined):
        member.is_asked = member.person_id in present
        if leads is not None:
            member.is_lead = member.person.user_id in leads
        if left_out is not None:
            member.left_out = member.person.user_id in left_out
        if member.is_asked or member.is_lead or member.left_out:
            stay.append(member)
        else:
            await session.delete(member)
    team.roster_read_at = at
    now = Roster(team, sorted(stay, key=lambda member: member.person_id))
    schedule(now, at=at)
    await session.flush()
    return now


def _joined(before: Roster, people: Iterable[Person]) -> list[Member]:
    """Members to be, for those who are none yet."""
    known = {member.person_id for member in before.members}
    return [
        Member(team_id=before.team.id, person_id=one.id, person=one, is_lead=False, left_out=False)
        for one in people
        if one.id not in known
    ]


async def asked(session: AsyncSession, team: Team) -> list[Person]:
    """The people a round goes to, as things stand now."""
    return (await read(session, team)).asked


async def leads(session: AsyncSession, team: Team) -> list[Person]:
    return (await read(session, team)).leads


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


async def update_known(session: AsyncSession, workspace_id: str, human: Human) -> None:
    """Write down what Slack says of somebody, if we know them."""
    if await _rows(session, workspace_id, [human.user_id]):
        await describe(session, workspace_id, [human])


async def forget(session: AsyncSession, person: Person) -> None:
    """Take somebody out of every team; all that stays is that they want no part."""
    await session.execute(delete(Member).where(Member.person_id == person.id))
    person.zone, person.locale, person.wants_no_part = "UTC", None, True


async def plan(
    session: AsyncSession, team: Team, *, at: datetime, not_in: str | None = None
) -> None:
    """Write down when the team's next round opens."""
    schedule(await read(session, team), at=at, not_in=not_in)


def schedule(roster: Roster, *, at: datetime, not_in: str | None = None) -> None:
    """The same for a roster that has been read: the next day that is not in the week *not_in*."""
    team, zones = roster.team, [person.zone for person in roster.asked]
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
            select(Person)
            .where(
                Person.workspace_id == workspace_id, Person.user_id.in_(ids[start : start + 500])
            )
            .execution_options(populate_existing=True)  # it may just have been written
        )
        found.update({person.user_id: person for person in rows})
    return found
