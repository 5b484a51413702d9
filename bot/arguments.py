"""What may stand behind a command of `amp`, and what is said of anything else."""

import argparse
import sys
from datetime import date
from typing import Any


class Version(argparse.Action):
    """Looked up only when somebody asks: `amp --help` answers at once."""

    def __call__(self, parser: argparse.ArgumentParser, *given: Any, **named: Any) -> None:
        """Say it, and end."""
        from bot import metrics

        sys.stdout.write(f"amp {metrics.release()}\n")
        parser.exit()


def address(given: str) -> str:
    """Where a server is reached."""
    if not given.startswith(("https://", "http://")) or not given.partition("://")[2]:
        raise argparse.ArgumentTypeError(f"{given} is no address such as https://amp.example.org")
    return given


def port(given: str) -> int:
    """0 is any that is free."""
    if not (given.isascii() and given.isdecimal() and int(given) <= 65535):
        raise argparse.ArgumentTypeError(f"{given} is no port: it goes from 0 to 65535")
    return int(given)


def day(given: str) -> date:
    """As 2026-11-30."""
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{given} is no day such as 2026-11-30") from None
