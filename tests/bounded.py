"""Whether every query of Amp's is bounded by its workspace: ids of Slack mean something there only.

Each statement that a test makes Amp run is looked at; see the fixture in conftest.py.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

from greenlet import getcurrent  # type: ignore[import-untyped]
from sqlalchemy import Engine, event

ROOT = Path(__file__).parent.parent
BOT, TESTS = str(ROOT / "bot"), str(ROOT / "tests")
# What Slack gives out within a workspace; the same id may be another one's, or nobody's, elsewhere.
LOCAL_ID = re.compile(r"\b(user_id|recipient|channel_id|digest_channel_id) (=|IN|<>|!=) ")
BOUND = re.compile(r"\bworkspace_id (=|IN) ")
PARTS = re.compile(r"\b(?:WHERE|HAVING|ON(?! CONFLICT))\b")

unbounded: list[str] = []


def is_unbounded(statement: str) -> bool:
    """Whether it looks for somebody or some place by an id alone."""
    _, *conditions = PARTS.split(statement)
    asked = " ".join(conditions)
    return bool(LOCAL_ID.search(asked)) and not BOUND.search(asked)


@event.listens_for(Engine, "before_cursor_execute")
def _look(_conn: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
    if is_unbounded(statement) and (where := _by_amp()):
        unbounded.append(f"{where}: {statement}")


def _by_amp() -> str | None:
    """Where in Amp the statement comes from; None where a test asks for itself."""
    for frame in _frames():
        name = frame.f_code.co_filename
        if name.startswith(TESTS) and not name.endswith("bounded.py"):
            return None
        if name.startswith(BOT) and not name.endswith("/db.py"):
            return f"{Path(name).relative_to(ROOT)}:{frame.f_lineno}"
    return None


def _frames() -> Iterator[FrameType]:
    """From here outwards, also out of the greenlet in which SQLAlchemy does its work."""
    frame, greenlet = sys._getframe(1), getcurrent()
    while True:
        inner: FrameType | None = frame
        while inner is not None:
            yield inner
            inner = inner.f_back
        greenlet = greenlet.parent
        if greenlet is None or greenlet.gr_frame is None:
            return
        frame = greenlet.gr_frame
