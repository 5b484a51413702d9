"""What people do about a pulse: answer it, open one early, close one, leave."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from slack_bolt.async_app import AsyncApp
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.framework.content import Content
from bot.pulse import ballots, blocks, forgetting, languages, rounds
from bot.pulse.ballots import StrangeAnswer
from bot.pulse.forgetting import Forgetter
from bot.slack.block_kit import View
from bot.slack.listening import Reply, listener
from bot.slack.requests import Actor, Request
from bot.teams import access, roster
from bot.teams.models import Team
from bot.vault import Vault
from bot.words import Words, join


def register(app: AsyncApp) -> None:
    app.action(re.compile(r"^pulse:answer"))(answer)
    app.action(re.compile(r"^pulse:now"))(open_now)
    app.action("pulse:return")(come_back)
    app.view("pulse:ballot")(cast)


@listener
async def answer(
    request: Request,
    session: AsyncSession,
    vault: Vault,
    say: Words,
    content: Content,
    reply: Reply,
) -> None:
    """The button «Answer»: the form of that round."""
    round_id = _round_id(request.value)
    await reply.push(await _form(session, vault, say, content, request.actor, round_id))


async def _form(
    session: AsyncSession, vault: Vault, say: Words, content: Content, actor: Actor, round_id: int
) -> View:
    round_ = await ballots.open_round(session, round_id, clock.now())
    person = await ballots.invited(session, round_, actor)
    again = await ballots.has_answered(session, vault, round_.id, person)
    team = await session.get_one(Team, round_.team_id)
    spoken = languages.of_form(say, content, round_)
    return blocks.ballot(*spoken, team, round_, again=again)


@listener(writes=True)
async def cast(
    request: Request, session: AsyncSession, vault: Vault, say: Words, reply: Reply
) -> None:
    """The form's button: the answers are sealed, and the receipt is the same for everybody."""
    round_id, answers = _round_id(request.metadata.get("round")), _answers(request.values)
    cast_in = await ballots.cast(session, vault, round_id, request.actor, answers, at=clock.now())
    await reply.show(blocks.receipt(say, *cast_in))


def _round_id(value: Any) -> int:
    """The round that a button or a form belongs to."""
    try:
        return int(value)
    except (TypeError, ValueError):
        raise StrangeAnswer from None


def _answers(values: Mapping[str, Any]) -> dict[str, int]:
    """What is chosen in the form, without what is left out."""
    chosen = {item: value for item, value in values.items() if value not in (None, blocks.SKIP)}
    return {item: int(value) for item, value in chosen.items()}


@listener
async def pulse(
    request: Request,
    session: AsyncSession,
    vault: Vault,
    say: Words,
    content: Content,
    reply: Reply,
) -> None:
    """`/amp pulse`: the form of the round that is open, or when the next one is."""
    waiting = await rounds.open_for_person(session, request.actor, clock.now())
    if len(waiting) == 1:
        [(_, round_)] = waiting
        await reply.show(await _form(session, vault, say, content, request.actor, round_.id))
    elif waiting:
        await reply(say("pulse-choice-text"), blocks.choice(say, waiting))
    elif await forgetting.is_left_alone(session, request.actor):
        await reply(say("pulse-left-alone-text"), blocks.left_alone(say))
    else:
        await reply(blocks.nothing_open(say, await roster.of_person(session, request.actor)))


@listener(writes=True)
async def open_now(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """`/amp pulse now` and the button «Ask now»: a lead opens this week's round early."""
    team = await access.led(session, request)
    people = await rounds.ask_now(session, team, at=clock.now())
    await reply(blocks.opens_now(say, team, people))


@listener(writes=True)
async def close_now(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """`/amp pulse close`: a lead ends the open round early."""
    team = await access.led(session, request)
    await rounds.close_now(session, team, at=clock.now())
    await reply(blocks.closes_now(say, team))


@listener
async def status(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """`/amp status`: what is open, and what comes next."""
    here = await roster.of_channel(session, request.actor.workspace_id, request.channel_id or "")
    teams = [here] if here else await roster.of_person(session, request.actor)
    told = [
        blocks.status(say, team, await rounds.current(session, team), at=clock.now())
        for team in teams
    ]
    await reply(join("\n", told) if told else blocks.nothing_open(say, []))


@listener(writes=True)
async def forget_me(
    request: Request,
    session: AsyncSession,
    vault: Vault,
    forgetters: Sequence[Forgetter],
    say: Words,
    reply: Reply,
) -> None:
    """`/amp forget me`: somebody is asked no more, and what is kept about them is deleted."""
    await forgetting.forget(session, vault, request.actor, also=forgetters)
    await reply(say("pulse-forgotten"))


@listener(writes=True)
async def come_back(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The button «Ask me again»."""
    await forgetting.come_back(session, request.actor)
    await reply(say("pulse-welcome-back"), replace=True)


COMMANDS = {
    "pulse": pulse,
    "pulse now": open_now,
    "pulse close": close_now,
    "status": status,
    "forget me": forget_me,
}
