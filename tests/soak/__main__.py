"""`make soak`: ten minutes of load and kills; the status is 1 when anything was lost or doubled.

python -m tests.soak [--minutes N] [--rate N] [--crowd N] [--workspaces N] [--seed N]
"""

import argparse
import asyncio
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.bench import databases
from tests.soak import playing
from tests.soak.playing import Outcome, Size


def main() -> int:
    """Play, and say what came of it."""
    parser = argparse.ArgumentParser(prog="make soak", description=__doc__)
    usual = Size()
    parser.add_argument("--minutes", type=float, default=usual.seconds / 60)
    parser.add_argument("--rate", type=float, default=usual.rate)
    parser.add_argument("--crowd", type=int, default=usual.crowd)
    parser.add_argument("--workspaces", type=int, default=usual.workspaces)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    given = parser.parse_args()
    size = Size(
        workspaces=given.workspaces,
        crowd=given.crowd,
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
    began = time.monotonic()

    def tell(what: str) -> None:
        print(f"  {time.monotonic() - began:>5.0f} s  {what}", flush=True)

    try:
        async with (
            databases.postgresql(folder) as url,
            playing.opened(url, folder, size) as soak,
        ):
            return await playing.play(soak, size, tell, seed=seed)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
