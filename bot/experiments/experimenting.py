"""Experiments of a team: what could be tried, what is running, what was tried before."""

from collections import Counter
from collections.abc import Collection

from bot.framework.models import Content, Idea

SUGGESTED = 3  # ideas at a time: enough for a choice, few enough to read


def suggestions(content: Content, drive_id: str, tried: Collection[str]) -> list[Idea]:
    """Up to three ideas for a drive, each of another facet where it has so many.

    Those whose id is not among the *tried* come first; else it is the order of the catalogue.
    """
    seen: Counter[tuple[str, bool]] = Counter()
    ranked = []
    for place, idea in enumerate(content.ideas_for_drive(drive_id)):
        kind = idea.facet, idea.id in tried
        ranked.append((idea.id in tried, seen[kind], place, idea))
        seen[kind] += 1
    return [idea for *_, idea in sorted(ranked, key=lambda rank: rank[:3])][:SUGGESTED]
