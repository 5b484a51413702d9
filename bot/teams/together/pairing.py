"""Two teams that are too small for numbers, asked as one: wished for, agreed on, and ended.

Both have to be small: of one that has numbers, those of before and after would say what the few
said who came. Rounds, rhythm and digests are those of the team that was asked, which hosts; the
other rests. Either's leads end it, from the next round on.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError
from bot.privacy import QUORUM
from bot.slack import outbox
from bot.slack.requests import Actor
from bot.teams import access, membership, plans, roster, telling
from bot.teams.models import Team
from bot.teams.together import blocks
from bot.words import Words

LAPSES = timedelta(weeks=2)  # until then the other team's leads can answer


class NoSister(AmpError):
    """A team is to be asked together with another one, and none is named that its lead can see."""

    field = "sister"


class SisterTooLarge(AmpError):
    """One of two teams that are to be asked together has numbers of its own."""

    field = "sister"


class StillTooFew(AmpError):
    """Two teams are to be asked together that would still have no numbers."""

    field = "sister"


class SisterTaken(AmpError):
    """One of two teams that are to be asked together is asked together with another already."""

    field = "sister"


class SisterWithoutLead(AmpError):
    """A team is to be asked together with one that nobody leads, so that nobody can agree."""

    field = "sister"


class SisterAskedFirst(AmpError):
    """A team is to be asked together with one whose leads have asked for the same."""

    field = "sister"


class RequestOver(AmpError):
    """A request is answered that was answered, withdrawn or has lapsed meanwhile."""


async def find(session: AsyncSession, lead: Actor, channel_id: str, own: Team | None) -> Team:
    """The team of a channel, with which *own*, or a new one, could be asked.

    A private channel's is for those who are in it: whether there is one stays unsaid. Raises
    NoSister, SisterAskedFirst, SisterTaken, SisterWithoutLead, SisterTooLarge or StillTooFew.
    """
    host = await roster.of_channel(session, lead.workspace_id, channel_id)
    if host is None or host is own or not await _sees(session, host, lead):
        raise NoSister
    if own and host.asked_sister_id == own.id:
        raise SisterAskedFirst
    await _check(session, host, own)
    return host


async def _sees(session: AsyncSession, team: Team, lead: Actor) -> bool:
    return team.is_private is False or await membership.has(session, team, lead)


async def _check(session: AsyncSession, host: Team, own: Team | None) -> None:
    theirs = await roster.read(session, host)
    if host.sister or (own and own.sister):
        raise SisterTaken
    if not theirs.leads:
        raise SisterWithoutLead
    there = {person.id for person in theirs.counted}
    here = {person.id for person in (await roster.read(session, own)).counted} if own else set()
    if max(len(here), len(there)) >= QUORUM:
        raise SisterTooLarge(quorum=QUORUM)
    if own and len(here | there) < QUORUM:
        raise StillTooFew(quorum=QUORUM)


async def ask(
    session: AsyncSession, say: Words, team: Team, channel_id: str, lead: Actor, *, at: datetime
) -> None:
    """Ask the leads of a channel's team whether both shall be asked together; raises as `find`."""
    host = await find(session, lead, channel_id, team)
    await withdraw(session, team)
    team.asked_sister_id, team.asked_sister_at = host.id, at
    key = f"{_prefix(team)}{at:%Y%m%d%H%M%S%f}"
    await telling.leads(
        session, say, host, key, lambda words: blocks.request(words, team, host, lead), at=at
    )


async def asked(session: AsyncSession, team: Team) -> str | None:
    """The channel of the team whose leads have been asked and have not answered."""
    is_there = Team.id == team.asked_sister_id, Team.ended_at.is_(None)
    return await session.scalar(select(Team.channel_id).where(*is_there))


async def withdraw(session: AsyncSession, team: Team) -> None:
    """Let a team's request be over, and reach nobody who has not heard of it yet."""
    if team.asked_sister_id is not None:
        team.asked_sister_id = team.asked_sister_at = None
        await outbox.withdraw(session, _prefix(team))


def _prefix(team: Team) -> str:
    return f"together:{team.id}:"


async def agree(
    session: AsyncSession, say: Words, team_id: int, lead: Actor, *, at: datetime
) -> Team:
    """A lead of the team that was asked wants it too; gives that team, which hosts.

    Raises RequestOver, NotALead, or as `find` where something has come in between.
    """
    team, host = await _request(session, team_id, lead)
    await _check(session, host, team)
    for one in (team, host):
        await withdraw(session, one)
    team.sister, host.sister, team.hosts, host.hosts = host, team, False, True
    await session.flush()
    await plans.plan(session, team, at=at)
    for person in (await roster.read(session, host)).asked:
        plans.include(host, person, at=at)
    await _tell(session, say, host, team, lead, begins=True, at=at)
    return host


async def decline(
    session: AsyncSession, say: Words, team_id: int, lead: Actor, *, at: datetime
) -> None:
    """A lead of the team that was asked does not want it; raises RequestOver or NotALead."""
    team, _ = await _request(session, team_id, lead)
    await _over(session, say, team, "declined", at=at)


async def _request(session: AsyncSession, team_id: int, lead: Actor) -> tuple[Team, Team]:
    """The team that asked, and the one that was asked, both for this transaction alone."""
    asking = await session.get(Team, team_id)
    held = await _held(session, [team_id, asking.asked_sister_id if asking else None])
    team = next((one for one in held if one.id == team_id), None)
    host = next((one for one in held if team and one.id == team.asked_sister_id), None)
    if team is None or host is None or host.workspace_id != lead.workspace_id:
        raise RequestOver
    await access.led_with_id(session, lead, host.id)
    return team, host


async def _held(session: AsyncSession, ids: Sequence[int | None]) -> Sequence[Team]:
    """These teams, in the order of their ids, so that two who hold them don't wait in a circle."""
    found = await session.scalars(
        select(Team)
        .where(Team.id.in_([id_ for id_ in ids if id_]), Team.ended_at.is_(None))
        .order_by(Team.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return found.all()


async def part(session: AsyncSession, say: Words, team: Team, lead: Actor, *, at: datetime) -> None:
    """Let each of two be asked alone again, from the next round on; both channels hear it.

    Whoever was asked this week is not asked in it once more.
    """
    if team.sister_id is None:
        return
    held = await _held(session, [team.id, team.sister_id])
    if len(held) != 2 or {one.sister_id for one in held} != {one.id for one in held}:
        return  # somebody else has ended it meanwhile
    guest, host = sorted(held, key=lambda one: one.hosts)
    host.sister = guest.sister = None
    host.hosts = False
    await session.flush()
    guest.done_week = host.done_week or guest.done_week
    await plans.plan(session, guest, at=at)
    await _tell(session, say, host, guest, lead, begins=False, at=at)


async def _tell(
    session: AsyncSession,
    say: Words,
    host: Team,
    guest: Team,
    lead: Actor,
    *,
    begins: bool,
    at: datetime,
) -> None:
    """Tell the channels of both, each in its language."""
    for one in (host, guest):
        draft = blocks.news(say.locale(one.language), host, guest, lead, begins=begins)
        where = [one.channel_id, one.digest_channel_id]
        once = f"paired:{one.id}:{at:%Y%m%d%H%M%S%f}"
        await telling.channels(session, one, once, draft, where, at=at)


async def lapsed(session: AsyncSession, at: datetime) -> Sequence[int]:
    """The teams whose request nobody has answered for two weeks."""
    found = await session.scalars(
        select(Team.id).where(Team.asked_sister_at <= at - LAPSES, Team.ended_at.is_(None))
    )
    return found.all()


async def lapse(session: AsyncSession, say: Words, team_id: int, *, at: datetime) -> None:
    """Let such a request be over."""
    team = await session.get_one(Team, team_id, with_for_update=True)
    if team.asked_sister_at and team.asked_sister_at <= at - LAPSES:
        await _over(session, say, team, "lapsed", at=at)


async def _over(session: AsyncSession, say: Words, team: Team, how: str, *, at: datetime) -> None:
    """Its leads hear that nothing comes of it; a co-lead may not know of the other's channel."""
    await withdraw(session, team)
    key = f"{_prefix(team)}{how}:{at:%Y%m%d%H%M%S%f}"
    await telling.leads(session, say, team, key, lambda words: blocks.over(words, team, how), at=at)
