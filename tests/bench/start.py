"""What Amp costs while nothing happens: from start to ready, and idle memory, beside a bare Bolt.

A start is measured three times; the medians are shown, by the clock and of processor time, which
says more where others use the machine. Memory is the resident set some seconds after the start,
when the first round of the clock's jobs is over.
"""

import asyncio
import re
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bot import manifest
from localslack import LocalSlack
from tests import process
from tests.house import environment_for

STARTS = 3
SETTLES = 4.0  # seconds


@dataclass(frozen=True)
class Started:
    """Seconds from start to ready, of which the processor's; and MB of memory a little later."""

    seconds: float
    processor: float
    megabytes: float


async def run() -> None:
    """Print start and memory of `amp run` on SQLite, next to a bare Bolt app over HTTP."""
    slack = await LocalSlack.start(manifest=manifest.manifest())
    try:
        with tempfile.TemporaryDirectory(prefix="amp-bench-") as name:
            folder = Path(name)
            url = f"sqlite:///{folder / 'amp.db'}"
            given = environment_for(slack, url, folder)
            bare = await _started("tests.bench.serving", ("bare",), given, folder)
            amp = await _started("bot", ("run",), given, folder)
    finally:
        await slack.close()
    print(
        f"{'':<12}{'start to ready, s':>18}{'of bare':>9}{'processor, s':>14}{'of bare':>9}"
        f"{'idle memory, MB':>17}{'of bare':>9}"
    )
    for what, one in (("bare Bolt", bare), ("amp run", amp)):
        print(
            f"{what:<12}{one.seconds:>18.2f}{one.seconds / bare.seconds:>8.1f}x"
            f"{one.processor:>14.2f}{one.processor / bare.processor:>8.1f}x"
            f"{one.megabytes:>17.0f}{one.megabytes / bare.megabytes:>8.1f}x"
        )


async def _started(
    module: str, command: tuple[str, ...], environment: dict[str, str], folder: Path
) -> Started:
    took, used = [], []
    for start in range(STARTS):
        began = time.perf_counter()
        server = await process.start(
            *command, environment=environment, folder=folder, module=module
        )
        await server.ready()
        took.append(time.perf_counter() - began)
        used.append(process.processor(server))
        if start == STARTS - 1:
            await asyncio.sleep(SETTLES)
            megabytes = _memory(server.popen.pid)
        await server.terminate()
    return Started(median(took), median(used), megabytes)


def _memory(pid: int) -> float:
    """The resident set of a process in MB, as Linux tells it."""
    told = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    assert told is not None
    return int(told.group(1)) / 1024
