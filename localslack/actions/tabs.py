"""Opening an app's Home tab, and DMs."""

from __future__ import annotations

import time
from typing import Any

from localslack.actions.interactions import Actor
from localslack.delivery.events import Events
from localslack.delivery.sending import Delivery
from localslack.errors import Impossible
from localslack.world.apps import App
from localslack.world.channels import Channel
from localslack.world.people import User
from localslack.world.views import View
from localslack.world.world import World

OPENED = "app_home_opened"


class Tabs:
    """Tells apps that a person looks at them."""

    def __init__(self, world: World, events: Events, delivery: Delivery) -> None:
        self._world = world
        self._events = events
        self._delivery = delivery

    async def open_home(self, actor: Actor, app: App) -> View | None:
        """Open an app's Home tab; answers what it shows once the app has had its say."""
        before = self._home(actor, app)
        since = self._world.feed.count
        self._tell(actor, app, "home", {"view": before.as_json()} if before else {})
        if OPENED in app.events and self._delivery.reaches(app):
            await self._published(actor, app, before.hash if before else None, since)
        return self._home(actor, app)

    def open_dm(self, actor: Actor, other: User) -> Channel:
        """Open the DM with somebody; an app hears that its messages tab was opened."""
        channel = self._world.im(actor.workspace, actor.person.id, other.id)
        found = self._world.app_of_bot(other.id, actor.workspace.id)
        if found is not None:
            self._tell(actor, found[0], "messages", {})
        return channel

    def _home(self, actor: Actor, app: App) -> View | None:
        return self._world.views.home(app.app_id, actor.workspace.id, actor.person.id)

    def _tell(self, actor: Actor, app: App, tab: str, more: dict[str, Any]) -> None:
        installation = app.installed_in(actor.workspace.id)
        if installation is None:
            raise Impossible(f"{app.name} isn't installed here.", status=404)
        dm = self._world.im(actor.workspace, installation.bot_user_id, actor.person.id)
        event = {"type": OPENED, "user": actor.person.id, "channel": dm.id, "tab": tab, **more}
        self._events.tell(actor.workspace.id, event, only=app)

    async def _published(self, actor: Actor, app: App, hash_: str | None, since: int) -> None:
        """Wait a moment for the Home that an app publishes when it is opened."""
        until = time.monotonic() + self._world.limits.home_seconds
        while (left := until - time.monotonic()) > 0:
            home = self._home(actor, app)
            if home is not None and home.hash != hash_:
                return
            since = await self._world.feed.wait(since, left)
