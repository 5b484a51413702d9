"""Slack's mrkdwn: a star, an underscore or a backtick without its other half shows as it is."""

import re
from collections.abc import Iterator

from fluent.syntax import ast

from bot.checking.catalog import Catalog, Message
from bot.checking.limits import LIMITS
from bot.violations import Violation

EMOJI = re.compile(r":[a-z0-9_+-]+:")
CODE = re.compile(r"`[^`]*`")
MARKS = {
    "`": re.compile("`"),
    "*": re.compile(r"\*"),
    # Within a word it means nothing to Slack: `missing_scope`.
    "_": re.compile(r"(?<!\w)_|_(?!\w)"),
}


def check(messages: Catalog) -> Iterator[Violation]:
    for message in messages.values():
        if message.key.endswith((*LIMITS, "-pattern")):
            continue  # plain text, or letters for programs
        for text in _texts(message):
            for mark in unpaired(text):
                said = f"`{message.key}` has a {mark} that is not closed, in “{text.strip()}”"
                yield message.violation(said)


def unpaired(text: str) -> Iterator[str]:
    """The marks of which there is an odd one in a text."""
    bare = EMOJI.sub("", text)
    if len(MARKS["`"].findall(bare)) % 2:
        yield "`"
        return
    bare = CODE.sub("x", bare)
    for mark in "*_":
        if len(MARKS[mark].findall(bare)) % 2:
            yield mark


def _texts(message: Message) -> Iterator[str]:
    """The message and each variant in it, as somebody would read them, with «x» for a value."""
    for node in message.nodes:
        if isinstance(node, ast.Pattern):
            yield "".join(
                element.value if isinstance(element, ast.TextElement) else "x"
                for element in node.elements
            )
