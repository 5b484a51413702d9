"""Amp that is killed at a point of one's choosing, as by kill -9: nothing of it gets to finish."""

import asyncio
import importlib
import os
import signal
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests import process

PATIENCE = 30.0  # seconds


@dataclass(frozen=True)
class Point:
    """Right before or after the *count*-th call of an async function, `module:Class.method`."""

    when: str
    where: str
    count: int = 1


async def live(point: Point, *, environment: Mapping[str, str], folder: Path) -> tuple[int, str]:
    """Run `amp run` until it dies there; its exit status (-9 for a kill), and all it said."""
    said = folder / "said.log"
    lives = process.forks.Process(target=_run, args=(point, dict(environment), folder, said))
    lives.start()
    await asyncio.to_thread(lives.join, PATIENCE)
    status = lives.exitcode
    lives.kill()
    return status or 0, said.read_text()


def _run(point: Point, environment: dict[str, str], folder: Path, said: Path) -> None:
    from tests import warm

    _arrange(point)
    with said.open("w") as out:
        warm.become(["run"], environment, folder, out.fileno())


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
