"""`make privacy`: every attacker, at length; the status is 1 when one of them succeeds.

python -m tests.attackers [--rounds N] [NAME …]
"""

import argparse
import asyncio
import logging
import sys
import tempfile
from pathlib import Path

import structlog

from tests.attackers import registry, worlds
from tests.attackers.registry import Attacker

ENOUGH = 200  # rounds
FOR_A_BROKEN_ONE = 10  # rounds: whatever has to succeed does so soon


def main() -> int:
    """Run what was named, or everything."""
    parser = argparse.ArgumentParser(prog="make privacy", description=__doc__)
    parser.add_argument("--rounds", type=int, default=ENOUGH)
    parser.add_argument("names", nargs="*")
    given = parser.parse_args()
    # Who opens boxes with a wrong key is told so, each time.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    chosen = [one for one in registry.attackers() if not given.names or one.name in given.names]
    with worlds.servers() as postgres:
        wrong = [told for one in chosen for told in _wrong(one, given.rounds, postgres)]
    print("\n".join(["", *wrong]) if wrong else "\nNo attacker knows more than everybody does.")
    return 1 if wrong else 0


def _wrong(attacker: Attacker, rounds: int, postgres: str) -> list[str]:
    print(f"\n{attacker.name}: {attacker.row}")
    wrong = []
    for backend in attacker.on:
        for variant in (None, *attacker.broken):
            with tempfile.TemporaryDirectory(prefix="amp-") as folder:
                if variant is None:
                    running = attacker.tries(backend, rounds, Path(folder), postgres)
                else:
                    few = min(rounds, FOR_A_BROKEN_ONE)
                    running = attacker.runs(backend, few, Path(folder), postgres, variant)
                score = asyncio.run(running)
            print(f"  {backend}, {variant or 'as it is'}: {score}", flush=True)
            if score.succeeds is (variant is None):
                wrong.append(f"{attacker.name} on {backend}, {variant or 'as it is'}: {score}")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
