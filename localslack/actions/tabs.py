"""Opening an app's Home tab, and DMs."""

import time
from typing import Any

from localslack.delivery import events, sending
from localslack.errors import Impossible
from localslack.world.apps import App
from localslack.world.channels import Channel
from localslack.world.people import User
from localslack.world.views import View
from localslack.world.workspaces import Actor
from localslack.world.world import World

OPENED = "app_home_opened"


async def open_home(world: World, actor: Actor, app: App) -> View | None:
    """Open an app's Home tab; answers what it shows once the app has had its say."""
    before = _home(world, actor, app)
    since = world.feed.count
    _tell(world, actor, app, "home", {"view": before.as_json()} if before else {})
    if OPENED in app.events and sending.reaches(world, app):
        await _published(world, actor, app, before.hash if before else None, since)
    return _home(world, actor, app)


def open_dm(world: World, actor: Actor, other: User) -> Channel:
    """Open the DM with somebody; an app hears that its messages tab was opened."""
    channel = world.im(actor.workspace, actor.person.id, other.id)
    found = world.app_of_bot(other.id, actor.workspace.id)
    if found is not None:
        _tell(world, actor, found[0], "messages", {})
    return channel


def _home(world: World, actor: Actor, app: App) -> View | None:
    return world.views.home(app.app_id, actor.workspace.id, actor.person.id)


def _tell(world: World, actor: Actor, app: App, tab: str, more: dict[str, Any]) -> None:
    installation = app.installed_in(actor.workspace.id)
    if installation is None:
        raise Impossible(f"{app.name} isn't installed here.", status=404)
    dm = world.im(actor.workspace, installation.bot_user_id, actor.person.id)
    event = {"type": OPENED, "user": actor.person.id, "channel": dm.id, "tab": tab, **more}
    events.tell(world, actor.workspace.id, event, only=app)


async def _published(world: World, actor: Actor, app: App, hash_: str | None, since: int) -> None:
    """Wait a moment for the Home that an app publishes when it is opened."""
    until = time.monotonic() + world.limits.home_seconds
    while (left := until - time.monotonic()) > 0:
        home = _home(world, actor, app)
        if home is not None and home.hash != hash_:
            return
        since = await world.feed.wait(since, left)
