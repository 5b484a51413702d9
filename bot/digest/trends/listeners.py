"""What people do about trends: look at them, over a month, a quarter or a year."""

import re
from collections.abc import Sequence
from dataclasses import replace

from slack_bolt.async_app import AsyncApp, AsyncRespond
from sqlalchemy.ext.asyncio import AsyncSession

from bot.db import Database
from bot.digest import archive
from bot.digest.trends import blocks, lines
from bot.errors import AmpError
from bot.experiments import experimenting
from bot.experiments.experimenting import Status
from bot.framework.content import Content
from bot.slack.block_kit import Block
from bot.slack.listening import Ack, Reply, listener
from bot.slack.requests import Request, number, parts
from bot.teams import access
from bot.teams.access import NoSuchTeam
from bot.teams.models import Team
from bot.words import Words

# `52`, `Product 52`, `52 weeks`
COUNTED = re.compile(r"(?P<name>.*?)\s*\b(?P<rounds>\d{1,4})\b[^\d]*")


class AnswerRefused(AmpError):
    """Slack took neither the chart nor the bars of text."""


def register(app: AsyncApp) -> None:
    app.action(re.compile(r"^digest:trends:"))(show)


@listener
async def show(
    request: Request,
    say: Words,
    content: Content,
    respond: AsyncRespond,
    ack: Ack,
    reply: Reply,
    database: Database,
) -> None:
    """`/amp trends [team] [rounds]`, twelve by itself; and its buttons, also in a modal."""
    async with database.read() as session:
        team, span = await _asked(session, request)
        summaries = await archive.of(session, team, last=span)
        experiments = await _experiments(session, team)
    found = lines.of(team.called, summaries, span)
    if request.action_id and not respond.response_url:
        await reply.show(blocks.modal(say, content, found, team.id, experiments))
        return
    text = blocks.text(say, content, found)
    if not found.rounds:
        await reply(say("trends-header", team=team.called), blocks.nothing_yet(say, team.called))
        return
    await ack()
    variants = [
        blocks.message(say, content, found, team.id, experiments, drawn=drawn)
        for drawn in (True, False)
    ]
    await _answer(respond, text, variants, replace=bool(request.action_id))


async def _asked(session: AsyncSession, request: Request) -> tuple[Team, int]:
    """The team and the number of rounds that a button names, or a command means."""
    if not request.action_id:
        return await _typed(session, request)
    team_id, span = parts(request.value, 2)
    return await access.with_id(session, request.actor, number(team_id)), number(span)


async def _typed(session: AsyncSession, request: Request) -> tuple[Team, int]:
    """`/amp trends Product 52`; a team may be called «Product 52», too."""
    try:
        return await access.named(session, request), lines.USUAL_SPAN
    except NoSuchTeam:
        if not (counted := COUNTED.fullmatch(request.text.strip())):
            raise
    team = await access.named(session, replace(request, text=counted["name"]))
    return team, lines.span_of(int(counted["rounds"]))


async def _experiments(session: AsyncSession, team: Team) -> list[Status]:
    current, past = await experimenting.all_of(session, team)
    return [*([current] if current else []), *past]


async def _answer(
    respond: AsyncRespond, text: str, variants: Sequence[list[Block]], *, replace: bool
) -> None:
    """With Slack's chart; where the workspace refuses that block, with bars of text."""
    for variant in variants:
        answer = await respond(text=text, blocks=variant, replace_original=replace)
        if answer.status_code == 200:
            return
    raise AnswerRefused


COMMANDS = {"trends": show}
