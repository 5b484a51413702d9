"""`/amp export`: a lead takes the digests of a team elsewhere."""

import asyncio

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.db import Database
from bot.digest import kept
from bot.digest.export import files
from bot.digest.summary import Summary
from bot.errors import AmpError
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block
from bot.slack.listening import Ack, Reply, describe
from bot.slack.requests import Command, Request
from bot.teams import access
from bot.teams.models import Team

log = structlog.get_logger()

MOST_SHOWN = 2500  # characters of CSV in a message, where no file can be sent


class NothingYet(AmpError):
    """No round of this team has closed yet, so there is nothing to take elsewhere."""


async def export(
    command: Command, ack: Ack, reply: Reply, client: AsyncWebClient, database: Database
) -> None:
    """`/amp export`: CSV and JSON of what the digests showed, into the lead's own conversation."""
    async with database.read() as session:
        team = await access.led(session, Request(command.actor, command.channel_id, ""))
        summaries = await kept.summaries(session, [team.id])
    if not summaries:
        raise NothingYet
    await ack()
    try:
        await _send(client, command.actor.user_id, team, summaries)
    except (SlackApiError, aiohttp.ClientError, TimeoutError) as error:
        log.warning("an export could not be sent as files", **describe(error))
        await reply("The digests as text", _as_text(team, summaries))
        return
    await reply(":white_check_mark: CSV and JSON are in our direct messages.")


async def _send(client: AsyncWebClient, user_id: str, team: Team, summaries: list[Summary]) -> None:
    dm = (await client.conversations_open(users=user_id))["channel"]["id"]
    made = await asyncio.gather(
        asyncio.to_thread(files.to_csv, summaries), asyncio.to_thread(files.to_json, summaries)
    )
    await client.files_upload_v2(
        channel=dm,
        initial_comment=(
            f"What the {len(summaries)} digests of *{kit.escape(team.name)}* showed. Rounded as "
            "they were shown; what was hidden is not in here either."
        ),
        file_uploads=[
            {"filename": f"digests.{kind}", "title": f"digests.{kind}", "content": content.encode()}
            for kind, content in zip(("csv", "json"), made, strict=True)
        ],
    )


def _as_text(team: Team, summaries: list[Summary]) -> list[Block]:
    """The newest rows in a message, and how to have all of them."""
    heading, *rows = files.to_csv(summaries).splitlines()
    shown: list[str] = []
    for row in reversed(rows):
        if sum(map(len, shown)) + len(row) > MOST_SHOWN:
            break
        shown.insert(0, row)
    fewer = "" if len(shown) == len(rows) else f"the newest {len(shown)} of {len(rows)} rows of "
    table = "\n".join([heading, *shown])
    return [
        kit.section(
            f"I can't send files here (that takes the permission `files:write`), so this is {fewer}"
            f"what the digests of *{kit.escape(team.name)}* showed. Whoever runs me gets all of "
            "it with the command line: `amp export` and the team's name, `--json` for JSON."
        ),
        {
            "type": "rich_text",
            "elements": [
                {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": table}]}
            ],
        },
    ]


COMMANDS = {"export": export}
