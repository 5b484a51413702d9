"""Where the lines of the log go when several threads have something to say."""

import io
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from bot.outlet import Outlet

LINES = 200


class Sometimes(io.StringIO):
    """A stream that takes nothing until it is told to; it is no file."""

    takes = False

    def fileno(self) -> int:
        raise OSError

    def write(self, text: str) -> int:
        time.sleep(0.0002)  # so that another thread has its turn
        if not self.takes:
            raise BlockingIOError
        for letter in text:
            super().write(letter)
        return len(text)


def test_threads_lose_no_line_without_its_being_counted_and_none_runs_into_another() -> None:
    """What draws a picture logs from a thread of its own."""
    stream: Any = Sometimes()
    outlet = Outlet(stream, lambda lost: f"lost {lost}\n")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: outlet.write(f"<{n}>\n"), range(LINES)))
        stream.takes = True
        list(pool.map(lambda n: outlet.write(f"<{n}>\n"), range(LINES)))
    told, *lines = stream.getvalue().splitlines()
    assert told == f"lost {LINES}"
    assert sorted(lines) == sorted(f"<{n}>" for n in range(LINES))
