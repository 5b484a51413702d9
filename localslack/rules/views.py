"""Modals and the Home tab.

Facts: docs.slack.dev/reference/views.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from localslack.rules import across, problems
from localslack.rules.blocks import LISTS
from localslack.rules.objects import plain
from localslack.rules.problems import Problem
from localslack.rules.schema import Flag, Node, Obj, Problems, Str, Surface

VIEW_BYTES = 250_000
"""A view's JSON may be this long in UTF-8, after that `view_too_large`."""

_ANY: dict[str, Node] = {
    "private_metadata": Str(3000),
    "callback_id": Str(255),
    "external_id": Str(255),
}
_MODAL = Obj(
    needs={"title": plain(24), "blocks": LISTS["modal"], "type": Str(choices=("modal",))},
    may={
        "submit": plain(24),
        "close": plain(24),
        "clear_on_close": Flag(),
        "notify_on_close": Flag(),
        **_ANY,
    },
)
_HOME = Obj(needs={"blocks": LISTS["home"], "type": Str(choices=("home",))}, may=_ANY)


def validate_view(view: Any) -> list[Problem]:
    """Say what Slack would refuse in the `view` of `views.open`, `push`, `update` or `publish`.

    A view without a type, or of an unknown one, is looked at as a modal.
    """
    is_home = isinstance(view, dict) and view.get("type") == "home"
    on: Surface = "home" if is_home else "modal"
    known = _HOME if is_home else _MODAL
    if _bytes(view) > VIEW_BYTES:
        return [Problem("view_too_large", "/view", error="view_too_large")]
    if misshapen := list(known.shape(view, "/view", on)):
        return [problems.no_schema_matches("/view"), *misshapen]
    return [
        *known.sense(view, "/view", on),
        *across.check(view["blocks"], "/view/blocks", on),
        *_submit_with_input(view),
    ]


def _submit_with_input(view: Mapping[str, Any]) -> Problems:
    inputs = _inputs(view["blocks"])
    if view["type"] == "modal" and "submit" not in view and inputs:
        message = "must define `submit` to use an `input` block in modals"
        yield Problem(message, f"/view/blocks/{inputs[0]}/input")


def _inputs(blocks: Sequence[Mapping[str, Any]]) -> list[int]:
    return [n for n, block in enumerate(blocks) if block["type"] == "input"]


def _bytes(view: Any) -> int:
    written = json.dumps(view, ensure_ascii=False, separators=(",", ":"))
    return len(written.encode(errors="surrogatepass"))
