"""Who is in a team, and who leads it."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import TypeVarTuple

from msgspec import Struct
from msgspec.structs import asdict, replace
from sqlalchemy import ColumnElement, Select, bindparam, false, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import contains_eager

from bot.rows import insert_new, is_any_of, upsert_all
from bot.slack.requests import Actor
from bot.teams import absences
from bot.teams.absences import Status
from bot.teams.models import Member, Person, Team

Ts = TypeVarTuple("Ts")  # what is read

LATELY = timedelta(days=7)  # Slack tells of changes, but not while nobody listens


class Human(Struct, frozen=True):
    """A person as Slack describes them now, or as it did lately."""

    user_id: str
    zone: str
    locale: str | None
    is_guest: bool
    is_active: bool
    status: Status | None = None
    is_admin: bool = False  # of the workspace, in Slack
    is_news: bool = True  # told by Slack just now, and not read from our own row


async def known(session: AsyncSession, actor: Actor) -> Person:
    """The row of a person, made when it is their first time."""
    return (await known_all(session, actor.workspace_id, [actor.user_id]))[actor.user_id]


async def find(session: AsyncSession, actor: Actor) -> Person | None:
    """The row of a person, to look at; None while we don't know them."""
    return await session.scalar(
        select(Person).where(
            Person.workspace_id == actor.workspace_id, Person.user_id == actor.user_id
        )
    )


class Roster(Struct, frozen=True):
    """Who is in a team at present, read once; with the people of a team that is asked with it."""

    team: Team
    members: Sequence[Member]
    sisters: Sequence[Member] = ()

    @property
    def own(self) -> "Roster":
        """The team's own people alone."""
        return replace(self, sisters=())

    @property
    def here(self) -> list[Person]:
        """Everybody in the channel, or in one of both, asked or not."""
        return _each_once(m for m in (*self.members, *self.sisters) if m.is_asked)

    @property
    def counted(self) -> list[Person]:
        """The people a round is for, as it is told to others.

        Whoever wants no part is among them, as one who does not answer: a number that went down
        would say that somebody has left.
        """
        sister = self.team.sister or self.team
        return _each_once(
            member
            for team, members in ((self.team, self.members), (sister, self.sisters))
            for member in members
            if member.is_asked and not member.left_out and team.asks(member.person)
        )

    def person(self, actor: Actor) -> Person | None:
        everybody = (m.person for m in (*self.members, *self.sisters))
        return next((one for one in everybody if one.user_id == actor.user_id), None)

    @property
    def asked(self) -> list[Person]:
        """The people a round goes to, as things stand now."""
        return [person for person in self.counted if not person.wants_no_part]

    @property
    def staying(self) -> list[Person]:
        """Those of them who are not away, nor have said that they will be."""
        return [person for person in self.asked if not (person.back_on or person.away_later)]

    @property
    def leads(self) -> list[Person]:
        return [m.person for m in self.members if m.is_lead and m.person.is_active]

    @property
    def left_out(self) -> list[str]:
        """Who is not asked by what a lead chose, as Slack's user ids."""
        return [m.person.user_id for m in self.members if m.left_out]

    @property
    def named(self) -> list[str]:
        """Whom a lead has named, as left out or as picked, as Slack's user ids."""
        return [m.person.user_id for m in self.members if self.team.names(m)]

    def is_led_by(self, actor: Actor) -> bool:
        """Whether *actor* leads the team; where every lead has left, nobody does."""
        if self.team.workspace_id != actor.workspace_id:
            return False
        return any(person.user_id == actor.user_id for person in self.leads)


def _each_once(members: Iterable[Member]) -> list[Person]:
    """Whoever of these is still in the workspace, in the order of their rows."""
    people = {m.person_id: m.person for m in members if m.person.is_active}
    return [people[id_] for id_ in sorted(people)]


async def read(session: AsyncSession, team: Team, *only: ColumnElement[bool]) -> Roster:
    """Who is in a team; where something is said of persons, *only* those of whom it is true.

    A team that is asked with it is left out while its channel can't be reached.
    """
    sister = team.sister if team.hosts else None
    with_sister = sister if sister and sister.unreachable_at is None else None
    teams = [team.id, *([with_sister.id] if with_sister else [])]
    found = await session.scalars(
        select(Member)
        .join(Member.person)
        .options(contains_eager(Member.person))
        .where(Member.team_id.in_(teams), *only)
        .order_by(Member.person_id)
    )
    members = list(found)
    own = [member for member in members if member.team_id == team.id]
    return Roster(team, own, [m for m in members if m.team_id != team.id])


async def described(
    session: AsyncSession, workspace_id: str, user_ids: Collection[str], *, since: datetime
) -> list[Human]:
    """Those of these people of whom Slack has told us *since* then; changes come by themselves."""
    rows = await _rows(session, workspace_id, sorted(user_ids))
    return [
        _human(person)
        for person in rows.values()
        if person.is_active and person.described_at and person.described_at >= since
    ]


async def known_members(session: AsyncSession, team: Team) -> list[Human]:
    """The people of a team's channel as we know them, where Slack does not let us see it."""
    members = (await read(session, team)).members
    return [_human(member.person) for member in members if member.is_asked]


def _human(person: Person) -> Human:
    return Human(
        person.user_id, person.zone, person.locale, person.is_guest,
        is_active=person.is_active, is_news=False,
    )  # fmt: skip


async def describe(
    session: AsyncSession, workspace_id: str, humans: Collection[Human], *, at: datetime
) -> dict[str, Person]:
    """Write down what Slack says of people now; gives the rows of all by Slack's ids."""
    told = [human for human in humans if human.is_news]
    rows = [
        {
            "workspace_id": workspace_id,
            "user_id": human.user_id,
            "zone": human.zone,
            "locale": human.locale,
            "is_guest": human.is_guest,
            "is_active": human.is_active,
            "described_at": at,
        }
        for human in told
    ]
    keys = ("workspace_id", "user_id")
    written = await upsert_all(session, Person, rows, keys=keys, keep={"locale"})
    described: dict[str, Person] = {person.user_id: person for person in written}
    others = [human.user_id for human in humans if human.user_id not in described]
    if others:
        described |= await _rows(session, workspace_id, others)
    for human in told:
        person = described[human.user_id]
        if person.wants_no_part:
            forget_description(person)
        else:
            absences.heed(person, human.status, at)
    return described


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


async def of_group(
    session: AsyncSession, workspace_id: str, group_id: str | None
) -> Sequence[Team]:
    """The teams that ask the people of a user group."""
    found = await session.scalars(
        select(Team).where(
            Team.workspace_id == workspace_id, Team.whom == group_id, Team.ended_at.is_(None)
        )
    )
    return found.all()


async def of_person(session: AsyncSession, actor: Actor, *, led: bool = False) -> list[Team]:
    """The teams that somebody is in or leads, by name; with *led* only those they lead."""
    return list(await session.scalars(_LED if led else _THEIRS, asdict(actor)))


def of_one(what: Select[*Ts], *, lately: bool = False) -> Select[*Ts]:
    """*What* is to be read of the teams of one person, an `Actor` in the parameters; by name.

    With *lately* also of those that have ended since `ended_since`, another parameter.
    """
    ended = (Team.ended_at >= bindparam("ended_since")) if lately else false()
    return (
        what.join(Member, Member.team_id == Team.id)
        .join(Person, Person.id == Member.person_id)
        .where(
            Person.workspace_id == bindparam("workspace_id"),
            Person.user_id == bindparam("user_id"),
            Team.ended_at.is_(None) | ended,
            (Member.is_asked & ~Member.left_out) | Member.is_lead,
            Person.wants_no_part.is_(False),
        )
        .order_by(Team.name)
    )


# Put together once: for a statement of this size that takes longer than its answer.
_THEIRS = of_one(select(Team))
_LED = _THEIRS.where(Member.is_lead)
_LATELY = of_one(select(Team), lately=True)


async def asking(
    session: AsyncSession, actor: Actor, *, ended_since: datetime | None = None
) -> list[Team]:
    """The teams whose rounds ask somebody or ask where they lead, each of them once.

    With *ended_since*, those too that have ended since then.
    """
    of_them = _LATELY if ended_since else _THEIRS
    teams = await session.scalars(of_them, {**asdict(actor), "ended_since": ended_since})
    return list({team.asking.id: team.asking for team in teams}.values())


def forget_description(person: Person) -> None:
    """Whether they are a guest or gone stays: it decides whether they are counted."""
    person.zone, person.locale, person.described_at = "UTC", None, None


async def known_all(
    session: AsyncSession, workspace_id: str, user_ids: Collection[str]
) -> dict[str, Person]:
    """The rows of these people by Slack's ids, those that were missing made."""
    wanted = sorted(set(user_ids))
    found = await _rows(session, workspace_id, wanted)
    if missing := [user_id for user_id in wanted if user_id not in found]:
        rows = [{"workspace_id": workspace_id, "user_id": user_id} for user_id in missing]
        await insert_new(session, Person, rows)
        found |= await _rows(session, workspace_id, missing)
    return found


async def _rows(session: AsyncSession, workspace_id: str, ids: list[str]) -> dict[str, Person]:
    rows = await session.scalars(
        select(Person)
        .where(Person.workspace_id == workspace_id, is_any_of(session, Person.user_id, ids))
        .execution_options(populate_existing=True)  # it may just have been written
    )
    return {person.user_id: person for person in rows}
