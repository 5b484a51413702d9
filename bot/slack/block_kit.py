"""Block Kit, in the few shapes that Amp uses; people's own words are escaped here."""

import json
from collections.abc import Sequence
from typing import Any

from bot.words import Markup, Words

Block = dict[str, Any]
View = dict[str, Any]


def plain(text: str) -> Block:
    return {"type": "plain_text", "text": text, "emoji": True}


def mrkdwn(text: str) -> Block:
    return {"type": "mrkdwn", "text": text}


def section(text: str, *, accessory: Block | None = None, block_id: str | None = None) -> Block:
    return _known(type="section", text=mrkdwn(text), accessory=accessory, block_id=block_id)


def header(text: str) -> Block:
    return {"type": "header", "text": plain(text)}


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
        text=plain(text),
        action_id=action_id,
        value=value or None,
        style=style,
        url=url,
        confirm=confirm,
    )


def option(text: str, value: str, description: str | None = None) -> Block:
    return _known(
        text=plain(text), value=value, description=plain(description) if description else None
    )


def input_(
    block_id: str, label: str, element: Block, *, hint: str | None = None, optional: bool = False
) -> Block:
    """An input block; its element's action_id is the block_id, so that values are read by it."""
    return _known(
        type="input",
        block_id=block_id,
        label=plain(label),
        element={"action_id": block_id, **element},
        hint=plain(hint) if hint else None,
        optional=optional,
    )


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
        placeholder=plain(placeholder) if placeholder else None,
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
        "title": plain(title),
        "submit": plain(submit),
        "close": plain(say.plain("cancel-button")),
        "callback_id": callback_id,
        "private_metadata": json.dumps(metadata or {}),
        "blocks": list(blocks),
    }


def info_modal(say: Words, blocks: Sequence[Block], *, title: str | None = None) -> View:
    """A modal to read and close; without a *title* it is called Amp."""
    return {
        "type": "modal",
        "title": plain(title or say.plain("amp-title")),
        "close": plain(say.plain("close-button")),
        "callback_id": "info",
        "blocks": list(blocks),
    }


def notice_modal(say: Words, text: Markup, *, title: str | None = None) -> View:
    """A modal that says one thing."""
    return info_modal(say, [section(text)], title=title)


def confirm_dialog(say: Words, *, title: str, text: str, yes: str, no: str | None = None) -> Block:
    """What Slack asks before a press counts: plain texts, but for *text*, which is mrkdwn."""
    return {
        "title": plain(title),
        "text": mrkdwn(text),
        "confirm": plain(yes),
        "deny": plain(no or say.plain("not-now-button")),
    }


def info(text: Markup) -> Markup:
    """A sentence that tells somebody why something is not so."""
    return Markup(f":information_source: {text}")


def _one(options: Sequence[Block], value: str | None) -> Block | None:
    return next((o for o in options if o["value"] == value), None)


def _known(**properties: Any) -> Block:
    return {name: value for name, value in properties.items() if value is not None}
