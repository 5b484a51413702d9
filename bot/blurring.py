"""What a small round leaves of its answers: sums that are moved by some steps, and no more.

Who has the stored counts and knows all other answers would know the last one. So a sum is moved
before it is stored: always alike for one statement in one channel, which cancels out of every
comparison, and seldom by a little more in a week, so that one without somebody's answer does not
give away all others. How answers are spread is told by one slow figure of all statements.
Why so much and no more: docs/decisions.md; what it hides, and from whom: docs/privacy.md.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import sqrt

from bot.vault import Vault

Counts = Mapping[str, Mapping[int, int]]  # statement -> value -> people

UP_TO = 50  # answers to a statement; where there are more, counts are stored as they are
# What is drawn from, each as often as it stands here, in steps of one answer.
USUAL = (-2, *[-1] * 4, *[0] * 6, *[1] * 4, 2)
WEEKLY = (-2, *[-1] * 5, *[0] * 88, *[1] * 5, 2)
WEEKLY_VARIANCE = sum(step * step for step in WEEKLY) / len(WEEKLY)
ORDINARY_SPREAD = 0.85  # the variance of single answers, before a team has any
REMEMBERED = 24  # rounds that a team's spread is learnt from
NARROWEST, WIDEST = 0.3, 1.6


def of_round(
    vault: Vault, place: Sequence[str], round_id: int, counts: Counts, before: float
) -> tuple[dict[str, dict[int, int]], float]:
    """What is stored of a small round's *counts*, and its team's spread, which was *before*.

    *place* names the channel: a team that is ended and begun again there is moved as before.
    """
    now = spread(
        before, variance(counts.values()), doubt(vault.token("spread of a round", round_id))
    )

    def steps(item: str) -> int:
        usual = drawn(USUAL, vault.token("usual steps", *place, item))
        return usual + drawn(WEEKLY, vault.token("steps of a round", round_id, item))

    return {item: blurred(each, steps(item), now) for item, each in counts.items()}, now


def drawn(steps: Sequence[int], token: bytes) -> int:
    """One of *steps*, chosen by a token that nobody can guess."""
    return steps[int.from_bytes(token) % len(steps)]


def doubt(token: bytes) -> float:
    """A number around nothing, nearly normal with a standard deviation of 0.5: so many coins."""
    coins = 8 * len(token)
    return (int.from_bytes(token).bit_count() - coins / 2) / sqrt(coins)


def variance(counts: Iterable[Mapping[int, int]]) -> float:
    """That of single answers to some statements, each around its own mean; five answers or more."""
    each = list(counts)
    return sum(map(_squares, each)) / sum(sum(one.values()) - 1 for one in each)


def spread(before: float, found: float, doubt: float) -> float:
    """A team's spread after a round in which its answers had the variance *found*.

    A round counts for one part in 24, and its variance for as much more or less as the *doubt*.
    """
    return min(max(before + (found + doubt - before) / REMEMBERED, NARROWEST), WIDEST)


def blurred(counts: Mapping[int, int], steps: int, spread: float) -> dict[int, int]:
    """The counts to store: as many answers, their sum moved by *steps*, spread as usual.

    All that they tell of *counts* is its number and the moved sum, which keeps one step from
    either end: nobody's answer is named by «all of them said 1».
    """
    n = sum(counts.values())
    total = min(max(_total(counts) + steps, n + 1), 5 * n - 1)
    low, above = divmod(total, n)
    kept = dict.fromkeys(range(1, 6), 0) | {low: n - above} | ({low + 1: above} if above else {})
    wanted = (spread + WEEKLY_VARIANCE / n) * (n - 1)
    squares = _squares(kept)
    while squares + 1 < wanted:
        most = max((2, 3, 4), key=lambda value: kept[value])
        if kept[most] < 2:
            break
        kept[most - 1], kept[most], kept[most + 1] = (
            kept[most - 1] + 1, kept[most] - 2, kept[most + 1] + 1,
        )  # fmt: skip
        squares += 2
    return {value: k for value, k in kept.items() if k}


def _total(counts: Mapping[int, int]) -> int:
    return sum(value * k for value, k in counts.items())


def _squares(counts: Mapping[int, int]) -> float:
    """The sum of squared distances from the mean."""
    n = sum(counts.values())
    return sum(value**2 * k for value, k in counts.items()) - _total(counts) ** 2 / n
