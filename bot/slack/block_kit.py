"""Block Kit, in the few shapes that Amp uses, each text cut to what Slack takes in its place.

A text is as long as it is sent: an escaped `&` has five characters. What is cut ends in «…».
"""

import json
import re
from collections.abc import Sequence
from typing import Any

from bot.words import Markup, Words

Block = dict[str, Any]
View = dict[str, Any]


TEXT = 3000  # characters, where Slack names no other number
HALF = re.compile(r"(<[^<>]*|&[a-z]*)$")  # of a link, a mention or an escaped character


def plain(text: str, most: int = TEXT) -> Block:
    shown = text if len(text) <= most else f"{text[: most - 1]}…"
    return {"type": "plain_text", "text": shown, "emoji": True}


def mrkdwn(text: str, most: int = TEXT) -> Block:
    shown = text if len(text) <= most else f"{HALF.sub('', text[: most - 1])}…"
    return {"type": "mrkdwn", "text": shown}


def section(text: str, *, accessory: Block | None = None) -> Block:
    return _known(type="section", text=mrkdwn(text), accessory=accessory)


def verbatim(text: str) -> Block:
    """A section with people's own words: Slack shall not make links or mentions of them itself."""
    return {"type": "section", "text": {**mrkdwn(text), "verbatim": True}}


def plain_section(text: str) -> Block:
    """Words in which nothing takes effect: no mention, link or format."""
    return {"type": "section", "text": plain(text)}


def header(text: str) -> Block:
    return {"type": "header", "text": plain(text, 150)}


def context(*texts: str) -> Block:
    return {"type": "context", "elements": [mrkdwn(text) for text in texts]}


def divider() -> Block:
    return {"type": "divider"}


def actions(*elements: Block, block_id: str | None = None) -> Block:
    return _known(type="actions", elements=list(elements), block_id=block_id)


def button(
    text: str,
    action_id: str,
    value: str = "",
    *,
    style: str | None = None,
    url: str | None = None,
    confirm: Block | None = None,
) -> Block:
    return _known(
        type="button",
        text=plain(text, 75),
        action_id=action_id,
        value=value or None,
        style=style,
        url=url,
        confirm=confirm,
    )


def option(text: str, value: str) -> Block:
    return {"text": plain(text, 75), "value": value}


def input_(
    block_id: str, label: str, element: Block, *, hint: str | None = None, optional: bool = False
) -> Block:
    """An input block; its element's action_id is the block_id, so that values are read by it."""
    return _known(
        type="input",
        block_id=block_id,
        label=plain(label, 2000),
        element={"action_id": block_id, **element},
        hint=plain(hint, 2000) if hint else None,
        optional=optional,
    )


def once_more(view: View, told: Markup, entered: Sequence[str]) -> View:
    """A form that comes again, filled anew, and *told* why; what was *entered* is final then.

    Slack keeps what was entered into inputs that it knows, so these have other action_ids.
    """
    metadata = {**json.loads(view["private_metadata"]), "entered": entered}
    blocks = [
        {**block, "element": {**element, "action_id": f"{element['action_id']}:again"}}
        if (element := block.get("element")) and block["type"] == "input"
        else block
        for block in view["blocks"]
    ]
    final = {"private_metadata": json.dumps(metadata), "blocks": [section(told), *blocks]}
    return {**view, **final}


def text_input(
    *,
    initial: str | None = None,
    multiline: bool = False,
    max_length: int = 3000,
    placeholder: str | None = None,
) -> Block:
    return _known(
        type="plain_text_input",
        initial_value=initial or None,
        multiline=multiline,
        max_length=max_length,
        placeholder=plain(placeholder, 150) if placeholder else None,
    )


def select(options: Sequence[Block], *, initial: str | None = None) -> Block:
    return _known(
        type="static_select", options=list(options), initial_option=_one(options, initial)
    )


def radio(options: Sequence[Block], *, initial: str | None = None) -> Block:
    return _known(
        type="radio_buttons", options=list(options), initial_option=_one(options, initial)
    )


def checkboxes(options: Sequence[Block], *, initial: Sequence[str] = ()) -> Block:
    ticked = [o for o in options if o["value"] in initial]
    return _known(type="checkboxes", options=list(options), initial_options=ticked or None)


def form(
    say: Words,
    title: str,
    blocks: Sequence[Block],
    *,
    callback_id: str,
    submit: str,
    metadata: dict[str, Any] | None = None,
) -> View:
    """A modal with a form; *metadata* comes back with its submission.

    It holds ids only: Slack takes 3,000 characters of it.
    """
    return {
        "type": "modal",
        "title": plain(title, 24),
        "submit": plain(submit, 24),
        "close": plain(say.plain("cancel-button"), 24),
        "callback_id": callback_id,
        "private_metadata": json.dumps(metadata or {}),
        "blocks": list(blocks),
    }


def info_modal(say: Words, blocks: Sequence[Block], *, title: str | None = None) -> View:
    """A modal to read and close; without a *title* it is called Amp."""
    return {
        "type": "modal",
        "title": plain(title or say.plain("amp-title"), 24),
        "close": plain(say.plain("close-button"), 24),
        "callback_id": "info",
        "blocks": list(blocks),
    }


def notice_modal(say: Words, text: Markup, *, title: str | None = None) -> View:
    """A modal that says one thing."""
    return info_modal(say, [section(text)], title=title)


def question(text: Markup, label: str, action_id: str, value: str) -> list[Block]:
    """What is asked once before something is done for many, with the button that does it."""
    return [section(text), actions(button(label, action_id, value, style="danger"))]


def confirm_dialog(say: Words, title: str, text: str, yes: str) -> Block:
    """What Slack asks before a press counts, by the keys of its words."""
    return {
        "title": plain(say.plain(title), 100),
        "text": mrkdwn(say(text), 300),
        "confirm": plain(say.plain(yes), 30),
        "deny": plain(say.plain("not-now-button"), 30),
    }


def info(text: Markup) -> Markup:
    """A sentence that tells somebody why something is not so."""
    return Markup(f":information_source: {text}")


def _one(options: Sequence[Block], value: str | None) -> Block | None:
    return next((o for o in options if o["value"] == value), None)


def _known(**properties: Any) -> Block:
    return {name: value for name, value in properties.items() if value is not None}
