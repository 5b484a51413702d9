"""How much a round's mean moves by itself: the noise model behind verdicts and reviews.

The variance of a round's mean is WEEK_SD² + S²·(1 - r·n/N)/n, with r the INTRACLASS_CORRELATION:
what the whole team shares in a week does not shrink with more answers, and the lasting differences
between people do not count when everybody has answered. Every symbol and the simulation:
docs/method.md.
"""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from math import sqrt

from msgspec import Struct

PRIOR_VARIANCE = 0.80  # of single answers, before there are any
PRIOR_FREEDOM = 8  # the degrees of freedom that it is worth
# Share of the variance that is lasting differences between people; cautious.
INTRACLASS_CORRELATION = 0.40
WEEK_SD = 0.15  # of what the whole team shares in a week
GAP_WINDOW = 4  # the rounds of the window whose past gaps tell a team's usual wobble
GAPS_COUNTED = 26  # newest of these gaps that count
PRIOR_GAPS = 4  # ordinary ones that past gaps must outweigh before they widen the band
PRIOR_JUMPS = 16  # the same for jumps from week to week
Z_90 = 1.645  # standard errors either way that hold nine tenths of a normal distribution


class Observation(Struct, frozen=True):
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
    squares, freedom = PRIOR_FREEDOM * PRIOR_VARIANCE, PRIOR_FREEDOM
    for o in rounds:
        squares += (o.n - 1) * o.variance
        freedom += o.n - 1
    return squares / freedom


def variances(rounds: Sequence[Observation], pooled: float) -> list[float]:
    """The variance of each round's mean, once that of single answers is *pooled*."""
    return [
        WEEK_SD * WEEK_SD
        + pooled * (1 - INTRACLASS_CORRELATION * min(o.n / max(o.size, 1), 1.0)) / o.n
        for o in rounds
    ]


class Level(Struct, frozen=True):
    """The weighted mean of some rounds, and its variance before it is widened."""

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


def overdispersion(past_gaps: Sequence[float], week_jumps: Sequence[float]) -> float:
    """Overdispersion: how much more this team varies than the model says, a factor on variances.

    Never below one: what was observed may widen the band, not narrow it, because without names
    nobody can tell a calm team from a lucky one.
    """
    long = (PRIOR_GAPS + sum(past_gaps) / GAP_WINDOW) / (PRIOR_GAPS + len(past_gaps) / GAP_WINDOW)
    short = (PRIOR_JUMPS + sum(week_jumps)) / (PRIOR_JUMPS + len(week_jumps))
    return max(1.0, long, short)


def ordinary_difference(variance: float, phi: float) -> float:
    """How far two ordinary weeks differ at most, nine times in ten, in points of the scale."""
    return Z_90 * sqrt(2 * variance * phi)
