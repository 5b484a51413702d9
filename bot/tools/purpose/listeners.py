"""What people do with their own sentence: write it, share it, delete it."""

import re

from slack_bolt.async_app import AsyncApp

from bot import clock
from bot.slack.block_kit import View
from bot.teams import access, roster, telling
from bot.tools.private.notes import Tool
from bot.tools.purpose import blocks, sentences
from bot.tools.purpose.sentences import Sentence
from bot.tools.visits import Visit, visiting


def register(app: AsyncApp) -> None:
    app.action("purpose:open")(open_sentence)
    app.action("purpose:change")(change)
    app.action("purpose:delete")(delete)
    app.action(re.compile(r"^purpose:share:"))(share)
    app.view("purpose:save")(save)


@visiting()
async def open_sentence(visit: Visit) -> None:
    """`/amp my purpose` and its button: whom this work helps, in one's own words."""
    kept = await sentences.read(visit.notes)
    await visit.reply.show(await _overview(visit, kept) if kept else blocks.form(visit.say, None))


@visiting()
async def change(visit: Visit) -> None:
    """The button «Change it»."""
    await visit.reply.show(blocks.form(visit.say, await sentences.read(visit.notes)))


@visiting(writes=True)
async def save(visit: Visit) -> None:
    """The form's button: it is kept, and shared nowhere yet."""
    words = (visit.request.values["sentence"] or "").strip()
    kept = await sentences.write(visit.notes, words, at=clock.now())
    await visit.reply.show(await _overview(visit, kept))


@visiting(writes=True)
async def share(visit: Visit) -> None:
    """The button «Share»: the sentence goes into one team's channel, once."""
    session, actor, at = visit.session, visit.actor, clock.now()
    team = await access.meant(session, visit.request)
    kept, is_new = await sentences.share(visit.notes, team, at=at)
    if is_new:
        draft = blocks.shared(visit.say.locale(team.language), actor.user_id, kept.words)
        person = await roster.known(session, actor)
        # Changed words are shared anew, so the moment stands in the key.
        key = f"shared:purpose:{person.id}:{team.id}:{int(at.timestamp() * 1000)}"
        await telling.channel(session, team, key, [draft], at=at, at_once=True)
    await visit.reply.show(await _overview(visit, kept))


@visiting(writes=True)
async def delete(visit: Visit) -> None:
    """The button «Delete it»."""
    await visit.notes.delete(Tool.PURPOSE)
    await visit.reply.show(blocks.deleted(visit.say))


async def _overview(visit: Visit, kept: Sentence) -> View:
    return blocks.overview(visit.say, kept, await roster.of_person(visit.session, visit.actor))


COMMANDS = {"my purpose": open_sentence, "my sentence": open_sentence}
