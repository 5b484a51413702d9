"""Shortcuts: what an app offers anywhere in Slack, and what it offers on a message."""

from typing import Any

from localslack.actions import interactions
from localslack.actions.interactions import Result, answered
from localslack.errors import Impossible
from localslack.world import told
from localslack.world.apps import App
from localslack.world.channels import Channel
from localslack.world.messages import Message
from localslack.world.workspaces import Actor
from localslack.world.world import World

FAILED = "The shortcut didn't work"


async def run(world: World, actor: Actor, app: App, callback_id: str) -> Result:
    """Use a global shortcut; it says nothing of where the person was."""
    payload = _payload(world, actor, app, "global", callback_id, "shortcut")
    return answered(await interactions.send(world, actor, app, payload, FAILED))


async def run_on(
    world: World, actor: Actor, app: App, callback_id: str, channel: Channel, message: Message
) -> Result:
    """Use a message's shortcut; the app gets the whole message, a member of the channel or not."""
    if message.ephemeral_for is not None:
        raise Impossible("A message that only one person sees has no shortcuts.")
    payload = _payload(world, actor, app, "message", callback_id, "message_action")
    own = message.ts if message.app_id == app.app_id else None
    url = interactions.response_url(
        world, "app", actor, app, channel, message_ts=own, thread_ts=message.thread_ts
    )
    payload |= {
        "message_ts": message.ts,
        "message": told.whole(world, message),
        "channel": {"id": channel.id, "name": channel.label},
        "response_url": url,
    }
    return answered(await interactions.send(world, actor, app, payload, FAILED))


def _payload(
    world: World, actor: Actor, app: App, kind: str, callback_id: str, type_: str
) -> dict[str, Any]:
    """The frame; raises Impossible for what the app doesn't offer here."""
    installation = app.installed_in(actor.workspace.id)
    if installation is None or "commands" not in installation.scopes:
        raise Impossible(f"{app.name} isn't installed here with the scope commands.", status=409)
    offered = {one.callback_id for one in app.manifest.features.shortcuts if one.type == kind}
    if callback_id not in offered:
        raise Impossible(f"{app.name} has no {kind} shortcut {callback_id}.", status=404)
    frame = interactions.payload(type_, actor, app)
    del frame["api_app_id"]  # Slack leaves it out of these two
    trigger = interactions.trigger(world, actor, app)
    return frame | {
        "callback_id": callback_id,
        "trigger_id": trigger.id,
        "action_ts": world.clock.ts(),
    }
