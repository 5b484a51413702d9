"""What people do with a ShipIt day: plan it, bring ideas, join, deliver, look back."""

import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database
from bot.errors import AmpError
from bot.slack import windows
from bot.slack.block_kit import View
from bot.slack.listening import Ack, Reply, listener
from bot.slack.requests import Actor, Click, Command, Request, Submission
from bot.teams import access, rhythm, roster
from bot.teams.models import Person, Team
from bot.tools import belonging
from bot.tools.models import ShipItDay, ShipItIdea
from bot.tools.shipit import blocks, days, ideas, outcome, telling
from bot.tools.shipit.blocks import Eyes
from bot.vault import Vault

ChangeOfCrew = Callable[[AsyncSession, ShipItIdea, Person], Awaitable[None]]


class NothingWritten(AmpError):
    """A few words are needed here."""

    field = "words"


def register(app: AsyncApp) -> None:
    for name, act in {
        "open": open_it, "idea": idea_form, "deliver": piece_form, "move": move_form,
        "cancel": cancel, "undo": undo, "join": join, "leave": leave, "remove": remove,
        "again": again,
    }.items():  # fmt: skip
        app.action(re.compile(f"^shipit:{name}:"))(act)
    app.action("shipit:open")(start)
    app.view("shipit:plan")(plan)
    app.view("shipit:idea")(add_idea)
    app.view("shipit:deliver")(deliver)


async def shipit(command: Command, client: AsyncWebClient, database: Database) -> None:
    """`/amp shipit`: the team's day, or the form that sets one."""
    async with database.begin() as session:
        team = await access.meant(session, Request(command.actor, command.channel_id, ""))
        view = await _day_or_plan(session, team, command.actor)
    await client.views_open(trigger_id=command.trigger_id, view=view)


@listener
async def start(click: Click, client: AsyncWebClient, database: Database) -> None:
    """A button that leads to the team's day, whichever it is."""
    async with database.begin() as session:
        team = await belonging.clicked(session, click)
        view = await _day_or_plan(session, team, click.actor)
    await windows.show(client, click, view)


@listener
async def open_it(click: Click, client: AsyncWebClient, database: Database) -> None:
    """The button «See the day»."""
    async with database.begin() as session:
        day, team = await days.going_on(session, click.actor, int(click.value))
        view = await _overview(session, day, team, click.actor)
    await windows.show(client, click, view)


@listener
async def move_form(click: Click, client: AsyncWebClient, database: Database) -> None:
    """The button «Move it», for leads."""
    async with database.begin() as session:
        day, team = await _led_day(session, click)
    await windows.show(client, click, blocks.plan(team, day.starts_at, day=day))


@listener
async def plan(submission: Submission, ack: Ack, database: Database) -> None:
    """The form's button: the day is set or moved, and the channel hears of it."""
    note, actor, at = submission.view.metadata, submission.actor, clock.now()
    starts_at = datetime.fromtimestamp(int(submission.view.values["starts"]), UTC)
    async with database.begin() as session:
        team = await access.led_with_id(session, actor, note["team"])
        if note["day"] is None:
            day = await days.plan(session, team, starts_at, at=at)
            draft = blocks.announced(day, team, actor.user_id)
        else:
            day, _ = await days.going_on(session, actor, note["day"])
            await days.move(session, day, starts_at, at=at)
            draft = blocks.moved(day, actor.user_id)
        await telling.change(session, day, team, draft, at=at)
        view = await _overview(session, day, team, actor)
    await ack(response_action="update", view=view)


@listener
async def cancel(click: Click, client: AsyncWebClient, database: Database) -> None:
    """The button «Cancel it», for leads; the channel hears of it a minute later."""
    async with database.begin() as session:
        day, team = await _led_day(session, click)
        await days.cancel(session, day, at=clock.now())
        await telling.cancelling(session, day, team, click.actor.user_id, at=clock.now())
    await windows.show(client, click, blocks.cancelled(day))


@listener
async def undo(click: Click, client: AsyncWebClient, database: Database) -> None:
    """The button «Undo» of a cancellation."""
    async with database.begin() as session:
        day = await session.get(ShipItDay, int(click.value))
        if day is None:  # its team has ended
            raise days.NoDay
        team = await access.led_with_id(session, click.actor, day.team_id)
        in_silence = await telling.silence(session, day)
        await days.take_back(session, day, team)
        if not in_silence:
            draft = blocks.back(day, click.actor.user_id)
            await telling.change(session, day, team, draft, at=clock.now())
        view = await _overview(session, day, team, click.actor)
    await windows.show(client, click, view)


@listener
async def idea_form(click: Click, client: AsyncWebClient, database: Database) -> None:
    """The button «Add an idea»."""
    async with database.begin() as session:
        day, _ = await days.going_on(session, click.actor, int(click.value))
    await windows.show(client, click, blocks.idea_form(day))


@listener
async def add_idea(submission: Submission, ack: Ack, database: Database) -> None:
    """The form's button: the idea is there, and the person in on it."""
    async with database.begin() as session:
        day, team = await days.going_on(session, submission.actor, submission.view.metadata["day"])
        person = await roster.known(session, submission.actor)
        await ideas.add(session, day, person, _words(submission))
        view = await _overview(session, day, team, submission.actor)
    await ack(response_action="update", view=view)


@listener
async def join(click: Click, client: AsyncWebClient, database: Database) -> None:
    """The button «I'm in»."""
    await _change_crew(click, client, database, ideas.join)


@listener
async def leave(click: Click, client: AsyncWebClient, database: Database) -> None:
    """The button «I'm out»."""
    await _change_crew(click, client, database, ideas.leave)


@listener
async def remove(click: Click, client: AsyncWebClient, database: Database) -> None:
    """The button «Remove», for leads and for whoever had the idea."""
    async with database.begin() as session:
        idea = await ideas.find(session, int(click.value))
        day, team = await days.going_on(session, click.actor, idea.day_id)
        person = await roster.known(session, click.actor)
        leads = await access.leads(session, team, click.actor)
        await ideas.remove(session, idea, person, is_lead=leads)
        view = await _overview(session, day, team, click.actor)
    await windows.show(client, click, view)


@listener
async def piece_form(click: Click, client: AsyncWebClient, database: Database) -> None:
    """The button «What I delivered», with what was said before."""
    async with database.begin() as session:
        day, _ = await days.going_on(session, click.actor, int(click.value))
        person = await roster.known(session, click.actor)
        before = await outcome.of_person(session, day, person)
    await windows.show(client, click, blocks.piece_form(day, before))


@listener
async def deliver(submission: Submission, ack: Ack, database: Database) -> None:
    """The form's button: it is kept for the post at the end, or follows it."""
    words, actor, at = _words(submission), submission.actor, clock.now()
    async with database.begin() as session:
        day, team = await days.going_on(session, actor, submission.view.metadata["day"])
        person = await roster.known(session, actor)
        late = await outcome.deliver(session, day, person, words, at=at)
        if late:
            await telling.late_piece(session, day, team, actor.user_id, words, at=at)
    await ack(response_action="update", view=blocks.delivered(late=late))


@listener
async def again(click: Click, reply: Reply, database: Database, vault: Vault) -> None:
    """An answer to «again?»: what is said back is the same for every answer."""
    day_id, value = (int(part) for part in click.action_id.split(":")[2:])
    async with database.begin() as session:
        day, _ = await days.going_on(session, click.actor, day_id)
        person = await roster.known(session, click.actor)
        await outcome.vote(session, vault, day, person, value)
    await reply(blocks.NOTED)


async def _change_crew(
    click: Click, client: AsyncWebClient, database: Database, change: ChangeOfCrew
) -> None:
    async with database.begin() as session:
        idea = await ideas.find(session, int(click.value))
        day, team = await days.going_on(session, click.actor, idea.day_id)
        await change(session, idea, await roster.known(session, click.actor))
        view = await _overview(session, day, team, click.actor)
    await windows.show(client, click, view)


async def _day_or_plan(session: AsyncSession, team: Team, actor: Actor) -> View:
    """The team's day; without one, the form for a lead, and for a member who can set it."""
    day = await days.current(session, team)
    if day is not None:
        return await _overview(session, day, team, actor)
    if await access.leads(session, team, actor):
        return blocks.plan(team, await _suggestion(session, actor))
    return blocks.nothing_planned(team)


async def _overview(session: AsyncSession, day: ShipItDay, team: Team, actor: Actor) -> View:
    person = await roster.known(session, actor)
    eyes = Eyes(person, await access.leads(session, team, actor))
    return blocks.overview(day, team, await ideas.of_day(session, day), eyes)


async def _led_day(session: AsyncSession, click: Click) -> tuple[ShipItDay, Team]:
    day, team = await days.going_on(session, click.actor, int(click.value))
    return day, await access.led_with_id(session, click.actor, team.id)


async def _suggestion(session: AsyncSession, actor: Actor) -> datetime:
    """Two weeks from now at noon, on the lead's own clock."""
    place = rhythm.tz((await roster.known(session, actor)).zone)
    day = clock.now().astimezone(place) + timedelta(days=14)
    return day.replace(hour=12, minute=0, second=0, microsecond=0)


def _words(submission: Submission) -> str:
    words = (submission.view.values["words"] or "").strip()
    if not words:
        raise NothingWritten
    return str(words)


COMMANDS = {"shipit": shipit}
