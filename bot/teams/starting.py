"""Who may start a team: a workspace's own admins decide it."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct
from sqlalchemy import ScalarSelect, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError
from bot.rows import upsert
from bot.teams import roster
from bot.teams.models import Person, Workspace
from bot.teams.roster import Human


class Starters(StrEnum):
    """Of whom a workspace's admins want teams to be started."""

    EVERYBODY = "everybody"  # guests too
    MEMBERS = "members"
    ADMINS = "admins"
    CHOSEN = "chosen"  # these people, and admins


class Choice(Struct, frozen=True):
    """Who may start a team in a workspace; *chosen* are Slack's user ids."""

    who: Starters = Starters.MEMBERS
    chosen: Sequence[str] = ()

    def lets(self, human: Human) -> bool:
        if self.who == Starters.CHOSEN:
            return human.is_admin or human.user_id in self.chosen
        if self.who == Starters.ADMINS:
            return human.is_admin
        return self.who == Starters.EVERYBODY or not human.is_guest


class MayNotStart(AmpError):
    """Somebody wants to start a team whom the workspace does not let."""


class OnlyForAdmins(AmpError):
    """Somebody who is no admin of the workspace wants to decide for it."""


class NobodyChosen(AmpError):
    """Some people shall be able to start a team, and none is named."""

    field = "chosen"


async def chosen(session: AsyncSession, workspace_id: str) -> Choice:
    """What a workspace has decided, or the default."""
    row = await session.get(Workspace, workspace_id)
    named = select(Person.user_id).where(Person.workspace_id == workspace_id, Person.may_start)
    if row is None:
        return Choice()
    return Choice(Starters(row.may_start), tuple(await session.scalars(named)))


async def check(session: AsyncSession, workspace_id: str, human: Human) -> None:
    """Raise MayNotStart where the workspace does not let somebody start a team."""
    who, is_named = (await session.execute(select(*columns(workspace_id, human)))).one()
    judge(human, who, is_named=is_named)


def columns(workspace_id: str, human: Human) -> tuple[ScalarSelect[str], ScalarSelect[bool]]:
    """What `judge` has to know, for a statement that is asked anyway."""
    who = select(Workspace.may_start).where(Workspace.workspace_id == workspace_id)
    named = select(Person.may_start).where(
        Person.workspace_id == workspace_id, Person.user_id == human.user_id
    )
    return who.scalar_subquery(), named.scalar_subquery()


def judge(human: Human, who: str | None, *, is_named: bool | None) -> None:
    """Raise MayNotStart for whom the workspace does not let; *who* is one of Starters."""
    choice = Choice(Starters(who or Starters.MEMBERS), [human.user_id] if is_named else [])
    if not choice.lets(human):
        raise MayNotStart(who=choice.who)


def check_admin(human: Human | None) -> None:
    """Raise OnlyForAdmins for whoever is no admin or owner in Slack."""
    if human is None or not human.is_admin:
        raise OnlyForAdmins


async def decide(session: AsyncSession, workspace_id: str, choice: Choice) -> None:
    """Write down what an admin wants; raises NobodyChosen."""
    if choice.who == Starters.CHOSEN and not choice.chosen:
        raise NobodyChosen
    await upsert(session, Workspace, {"workspace_id": workspace_id, "may_start": choice.who})
    here = Person.workspace_id == workspace_id
    await session.execute(update(Person).where(here, Person.may_start).values(may_start=False))
    names = choice.chosen if choice.who == Starters.CHOSEN else ()
    for person in (await roster.known_all(session, workspace_id, names)).values():
        person.may_start = True  # also who wants no part: a name that was not kept would tell
