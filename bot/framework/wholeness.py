"""Whole forms only: where one statement of a form is not translated, all of it is English."""

from collections.abc import Iterator

from bot.framework.nodes import Node, Place

# What is asked together, by its form, and the names under which its words stand.
FORMS = {
    "pulse": ("scale", "prompts", "drives", "hygiene"),
    "audit": ("signs",),
    "roles": ("roles",),
    "fit": ("fit",),
}
_WORDS = {"points", "skip", "text", "why", "hint", "because", "instead"}


def lacking(language: Node, form: str) -> list[Node]:
    """What a form would show in English; a statement that was reworded since counts as English."""
    return [english for english in _words(language, form) if english.is_english]


def in_one_language(english: Node, language: Node) -> Node:
    """The *language* with each form whole, in English where it lacks something."""
    merged = language
    for form in FORMS:
        if language is not english and lacking(language, form):
            for place in _places(language, form):
                merged = merged.put(place, english.at(place))
    return merged


def _words(root: Node, form: str) -> Iterator[Node]:
    for place in _places(root, form):
        yield root.at(place)


def _places(root: Node, form: str) -> Iterator[Place]:
    """Where the words of a form stand; of drives and facets, only the statements are asked."""
    for section in FORMS[form]:
        if section in root.value:
            yield from _below(root.value[section], (section,), section in ("drives", "hygiene"))


def _below(node: Node, place: Place, statements_only: bool) -> Iterator[Place]:
    if isinstance(node.value, dict):
        for name, child in node.value.items():
            if name in _WORDS and not isinstance(child.value, dict):
                yield (*place, name)
            elif name in ("anchor", "items", "facets") or not statements_only:
                yield from _below(child, (*place, name), statements_only)
    elif isinstance(node.value, list):
        for at, child in enumerate(node.value):
            yield from _below(child, (*place, at), statements_only)
