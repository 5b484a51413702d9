"""Who may start an experiment, and who may change or end one."""

from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError, NotALead
from bot.experiments import experimenting
from bot.experiments.experimenting import OneExperimentAtATime
from bot.experiments.models import Experiment
from bot.slack.requests import Actor
from bot.teams import access, roster
from bot.teams.models import Team
from bot.words import mention


class UpToTheLeads(AmpError):
    """Somebody who does not lead the team wants to start an experiment."""


async def deciding(session: AsyncSession, actor: Actor, team_id: int) -> Team:
    """The team, where *actor* decides what is tried; raises NoTeam, UpToTheLeads or NobodyLeads."""
    try:
        return await access.led_with_id(session, actor, team_id)
    except NotALead:
        leads = await roster.leads(session, await session.get_one(Team, team_id))
        if not leads:
            raise
        raise UpToTheLeads(leads=[mention(lead.user_id) for lead in leads]) from None


async def startable(session: AsyncSession, actor: Actor, team_id: int) -> Team:
    """The team, in which *actor* may start an experiment now: one that waits is no hindrance.

    Raises NoTeam, UpToTheLeads or OneExperimentAtATime.
    """
    team = await deciding(session, actor, team_id)
    current = await experimenting.running(session, team)
    if current and not (await experimenting.status(session, current)).undecided:
        raise OneExperimentAtATime
    return team


async def led(
    session: AsyncSession, actor: Actor, experiment_id: int, *, lock: bool = True
) -> tuple[Team, Experiment]:
    """A running experiment and its team, which *actor* leads; locked for this transaction.

    Raises ExperimentHasEnded, NoTeam or NotALead.
    """
    experiment = await experimenting.running_with_id(session, experiment_id, lock=lock)
    return await access.led_with_id(session, actor, experiment.team_id), experiment
