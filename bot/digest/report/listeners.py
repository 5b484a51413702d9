"""The button «Report» on Home: a lead gets their team's quarter as one page."""

import asyncio
import re

import structlog
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot import clock
from bot.db import Database
from bot.digest.report import page, reports
from bot.digest.report.periods import period
from bot.errors import AmpError
from bot.framework.content import Content
from bot.slack import uploads
from bot.slack.failures import describe
from bot.slack.listening import Ack, Reply, listener
from bot.slack.requests import Request
from bot.teams import access
from bot.teams.access import Right
from bot.words import Words

log = structlog.get_logger()


class ReportNotSent(AmpError):
    """Slack did not take the file."""


def register(app: AsyncApp) -> None:
    app.action(re.compile(r"^report:send:"))(send)


@listener
async def send(
    request: Request,
    say: Words,
    content: Content,
    ack: Ack,
    reply: Reply,
    client: AsyncWebClient,
    database: Database,
) -> None:
    """The last quarter of a team, in the lead's own language, into their own conversation."""
    async with database.read() as session:
        team = await access.allowed(session, request, Right.EXPORT)
        days = period(None, None, today=reports.day_of(team, clock.now()))
        report = await reports.of_team(session, team, days)
    await ack()
    made = await asyncio.to_thread(page.of_team, say, content, report)
    name = f"report-{days.last.isoformat()}.html"
    try:
        comment = say("report-comment", team=team.name)
        await uploads.send(client, request.actor.user_id, comment, {name: made})
    except uploads.NOT_SENT as error:
        log.warning("a report could not be sent", **describe(error))
        raise ReportNotSent from error
    await reply(say("report-done"))
