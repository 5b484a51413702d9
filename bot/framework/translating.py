"""Laying a language over English: what it says replaces the English words, the rest stays."""

from bot.framework.rules import did_you_mean
from bot.framework.written import Complaint, Written

# What is no matter of language. A team whose members read different languages must still be
# asked the same things, in the same order, with the same meaning.
_SAME_EVERYWHERE = {
    "back", "card", "facet", "kind", "leads", "link", "names", "next", "prompt",
    "reversed", "rotation", "see", "sources", "stops_on", "system", "typed", "wording", "yes",
}  # fmt: skip


def overlay(english: Written, other: Written, complaints: list[Complaint]) -> Written:
    """English with the *other* language's words in it; each part keeps its own file and line."""
    if isinstance(english.value, dict) and isinstance(other.value, dict):
        return _mapping(english, other, complaints)
    if isinstance(english.value, list) and isinstance(other.value, list):
        return _list(english, other, complaints)
    return other


def _mapping(english: Written, other: Written, complaints: list[Complaint]) -> Written:
    merged = dict(english.value)
    for name, new in other.value.items():
        if name in _SAME_EVERYWHERE and not _holds_entries(new):
            complaints.append(new.complain(f"`{name}` is not translated: leave it out here"))
        elif name == "words" and name in merged and isinstance(new.value, list):
            found_by = [*merged[name].value, *new.value]  # English words go on finding it too
            merged[name] = Written(found_by, new.file, new.line)
        elif name in merged:
            merged[name] = overlay(merged[name], new, complaints)
        else:
            merged[name] = new
    return Written(merged, other.file, other.line)


def _holds_entries(node: Written) -> bool:
    """Whether this is a section of entries: `sources` are named in a card, and written on top."""
    return isinstance(node.value, list) and any(entry.id() is not None for entry in node.value)


def _list(english: Written, other: Written, complaints: list[Complaint]) -> Written:
    if _holds_entries(english):
        return _by_id(english, other, complaints)
    if all(isinstance(entry.value, dict) for entry in english.value):
        return _in_order(english, other, complaints)
    return other


def _by_id(english: Written, other: Written, complaints: list[Complaint]) -> Written:
    theirs: dict[str, Written] = {}
    known = [entry.id() or "" for entry in english.value]
    for entry in other.value:
        id = entry.id()
        if id is None:
            complaints.append(entry.complain("this needs the `id` of an English entry"))
        elif id not in known:
            hint = did_you_mean(id, known)
            complaints.append(entry.complain(f"there is no `{id}` in English{hint}"))
        else:
            theirs[id] = entry
    merged = [
        overlay(entry, theirs[id], complaints) if (id := entry.id()) in theirs else entry
        for entry in english.value
    ]
    return Written(merged, other.file, other.line)


def _in_order(english: Written, other: Written, complaints: list[Complaint]) -> Written:
    if len(english.value) != len(other.value):
        complaints.append(
            other.complain(
                f"this has {len(other.value)} parts, and the English one {len(english.value)}"
            )
        )
        return english
    pairs = zip(english.value, other.value, strict=True)
    return Written([overlay(e, o, complaints) for e, o in pairs], other.file, other.line)
