"""The form of a team: to set one up, and to change its settings."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock, privacy
from bot.db import Database
from bot.errors import AmpError
from bot.slack import block_kit as kit
from bot.slack import refusals
from bot.slack.block_kit import Block, View
from bot.slack.clients import Clients
from bot.slack.listening import Reply, listener
from bot.slack.requests import Actor, Request
from bot.teams import (
    access,
    announcing,
    blocks,
    calendar,
    channels,
    clocks,
    dates,
    plans,
    reaching,
    roster,
    setup,
    starting,
    telling,
)
from bot.teams.access import Right
from bot.teams.channels import NobodyThere, NotAChannel
from bot.teams.form import blocks as form
from bot.teams.form import entered
from bot.teams.form.blocks import MANY, Form
from bot.teams.models import Team
from bot.teams.roster import Human
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.action(re.compile(r"^team:settings"))(open_settings)
    app.action("team:set-up")(set_up)
    app.view("team:save")(save)


@listener
async def set_up(
    request: Request, say: Words, client: AsyncWebClient, database: Database, clients: Clients
) -> None:
    """`/amp setup` and the button «Set up»: a form in which everything is filled in."""
    if request.in_a_dm or request.channel_id is None:
        raise NotAChannel
    async with database.read() as session:
        team = await setup.changeable(session, request.actor, request.channel_id)
        settings = await _settings(session, say, team) if team else None
    opened = await client.views_open(
        trigger_id=request.trigger_id, view=settings or form.reading_channel(say)
    )
    if settings is None:
        new = _new_form(clients.reader(client.token), database, say, request)
        view = await _or_notice(say, new)
        await client.views_update(view_id=opened["view"]["id"], view=view)


async def _or_notice(say: Words, work: Any) -> View:
    """The view that comes of *work*, or the sentence why it can't be had."""
    try:
        view: View = await work
    except AmpError as told:
        view = form.notice(say, kit.info(say.error(told)))
    return view


async def _new_form(
    reader: AsyncWebClient, database: Database, say: Words, request: Request
) -> View:
    channel = await channels.look(reader, request.channel_id or "")
    workspace_id = request.actor.workspace_id
    humans = await channels.humans(reader, database, workspace_id, channel.id, at=clock.now())

    asked = sum(not human.is_guest for human in humans)
    if not asked:
        raise NobodyThere
    await _check_may_start(reader, database, request.actor)
    say = _language_of(request.actor, humans, say)
    is_rare = asked < form.COMFORTABLE  # rarer and longer, it reaches the quorum more often
    filled = Form(
        name=channel.name,
        channel_id=channel.id,
        digest_channel_id=channel.id,
        leads=[request.actor.user_id],
        language=say.language,
        in_rollup=not channel.is_private,
        every_weeks=2 if asked >= privacy.QUORUM and is_rare else 1,
        open_hours=120 if is_rare else 72,
        zone=_zone_of(request.actor, humans),
    )
    return form.form(say, filled, people=asked)


async def _check_may_start(reader: AsyncWebClient, database: Database, actor: Actor) -> None:
    human = await channels.who(reader, database, actor.workspace_id, actor.user_id)
    async with database.read() as session:
        await starting.check(session, actor.workspace_id, human)


def _language_of(actor: Actor, humans: Sequence[Human], say: Words) -> Words:
    """The words for somebody whom Slack has just described; perhaps it is their first time."""
    locale = next((human.locale for human in humans if human.user_id == actor.user_id), None)
    return say.locale(locale) if locale else say


async def _settings(session: AsyncSession, say: Words, team: Team) -> View:
    people = await roster.read(session, team)
    filled = Form(
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
        in_rollup=team.is_rolled_up,
        wants_cards=team.wants_cards,
        zone=team.zone,
        settings=clocks.Settings(
            zones=[person.zone for person in (*people.leads, *people.asked)],
            workdays=sorted(calendar.of_team(team).week),
            days_off=dates.written(team.days_off),
            reminds=team.reminds,
        ),
    )
    return form.form(say, filled, people=len(people.counted), team_id=team.id)


@listener
async def open_settings(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The button «Settings»: the same form, filled with what holds now."""
    team = await access.allowed(session, request, Right.CHANGE)
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
    wishes = entered.wishes(say, request.values, at=clock.now())
    channel_id = request.metadata["channel"]
    setup.check(wishes)
    reader = clients.reader(client.token)
    await channels.check_leads(reader, database, request.actor.workspace_id, wishes.leads)
    await channels.look_for_digest(reader, wishes.digest_channel_id)
    await reply.show(form.reading_channel(say))

    async def saved() -> View:
        humans = await _people(reader, database, request, channel_id)
        private = await channels.is_private(reader, channel_id)
        theirs = _language_of(request.actor, humans, say)
        people = wishes.reach(humans)
        if request.team_id is None and people > MANY and request.metadata.get("sure") != people:
            again = entered.again(wishes, channel_id, _zone_of(request.actor, humans))
            return form.form(theirs, again, people=people, sure=True)
        async with database.begin() as session:
            if request.team_id is None:
                new = channel_id, wishes, humans, private
                done = await _create(session, theirs, request.actor, *new)
            else:
                done = await _change(session, theirs, request, humans, private)
        return kit.info_modal(theirs, done)

    await reply.show(await _or_notice(say, saved()))


async def _people(
    reader: AsyncWebClient, database: Database, request: Request, channel_id: str
) -> list[Human]:
    """The people of a channel; of a team whose channel is out of sight, those that we know."""
    workspace_id = request.actor.workspace_id
    try:
        return await channels.humans(reader, database, workspace_id, channel_id, at=clock.now())
    except SlackApiError as error:
        if request.team_id is None or refusals.code(error) not in refusals.OUT_OF_REACH:
            raise
    async with database.read() as session:
        return await roster.known_members(
            session, await access.allowed(session, request, Right.CHANGE)
        )


async def _create(
    session: AsyncSession,
    say: Words,
    actor: Actor,
    channel_id: str,
    wishes: setup.Wishes,
    humans: list[Human],
    private: bool,
) -> list[Block]:
    zone, at = _zone_of(actor, humans), clock.now()
    made = await setup.create(
        session, actor.workspace_id, channel_id, wishes, humans,
        zone=zone, at=at, is_private=private,
    )  # fmt: skip
    if not made.counted:
        raise NobodyThere
    await announcing.begun(session, say, made, actor.user_id, at=at)
    turn = plans.turn(made.team, made.person(actor), at=at)
    return blocks.started(say, made, turn, at=at)


async def _change(
    session: AsyncSession,
    say: Words,
    request: Request,
    humans: list[Human],
    private: bool,
) -> list[Block]:
    """What a lead changed; what they left alone stays as it is, whoever changed it meanwhile."""
    team, at = await access.allowed(session, request, Right.CHANGE), clock.now()
    wishes = await _merged(session, say, request, team, at)
    await reaching.regain(session, team, at=at)
    rhythm, before = plans.rhythm_of(team), announcing.Levers.of(await roster.read(session, team))
    team.is_private = private
    changed = await setup.change(session, team, wishes, humans, at=at)
    await announcing.changed(session, say, before, changed, request.actor.user_id, at=at)
    if not plans.rhythm_of(team).is_like(rhythm):
        news = blocks.news_of_rhythm(team, request.actor)
        await telling.news(session, say, team, news, at=at)
    turn = plans.turn(team, changed.person(request.actor), at=at)
    return blocks.saved(say, changed, turn, at=at)


async def _merged(
    session: AsyncSession, say: Words, request: Request, team: Team, at: datetime
) -> setup.Wishes:
    now = await _settings(session, say, team)
    wishes = entered.wishes(say, request.merged(now["blocks"]), at=at)
    setup.check(wishes)
    return wishes


def _zone_of(actor: Actor, humans: Sequence[Human]) -> str:
    return next((human.zone for human in humans if human.user_id == actor.user_id), "UTC")
