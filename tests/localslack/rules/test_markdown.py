"""How a markdown block comes apart."""

import pytest

from localslack.rules.markdown import kinds


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", []),
        ("one line", ["text"]),
        ("one\n\ntwo paragraphs", ["text"]),
        ("- a list\n- of things\n\n> and a quote", ["text"]),
        ("# Title", ["header"]),
        ("# One\n## Two", ["header", "header"]),
        ("#hashtag", ["text"]),
        ("before\n# Title\nafter", ["text", "header", "text"]),
        ("one\n\n---\n\ntwo", ["text", "divider", "text"]),
        ("***\n- - -", ["divider", "divider"]),
        ("| a |\n|---|\n| 1 |", ["table"]),
        ("| a |\n\n| b |", ["table", "table"]),
        ("text\n| a |\ntext", ["text", "table", "text"]),
        ("```\n# no title\n\n| no table |\n```", ["code"]),
        ("```\none\n```\n```\ntwo\n```", ["code", "code"]),
        ("````\n```\nstill code\n````\ntext", ["code", "text"]),
        ("~~~\n```\n~~~", ["code"]),
        ("```\nnever closed", ["code"]),
    ],
)
def test_markdown_becomes_blocks(text: str, blocks: list[str]) -> None:
    """Headings, dividers, tables, code and the text between them."""
    assert kinds(text) == blocks
