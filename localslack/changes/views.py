"""Showing modals and Homes to people, and telling their pages."""

from __future__ import annotations

from typing import Any

from localslack.world.views import View
from localslack.world.world import World


class Showing:
    """The one way to a person's modals and Home tabs."""

    def __init__(self, world: World) -> None:
        self._world = world

    def open(self, view: View, body: dict[str, Any]) -> None:
        """Show a modal; whatever lay there goes away."""
        for gone in self._world.views.open(view, body, self._world.clock.now()):
            self._tell("view_closed", gone, {"view_id": gone.id})
        self._tell("view_opened", view, {"view": view.as_json()})

    def push(self, view: View, body: dict[str, Any]) -> None:
        """Lay a modal on the others."""
        self._world.views.push(view, body, self._world.clock.now())
        self._tell("view_opened", view, {"view": view.as_json()})

    def update(self, view: View, body: dict[str, Any], *, hash_: str | None = None) -> None:
        """Show something else in a modal or a Home."""
        self._world.views.update(view, body, self._world.clock.now(), hash_=hash_)
        self._told(view)

    def publish(self, view: View, body: dict[str, Any], *, hash_: str | None) -> View:
        """Show a Home; answers the view that is shown now."""
        shown = self._world.views.publish(view, body, self._world.clock.now(), hash_=hash_)
        self._told(shown)
        return shown

    def pop(self, view: View) -> View | None:
        """Close one modal; answers the one below, which the person sees then."""
        below = self._world.views.pop(view)
        self._tell("view_closed", view, {"view_id": view.id})
        return below

    def clear(self, view: View) -> None:
        """Close the whole stack that a modal is in."""
        for gone in self._world.views.close(view.team_id, view.user_id):
            self._tell("view_closed", gone, {"view_id": gone.id})

    def _told(self, view: View) -> None:
        if view.kind == "home":
            self._tell("home", view, {"app_id": view.app_id, "view": view.as_json()})
        else:
            self._tell("view_updated", view, {"view": view.as_json()})

    def _tell(self, kind: str, view: View, data: dict[str, Any]) -> None:
        viewer = view.user_id
        self._world.feed.tell(
            kind, data, audience=lambda user_id: user_id == viewer, workspace=view.team_id
        )
