"""A language that is there is there whole: no text of the framework is left in English."""

from collections.abc import Iterator

from bot.framework.loading import Reading
from bot.framework.nodes import Node
from bot.framework.translating import SAME_EVERYWHERE
from bot.violations import Violation
from bot.words import ENGLISH

# What nobody reads, and the titles of works, which stay as they are.
UNREAD = SAME_EVERYWHERE | {"id", "words", "opens", "sources"}


def check(reading: Reading) -> Iterator[Violation]:
    """A violation for each text that a language leaves in English.

    A company that adds something in English owes a translation only in the languages of which its
    own folder says anything; in the others, what it added is shown in English.
    """
    for language, root in reading.roots.items():
        if language == ENGLISH:
            continue
        for section, child in root.value.items():
            for node in _left_in_english(child, section):
                if (node.layer.folder / language).is_dir():
                    said = f"`{language}` leaves this in English: {str(node.value)[:40]}"
                    yield node.violation(said)


def _left_in_english(node: Node, name: str) -> Iterator[Node]:
    if name in UNREAD:
        return
    if isinstance(node.value, str):
        if node.is_english:
            yield node
    elif isinstance(node.value, dict):
        for key, child in node.value.items():
            yield from _left_in_english(child, key)
    elif isinstance(node.value, list):
        for child in node.value:
            yield from _left_in_english(child, name)
