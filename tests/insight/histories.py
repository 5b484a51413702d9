"""Random histories of a team: levels that stay, jump or drift, weeks missing, people coming."""

import random
from collections.abc import Iterable

from bot.insight.noise import Observation
from bot.insight.verdicts import Verdict, VerdictState, step


def verdicts(rounds: Iterable[Observation]) -> list[Verdict]:
    """The verdict of every round of one anchor, oldest first, from nothing but the rounds."""
    state, found = VerdictState(), []
    for observation in rounds:
        state, verdict = step(state, observation)
        found.append(verdict)
    return found


def history(rng: random.Random, longest: int = 24) -> list[Observation]:
    """Up to *longest* rounds of one anchor; one in fifty histories is five times as long."""
    length = rng.randint(1, longest * (5 if rng.random() < 0.02 else 1))
    size, level = rng.randint(1, 40), rng.uniform(1.5, 4.5)
    quiet, drift = rng.choice([0.02, 0.15, 0.4]), rng.choice([0, 0, 0.03, -0.05])
    rounds = []
    for _ in range(length):
        if rng.random() < 0.06:
            level += rng.choice([-1, 1]) * rng.uniform(0.2, 1.5)
        if rng.random() < 0.05:
            size = max(1, size + rng.randint(-4, 6))
        level = min(max(level + drift, 1), 5)
        n = sum(rng.random() < 0.8 for _ in range(size)) if rng.random() < 0.95 else 0
        mean = min(max(rng.gauss(level, quiet), 1.0), 5.0)
        variance = (
            rng.choice([0.0, rng.uniform(0, 2)]) if rng.random() < 0.2 else rng.gauss(0.8, 0.1)
        )
        rounds.append(Observation(n, mean, max(variance, 0.0), size, rng.random() < 0.01))
    return rounds


def steady(
    rng: random.Random, rounds: int, *, size: int = 12, level: float = 3.6
) -> list[Observation]:
    """*rounds* ordinary weeks of people whose answers scatter as they do, rounded to 1-5."""
    found = []
    own = [rng.gauss(0, 0.7) for _ in range(size)]
    for _ in range(rounds):
        said = [
            min(max(round(level + person + rng.gauss(0, 0.6)), 1), 5)
            for person in own
            if rng.random() < 0.8
        ]
        n = len(said)
        mean = sum(said) / n if n else 0.0
        variance = sum((x - mean) ** 2 for x in said) / (n - 1) if n > 1 else 0.0
        found.append(Observation(n, mean, variance, size))
    return found
