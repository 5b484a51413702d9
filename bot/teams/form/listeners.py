"""The form of a team: to set one up, and to change its settings."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot import clock, privacy
from bot.db import Database
from bot.errors import AmpError, told_under
from bot.slack import block_kit as kit
from bot.slack import groups, refusals
from bot.slack.block_kit import View
from bot.slack.groups import Group
from bot.slack.listening import Reply, listener
from bot.slack.requests import Actor, Request
from bot.teams import (
    access,
    channels,
    directory,
    roster,
    setup,
    starting,
)
from bot.teams.access import Right
from bot.teams.channels import NobodyThere, NotAChannel
from bot.teams.form import blocks as form
from bot.teams.form import entered, saving
from bot.teams.form.blocks import MANY, Form
from bot.teams.locales import Locales
from bot.teams.models import EVERYBODY, PICKED, Person, Team
from bot.teams.plans import Spacing
from bot.teams.roster import Human
from bot.teams.starting import MayNotStart, Starters
from bot.teams.together import pairing
from bot.teams.whom import Rule
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.action(re.compile(r"^team:settings"))(open_settings)
    app.action("team:set-up")(set_up)
    app.view("team:save")(save)


@listener
async def set_up(
    request: Request,
    say: Words,
    client: AsyncWebClient,
    reader: AsyncWebClient,
    database: Database,
    locales: Locales,
) -> None:
    """`/amp setup` and the button «Set up»: a form in which everything is filled in."""
    if request.in_a_dm or request.channel_id is None:
        raise NotAChannel
    async with database.read() as session:
        team = await setup.changeable(session, request.actor, request.channel_id)
    view = await _settings_of(reader, database, say, team) if team else form.reading_channel(say)
    opened = await client.views_open(trigger_id=request.trigger_id, view=view)
    if team is None:
        view = await _or_notice(say, _new_form(reader, database, say, locales, request))
        await client.views_update(view_id=opened["view"]["id"], view=view)


async def _or_notice(say: Words, work: Any) -> View:
    """The view that comes of *work*, or the sentence why it can't be had."""
    try:
        view: View = await work
    except AmpError as told:
        view = form.notice(say, kit.info(say.error(told)))
    return view


async def _new_form(
    reader: AsyncWebClient, database: Database, say: Words, locales: Locales, request: Request
) -> View:
    channel = await channels.look(reader, request.channel_id or "")
    workspace_id = request.actor.workspace_id
    humans = await directory.humans(reader, database, workspace_id, channel.id, at=clock.now())

    asked = sum(not human.is_guest for human in humans)
    if not asked:
        raise NobodyThere
    starter = await _starter(reader, database, request.actor)
    async with database.read() as session:
        await starting.check(session, workspace_id, starter)
    say = _language_of(request.actor, humans, say, locales)
    is_rare = asked < form.COMFORTABLE  # rarer and longer, it reaches the quorum more often
    filled = Form(
        name=channel.name,
        channel_id=channel.id,
        digest_channel_id=channel.id,
        leads=[request.actor.user_id],
        groups=await _groups(reader, workspace_id, humans),
        is_closed=channel.is_closed,
        language=say.language,
        in_rollup=not channel.is_private,
        every_weeks=2 if asked >= privacy.QUORUM and is_rare else 1,
        open_hours=120 if is_rare else 72,
        zone=saving.zone_of(request.actor, humans),
    )
    return form.form(say, filled, people=asked)


async def _starter(reader: AsyncWebClient, database: Database, actor: Actor) -> Human:
    """Whoever wants to start a team, as Slack describes them now; raises MayNotStart."""
    human = await directory.who(reader, database, actor)
    if human is None:
        raise MayNotStart(who=Starters.MEMBERS)
    return human


def _language_of(actor: Actor, humans: Sequence[Human], say: Words, locales: Locales) -> Words:
    """The words for somebody whom Slack has just described; perhaps it is their first time."""
    locale = next((human.locale for human in humans if human.user_id == actor.user_id), None)
    if not locale:
        return say
    locales.note(actor, locale)  # what is wrong with the form is said in its language, too
    return say.locale(locale)


async def _groups(
    reader: AsyncWebClient, workspace_id: str, there: Iterable[Human | Person]
) -> list[tuple[Group, int]]:
    """The user groups that have somebody in a channel, with how many."""
    here = {one.user_id for one in there}
    found = [
        (group, len(group.people & here)) for group in await groups.every(reader, workspace_id)
    ]
    return [(group, number) for group, number in found if number]


async def _settings_of(reader: AsyncWebClient, database: Database, say: Words, team: Team) -> View:
    """The settings, with the user groups that may be chosen."""
    async with database.read() as session:
        here = (await roster.read(session, team)).own.here
    found = await _groups(reader, team.workspace_id, here)
    async with database.read() as session:
        return await saving.settings(session, say, team, found)


@listener
async def open_settings(
    request: Request,
    say: Words,
    reply: Reply,
    reader: AsyncWebClient,
    database: Database,
) -> None:
    """The button «Settings»: the same form, filled with what holds now."""
    async with database.read() as session:
        team = await access.allowed(session, request, Right.CHANGE)
    await reply.show(await _settings_of(reader, database, say, team))


@listener(writes=True)
async def save(
    request: Request,
    say: Words,
    locales: Locales,
    reply: Reply,
    reader: AsyncWebClient,
    database: Database,
    spacing: Spacing,
) -> None:
    """The form's button: the team is made or changed, and its pulse is on."""
    workspace_id = request.actor.workspace_id
    group = await _group(reader, request)
    wishes = entered.wishes(say, request.values, group, at=clock.now())
    setup.check(wishes)
    await directory.check_leads(reader, database, workspace_id, wishes.leads)
    with told_under("digest"):
        await channels.look(reader, wishes.digest_channel_id)
    await _check_rule(reader, database, request, wishes)
    await _check_sister(database, request, wishes)
    await reply.show(form.reading_channel(say))

    async def saved() -> View:
        humans = await _people(reader, database, request)
        private = await channels.is_private(reader, request.metadata["channel"])
        sent = saving.Sent(request, wishes, group, humans, private, spacing)
        theirs = _language_of(request.actor, humans, say, locales)
        if request.team_id is None:
            return await _start(reader, database, theirs, sent)
        async with database.begin() as session:
            changed = await saving.change(session, theirs, sent, at=clock.now())
        return kit.info_modal(theirs, changed)

    await reply.show(await _or_notice(say, saved()))


async def _group(reader: AsyncWebClient, request: Request) -> Rule | None:
    """The user group that was chosen, if one was; raises GroupOutOfReach."""
    whom = request.values["whom"]
    if whom in (EVERYBODY, PICKED):
        return None
    return Rule(whom, await groups.people(reader, request.actor.workspace_id, whom))


async def _check_rule(
    reader: AsyncWebClient, database: Database, request: Request, wishes: setup.Wishes
) -> None:
    """Raise NobodyOfThem where a team that there is would ask nobody of its channel.

    Slack is asked only where our rows have nobody: a channel may be long, and its button waits.
    """
    if request.team_id is None or wishes.rule is None:
        return
    async with database.read() as session:
        team = await access.allowed(session, request, Right.CHANGE)
        here = (await roster.read(session, team)).own.here
    if not wishes.reach(here):
        there = await _people(reader, database, request)
        wishes.rule.check(there, with_guests=wishes.with_guests)


async def _check_sister(database: Database, request: Request, wishes: setup.Wishes) -> None:
    """Raise where a team can't be asked together with the one that was chosen."""
    if wishes.sister is None:
        return
    async with database.read() as session:
        own = await session.get(Team, request.team_id) if request.team_id else None
        if own is None or wishes.sister != await pairing.asked(session, own):
            await pairing.find(session, request.actor, wishes.sister, own)


async def _people(reader: AsyncWebClient, database: Database, request: Request) -> list[Human]:
    """The people of a channel; of a team whose channel is out of sight, those that we know."""
    workspace_id, channel_id = request.actor.workspace_id, request.metadata["channel"]
    try:
        return await directory.humans(reader, database, workspace_id, channel_id, at=clock.now())
    except SlackApiError as error:
        if request.team_id is None or refusals.code(error) not in refusals.OUT_OF_REACH:
            raise
    async with database.read() as session:
        return await roster.known_members(
            session, await access.allowed(session, request, Right.CHANGE)
        )


async def _start(reader: AsyncWebClient, database: Database, say: Words, sent: saving.Sent) -> View:
    """Make the team, or show the form once more, with what was entered and why."""
    actor = sent.request.actor
    if told := saving.asks_again(say, sent):
        found = await _groups(reader, actor.workspace_id, sent.humans)
        again = entered.again(sent.wishes, sent.request.metadata["channel"], sent.zone, found)
        return form.form(say, again, people=sent.reach, told=told, sure=sent.reach > MANY)
    starter = await _starter(reader, database, actor)
    async with database.begin() as session:
        made = await saving.create(session, say, sent, starter, at=clock.now())
    return kit.info_modal(say, made)
