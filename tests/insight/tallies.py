"""Tallies as a round leaves them: a wanted total, with answers that scatter as people's do."""

from collections import Counter

from bot.insight.readings import ItemTally

SHARES = {1: 0.02, 2: 0.10, 3: 0.30, 4: 0.39, 5: 0.19}
VARIANCE = 0.85


def tally(item_id: str, total: int, people: int, *, reversed: bool = False) -> ItemTally:
    """*people* answers that add up to *total* as scored, scattered much as people answer."""
    assert people <= total <= 5 * people
    counts = Counter({value: round(people * share) for value, share in SHARES.items()})
    counts[4] += people - counts.total()
    while missing := total - _sum(counts):
        step = 1 if missing > 0 else -1
        moved = [_moved(counts, v, step) for v in range(1, 6) if counts[v] and 1 <= v + step <= 5]
        counts = min(moved, key=lambda c: abs(_variance(c) - VARIANCE))
    return ItemTally(item_id, {6 - v if reversed else v: n for v, n in counts.items()}, reversed)


def _moved(counts: Counter[int], value: int, step: int) -> Counter[int]:
    return Counter({**counts, value: counts[value] - 1, value + step: counts[value + step] + 1})


def _sum(counts: Counter[int]) -> int:
    return sum(value * n for value, n in counts.items())


def _variance(counts: Counter[int]) -> float:
    people, mean = counts.total(), _sum(counts) / counts.total()
    return sum(n * (value - mean) ** 2 for value, n in counts.items()) / max(people - 1, 1)
