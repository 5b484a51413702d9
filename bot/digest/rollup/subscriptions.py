"""A workspace's subscription to the roll-up: who may turn it on and off, and who hears of it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import case, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.digest.rollup.models import RollUp
from bot.errors import AmpError, NotALead
from bot.rows import upsert
from bot.slack.requests import Actor
from bot.teams import locales, roster
from bot.teams.models import Member, Person, Team
from bot.teams.roster import Human
from bot.teams.workspace import choices
from bot.teams.workspace.choices import RollUps
from bot.vault import Vault


class OnlyAdminsRollUp(AmpError):
    """A workspace leaves the roll-up to its admins, and somebody is none."""


class NoRollUp(AmpError):
    """Somebody wants a month of the roll-up in a workspace that has none."""


async def every(session: AsyncSession) -> Sequence[RollUp]:
    """Every workspace's that has one."""
    return (await session.scalars(select(RollUp).order_by(RollUp.workspace_id))).all()


async def check(session: AsyncSession, actor: Actor, human: Human | None) -> RollUps:
    """Who may turn it on and off there; raises NotALead or OnlyAdminsRollUp for who may not.

    *human* is the actor as Slack describes them now.
    """
    decided = await choices.read(session, actor.workspace_id)
    if decided.rollups == RollUps.ADMINS:
        if human is None or not human.is_admin:
            raise OnlyAdminsRollUp
    elif not await roster.of_person(session, actor, led=True):
        raise NotALead
    return decided.rollups


async def check_repeating(session: AsyncSession, actor: Actor) -> None:
    """Raise NotALead for who may not post a month again: that is any lead, or who turned it on."""
    rollup = await of_workspace(session, actor.workspace_id)
    if rollup is not None and rollup.set_by == actor.user_id:
        return
    if not await roster.of_person(session, actor, led=True):
        raise NotALead


async def readable(session: AsyncSession, actor: Actor, human: Human | None) -> RollUp:
    """The roll-up whose months somebody may have as a page, if they are in its channel.

    Raises as `check` does, and NoRollUp.
    """
    await check(session, actor, human)
    rollup = await of_workspace(session, actor.workspace_id)
    if rollup is None:
        raise NoRollUp
    return rollup


async def is_for_leads(session: AsyncSession, actor: Actor) -> bool:
    """Whether there is a roll-up that leads turn on and off."""
    if await of_workspace(session, actor.workspace_id) is None:
        return False
    return (await choices.read(session, actor.workspace_id)).rollups == RollUps.LEADS


async def of_workspace(session: AsyncSession, workspace_id: str) -> RollUp | None:
    return await session.get(RollUp, workspace_id)


async def turn_on(
    session: AsyncSession, actor: Actor, human: Human | None, channel_id: str, *, at: datetime
) -> RollUp:
    """Post the roll-up to this channel from now on: on the clock of *human*, as Slack says it.

    An admin may be in no team, and so unknown to us until now.
    """
    told = [human] if human else []
    await roster.describe(session, actor.workspace_id, told, at=at)
    person = await roster.known(session, actor)
    row = {
        "workspace_id": actor.workspace_id, "channel_id": channel_id, "zone": person.zone,
        "set_by": actor.user_id, "set_at": at,
    }  # fmt: skip
    await upsert(session, RollUp, row)
    return RollUp(**row)


async def turn_off(session: AsyncSession, actor: Actor) -> None:
    """Post no roll-up any more."""
    rollup = await of_workspace(session, actor.workspace_id)
    if rollup is not None:
        await session.delete(rollup)


async def language(session: AsyncSession, rollup: RollUp) -> str | None:
    """The locale of what is posted: of the team whose channel it is, or of who turned it on."""
    team = await roster.of_channel(session, rollup.workspace_id, rollup.channel_id)
    if team is not None:
        return team.language
    return await locales.locale_of(session, Actor(rollup.workspace_id, rollup.set_by))


async def public(session: AsyncSession, workspace_id: str) -> dict[int, str]:
    """The channels of the teams that stand in the roll-up since theirs are public, as last seen."""
    found = await session.scalars(
        select(Team).where(
            Team.workspace_id == workspace_id, Team.ended_at.is_(None),
            Team.in_rollup.is_(None), Team.is_private.is_(False),
        )
    )  # fmt: skip
    return {team.id: team.channel_id for team in found}


async def unheard(session: AsyncSession) -> Sequence[int]:
    """The teams whose channel has not heard yet that they stand in a roll-up, or do no more."""
    here = Team.workspace_id == RollUp.workspace_id
    stands_in = case((Team.is_rolled_up, RollUp.channel_id), else_=None)
    found = await session.scalars(
        select(Team.id)
        .outerjoin(RollUp, here)
        .where(Team.ended_at.is_(None), stands_in.is_distinct_from(Team.rollup_told))
    )
    return found.all()


async def entered(session: AsyncSession, team: Team) -> RollUp | None:
    """The roll-up that a team stands in from now on; its channel has heard of it by this."""
    rollup = await session.get(RollUp, team.workspace_id) if team.is_rolled_up else None
    before, team.rollup_told = team.rollup_told, rollup.channel_id if rollup else None
    return None if team.rollup_told == before else rollup


async def other_leads(session: AsyncSession, actor: Actor) -> list[Person]:
    """Everybody who leads a team of the workspace, but for *actor*."""
    found = await _leads(session, actor.workspace_id)
    return [person for person in found if person.user_id != actor.user_id]


async def owners(session: AsyncSession, rollup: RollUp) -> list[Person]:
    """Whoever turned it on, or every lead where that person wants no part any more."""
    if not rollup.set_by:
        return await _leads(session, rollup.workspace_id)
    found = await session.scalars(
        select(Person).where(
            Person.workspace_id == rollup.workspace_id, Person.user_id == rollup.set_by
        )
    )
    return list(found)


async def _leads(session: AsyncSession, workspace_id: str) -> list[Person]:
    leading = (
        select(Member.person_id)
        .join(Team, Team.id == Member.team_id)
        .where(Member.is_lead, Team.workspace_id == workspace_id, Team.ended_at.is_(None))
    )
    found = await session.scalars(
        select(Person).where(Person.id.in_(leading), Person.is_active).order_by(Person.id)
    )
    return list(found)


async def forget(session: AsyncSession, vault: Vault, person: Person) -> None:
    """The roll-up stays, since others read it; who turned it on is forgotten."""
    await session.execute(
        update(RollUp)
        .where(RollUp.workspace_id == person.workspace_id, RollUp.set_by == person.user_id)
        .values(set_by="")
    )
