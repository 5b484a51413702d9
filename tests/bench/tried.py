"""What else was tried to find changes, each at as many false calls as the shipped rule.

    python -m tests.bench.tried [--teams 2000] [--seed 1] [--write]

The world is that of `calibrate`, with what it leaves out: three drives that go together, and two
statements a round that rotate. Every way knows the size of the noise, which the rule has to learn.
`--write` puts the table into docs/method.md.
"""

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from bot.insight import verdicts as rule
from bot.insight.noise import Observation
from bot.insight.verdicts import VerdictState
from tests.bench import calibrate
from tests.bench.calibrate import MEAN, METHOD, YEAR
from tests.bench.worlds import AGAIN, DRIVES, HARDER_SD, Array, World

Way = Callable[[World], Array]  # (team, week, hypothesis): above a bar it is a call, -: a fall

RATES = {8: 0.18, 12: 0.15, 25: 0.09}  # false calls a year of the rule, by size: docs/method.md
PAST, QUIET = 52, 8  # weeks before; weeks for which one call is one
WINDOWS, BEFORE = rule.WINDOWS, rule.MAX_ROUNDS_BEFORE
STARTS, SHIFTS = 16, (0.3, 0.5, 0.8)  # weeks back at which an e-process begins; what it bets on
DRIFTS = (0.005, 0.02)  # variance a week of the level that a filter expects
SWINGS = 0.4  # of somebody's own week stays in the next, where they last
PULL = 24.0  # answers that an ordinary distribution is worth beside a team's own


def _sums(values: Array, back: int, until: int = 0) -> Array:
    """By week, the sum of *values* over the *back* weeks before the newest *until* ones."""
    padded = np.concatenate([np.zeros_like(values[:, : back + until + 1]), values], 1).cumsum(1)
    weeks, start = values.shape[1], back + until + 1
    newest = padded[:, start - until : start - until + weeks]
    return np.asarray(newest - padded[:, start - until - back : start - until - back + weeks])


def _scans(y: Array, w: Array) -> dict[int, tuple[Array, Array]]:
    """Of each window the gap to the rounds before, and its variance."""
    found = {}
    for window, _ in WINDOWS:
        new, old = np.maximum(_sums(w, window), 1e-9), np.maximum(_sums(w, BEFORE, window), 1e-9)
        gap = _sums(w * y, window) / new - _sums(w * y, BEFORE, window) / old
        found[window] = gap, 1 / new + 1 / old
    return found


def _strongest(scores: Sequence[Array]) -> Array:
    together = np.stack(scores)
    return np.asarray(np.take_along_axis(together, np.abs(together).argmax(0)[None], 0)[0])


def windows(world: World) -> Array:
    """The rule's own windows, as if the variance were known: what anchors alone can do."""
    found = _scans(world.means, world.weights(world.n))
    return _strongest([found[w][0] / np.sqrt(found[w][1]) / bar for w, bar in WINDOWS])


def ordinal(world: World) -> Array:
    """The score test of a cumulative probit model: answers count by their normal scores."""
    w, n = world.weights(world.n), np.maximum(world.n, 1)
    shares = w[..., None] * world.counts / n[..., None]
    usual, found = world.counts.sum((0, 1, 2)) / world.counts.sum(), []
    for window, bar in WINDOWS:
        new, old = _sums(shares, window), _sums(shares, BEFORE, window)
        counted = _sums(world.counts, BEFORE, window) + PULL * usual
        p = counted / counted.sum(3, keepdims=True)
        edges = np.clip(p.cumsum(3)[..., :4], 1e-4, 1 - 1e-4)
        heights = np.exp(-(_normal_quantile(edges) ** 2) / 2) / sqrt(2 * np.pi)
        ends = np.zeros((*heights.shape[:3], 1))
        scores = -np.diff(np.concatenate([ends, heights, ends], 3)) / p
        spread = np.sqrt((p * scores**2).sum(3))
        per_answer = np.sqrt((p * np.arange(1.0, 6) ** 2).sum(3) - (p @ np.arange(1.0, 6)) ** 2)
        total = np.maximum(new.sum(3), 1e-9), np.maximum(old.sum(3), 1e-9)
        gap = ((new / total[0][..., None] - old / total[1][..., None]) * scores).sum(3)
        points = gap / spread * per_answer
        found.append(points / np.sqrt(1 / total[0] + 1 / total[1]) / bar)
    return _strongest(found)


def _normal_quantile(p: Array) -> Array:
    grid = np.linspace(-4, 4, 4001)
    below = (np.exp(-(grid**2) / 2) / sqrt(2 * np.pi) * (grid[1] - grid[0])).cumsum()
    return np.asarray(np.interp(p, below, grid))


def filtered(drift: float) -> Way:
    """A local-level filter that expects this drift, against the rounds before."""

    def way(world: World) -> Array:
        y, w = world.means, world.weights(world.n)
        level, variance = np.full_like(y[:, 0], MEAN), np.full_like(y[:, 0], 1.0)
        levels, variances = np.zeros((2, *y.shape))
        for week in range(y.shape[1]):
            variance = variance + drift
            gain = variance * w[:, week] / (1 + variance * w[:, week])
            level = level + gain * (y[:, week] - level)
            variance = (1 - gain) * variance
            levels[:, week], variances[:, week] = level, variance
        old = np.maximum(_sums(w, BEFORE, QUIET), 1e-9)
        usual = _sums(w * y, BEFORE, QUIET) / old
        return np.asarray((levels - usual) / np.sqrt(variances + 1 / old))

    return way


def betting(world: World) -> Array:
    """An e-process of Shiryaev and Roberts: a bet on a shift from each of the last weeks on."""
    y, w = world.means, world.weights(world.n)
    sides = {-1: np.zeros_like(y), 1: np.zeros_like(y)}
    for back in range(1, STARTS + 1):
        new, old = np.maximum(_sums(w, back), 1e-9), np.maximum(_sums(w, BEFORE, back), 1e-9)
        gap = _sums(w * y, back) / new - _sums(w * y, BEFORE, back) / old
        variance = 1 / new + 1 / old
        for side, won in sides.items():
            for shift in SHIFTS:
                bet = (side * shift * gap - shift**2 / 2) / variance
                won += np.exp(np.minimum(bet, 50)) / len(SHIFTS) / 2
    down, up = np.log(sides[-1]), np.log(sides[1])
    return np.where(down > up, -1, 1) * np.maximum(np.logaddexp(down, up), 1e-9)


def together(world: World) -> Array:
    """All three drives judged jointly: one of them moved, or all did, whichever fits best."""
    found, deviations = _scans(world.means, world.weights(world.n)), []
    z = found[4][0] / np.sqrt(found[4][1])
    between = np.corrcoef(z[:, PAST:].reshape(-1, DRIVES).T)
    correlation = np.where(np.eye(DRIVES, dtype=bool), 1.0, between.sum() / 6 - 0.5)
    inverse = np.linalg.inv(correlation)
    hypotheses = [*np.eye(DRIVES), np.ones(DRIVES)]
    for window, bar in WINDOWS:
        gap, variance = found[window]
        z = gap / np.sqrt(variance) / bar
        deviations += [z @ inverse @ h / sqrt(h @ inverse @ h) for h in hypotheses]
    return _strongest(deviations)[..., None]


def rotating(world: World) -> Array:
    """Rotating statements beside the anchors; how hard each is, its last asking says."""
    y, w = world.means[..., 0], world.weights(world.n)[..., 0]
    usual = _sums(w * y, BEFORE, 1) / np.maximum(_sums(w, BEFORE, 1), 1e-9)
    asked = world.weights(world.answered)
    noise = 1 / np.maximum(asked, 1e-9)
    was = np.roll(world.others - usual, AGAIN, 1)
    learnt = HARDER_SD**2 / (HARDER_SD**2 + np.roll(noise, AGAIN, 1))
    was[:, :AGAIN] = learnt[:, :AGAIN] = 0
    seen = world.others - learnt * was
    also = np.where(asked > 0, 1 / (noise + HARDER_SD**2 * (1 - learnt)), 0.0)
    both = (w * y + also * seen) / np.maximum(w + also, 1e-9)
    found = []
    for window, bar in WINDOWS:
        new = np.maximum(_sums(w + also, window), 1e-9)
        old = np.maximum(_sums(w, BEFORE, window), 1e-9)
        gap = _sums((w + also) * both, window) / new - _sums(w * y, BEFORE, window) / old
        found.append(gap / np.sqrt(1 / new + 1 / old) / bar)
    return _strongest(found)


def as_shipped(world: World) -> Array:
    """The rule itself: 2 where it calls, -2 for a fall."""
    squares = world.counts @ np.arange(1.0, 6) ** 2
    n, means = world.n, world.means
    variances = np.maximum(squares - n * means**2, 0) / np.maximum(n - 1, 1)
    calls = np.zeros(n.shape)
    for team, drive in np.ndindex(world.teams, DRIVES):
        state, told = VerdictState(), (x[team, :, drive] for x in (n, means, variances))
        for week, (k, m, v) in enumerate(zip(*told, strict=True)):
            state, verdict = rule.step(state, Observation(int(k), float(m), float(v), world.size))
            calls[team, week, drive] = 2 * np.sign(verdict.gap) if verdict.changed else 0
    return calls


WAYS: Mapping[str, Way] = {
    "the rule, as it is": as_shipped,
    "its windows, were the noise known": windows,
    "an ordinal model (cumulative probit)": ordinal,
    **{f"a local-level filter, drift {drift:g} a week": filtered(drift) for drift in DRIFTS},
    "e-processes": betting,
    "all three drives judged jointly": together,
    "facets as covariates (rotating statements)": rotating,
}
HALF = "the same, where they move half as much"


@dataclass(frozen=True)
class Row:
    """What one way does at one size, in calls a year and percent."""

    calls: float
    drop_4: float
    drop_8: float
    slide: float
    all_drop_4: float | None  # None where a way was tried on one drive alone
    restless: float  # calls a year where people's own swings last


def tried(size: int, teams: int, seed: int) -> dict[str, Row]:
    """Every way at one size, at as many false calls as the rule is said to make there."""
    rng = np.random.default_rng([seed, size])
    drop, calm = [MEAN - 0.5] * QUIET, [MEAN] * YEAR
    slide = [MEAN - 0.5 * min(1.0, (week + 1) / 12) for week in range(16)]

    def world(levels: Sequence[float], **more: float) -> World:
        return World(size, teams, [*[MEAN] * PAST, *levels], rng, **more)  # type: ignore[arg-type]

    usual = world(calm)
    worlds = {
        "drop": world(drop),
        "slide": world(slide),
        "all": world(drop, all_move=True),
        "restless": world(calm, swings=SWINGS),
    }
    half = {"drop": world(drop, shows=0.5), "slide": world(slide, shows=0.5)}
    rows = {name: _row(way, usual, worlds, RATES[size]) for name, way in WAYS.items()}
    return rows | {HALF: _row(rotating, usual, worlds | half, RATES[size])}


def _row(way: Way, calm: World, worlds: Mapping[str, World], rate: float) -> Row:
    quiet = way(calm)
    bar = 1.0 if way is as_shipped else _bar(quiet, rate)
    seen = {name: way(one) for name, one in worlds.items()}

    def found(name: str, weeks: int, *, any_drive: bool = False) -> float:
        after = seen[name][:, PAST : PAST + weeks]
        if after.ndim == 3 and not any_drive:
            after = after[..., 0]
        fell = (after < -bar).reshape(len(after), -1).any(1)
        return float(100 * fell.mean())

    return Row(
        _calls(quiet, bar),
        found("drop", 4),
        found("drop", 8),
        found("slide", 16),
        found("all", 4, any_drive=True) if quiet.ndim == 3 else None,
        _calls(seen["restless"], bar),
    )


def _calls(scores: Array, bar: float) -> float:
    """Calls a year of a team: those of a drive within eight weeks of another are the same."""
    each = scores[:, PAST:] if scores.ndim == 3 else scores[:, PAST:, None].repeat(DRIVES, 2)
    calls, free = 0, np.zeros((len(each), each.shape[2]))
    for week in range(each.shape[1]):
        new = (np.abs(each[:, week]) > bar) & (free <= week)
        calls += int(new.sum())
        free[new] = week + QUIET
    return calls / len(each)


def _bar(quiet: Array, rate: float) -> float:
    """The bar at which there are so many calls a year."""
    low, high = 0.0, float(np.abs(quiet[:, PAST:]).max())
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (middle, high) if _calls(quiet, middle) > rate else (low, middle)
    return high


def table(found: Mapping[int, Mapping[str, Row]]) -> str:
    """What every way finds, as Markdown: all figures at eight people, two at the other sizes."""
    first, *others = found
    head = [
        "", f"{first} people: drop of 0.5 in 4 weeks", "in 8", "slide, in 16",
        "all three drop: any, in 4", "false calls if swings last",
        *(f"{size}: drop, slide" for size in others), "",
    ]  # fmt: skip
    lines = [" | ".join(head).strip(), "|" + "---|" * (6 + len(others))]
    for name, row in found[first].items():
        finds = (row.drop_4, row.drop_8, row.slide, row.all_drop_4)
        whole = ["–" if p is None else f"{p:.0f}%" for p in finds]
        two = [f"{found[s][name].drop_4:.0f}%, {found[s][name].slide:.0f}%" for s in others]
        cells = [name, *whole, f"{row.restless:.2f}", *two]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Simulate, print the table, and write it if asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--teams", type=int, default=2000, help="simulated teams of each size")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help="put the table into docs/method.md")
    options = parser.parse_args(arguments)
    made = table({size: tried(size, options.teams, options.seed) for size in RATES})
    print(made)
    if options.write:
        METHOD.write_text(calibrate.put(METHOD.read_text(), "tried", made))


if __name__ == "__main__":
    main()
