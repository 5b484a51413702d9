"""Amp that is killed at a point of one's choosing, as by kill -9: nothing of it gets to finish.

These processes are forked from one that has imported everything, so that there can be many.
"""

import asyncio
import importlib
import multiprocessing
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PATIENCE = 30.0  # seconds

_forks = multiprocessing.get_context("forkserver")
_forks.set_forkserver_preload(["bot.running", "bot.db", "nacl.public", "tests.dying"])


@dataclass(frozen=True)
class Point:
    """Right before or after the *count*-th call of an async function, `module:Class.method`."""

    when: str
    where: str
    count: int = 1


async def live(point: Point, *, environment: Mapping[str, str], folder: Path) -> tuple[int, str]:
    """Run `amp run` until it dies there; its exit status (-9 for a kill), and all it said."""
    said = folder / "said.log"
    process = _forks.Process(target=_run, args=(point, dict(environment), folder, said))
    process.start()
    await asyncio.to_thread(process.join, PATIENCE)
    status = process.exitcode
    process.kill()
    return status or 0, said.read_text()


def _run(point: Point, environment: dict[str, str], folder: Path, said: Path) -> None:
    from bot.__main__ import main

    with said.open("w") as out:
        os.dup2(out.fileno(), 1)
        os.dup2(out.fileno(), 2)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    _arrange(point)
    sys.exit(main(["run"]))


def _arrange(point: Point) -> None:
    module, _, path = point.where.partition(":")
    *parents, name = path.split(".")
    owner: Any = importlib.import_module(module)
    for parent in parents:
        owner = getattr(owner, parent)
    original, calls = getattr(owner, name), 0

    async def dies(*args: Any, **kwargs: Any) -> Any:
        nonlocal calls
        calls += 1
        if point.when == "before" and calls == point.count:
            os.kill(os.getpid(), signal.SIGKILL)
        answer = await original(*args, **kwargs)
        if point.when == "after" and calls == point.count:
            os.kill(os.getpid(), signal.SIGKILL)
        return answer

    setattr(owner, name, dies)
