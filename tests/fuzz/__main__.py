"""`make fuzz`: hostile requests to every door; the status is 1 when one of them did harm.

python -m tests.fuzz [REQUESTS] [--seed N]
"""

import argparse
import asyncio
import shutil
import sys
import tempfile
import time
from pathlib import Path

from bot import db, schema
from bot.settings import Settings
from tests.fuzz import playing
from tests.fuzz.playing import Outcome

MANY = 100_000
EVERY = 5.0  # seconds between two words of progress


def main() -> int:
    """Play, and say what came of it."""
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("requests", type=int, nargs="?", default=MANY)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    given = parser.parse_args()
    print(f"{given.requests} requests, seed {given.seed}", flush=True)
    outcome = asyncio.run(_play(given.requests, given.seed))
    print(outcome)
    print("Something went wrong." if outcome.wrong else "Nothing went wrong.")
    return 1 if outcome.wrong else 0


async def _play(requests: int, seed: int) -> Outcome:
    folder = Path(tempfile.mkdtemp(prefix="amp-fuzz-"))
    url = f"sqlite:///{folder / 'amp.db'}"
    database = db.connect(Settings(database_url=url).database)
    await schema.migrate(database)
    await database.close()
    began = last = time.monotonic()

    def told(done: int) -> None:
        nonlocal last
        if time.monotonic() - last > EVERY:
            last = time.monotonic()
            print(f"  {done} of {requests}, {done / (last - began):.0f} a second", flush=True)

    try:
        async with playing.opened(url, folder, seed) as doors:
            return await playing.play(doors, requests, told)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
