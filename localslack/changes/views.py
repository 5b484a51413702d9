"""Showing modals and Homes to people, and telling their pages."""

from typing import Any

from localslack.world.views import View
from localslack.world.world import World


def open_modal(world: World, view: View, body: dict[str, Any]) -> None:
    """Show a modal; whatever lay there goes away."""
    for gone in world.views.open(view, body, world.clock.now()):
        _tell(world, "view_closed", gone, {"view_id": gone.id})
    _tell(world, "view_opened", view, {"view": view.as_json()})


def push_modal(world: World, view: View, body: dict[str, Any]) -> None:
    """Lay a modal on the others."""
    world.views.push(view, body, world.clock.now())
    _tell(world, "view_opened", view, {"view": view.as_json()})


def update(world: World, view: View, body: dict[str, Any], *, hash_: str | None = None) -> None:
    """Show something else in a modal or a Home."""
    world.views.update(view, body, world.clock.now(), hash_=hash_)
    _told(world, view)


def publish_home(world: World, view: View, body: dict[str, Any], *, hash_: str | None) -> View:
    """Show a Home; answers the view that is shown now."""
    shown = world.views.publish(view, body, world.clock.now(), hash_=hash_)
    _told(world, shown)
    return shown


def close_top(world: World, view: View) -> View | None:
    """Close one modal; answers the one below, which the person sees then."""
    below = world.views.pop(view)
    _tell(world, "view_closed", view, {"view_id": view.id})
    return below


def close_all(world: World, view: View) -> None:
    """Close the whole stack that a modal is in."""
    for gone in world.views.close(view.team_id, view.user_id):
        _tell(world, "view_closed", gone, {"view_id": gone.id})


def _told(world: World, view: View) -> None:
    if view.kind == "home":
        _tell(world, "home", view, {"app_id": view.app_id, "view": view.as_json()})
    else:
        _tell(world, "view_updated", view, {"view": view.as_json()})


def _tell(world: World, kind: str, view: View, data: dict[str, Any]) -> None:
    viewer = view.user_id
    world.feed.tell(kind, data, audience=lambda user_id: user_id == viewer, workspace=view.team_id)
