"""What the documentation says holds: commands, targets, links."""

import re
from pathlib import Path

import pytest

from bot import app
from bot.__main__ import _parser

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
TEXT = {page.name: page.read_text() for page in PAGES}


def found(pattern: str) -> list[tuple[str, str]]:
    """Every match of a pattern, with the page that it stands on."""
    return [(name, hit) for name, text in TEXT.items() for hit in re.findall(pattern, text)]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_link_into_the_project_leads_somewhere(page: Path) -> None:
    """A file that was moved takes its links along."""
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text()):
        assert (page.parent / target).exists(), target


def test_every_make_target_that_is_named_exists() -> None:
    """`make …` in a code span or a code block."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {hit for _, hit in found(r"(?:^|`)make ([a-z-]+)(?=[\s`])")}
    assert named <= targets
    assert "make demo" in TEXT["README.md"]
    assert "make test" in TEXT["README.md"]


def test_every_amp_command_that_is_named_exists() -> None:
    """`amp …` in a shell; the first word is a subcommand."""
    known = set(_parser()._subparsers._group_actions[0].choices)  # type: ignore[union-attr, arg-type]
    named = {hit for _, hit in found(r"`amp ([a-z]+)")} | {
        hit for _, hit in found(r"^ *amp ([a-z]+)")
    }
    assert named <= known


def test_every_slash_command_that_is_named_is_understood() -> None:
    """`/amp …` does what it says, and is not merely searched for."""
    for page, words in found(r"`/amp( [a-z0-9 ]+)?`"):
        command = words.strip()
        act, _ = app.find(command)
        assert not command or command.split()[0] in {c.split()[0] for c in app.COMMANDS if c}, page
        assert act is not None


def test_the_tables_of_the_method_name_the_script_that_makes_them() -> None:
    """A reader can make them anew."""
    assert "make calibrate" in TEXT["method.md"]
