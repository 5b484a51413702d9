"""Whether something really changed: learning, noise, up or down.

The last 2, 4 and 8 published rounds are each compared with up to 24 rounds before them. It is a
change only where a gap is at least 0.3 points and more than three times its usual wobble. How often
that is wrong, and what it finds: docs/method.md; `make calibrate` measures it.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from math import sqrt

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from bot import privacy
from bot.insight import noise
from bot.insight.noise import Level, Observation
from bot.insight.outliers import Outlier, outlier

WINDOWS = ((2, 3.25), (4, 3.15), (8, 3.35))  # newest rounds compared: standard errors needed
MAX_ROUNDS_BEFORE = 24  # that a window is compared with
MIN_ROUNDS_BEFORE = 4  # without which a window is not compared at all
ROUNDS_NEEDED = 8  # before there is any verdict
MIN_GAP = 0.30  # points of the scale below which no gap is called, however sure
MAX_RECENT = MAX_ROUNDS_BEFORE + max(w for w, _ in WINDOWS)
MAX_GAPS = noise.GAPS_COUNTED + noise.GAP_WINDOW - 1  # that can still count in a later round
RULE_VERSION = 1  # what a kept state was made by; raise it whenever a constant or the rule changes


class Kind(StrEnum):
    """What a round says of one drive."""

    HIDDEN = "hidden"
    LEARNING = "learning"
    NOISE = "noise"
    UP = "up"
    DOWN = "down"


class Verdict(Struct, frozen=True):
    """What can be said of one drive after one round.

    For NOISE, UP and DOWN `window` newest rounds, the first of them closed on `since`, are compared
    with `rounds_before`. Means, gaps and differences are in points of the 1-5 scale and exact: they
    leave the insight room through `shown_new`, `shown_before` and `shown_gap` only, which round
    them as for `people` answers. A verdict of LEARNING has `rounds_left` to go; `called` tells
    which change began the baseline that is being learnt, if one did. NOISE may have an `outlier`,
    its newest round: what is said of it is no call, and changes no later verdict.
    """

    kind: Kind
    window: int = 0
    rounds_before: int = 0
    mean_new: float = 0.0
    mean_before: float = 0.0
    gap: float = 0.0
    callable_gap: float = 0.0
    ordinary_difference: float = 0.0
    people: int = 0
    since: date | None = None
    rounds_left: int = 0
    called: Kind | None = None
    outlier: Outlier | None = None

    @property
    def changed(self) -> bool:
        """Whether it is a call: something really changed."""
        return self.kind in (Kind.UP, Kind.DOWN)

    @property
    def shown_new(self) -> float | None:
        """The newest rounds' mean, as it may be shown."""
        return privacy.show(self.mean_new, self.people)

    @property
    def shown_before(self) -> float | None:
        """The mean of the rounds before, as it may be shown."""
        return privacy.show(self.mean_before, self.people)

    @property
    def shown_gap(self) -> float:
        """The size of the gap, without its sign, as it may be shown."""
        return privacy.show_gap(self.gap, self.people)


class StaleState(ValueError):
    """This state was kept by another version of the rule. Replay the rounds instead."""


class VerdictState(Struct, frozen=True):
    """All that later verdicts depend on; it never grows, however long a team has been asked.

    `recent` are the published rounds of the present baseline, at most 32. `gaps` are the squared
    four-round gaps of past rounds in units of their variance, newest last, None where learning
    or a real change; at most 29.
    """

    recent: tuple[Observation, ...] = ()
    gaps: tuple[float | None, ...] = ()
    called: Kind | None = None

    @property
    def past_gaps(self) -> list[float]:
        """The gaps of past NOISE verdicts among the last 26 rounds: this team's usual wobble."""
        return [z2 for z2 in self.gaps[-noise.GAPS_COUNTED :] if z2 is not None]

    def to_json(self) -> str:
        """The state as text to keep; `from_json` gives back exactly the same numbers."""
        return json.dumps({"rule": RULE_VERSION, **to_builtins(self)})

    @classmethod
    def from_json(cls, text: str) -> "VerdictState":
        """Read what `to_json` wrote; `StaleState` if another version of the rule did."""
        kept = json.loads(text)
        if kept.pop("rule", None) != RULE_VERSION:
            raise StaleState(StaleState.__doc__)
        return cls(
            recent=tuple(_observation(o) for o in kept["recent"]),
            gaps=tuple(kept["gaps"]),
            called=Kind(kept["called"]) if kept["called"] else None,
        )


def _observation(kept: dict[str, object]) -> Observation:
    closed_on = kept.pop("closed_on")
    on = date.fromisoformat(str(closed_on)) if closed_on else None
    return Observation(**kept, closed_on=on)  # type: ignore[arg-type]


def replayed(rounds: Iterable[Observation]) -> VerdictState:
    """The state after all *rounds*, oldest first."""
    state = VerdictState()
    for observation in rounds:
        state, _ = step(state, observation)
    return state


def step(state: VerdictState, observation: Observation) -> tuple[VerdictState, Verdict]:
    """Judge the next round: the state after it, and its verdict. Costs the same in any year."""
    if observation.restarts:
        state = VerdictState((), state.gaps)
    if observation.n < privacy.QUORUM:
        return state, Verdict(Kind.HIDDEN)
    use = (*state.recent, observation)[-MAX_RECENT:]
    if len(use) < ROUNDS_NEEDED:
        gaps = (*state.gaps, None)[-MAX_GAPS:]
        left = ROUNDS_NEEDED - len(use)
        return VerdictState(use, gaps, state.called), _learning(left, state.called)
    return _judge(state, use)


def _learning(rounds_left: int, called: Kind | None) -> Verdict:
    return Verdict(Kind.LEARNING, rounds_left=rounds_left, called=called)


class _Comparison(Struct, frozen=True):
    """One window's newest rounds against the rounds before them."""

    window: int
    rounds_before: int
    new: Level
    before: Level
    needed: float  # standard errors that make it a call

    @property
    def gap(self) -> float:
        return self.new.mean - self.before.mean

    @property
    def variance(self) -> float:
        return self.new.variance + self.before.variance

    def strength(self, phi: float) -> float:
        """The gap in units of what makes it a call; from 1 it is one, if it is large enough."""
        return abs(self.gap) / (self.needed * sqrt(self.variance * phi))

    def callable_gap(self, phi: float) -> float:
        return max(MIN_GAP, self.needed * sqrt(self.variance * phi))

    def nearness(self, phi: float) -> float:
        """How near it is to a call, the smallest gap that counts included."""
        return abs(self.gap) / self.callable_gap(phi)


def _judge(state: VerdictState, use: tuple[Observation, ...]) -> tuple[VerdictState, Verdict]:
    spreads = noise.variances(use, noise.pooled_variance(use))
    scans = {
        window: _compare(use, spreads, window, needed)
        for window, needed in WINDOWS
        if len(use) >= window + MIN_ROUNDS_BEFORE
    }
    usual = scans[noise.GAP_WINDOW]
    # The newest gaps overlap with the one being judged: a change must not excuse itself.
    settled = [z2 for z2 in state.gaps[: 1 - noise.GAP_WINDOW] if z2 is not None]
    phi = noise.overdispersion(settled, noise.jumps(use, spreads))
    gaps = (*state.gaps, usual.gap**2 / usual.variance)

    calls = [s for s in scans.values() if s.strength(phi) >= 1 and abs(s.gap) >= MIN_GAP]
    if not calls:
        nearest = max(scans.values(), key=lambda s: s.nearness(phi))
        alone = outlier(use[-1], use[:-1], settled)
        verdict = replace(_verdict(Kind.NOISE, nearest, phi, use, spreads), outlier=alone)
        return VerdictState(use, gaps[-MAX_GAPS:], state.called), verdict
    best = max(calls, key=lambda s: s.strength(phi))
    kind = Kind.UP if best.gap > 0 else Kind.DOWN
    verdict = _verdict(kind, best, phi, use, spreads)
    changing = (None,) * min(noise.GAP_WINDOW, len(gaps))
    return VerdictState(
        use[-best.window :], (*gaps[: -noise.GAP_WINDOW], *changing)[-MAX_GAPS:], kind
    ), verdict


def _compare(
    use: Sequence[Observation], spreads: Sequence[float], window: int, needed: float
) -> _Comparison:
    before = slice(max(0, len(use) - window - MAX_ROUNDS_BEFORE), len(use) - window)
    return _Comparison(
        window,
        before.stop - before.start,
        noise.level(use[-window:], spreads[-window:]),
        noise.level(use[before], spreads[before]),
        needed,
    )


def _verdict(
    kind: Kind,
    scan: _Comparison,
    phi: float,
    use: Sequence[Observation],
    spreads: Sequence[float],
) -> Verdict:
    new = use[-scan.window :]
    before = use[-scan.window - scan.rounds_before : -scan.window]
    return Verdict(
        kind,
        window=scan.window,
        rounds_before=scan.rounds_before,
        mean_new=scan.new.mean,
        mean_before=scan.before.mean,
        gap=scan.gap,
        callable_gap=scan.callable_gap(phi),
        ordinary_difference=noise.ordinary_difference(spreads[-1], phi),
        people=min(
            privacy.people_behind(o.n for o in new), privacy.people_behind(o.n for o in before)
        ),
        since=new[0].closed_on,
    )
