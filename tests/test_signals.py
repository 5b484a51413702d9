"""How a process is told to end, and by what it does not let itself be told."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from tests import process
from tests.place import placed


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no terminal hangs up here")
@pytest.mark.parametrize("name", ["SIGHUP", "SIGINT"])
async def test_a_terminal_that_closes_and_ctrl_c_are_a_stop_in_order(
    name: str, sqlite_url: str, tmp_path: Path
) -> None:
    """Whoever has typed `amp run` there and shuts the window, or presses the keys."""
    async with placed(sqlite_url, tmp_path, people=1) as place:
        amp = await place.starts()
        amp.popen.send_signal(signal.Signals[name])
        assert await amp.ends() == 0
        assert "event='stopping'" in amp.words


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no terminal hangs up here")
async def test_what_nohup_has_begun_outlives_its_terminal(sqlite_url: str, tmp_path: Path) -> None:
    """Who has typed it wants it to go on."""
    async with placed(sqlite_url, tmp_path, people=1) as place:
        environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(process.ROOT)}
        popen = await asyncio.create_subprocess_exec(
            *("nohup", sys.executable, "-m", "bot", "run"),
            env=environment | place.environment,
            cwd=tmp_path,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        assert popen.stdout is not None
        amp = process.listening(popen, popen.stdout)
        place.processes.append(amp)
        place.slack.deliver_to(f"{await amp.ready()}/slack/events")
        amp.popen.send_signal(signal.SIGHUP)
        assert await place.lead().types("/amp step 2", "#crew")
        assert amp.popen.returncode is None
        assert "event='stopping'" not in amp.words
        assert await amp.terminate() == 0
