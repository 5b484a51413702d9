"""What people do about trends: look at them, over a month, a quarter or a year."""

import re
from collections.abc import Sequence

from slack_bolt.async_app import AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.ext.asyncio import AsyncSession

from bot.db import Database
from bot.digest import kept, which
from bot.digest.trends import blocks, lines
from bot.digest.trends.lines import Trends
from bot.errors import AmpError
from bot.experiments import experimenting
from bot.experiments.experimenting import Standing
from bot.slack import windows
from bot.slack.listening import Ack, Reply, listener
from bot.slack.requests import Click, Command
from bot.teams.models import Team
from bot.tools import belonging

USUAL = 12


class NotTaken(AmpError):
    """Slack did not take the answer. Please try again in a moment."""


def register(app: AsyncApp) -> None:
    app.action(re.compile(r"^digest:trends:"))(look)


async def show(
    command: Command, words: str, ack: Ack, respond: AsyncRespond, reply: Reply, database: Database
) -> None:
    """`/amp trends [team]`: twelve rounds, for the people of the team."""
    async with database.read() as session:
        team = await which.team(session, command.actor, words, command.channel_id)
        seen, tried = await _of(session, team, USUAL)
    if not seen.rounds:
        await reply(f"Trends of {team.name}", blocks.nothing_yet(team.name))
        return
    await ack()
    await _say(respond, seen, team, tried, replace=False)


@listener
async def look(
    click: Click, client: AsyncWebClient, respond: AsyncRespond, ack: Ack, database: Database
) -> None:
    """4, 12 or 52 rounds: in place of what was clicked, or in a window."""
    team_id, span = (int(part) for part in click.value.split(":"))
    async with database.read() as session:
        team = await belonging.team_of(session, click.actor, team_id)
        seen, tried = await _of(session, team, span)
    await ack()
    if respond.response_url:
        await _say(respond, seen, team, tried, replace=True)
    else:
        await windows.show(client, click, blocks.window(seen, team.id, tried))


async def _of(session: AsyncSession, team: Team, span: int) -> tuple[Trends, list[Standing]]:
    told = await kept.summaries(session, [team.id], last=span)
    running = await experimenting.running(session, team)
    now = [await experimenting.standing(session, running)] if running else []
    return lines.of(team.name, told, span), [*now, *await experimenting.history(session, team)]


async def _say(
    respond: AsyncRespond, seen: Trends, team: Team, tried: Sequence[Standing], *, replace: bool
) -> None:
    """With Slack's chart; where the workspace refuses that block, with bars of text."""
    for drawn in (True, False):
        told = blocks.message(seen, team.id, tried, drawn=drawn)
        answer = await respond(text=blocks.plain(seen), blocks=told, replace_original=replace)
        if answer.status_code == 200:
            return
    raise NotTaken


COMMANDS = {"trends": show}
