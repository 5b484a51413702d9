"""What is wrong with content/: each violation has a file, a line, and says what to do."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Violation:
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
