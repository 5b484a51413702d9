"""What must hold between the entries of content/: unique ids, known names, a sound rotation."""

from collections.abc import Iterator

from bot.framework import choosing
from bot.framework.content import Content
from bot.framework.entries import Facet
from bot.framework.nodes import Node, Place
from bot.violations import Violation, did_you_mean

# Names whose entries share their ids with another name's; every other list is a kind of its own.
_KINDS = {"anchor": "items", "hygiene": "facets"}
_REFERENCES = {
    "sources": "sources",
    "next": "cards",
    "back": "cards",
    "see": "cards",
    "card": "cards",
    "facet": "facets",
    "facets": "facets",
    "tried": "ideas",
}
_SINGULAR = {
    "cards": "card",
    "drives": "drive",
    "facets": "facet",
    "ideas": "idea",
    "items": "item",
    "prompts": "prompt",
    "signs": "sign",
    "sources": "source",
}


def ids(root: Node, violations: list[Violation]) -> dict[str, dict[str, Node]]:
    """Every id by its kind; two entries with the same one are a violation at the second."""
    found: dict[str, dict[str, Node]] = {}
    for name, entry in root.walk():
        id, kind = entry.id(), _KINDS.get(name, name)
        if id is None:
            continue
        first = found.setdefault(kind, {}).setdefault(id, entry)
        if first is not entry:
            violations.append(
                entry.value["id"].violation(
                    f"the {_called(kind)} `{id}` exists already: {first.file}, line {first.line}"
                )
            )
    return found


def references(root: Node, known: dict[str, dict[str, Node]]) -> Iterator[Violation]:
    """A violation for everything that names an entry which does not exist."""
    for name, entry in root.walk():
        if name not in _REFERENCES or not isinstance(entry.value, str):
            continue
        kind = _REFERENCES[name]
        if entry.value not in known.get(kind, {}):
            hint = did_you_mean(entry.value, known.get(kind, {}))
            yield entry.violation(f"there is no {_called(kind)} `{entry.value}`{hint}")


def sound(content: Content) -> Iterator[tuple[Place, str]]:
    """What is wrong with content whose every entry is right by itself, and at which place."""
    yield from _reversed(content)
    yield from _ideas(content)
    yield from _rotation(content)
    yield from _names(content)


def _reversed(content: Content) -> Iterator[tuple[Place, str]]:
    """Who meets a drive or a facet for the first time agrees with what is good about it."""
    for at, drive in enumerate(content.drives):
        if drive.anchor.reversed:
            yield ("drives", at, "anchor", "reversed"), "an anchor is never reversed"
    for place, facet in _facets(content):
        for number, item in enumerate(facet.items):
            if item.reversed and (number < len(facet.items) - 1 or number == 0):
                yield (
                    (*place, "items", number, "reversed"),
                    f"`{item.id}` is reversed: it stands last in its facet, after another one",
                )


def _ideas(content: Content) -> Iterator[tuple[Place, str]]:
    """What a team is told to work on, it can also try; pay, which is of no drive, needs no idea."""
    for place, facet in _facets(content):
        if content.drive_of(facet.id) and not content.ideas_for(facet.id):
            yield place, f"no idea is for the facet `{facet.id}`: add one to `ideas`"


def _facets(content: Content) -> Iterator[tuple[Place, Facet]]:
    for at, drive in enumerate(content.drives):
        for number, facet in enumerate(drive.facets):
            yield ("drives", at, "facets", number), facet
    for at, facet in enumerate(content.hygiene):
        yield ("hygiene", at), facet


def _rotation(content: Content) -> Iterator[tuple[Place, str]]:
    asked = [facet for week in content.rotation for facet in week.facets]
    for at, week in enumerate(content.rotation):
        for facet in week.facets:
            if asked.count(facet) > 1:
                yield ("rotation", at), f"`{facet}` comes more than once in a cycle"
    for facet in content.facets:
        if facet not in asked:
            yield ("rotation",), f"the facet `{facet}` is never asked"
    weeks = len(content.rotation)
    for number in range(1, choosing.period(content) + 1):
        facets = [f"`{i.facet}`" for i in choosing.items(content, number) if i.reversed]
        if len(facets) > 1:
            yield (
                ("rotation", (number - 1) % weeks),
                f"round {number} would hold two reversed items, of {' and '.join(facets)}: a "
                "week's second facet runs one statement ahead, so give one a week of its own",
            )


def _names(content: Content) -> Iterator[tuple[Place, str]]:
    if "overview" not in {card.id for card in content.cards}:
        yield ("cards",), "the card `overview` is missing: `/amp` alone shows it"
    taken: dict[str, str] = {}
    for at, card in enumerate(content.cards):
        for name in card.names:
            first = taken.setdefault(name.casefold(), card.id)
            if first != card.id:
                yield ("cards", at, "names"), f"`/amp {name}` shows the card `{first}` already"


def _called(kind: str) -> str:
    return _SINGULAR.get(kind, f"entry of `{kind}`")
