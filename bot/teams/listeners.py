"""What people do about teams: set one up, look at it, change it, pause it, leave."""

import re
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database
from bot.errors import AmpError
from bot.slack import block_kit as kit
from bot.slack import outbox
from bot.slack.clients import Clients
from bot.slack.listening import Ack, Reply, listener
from bot.slack.outbox import Draft, Target
from bot.slack.requests import Actor, Click, Command, Event, Submission
from bot.teams import blocks, channels, roster, setup
from bot.teams.channels import NobodyThere, NotAChannel
from bot.teams.models import Team


def register(app: AsyncApp) -> None:
    app.action(re.compile(r"^team:settings"))(open_settings)
    app.action("team:end")(end_team)
    app.view("team:save")(save)
    app.event("member_joined_channel")(roster_changed)
    app.event("member_left_channel")(roster_changed)
    app.event("user_change")(person_changed)


async def set_up(
    command: Command, client: AsyncWebClient, database: Database, clients: Clients
) -> None:
    """`/amp setup`: a form in which everything is filled in."""
    if command.in_a_dm:
        raise NotAChannel
    async with database.begin() as session:
        team = await roster.of_channel(session, command.actor.workspace_id, command.channel_id)
        if team and not await roster.is_lead(session, team, command.actor):
            raise setup.TeamExists
    opened = await client.views_open(trigger_id=command.trigger_id, view=blocks.reading_channel())
    reader = clients.reader(client.token)
    try:
        if team is not None:
            view = await _settings(database, team)
        else:
            view = await _new_form(reader, command)
    except AmpError as told:
        view = kit.notice("Set up the pulse", f":information_source: {told}")
    await client.views_update(view_id=opened["view"]["id"], view=view)


async def _new_form(reader: AsyncWebClient, command: Command) -> dict[str, Any]:
    channel = await channels.look(reader, command.channel_id)
    humans = await channels.humans(reader, command.actor.workspace_id, channel.id)
    asked = sum(not human.is_guest for human in humans)
    if not asked:
        raise NobodyThere
    form = blocks.Form(
        name=channel.name,
        channel_id=channel.id,
        digest_channel_id=channel.id,
        leads=[command.actor.user_id],
    )
    return blocks.form(form, people=asked)


async def _settings(database: Database, team: Team) -> dict[str, Any]:
    async with database.read() as session:
        form = blocks.Form(
            name=team.name,
            channel_id=team.channel_id,
            digest_channel_id=team.digest_channel_id,
            leads=[person.user_id for person in await roster.leads(session, team)],
            left_out=await roster.left_out(session, team),
            weekday=team.weekday,
            hour=team.hour,
            in_local_time=team.in_local_time,
            every_weeks=team.every_weeks,
            open_hours=team.open_hours,
            with_guests=team.with_guests,
            holidays=team.holidays,
        )
        people = len(await roster.asked(session, team))
    return blocks.form(form, people=people, team_id=team.id)


@listener
async def open_settings(click: Click, client: AsyncWebClient, database: Database) -> None:
    """The button «Settings»: the same form, filled with what holds now."""
    async with database.begin() as session:
        team = await roster.led(session, click.actor, int(click.value))
    view = await _settings(database, team)
    inside = click.view is not None and click.view.callback_id != "home"
    show = client.views_push if inside else client.views_open
    await show(trigger_id=click.trigger_id, view=view)


@listener
async def save(
    submission: Submission,
    ack: Ack,
    client: AsyncWebClient,
    database: Database,
    clients: Clients,
) -> None:
    """The form's button: the team is made or changed, and its pulse is on."""
    wishes = _wishes(submission.view.values)
    channel_id, team_id = blocks.note(submission.view.metadata)
    setup.check(wishes)
    reader = clients.reader(client.token)
    await _check_digest_channel(reader, wishes)
    await ack(response_action="update", view=blocks.reading_channel())
    try:
        humans = await channels.humans(reader, submission.actor.workspace_id, channel_id)
        async with database.begin() as session:
            if team_id is None:
                done = await _create(session, submission.actor, channel_id, wishes, humans)
            else:
                done = await _change(session, submission.actor, team_id, wishes, humans)
        view = kit.window("Amp", done)
    except AmpError as told:
        view = kit.notice("Amp", f":information_source: {told}")
    await client.views_update(view_id=submission.view.id, view=view)


async def _check_digest_channel(reader: AsyncWebClient, wishes: setup.Wishes) -> None:
    try:
        await channels.look(reader, wishes.digest_channel_id)
    except AmpError as told:
        raise AmpError(str(told), field="digest") from None


async def _create(
    session: AsyncSession,
    actor: Actor,
    channel_id: str,
    wishes: setup.Wishes,
    humans: list[roster.Human],
) -> list[kit.Block]:
    zone = next((h.zone for h in humans if h.user_id == actor.user_id), "UTC")
    at = clock.now()
    team = await setup.create(
        session, actor.workspace_id, channel_id, wishes, humans, zone=zone, at=at
    )
    people = len(await roster.asked(session, team))
    if not people:
        raise NobodyThere
    said = blocks.announced(team, actor.user_id, people)
    target = Target(f"announced:{team.id}", actor.workspace_id, channel_id, due_at=at)
    await outbox.post(session, Draft(f"A pulse for {team.name} begins.", said), [target])
    return blocks.started(team, people)


async def _change(
    session: AsyncSession,
    actor: Actor,
    team_id: int,
    wishes: setup.Wishes,
    humans: list[roster.Human],
) -> list[kit.Block]:
    team = await roster.led(session, actor, team_id)
    await setup.change(session, team, wishes, humans, at=clock.now())
    asked, leads = await roster.asked(session, team), await roster.leads(session, team)
    return [
        kit.section(":white_check_mark: Saved. It holds from the next round on."),
        *blocks.card(team, asked, leads, for_lead=False),
    ]


def _wishes(values: dict[str, Any]) -> setup.Wishes:
    return setup.Wishes(
        name=values["name"].strip(),
        digest_channel_id=values["digest"],
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


async def show_team(command: Command, reply: Reply, database: Database) -> None:
    """`/amp team`: who is asked, when, and who leads."""
    async with database.begin() as session:
        team = await roster.meant(session, command.actor, command.channel_id)
        asked, leads = await roster.asked(session, team), await roster.leads(session, team)
        for_lead = await roster.is_lead(session, team, command.actor)
    await reply(f"The team {team.name}", blocks.card(team, asked, leads, for_lead=for_lead))


async def pause(command: Command, words: str, reply: Reply, database: Database) -> None:
    """`/amp pause [weeks]`: a lead lets some rounds be skipped."""
    async with database.begin() as session:
        team = await roster.led_by(session, command.actor, command.channel_id)
        await setup.pause(session, team, words, at=clock.now())
    await reply(blocks.paused(team))


async def resume(command: Command, reply: Reply, database: Database) -> None:
    """`/amp resume`: and it goes on."""
    async with database.begin() as session:
        team = await roster.led_by(session, command.actor, command.channel_id)
        await setup.resume(session, team, at=clock.now())
    await reply(blocks.resumed(team))


@listener
async def end_team(click: Click, reply: Reply, database: Database) -> None:
    """The button «End the team», after its confirmation."""
    async with database.begin() as session:
        team = await roster.led(session, click.actor, int(click.value))
        await setup.end(session, team, at=clock.now())
    await reply(f"*{kit.escape(team.name)}* has ended. Nobody in it is asked any more.")


@listener
async def roster_changed(event: Event, database: Database) -> None:
    """Somebody joined or left a channel: its team is read again before it is asked."""
    async with database.begin() as session:
        team = await roster.of_channel(session, event.workspace_id, event.body["channel"])
        if team is not None:
            team.roster_read_at = None


@listener
async def person_changed(event: Event, database: Database) -> None:
    """Somebody moved, became a guest or was deactivated."""
    user = event.body["user"]
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
