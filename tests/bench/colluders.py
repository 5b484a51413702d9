"""What all of a team but one know of the one's answers, with a copy of the database.

    python -m tests.bench.colluders [--cases 4000]

They know every other answer, how people answer (the world of `calibrate`) and how sums are moved,
and reckon exactly: the most that can be known. *Silent* weeks are those in which the one did not
answer, or was not there, before the weeks that count.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from math import erf, sqrt

import numpy as np
from numpy.typing import NDArray

from bot import blurring
from bot.privacy import SCALE
from tests.bench.calibrate import MEAN, PERSON_SD, WEEK_SD, level_of

Array = NDArray[np.float64]

SURE = 0.95
WEEKS = (1, 2, 4, 8)
SILENT = {"answers every week": (0, 0), "silent once before": (1, 0), "eight weeks before": (8, 0),
          "every fourth week": (0, 4)}  # fmt: skip
PEOPLE = 25  # kinds of people that are told apart, by what they answer on average


@dataclass(frozen=True)
class Known:
    """How many percent of the answers they guess, and are surer of than *SURE*."""

    right: float
    sure: float


def _answers() -> tuple[Array, Array]:
    """Kinds of people, and how often each gives which answer."""
    quantiles = (np.arange(PEOPLE) + 0.5) / PEOPLE
    grid = np.linspace(-4, 4, 2001)
    below = np.array([(1 + erf(z / sqrt(2))) / 2 for z in grid])
    levels = level_of(MEAN) + PERSON_SD * np.interp(quantiles, below, grid)
    edges = np.array([-np.inf, 1.5, 2.5, 3.5, 4.5, np.inf])
    z = (edges - levels[:, None]) / WEEK_SD / sqrt(2)
    return levels, np.diff(np.vectorize(erf)(z)) / 2


def _often(steps: Sequence[int]) -> Array:
    """How often each step from -10 to 10 is drawn."""
    return np.array([steps.count(step) / len(steps) for step in range(-10, 11)])


def _at(often: Array, steps: NDArray[np.int64]) -> Array:
    return np.where(abs(steps) <= 10, often[np.clip(steps, -10, 10) + 10], 0.0)


def known(cases: int, weeks: int, before: int, every: int, rng: np.random.Generator) -> Known:
    """After *weeks* answered, and so many silent *before*, or *every* so many in between."""
    levels, gives = _answers()
    silent = [*[True] * before, *[bool(every) and n % every == every - 2 for n in range(weeks)]]
    level = rng.choice(levels, cases)[:, None]
    felt = level + rng.normal(0, WEEK_SD, (cases, len(silent)))
    said = np.where(silent, 0, np.clip(np.rint(felt), 1, 5)).astype(np.int64)
    moved = rng.choice(blurring.USUAL, (cases, 1)) + rng.choice(blurring.WEEKLY, said.shape)
    usual, weekly = _often(blurring.USUAL), _often(blurring.WEEKLY)
    steps = np.arange(-2, 3)
    over = (said + moved)[..., None] - steps  # case, week, usual step: what the week has beyond it
    each = np.stack([_at(weekly, over - value) for value in SCALE])
    likely = np.einsum("vcws,pv->cwps", each, gives)
    likely[:, silent] = _at(weekly, over)[:, silent, None]
    whole = likely.prod(1) * _at(usual, steps) / PEOPLE
    whole = whole / whole.sum((1, 2), keepdims=True)
    share = whole[:, None] / np.where(likely > 0, likely, 1)
    posterior = np.einsum("vcws,pv,cwps->vcw", each, gives, share)[:, :, ~np.array(silent)]
    guess, truth = posterior.argmax(0) + 1, said[:, ~np.array(silent)]
    return Known(
        100 * float((guess == truth).mean()), 100 * float((posterior.max(0) > SURE).mean())
    )


def main() -> None:
    """Print what they know, by how often the one was silent and for how many weeks they look."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--cases", type=int, default=4000)
    cases, rng = parser.parse_args().cases, np.random.default_rng(1)
    print("right, and in brackets surer than 95%, after weeks:", *WEEKS)
    for name, (before, every) in SILENT.items():
        found = [known(cases, weeks, before, every, rng) for weeks in WEEKS]
        print(f"{name:<22}", *(f"{k.right:4.0f}% ({k.sure:2.0f}%)" for k in found))


if __name__ == "__main__":
    main()
