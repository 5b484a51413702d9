"""What every act of a person shares: who acts, the payload's frame, the send, the failure shown."""

from typing import Any

from localslack.delivery import sending
from localslack.delivery.http import Outcome
from localslack.errors import Impossible
from localslack.world import blocks as block_kit
from localslack.world.apps import App, Installation
from localslack.world.channels import Channel
from localslack.world.triggers import ResponseUrl, Trigger
from localslack.world.views import View
from localslack.world.workspaces import Actor
from localslack.world.world import World

Result = dict[str, Any]


def payload(kind: str, actor: Actor, app: App) -> dict[str, Any]:
    """The frame of an interaction's payload: person, workspace, app."""
    workspace, person = actor.workspace, actor.person
    installation = app.installed_in(workspace.id)
    is_org = installation is not None and installation.is_org
    enterprise = None
    if workspace.enterprise_id:
        enterprise = {"id": workspace.enterprise_id, "name": workspace.enterprise_name}
    named = {"id": person.id, "username": person.name, "name": person.name}
    return {
        "type": kind,
        "user": {**named, "team_id": workspace.id},
        "api_app_id": app.app_id,
        "token": app.verification_token,
        "team": None if is_org else {"id": workspace.id, "domain": workspace.domain},
        "enterprise": enterprise,
        "is_enterprise_install": is_org,
    }


def trigger(world: World, actor: Actor, app: App, view: View | None = None) -> Trigger:
    """A new trigger; with *view* it comes from that modal, and can push on it."""
    return world.triggers.issue(
        app_id=app.app_id,
        team_id=actor.workspace.id,
        user_id=actor.person.id,
        at=world.clock.now(),
        view_id=view.id if view is not None and view.kind == "modal" else None,
    )


def response_url(
    world: World, family: str, actor: Actor, app: App, channel: Channel, **message: Any
) -> str:
    """The whole address of a new response_url; *message* says which message it changes."""
    url: ResponseUrl = world.triggers.response_url(
        family,
        app_id=app.app_id,
        team_id=actor.workspace.id,
        user_id=actor.person.id,
        channel_id=channel.id,
        at=world.clock.now(),
        **message,
    )
    return world.base_url + url.path


async def send(world: World, actor: Actor, app: App, payload: dict[str, Any], what: str) -> Outcome:
    """Send an interaction; when it fails, the person reads *what* did, and why.

    What a workflow step has posted is answered without the setting, too: in the manifest of
    Slack's own first sample of a step it isn't there.
    """
    if not app.manifest.settings.interactivity.is_enabled and "function_data" not in payload:
        sentence = f"{app.name} is not configured to handle interactive responses."
        notice(world, actor, sentence)
        return Outcome("http_error", status=0)
    outcome = await sending.interaction(world, app, payload)
    if not outcome.ok:
        failed(world, actor, what, outcome)
    return outcome


def owner(world: World, actor: Actor, app_id: str | None) -> tuple[App, Installation]:
    """The app that wrote something; raises Impossible once it isn't installed any more."""
    app = world.apps.get(app_id or "")
    installation = app.installed_in(actor.workspace.id) if app else None
    if app is None or installation is None:
        raise Impossible("The app that wrote this isn't installed here.", status=409)
    return app, installation


def failed(world: World, actor: Actor, what: str, outcome: Outcome) -> None:
    """Show a failure as Slack words it."""
    notice(world, actor, f'{what} with the error "{outcome.error}"')


def notice(world: World, actor: Actor, sentence: str) -> None:
    """Show a sentence to one person."""
    viewer = actor.person.id
    world.feed.tell(
        "notice",
        {"level": "error", "text": sentence},
        audience=lambda user_id: user_id == viewer,
        workspace=actor.workspace.id,
    )


def answered(outcome: Outcome) -> Result:
    """An outcome as the control interface answers it."""
    return {"ok": True} if outcome.ok else {"ok": False, "error": outcome.error}


def element_of(
    blocks: list[dict[str, Any]], block_id: str, action_id: str
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The block and element of these ids; raises Impossible when they aren't there (any more)."""
    found = block_kit.find(blocks, block_id, action_id)
    if found is None:
        raise Impossible("There is no such button or input here (any more).", status=404)
    return found
