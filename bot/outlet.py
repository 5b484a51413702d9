"""Where the lines of the log go: what takes none loses some, and neither stops nor fails anybody.

A disk that is full, a reader that has ended, and a pipe that nobody empties are trouble of the
log's. Whoever logs has work to do, and often is about to say what went wrong with it.
"""

import os
import select
from collections.abc import Callable
from threading import RLock
from typing import TextIO

WAITS = 0.05  # seconds for room in a pipe


class Outlet:
    """A stream for whole lines; once it takes some again, *lost* is how many it did not, told."""

    def __init__(self, stream: TextIO, lost: Callable[[int], str]) -> None:
        self._stream = stream
        self._tell = lost
        self._lost = 0
        # Threads log as well; and so may what is cleared away while one is at it.
        self._one_at_a_time = RLock()

    def write(self, line: str) -> int:
        """Write a line, or count it as lost."""
        with self._one_at_a_time:
            before = self._tell(self._lost) if self._lost else ""
            try:
                self._put(before + line)
                self._lost = 0
            except (OSError, ValueError):  # the second is said of a stream that is closed
                self._lost += 1
        return len(line)

    def flush(self) -> None:
        """Nothing is kept back."""

    def _put(self, text: str) -> None:
        try:
            number = self._stream.fileno()
        except OSError:  # a test's, which is no file
            self._stream.write(text)
            return
        if not select.select([], [number], [], WAITS)[1]:
            raise BlockingIOError
        line = text.encode(errors="replace")
        if os.write(number, line) < len(line):
            raise BlockingIOError
