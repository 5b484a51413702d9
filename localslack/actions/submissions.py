"""Modals that are submitted and closed, and what the app's answer does to them."""

from typing import Any

from localslack.actions import inputs, interactions
from localslack.actions.interactions import Result, answered
from localslack.changes import answers, views
from localslack.errors import Impossible, Refused
from localslack.world import blocks as block_kit
from localslack.world.apps import App
from localslack.world.views import View
from localslack.world.workspaces import Actor
from localslack.world.world import World


async def submit(world: World, actor: Actor, view: View, values: block_kit.State) -> Result:
    """Press a modal's submit button: the client's own checks first, then the app's."""
    stack = _stack(world, actor)
    if not stack or stack[-1] is not view:
        raise Impossible("This modal isn't on top any more.", status=409)
    if view.is_submitting:
        raise Impossible("This modal is being submitted already.", status=409)
    app, _ = interactions.owner(world, actor, view.app_id)
    new = inputs.checked_state(view.blocks, values)
    view.state = block_kit.state_of(view.blocks, block_kit.merged(view.state, new))
    errors = inputs.complaints(view.blocks, view.state)
    if errors:
        return {"ok": False, "errors": errors}
    payload = interactions.payload("view_submission", actor, app)
    payload["trigger_id"] = interactions.trigger(world, actor, app, view).id
    payload |= {"view": view.as_json(), "response_urls": _urls(world, actor, app, view)}
    view.is_submitting = True
    try:
        outcome = await interactions.send(world, actor, app, payload, "Submitting failed")
    finally:
        view.is_submitting = False
    return _follow(world, actor, view, outcome.body) if outcome.ok else answered(outcome)


async def close(world: World, actor: Actor, view: View, *, clear: bool) -> Result:
    """Press Cancel (one modal) or the X (all of them); view_closed goes out where asked for."""
    stack = list(_stack(world, actor))
    if view not in stack:
        raise Impossible("This modal is closed already.", status=409)
    app, _ = interactions.owner(world, actor, view.app_id)
    told = stack[0] if clear else view
    if clear:
        views.close_all(world, view)
    else:
        views.close_top(world, view)
    if not told.body.get("notify_on_close"):
        return {"ok": True}
    payload = interactions.payload("view_closed", actor, app)
    payload |= {"view": _without_inputs(told), "is_cleared": clear}
    return answered(await interactions.send(world, actor, app, payload, "Closing failed"))


def _stack(world: World, actor: Actor) -> list[View]:
    return world.views.stack(actor.workspace.id, actor.person.id)


def _follow(world: World, actor: Actor, view: View, body: Any) -> Result:
    """Do what the app's answer to a submission says."""
    answer = answers.as_dict(body)
    match answer.get("response_action"):
        case "errors":
            return _complain(world, actor, view, answer)
        case "update" | "push" as action:
            return _show(world, actor, view, action, answer.get("view"))
        case "clear":
            if view in _stack(world, actor):
                views.close_all(world, view)
            return {"ok": True, "response_action": "clear"}
    # What the app has pushed meanwhile lies on top, and Slack closes that one.
    stack = _stack(world, actor)
    if view in stack:
        views.close_top(world, stack[-1])
    return {"ok": True}


def _complain(world: World, actor: Actor, view: View, answer: dict[str, Any]) -> Result:
    errors = answers.input_errors(answer, view)
    if errors:
        return {"ok": False, "response_action": "errors", "errors": errors}
    interactions.notice(world, actor, "The app's errors name no input of this modal.")
    return {"ok": False, "response_action": "errors", "error": "dispatch_unknown_error"}


def _show(world: World, actor: Actor, view: View, action: str, body: Any) -> Result:
    try:
        shown = answers.view_of(world, body)
        if view not in _stack(world, actor):  # the person has closed it while the app thought
            return {"ok": True, "response_action": action}
        if action == "push":
            views.push_modal(world, answers.next_view(world, view), shown)
        else:
            views.update(world, view, shown)
    except Refused as refusal:
        interactions.notice(world, actor, answers.sentence("The app's view", refusal))
        return {"ok": False, "response_action": action, "error": "dispatch_unknown_error"}
    return {"ok": True, "response_action": action}


def _urls(world: World, actor: Actor, app: App, view: View) -> list[dict[str, Any]]:
    """A response_url for each chosen conversation that asked for one."""
    found = []
    for block in view.blocks:
        element = block.get("element") or {}
        if element.get("response_url_enabled"):
            block_id, action_id = block["block_id"], element["action_id"]
            entry = view.state.get(block_id, {}).get(action_id, {})
            chosen = block_kit.chosen(element, entry)
            channel = actor.workspace.channels.get(str(chosen))
            if channel is not None:
                url = interactions.response_url(world, "app", actor, app, channel)
                ids = {"block_id": block_id, "action_id": action_id}
                found.append({**ids, "channel_id": channel.id, "response_url": url})
    return found


def _without_inputs(view: View) -> dict[str, Any]:
    """A closed view's JSON: its state leaves input blocks out, as in Slack."""
    asked = {block["block_id"] for block in view.blocks if block.get("type") == "input"}
    values = {name: entry for name, entry in view.state.items() if name not in asked}
    return {**view.as_json(), "state": {"values": values}}
