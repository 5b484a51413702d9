"""How much a round's mean moves by itself: the noise model behind verdicts and reviews.

The variance of a round's mean is TAU² + S²·(1 - RHO·n/N)/n: what the whole team shares in a week
does not shrink with more answers, and the lasting differences between people do not count when
everybody has answered. Source and simulation: docs/method.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import sqrt

S0, NU0 = 0.80, 8  # prior of the answers' variance, and how many degrees of freedom it is worth
RHO = 0.40  # share of the variance that is lasting differences between people; cautious
TAU = 0.15  # wobble of a week that the whole team shares
WP, HIST = 4, 26  # the window whose past gaps tell a team's usual wobble; how many are remembered
K0, K0D = 4, 16  # how much past gaps and week-to-week jumps must say before they widen the band
NINE_IN_TEN = 1.645  # standard errors either way that hold nine tenths of a normal distribution


@dataclass(frozen=True, slots=True)
class Observation:
    """One round of one anchor: what the rule may know of it.

    `n` answers of a team of `size`, their exact mean on 1-5 and sample variance (ddof=1). A round
    that is missing or below the quorum has n below 5; its mean and variance are not read.
    `restarts` says that the anchor's words are new from this round on: the baseline begins here.
    """

    n: int
    mean: float = 0.0
    variance: float = 0.0
    size: int = 1
    restarts: bool = False
    closed_on: date | None = None


def pooled_variance(rounds: Sequence[Observation]) -> float:
    """The variance of single answers over all *rounds*, leaning on the prior while they are few."""
    squares, freedom = NU0 * S0, NU0
    for o in rounds:
        squares += (o.n - 1) * o.variance
        freedom += o.n - 1
    return squares / freedom


def variances(rounds: Sequence[Observation], pooled: float) -> list[float]:
    """The variance of each round's mean."""
    return [TAU * TAU + pooled * (1 - RHO * min(o.n / max(o.size, 1), 1.0)) / o.n for o in rounds]


@dataclass(frozen=True, slots=True)
class Level:
    """The weighted mean of some rounds, and its variance before any widening."""

    mean: float
    variance: float


def level(rounds: Sequence[Observation], spreads: Sequence[float]) -> Level:
    """The mean of *rounds*, each weighted by the inverse of its variance in *spreads*."""
    weight = total = 0.0
    for o, v in zip(rounds, spreads, strict=True):
        weight += 1 / v
        total += o.mean / v
    return Level(total / weight, 1 / weight)


def jumps(rounds: Sequence[Observation], spreads: Sequence[float]) -> list[float]:
    """Each step from one round to the next, squared, in units of its own variance."""
    return [
        (a.mean - b.mean) ** 2 / (va + vb)
        for (a, b), (va, vb) in zip(pairwise(rounds), pairwise(spreads), strict=True)
    ]


def widening(past_gaps: Sequence[float], week_jumps: Sequence[float]) -> float:
    """By how much this team wobbles more than the model says, as a factor on variances.

    Never below one: what was observed may widen the band, not narrow it, because without names
    nobody can tell a calm team from a lucky one.
    """
    long = (K0 + sum(past_gaps) / WP) / (K0 + len(past_gaps) / WP)
    short = (K0D + sum(week_jumps)) / (K0D + len(week_jumps))
    return max(1.0, long, short)


def ordinary_difference(variance: float, phi: float) -> float:
    """How far two ordinary weeks differ at most, nine times in ten, in points of the scale."""
    return NINE_IN_TEN * sqrt(2 * variance * phi)
