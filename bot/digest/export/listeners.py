"""`/amp export`: a lead takes the digests of a team elsewhere."""

import asyncio

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.db import Database
from bot.digest import archive
from bot.digest.export import blocks, files
from bot.digest.summary import Summary
from bot.errors import AmpError
from bot.framework.content import Content
from bot.slack.listening import Ack, Reply, describe, listener
from bot.slack.requests import Request
from bot.teams import access
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
        team = await access.led(session, request)
        summaries = await archive.summaries(session, [team.id])
    if not summaries:
        raise NothingToExport
    await ack()
    csv, json = await asyncio.to_thread(_files, say, content, summaries)
    comment = say("export-comment", digests=len(summaries), team=team.name)
    try:
        await _send(client, request.actor.user_id, comment, {"csv": csv, "json": json})
    except (SlackApiError, aiohttp.ClientError, TimeoutError) as error:
        log.warning("an export could not be sent as files", **describe(error))
        await reply(say("export-as-text-text"), blocks.as_text(say, team.name, csv))
    else:
        await reply(say("export-done"))


def _files(say: Words, content: Content, summaries: list[Summary]) -> tuple[str, str]:
    return files.to_csv(content, summaries), files.to_json(say, content, summaries)


async def _send(
    client: AsyncWebClient, user_id: str, comment: str, contents: dict[str, str]
) -> None:
    dm = (await client.conversations_open(users=user_id))["channel"]["id"]
    uploads = [
        {"filename": f"digests.{kind}", "title": f"digests.{kind}", "content": text.encode()}
        for kind, text in contents.items()
    ]
    await client.files_upload_v2(channel=dm, initial_comment=comment, file_uploads=uploads)


COMMANDS = {"export": export}
