"""How often a verdict is wrong, and how often it finds a change: the shipped rule, simulated.

    python -m tests.bench.calibrate [--teams 4000] [--jobs 2] [--seed 1] [--write]

Every team is asked weekly for a year without a change, so that the rule knows it. Then its future
is played several times over: another year of nothing, a drop, a slide, an experiment.
`--write` puts the tables into docs/method.md.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from math import erf, sqrt
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot import blurring
from bot.insight import verdicts as rule
from bot.insight.noise import Observation
from bot.insight.readings import ItemTally
from bot.insight.reviews import Outcome, review
from bot.insight.verdicts import Kind, VerdictState
from bot.privacy import QUORUM, SCALE

SIZES = (5, 8, 12, 25, 50)
YEAR, DRIVES, BATCH = 52, 3, 50
EFFECTS = (0.0, 0.3, 0.5)
METHOD = Path(__file__).parents[2] / "docs" / "method.md"

MEAN = 3.6  # the average answer
PERSON_SD, WEEK_SD = 0.70, 0.60  # together an answer SD of 0.92 of which 0.51 is the person's
WOBBLE_SD, WOBBLE_STAYS = 0.10, 0.30  # a week's shared wobble, and how much the next one keeps
RESPONSE, TURNOVER = 0.80, 0.20  # of a team each week; of a team each year
STATEMENTS = 5  # of a round; the first is looked at, all tell how answers are spread
DOUBT_SD = 0.5  # of `blurring.doubt`


def average_answer(level: float) -> float:
    """What people at *level* answer on average, once rounded to 1-5 and clipped there."""
    sd = sqrt(PERSON_SD**2 + WEEK_SD**2 + WOBBLE_SD**2)
    return 1 + sum((1 + erf((level - edge) / (sd * sqrt(2)))) / 2 for edge in (1.5, 2.5, 3.5, 4.5))


@cache
def level_of(answer: float) -> float:
    """The level at which *answer* is the average one: a drop of 0.5 is one of the answers."""
    low, high = 0.0, 6.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if average_answer(middle) < answer else (low, middle)
    return low


@dataclass
class Teams:
    """Many teams of one size, week by week: who is in them, and how the week feels to all."""

    count: int
    size: int
    rng: np.random.Generator
    people: NDArray[np.float64] = field(init=False)
    wobble: NDArray[np.float64] = field(init=False)
    usual: NDArray[np.int64] = field(init=False)  # steps by which its sums are always moved
    spread: list[float] = field(init=False)

    def __post_init__(self) -> None:
        self.people = self._anybody()
        self.wobble = self.rng.normal(0, WOBBLE_SD, (self.count, 1, 1))
        self.usual = self.rng.choice(blurring.USUAL, self.count)
        self.spread = [blurring.ORDINARY_SPREAD] * self.count

    def answer(self, mean: float) -> list[Observation]:
        """One week in which the average answer to the first statement is *mean*: what is stored."""
        self._pass_a_week()
        level = np.array([level_of(mean), *[level_of(MEAN)] * (STATEMENTS - 1)])
        felt = level[:, None] + self.people + self.wobble
        felt = felt + self.rng.normal(0, WEEK_SD, self.people.shape)
        answers = np.clip(np.rint(felt), 1, 5)
        said = self.rng.random((self.count, 1, self.size)) < RESPONSE
        n = said.sum(2)
        means = (answers * said).sum(2) / np.maximum(n, 1)
        squares = ((answers - means[..., None]) ** 2 * said).sum(2)
        found = squares.sum(1) / STATEMENTS / np.maximum(n[:, 0] - 1, 1)
        doubts = self.rng.normal(0, DOUBT_SD, self.count)
        steps = self.usual + self.rng.choice(blurring.WEEKLY, self.count)
        counts = np.array([(said & (answers == value))[:, 0].sum(1) for value in SCALE]).T
        told = zip(*(x.tolist() for x in (counts, steps, found, doubts)), strict=True)
        return [self._stored(team, *each) for team, each in enumerate(told)]

    def _stored(
        self, team: int, given: Sequence[int], steps: int, found: float, doubt: float
    ) -> Observation:
        counts = dict(zip(SCALE, given, strict=True))
        if sum(given) < QUORUM:
            return Observation(0, size=self.size)
        if sum(given) <= blurring.UP_TO:
            self.spread[team] = blurring.spread(self.spread[team], found, doubt)
            counts = blurring.blurred(counts, steps, self.spread[team])
        tally = ItemTally("", counts)
        return Observation(tally.people, tally.mean, tally.variance, self.size)

    def _pass_a_week(self) -> None:
        left = self.rng.random((self.count, 1, self.size)) < TURNOVER / YEAR
        self.people = np.where(left, self._anybody(), self.people)
        fresh = self.rng.normal(0, WOBBLE_SD * sqrt(1 - WOBBLE_STAYS**2), self.wobble.shape)
        self.wobble = WOBBLE_STAYS * self.wobble + fresh

    def _anybody(self) -> NDArray[np.float64]:
        """What people think of each statement: half of it is the same for all of them."""
        sd, shape = PERSON_SD * sqrt(0.5), (self.count, STATEMENTS, self.size)
        return self.rng.normal(0, sd, (shape[0], 1, shape[2])) + self.rng.normal(0, sd, shape)


@dataclass
class Played:
    """What happened to one team in one future: its rounds and what was said of them."""

    rounds: list[Observation]
    kinds: list[Kind]
    odd: list[bool]  # whether this one round was called unusual

    @property
    def calls(self) -> int:
        return sum(kind in (Kind.UP, Kind.DOWN) for kind in self.kinds)

    def found_within(self, weeks: int) -> bool:
        """Whether the drop was called within so many weeks of its first."""
        return Kind.DOWN in self.kinds[:weeks]

    @property
    def noticed_at_once(self) -> bool:
        """Whether the first week's digest says anything of a drop: a call, or an unusual round."""
        return self.odd[0] or self.found_within(1)

    @property
    def arrows(self) -> int:
        """How often a tool that compares with the week before would draw an arrow."""
        shown = [round(o.mean, 1) if o.n >= QUORUM else None for o in self.rounds]
        pairs = pairwise(shown)
        return sum(a is not None and b is not None and a != b for a, b in pairs)


def play(teams: Teams, states: Sequence[VerdictState], means: Iterable[float]) -> list[Played]:
    """Ask *teams*, whose history is in *states*, for as many weeks as *means* has."""
    state, played = list(states), [Played([], [], []) for _ in states]
    for mean in means:
        for i, observation in enumerate(teams.answer(mean)):
            state[i], verdict = rule.step(state[i], observation)
            played[i].rounds.append(observation)
            played[i].kinds.append(verdict.kind)
            played[i].odd.append(verdict.outlier is not None)
    return played


@dataclass(frozen=True)
class Share:
    """A figure and its Monte-Carlo standard error."""

    value: float
    error: float


def share(values: Iterable[float], times: float = 1.0) -> Share:
    """The mean over teams of *values*, with its standard error, both multiplied."""
    found = np.fromiter(values, float) * times
    # With no event at all the spread is nothing; the rule of three bounds it instead.
    error = found.std(ddof=1) / sqrt(len(found)) if found.any() else times / len(found)
    return Share(float(found.mean()), float(error))


@dataclass
class Tried:
    """One batch of teams of one size: one number a team for every figure of the tables."""

    size: int
    figures: dict[str, list[float]]


def try_out(size: int, count: int, seed: int) -> Tried:
    """Simulate *count* teams of *size*: a year to know them, then every future."""
    rng = np.random.default_rng([seed, size])
    teams = Teams(count, size, rng)
    states, past = [VerdictState()] * count, [[] for _ in range(count)]  # type: ignore[var-annotated]
    for _ in range(YEAR):
        for i, observation in enumerate(teams.answer(MEAN)):
            states[i], _ = rule.step(states[i], observation)
            past[i].append(observation)

    def future(means: Iterable[float]) -> list[Played]:
        return play(deepcopy(teams), states, means)

    return Tried(size, {**_verdicts(future), **_reviews(future, states, past)})


def _verdicts(future: Callable[[Iterable[float]], list[Played]]) -> dict[str, list[float]]:
    nothing, drop = future([MEAN] * (YEAR + 1)), future([MEAN - 0.5] * 8)
    plunge, deeper = future([MEAN - 1.0] * 2), future([MEAN - 1.5])
    slide = future([MEAN - 0.5 * min(1.0, (week + 1) / 12) for week in range(16)])
    return {
        "shown": [sum(o.n >= QUORUM for o in p.rounds) / len(p.rounds) for p in nothing],
        "arrows": [p.arrows for p in nothing],
        "calls": [Played(p.rounds, p.kinds[:YEAR], []).calls for p in nothing],
        "odd": [sum(p.odd[:YEAR]) for p in nothing],
        **{f"drop {weeks}": [p.found_within(weeks) for p in drop] for weeks in (2, 4, 8)},
        "plunge": [p.found_within(2) for p in plunge],
        "noticed 1.0": [p.noticed_at_once for p in plunge],
        "noticed 1.5": [p.noticed_at_once for p in deeper],
        "slide": [p.found_within(16) for p in slide],
    }


def _reviews(
    future: Callable[[Iterable[float]], list[Played]],
    states: Sequence[VerdictState],
    past: Sequence[list[Observation]],
) -> dict[str, list[float]]:
    figures: dict[str, list[float]] = {}
    for effect in EFFECTS:
        found = [
            review(before, played.rounds, past_gaps=state.past_gaps)
            for before, played, state in zip(past, future([MEAN + effect] * 6), states, strict=True)
        ]
        up = [r.kind is Outcome.UP for r in found]
        figures[f"up {effect}"] = [
            u and not r.already_moving for u, r in zip(up, found, strict=True)
        ]
        figures[f"moving {effect}"] = [
            u and r.already_moving for u, r in zip(up, found, strict=True)
        ]
        figures[f"down {effect}"] = [r.kind is Outcome.DOWN for r in found]
        figures[f"small {effect}"] = [r.kind is Outcome.NO_BIG_CHANGE for r in found]
        figures[f"few {effect}"] = [r.kind is Outcome.TOO_FEW for r in found]
    return figures


YEARLY = {
    "calls",
    "arrows",
    "odd",
}  # counted over a year of one drive; told for a team's three drives


def simulate(teams: int, *, seed: int = 1, jobs: int = 1) -> dict[int, dict[str, Share]]:
    """Every figure for every size, from *teams* simulated teams each."""
    batches = [
        (size, min(BATCH, teams - start), seed * 1_000_003 + start)
        for size in SIZES
        for start in range(0, teams, BATCH)
    ]
    columns = list(zip(*batches, strict=True))
    if jobs > 1:
        with ProcessPoolExecutor(jobs) as pool:
            tried = list(pool.map(try_out, *columns))
    else:
        tried = list(map(try_out, *columns))
    return {size: pooled([t for t in tried if t.size == size]) for size in SIZES}


def pooled(tried: Sequence[Tried]) -> dict[str, Share]:
    """Every figure over all batches of one size."""
    names = tried[0].figures
    return {
        name: share((v for t in tried for v in t.figures[name]), DRIVES if name in YEARLY else 100)
        for name in names
    }


def _percent(figure: Share) -> str:
    return f"{figure.value:.0f}%" if figure.value >= 1.95 else f"{figure.value:.1f}%"


def verdict_table(found: dict[int, dict[str, Share]]) -> str:
    """What the verdict rule does, as Markdown."""
    lines = [
        "| Team of | rounds shown | arrows a year, if every change were one "
        "| **false calls a year** | finds a drop of 0.5 in 2 weeks | in 4 | in 8 "
        "| a drop of 1.0 in 2 | a slide of 0.5 over 12 weeks, in 16 |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for size, row in found.items():
        powers = ("drop 2", "drop 4", "drop 8", "plunge", "slide")
        lines.append(
            f"| {size} | {_percent(row['shown'])} | {row['arrows'].value:.0f} "
            f"| **{row['calls'].value:.2f}** | "
            + " | ".join(_percent(row[name]) for name in powers)
            + " |"
        )
    return "\n".join(lines)


def odd_table(found: dict[int, dict[str, Share]]) -> str:
    """How often one round alone is called unusual, as Markdown."""
    lines = [
        '| Team of | **"unusually low" or "high" a year, by chance** '
        "| a drop of 1.0 is mentioned in its first week | a drop of 1.5 |",
        "|---|---|---|---|",
    ]
    for size, row in found.items():
        noticed = " | ".join(_percent(row[f"noticed {drop}"]) for drop in ("1.0", "1.5"))
        lines.append(f"| {size} | **{row['odd'].value:.3f}** | {noticed} |")
    return "\n".join(lines)


def review_table(found: dict[int, dict[str, Share]]) -> str:
    """What the review of an experiment says, as Markdown."""
    lines = [
        "| Team of | no effect: says it went up | +0.3: says it went up | +0.5: says it went up "
        "| no effect: says no big change | no effect: too few rounds |",
        "|---|---|---|---|---|---|",
    ]
    for size, row in found.items():
        ups = [f"{_percent(row[f'up {e}'])} ({_percent(row[f'moving {e}'])})" for e in EFFECTS]
        rest = [_percent(row["small 0.0"]), _percent(row["few 0.0"])]
        lines.append(f"| {size} | " + " | ".join([*ups, *rest]) + " |")
    return "\n".join(lines)


def footnote(found: dict[int, dict[str, Share]], teams: int) -> str:
    """How exact the tables are."""
    calls = max(row["calls"].error for row in found.values())
    power = max(s.error for row in found.values() for name, s in row.items() if name not in YEARLY)
    return (
        f"{teams:,} simulated teams a row; Monte-Carlo standard error at most {calls:.3f} calls "
        f"and {power:.1f} points."
    )


def put(text: str, name: str, table: str) -> str:
    """*text* with what stands between the markers of *name* replaced."""
    begin, end = f"<!-- calibrate: {name} -->", f"<!-- end: {name} -->"
    if begin not in text or end not in text:
        sys.exit(f"docs/method.md has no place for the table {name!r}: {begin} … {end}")
    head, rest = text.split(begin, 1)
    return f"{head}{begin}\n{table}\n{end}{rest.split(end, 1)[1]}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Simulate, print the tables, and write them if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--teams", type=int, default=400, help="simulated teams of each size")
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help="put the tables into docs/method.md")
    options = parser.parse_args(arguments)
    began = time.perf_counter()
    found = simulate(options.teams, seed=options.seed, jobs=options.jobs)
    tables = {
        "verdicts": verdict_table(found),
        "odd rounds": odd_table(found),
        "reviews": review_table(found),
        "exactness": footnote(found, options.teams),
    }
    print("\n\n".join(tables.values()))
    print(f"\n{time.perf_counter() - began:.0f} s")
    if options.write:
        text = METHOD.read_text()
        for name, table in tables.items():
            text = put(text, name, table)
        METHOD.write_text(text)


if __name__ == "__main__":
    main()
