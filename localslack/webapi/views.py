"""views.*: modals that a trigger opens, and Homes that need none."""

from typing import Any

from localslack.changes import checks, views
from localslack.errors import Refused
from localslack.webapi.call import Answer, Call, method
from localslack.world.triggers import Trigger
from localslack.world.views import View, new_hash, new_id


@method("views.open")
def open_(call: Call) -> Answer:
    """Opens a modal for the person whose trigger it is."""
    body = _body(call, "modal")
    trigger = _spend(call)
    view = _new(call, trigger)
    views.open_modal(call.world, view, body)
    return {"view": view.as_json()}


@method("views.push")
def push(call: Call) -> Answer:
    """Lays a modal on the one the trigger came from; three at most."""
    body = _body(call, "modal")
    trigger = _spend(call)
    if trigger.view_id is None or call.world.views.get(trigger.view_id) is None:
        raise Refused("not_found")
    view = _new(call, trigger)
    views.push_modal(call.world, view, body)
    return {"view": view.as_json()}


@method("views.update")
def update(call: Call) -> Answer:
    """Shows something else in an open modal or a Home."""
    view = _find(call)
    body = _body(call, view.kind)
    views.update(call.world, view, body, hash_=call.text("hash"))
    return {"view": view.as_json()}


@method("views.publish")
def publish(call: Call) -> Answer:
    """Shows a person the app's Home tab; any time, without a trigger."""
    if not call.app.manifest.features.app_home.home_tab_enabled:
        raise Refused("not_enabled")
    user_id = call.text("user_id") or ""
    body = _body(call, "home")
    try:
        workspace = call.home_of(user_id)
    except Refused:
        message = "user not found [json-pointer:/user_id]"
        raise Refused("invalid_arguments", messages=[message]) from None
    fresh = _view(call, workspace.id, user_id)
    view = views.publish_home(call.world, fresh, body, hash_=call.text("hash"))
    return {"view": view.as_json()}


def _body(call: Call, kind: str) -> dict[str, Any]:
    body = checks.as_view(call.arguments.get("view"))
    checks.check_view(call.world, body, method=call.method.name)
    if body.get("type") != kind:
        message = f'must be "{kind}" [json-pointer:/view/type]'
        raise Refused("invalid_arguments", messages=[message])
    return body


def _spend(call: Call) -> Trigger:
    trigger_id = call.text("trigger_id") or call.text("interactivity_pointer")
    if not trigger_id:
        raise Refused("invalid_arguments", messages=["missing required field: trigger_id"])
    at, life = call.world.clock.now(), call.world.limits.trigger_seconds
    return call.world.triggers.spend(trigger_id, app_id=call.app.app_id, at=at, life=life)


def _find(call: Call) -> View:
    view_id, external_id = call.text("view_id"), call.text("external_id")
    if not view_id and not external_id:
        raise Refused("invalid_arguments", messages=["missing required field: view_id"])
    view = call.world.views.get(view_id) if view_id else None
    if view is None and external_id:
        for workspace in call.world.workspaces_of(call.installation):
            found = call.world.views.by_external_id(call.app.app_id, workspace.id, external_id)
            view = view or found
    if view is None or view.app_id != call.app.app_id:
        raise Refused("not_found")
    return view


def _new(call: Call, trigger: Trigger) -> View:
    return _view(call, trigger.team_id, trigger.user_id)


def _view(call: Call, team_id: str, user_id: str) -> View:
    installation = call.installation
    return View(
        id=new_id(),
        app_id=call.app.app_id,
        bot_id=installation.bot_id,
        team_id=team_id,
        installed_team_id=installation.team_id,
        user_id=user_id,
        body={"type": "modal", "blocks": []},
        hash=new_hash(call.world.clock.now()),
    )
