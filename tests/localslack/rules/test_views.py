"""Modals and the Home tab as a whole."""

import json

import pytest

from localslack.rules import validate_view
from tests.localslack.rules.said import (
    Json,
    home,
    inquiry,
    modal,
    mrkdwn,
    of_view,
    plain,
    section,
    typing,
)

NO_SCHEMA = "failed to match all allowed schemas [json-pointer:/view]"


def _without(view: Json, name: str) -> Json:
    return {key: value for key, value in view.items() if key != name}


def test_an_input_in_a_modal_needs_a_submit_button() -> None:
    """Nobody could send it."""
    assert of_view(modal(section(), section(), inquiry(typing()))) == [
        "must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/2/input]"
    ]


def test_a_modal_with_inputs_and_a_submit_button_is_taken() -> None:
    """The usual form."""
    assert validate_view(modal(inquiry(typing()), submit=plain("Send"))) == []


def test_a_modal_that_only_tells_needs_no_submit_button() -> None:
    """Sections and actions go without."""
    assert validate_view(modal(section())) == []


def test_an_input_on_the_home_tab_needs_no_submit_button() -> None:
    """There is none: it dispatches its actions."""
    assert validate_view(home(inquiry(typing(), dispatch_action=True))) == []


def test_an_empty_view_lacks_everything() -> None:
    """All three that a modal needs, in the live service's order."""
    assert of_view({}) == [
        NO_SCHEMA,
        "missing required field: title [json-pointer:/view]",
        "missing required field: blocks [json-pointer:/view]",
        "missing required field: type [json-pointer:/view]",
    ]


def test_a_home_tab_needs_no_title() -> None:
    """Blocks are enough, and even those may be none."""
    assert validate_view(home()) == []


@pytest.mark.parametrize("name", ["title", "submit", "close", "clear_on_close", "notify_on_close"])
def test_a_home_tab_has_nothing_of_a_modals_frame(name: str) -> None:
    """It is not opened, sent or closed."""
    view = home() | {name: plain() if name in ("title", "submit", "close") else True}

    assert of_view(view) == [
        NO_SCHEMA,
        f"invalid additional property: {name} [json-pointer:/view]",
    ]


@pytest.mark.parametrize("name", ["id", "hash", "state", "submit_disabled", "team_id"])
def test_what_slack_adds_to_a_view_cannot_be_sent_back(name: str) -> None:
    """A view out of a payload is not a view for a call."""
    assert of_view(modal() | {name: "x"}) == [
        NO_SCHEMA,
        f"invalid additional property: {name} [json-pointer:/view]",
    ]


def test_a_view_of_a_strange_type_is_refused() -> None:
    """Dialogs are gone."""
    assert of_view(modal(type="dialog")) == [
        NO_SCHEMA,
        "must be a valid enum value [json-pointer:/view/type]",
    ]


def test_null_for_submit_is_not_the_same_as_none() -> None:
    """A property is there or it is not."""
    assert of_view(modal(submit=None)) == [
        NO_SCHEMA,
        "must provide an object [json-pointer:/view/submit]",
    ]


def test_a_title_is_plain_text() -> None:
    """mrkdwn has no place in a frame."""
    assert of_view(modal() | {"title": mrkdwn()}) == [
        NO_SCHEMA,
        "must be a valid enum value [json-pointer:/view/title/type]",
    ]


def test_a_views_blocks_are_named_below_it() -> None:
    """The complaint that bots look for before they send a chart as a picture."""
    assert of_view(home(section(), {"type": "data_visualization"})) == [
        NO_SCHEMA,
        "unsupported type: data_visualization [json-pointer:/view/blocks/1/type]",
    ]


def test_a_view_that_is_no_object_is_refused() -> None:
    """A list is not a view."""
    assert of_view([]) == [NO_SCHEMA, "must provide an object [json-pointer:/view]"]  # type: ignore[arg-type]


def _modal_of(size: int) -> Json:
    blocks = [section(text=mrkdwn("x" * 3000)) for _ in range(81)]
    view = modal(*blocks, section(text=mrkdwn("x")))
    spare = size - len(json.dumps(view, separators=(",", ":")))
    blocks.append(section(text=mrkdwn("x" * (1 + spare))))
    return modal(*blocks)


def test_a_view_of_250_kilobytes_is_taken_and_a_byte_more_is_not() -> None:
    """Counted as JSON without blanks, in UTF-8."""
    assert validate_view(_modal_of(250_000)) == []
    (problem,) = validate_view(_modal_of(250_001))
    assert problem.error == "view_too_large"
