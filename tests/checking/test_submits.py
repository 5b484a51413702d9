"""The button at the bottom of a form is shorter than any other: Slack refuses a longer one."""

import ast
from pathlib import Path

import pytest

from bot import paths, words

BOT = Path(words.__file__).parent
MOST = 24  # characters; https://docs.slack.dev/reference/views/modal-views


def submits() -> set[str]:
    """The keys of what stands on the buttons that submit a form."""
    given = [
        keyword.value
        for file in BOT.rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        for keyword in call.keywords
        if keyword.arg == "submit"
    ]
    found = {
        node.value for one in given for node in ast.walk(one) if isinstance(node, ast.Constant)
    }
    return {key for key in found if isinstance(key, str)}


@pytest.mark.parametrize("language", words.load(paths.CONTENT).languages)
def test_a_form_can_be_submitted_in_every_language(language: str) -> None:
    """One word too many, and nobody of that language sees the form."""
    say = words.load(paths.CONTENT).locale(language)
    assert len(submits()) > 10
    assert not [key for key in submits() if len(say.plain(key, people=20_000)) > MOST]
