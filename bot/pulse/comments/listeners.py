"""What people do about comments: a lead answers or hides one, its writer burns its address."""

from dataclasses import replace

from slack_bolt.async_app import AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.errors import NoTeam
from bot.pulse.comments import addresses, blocks, writing
from bot.slack import block_kit as kit
from bot.slack.listening import Reply, listener
from bot.slack.requests import Request, number
from bot.teams import access, roster
from bot.teams.access import Right
from bot.vault import Vault
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.action("comment:answer")(answer)
    app.view("comment:answer")(send_answer)
    app.action("comment:hide")(hide)
    app.action("comment:burn")(burn)
    app.action("comment:delete")(delete)


@listener
async def answer(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The button «Answer» under a comment: a lead gets the form."""
    about, comment_id = _about(request)
    team = await access.allowed(session, about, Right.ANSWER)
    await addresses.live(session, comment_id, at=clock.now())
    await reply.push(blocks.answering(say, team.id, comment_id))


@listener(writes=True)
async def send_answer(
    request: Request, session: AsyncSession, vault: Vault, say: Words, reply: Reply
) -> None:
    """The form's button: the answer is sealed, and goes out in some minutes."""
    team, at = await access.allowed(session, request, Right.ANSWER), clock.now()
    words = writing.answer(request.values.get(writing.ANSWER))
    lead = await roster.known(session, request.actor)
    comment_id = str(request.metadata.get("comment"))
    day = await addresses.answer(session, vault, comment_id, team, lead, words, at=at)
    by_day = "now" if day <= at else "later"
    await reply.show(kit.notice_modal(say, say("comments-answer-sealed", when=by_day, day=day)))


@listener
async def hide(
    request: Request, session: AsyncSession, client: AsyncWebClient, say: Words, reply: Reply
) -> None:
    """The button «Hide»: a lead takes one away that names somebody, and everybody sees that."""
    about, comment_id = _about(request)
    team = await access.allowed(session, about, Right.ANSWER)
    takes_answer = await addresses.exists(session, comment_id)
    in_channel = say.locale(team.language)
    await client.chat_update(
        channel=request.channel_id or "",
        ts=request.message_ts or "",
        text=in_channel("comments-hidden"),
        blocks=blocks.hidden(in_channel, team, comment_id, takes_answer=takes_answer),
    )
    await reply(say("comments-hidden-done"))


@listener(writes=True)
async def burn(
    request: Request, session: AsyncSession, vault: Vault, say: Words, reply: Reply
) -> None:
    """The button «It's mine»: who wrote a comment takes no answer; all others hear the same."""
    _, comment_id = _about(request)
    user_id = request.actor.user_id
    await addresses.burn(session, vault, comment_id, user_id, at=clock.now())
    await reply(say("comments-burned"))


@listener
async def delete(respond: AsyncRespond) -> None:
    """The button in an answer: it goes from the conversation."""
    await respond(delete_original=True)


def _about(request: Request) -> tuple[Request, str]:
    """The request as one about the team of its button, and the comment that it is about."""
    team_id, _, comment_id = request.value.partition(":")
    if not team_id.isdecimal():
        raise NoTeam
    return replace(request, team=number(team_id)), comment_id
