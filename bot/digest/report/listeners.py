"""The buttons «Report» and «Company report»: a quarter as one page, for whoever may have it."""

import asyncio
import re
from collections.abc import Mapping

import structlog
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot import clock
from bot.db import Database
from bot.digest.report import page, reports
from bot.digest.report.periods import period
from bot.digest.rollup import subscriptions
from bot.errors import AmpError
from bot.framework.content import Content
from bot.pulse import rounds
from bot.slack import refusals, uploads
from bot.slack.failures import describe
from bot.slack.listening import Ack, Reply, listener
from bot.slack.requests import Request
from bot.teams import access, channels, directory
from bot.teams.access import Right
from bot.words import Words, channel

log = structlog.get_logger()


class ReportNotSent(AmpError):
    """Slack did not take the file."""


def register(app: AsyncApp) -> None:
    app.action(re.compile(r"^report:send:"))(send)
    app.action("report:company")(send_company)


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
        days = period(None, None, today=rounds.today(team, clock.now()))
        report = await reports.of_team(session, team, days)
    await ack()
    made = await asyncio.to_thread(page.of_team, say, content, report)
    comment = say("report-comment", team=team.name)
    await _post(client, request, comment, {f"report-{days.last.isoformat()}.html": made})
    await reply(say("report-done"))


@listener
async def send_company(
    request: Request,
    say: Words,
    content: Content,
    ack: Ack,
    reply: Reply,
    client: AsyncWebClient,
    reader: AsyncWebClient,
    database: Database,
) -> None:
    """The last months of the roll-up, for whoever turns it on and off and reads its channel."""
    actor = request.actor
    human = await directory.who(reader, database, actor)
    async with database.read() as session:
        rollup = await subscriptions.readable(session, actor, human)
        public = await subscriptions.public(session, actor.workspace_id)
    await channels.check_reads(reader, rollup.channel_id, actor.user_id)
    await channels.note_private(database, reader, public)
    async with database.read() as session:
        days = period(None, None, today=clock.now().date())
        report = await reports.of_roll_up(session, content, rollup, days)
    await ack()
    made = await asyncio.to_thread(page.of_company, say, content, report)
    comment = say("report-company-comment", channel=channel(rollup.channel_id))
    await _post(client, request, comment, {f"report-{days.last.isoformat()}.html": made})
    await reply(say("report-done"))


async def _post(
    client: AsyncWebClient, request: Request, comment: str, contents: Mapping[str, str]
) -> None:
    try:
        await uploads.send(client, request.actor.user_id, comment, contents)
    except refusals.NOT_ANSWERED as error:
        log.warning("a report could not be sent", **describe(error))
        raise ReportNotSent from error
