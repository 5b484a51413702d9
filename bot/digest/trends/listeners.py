"""What people do about trends: look at them, over a month, a quarter or a year."""

import re
from collections.abc import Sequence

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
from bot.slack.requests import Request
from bot.teams import access
from bot.teams.models import Team
from bot.words import Words


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
    """`/amp trends [team]`: twelve rounds; and its buttons for 4, 12 or 52, also in a modal."""
    async with database.read() as session:
        team, span = await _asked(session, request)
        summaries = await archive.summaries(session, [team.id], last=span)
        experiments = await _experiments(session, team)
    found = lines.of(team.name, summaries, span)
    if request.action_id and not respond.response_url:
        await reply.show(blocks.modal(say, content, found, team.id, experiments))
        return
    text = blocks.text(say, content, found)
    if not found.rounds:
        await reply(say("trends-header", team=team.name), blocks.nothing_yet(say, team.name))
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
        return await access.named(session, request), lines.USUAL_SPAN
    team_id, span = (int(part) for part in request.value.split(":"))
    return await access.with_id(session, request.actor, team_id), span


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
