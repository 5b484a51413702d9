"""What something took: of this process's processor time, and by the clock.

The first is steady where others use the machine, and has nothing of what PostgreSQL's own
processes do; the second has all of it, and every wait.
"""

import time
from collections.abc import Iterable
from typing import NamedTuple


class Took(NamedTuple):
    """Seconds of each."""

    processor: float
    clock: float


def now() -> Took:
    """Where both clocks stand."""
    return Took(time.process_time(), time.perf_counter())


def since(began: Took) -> Took:
    """What it took since then."""
    ended = now()
    return Took(ended.processor - began.processor, ended.clock - began.clock)


def total(steps: Iterable[Took]) -> Took:
    """What several steps took."""
    return Took(*map(sum, zip(*steps, strict=True)))


def both(took: Took) -> str:
    """Two columns of a table."""
    return f"{took.processor:>9.3f}{took.clock:>14.3f}"
