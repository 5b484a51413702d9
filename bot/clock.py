"""The one place that knows what time it is; listeners and jobs ask it, everything else is told."""

from datetime import UTC, datetime, timedelta

_offset = timedelta()


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC) + _offset


def shift(offset: timedelta) -> None:
    """Let the clock run *offset* ahead of the machine's; the demo lives through weeks this way."""
    global _offset
    _offset = offset
