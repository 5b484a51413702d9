"""The App Home tab is drawn when somebody opens it, and again after what they do meanwhile."""

import re
import time
from collections.abc import Awaitable, Callable
from functools import partial

from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncApp, AsyncBoltContext, AsyncBoltRequest
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database
from bot.experiments import experimenting
from bot.experiments import overview as experiments
from bot.framework import listeners as framework
from bot.framework.content import Content
from bot.home import blocks, overview
from bot.home.viewers import RecentViewers
from bot.slack import block_kit as kit
from bot.slack.inputs import Body
from bot.slack.listening import Reply, listener
from bot.slack.requests import Actor, Event, Request, actor
from bot.teams import access, roster
from bot.teams.access import Right
from bot.words import Words

# What changes what Home shows, by the callback_id of a form or the action_id of a button.
CHANGING_FORMS = re.compile(r"^(pulse:(ballot|when)|team:save|experiment:(begin|after))$")
CHANGING_BUTTONS = re.compile(
    r"^(sure:|team:lead|absence:|checklist:tick|experiment:(keep|drop|end))"
)


def register(app: AsyncApp) -> None:
    app.event("app_home_opened")(opened)
    app.action(re.compile(r"^home:experiments:"))(show_experiments)
    app.use(Redrawing(RecentViewers()))


class Redrawing(AsyncMiddleware):
    """Has the tab drawn again after what somebody does who looks at it."""

    def __init__(self, viewers: RecentViewers) -> None:
        self._viewers = viewers

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,
        next: Callable[[], Awaitable[BoltResponse]],
    ) -> BoltResponse:
        req.context["viewers"] = self._viewers
        person = _whose_home_changes(req.body, self._viewers)
        if person is not None:
            req.context["afterwards"] = partial(_draw_again, req.context, person)
        return await next()


async def _draw_again(context: AsyncBoltContext, person: Actor) -> None:
    """By then the person's language is in the context."""
    if await _is_known(context["database"], person):
        words = context["say"], context["content"]
        await _draw(context["client"], context["database"], *words, person)


def _whose_home_changes(body: Body, viewers: RecentViewers) -> Actor | None:
    """Who is to see another Home now: somebody at theirs, or whoever has left a channel."""
    event = body.get("event") or {}
    if event.get("type") == "member_left_channel":
        return Actor(body.get("team_id") or "", event["user"])
    if _changes_home(body) and viewers.has(person := actor(body), at=time.monotonic()):
        return person
    return None


async def _is_known(database: Database, person: Actor) -> bool:
    """Bots leave channels too, as we do, and people of no team: their Home says what it said."""
    async with database.read() as session:
        return await roster.find(session, person) is not None


def _changes_home(body: Body) -> bool:
    if body.get("type") == "view_submission":
        return bool(CHANGING_FORMS.match(body["view"].get("callback_id", "")))
    if body.get("type") == "block_actions":
        return bool(CHANGING_BUTTONS.match(body["actions"][0]["action_id"]))
    return False


@listener
async def opened(
    event: Event,
    say: Words,
    content: Content,
    client: AsyncWebClient,
    database: Database,
    viewers: RecentViewers,
) -> None:
    """Draw the tab for whoever opened it."""
    if event.body.get("tab", "home") != "home":
        return
    person = Actor(event.workspace_id, event.body["user"])
    viewers.remember(person, at=time.monotonic())
    await _draw(client, database, say, content, person)


async def _draw(
    client: AsyncWebClient,
    database: Database,
    say: Words,
    content: Content,
    person: Actor,
) -> None:
    async with database.read() as session:
        found = await overview.read(session, content, person, at=clock.now())
    await client.views_publish(user_id=person.user_id, view=blocks.home(say, content, found))


@listener
async def help_(
    request: Request, session: AsyncSession, say: Words, content: Content, reply: Reply
) -> None:
    """`/amp help`: what this person can do now; with a word after it, what there is on that."""
    if request.text:
        found = framework.answer(say, content, request.text)
        await reply(found.text, found.blocks)
        return
    told = await overview.read(session, content, request.actor, at=clock.now())
    await reply(say("home-help", who=told.standing), blocks.help_(say, content, told))


@listener
async def show_experiments(
    request: Request, session: AsyncSession, say: Words, content: Content, reply: Reply
) -> None:
    """«Experiments»: what `/amp experiment` says, in a modal."""
    team = await access.allowed(session, request, Right.DECIDE)
    current, past = await experimenting.all_of(session, team)
    shown = experiments.overview(say, content, team, current, past, for_lead=True)
    title = say.plain("home-experiments-title")
    await reply.show(kit.info_modal(say, shown, title=title))


COMMANDS = {"help": help_}
