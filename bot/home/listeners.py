"""The App Home tab is drawn when somebody opens it, and again after what they do meanwhile."""

import re
import time
from collections.abc import Awaitable, Callable

from slack_bolt.async_app import AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from bot import clock
from bot.db import Database
from bot.experiments import blocks as experiments
from bot.experiments import experimenting
from bot.framework.content import Content
from bot.home import blocks, standing
from bot.home.looking import Looking
from bot.slack import block_kit as kit
from bot.slack import windows
from bot.slack.listening import listener
from bot.slack.requests import Actor, Body, Click, Event, actor
from bot.teams import access
from bot.vault import Vault
from bot.words import Words

CHANGES = re.compile(r"^(pulse:ballot|team:save|experiment:(begin|after))$")
CLICKS = re.compile(r"^(pulse:now|team:end|checklist:tick|experiment:(keep|drop|end))")


def register(app: AsyncApp) -> None:
    app.event("app_home_opened")(opened)
    app.action(re.compile(r"^home:experiments:"))(show_experiments)
    app.use(watcher(Looking()))


def watcher(looking: Looking) -> Callable[..., Awaitable[None]]:
    """A middleware that has the tab drawn again after what somebody does who looks at it."""

    async def watch(
        body: Body,
        context: AsyncBoltContext,
        client: AsyncWebClient,
        next: Callable[[], Awaitable[None]],
    ) -> None:
        context["looking"] = looking
        if _changes_home(body) and looking.is_there(who := actor(body), at=time.monotonic()):

            async def draw_again() -> None:
                found = context["database"], context["vault"], context["say"], context["content"]
                await _draw(client, *found, who)

            context["afterwards"] = draw_again
        await next()

    return watch


@listener
async def opened(
    event: Event,
    client: AsyncWebClient,
    database: Database,
    vault: Vault,
    say: Words,
    content: Content,
    looking: Looking,
) -> None:
    """Draw the tab for whoever opened it."""
    if event.body.get("tab", "home") != "home":
        return
    who = Actor(event.workspace_id, event.body["user"])
    looking.remember(who, at=time.monotonic())
    await _draw(client, database, vault, say, content, who)


async def _draw(
    client: AsyncWebClient,
    database: Database,
    vault: Vault,
    say: Words,
    content: Content,
    who: Actor,
) -> None:
    async with database.begin() as session:
        told = await standing.of(session, vault, content, who, at=clock.now())
    await client.views_publish(user_id=who.user_id, view=blocks.home(say, content, told))


def _changes_home(body: Body) -> bool:
    if body.get("type") == "view_submission":
        return bool(CHANGES.match(body["view"].get("callback_id", "")))
    if body.get("type") == "block_actions":
        return bool(CLICKS.match(body["actions"][0]["action_id"]))
    return False


@listener
async def show_experiments(
    click: Click, client: AsyncWebClient, database: Database, content: Content
) -> None:
    """«Experiments»: what `/amp experiment` says, in a window."""
    async with database.read() as session:
        team = await access.led_with_id(session, click.actor, int(click.value))
        running = await experimenting.running(session, team)
        current = await experimenting.standing(session, running) if running else None
        past = await experimenting.history(session, team)
    shown = experiments.overview(content, team, current, past, for_lead=True)
    await windows.show(client, click, kit.window("Experiments", shown))
