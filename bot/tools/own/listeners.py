"""What people do for themselves: look at their week, write their sentence, check the fit."""

import re
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database
from bot.errors import AmpError
from bot.framework.content import Content
from bot.slack import windows
from bot.slack.block_kit import View
from bot.slack.listening import Ack, listener
from bot.slack.requests import Actor, Click, Command, Submission
from bot.teams import rhythm, roster
from bot.tools import belonging, notes, sharing
from bot.tools.notes import Tool
from bot.tools.own import blocks, weeks
from bot.tools.own.weeks import Weeks
from bot.vault import Vault


class NoSentence(AmpError):
    """A few words are needed here. Or close this window: nobody has to have a sentence."""

    field = "sentence"


class NothingToShare(AmpError):
    """There is no sentence to share any more. `/amp my purpose` begins a new one."""


def register(app: AsyncApp) -> None:
    app.action("mastery:open")(open_week)
    app.view("mastery:save")(save_week)
    app.action("purpose:open")(open_purpose)
    app.action("purpose:change")(change_sentence)
    app.action("purpose:delete")(delete_sentence)
    app.action(re.compile(r"^purpose:share:"))(share_sentence)
    app.view("purpose:save")(save_sentence)
    app.action("fit:open")(open_fit)
    app.view("fit:save")(save_fit)


async def my_week(
    command: Command, client: AsyncWebClient, database: Database, vault: Vault, content: Content
) -> None:
    """`/amp my week`: the three conditions of mastery, for oneself."""
    view = await _week_form(database, vault, content, command.actor)
    await client.views_open(trigger_id=command.trigger_id, view=view)


@listener
async def open_week(
    click: Click, client: AsyncWebClient, database: Database, vault: Vault, content: Content
) -> None:
    """A button that leads to one's own week."""
    view = await _week_form(database, vault, content, click.actor)
    await windows.show(client, click, view)


@listener
async def save_week(
    submission: Submission, ack: Ack, database: Database, vault: Vault, content: Content
) -> None:
    """The form's button: the week is kept, and a suggestion follows."""
    answers = {facet: int(value) for facet, value in submission.view.values.items() if value}
    async with database.begin() as session:
        person = await roster.known(session, submission.actor)
        kept: Weeks = await notes.read(session, vault, person, Tool.MASTERY)
        kept = weeks.with_week(kept, submission.view.metadata["week"], answers)
        await notes.keep(session, vault, person, Tool.MASTERY, kept, at=clock.now())
    await ack(response_action="update", view=blocks.my_weeks(content, kept))


async def my_purpose(
    command: Command, client: AsyncWebClient, database: Database, vault: Vault
) -> None:
    """`/amp my purpose`: whom this work helps, in one's own words."""
    async with database.begin() as session:
        view = await _sentence(session, vault, command.actor)
    await client.views_open(trigger_id=command.trigger_id, view=view)


@listener
async def open_purpose(
    click: Click, client: AsyncWebClient, database: Database, vault: Vault
) -> None:
    """A button that leads to one's own sentence."""
    async with database.begin() as session:
        view = await _sentence(session, vault, click.actor)
    await windows.show(client, click, view)


@listener
async def change_sentence(
    click: Click, client: AsyncWebClient, database: Database, vault: Vault
) -> None:
    """The button «Change it»."""
    async with database.begin() as session:
        kept = await notes.of(session, vault, click.actor, Tool.PURPOSE)
    await windows.show(client, click, blocks.sentence_form(kept.get("sentence")))


@listener
async def save_sentence(submission: Submission, ack: Ack, database: Database, vault: Vault) -> None:
    """The form's button: it is kept, and shared nowhere yet."""
    sentence = (submission.view.values["sentence"] or "").strip()
    if not sentence:
        raise NoSentence
    async with database.begin() as session:
        person = await roster.known(session, submission.actor)
        before = await notes.read(session, vault, person, Tool.PURPOSE)
        same = before.get("sentence") == sentence
        kept = {"sentence": sentence, "shared": before["shared"] if same else []}
        await notes.keep(session, vault, person, Tool.PURPOSE, kept, at=clock.now())
        view = await _sentence(session, vault, submission.actor)
    await ack(response_action="update", view=view)


@listener
async def share_sentence(
    click: Click, client: AsyncWebClient, database: Database, vault: Vault
) -> None:
    """The button «Share»: the sentence goes into one team's channel, once."""
    async with database.begin() as session:
        team = await belonging.team_of(session, click.actor, int(click.value))
        person = await roster.known(session, click.actor)
        kept = await notes.read(session, vault, person, Tool.PURPOSE)
        if not kept:
            raise NothingToShare
        if team.id not in kept["shared"]:
            draft = blocks.shared_sentence(click.actor.user_id, kept["sentence"])
            what = f"purpose:{person.id}:{team.id}"
            await sharing.post(session, team, what, [draft], at=clock.now())
            kept["shared"].append(team.id)
            await notes.keep(session, vault, person, Tool.PURPOSE, kept, at=clock.now())
        view = await _sentence(session, vault, click.actor)
    await windows.show(client, click, view)


@listener
async def delete_sentence(click: Click, client: AsyncWebClient, database: Database) -> None:
    """The button «Delete it»."""
    async with database.begin() as session:
        await notes.drop(session, await roster.known(session, click.actor), Tool.PURPOSE)
    await windows.show(client, click, blocks.gone())


async def check_fit(
    command: Command, client: AsyncWebClient, database: Database, vault: Vault, content: Content
) -> None:
    """`/amp fit check`: whether this framework is the right one."""
    answers = await _fit(database, vault, command.actor)
    await client.views_open(trigger_id=command.trigger_id, view=blocks.fit_form(content, answers))


@listener
async def open_fit(
    click: Click, client: AsyncWebClient, database: Database, vault: Vault, content: Content
) -> None:
    """The button «Check the fit»."""
    answers = await _fit(database, vault, click.actor)
    await windows.show(client, click, blocks.fit_form(content, answers))


@listener
async def save_fit(
    submission: Submission, ack: Ack, database: Database, vault: Vault, content: Content
) -> None:
    """The form's button: what it comes to, plainly."""
    answers = {id_: value == blocks.YES for id_, value in submission.view.values.items()}
    async with database.begin() as session:
        person = await roster.known(session, submission.actor)
        await notes.keep(session, vault, person, Tool.FIT, answers, at=clock.now())
    await ack(response_action="update", view=blocks.fit_result(content, answers))


async def _week_form(database: Database, vault: Vault, content: Content, actor: Actor) -> View:
    async with database.begin() as session:
        person = await roster.known(session, actor)
        kept: Weeks = await notes.read(session, vault, person, Tool.MASTERY)
    week = rhythm.week(clock.now().astimezone(rhythm.tz(person.zone)).date())
    return blocks.week_form(content, week, kept.get(week, {}))


async def _sentence(session: AsyncSession, vault: Vault, actor: Actor) -> View:
    """The sentence as it is kept, or the form to write one."""
    kept = await notes.of(session, vault, actor, Tool.PURPOSE)
    if not kept:
        return blocks.sentence_form(None)
    return blocks.my_sentence(kept, await roster.of_person(session, actor))


async def _fit(database: Database, vault: Vault, actor: Actor) -> dict[str, Any]:
    async with database.begin() as session:
        return await notes.of(session, vault, actor, Tool.FIT)


COMMANDS = {
    "my week": my_week,
    "my purpose": my_purpose,
    "my sentence": my_purpose,
    "fit check": check_fit,
}
