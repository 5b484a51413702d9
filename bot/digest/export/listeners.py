"""`/amp export`: a lead takes the digests of a team elsewhere."""

import asyncio

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from bot.db import Database
from bot.digest import archive
from bot.digest.export import blocks, files
from bot.digest.summary import Summary
from bot.errors import AmpError
from bot.framework.content import Content
from bot.slack import refusals, uploads
from bot.slack.failures import describe
from bot.slack.listening import Ack, Reply, listener
from bot.slack.requests import Request
from bot.teams import access
from bot.teams.access import Right
from bot.words import Words

log = structlog.get_logger()


class NothingToExport(AmpError):
    """A team has no digest yet."""


@listener
async def export(
    request: Request,
    say: Words,
    content: Content,
    ack: Ack,
    reply: Reply,
    client: AsyncWebClient,
    database: Database,
) -> None:
    """`/amp export`: CSV and JSON of what the digests showed, into the lead's own conversation."""
    async with database.read() as session:
        team = await access.allowed(session, request, Right.EXPORT)
        summaries = await archive.summaries(session, [team.id])
    if not summaries:
        raise NothingToExport
    await ack()
    csv, json = await asyncio.to_thread(_files, say, content, summaries)
    comment = say("export-comment", digests=len(summaries), team=team.name)
    try:
        files_ = {"digests.csv": csv, "digests.json": json}
        await uploads.send(client, request.actor.user_id, comment, files_)
    except refusals.NOT_ANSWERED as error:
        log.warning("an export could not be sent as files", **describe(error))
        await reply(say("export-as-text-text"), blocks.as_text(say, team.name, csv))
    else:
        await reply(say("export-done"))


def _files(say: Words, content: Content, summaries: list[Summary]) -> tuple[str, str]:
    return files.to_csv(content, summaries), files.to_json(say, content, summaries)


COMMANDS = {"export": export}
