"""Which team somebody means, by its name, by the channel they are in, or as the only one."""

import re

from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError, NoTeam
from bot.slack.requests import Actor
from bot.teams import roster
from bot.teams.models import Team
from bot.tools import belonging

CHANNEL = re.compile(r"<#(\w+)")  # how Slack writes a channel that somebody typed


class NotYours(AmpError):
    """You are in no team of that name, and a team's numbers are for the people in it. Without a
    name, I take the team of the channel you type it in."""


class SeveralTeams(AmpError):
    """You are in several teams: say which, as in `/amp trends Product`, or type it in the channel
    of the one you mean."""


async def team(session: AsyncSession, actor: Actor, words: str, channel_id: str | None) -> Team:
    """The team that *actor* means and is in; raises NotYours, NotInTeam, NoTeam or SeveralTeams.

    Whether there is a team of a name that they are not in stays unsaid.
    """
    own = await roster.of_person(session, actor)
    if words.strip():
        return _named(own, words)
    if channel_id and (here := await roster.of_channel(session, actor.workspace_id, channel_id)):
        return await belonging.team_of(session, actor, here.id)
    if len(own) > 1:
        raise SeveralTeams
    if not own:
        raise NoTeam
    return own[0]


def _named(own: list[Team], words: str) -> Team:
    channel = CHANNEL.search(words)
    wanted = channel[1] if channel else words.strip()
    found = [
        one
        for one in own
        if wanted == one.channel_id or wanted.lstrip("#").casefold() == one.name.casefold()
    ]
    if not found:
        raise NotYours
    return found[0]
