"""What the benchmarks measure is what people run."""

import asyncio
import os
import sys
from pathlib import Path

from tests.process import ROOT

TWICE = """
import asyncio, tests.bench.asking, tests.bench.digest, tests.bench.requests, tests.bench.start
import tests.soak.playing
from pathlib import Path
from tests import process

async def both():
    for _ in range(2):
        started = await process.start("--version", environment={}, folder=Path())
        print(type(started.popen).__name__)
        await started.ends()

asyncio.run(both())
"""


async def test_a_process_that_is_measured_imports_everything_itself(tmp_path: Path) -> None:
    """Each time it is started, not only the first; those of tests are forked from one that has."""
    running = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", TWICE),
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await running.communicate()
    assert said.decode().split() == ["Process", "Process"]
