"""What people do about teams: set one up, look at it, change it, pause it, leave."""

import re
from collections.abc import Sequence
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database
from bot.errors import AmpError
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.slack.clients import Clients
from bot.slack.listening import Reply, listener
from bot.slack.requests import Actor, Event, Request
from bot.teams import access, blocks, channels, roster, setup, telling
from bot.teams.channels import NobodyThere, NotAChannel
from bot.teams.locales import Locales
from bot.teams.models import Team
from bot.teams.roster import Human
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.action(re.compile(r"^team:settings"))(open_settings)
    app.action("team:end")(end_team)
    app.view("team:save")(save)
    app.event("member_joined_channel")(roster_changed)
    app.event("member_left_channel")(roster_changed)
    app.event("user_change")(person_changed)


@listener
async def set_up(
    request: Request, say: Words, client: AsyncWebClient, database: Database, clients: Clients
) -> None:
    """`/amp setup`: a form in which everything is filled in."""
    if request.in_a_dm or request.channel_id is None:
        raise NotAChannel
    async with database.read() as session:
        team = await setup.changeable(session, request.actor, request.channel_id)
        settings = await _settings(session, say, team) if team else None
    opened = await client.views_open(
        trigger_id=request.trigger_id, view=settings or blocks.reading_channel(say)
    )
    if settings is None:
        view = await _or_notice(say, _new_form(clients.reader(client.token), say, request))
        await client.views_update(view_id=opened["view"]["id"], view=view)


async def _or_notice(say: Words, work: Any) -> View:
    """The view that comes of *work*, or the sentence why it can't be had."""
    try:
        view: View = await work
    except AmpError as told:
        view = blocks.notice(say, kit.info(say.error(told)))
    return view


async def _new_form(reader: AsyncWebClient, say: Words, request: Request) -> View:
    channel = await channels.look(reader, request.channel_id or "")
    humans = await channels.humans(reader, request.actor.workspace_id, channel.id)
    asked = sum(not human.is_guest for human in humans)
    if not asked:
        raise NobodyThere
    say = _language_of(request.actor, humans, say)
    form = blocks.Form(
        name=channel.name,
        channel_id=channel.id,
        digest_channel_id=channel.id,
        leads=[request.actor.user_id],
        language=say.language,
    )
    return blocks.form(say, form, people=asked)


def _language_of(actor: Actor, humans: Sequence[Human], say: Words) -> Words:
    """The words for somebody whom Slack has just described; perhaps it is their first time."""
    locale = next((human.locale for human in humans if human.user_id == actor.user_id), None)
    return say.locale(locale) if locale else say


async def _settings(session: AsyncSession, say: Words, team: Team) -> View:
    people = await roster.read(session, team)
    form = blocks.Form(
        name=team.name,
        channel_id=team.channel_id,
        digest_channel_id=team.digest_channel_id,
        leads=[person.user_id for person in people.leads],
        left_out=people.left_out,
        weekday=team.weekday,
        hour=team.hour,
        in_local_time=team.in_local_time,
        every_weeks=team.every_weeks,
        open_hours=team.open_hours,
        with_guests=team.with_guests,
        holidays=team.holidays,
        language=team.language,
    )
    return blocks.form(say, form, people=len(people.asked), team_id=team.id)


@listener
async def open_settings(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The button «Settings»: the same form, filled with what holds now."""
    team = await access.led(session, request)
    await reply.push(await _settings(session, say, team))


@listener(writes=True)
async def save(
    request: Request,
    say: Words,
    reply: Reply,
    client: AsyncWebClient,
    database: Database,
    clients: Clients,
) -> None:
    """The form's button: the team is made or changed, and its pulse is on."""
    wishes, channel_id = _wishes(request.values), request.metadata["channel"]
    setup.check(wishes)
    reader = clients.reader(client.token)
    await channels.look_for_digest(reader, wishes.digest_channel_id)
    await reply.show(blocks.reading_channel(say))

    async def saved() -> View:
        humans = await channels.humans(reader, request.actor.workspace_id, channel_id)
        theirs = _language_of(request.actor, humans, say)
        async with database.begin() as session:
            if request.team_id is None:
                done = await _create(session, theirs, request.actor, channel_id, wishes, humans)
            else:
                done = await _change(session, theirs, request, wishes, humans)
        return kit.info_modal(theirs, done)

    await reply.show(await _or_notice(say, saved()))


async def _create(
    session: AsyncSession,
    say: Words,
    actor: Actor,
    channel_id: str,
    wishes: setup.Wishes,
    humans: list[Human],
) -> list[Block]:
    zone, at = next((h.zone for h in humans if h.user_id == actor.user_id), "UTC"), clock.now()
    made = await setup.create(
        session, actor.workspace_id, channel_id, wishes, humans, zone=zone, at=at
    )
    if not made.asked:
        raise NobodyThere
    said = blocks.announced(say.locale(made.team.language), made, actor.user_id)
    await telling.channel(session, made.team, f"announced:{made.team.id}", [said], at=at)
    return blocks.started(say, made, at=at)


async def _change(
    session: AsyncSession,
    say: Words,
    request: Request,
    wishes: setup.Wishes,
    humans: list[Human],
) -> list[Block]:
    team = await access.led(session, request)
    changed = await setup.change(session, team, wishes, humans, at=clock.now())
    return blocks.saved(say, changed, at=clock.now())


def _wishes(values: dict[str, Any]) -> setup.Wishes:
    return setup.Wishes(
        name=(values["name"] or "").strip(),
        digest_channel_id=values["digest"],
        language=values["language"],
        leads=values["leads"],
        left_out=values["left_out"] or [],
        weekday=int(values["weekday"]),
        hour=int(values["hour"]),
        in_local_time=values["zone"] == "own",
        every_weeks=int(values["weeks"]),
        open_hours=int(values["open"]),
        with_guests="guests" in (values["guests"] or []),
        holidays=(values["holidays"] or "").strip().upper() or None,
    )


@listener
async def show_team(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """`/amp team`: who is asked, when, and who leads."""
    team = await access.meant(session, request)
    people = await roster.read(session, team)
    for_lead = people.is_led_by(request.actor)
    card = blocks.card(say, people, for_lead=for_lead, at=clock.now())
    await reply(say("teams-card-text", team=team.name), card)


@listener(writes=True)
async def pause(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """`/amp pause [weeks]`: a lead lets some rounds be skipped."""
    team = await access.led(session, request)
    await setup.pause(session, team, request.text, at=clock.now())
    await reply(blocks.paused(say, team))


@listener(writes=True)
async def resume(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """`/amp resume`: and it goes on."""
    team = await access.led(session, request)
    await setup.resume(session, team, at=clock.now())
    await reply(blocks.resumed(say, team, at=clock.now()))


@listener(writes=True)
async def end_team(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The button «End the team», after its confirmation."""
    team = await access.led(session, request)
    await setup.end(session, team, at=clock.now())
    await reply(blocks.ended(say, team))


@listener(writes=True)
async def roster_changed(event: Event, session: AsyncSession) -> None:
    """Somebody joined or left a channel: its team is read again before it is asked."""
    team = await roster.of_channel(session, event.workspace_id, event.body["channel"])
    if team is not None:
        team.roster_read_at = None


@listener
async def person_changed(event: Event, database: Database, locales: Locales) -> None:
    """Somebody moved, speaks another language, became a guest or was deactivated."""
    user = event.body["user"]
    locales.forget(Actor(event.workspace_id, user["id"]))
    if not channels.is_human({**user, "deleted": False}):
        return
    async with database.begin() as session:
        await roster.update_known(session, event.workspace_id, channels.human(user))


COMMANDS = {
    "setup": set_up,
    "team": show_team,
    "pause": pause,
    "resume": resume,
}
