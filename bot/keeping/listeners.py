"""`/amp privacy` and its buttons: what is kept about somebody, for their eyes only."""

import structlog
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.ext.asyncio import AsyncSession

from bot.db import Database
from bot.keeping import blocks, reading
from bot.keeping.retention import Retention
from bot.pulse import listeners as pulse
from bot.settings import Settings
from bot.slack import refusals, uploads
from bot.slack.failures import describe
from bot.slack.listening import Ack, Reply, listener
from bot.slack.requests import Request
from bot.teams.workspace import choices
from bot.vault import Vault
from bot.words import Words

log = structlog.get_logger()


def register(app: AsyncApp) -> None:
    app.action("keeping:file")(export)
    app.action("keeping:forget")(pulse.ask_to_forget)


@listener
async def show(
    request: Request, session: AsyncSession, say: Words, settings: Settings, reply: Reply
) -> None:
    """`/amp privacy`: what is kept about somebody, and until when."""
    found = await reading.find(session, request.actor)
    if found is None:
        await reply(say("keeping-nothing"), blocks.nothing(say))
        return
    chosen = await choices.read(session, request.actor.workspace_id)
    kept = Retention.of(settings).as_chosen(chosen.keep_digests)
    told = blocks.told(say, reading.about(found), kept)
    await reply(say("keeping-text"), told)


@listener
async def export(
    request: Request,
    database: Database,
    vault: Vault,
    say: Words,
    ack: Ack,
    reply: Reply,
    client: AsyncWebClient,
) -> None:
    """`/amp privacy export`: the same to the last row, as JSON in one's own conversation."""
    async with database.read() as session:
        found = await reading.find(session, request.actor)
        made = reading.as_json(found, vault) if found else None
    if made is None:
        await reply(say("keeping-nothing"), blocks.nothing(say))
        return
    await ack()
    comment = say("keeping-file-comment")
    try:
        await uploads.send(client, request.actor.user_id, comment, {"about-me.json": made})
    except refusals.NOT_ANSWERED as error:
        log.warning("a file could not be sent", **describe(error))
        await reply(say("keeping-text"), blocks.as_text(say, made))
    else:
        await reply(say("keeping-file-done"))


COMMANDS = {"privacy": show, "privacy export": export}
