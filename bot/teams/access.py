"""Which team somebody means, and what they may do with it: the one place that says so.

Whether there is a team that one is not in stays unsaid.
"""

import re
from collections.abc import Mapping
from enum import StrEnum

from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError, NotALead, NoTeam
from bot.framework import courtesies
from bot.slack.requests import Actor, Request
from bot.teams import membership, roster
from bot.teams.models import Team

CHANNEL = re.compile(r"<#(\w+)")  # how Slack writes a channel that somebody typed


class Role(StrEnum):
    """What somebody of a workspace is to a team; whoever is neither has no right in it."""

    MEMBER = "member"  # in its channel at present
    LEAD = "lead"


class Right(StrEnum):
    """What may be done about a team, as the table of docs/privacy.md names it."""

    SEE = "see"  # its numbers and its card: trends, Home, the team's audit, its experiments
    ASK = "ask"  # a pulse or an audit, now
    CLOSE = "close"
    CHANGE = "change"  # its settings, who is left out, its pauses
    EXPORT = "export"
    TELL = "tell"  # elsewhere: a webhook, the monthly roll-up
    END = "end"
    ANSWER = "answer"  # a comment without a name, or hide it
    REPEAT = "repeat"  # the newest digest, where it was told
    DECIDE = "decide"  # on experiments, roles, the checklist and ShipIt days


LEADS_ONLY = frozenset({Role.LEAD})
RIGHTS: Mapping[Right, frozenset[Role]] = {
    Right.SEE: frozenset(Role),
    **dict.fromkeys([right for right in Right if right != Right.SEE], LEADS_ONLY),
}


class NobodyLeads(NotALead):
    """Only a lead can do something, and every lead of the team has left."""


class SeveralTeams(AmpError):
    """Somebody looks after several teams, and did not say which they mean."""


class NotInTeam(AmpError):
    """Something belongs to a team that one is not in."""


class NoSuchTeam(AmpError):
    """Somebody names a team that they are not in, whether there is one or not."""


class NoTeamThere(AmpError):
    """A workflow names the channel of a team that whoever started it is not in, or of none."""


class WhichOfYourTeams(AmpError):
    """Somebody is in several teams, and did not say which they mean."""


async def allowed(session: AsyncSession, request: Request, right: Right) -> Team:
    """The team that a request means, in which the person has this right.

    Raises as `meant` does where every member has it, and as `led` where its leads do.
    """
    find = meant if Role.MEMBER in RIGHTS[right] else led
    return await find(session, request)


async def allowed_there(session: AsyncSession, request: Request, right: Right) -> Team:
    """The team of the channel that a workflow names, in which the person has this right.

    No other is guessed. Raises NoTeamThere, and NotALead where only its leads have it.
    """
    own = await roster.of_person(session, request.actor)
    here = next((team for team in own if team.channel_id == request.channel_id), None)
    if here is None:
        raise NoTeamThere
    return here if Role.MEMBER in RIGHTS[right] else await _if_led(session, here, request.actor)


async def meant(session: AsyncSession, request: Request) -> Team:
    """The team that a request means: the one it names, the channel's, or the only one.

    Unless it is the only one, one has to be in its channel or lead it. Raises NotInTeam, NoTeam or
    WhichOfYourTeams.
    """
    if request.team_id is not None:
        return await with_id(session, request.actor, request.team_id)
    if here := await _here(session, request):
        return await with_id(session, request.actor, here.id)
    return _only(await roster.of_person(session, request.actor), NoTeam, WhichOfYourTeams)


async def meant_if_any(session: AsyncSession, request: Request) -> Team | None:
    """The same; None where somebody has no team, or is not in the one that is meant."""
    try:
        return await meant(session, request)
    except (NoTeam, NotInTeam):
        return None


async def led(session: AsyncSession, request: Request) -> Team:
    """The team that a request means, if the person leads it.

    Raises NotALead, NoTeam or SeveralTeams.
    """
    if request.team_id is not None:
        return await led_with_id(session, request.actor, request.team_id)
    if here := await _here(session, request):
        return await _if_led(session, here, request.actor)
    if teams := await roster.of_person(session, request.actor, led=True):
        return _only(teams, NotALead, SeveralTeams)
    raise NotALead if await roster.of_person(session, request.actor) else NoTeam


async def named(session: AsyncSession, request: Request) -> Team:
    """The team that somebody typed the name or the channel of, or else as in `meant`; one's own.

    Raises NoSuchTeam, NotInTeam, NoTeam or WhichOfYourTeams.
    """
    if request.team_id is not None or not request.text.strip():
        return await meant(session, request)
    own = await roster.of_person(session, request.actor)
    return _only(_called(own, request.text), NoSuchTeam, WhichOfYourTeams)


async def with_id(session: AsyncSession, actor: Actor, team_id: int) -> Team:
    """The team with this id, if *actor* is in its channel or leads it.

    Raises NoTeam or NotInTeam.
    """
    team = await _live(session, actor, team_id)
    if not await membership.has(session, team, actor):
        raise NotInTeam
    return team


async def led_with_id(session: AsyncSession, actor: Actor, team_id: int) -> Team:
    """The team with this id, if *actor* leads it; raises NotALead or NoTeam."""
    return await _if_led(session, await _live(session, actor, team_id), actor)


async def leads(session: AsyncSession, team: Team, actor: Actor) -> bool:
    """Whether *actor* leads the team."""
    return (await roster.read(session, team)).is_led_by(actor)


async def _here(session: AsyncSession, request: Request) -> Team | None:
    if not request.channel_id:
        return None
    return await roster.of_channel(session, request.actor.workspace_id, request.channel_id)


async def _live(session: AsyncSession, actor: Actor, team_id: int) -> Team:
    team = await session.get(Team, team_id)
    if team is None or team.ended_at or team.workspace_id != actor.workspace_id:
        raise NoTeam
    return team


async def _if_led(session: AsyncSession, team: Team, actor: Actor) -> Team:
    people = await roster.read(session, team)
    if not people.is_led_by(actor):
        raise NotALead if people.leads else NobodyLeads
    return team


def _called(own: list[Team], name: str) -> list[Team]:
    channel = CHANNEL.search(name)
    wanted = channel[1] if channel else name.strip()
    called = _plain(wanted.lstrip("#"))
    return [team for team in own if wanted == team.channel_id or called == _plain(team.name)]


def _plain(name: str) -> str:
    """Whatever stands around it: an emoji in a team's name needn't be typed."""
    return courtesies.bare(name).casefold()


def _only(teams: list[Team], none: type[AmpError], several: type[AmpError]) -> Team:
    """The one team; raises *none*, or *several* with a button for each."""
    if not teams:
        raise none
    if len(teams) > 1:
        error = several()
        error.choices = [(team.id, team.name) for team in teams]
        raise error
    return teams[0]
