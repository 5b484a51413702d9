"""An `amp` command as a process of its own: started, watched, killed and started again."""

import asyncio
import os
import re
import signal
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PATIENCE = 90.0  # seconds; a busy machine is no reason to fail


@dataclass
class Process:
    """A running command, and what it has said so far."""

    popen: asyncio.subprocess.Process
    lines: list[str] = field(default_factory=list)
    _reading: "asyncio.Task[None] | None" = None
    _said: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def words(self) -> str:
        return "\n".join(self.lines)

    async def ready(self) -> str:
        """Its address, once it serves and works; empty for a worker, which has none."""
        line = await self.says(lambda line: "event='ready'" in line)
        found = re.search(r"at='([^']+)'", line)
        return found.group(1) if found else ""

    async def says(self, fits: Callable[[str], bool]) -> str:
        """The first line that fits, waited for; fails with all it said when it ends before."""
        async with asyncio.timeout(PATIENCE):
            while True:
                self._said.clear()
                if found := next((line for line in self.lines if fits(line)), None):
                    return found
                assert self._reading is not None
                assert not self._reading.done(), self.words
                await self._said.wait()

    async def kill(self) -> None:
        """kill -9: it has no say in it."""
        self.popen.kill()
        await self.ends()

    async def terminate(self) -> int:
        """SIGTERM, as systemd and the like send it; its exit status."""
        self.popen.terminate()
        return await self.ends()

    async def ends(self) -> int:
        """Wait for the end; the exit status, -9 for a kill."""
        async with asyncio.timeout(PATIENCE):
            status = await self.popen.wait()
            if self._reading:
                await self._reading
            return status

    async def _read(self) -> None:
        assert self.popen.stdout is not None
        async for line in self.popen.stdout:
            self.lines.append(line.decode().rstrip())
            self._said.set()
        self._said.set()


async def start(
    *command: str,
    environment: Mapping[str, str],
    folder: Path,
    path: str = str(ROOT),
    module: str = "bot",
) -> Process:
    """Start `python -m bot COMMAND` in *folder*, with nothing else in its environment.

    *path* is where Python finds *module*; what it says on both streams is kept.
    """
    popen = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", module, *command),
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": path, **environment},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        preexec_fn=_hears_ctrl_c,
    )
    process = Process(popen)
    process._reading = asyncio.create_task(process._read())
    return process


def _hears_ctrl_c() -> None:
    """What runs in a shell's background ignores Ctrl-C, and so would all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


async def run(*command: str, **how: Any) -> tuple[int, str]:
    """Run a command to its end, started as by `start`: the exit status, and everything it said."""
    process = await start(*command, **how)
    status = await process.ends()
    return status, process.words


def processor(running: Process) -> float:
    """Seconds of processor time that it has used, as Linux tells it."""
    told = Path(f"/proc/{running.popen.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")
