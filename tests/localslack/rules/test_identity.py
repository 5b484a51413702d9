"""Ids, focus and response_urls: rules across all blocks of a message or view."""

import pytest

from localslack.rules import Surface, validate_blocks
from tests.localslack.rules.said import (
    Json,
    actions,
    beside,
    button,
    inquiry,
    modal,
    mrkdwn,
    of_view,
    plain,
    said,
    section,
    typing,
)


def _said(*blocks: Json, surface: Surface = "message") -> list[str]:
    return said(validate_blocks(list(blocks), surface))


def _box(*blocks: Json, **more: str) -> Json:
    return {"type": "container", "title": plain(), "child_blocks": list(blocks), **more}


def _card(**more: object) -> Json:
    return {"type": "card", "title": mrkdwn(), **more}


def test_two_blocks_of_one_id_are_refused_at_the_second() -> None:
    """A block_id is unique in its message or view."""
    assert _said(section(block_id="a"), section(block_id="b"), section(block_id="a")) == [
        '`block_id` "a" already exists [json-pointer:/blocks/2/block_id]'
    ]


def test_blocks_without_an_id_do_not_clash() -> None:
    """Slack gives each block an id of its own; an empty one counts as none."""
    assert _said(section(), section(block_id=""), section(block_id="")) == []


def test_a_block_in_a_container_shares_the_messages_ids() -> None:
    """What is nested is still a block of the message."""
    assert _said(section(block_id="a"), _box(section(block_id="a"))) == [
        '`block_id` "a" already exists [json-pointer:/blocks/1/child_blocks/0/block_id]'
    ]


def test_a_card_in_a_carousel_shares_the_messages_ids() -> None:
    """Cards are blocks, too."""
    carousel = {"type": "carousel", "elements": [_card(block_id="a"), _card(block_id="a")]}

    assert _said(carousel) == [
        '`block_id` "a" already exists [json-pointer:/blocks/0/elements/1/block_id]'
    ]


def test_two_elements_of_one_action_id_in_a_block_are_refused_at_the_second() -> None:
    """As seen live, for buttons that all vote."""
    block = actions(button(action_id="vote"), button(action_id="vote"))

    assert _said(section(), block) == [
        '`action_id` "vote" already exists [json-pointer:/blocks/1/elements/1/action_id]'
    ]


def test_an_action_id_may_come_again_in_another_block() -> None:
    """It is unique within its block only."""
    assert _said(actions(button(action_id="a")), beside(button(action_id="a"))) == []


def test_two_buttons_of_one_action_id_on_a_card_are_refused() -> None:
    """A card is a block of its own."""
    card = _card(actions=[button(action_id="a"), button(action_id="a")])

    assert _said(card) == [
        '`action_id` "a" already exists [json-pointer:/blocks/0/actions/1/action_id]'
    ]


def test_cards_of_a_carousel_may_share_an_action_id() -> None:
    """Each card is a block of its own."""
    cards = [_card(actions=[button(action_id="a")]) for _ in range(2)]

    assert _said({"type": "carousel", "elements": cards}) == []


def test_one_element_of_a_view_has_the_focus() -> None:
    """A second one is refused where it asks for it."""
    blocks = [inquiry(typing(focus_on_load=focus)) for focus in (True, False, True)]

    assert of_view(modal(*blocks, submit=plain())) == [
        "only one element can set `focus_on_load` to true"
        " [json-pointer:/view/blocks/2/element/focus_on_load]"
    ]


RESPONDING = {"type": "conversations_select", "response_url_enabled": True}


@pytest.mark.parametrize(
    ("block", "surface", "place"),
    [
        (inquiry(RESPONDING), "home", "element"),
        (inquiry(RESPONDING), "message", "element"),
        (beside(RESPONDING), "modal", "accessory"),
        (actions(RESPONDING), "modal", "elements/0"),
    ],
)
def test_a_response_url_comes_from_an_input_in_a_modal_only(
    block: Json, surface: Surface, place: str
) -> None:
    """A view's submission brings it; nothing else does."""
    assert _said(block, surface=surface) == [
        "`response_url_enabled` is only allowed in an `input` block in modals"
        f" [json-pointer:/blocks/0/{place}/response_url_enabled]"
    ]


def test_an_input_in_a_modal_may_ask_for_a_response_url() -> None:
    """Its one right place."""
    assert _said(inquiry(RESPONDING), surface="modal") == []
