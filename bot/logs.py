"""Logging: one line an event, key=value or JSON, to standard error; never what people wrote."""

import logging
import sys
import time
import traceback
from collections.abc import MutableMapping
from typing import Any

import structlog
from structlog.types import Processor

from bot.outlet import Outlet

# These libraries log requests and answers in full when they are let.
TALKATIVE = ("slack_bolt", "slack_sdk", "aiohttp.access", "aiosqlite", "sqlalchemy.engine")
# These log what we log too, in our own words, with tracebacks.
TWICE = ("apscheduler", "sqlalchemy.pool")
SELDOM = 60.0  # seconds in which what is down, or wrong, is said once

Event = MutableMapping[str, Any]


def configure(level: str, format: str = "text") -> None:
    """Log from *level* up; libraries that would quote Slack's bodies stay silent below ERROR."""
    told: list[Processor] = [
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    render = _line(format)

    def lost(lines: int) -> str:
        event: Any = {"event": "lines of the log were lost: nobody took them", "lines": lines}
        for step in (*told, render):
            event = step(None, "warning", event)
        return f"{event}\n"

    outlet: Any = Outlet(sys.stderr, lost)
    seldom = RepeatFilter()
    handler = logging.StreamHandler(outlet)
    handler.addFilter(seldom.of_libraries)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.add_log_level, told[1], _in_short],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, render],
        )
    )
    if not logging.root.handlers:
        logging.root.addHandler(handler)
        logging.root.setLevel(logging.WARNING)
    # Their children too: Bolt gives each a level of its own.
    children = [name for name in logging.root.manager.loggerDict if name.startswith(TALKATIVE)]
    for name in (*TALKATIVE, *children, *TWICE):
        logging.getLogger(name).setLevel(logging.ERROR if name not in TWICE else logging.CRITICAL)
    logging.getLogger("aiohttp.server").addFilter(is_ours)
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        processors=[seldom, *told, render],
        logger_factory=structlog.WriteLoggerFactory(outlet),
        cache_logger_on_first_use=False,
    )


class RepeatFilter:
    """Drops the lines about one *outage*, or one event of one *cause*, for a minute after one.

    Likewise the same line of an *error*, or of the *failure* of a message, word for word.

    Jobs knock every second: without it, what is down would be told several times a second.
    """

    def __init__(self, now: Any = time.monotonic) -> None:
        self._now = now
        self._told: dict[object, float] = {}
        self._before: dict[object, float] = {}  # what was told in the minute before
        self._since = -SELDOM

    def __call__(self, logger: Any, method: str, event: Event) -> Event:
        about = self._about(event)
        if about is not None and not self._is_new(about):
            raise structlog.DropEvent
        return event

    def of_libraries(self, record: logging.LogRecord) -> bool:
        """The same for a library's line: asyncio says thousands a second when files run out."""
        error = record.exc_info[0] if record.exc_info else None
        return self._is_new((record.name, record.getMessage().partition("\n")[0], error))

    def _is_new(self, about: object) -> bool:
        now = self._now()
        if now >= self._since + SELDOM:  # nothing is gone through: other threads may be telling
            self._before, self._told, self._since = self._told, {}, now
        last = self._told.get(about, self._before.get(about, -SELDOM))
        if now < last + SELDOM:
            return False
        self._told[about] = now
        return True

    @staticmethod
    def _about(event: Event) -> object:
        if "outage" in event:
            return event["outage"]
        if "cause" in event:
            return event["event"], event["cause"]
        is_wrong = "error" in event or "failure" in event
        return tuple(sorted(map(str, event.items()))) if is_wrong else None


def is_ours(record: logging.LogRecord) -> bool:
    """What is no HTTP has had its 400: anybody can send it, and it is nobody's error."""
    from aiohttp.http_exceptions import BadHttpMessage

    return not (record.exc_info and isinstance(record.exc_info[1], BadHttpMessage))


def _in_short(logger: Any, method: str, event: Event) -> Event:
    """Of a library's error, its kind and place: a traceback can quote what somebody wrote."""
    record: logging.LogRecord = event["_record"]
    event["logger"] = record.name
    error = record.exc_info[1] if record.exc_info else None
    if error is not None:
        place = traceback.extract_tb(error.__traceback__)[-1:]
        event["error"] = type(error).__name__
        event["where"] = "".join(f"{f.filename.rsplit('/', 1)[-1]}:{f.lineno}" for f in place)
    for more in ("exc_info", "stack_info"):
        event.pop(more, None)
    return event


def _line(format: str) -> Processor:
    if format == "json":
        return structlog.processors.JSONRenderer(ensure_ascii=False)
    return structlog.processors.KeyValueRenderer(
        key_order=["timestamp", "level", "event"], drop_missing=True
    )
