"""A language that is there is there whole: no text of the framework is left in English."""

from collections import defaultdict
from collections.abc import Iterator

from bot.framework.loading import Reading
from bot.framework.nodes import Node
from bot.framework.translating import SAME_EVERYWHERE
from bot.violations import Violation
from bot.words import ENGLISH

# What nobody reads, and the titles of works, which stay as they are.
UNREAD = SAME_EVERYWHERE | {"also", "said", "id", "words", "opens", "sources"}


def check(reading: Reading) -> Iterator[Violation]:
    """A violation for each file of which a language leaves texts in English.

    It stands at the first of them.

    A company that adds something in English owes a translation only in the languages of which its
    own folder says anything; in the others, what it added is shown in English.
    """
    left: dict[str, list[Node]] = defaultdict(list)
    for language, root in reading.roots.items():
        if language == ENGLISH:
            continue
        for section, child in root.value.items():
            left[language] += _left_in_english(child, section)
    for language, nodes in left.items():
        yield from _by_file(language, nodes)


def _by_file(language: str, nodes: list[Node]) -> Iterator[Violation]:
    owed: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        if (node.layer.folder / language).is_dir():
            owed[node.file].append(node)
    for first, *more in owed.values():
        rest = f", and {len(more)} more in this file" if more else ""
        yield first.violation(f"`{language}` leaves this in English: {str(first.value)[:40]}{rest}")


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
