"""Which team somebody means with a tool, and whether they are in it."""

from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError, NoTeam
from bot.slack.requests import Actor, Click, Request
from bot.teams import access, roster
from bot.teams.models import Team


class NotInTeam(AmpError):
    """That belongs to a team that you are not in. Its channel is the way in."""


async def team_of(session: AsyncSession, actor: Actor, team_id: int) -> Team:
    """The team with this id, if *actor* is in it or leads it; raises NoTeam or NotInTeam."""
    team = await session.get(Team, team_id)
    if team is None or team.ended_at or team.workspace_id != actor.workspace_id:
        raise NoTeam
    if team.id not in {own.id for own in await roster.of_person(session, actor)}:
        raise NotInTeam
    return team


async def team_if_any(session: AsyncSession, actor: Actor, channel_id: str | None) -> Team | None:
    """The team that somebody means, None where they have none; raises SeveralTeams."""
    try:
        return await access.meant(session, Request(actor, channel_id, ""))
    except NoTeam:
        return None


async def noted(session: AsyncSession, actor: Actor, team_id: int | None) -> Team | None:
    """The team that a form was opened for, None where for none; raises NoTeam or NotInTeam."""
    return None if team_id is None else await team_of(session, actor, team_id)


async def clicked(session: AsyncSession, click: Click) -> Team:
    """The team whose id a button carries; on a card, which carries none, the one that is meant."""
    if click.value.isdecimal():
        return await team_of(session, click.actor, int(click.value))
    return await access.meant(session, Request(click.actor, click.channel_id, ""))


async def clicked_if_any(session: AsyncSession, click: Click) -> Team | None:
    """The same, None where they have no team."""
    if click.value.isdecimal():
        return await team_of(session, click.actor, int(click.value))
    return await team_if_any(session, click.actor, click.channel_id)
