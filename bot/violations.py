"""What is wrong with content/: each violation has a file, a line, and says what to do."""

import difflib
from collections.abc import Iterable

from msgspec import Struct


class Violation(Struct, frozen=True, order=True):
    """One mistake, as it is printed: `content/en/drives.yaml:12: …`."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


class ContentError(Exception):
    """The content has mistakes, each named with its file and line."""

    def __init__(self, violations: Iterable[Violation]) -> None:
        self.violations = sorted(set(violations))
        super().__init__("\n".join(str(violation) for violation in self.violations))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """What to add to a violation about a word that is unknown; empty if none is near."""
    near = difflib.get_close_matches(word, list(known), n=1)
    return f"; did you mean `{near[0]}`?" if near else ""
