"""What people do about experiments: start one, say whether to keep it, decide, look at them."""

import re

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database
from bot.errors import AmpError, NotALead
from bot.experiments import blocks, deciding, experimenting, telling, voting
from bot.experiments.experimenting import OneAtATime
from bot.experiments.models import End, Experiment
from bot.experiments.voting import Choice
from bot.framework.content import Content
from bot.framework.entries import Idea
from bot.slack.block_kit import View
from bot.slack.listening import Ack, Reply, listener
from bot.slack.requests import Actor, Click, Command, Request, Submission
from bot.teams import access, roster
from bot.teams.models import Team
from bot.teams.undelivered.listeners import post_again
from bot.vault import Vault


class UnknownIdea(AmpError):
    """I have no such idea any more. `/amp experiment` lists those that there are."""


def register(app: AsyncApp) -> None:
    app.action(re.compile(r"^experiment:(try:|start|idea$)"))(open_form)
    app.view("experiment:begin")(begin)
    app.action(re.compile(r"^experiment:vote:"))(vote)
    app.action(re.compile(r"^experiment:(keep|drop)$"))(decide)
    app.action("experiment:when")(open_when)
    app.view("experiment:after")(look_after)
    app.action("experiment:end")(end_early)
    app.action("experiment:again")(post_again)  # of older versions


async def show(command: Command, reply: Reply, database: Database, content: Content) -> None:
    """`/amp experiment`: what is running and what was tried; leads get buttons."""
    async with database.begin() as session:
        team = await access.meant(session, Request(command.actor, command.channel_id, ""))
        running = await experimenting.running(session, team)
        current = await experimenting.standing(session, running) if running else None
        past = await experimenting.history(session, team)
        for_lead = await access.leads(session, team, command.actor)
    shown = blocks.overview(content, team, current, past, for_lead=for_lead)
    await reply(f"Experiments of {team.name}", shown)


@listener
async def open_form(
    click: Click, client: AsyncWebClient, database: Database, content: Content
) -> None:
    """«Try this», an idea of the list, or «In our own words»: the form, for a lead."""
    idea, team_id = _meant(content, click)
    async with database.begin() as session:
        team = await _led_and_free(session, click.actor, team_id)
        readable = await experimenting.readable_rounds(session, team)
    await _show(click, client, blocks.form(content, team, idea, readable=readable))


def _meant(content: Content, click: Click) -> tuple[Idea | None, int]:
    """The idea, if there is one, and the team that a button names; raises UnknownIdea."""
    if click.action_id.startswith("experiment:start"):
        return None, int(click.value)
    idea_id, _, team_id = click.value.partition(":")
    idea = next((idea for idea in content.ideas if idea.id == idea_id), None)
    if idea is None:
        raise UnknownIdea
    return idea, int(team_id)


async def _led_and_free(session: AsyncSession, actor: Actor, team_id: int) -> Team:
    """The team, led by *actor* and with nothing running.

    Raises NoTeam, OneAtATime, or a sentence that says who may start an experiment.
    """
    try:
        team = await access.led_with_id(session, actor, team_id)
    except NotALead:
        raise await _not_a_lead(session, team_id) from None
    if await experimenting.running(session, team):
        raise OneAtATime
    return team


async def _not_a_lead(session: AsyncSession, team_id: int) -> AmpError:
    leads = await roster.leads(session, await session.get_one(Team, team_id))
    who = ", ".join(f"<@{lead.user_id}>" for lead in leads)
    return AmpError(
        f"Starting an experiment is up to the team's leads: {who}. If you would like to try this, "
        "tell them; everybody is asked afterwards whether to keep it."
    )


@listener
async def begin(submission: Submission, ack: Ack, database: Database, content: Content) -> None:
    """The form's button: the experiment is on, and the channel is told."""
    team_id, plan = blocks.plan(submission.view.values, submission.view.metadata)
    at = clock.now()
    async with database.begin() as session:
        team = await access.led_with_id(session, submission.actor, team_id)
        experiment = await experimenting.start(session, content, team, plan, at=at)
        draft = blocks.announcement(experiment, submission.actor.user_id)
        await telling.channel(session, team, experiment, "started", draft, due_at=at)
    await ack(response_action="update", view=blocks.begun(team, experiment))


@listener
async def vote(click: Click, reply: Reply, database: Database, vault: Vault) -> None:
    """Keep, longer or drop: one tap. The receipt is the same whatever was pressed."""
    experiment_id, last_round, choice = click.value.split(":")
    async with database.begin() as session:
        look = await voting.cast(
            session,
            vault,
            int(experiment_id),
            int(last_round),
            click.actor,
            Choice(choice),
            at=clock.now(),
        )
    await reply(blocks.receipt(look))


@listener
async def decide(click: Click, reply: Reply, database: Database, vault: Vault) -> None:
    """Keep or drop, pressed by a lead: the wishes are counted, the channel is told."""
    how = End.KEPT if click.action_id == "experiment:keep" else End.DROPPED
    at = clock.now()
    async with database.begin() as session:
        team, experiment = await _led(session, click.actor, int(click.value))
        look = await deciding.decide(session, vault, experiment, how, at=at)
        draft = blocks.decided(experiment, look, click.actor.user_id)
        await telling.channel(session, team, experiment, "decided", draft, due_at=at)
    await reply(blocks.done(team, experiment), replace=True)


@listener
async def open_when(click: Click, client: AsyncWebClient, database: Database) -> None:
    """«Change the review date» and «Try it longer»: after which round to look back."""
    async with database.begin() as session:
        _, experiment = await _led(session, click.actor, int(click.value))
        found = await experimenting.standing(session, experiment)
    await _show(click, client, blocks.when_form(found))


@listener
async def look_after(submission: Submission, ack: Ack, database: Database, vault: Vault) -> None:
    """The form's button: the review is moved; after a review that means it goes on."""
    rounds, at = int(submission.view.values["rounds"]), clock.now()
    async with database.begin() as session:
        experiment_id = int(submission.view.metadata["experiment"])
        team, experiment = await _led(session, submission.actor, experiment_id)
        look = await deciding.look_after(session, vault, experiment, rounds, at=at)
        if look:
            draft = blocks.decided(experiment, look, submission.actor.user_id)
            await telling.channel(session, team, experiment, f"longer:{rounds}", draft, due_at=at)
    await ack(response_action="update", view=blocks.moved(team, experiment))


@listener
async def end_early(click: Click, reply: Reply, database: Database, content: Content) -> None:
    """«End it early», after its confirmation: the channel is told what can be said."""
    at = clock.now()
    async with database.begin() as session:
        team, experiment = await _led(session, click.actor, int(click.value))
        look = await deciding.end_early(session, content, experiment, at=at)
        draft = blocks.ended_early(experiment, look, click.actor.user_id)
        await telling.channel(session, team, experiment, "ended", draft, due_at=at)
    await reply(blocks.done(team, experiment), replace=True)


async def _led(session: AsyncSession, actor: Actor, experiment_id: int) -> tuple[Team, Experiment]:
    """A running experiment, held for this transaction, and its team, which *actor* leads.

    Raises HasEnded, NoTeam or NotALead.
    """
    experiment = await experimenting.held(session, experiment_id)
    return await access.led_with_id(session, actor, experiment.team_id), experiment


async def _show(click: Click, client: AsyncWebClient, view: View) -> None:
    inside = click.view is not None and click.view.callback_id != "home"
    show_ = client.views_push if inside else client.views_open
    await show_(trigger_id=click.trigger_id, view=view)


COMMANDS = {"experiment": show}
