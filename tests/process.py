"""An `amp` command as a process of its own: started, watched, killed and started again."""

import asyncio
import multiprocessing
import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Protocol

ROOT = Path(__file__).parent.parent
MISTAKE = "Amp has a mistake that stopped this"  # a command's last words for what nobody foresaw
PATIENCE = 90.0  # seconds; a busy machine is no reason to fail

# Most of the tests' processes are forked from one that has imported everything, so that there can
# be many. What is measured starts as it does for everybody: the benchmarks leave this as it is.
may_fork = False
forks = multiprocessing.get_context("forkserver")
forks.set_forkserver_preload(["tests.warm"])
_begun: set[tuple[str, str]] = set()  # commands


class Popen(Protocol):
    """What `asyncio.subprocess.Process` and `Forked` have in common."""

    @property
    def pid(self) -> int: ...
    @property
    def returncode(self) -> int | None: ...
    def send_signal(self, signal: int) -> None: ...
    def terminate(self) -> None: ...
    def kill(self) -> None: ...
    async def wait(self) -> int: ...


@dataclass(frozen=True)
class Forked:
    """A process that was forked, as asyncio would have it."""

    process: BaseProcess

    @property
    def pid(self) -> int:
        assert self.process.pid is not None
        return self.process.pid

    @property
    def returncode(self) -> int | None:
        return self.process.exitcode

    def send_signal(self, signal: int) -> None:
        if self.returncode is None:
            os.kill(self.pid, signal)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    async def wait(self) -> int:
        while self.returncode is None:  # noqa: ASYNC110  # nobody else tells
            await asyncio.sleep(0.01)
        return self.returncode


@dataclass
class Process:
    """A running command, and what it has said so far."""

    popen: Popen
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
        async with self._patience():
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
        """Wait for the end; the exit status, -9 for a kill.

        No test means a mistake of ours when it has a command end with a sentence.
        """
        async with self._patience():
            status = await self.popen.wait()
            if self._reading:
                await self._reading
        assert MISTAKE not in self.words, self.words
        return status

    @asynccontextmanager
    async def _patience(self) -> AsyncIterator[None]:
        """What is waited for in vain fails with what the command has said."""
        try:
            async with asyncio.timeout(PATIENCE):
                yield
        except TimeoutError as late:
            raise AssertionError(f"waited in vain; it has said:\n{self.words}") from late

    async def _read(self, said: asyncio.StreamReader) -> None:
        async for line in said:
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

    *path* is where Python finds *module*; what it says on both streams is kept. In tests a command
    is begun with nothing imported the first time, and forked from then on.
    """
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": path, **environment}
    ours = path == str(ROOT) and module in ("bot", "alembic") and "--help" not in command
    if may_fork and ours:
        if (module, command[0]) in _begun:
            return await _fork(command, environment, folder, module)
        _begun.add((module, command[0]))
    popen = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", module, *command),
        cwd=folder,
        env=environment,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        preexec_fn=_hears_ctrl_c,
    )
    assert popen.stdout is not None
    return listening(popen, popen.stdout)


async def _fork(
    command: Sequence[str], environment: Mapping[str, str], folder: Path, module: str
) -> Process:
    ours, theirs = forks.Pipe(duplex=False)
    process = forks.Process(
        target=_become, args=(command, environment, folder, theirs, module), daemon=True
    )
    process.start()
    theirs.close()
    said = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(said), ours
    )
    return listening(Forked(process), said)


def _become(
    command: Sequence[str],
    environment: Mapping[str, str],
    folder: Path,
    out: Connection,
    module: str,
) -> None:
    from tests import warm

    warm.become(command, environment, folder, out.fileno(), module)


def listening(popen: Popen, said: asyncio.StreamReader) -> Process:
    """A process that was started otherwise, whose words are *said*."""
    process = Process(popen)
    process._reading = asyncio.create_task(process._read(said))
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
