"""Clicks and choices: in messages, in modals, in Home; and selects that ask the app."""

from dataclasses import dataclass
from typing import Any

from localslack.actions import inputs, interactions
from localslack.actions.interactions import Result, answered, element_of
from localslack.changes import answers, steps
from localslack.world import blocks as block_kit
from localslack.world import told
from localslack.world.apps import App
from localslack.world.channels import Channel
from localslack.world.messages import Message
from localslack.world.views import View
from localslack.world.workspaces import Actor
from localslack.world.world import World

FAILED = "This didn't work"


@dataclass(frozen=True)
class Click:
    """What was clicked: an element's ids, its new value, and what else was put in by then."""

    block_id: str
    action_id: str
    value: dict[str, Any] | None
    state: block_kit.State


async def in_message(
    world: World, actor: Actor, channel: Channel, message: Message, click: Click
) -> Result:
    """Press a button or choose something in a message."""
    app, _ = interactions.owner(world, actor, message.app_id)
    blocks = message.all_blocks()
    _, element = element_of(blocks, click.block_id, click.action_id)
    key = (channel.id, message.ts, actor.person.id)
    state = _new_state(blocks, world.entries.get(key, {}), element, click)
    if state:
        world.entries[key] = state
    payload = interactions.payload("block_actions", actor, app)
    payload |= _place(world, actor, channel, message, app)
    payload |= {"state": {"values": state}, "actions": [_action(world, element, click)]}
    payload |= _step(world, message)
    return answered(await interactions.send(world, actor, app, payload, FAILED))


async def in_view(world: World, actor: Actor, view: View, click: Click) -> Result:
    """Press a button or choose something in a modal or a Home."""
    app, _ = interactions.owner(world, actor, view.app_id)
    block, element = element_of(view.blocks, click.block_id, click.action_id)
    view.state = _new_state(view.blocks, view.state, element, click)
    # An input block speaks up only where it was asked to.
    if block.get("type") == "input" and not block.get("dispatch_action"):
        return {"ok": True}
    payload = interactions.payload("block_actions", actor, app)
    payload |= {"container": {"type": "view", "view_id": view.id}, "view": view.as_json()}
    payload["trigger_id"] = interactions.trigger(world, actor, app, view).id
    payload["actions"] = [_action(world, element, click)]
    return answered(await interactions.send(world, actor, app, payload, FAILED))


async def options_in_message(
    world: World, actor: Actor, channel: Channel, message: Message, click: Click, typed: str
) -> Result:
    """Ask for the options of an external select in a message."""
    container = {"type": "message", "message_ts": message.ts, "channel_id": channel.id}
    place = {"channel": {"id": channel.id, "name": channel.label}, "container": container}
    return await _options(world, actor, message.app_id, message.all_blocks(), place, click, typed)


async def options_in_view(
    world: World, actor: Actor, view: View, click: Click, typed: str
) -> Result:
    """Ask for the options of an external select in a view."""
    place = {"container": {"type": "view", "view_id": view.id}, "view": view.as_json()}
    return await _options(world, actor, view.app_id, view.blocks, place, click, typed)


async def _options(
    world: World,
    actor: Actor,
    app_id: str | None,
    blocks: list[dict[str, Any]],
    place: dict[str, Any],
    click: Click,
    typed: str,
) -> Result:
    app, _ = interactions.owner(world, actor, app_id)
    element_of(blocks, click.block_id, click.action_id)
    payload = interactions.payload("block_suggestion", actor, app) | place
    payload |= {"action_id": click.action_id, "block_id": click.block_id, "value": typed}
    outcome = await interactions.send(world, actor, app, payload, FAILED)
    answer = answers.as_dict(outcome.body) if outcome.ok else {}
    return {
        **answered(outcome),
        "options": answer.get("options") or [],
        "option_groups": answer.get("option_groups") or [],
    }


def _place(
    world: World, actor: Actor, channel: Channel, message: Message, app: App
) -> dict[str, Any]:
    ephemeral = message.ephemeral_for is not None
    container: dict[str, Any] = {"type": "message", "message_ts": message.ts}
    container |= {"channel_id": channel.id, "is_ephemeral": ephemeral}
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    url = interactions.response_url(
        world,
        "actions",
        actor,
        app,
        channel,
        message_ts=message.ts,
        is_ephemeral=ephemeral,
        thread_ts=message.thread_ts,
    )
    place: dict[str, Any] = {
        "container": container,
        "channel": {"id": channel.id, "name": channel.label},
        "response_url": url,
        "trigger_id": interactions.trigger(world, actor, app).id,
    }
    return place | ({} if ephemeral else {"message": told.whole(world, message)})


def _step(world: World, message: Message) -> dict[str, Any]:
    """What a click carries in a message that a running step has posted."""
    execution = steps.get(world, message.execution_id or "")
    if execution is None or execution.state != "running":
        return {}
    data = {"function_data": execution.as_data()}
    return data | {"bot_access_token": execution.token.value}


def _action(world: World, element: dict[str, Any], click: Click) -> dict[str, Any]:
    ts = world.clock.ts()
    return inputs.action(element, click.block_id, click.value, action_ts=ts)


def _new_state(
    blocks: list[dict[str, Any]], before: block_kit.State, element: dict[str, Any], click: Click
) -> block_kit.State:
    """`state.values` after a click: what stood there, what was put in since, and the click."""
    entry = inputs.checked_entry(element, click.value)
    given = block_kit.merged(before, inputs.checked_state(blocks, click.state))
    if entry is not None:
        given = block_kit.merged(given, {click.block_id: {click.action_id: entry}})
    return block_kit.state_of(blocks, given)
