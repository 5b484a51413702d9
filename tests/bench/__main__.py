"""`make bench`: every benchmark here, or those that are named; `python -m tests.bench requests`.

A benchmark is a module of this folder with `async def run() -> None` that prints its own table.
"""

import asyncio
import importlib
import pkgutil
import sys
import time
from collections.abc import Callable, Coroutine, Sequence

from tests import bench

Run = Callable[[], Coroutine[None, None, None]]


def benchmarks() -> dict[str, Run]:
    """Every benchmark by its name."""
    names = sorted(module.name for module in pkgutil.iter_modules(bench.__path__))
    modules = {
        name: importlib.import_module(f"tests.bench.{name}") for name in names if name[0] != "_"
    }
    return {name: module.run for name, module in modules.items() if hasattr(module, "run")}


def main(wanted: Sequence[str]) -> int:
    """Run what is wanted, everything by default; 2 for a name that is none."""
    known = benchmarks()
    if unknown := set(wanted) - known.keys():
        print(f"There is no benchmark {', '.join(unknown)}; there is: {', '.join(known)}")
        return 2
    began = time.perf_counter()
    for name in wanted or known:
        print(f"── {name} ──", flush=True)
        asyncio.run(known[name]())
        print(flush=True)
    print(f"{time.perf_counter() - began:.0f} s in all")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
