"""A company's own content overrides what Amp ships: entry by entry, each found by its id.

What a new version of Amp changes arrives wherever the company says nothing. Only in English may an
entry be new, or a statement be asked otherwise; a translation has words only (translating.py).
"""

from msgspec import Struct
from msgspec.structs import fields, replace

from bot.framework.entries import Statement
from bot.framework.nodes import Node
from bot.framework.shapes import entry_of
from bot.violations import Violation, did_you_mean


def lay_over(
    shipped: Node, ours: Node, model: type[Struct] | None, violations: list[Violation]
) -> Node:
    """What is shipped, with what the company says in its place; *model* is what both should be."""
    if isinstance(shipped.value, dict) and isinstance(ours.value, dict):
        return _mapping(shipped, ours, model, violations)
    if shipped.holds_entries() and isinstance(ours.value, list) and model:
        return _by_id(shipped, ours, model, violations)
    return ours


def _mapping(
    shipped: Node, ours: Node, model: type[Struct] | None, violations: list[Violation]
) -> Node:
    merged = dict(shipped.value)
    kinds = {one.name: entry_of(one.type) for one in fields(model)} if model else {}
    for name, new in ours.value.items():
        inner = kinds.get(name)
        merged[name] = lay_over(merged[name], new, inner, violations) if name in merged else new
    if model is Statement:
        violations += _reworded(shipped, ours, merged)
    return replace(ours, value=merged)


def _by_id(shipped: Node, ours: Node, model: type[Struct], violations: list[Violation]) -> Node:
    known = {entry.id(): at for at, entry in enumerate(shipped.value)}
    merged = list(shipped.value)
    for entry in ours.value:
        id = entry.id()
        if id in known:
            merged[known[id]] = lay_over(merged[known[id]], entry, model, violations)
        else:
            violations += _incomplete(entry, model, [str(name) for name in known])
            merged.append(entry)
    return replace(ours, value=merged)


def _incomplete(entry: Node, model: type[Struct], known: list[str]) -> list[Violation]:
    """An entry that can be no new one is meant for one that Amp does not have, or no longer."""
    there = entry.value.keys() if isinstance(entry.value, dict) else set()
    required = [one.name for one in fields(model) if one.required]
    missing = [f"`{name}`" for name in required if name not in there]
    id = entry.id()
    if not missing or id is None:
        return []
    hint = did_you_mean(id, known)
    return [
        entry.violation(
            f"there is no `{id}` to say otherwise{hint}; a new one needs {', '.join(missing)} too"
        )
    ]


def _reworded(shipped: Node, ours: Node, merged: dict[str, Node]) -> list[Violation]:
    """What is asked otherwise is another question: its past can't be compared with its future."""
    wording = int(shipped.plain().get("wording", 1))
    told = merged["wording"].value if "wording" in merged else 1
    if isinstance(told, int) and told > wording:
        return []
    changed = [
        name for name in ("text", "reversed")
        if name in ours.value and ours.value[name].value != shipped.plain().get(name, False)
    ]  # fmt: skip
    id = shipped.id()
    said = f"`{id}` is asked otherwise: add `wording: {wording + 1}`, so that its baseline restarts"
    return [ours.value[name].violation(said) for name in changed[:1]]
