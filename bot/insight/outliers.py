"""Whether one round alone is an outlier: worth a mild sentence, never a verdict.

The rule's shortest window is two rounds, where a drop of this very week counts only half. Here the
newest round alone is compared with up to 24 before it, at the highest bar that the rule has for any
window. It is decided from the mean as it is shown, and nothing else of that round: the sentence
tells nobody more about an answer than the number beside it. How often it is said by chance:
docs/method.md.
"""

from collections.abc import Sequence
from math import sqrt

from msgspec import Struct

from bot import privacy
from bot.insight import noise
from bot.insight.noise import Observation

MIN_STANDARD_ERRORS = 3.35  # the rule's own windows need 3.15 to 3.35
MIN_GAP = 0.30  # points; as for a call
MAX_ROUNDS_BEFORE = 24  # rounds it is compared with, at most


class Outlier(Struct, frozen=True):
    """The newest round lies this far from the `rounds_before`; `people` as in a verdict."""

    gap: float
    mean_before: float
    rounds_before: int
    people: int

    @property
    def low(self) -> bool:
        return self.gap < 0

    @property
    def shown_before(self) -> float | None:
        """The mean of the rounds before, as it may be shown."""
        return privacy.show(self.mean_before, self.people)


def outlier(
    newest: Observation, rounds_before: Sequence[Observation], past_gaps: Sequence[float]
) -> Outlier | None:
    """How far *newest* is out of the usual, or None; *past_gaps* as for `noise.overdispersion`."""
    before = rounds_before[-MAX_ROUNDS_BEFORE:]
    pooled = noise.pooled_variance(before)
    spreads = noise.variances(before, pooled)
    level = noise.level(before, spreads)
    phi = noise.overdispersion(past_gaps, noise.jumps(before, spreads))
    [own] = noise.variances([newest], pooled)
    variance = own * phi + privacy.step(newest.n) ** 2 / 12 + level.variance * phi
    gap = _shown(newest) - min(max(level.mean, privacy.LOW), privacy.HIGH)
    if abs(gap) < max(MIN_GAP, MIN_STANDARD_ERRORS * sqrt(variance)):
        return None
    people = privacy.people_behind(o.n for o in before)
    return Outlier(gap, level.mean, len(before), people)


def _shown(o: Observation) -> float:
    shown = privacy.shown_mean(round(o.mean * o.n), o.n)
    assert shown is not None, "a round below the quorum is not judged"
    return shown
