"""The App Home tab is drawn when somebody opens it, and again after what they do meanwhile."""

import re
import time
from collections.abc import Awaitable, Callable

from slack_bolt.async_app import AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database
from bot.experiments import experimenting
from bot.experiments import overview as experiments
from bot.framework.content import Content
from bot.home import blocks, overview
from bot.home.viewers import RecentViewers
from bot.slack import block_kit as kit
from bot.slack.listening import Reply, listener
from bot.slack.requests import Actor, Body, Event, Request, actor
from bot.teams import access
from bot.vault import Vault
from bot.words import Words

# What changes what Home shows, by the callback_id of a form or the action_id of a button.
CHANGING_FORMS = re.compile(r"^(pulse:ballot|team:save|experiment:(begin|after))$")
CHANGING_BUTTONS = re.compile(r"^(pulse:now|team:end|checklist:tick|experiment:(keep|drop|end))")


def register(app: AsyncApp) -> None:
    app.event("app_home_opened")(opened)
    app.action(re.compile(r"^home:experiments:"))(show_experiments)
    app.use(redrawing(RecentViewers()))


def redrawing(viewers: RecentViewers) -> Callable[..., Awaitable[None]]:
    """A middleware that has the tab drawn again after what somebody does who looks at it."""

    async def redraw_after_changes(
        body: Body,
        context: AsyncBoltContext,
        client: AsyncWebClient,
        next: Callable[[], Awaitable[None]],
    ) -> None:
        context["viewers"] = viewers
        if _changes_home(body) and viewers.has(person := actor(body), at=time.monotonic()):

            async def draw_again() -> None:
                # The person's language is in the context by the time that the listener is through.
                words = context["say"], context["content"]
                await _draw(client, context["database"], context["vault"], *words, person)

            context["afterwards"] = draw_again
        await next()

    return redraw_after_changes


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
    vault: Vault,
    viewers: RecentViewers,
) -> None:
    """Draw the tab for whoever opened it."""
    if event.body.get("tab", "home") != "home":
        return
    person = Actor(event.workspace_id, event.body["user"])
    viewers.remember(person, at=time.monotonic())
    await _draw(client, database, vault, say, content, person)


async def _draw(
    client: AsyncWebClient,
    database: Database,
    vault: Vault,
    say: Words,
    content: Content,
    person: Actor,
) -> None:
    async with database.read() as session:
        found = await overview.read(session, vault, content, person, at=clock.now())
    await client.views_publish(user_id=person.user_id, view=blocks.home(say, content, found))


@listener
async def show_experiments(
    request: Request, session: AsyncSession, say: Words, content: Content, reply: Reply
) -> None:
    """«Experiments»: what `/amp experiment` says, in a modal."""
    team = await access.led(session, request)
    current, past = await experimenting.all_of(session, team)
    shown = experiments.overview(say, content, team, current, past, for_lead=True)
    title = say.plain("home-experiments-title")
    await reply.show(kit.info_modal(say, shown, title=title))
