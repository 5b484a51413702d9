"""Laying a language over English: what it says replaces the English words, the rest stays."""

from msgspec.structs import replace

from bot.framework.nodes import Node
from bot.violations import Violation, did_you_mean

# What is no matter of language. A team whose members read different languages must still be
# asked the same things, in the same order, with the same meaning.
SAME_EVERYWHERE = {
    "back", "by", "by_name", "card", "effort", "facet", "first_for", "kind", "leads", "link",
    "names", "next", "prompt", "reversed", "rotation", "see", "sources", "stops_on", "system",
    "tried", "typed", "who", "wording", "yes",
}  # fmt: skip


def overlay(english: Node, other: Node, violations: list[Violation]) -> Node:
    """English with the *other* language's words in it; each part keeps its own file and line."""
    if isinstance(english.value, dict) and isinstance(other.value, dict):
        return _mapping(english, other, violations)
    if isinstance(english.value, list) and isinstance(other.value, list):
        return _list(english, other, violations)
    return other


def _mapping(english: Node, other: Node, violations: list[Violation]) -> Node:
    merged = dict(english.value)
    for name, new in other.value.items():
        if name in SAME_EVERYWHERE and not new.holds_entries():
            violations.append(new.violation(f"`{name}` is not translated: leave it out here"))
        elif name in ("also", "said", "words") and name in merged and isinstance(new.value, list):
            found_by = [*merged[name].value, *new.value]  # English words go on finding it too
            merged[name] = replace(new, value=found_by)
        elif name == "text" and _is_reworded(english, new):
            pass  # it translates the statement as it was before the company asked it otherwise
        elif name in merged:
            merged[name] = overlay(merged[name], new, violations)
        else:
            merged[name] = new
    return replace(other, value=merged)


def _is_reworded(statement: Node, translated: Node) -> bool:
    wording = statement.value.get("wording")
    return bool(wording and wording.layer.is_ours and not translated.layer.is_ours)


def _list(english: Node, other: Node, violations: list[Violation]) -> Node:
    if english.holds_entries():
        return _by_id(english, other, violations)
    if all(isinstance(entry.value, dict) for entry in english.value):
        return _in_order(english, other, violations)
    return other


def _by_id(english: Node, other: Node, violations: list[Violation]) -> Node:
    theirs: dict[str, Node] = {}
    known = [entry.id() or "" for entry in english.value]
    for entry in other.value:
        id = entry.id()
        if id is None:
            violations.append(entry.violation("this needs the `id` of an English entry"))
        elif id not in known:
            hint = did_you_mean(id, known)
            violations.append(entry.violation(f"there is no `{id}` in English{hint}"))
        else:
            theirs[id] = entry
    merged = [
        overlay(entry, theirs[id], violations) if (id := entry.id()) in theirs else entry
        for entry in english.value
    ]
    return replace(other, value=merged)


def _in_order(english: Node, other: Node, violations: list[Violation]) -> Node:
    if len(english.value) != len(other.value):
        if english.layer.is_ours and not other.layer.is_ours:
            return english  # a company has made another list of it, which nobody translated
        violations.append(
            other.violation(
                f"this has {len(other.value)} parts, and the English one {len(english.value)}"
            )
        )
        return english
    pairs = zip(english.value, other.value, strict=True)
    return replace(other, value=[overlay(e, o, violations) for e, o in pairs])
