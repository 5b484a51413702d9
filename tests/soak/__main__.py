"""`make soak`: ten minutes of load and kills; the status is 1 when anything was lost or doubled.

python -m tests.soak [--minutes N] [--rate N] [--crowd N] [--workspaces N] [--seed N]
python -m tests.soak --failover [--crowd N]
"""

import argparse
import asyncio
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench import databases
from tests.place import placed
from tests.replicas import replicated
from tests.soak import failover, playing
from tests.soak.playing import Outcome, Size


def main() -> int:
    """Play, and say what came of it."""
    parser = argparse.ArgumentParser(prog="make soak", description=__doc__)
    usual = Size()
    parser.add_argument("--minutes", type=float, default=usual.seconds / 60)
    parser.add_argument("--rate", type=float, default=usual.rate)
    parser.add_argument("--crowd", type=int, help="5,000, or 600 of a failover")
    parser.add_argument("--workspaces", type=int, default=usual.workspaces)
    parser.add_argument("--failover", action="store_true", help="a replica takes over instead")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    given = parser.parse_args()
    if given.failover:
        return asyncio.run(_fail_over(given.crowd or 600))
    size = Size(
        workspaces=given.workspaces,
        crowd=given.crowd or usual.crowd,
        rate=given.rate,
        seconds=60 * given.minutes,
    )
    print(f"{size}, seed {given.seed}", flush=True)
    outcome = asyncio.run(_play(size, given.seed))
    print(outcome)
    print("\n".join(outcome.log[:20]))
    return 1 if outcome.faults or outcome.slow else 0


async def _play(size: Size, seed: int) -> Outcome:
    folder = Path(tempfile.mkdtemp(prefix="amp-soak-"))
    try:
        async with (
            databases.postgresql(folder) as url,
            playing.opened(url, folder, size) as soak,
        ):
            return await playing.play(soak, size, _telling(), seed=seed)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


async def _fail_over(people: int) -> int:
    folder = Path(tempfile.mkdtemp(prefix="amp-soak-"))
    try:
        async with replicated() as pair, placed(pair.url, folder, people=people) as place:
            outcome = await failover.play(place, pair, _telling())
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(outcome)
    return 1 if outcome.faults else 0


def _telling() -> Callable[[str], None]:
    began = time.monotonic()
    return lambda what: print(f"  {time.monotonic() - began:>5.0f} s  {what}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
