"""Logging: one line an event, key=value, to standard error; never what people wrote."""

import logging
import sys

import structlog

# These libraries log requests and answers in full when they are let.
TALKATIVE = ("slack_bolt", "slack_sdk", "aiohttp.access", "aiosqlite", "sqlalchemy.engine")


def configure(level: str) -> None:
    """Log from *level* up; libraries that would quote Slack's bodies stay silent below ERROR."""
    logging.basicConfig(
        level=logging.WARNING, stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s"
    )
    # Their children too: Bolt gives each a level of its own.
    children = [name for name in logging.root.manager.loggerDict if name.startswith(TALKATIVE)]
    for name in (*TALKATIVE, *children):
        logging.getLogger(name).setLevel(logging.ERROR)
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.KeyValueRenderer(
                key_order=["timestamp", "level", "event"], drop_missing=True
            ),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
