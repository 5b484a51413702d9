"""Errors that are meant for a person: each has a sentence in content/, under a key of its name."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar


class AmpError(Exception):
    """Something that a person is told in one sentence, with named values in it.

    `class RoundClosed(AmpError)` is told as the message `error-round-closed`; its docstring says
    when it is raised.
    """

    field: ClassVar[str | None] = None  # the block_id of the modal's input that it is about

    def __init__(self, *, field: str | None = None, **values: Any) -> None:
        super().__init__()
        self.about = field or self.field
        self.values = values
        # What a command may have meant: pairs of a team's id and name, to choose from.
        self.choices: list[tuple[int, str]] = []

    @property
    def key(self) -> str:
        """The key of its sentence: `error-` and the class's name in small letters with hyphens."""
        return key_of(type(self).__name__)


@contextmanager
def told_under(field: str) -> Iterator[None]:
    """What goes wrong here is told under this input of the form."""
    try:
        yield
    except AmpError as error:
        error.about = field
        raise


def key_of(name: str) -> str:
    """The key of an error's sentence, from the name of its class."""
    return "error-" + re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


class OperatorError(Exception):
    """Whoever runs Amp reads this in the terminal, in English, as it is raised."""


class SettingsError(Exception):
    """Every setting that is missing or wrong, a sentence each."""

    def __init__(self, complaints: list[str]) -> None:
        super().__init__("\n".join(f"• {complaint}" for complaint in complaints))
        self.complaints = complaints


class Garbled(AmpError):
    """A button or a form carries what nobody put there, or lacks what we did."""


class NotALead(AmpError):
    """Somebody who does not lead a team wants to do what only its leads can."""


class AskedTogether(AmpError):
    """A team's own round is wanted, or its pause, and its people are asked in another team's."""


class NoTeam(AmpError):
    """There is no team that could be meant."""
