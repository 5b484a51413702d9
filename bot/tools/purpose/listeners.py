"""What people do with their own sentence: write it, share it, delete it."""

import re

from slack_bolt.async_app import AsyncApp
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.slack.block_kit import View
from bot.slack.listening import Reply, listener
from bot.slack.requests import Actor, Request
from bot.teams import access, roster, telling
from bot.tools.purpose import blocks, sentences
from bot.tools.purpose.sentences import Sentence
from bot.vault import Vault
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.action("purpose:open")(open_sentence)
    app.action("purpose:change")(change)
    app.action("purpose:delete")(delete)
    app.action(re.compile(r"^purpose:share:"))(share)
    app.view("purpose:save")(save)


@listener
async def open_sentence(
    request: Request, session: AsyncSession, say: Words, vault: Vault, reply: Reply
) -> None:
    """`/amp my purpose` and its button: whom this work helps, in one's own words."""
    kept = await sentences.read(session, vault, request.actor)
    view = await _overview(session, say, request.actor, kept) if kept else blocks.form(say, None)
    await reply.show(view)


@listener
async def change(
    request: Request, session: AsyncSession, say: Words, vault: Vault, reply: Reply
) -> None:
    """The button «Change it»."""
    await reply.show(blocks.form(say, await sentences.read(session, vault, request.actor)))


@listener(writes=True)
async def save(
    request: Request, session: AsyncSession, say: Words, vault: Vault, reply: Reply
) -> None:
    """The form's button: it is kept, and shared nowhere yet."""
    words = (request.values["sentence"] or "").strip()
    kept = await sentences.write(session, vault, request.actor, words, at=clock.now())
    await reply.show(await _overview(session, say, request.actor, kept))


@listener(writes=True)
async def share(
    request: Request, session: AsyncSession, say: Words, vault: Vault, reply: Reply
) -> None:
    """The button «Share»: the sentence goes into one team's channel, once."""
    actor, at = request.actor, clock.now()
    team = await access.meant(session, request)
    kept, is_new = await sentences.share(session, vault, actor, team, at=at)
    if is_new:
        draft = blocks.shared(say.locale(team.language), actor.user_id, kept.words)
        person = await roster.known(session, actor)
        # Changed words are shared anew, so the moment stands in the key.
        key = f"shared:purpose:{person.id}:{team.id}:{int(at.timestamp() * 1000)}"
        await telling.channel(session, team, key, [draft], at=at)
    await reply.show(await _overview(session, say, actor, kept))


@listener(writes=True)
async def delete(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The button «Delete it»."""
    await sentences.remove(session, request.actor)
    await reply.show(blocks.deleted(say))


async def _overview(session: AsyncSession, say: Words, actor: Actor, kept: Sentence) -> View:
    return blocks.overview(say, kept, await roster.of_person(session, actor))


COMMANDS = {"my purpose": open_sentence, "my sentence": open_sentence}
