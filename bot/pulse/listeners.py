"""What people do about a pulse: answer it, open one early, close one, leave."""

import re
from collections.abc import Sequence

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot import clock
from bot.db import Database
from bot.framework.content import Content
from bot.pulse import ballots, blocks, forgetting, kinds, rounds
from bot.pulse.forgetting import Forgetter
from bot.pulse.models import AnyRound
from bot.slack.block_kit import View
from bot.slack.listening import Ack, Reply, listener
from bot.slack.requests import Actor, Click, Command, Request, Submission
from bot.teams import access, roster
from bot.teams.models import Team
from bot.vault import Vault


def register(app: AsyncApp) -> None:
    app.action(re.compile(r"^pulse:answer"))(answer)
    app.action(re.compile(r"^pulse:now"))(open_now_by_button)
    app.action("pulse:return")(come_back)
    app.view("pulse:ballot")(cast)


@listener
async def answer(
    click: Click, client: AsyncWebClient, database: Database, vault: Vault, content: Content
) -> None:
    """The button «Answer»: the form of that round."""
    form = await _form(database, vault, content, click.actor, int(click.value))
    await client.views_open(trigger_id=click.trigger_id, view=form)


async def _form(
    database: Database, vault: Vault, content: Content, actor: Actor, round_id: int
) -> View:
    async with database.begin() as session:
        round_ = await ballots.open_round(session, round_id, clock.now())
        person = await ballots.invited(session, round_, actor)
        again = await ballots.has_answered(session, vault, round_.id, person)
        team = await session.get_one(Team, round_.team_id)
    spoken = _language(content, person.locale, round_)
    statements = kinds.statements(spoken, round_)
    return blocks.ballot(spoken, team, round_, statements, again=again)


def _language(content: Content, locale: str | None, round_: AnyRound) -> Content:
    """The person's language, if it has all the statements: half a form in each would confuse."""
    spoken, english = content.locale(locale), content.locale("en")
    pairs = zip(kinds.statements(spoken, round_), kinds.statements(english, round_), strict=True)
    return spoken if all(theirs.text != ours.text for theirs, ours in pairs) else english


@listener
async def cast(submission: Submission, ack: Ack, database: Database, vault: Vault) -> None:
    """The form's button: the answers are sealed, and the receipt is the same for everybody."""
    round_id = int(submission.view.metadata["round"])
    answers = {
        item: int(value)
        for item, value in submission.view.values.items()
        if value is not None and value != blocks.SKIP
    }
    team, round_ = await ballots.cast(
        database, vault, round_id, submission.actor, answers, at=clock.now()
    )
    await ack(response_action="update", view=blocks.receipt(team, round_))


async def pulse(
    command: Command,
    client: AsyncWebClient,
    reply: Reply,
    database: Database,
    vault: Vault,
    content: Content,
) -> None:
    """`/amp pulse`: the form of the round that is open, or when the next one is."""
    async with database.begin() as session:
        person = await roster.known(session, command.actor)
        waiting = await rounds.open_for_person(session, command.actor, clock.now())
        teams = await roster.of_person(session, command.actor)
        open_ = [(await session.get_one(Team, round_.team_id), round_) for round_ in waiting]
    if person.wants_no_part:
        await reply("You asked to be left alone.", blocks.welcome_back())
    elif len(open_) == 1:
        form = await _form(database, vault, content, command.actor, open_[0][1].id)
        await client.views_open(trigger_id=command.trigger_id, view=form)
    elif open_:
        await reply("Which team?", blocks.which(open_))
    else:
        await reply(blocks.nothing_open(teams))


async def open_now(command: Command, reply: Reply, database: Database) -> None:
    """`/amp pulse now`: a lead opens this week's round early."""
    async with database.begin() as session:
        team = await access.led(session, Request(command.actor, command.channel_id, ""))
        await rounds.ask_now(session, team, at=clock.now())
        people = len(await roster.asked(session, team))
    await reply(blocks.opening(team, people))


@listener
async def open_now_by_button(click: Click, reply: Reply, database: Database) -> None:
    """The button «Ask now»."""
    async with database.begin() as session:
        team = await access.led_with_id(session, click.actor, int(click.value))
        await rounds.ask_now(session, team, at=clock.now())
        people = len(await roster.asked(session, team))
    await reply(blocks.opening(team, people))


async def close_now(command: Command, reply: Reply, database: Database) -> None:
    """`/amp pulse close`: a lead ends the open round early."""
    async with database.begin() as session:
        team = await access.led(session, Request(command.actor, command.channel_id, ""))
        await rounds.close_now(session, team, at=clock.now())
    await reply(blocks.closing(team))


async def status(command: Command, reply: Reply, database: Database) -> None:
    """`/amp status`: what is open, and what comes next."""
    async with database.begin() as session:
        team = await roster.of_channel(session, command.actor.workspace_id, command.channel_id)
        teams = [team] if team else await roster.of_person(session, command.actor)
        told = [
            blocks.status(team, await rounds.current(session, team), at=clock.now())
            for team in teams
        ]
    await reply("\n".join(told) or blocks.nothing_open([]))


async def forget_me(
    command: Command,
    reply: Reply,
    database: Database,
    vault: Vault,
    forgetters: Sequence[Forgetter],
) -> None:
    """`/amp forget me`: somebody is asked no more, and what is kept about them is deleted.

    *forgetters* delete what the rooms to the right keep.
    """
    async with database.begin() as session:
        person = await roster.known(session, command.actor)
        for forget in forgetters:
            await forget(session, vault, person)
        await forgetting.forget(session, vault, command.actor)
    await reply(blocks.FORGOTTEN)


@listener
async def come_back(click: Click, reply: Reply, database: Database) -> None:
    """The button «Ask me again»."""
    async with database.begin() as session:
        await forgetting.come_back(session, click.actor)
    await reply("Welcome back. The next round of your team includes you.", replace=True)


COMMANDS = {
    "pulse": pulse,
    "pulse now": open_now,
    "pulse close": close_now,
    "status": status,
    "forget me": forget_me,
}
