"""The verdict of one digest after a week, a year and five years, beside replaying everything."""

import random
import time
from collections.abc import Callable

from bot.insight.noise import Observation
from bot.insight.verdicts import VerdictState, replayed, step
from tests.insight.histories import verdicts

WEEKS = (1, 52, 260)
REPEATS = 300


def five_years(seed: int = 5) -> list[Observation]:
    """Weekly rounds of a team of twelve: half of them ordinary weeks, some hidden, two drops."""
    rng, rounds, level = random.Random(seed), [], 3.6
    for week in range(WEEKS[-1]):
        level -= 0.6 if week in (90, 200) else 0
        n = rng.randint(4, 12)
        rounds.append(Observation(n, rng.gauss(level, 0.25), rng.uniform(0.5, 1.2), 12))
    return rounds


def milliseconds(work: Callable[[], object], repeats: int) -> float:
    """The median time of *work* in milliseconds."""
    taken = []
    for _ in range(repeats):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return sorted(taken)[repeats // 2] * 1000


def from_kept_state(kept: str, newest: Observation) -> str:
    """What a digest does for one drive: read the state, judge the round, keep the state."""
    state, _ = step(VerdictState.from_json(kept), newest)
    return state.to_json()


async def run() -> None:
    """Print the time of three drives' verdicts in weeks 1, 52 and 260, stepped and replayed."""
    rounds = five_years()
    print("Verdicts of one digest (three drives), median of many runs")
    print(f"{'week':>6} {'kept state, ms':>16} {'full replay, ms':>16}")
    stepped: dict[int, float] = {}
    for week in WEEKS:
        kept, newest = replayed(rounds[: week - 1]).to_json(), rounds[week - 1]
        stepped[week] = 3 * milliseconds(lambda k=kept, o=newest: from_kept_state(k, o), REPEATS)  # type: ignore[misc]
        replay = 3 * milliseconds(lambda w=week: verdicts(rounds[:w]), max(REPEATS // week, 7))  # type: ignore[misc]
        print(f"{week:>6} {stepped[week]:>16.3f} {replay:>16.3f}")
    print(f"week 260 costs {stepped[260] / stepped[52]:.2f} times week 52")
