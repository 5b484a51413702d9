"""What went wrong in a listener: as a sentence for the person, and as a line for the log.

Which of Slack's errors has a sentence of its own stands in bot/slack/refusals.py.
"""

import traceback
from pathlib import Path
from typing import Any

from slack_sdk.errors import SlackApiError
from sqlalchemy.exc import DBAPIError

from bot import outages
from bot.errors import AmpError
from bot.slack import refusals

OURS = Path(outages.__file__).parent


class SlackRefused(AmpError):
    """Slack did not let us do something, and its own word for why is one that we know."""


class OurMistake(AmpError):
    """Something unexpected went wrong on our side; it has been logged."""


class NotShown(AmpError):
    """What was asked for is kept, and what should come after it can't be shown."""


class DatabaseUnreachable(AmpError):
    """The database is locked, slow, full or gone; nothing was kept."""


class DatabaseSilent(AmpError):
    """The database hangs; nobody knows whether what it was sent will have been kept."""


def as_amp_error(error: Exception) -> AmpError:
    """The error that has a sentence for the person, whatever was raised."""
    if isinstance(error, AmpError):
        return error
    if isinstance(error, SlackApiError) and refusals.code(error) in refusals.TOLD:
        return SlackRefused(code=refusals.code(error))
    if outages.is_database(error):
        return DatabaseSilent() if isinstance(error, TimeoutError) else DatabaseUnreachable()
    return OurMistake()


def describe(error: BaseException) -> dict[str, Any]:
    """What may be logged of an unexpected error: its kind and place, never its message.

    A message can quote what somebody wrote; Slack's own error code is a fixed word, and what a
    server that is out of reach says is its own.
    """
    if (down := outages.words(error)) is not None:
        return {"outage": down}
    place = _place(error)
    told: dict[str, Any] = {
        "error": type(error).__name__,
        "where": " < ".join(f"{f.filename.rsplit('/', 1)[-1]}:{f.lineno}" for f in reversed(place)),
    }
    if isinstance(error, SlackApiError):
        told["slack"] = refusals.code(error)
    if isinstance(error, DBAPIError):
        told["sql"] = getattr(error.orig, "sqlstate", None) or type(error.orig).__name__
    return told


def _place(error: BaseException) -> list[traceback.FrameSummary]:
    """The last lines of ours on the way there, and where it went wrong."""
    *way, last = traceback.extract_tb(error.__traceback__) or [None]
    ours = [frame for frame in way if frame and Path(frame.filename).is_relative_to(OURS)]
    return [*ours[-5:], last] if last else []
