"""What people do about experiments: start one, say whether to keep it, decide, look at them."""

import re
from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncApp
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.errors import AmpError
from bot.experiments import (
    access,
    blocks,
    decisions,
    experimenting,
    forms,
    messages,
    moves,
    overview,
    telling,
    voting,
)
from bot.experiments.experimenting import Plan
from bot.experiments.models import End
from bot.experiments.voting import Choice
from bot.framework.content import Content
from bot.framework.entries import Idea
from bot.slack.listening import Reply, listener
from bot.slack.outbox import Draft
from bot.slack.requests import Request, number, one_of, parts
from bot.teams import access as teams_access
from bot.teams.access import Right
from bot.vault import Vault
from bot.words import Words


class UnknownIdea(AmpError):
    """A button names an idea that content/ has no more."""


def register(app: AsyncApp) -> None:
    app.action(re.compile(r"^experiment:(try:|start|idea$)"))(open_form)
    app.action("experiment:others")(others)
    app.action(re.compile(r"^experiment:not:"))(reject)
    app.view("experiment:begin")(start)
    app.action(re.compile(r"^experiment:vote:"))(vote)
    app.action(re.compile(r"^experiment:(keep|drop)$"))(decide)
    app.action("experiment:when")(open_reschedule)
    app.view("experiment:after")(reschedule)
    app.action("experiment:end")(end_early)


@listener
async def show(
    request: Request, session: AsyncSession, say: Words, content: Content, reply: Reply
) -> None:
    """`/amp experiment`: what is running and what was tried; leads get buttons."""
    team = await teams_access.allowed(session, request, Right.SEE)
    current, past = await experimenting.all_of(session, team)
    for_lead = await teams_access.leads(session, team, request.actor)
    shown = overview.overview(say, content, team, current, past, for_lead=for_lead)
    await reply(say("experiments-text", team=team.name), shown)


@listener
async def open_form(
    request: Request, session: AsyncSession, say: Words, content: Content, reply: Reply
) -> None:
    """«Try this», an idea of the list, or «In our own words»: the form, for a lead."""
    idea, team_id = _chosen(content, request)
    team = await access.startable(session, request.actor, team_id)
    readable = await experimenting.readable_rounds(session, team)
    await reply.push(forms.start(say, content, team, idea, readable=readable))


@listener
async def others(
    request: Request, session: AsyncSession, say: Words, content: Content, reply: Reply
) -> None:
    """«Others» beside a move: what else there is, for whoever asks."""
    team_id, *ids = request.value.split(":")
    team = await teams_access.with_id(session, request.actor, number(team_id))
    known = {idea.id: idea for idea in content.ideas}
    ideas = [known[id_] for id_ in ids if id_ in known]
    shown = blocks.others(say, content, ideas, team.id)
    await reply(say("experiments-others-text", team=team.name), shown)


@listener(writes=True)
async def reject(
    request: Request, session: AsyncSession, say: Words, content: Content, reply: Reply
) -> None:
    """«Not for us», pressed by a lead: that idea is not suggested again."""
    idea, team_id = _chosen(content, request)
    team = await access.deciding(session, request.actor, team_id)
    assert idea is not None
    await moves.reject(session, team, idea.id)
    await reply(say("experiments-rejected", title=idea.title))


def _chosen(content: Content, request: Request) -> tuple[Idea | None, int]:
    """The idea, if there is one, and the team that a button names; raises UnknownIdea."""
    if request.action_id.startswith("experiment:start"):
        return None, request.number
    idea_id, _, team_id = request.value.partition(":")
    idea = next((idea for idea in content.ideas if idea.id == idea_id), None)
    if idea is None:
        raise UnknownIdea
    return idea, number(team_id)


@listener(writes=True)
async def start(
    request: Request, session: AsyncSession, say: Words, content: Content, reply: Reply
) -> None:
    """The form's button: the experiment is on, and the channel is told."""
    at, lead = clock.now(), request.actor.user_id
    team = await teams_access.allowed(session, request, Right.DECIDE)
    plan = _plan(request.values, request.metadata)
    experiment = await experimenting.start(session, content, team, plan, at=at)

    def draft(say: Words, content: Content) -> Draft:
        return messages.started(say, content, experiment, lead)

    await telling.channel(session, say, content, team, experiment, "started", draft, at=at)
    await reply.show(forms.started(say, team, experiment))


def _plan(values: Mapping[str, Any], metadata: Mapping[str, Any]) -> Plan:
    written = {
        name: values.get(name) or "" for name in ("title", "what", "drive", "goal", "metric")
    }
    return Plan(**written, rounds=number(values["rounds"]), idea=metadata["idea"])


@listener(writes=True)
async def vote(
    request: Request, session: AsyncSession, say: Words, reply: Reply, vault: Vault
) -> None:
    """Keep, longer or drop: one tap. The receipt is the same whatever was pressed."""
    experiment_id, last_round, choice = parts(request.value, 3)
    review = await voting.cast(
        session,
        vault,
        number(experiment_id),
        number(last_round),
        request.actor,
        one_of(Choice, choice),
        at=clock.now(),
    )
    await reply(messages.vote_taken(say, review))


@listener(writes=True)
async def decide(
    request: Request,
    session: AsyncSession,
    say: Words,
    content: Content,
    reply: Reply,
) -> None:
    """Keep or drop, pressed by a lead: the channel is told, and the wishes follow."""
    how = End.KEPT if request.action_id == "experiment:keep" else End.DROPPED
    at, lead = clock.now(), request.actor.user_id
    team, experiment = await access.led(session, request.actor, request.number)
    review = await decisions.decide(session, experiment, how, at=at)

    def draft(say: Words, content: Content) -> Draft:
        return messages.decided(say, experiment, review, lead)

    await telling.channel(session, say, content, team, experiment, "decided", draft, at=at)
    await reply(messages.done(say, team, experiment), replace=True)


@listener
async def open_reschedule(
    request: Request, session: AsyncSession, say: Words, reply: Reply
) -> None:
    """«Change the review date» and «Try it longer»: after which round to review."""
    _, experiment = await access.led(session, request.actor, request.number, lock=False)
    await reply.push(forms.reschedule(say, await experimenting.status(session, experiment)))


@listener(writes=True)
async def reschedule(
    request: Request,
    session: AsyncSession,
    say: Words,
    content: Content,
    reply: Reply,
) -> None:
    """The form's button: the review is moved; after a review that means it goes on."""
    rounds, at, lead = number(request.values["rounds"]), clock.now(), request.actor.user_id
    team, experiment = await access.led(session, request.actor, request.metadata["experiment"])
    review = await decisions.reschedule(session, experiment, rounds, at=at)

    def draft(say: Words, content: Content) -> Draft:
        assert review is not None
        return messages.decided(say, experiment, review, lead)

    if review:
        what = f"longer:{rounds}"
        await telling.channel(session, say, content, team, experiment, what, draft, at=at)
    await reply.show(forms.rescheduled(say, team, experiment))


@listener(writes=True)
async def end_early(
    request: Request, session: AsyncSession, say: Words, content: Content, reply: Reply
) -> None:
    """«End it early», after its confirmation: the channel is told what can be said."""
    at, lead = clock.now(), request.actor.user_id
    team, experiment = await access.led(session, request.actor, request.number)
    review = await decisions.end_early(session, content, experiment, at=at)

    def draft(say: Words, content: Content) -> Draft:
        return messages.ended_early(say, content, experiment, review, lead)

    await telling.channel(session, say, content, team, experiment, "ended", draft, at=at)
    await reply(messages.done(say, team, experiment), replace=True)


COMMANDS = {"experiment": show}
