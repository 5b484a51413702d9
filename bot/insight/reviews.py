"""Whether an experiment helped: one estimate, at its review, of the one drive it was meant for.

Up to 12 published rounds before are compared with the rounds under the experiment. A normal prior
holds that most changes do little and shrinks the estimate towards zero, so that a lucky start
after a bad week is not taken for success.
How often that is wrong, and what it finds: docs/method.md.
"""

from collections.abc import Sequence
from enum import StrEnum
from math import erf, sqrt

from msgspec import Struct

from bot import privacy
from bot.insight import noise
from bot.insight.figures import written
from bot.insight.noise import Observation

MAX_ROUNDS_BEFORE = 12  # published rounds that it is compared with, at most
MIN_ROUNDS = 4  # published rounds before, and as many after
PRIOR_SD = 0.35  # most changes do less than this many points
HELPED = 0.10  # points: an effect beyond them is a change
SURE = 0.90  # where it is at least so probable
SMALL = 0.25  # points: an effect within them is no big change
FAIRLY_SURE = 0.80  # where it is at least so probable
RANGE = 1.28  # standard deviations either way: the range that is told, nominally 80%
DRIFT_ROUNDS = 4  # the newest rounds before the start, which tell a drift
DRIFT_FROM = 8  # rounds before the start without which no drift is told


class Outcome(StrEnum):
    """What a review can say."""

    UP = "up"
    DOWN = "down"
    NO_BIG_CHANGE = "no big change"
    CANNOT_TELL = "cannot tell"
    TOO_FEW = "too few"


class Finding(Struct, frozen=True):
    """What can be said about an experiment.

    `estimate`, `low` and `high` are points of the scale and None if there were too few rounds.
    `already_moving`: the drive was on its way there before the experiment began.
    """

    kind: Outcome
    estimate: float | None = None
    low: float | None = None
    high: float | None = None
    already_moving: bool = False
    rounds_before: int = 0
    rounds_after: int = 0
    mean_before: str = ""  # as it may be shown, like those of a Figure
    mean_after: str = ""


def review(
    before: Sequence[Observation],
    after: Sequence[Observation],
    *,
    past_gaps: Sequence[float] = (),
) -> Finding:
    """Compare the rounds *after* an experiment's start with those *before* it, both oldest first.

    *past_gaps* is `verdicts.replayed(before).past_gaps`: how much this team wobbles anyway. Hidden
    rounds are passed over; if the anchor was reworded, only rounds with the same words count.
    """
    pre, post = _comparable(before, after)
    if min(len(pre), len(post)) < MIN_ROUNDS:
        return Finding(Outcome.TOO_FEW, rounds_before=len(pre), rounds_after=len(post))
    pooled = noise.pooled_variance([*pre, *post])
    spread_pre, spread_post = noise.variances(pre, pooled), noise.variances(post, pooled)
    jumps = [*noise.jumps(pre, spread_pre), *noise.jumps(post, spread_post)]
    phi = noise.overdispersion(past_gaps, jumps)
    then, now = noise.level(pre, spread_pre), noise.level(post, spread_post)
    variance = phi * (now.variance + then.variance)
    shrink = PRIOR_SD**2 / (PRIOR_SD**2 + variance)
    estimate, sd = shrink * (now.mean - then.mean), sqrt(shrink * variance)
    kind = _outcome(estimate, sd)
    return Finding(
        kind,
        estimate,
        estimate - RANGE * sd,
        estimate + RANGE * sd,
        already_moving=_moving_towards(kind, pre, spread_pre),
        rounds_before=len(pre),
        rounds_after=len(post),
        mean_before=_written(then.mean, pre, post),
        mean_after=_written(now.mean, pre, post),
    )


def _written(mean: float, pre: Sequence[Observation], post: Sequence[Observation]) -> str:
    """A mean as it may be shown, rounded as in a digest for the fewer people of both sides."""
    people = min(privacy.people_behind(o.n for o in side) for side in (pre, post))
    return written(privacy.show(mean, people), people)


def _comparable(
    before: Sequence[Observation], after: Sequence[Observation]
) -> tuple[list[Observation], list[Observation]]:
    """The published rounds on either side that asked in the same words."""
    pre: list[Observation] = []
    post: list[Observation] = []
    for side, rounds in ((pre, before), (post, after)):
        for o in rounds:
            if o.restarts:
                pre.clear()
                post.clear()
            if o.n >= privacy.QUORUM:
                side.append(o)
    return pre[-MAX_ROUNDS_BEFORE:], post


def _outcome(estimate: float, sd: float) -> Outcome:
    if 1 - _below(HELPED, estimate, sd) >= SURE:
        return Outcome.UP
    if _below(-HELPED, estimate, sd) >= SURE:
        return Outcome.DOWN
    if _below(SMALL, estimate, sd) - _below(-SMALL, estimate, sd) >= FAIRLY_SURE:
        return Outcome.NO_BIG_CHANGE
    return Outcome.CANNOT_TELL


def _below(limit: float, mean: float, sd: float) -> float:
    """The probability that a normal variable is below *limit*."""
    return (1 + erf((limit - mean) / (sd * sqrt(2)))) / 2


def _moving_towards(kind: Outcome, pre: Sequence[Observation], spreads: Sequence[float]) -> bool:
    """Whether the rounds before the start already moved the way that the answer says."""
    if kind not in (Outcome.UP, Outcome.DOWN) or len(pre) < DRIFT_FROM:
        return False
    late = noise.level(pre[-DRIFT_ROUNDS:], spreads[-DRIFT_ROUNDS:])
    early = noise.level(pre[:-DRIFT_ROUNDS], spreads[:-DRIFT_ROUNDS])
    drift = (late.mean - early.mean) / sqrt(late.variance + early.variance)
    return drift > 1 if kind is Outcome.UP else drift < -1
