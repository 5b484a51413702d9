"""How a command ends that could not do its work: with a sentence, also where nobody listens."""

import contextlib
import os
import sys
from io import TextIOWrapper


def open_streams() -> None:
    """What was closed for us leads nowhere: no file of ours may take its number, and be told.

    What a terminal has no letter for is spelled out there.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode))  # noqa: SIM115  # until the end
    if isinstance(sys.stdout, TextIOWrapper) and sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="backslashreplace")


def has_folder() -> bool:
    """Whether there still is a folder that we run in."""
    try:
        return bool(os.getcwd())
    except OSError:
        return False


def told(sentence: str) -> int:
    """Say why, as far as anybody hears it; nor may the last flush of what was said complain."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    with contextlib.suppress(OSError):
        sys.stderr.write(f"{sentence}\n" if sentence else "")
    return 1


def why(error: Exception) -> str:
    """What the system did not let us do; or where we are wrong, for whoever mends it.

    Without the words of a mistake: they can be somebody's, or hold a password.
    """
    if isinstance(error, OSError) and error.strerror:
        where = error.filename or error.filename2 or "What is printed"
        return (
            f"{where} can't be used: {error.strerror}. See whether it is there, whether there is "
            "room, and whether the user who runs this may use it."
        )
    from bot.slack import failures

    line = " ".join(f"{name}={value!r}" for name, value in failures.describe(error).items())
    return f"Amp has a mistake that stopped this. Whoever mends it needs this line: {line}"
