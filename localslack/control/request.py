"""A request to the control interface, and what its words mean in a world."""

import math
from dataclasses import dataclass
from typing import Any

from localslack.actions.clicks import Click
from localslack.errors import Impossible
from localslack.world.apps import App
from localslack.world.blocks import State
from localslack.world.channels import Channel
from localslack.world.messages import Message
from localslack.world.people import User
from localslack.world.views import View
from localslack.world.workspaces import Actor, Workspace
from localslack.world.world import World

Answer = dict[str, Any]
CONVERSATIONS = ("selected_conversation", "selected_conversations")


@dataclass
class Request:
    """One request to the control interface, and what its words mean in this world."""

    world: World
    body: dict[str, Any]

    def text(self, name: str) -> str:
        """A word that has to be there; raises Impossible when it isn't."""
        value = self.body.get(name)
        if not isinstance(value, str) or not value:
            raise Impossible(f"Say the {name}.")
        return value

    def number(self, name: str, default: int) -> int:
        """A whole number of 0 or more, or its default."""
        value = self.body.get(name, default)
        try:
            number = int(value)
        except (TypeError, ValueError):
            number = -1
        if number < 0:
            raise Impossible(f"{name} should be a whole number.")
        return number

    def seconds(self, name: str, default: float) -> float:
        """Seconds of 0 or more, or their default."""
        try:
            seconds = float(self.body.get(name, default))
        except (TypeError, ValueError):
            seconds = math.nan
        if not 0 <= seconds < math.inf:
            raise Impossible(f"{name} should be a number of seconds.")
        return seconds

    def flag(self, name: str, default: bool) -> bool:
        """True or false, or its default; raises Impossible for anything else."""
        value = self.body.get(name, default)
        if not isinstance(value, bool):
            raise Impossible(f"{name} should be true or false.")
        return value

    @property
    def settings(self) -> dict[str, Any]:
        """What is to be set: the body without who asks, and where."""
        return {name: value for name, value in self.body.items() if name not in {"as", "ws"}}

    @property
    def workspace(self) -> Workspace:
        """The workspace that `ws` names; else where `as` is known, else the only one."""
        ws = self.body.get("ws")
        if ws is None and len(self.world.workspaces) > 1 and "as" in self.body:
            found = (w for w in self.world.workspaces.values() if w.user(str(self.body["as"])))
            workspace = next(found, None)
            if workspace is not None:
                return workspace
        return self.world.workspace(ws)

    @property
    def person(self) -> User:
        """The human who acts."""
        user = self.named(self.text("as"))
        if not user.is_person:
            raise Impossible(f"{user.name} can't act here.", status=403)
        return user

    @property
    def somebody(self) -> User:
        """The human who acts, or when nobody is named, the workspace's first."""
        if "as" in self.body:
            return self.person
        first = next((u for u in self.workspace.users.values() if u.is_person), None)
        if first is None:
            raise Impossible("Nobody is in this workspace.", status=404)
        return first

    def guest_of(self, workspace: Workspace) -> User | None:
        """Who acts in a workspace: whom its id names, else who `as` calls, else the first."""
        names = [str(self.body.get(name, "")) for name in (workspace.id, "as")]
        known = (workspace.user(name) for name in names if name)
        everybody = (*known, *workspace.users.values())
        return next((user for user in everybody if user and user.is_person), None)

    @property
    def actor(self) -> Actor:
        """The human who acts, in their workspace."""
        return Actor(self.workspace, self.person)

    def click(self) -> Click:
        """What was clicked; for an external select's options the value is what was typed."""
        value = self.body.get("value")
        return Click(
            self.text("block_id"),
            self.text("action_id"),
            None if isinstance(value, str) else self._entry(as_object(value, "value")),
            self.state("state"),
        )

    def named(self, name: str) -> User:
        """Somebody by id or handle."""
        user = self.workspace.user(name)
        if user is None:
            raise Impossible(f"There is nobody called {name} here.", status=404)
        return user

    def words(self, name: str) -> list[str]:
        """A list of words, empty when there is none; raises Impossible for anything else."""
        value = self.body.get(name) or []
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise Impossible(f"{name} should be a list of words.")
        return value

    def everybody(self, name: str) -> list[User]:
        """The people that a list names."""
        return [self.named(word) for word in self.words(name)]

    def channel(self, name: str | None = None) -> Channel:
        """The conversation that `channel` (or *name*) names."""
        name = name or self.text("channel")
        channel = self.workspace.channel(name)
        if channel is None or channel.is_deleted:
            raise Impossible(f"There is no channel {name} here.", status=404)
        return channel

    def open_channel(self) -> Channel:
        """A conversation that the person can open."""
        channel = self.channel()
        if not channel.open_to(self.person):
            raise Impossible(f"{self.person.name} can't see this channel.", status=403)
        return channel

    def state(self, name: str) -> State:
        """What stands in inputs, `{block_id: {action_id: entry}}`; empty when nothing is given."""
        value = as_object(self.body.get(name), name) or {}
        blocks = [as_object(block, name) or {} for block in value.values()]
        for entry in (entry for block in blocks for entry in block.values()):
            as_object(entry, name)
        return {
            block: {action: self._entry(entry) for action, entry in (entries or {}).items()}
            for block, entries in value.items()
        }

    def _entry(self, entry: dict[str, Any] | None) -> Any:
        """An input's entry; who was chosen as a conversation is the DM with them from here on."""
        chosen = {name: entry[name] for name in CONVERSATIONS if name in entry} if entry else {}
        for name, ids in chosen.items():
            several = isinstance(ids, list)
            chosen[name] = [self._dm(one) for one in ids] if several else self._dm(ids)
        return entry | chosen if entry else entry

    def _dm(self, chosen: Any) -> Any:
        user = self.workspace.users.get(chosen) if isinstance(chosen, str) else None
        return self.world.im(self.workspace, self.person.id, user.id).id if user else chosen

    def object(self, name: str) -> dict[str, Any]:
        """A JSON object, empty when there is none."""
        return as_object(self.body.get(name), name) or {}

    def message(self, where: Any = None) -> tuple[Channel, Message]:
        """A message that the person sees, an ephemeral one too."""
        where = where if isinstance(where, dict) else self.body
        channel = self.channel(str(where.get("channel", "")))
        ts = str(where.get("ts", ""))
        if not channel.open_to(self.person):
            raise Impossible(f"{self.person.name} can't see this channel.", status=403)
        found = channel.messages.get(ts) or channel.messages.ephemeral(self.person.id, ts)
        if found is None:
            raise Impossible("There is no such message (any more).", status=404)
        return channel, found

    def view(self) -> View:
        """The person's own open modal or Home that `view_id` names."""
        view = self.world.views.get(self.text("view_id"))
        if view is None or view.user_id != self.person.id:
            raise Impossible("There is no such modal (any more).", status=404)
        return view

    def app(self) -> App:
        """The app that `app_id` names, or the first one."""
        app_id = self.body.get("app_id")
        if app_id is None:
            return self.world.first_app
        app = self.world.apps.get(str(app_id))
        if app is None:
            raise Impossible(f"There is no app {app_id}.", status=404)
        return app


def as_object(value: Any, name: str) -> dict[str, Any] | None:
    """A JSON object or nothing; raises Impossible for anything else."""
    if value is None or isinstance(value, dict):
        return value
    raise Impossible(f"{name} should be an object.")
