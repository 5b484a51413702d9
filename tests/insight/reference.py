"""The rule and the review once more, written from their description and not from the code.

Slow and flat on purpose: one loop over whole lists, every index as the description has it. It
shares nothing with `bot.insight` but the observations it reads.
"""

import math
import statistics
from typing import Any, Protocol

NORMAL = statistics.NormalDist()


class Round(Protocol):
    """What both sides read of a round."""

    @property
    def n(self) -> int: ...
    @property
    def mean(self) -> float: ...
    @property
    def variance(self) -> float: ...
    @property
    def size(self) -> int: ...
    @property
    def restarts(self) -> bool: ...


def spread(rounds: list[Round]) -> list[float]:
    """v_i: the variance of each round's mean, from the variance pooled over *rounds*."""
    freedom = 8 + sum(r.n - 1 for r in rounds)
    pooled = (8 * 0.8 + sum((r.n - 1) * r.variance for r in rounds)) / freedom
    result = []
    for r in rounds:
        share = r.n / r.size if 0 < r.n < r.size else 1.0
        result.append(0.0225 + pooled * (1 - 0.4 * share) / r.n)
    return result


def average(rounds: list[Round], v: list[float]) -> tuple[float, float]:
    """The precision-weighted mean, and the sum of the weights."""
    weights = [x**-1 for x in v]
    return math.fsum(w * r.mean for w, r in zip(weights, rounds, strict=True)) / math.fsum(
        weights
    ), math.fsum(weights)


def contrast(use: list[Round], v: list[float], w: int) -> tuple[float, float, int]:
    """gap(w), se0(w) and how many rounds are before the window."""
    new, new_v = use[len(use) - w :], v[len(use) - w :]
    old, old_v = use[: len(use) - w][-24:], v[: len(use) - w][-24:]
    m1, w1 = average(new, new_v)
    m0, w0 = average(old, old_v)
    return m1 - m0, math.sqrt(1 / w1 + 1 / w0), len(old)


def roughness(rounds: list[Round], v: list[float]) -> tuple[float, int]:
    """The sum of squared standardised jumps, and how many there are."""
    total = 0.0
    for i in range(1, len(rounds)):
        total += (rounds[i].mean - rounds[i - 1].mean) ** 2 / (v[i] + v[i - 1])
    return total, max(len(rounds) - 1, 0)


def verdicts(rounds: list[Round]) -> list[dict[str, Any]]:
    """kind, window, gap and callable gap of every round, and how close the decision was."""
    start = 0
    pub: list[Round] = []
    z2: list[float | None] = []
    found: list[dict[str, Any]] = []
    for r in rounds:
        if r.restarts:
            start = len(pub)
        if r.n < 5:
            found.append({"kind": "hidden"})
            continue
        pub.append(r)
        t = len(pub) - 1
        length = min(t + 1 - start, 24 + 8)
        use = pub[t + 1 - length : t + 1]
        if length < 8:
            z2.append(None)
            found.append({"kind": "learning", "left": 8 - length})
            continue
        v = spread(use)
        gap4, se4, _ = contrast(use, v, 4)
        earlier = [x for x in z2[max(0, t - 4 - 26 + 1) : max(0, t - 4 + 1)] if x is not None]
        rough, count = roughness(use, v)
        phi_long = (4 + sum(earlier) / 4) / (4 + len(earlier) / 4)
        phi_short = (16 + rough) / (16 + count)
        phi = max(1.0, phi_long, phi_short)
        z2.append((gap4 / se4) ** 2)
        options: list[dict[str, Any]] = []
        for w, h in ((2, 3.25), (4, 3.15), (8, 3.35)):
            if length >= w + 4:
                gap, se, before = contrast(use, v, w)
                band = h * se * math.sqrt(phi)
                options.append(
                    {
                        "window": w,
                        "gap": gap,
                        "x": abs(gap) / band,
                        "callable": max(0.3, band),
                        "before": before,
                    }
                )
        calls = [o for o in options if o["x"] >= 1 and abs(o["gap"]) >= 0.3]
        if calls:
            best = max(calls, key=lambda o: o["x"])
            kind = "up" if best["gap"] > 0 else "down"
            start = t + 1 - best["window"]
            for i in range(max(0, t - 4 + 1), t + 1):
                z2[i] = None
        else:
            best, kind = max(options, key=lambda o: abs(o["gap"]) / o["callable"]), "noise"
        margin = min(min(abs(o["x"] - 1), abs(abs(o["gap"]) - 0.3)) for o in options)
        strengths = sorted(o["x"] for o in (calls or options))
        if len(strengths) > 1:
            margin = min(margin, strengths[-1] - strengths[-2])
        found.append({"kind": kind, "margin": margin, "phi": phi, **best})
    return found


def past_gaps(rounds: list[Round]) -> list[float]:
    """The z² that NOISE verdicts left in the last 26 published rounds, restated from verdicts."""
    said = [f for f in verdicts(rounds) if f["kind"] != "hidden"]
    pub = [r for r in rounds if r.n >= 5]
    result = []
    for t in range(max(0, len(pub) - 26), len(pub)):
        later = said[t : t + 4]  # a call in one of these took t's gap for part of the change
        if said[t]["kind"] != "noise" or any(f["kind"] in ("up", "down") for f in later):
            continue
        result.append(_gap4(rounds, said, t))
    return result


def _gap4(rounds: list[Round], said: list[dict[str, Any]], t: int) -> float:
    start = seen = 0
    for r in rounds:
        if r.restarts:
            start = max(start, seen)
        if r.n >= 5:
            seen += 1
            if seen == t + 1:
                break
    for i in range(t):
        if said[i]["kind"] in ("up", "down") and i + 1 - said[i]["window"] > start:
            start = i + 1 - said[i]["window"]
    pub = [r for r in rounds if r.n >= 5]
    use = pub[max(start, t + 1 - 32) : t + 1]
    gap, se, _ = contrast(use, spread(use), 4)
    return (gap / se) ** 2


def review(before: list[Round], after: list[Round], gaps: list[float]) -> dict[str, Any]:
    """The review of an experiment, for rounds in which no anchor was reworded."""
    pre = [r for r in before if r.n >= 5][-12:]
    post = [r for r in after if r.n >= 5]
    if len(pre) < 4 or len(post) < 4:
        return {"kind": "too few"}
    v = spread(pre + post)
    v_pre, v_post = v[: len(pre)], v[len(pre) :]
    (r1, n1), (r2, n2) = roughness(pre, v_pre), roughness(post, v_post)
    phi = max(1.0, (4 + sum(gaps) / 4) / (4 + len(gaps) / 4), (16 + r1 + r2) / (16 + n1 + n2))
    m0, w0 = average(pre, v_pre)
    m1, w1 = average(post, v_post)
    noise = phi * (1 / w1 + 1 / w0)
    prior = 0.35 * 0.35
    belief = statistics.NormalDist(
        prior / (prior + noise) * (m1 - m0), math.sqrt(prior * noise / (prior + noise))
    )
    up, down = 1 - belief.cdf(0.1), belief.cdf(-0.1)
    small = belief.cdf(0.25) - belief.cdf(-0.25)
    kind = (
        "up"
        if up >= 0.9
        else "down"
        if down >= 0.9
        else "no big change"
        if small >= 0.8
        else "cannot tell"
    )
    moving = False
    if len(pre) >= 8 and kind in ("up", "down"):
        late, lw = average(pre[-4:], v_pre[-4:])
        early, ew = average(pre[:-4], v_pre[:-4])
        drift = (late - early) / math.sqrt(1 / lw + 1 / ew)
        moving = drift > 1 if kind == "up" else drift < -1
    return {
        "kind": kind,
        "estimate": belief.mean,
        "low": belief.mean - 1.28 * belief.stdev,
        "high": belief.mean + 1.28 * belief.stdev,
        "moving": moving,
        "margin": min(abs(up - 0.9), abs(down - 0.9), abs(small - 0.8)),
    }
