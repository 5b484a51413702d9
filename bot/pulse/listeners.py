"""What people do about a pulse: answer it, open one early, close one, leave."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from slack_bolt.async_app import AsyncApp
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock, heartbeat
from bot.db import Database
from bot.framework.content import Content
from bot.pulse import (
    ballots,
    blocks,
    closing,
    early,
    forgetting,
    inviting,
    languages,
    rounds,
    spacing,
)
from bot.pulse.ballots import OpenRounds, StrangeAnswer
from bot.pulse.comments import listeners as comments
from bot.pulse.comments import writing
from bot.pulse.comments.writing import Remark
from bot.pulse.forgetting import Forgetter
from bot.pulse.models import AnyRound, Round
from bot.pulse.rounds import Standing
from bot.slack.block_kit import View
from bot.slack.listening import Reply, listener
from bot.slack.requests import Actor, Request, number
from bot.teams import access, plans, roster
from bot.teams.access import Right
from bot.teams.models import Team
from bot.vault import Vault
from bot.words import Markup, Words, join

COMMENT_FIELDS = (writing.COMMENT, writing.MAY_ANSWER)


def register(app: AsyncApp) -> None:
    app.view("pulse:ballot")(cast)  # first: Bolt asks one after the other whose a request is
    app.action(re.compile(r"^pulse:answer"))(answer)
    app.action(re.compile(r"^pulse:now"))(ask_to_open)
    app.action("sure:pulse:now")(open_now)
    app.action("sure:pulse:close")(close_now)
    app.action("sure:forget")(forget_me)
    app.action("pulse:return")(come_back)
    comments.register(app)


@listener
async def answer(
    request: Request, session: AsyncSession, say: Words, content: Content, reply: Reply
) -> None:
    """The button «Answer»: the form of that round."""
    round_id = _round_id(request.value)
    await reply.push(await _form(session, say, content, request.actor, round_id))


async def _form(
    session: AsyncSession, say: Words, content: Content, actor: Actor, round_id: int
) -> View:
    round_ = await ballots.open_round(session, round_id, clock.now())
    await ballots.invited(session, round_, actor)
    team = await session.get_one(Team, round_.team_id)
    spoken = languages.of_form(say, content, round_)
    return blocks.ballot(*spoken, team, round_)


@listener(writes=True, repeatable=True)
async def cast(request: Request, open_rounds: OpenRounds, say: Words, reply: Reply) -> None:
    """The form's button: the answers are sealed, and the receipt is the same for everybody."""
    round_id, answers = _round_id(request.metadata.get("round")), _answers(request.values)
    comment = _comment(request)
    cast_in = await ballots.cast(
        open_rounds, round_id, request.actor, answers, comment,
        at=clock.now(), once=request.trigger_id,
    )  # fmt: skip
    await reply.show(blocks.receipt(say, *cast_in))


def _round_id(value: Any) -> int:
    """The round that a button or a form belongs to."""
    try:
        return int(value)
    except (TypeError, ValueError):
        raise StrangeAnswer from None


def _answers(values: Mapping[str, Any]) -> dict[str, int]:
    """What is chosen in the form, without what is left out."""
    return {
        item: number(value)
        for item, value in values.items()
        if item not in COMMENT_FIELDS and value not in (None, blocks.SKIP)
    }


def _comment(request: Request) -> Remark:
    """What is written in the form, and whether an answer may reach its writer."""
    may_answer = request.values.get(writing.MAY_ANSWER)
    writer = request.actor.user_id if may_answer else ""
    return writing.comment(request.values.get(writing.COMMENT), writer=writer)


@listener
async def pulse(
    request: Request, session: AsyncSession, say: Words, content: Content, reply: Reply
) -> None:
    """`/amp pulse`: the form of the round that is open, or when the next one is."""
    waiting = await rounds.open_for_person(session, request.actor, Round, at=clock.now())
    if len(waiting) == 1:
        [(_, round_)] = waiting
        await reply.show(await _form(session, say, content, request.actor, round_.id))
    elif waiting:
        await reply(say("pulse-choice-text"), blocks.choice(say, waiting))
    elif await forgetting.is_left_alone(session, request.actor):
        await reply(say("pulse-left-alone-text"), blocks.left_alone(say))
    else:
        person = await roster.find(session, request.actor)
        turns = []
        if person is not None:
            turns = await plans.planned(session, person, spacing.spaced, at=clock.now())
        await reply(blocks.nothing_open(say, turns))


@listener
async def ask_to_open(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """`/amp pulse now` and the button «Ask now»: how many that reaches, and whether to do it."""
    team = await access.allowed(session, request, Right.ASK)
    people = await early.would_ask(session, team, at=clock.now())
    await reply(say("pulse-now-sure-text"), blocks.sure_to_open(say, team, people))


@listener(writes=True)
async def open_now(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """And a lead opens this week's round early."""
    team = await access.allowed(session, request, Right.ASK)
    people = await early.ask_now(session, team, at=clock.now())
    await reply(blocks.opens_now(say, team, people), replace=True)


@listener
async def ask_to_close(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """`/amp pulse close`: until when it stays open, for how many, and whether to do it."""
    team = await access.allowed(session, request, Right.CLOSE)
    round_, at = await early.open_pulse(session, team), clock.now()
    by = await closing.earliest_end(session, team, round_, at)
    await reply(say("pulse-close-sure-text"), blocks.sure_to_close(say, team, round_, by, at=at))


@listener(writes=True)
async def close_now(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """And a lead ends the open round early."""
    team, at = await access.allowed(session, request, Right.CLOSE), clock.now()
    round_ = await early.close_now(session, team, at=at)
    told = blocks.closes_early(say, team, round_, round_.closes_at, at=at)
    await reply(told, replace=True)


@listener
async def status(request: Request, database: Database, say: Words, reply: Reply) -> None:
    """`/amp status`: what is open, and what comes next."""
    at, actor = clock.now(), request.actor
    async with database.looks() as connection:
        teams = await rounds.standings(connection, actor)
        teams = [team for team in teams if team.channel_id == request.channel_id] or teams
        led = [team.round_id for team in teams if team.leads and team.round_id is not None]
        shares = {id_: await inviting.share_sent(connection, id_, at=at) for id_ in led}
    if not teams:
        async with database.read() as session:
            open_ = await rounds.open_for_person(session, actor, AnyRound, at=at)
        await reply(*blocks.of_no_team(say, open_))
        return
    told = []
    for team in teams:
        if team.round_id is None:
            told.append(await _nothing_is_open(database, say, actor, team, at))
            continue
        told.append(blocks.is_open(say, team, at=at))
        if (share := shares.get(team.round_id)) is not None:
            told.append(blocks.sending(say, team, share))
    if heartbeat.missing_since(teams[0].worker_at):
        told.append(say("no-worker"))
    await reply(join("\n", told))


async def _nothing_is_open(
    database: Database, say: Words, actor: Actor, standing: Standing, at: datetime
) -> Markup:
    async with database.read() as session:
        people = await roster.read(session, await session.get_one(Team, standing.team_id))
        turn = await plans.turn(session, people, actor, spacing.spaced, at=at)
    return blocks.nothing_is_open(say, turn, at=at)


@listener
async def ask_to_forget(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """`/amp forget me`: what that would take away, and whether to do it."""
    teams = await roster.of_person(session, request.actor)
    await reply(say("pulse-forget-sure-text"), blocks.sure_to_forget(say, len(teams)))


@listener(writes=True)
async def forget_me(
    request: Request,
    session: AsyncSession,
    vault: Vault,
    forgetters: Sequence[Forgetter],
    say: Words,
    reply: Reply,
) -> None:
    """Somebody is asked no more, and what is kept about them is deleted."""
    await forgetting.forget(session, vault, request.actor, also=forgetters)
    await reply(say("pulse-forgotten"), replace=True)


@listener(writes=True)
async def come_back(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The button «Ask me again»."""
    await forgetting.come_back(session, request.actor)
    person = await roster.known(session, request.actor)
    turns = await plans.planned(session, person, spacing.spaced, at=clock.now())
    await reply(blocks.welcome_back(say, turns), replace=True)


COMMANDS = {
    "pulse": pulse,
    "pulse now": ask_to_open,
    "pulse close": ask_to_close,
    "status": status,
    "forget me": ask_to_forget,
}
