"""A progress bar for people who watch, and a few lines for those who don't."""

import sys
import time
from typing import TextIO

WIDTH = 24


class Progress:
    """Shows how far something has come; where nobody watches, only its end."""

    def __init__(self, what: str, out: TextIO = sys.stdout) -> None:
        self._what = what
        self._out = out
        self._began = time.monotonic()

    def at(self, done: int, of: int) -> None:
        """Show that *done* of *of* are done."""
        if self._out.isatty():
            self._out.write(f"\r  {self._what}  {bar(done, of)} {done} of {of}")
            self._out.flush()

    def done(self, told: str) -> None:
        """Replace the bar by what has been achieved."""
        seconds = time.monotonic() - self._began
        start = "\r\033[K" if self._out.isatty() else ""
        self._out.write(f"{start}  {told} ({seconds:.0f} s)\n")
        self._out.flush()


def bar(done: int, of: int) -> str:
    full = WIDTH * done // max(of, 1)
    return "█" * full + "░" * (WIDTH - full)
