"""Composition objects: texts, options, confirmations and the like.

Facts: docs.slack.dev/reference/block-kit/composition-objects.
"""

import re
from collections.abc import Mapping
from typing import Any

from localslack.rules import problems
from localslack.rules.schema import Flag, ListOf, Obj, OneOf, Problems, Str, Surface, typed

STYLE = Str(choices=("primary", "danger"))
URL = Str(most=3000)
ID = Str(least=1)
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")


def plain(most: int = 3000) -> Obj:
    """A `plain_text` object of 1 to `most` characters."""
    return typed("plain_text", {"text": Str(most, least=1)}, {"emoji": Flag()})


def mrkdwn(most: int = 3000) -> Obj:
    """A `mrkdwn` object of 1 to `most` characters of source."""
    return typed("mrkdwn", {"text": Str(most, least=1)}, {"verbatim": Flag()})


def text(most: int = 3000) -> OneOf:
    """A `plain_text` or `mrkdwn` object of 1 to `most` characters."""
    return OneOf(plain(most), mrkdwn(most))


PLACEHOLDER = plain(150)

CONFIRM = Obj(
    needs={"title": plain(100), "text": text(300), "confirm": plain(30), "deny": plain(30)},
    may={"style": STYLE},
)

# The value's limit is 150 in the reference; an older comment in Slack's types still says 75.
_VALUE = Str(150, least=1)

OPTION = Obj(needs={"text": plain(75), "value": _VALUE}, may={"description": plain(75)})
"""An option of a select menu."""

# The reference says 75 for this description, too; a Home that a public bot has published since 2022
# (18F's Charlie) has 104 in a checkbox, and would end the bot if Slack refused it.
RICH_OPTION = Obj(needs={"text": text(75), "value": _VALUE}, may={"description": text(150)})
"""An option of radio buttons and checkboxes, which may carry mrkdwn."""


def url_is_one(holder: Mapping[str, Any], at: str, on: Surface) -> Problems:
    """A button or a menu option leads to an address with a scheme: https:, mailto:, slack: …"""
    if "url" in holder and not _ADDRESS.fullmatch(holder["url"]):
        yield problems.Problem("invalid url", f"{at}/url")


MENU_OPTION = Obj(
    needs={"text": plain(75), "value": _VALUE},
    may={"description": plain(75), "url": URL},
    rules=(url_is_one,),
)
"""An option of an overflow menu, which may be a link."""

OPTION_GROUP = Obj(needs={"label": plain(75), "options": ListOf(OPTION, least=1, most=100)})

DISPATCH_CONFIG = Obj(
    may={
        "trigger_actions_on": ListOf(
            Str(choices=("on_enter_pressed", "on_character_entered")), least=1, unique=True
        )
    }
)


def _not_empty(value: Mapping[str, Any], at: str, on: Surface) -> Problems:
    if not value:
        yield problems.too_few_properties(1, 0, at)


CONVERSATION_FILTER = Obj(
    may={
        "include": ListOf(Str(choices=("im", "mpim", "private", "public")), least=1, unique=True),
        "exclude_external_shared_channels": Flag(),
        "exclude_bot_users": Flag(),
    },
    rules=(_not_empty,),
)

SLACK_FILE = Obj(may={"id": ID, "url": Str(most=3000, least=1)}, either=("id", "url"))

WORKFLOW = Obj(
    needs={
        "trigger": Obj(
            needs={"url": URL},
            may={"customizable_input_parameters": ListOf(Obj(needs={"name": ID, "value": Str()}))},
        )
    }
)
