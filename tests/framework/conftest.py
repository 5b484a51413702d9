"""The content as it is shipped, and a copy of it that a test may spoil."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot import paths
from bot.framework import loading
from bot.framework.models import Content
from bot.framework.written import Complaint


@pytest.fixture(scope="session")
def content() -> Content:
    return loading.load(paths.CONTENT)


@dataclass(frozen=True)
class Draft:
    """A copy of the content in which a test makes its mistakes."""

    folder: Path

    def change(self, file: str, old: str, new: str) -> int:
        """Put *new* in place of *old*, which stands there once; the line where it begins."""
        path = self.folder / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), "utf-8")
        return text[: text.index(old)].count("\n") + 1

    def write(self, file: str, text: str) -> None:
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def complaints(self) -> list[str]:
        return [str(complaint) for complaint in self.check()]

    def check(self) -> list[Complaint]:
        return loading.check(self.folder)

    def load(self) -> Content:
        return loading.load(self.folder)


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    shutil.copytree(paths.CONTENT, tmp_path / "content")
    return Draft(tmp_path / "content")
