"""What people do with a ShipIt day: plan it, bring ideas, join, deliver, look back."""

import re
from datetime import UTC, datetime, timedelta

from slack_bolt.async_app import AsyncApp
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.slack.block_kit import View
from bot.slack.listening import Reply, listener
from bot.slack.requests import Actor, Request, number, parts
from bot.teams import access, calendar, roster
from bot.teams.access import Right
from bot.teams.models import Team
from bot.tools.shipit import announcing, blocks, days, ideas, outcome
from bot.tools.shipit.blocks import Viewer
from bot.tools.shipit.models import ShipItDay, ShipItIdea
from bot.vault import Vault
from bot.words import Words

NOON = 12  # o'clock, when a day is proposed to begin
SEARCHED = 14  # working days that are looked at for two in a row


def register(app: AsyncApp) -> None:
    for name, act in {
        "open": open_day, "idea": idea_form, "deliver": delivery_form, "move": move_form,
        "cancel": cancel, "undo": undo, "join": join, "leave": leave, "remove": remove,
        "again": vote,
    }.items():  # fmt: skip
        app.action(re.compile(f"^shipit:{name}:"))(act)
    app.action("shipit:open")(open_shipit)
    app.view("shipit:plan")(plan)
    app.view("shipit:move")(move)
    app.view("shipit:idea")(add_idea)
    app.view("shipit:deliver")(deliver)


@listener
async def open_shipit(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """`/amp shipit` and its button: the team's day; without one, the form that sets it."""
    team = await access.allowed(session, request, Right.SEE)
    day = await days.current(session, team)
    if day is not None:
        view = await _overview(session, say, day, team, request.actor)
    elif await access.leads(session, team, request.actor):
        view = blocks.plan_form(say, team, await _suggestion(session, team, request.actor))
    else:
        view = blocks.nothing_planned(say, team)
    await reply.show(view)


@listener
async def open_day(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The button «See the day»."""
    day, team = await days.going_on(session, request.actor, request.number)
    await reply.show(await _overview(session, say, day, team, request.actor))


@listener(writes=True)
async def plan(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The form's button: the day is set, and the channel hears of it."""
    if "day" in request.metadata:  # a form in which version 0.1 let a day be moved
        await _move(request, session, say, reply)
        return
    actor, starts_at = request.actor, _starts_at(request)
    team = await access.allowed(session, request, Right.DECIDE)
    day = await announcing.plan(session, say, team, starts_at, actor.user_id, at=clock.now())
    await reply.show(await _overview(session, say, day, team, actor))


@listener
async def move_form(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The button «Move it», for leads."""
    day, _ = await _led(session, request, request.number)
    await reply.show(blocks.move_form(say, day))


@listener(writes=True)
async def move(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The form's button: the day is moved, and the channel hears of it."""
    await _move(request, session, say, reply)


async def _move(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    actor, starts_at = request.actor, _starts_at(request)
    day, team = await _led(session, request, request.metadata["day"], hold=True)
    await announcing.move(session, say, day, team, starts_at, actor.user_id, at=clock.now())
    await reply.show(await _overview(session, say, day, team, actor))


@listener(writes=True)
async def cancel(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The button «Cancel it», for leads; the channel hears of it a minute later."""
    day, team = await _led(session, request, request.number, hold=True)
    await announcing.cancel(session, say, day, team, request.actor.user_id, at=clock.now())
    await reply.show(blocks.cancelled(say, day))


@listener(writes=True)
async def undo(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The button «Undo» of a cancellation."""
    actor, day = request.actor, await days.with_id(session, request.number)
    team = await access.led_with_id(session, actor, day.team_id)
    await announcing.take_back(session, say, day, team, actor.user_id, at=clock.now())
    await reply.show(await _overview(session, say, day, team, actor))


@listener
async def idea_form(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The button «Add an idea»."""
    day, _ = await days.going_on(session, request.actor, request.number)
    await reply.show(blocks.idea_form(say, day))


@listener(writes=True)
async def add_idea(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The form's button: the idea is there, and the person in on it."""
    day, team = await days.held(session, request.actor, request.metadata["day"])
    person = await roster.known(session, request.actor)
    await ideas.add(session, day, person, _words(request))
    await reply.show(await _overview(session, say, day, team, request.actor))


@listener(writes=True)
async def join(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The button «I'm in»."""
    idea, day, team = await _idea(session, request)
    await ideas.join(session, idea, await roster.known(session, request.actor))
    await reply.show(await _overview(session, say, day, team, request.actor))


@listener(writes=True)
async def leave(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The button «I'm out»."""
    idea, day, team = await _idea(session, request)
    await ideas.leave(session, idea, await roster.known(session, request.actor))
    await reply.show(await _overview(session, say, day, team, request.actor))


@listener(writes=True)
async def remove(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The button «Remove», for leads and for whoever had the idea."""
    idea, day, team = await _idea(session, request)
    person = await roster.known(session, request.actor)
    leads = await access.leads(session, team, request.actor)
    await ideas.remove(session, idea, person, is_lead=leads)
    await reply.show(await _overview(session, say, day, team, request.actor))


@listener
async def delivery_form(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The button «What I delivered», with what was said before."""
    day, _ = await days.going_on(session, request.actor, request.number)
    before = await outcome.by_person(session, day, request.actor)
    await reply.show(blocks.delivery_form(say, day, before))


@listener(writes=True)
async def deliver(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The form's button: it is kept for the post at the end, or follows it."""
    actor, words, at = request.actor, _words(request), clock.now()
    day, team = await days.held(session, actor, request.metadata["day"])
    late = await announcing.deliver(session, say, day, team, actor, words, at=at)
    await reply.show(blocks.delivered(say, late=late))


@listener(writes=True)
async def vote(
    request: Request, session: AsyncSession, say: Words, vault: Vault, reply: Reply
) -> None:
    """An answer to «again?»: what is said back is the same for every answer."""
    day_id, value = (number(part) for part in parts(request.action_id, 4)[2:])
    day, _ = await days.held(session, request.actor, day_id)
    person = await roster.known(session, request.actor)
    await outcome.vote(session, vault, day, person, value)
    await reply(say("shipit-voted"))


async def _overview(
    session: AsyncSession, say: Words, day: ShipItDay, team: Team, actor: Actor
) -> View:
    viewer = Viewer(actor.user_id, await access.leads(session, team, actor))
    return blocks.overview(say, day, team, await ideas.of_day(session, day), viewer)


async def _led(
    session: AsyncSession, request: Request, day_id: int, *, hold: bool = False
) -> tuple[ShipItDay, Team]:
    """The day with this id, and its team, which the person leads."""
    find = days.held if hold else days.going_on
    day, team = await find(session, request.actor, day_id)
    return day, await access.led_with_id(session, request.actor, team.id)


async def _idea(session: AsyncSession, request: Request) -> tuple[ShipItIdea, ShipItDay, Team]:
    """The idea that a button is about, its day, and the team of it."""
    idea = await ideas.find(session, request.number)
    return idea, *await days.held(session, request.actor, idea.day_id)


async def _suggestion(session: AsyncSession, team: Team, actor: Actor) -> datetime:
    """In two weeks at noon on the lead's own clock, where that and the next day are worked on."""
    person = await roster.find(session, actor)
    own = calendar.of_person(person, team) if person else calendar.of_team(team)
    first = day = own.working_day(own.day_of(clock.now()) + timedelta(days=14))
    for _ in range(SEARCHED):  # who works every other day has no two in a row
        if own.works_on(day + calendar.ONE_DAY):
            return own.moment(day, NOON)
        day = own.working_day(day + calendar.ONE_DAY)
    return own.moment(first, NOON)


def _starts_at(request: Request) -> datetime:
    return datetime.fromtimestamp(number(str(request.values["starts"])), UTC)


def _words(request: Request) -> str:
    return (request.values["words"] or "").strip()


COMMANDS = {"shipit": open_shipit}
