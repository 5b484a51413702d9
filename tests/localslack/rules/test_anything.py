"""Whatever is sent, there is an answer: nothing raises, and every pointer leads somewhere."""

import copy
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from localslack.rules import Problem, validate_message, validate_view
from tests.localslack.rules.kitchen_sink import HOME, MESSAGES, MODAL
from tests.localslack.rules.said import Json

Place = tuple[str | int, ...]

ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(10**400, 10**401)
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["\ud800", "modal", "home", "section", "table", "plain_text", "rich_text"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["type", "text", "blocks", "elements", "rows", "chart", "title"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


def _places(value: Any, here: Place = ()) -> Iterator[Place]:
    yield here
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _places(inner, (*here, name))
    elif isinstance(value, list):
        for n, inner in enumerate(value):
            yield from _places(inner, (*here, n))


def _put(payload: Json, place: Place, value: Any) -> Json:
    changed = copy.deepcopy(payload)
    holder: Any = changed
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = value
    return changed


def _leads_somewhere(problem: Problem, payload: Any) -> bool:
    for step in problem.pointer.split("/")[1:]:
        if isinstance(payload, list):
            payload = payload[int(step)]
        elif isinstance(payload, dict) and step in payload:
            payload = payload[step]
        else:
            # Slack names an input block that lacks a submit button by its type.
            return step in ("type", "input")
    return True


SINK = [
    *((name, message) for name, message in MESSAGES.items()),
    ("modal", {"view": MODAL}),
    ("home", {"view": HOME}),
]
PLACES = [
    (payload, place)
    for _, payload in SINK
    for place in _places(payload)
    if len(place) > ("view" in payload)
]


def _check(payload: Json) -> list[Problem]:
    return validate_view(payload["view"]) if "view" in payload else validate_message(payload)


@settings(max_examples=1000, deadline=None)
@given(at=st.sampled_from(PLACES), value=ANYTHING)
def test_any_json_at_any_place_is_answered_with_pointers_into_the_payload(
    at: tuple[Json, Place], value: Any
) -> None:
    """A valid payload with one value replaced is taken or refused, where the trouble is."""
    payload = _put(*at, value)

    assert all(_leads_somewhere(problem, payload) for problem in _check(payload))


@settings(max_examples=300, deadline=None)
@given(ANYTHING)
def test_any_json_is_a_view_or_is_refused(value: Any) -> None:
    """Nothing raises."""
    assert isinstance(validate_view(value), list)


@settings(max_examples=300, deadline=None)
@given(
    st.fixed_dictionaries(
        {},
        optional={
            "text": ANYTHING,
            "blocks": ANYTHING,
            "attachments": ANYTHING,
            "markdown_text": ANYTHING,
            "metadata": ANYTHING,
        },
    )
)
def test_any_arguments_are_a_message_or_are_refused(payload: Json) -> None:
    """Nothing raises."""
    assert isinstance(validate_message(payload), list)
