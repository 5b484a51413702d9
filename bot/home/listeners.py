"""Somebody opens the App Home tab: it is drawn anew each time."""

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database
from bot.digest.models import Digest
from bot.digest.summary import Summary
from bot.home import blocks
from bot.home.blocks import TeamView
from bot.pulse import ballots, rounds
from bot.slack.arrivals import Actor, Event
from bot.slack.listening import listener
from bot.teams import roster
from bot.teams.models import Person, Team
from bot.vault import Vault


def register(app: AsyncApp) -> None:
    app.event("app_home_opened")(opened)


@listener
async def opened(event: Event, client: AsyncWebClient, database: Database, vault: Vault) -> None:
    """Draw the tab for whoever opened it."""
    if event.body.get("tab", "home") != "home":
        return
    actor = Actor(event.workspace_id, event.body["user"])
    async with database.begin() as session:
        person = await roster.known(session, actor)
        teams = [
            await _view(session, vault, person, actor, team)
            for team in await roster.of_person(session, actor)
        ]
    await client.views_publish(user_id=actor.user_id, view=blocks.home(teams))


async def _view(
    session: AsyncSession, vault: Vault, person: Person, actor: Actor, team: Team
) -> TeamView:
    mine = [
        round_
        for round_ in await rounds.open_for_person(session, actor, clock.now())
        if round_.team_id == team.id
    ]
    last = await session.scalar(
        select(Digest).where(Digest.team_id == team.id).order_by(Digest.round_id.desc()).limit(1)
    )
    return TeamView(
        team=team,
        open_round=mine[0] if mine else None,
        answered=bool(mine) and await ballots.has_answered(session, vault, mine[0].id, person),
        last=Summary.read(last.summary) if last else None,
        leads=await roster.is_lead(session, team, actor),
    )
