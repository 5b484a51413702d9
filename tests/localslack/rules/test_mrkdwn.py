"""A text that comes without blocks is rich text, as in Slack."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localslack.rules import validate_blocks, visible_text
from localslack.rules.mrkdwn import rich_text

Json = dict[str, Any]


def text(words: str, **style: bool) -> Json:
    return {"type": "text", "text": words, **({"style": style} if style else {})}


def user(user_id: str) -> Json:
    return {"type": "user", "user_id": user_id}


@pytest.mark.parametrize(
    ("words", "elements"),
    [
        ("Hello there", [text("Hello there")]),
        ("one\ntwo", [text("one\ntwo")]),
        ("*bold* and _it_", [text("bold", bold=True), text(" and "), text("it", italic=True)]),
        ("*_both_*", [text("both", bold=True, italic=True)]),
        ("~gone~ `a*b`", [text("gone", strike=True), text(" "), text("a*b", code=True)]),
        ("2*3*4 snake_case_name", [text("2*3*4 snake_case_name")]),
        ("* no list, nothing *", [text("* no list, nothing *")]),
        ("a &lt;b&gt; &amp;amp;", [text("a <b> &amp;")]),
        ("<@U1> <@W2|kim>", [user("U1"), text(" "), user("W2")]),
        ("<@> <#> <@|kim>", [text("<@> <#> kim")]),
        ("<!subteam^>", [text("!subteam^")]),
        ("<!date^1^|then>", [text("then")]),
        ("<#C1|general>", [{"type": "channel", "channel_id": "C1"}]),
        ("<!subteam^S1|@makers>", [{"type": "usergroup", "usergroup_id": "S1"}]),
        ("<!here>", [{"type": "broadcast", "range": "here"}]),
        (
            "<https://a.example/?a=1&amp;b=2>",
            [{"type": "link", "url": "https://a.example/?a=1&b=2"}],
        ),
        (
            "<mailto:a@b.example|write>",
            [{"type": "link", "url": "mailto:a@b.example", "text": "write"}],
        ),
        ("at https://a.example", [text("at "), {"type": "link", "url": "https://a.example"}]),
        (
            "<!date^1392734382^{date}|then>",
            [{"type": "date", "timestamp": 1392734382, "format": "{date}", "fallback": "then"}],
        ),
        (
            ":wave::skin-tone-3: 10:30:15",
            [{"type": "emoji", "name": "wave", "skin_tone": 3}, text(" 10:30:15")],
        ),
    ],
)
def test_what_stands_in_a_line(words: str, elements: list[Json]) -> None:
    """Styles, mentions, links, dates, emoji; the rest is text as people see it."""
    assert rich_text(words) == [{"type": "rich_text_section", "elements": elements}]


def test_quotes_and_code_stand_apart() -> None:
    """A line that begins with > and what stands between three backticks."""
    kinds = [part["type"] for part in rich_text("See\n&gt; said *he*\n&gt; twice\nso\n```a <b>```")]
    assert kinds == [
        *("rich_text_section", "rich_text_quote"),
        *("rich_text_section", "rich_text_preformatted"),
    ]


def test_three_signs_quote_all_that_follows() -> None:
    """Also lines that have none."""
    (quote,) = rich_text("&gt;&gt;&gt; one\ntwo")
    assert quote["elements"] == [text("one\ntwo")]


def test_nothing_is_no_rich_text() -> None:
    """And a block would need an element."""
    assert rich_text("") == []


@given(st.text(alphabet="ab *_~`<>@#!|:&;\nhttps:/^1", max_size=60))
def test_any_text_becomes_a_block_that_slack_takes(words: str) -> None:
    """Nothing is too crooked."""
    elements = rich_text(words)
    if elements:
        block = {"type": "rich_text", "elements": elements}
        assert validate_blocks([block], "message") == []
        visible_text([block])


def test_forty_thousand_signs_take_no_time_worth_naming() -> None:
    """Each line is read once, whatever opens and never closes."""
    assert rich_text("*a _b ~c <d `e " * 2_700)


def test_a_long_word_after_a_colon_takes_no_time_either() -> None:
    """An emoji has a letter or a plus in its name; a word is looked through once.

    Looked through from each letter again, one of this length would take hours.
    """
    for words in (":" + "1" * 1_000_000 + ":", ":" + "a" * 1_000_000 + "!"):
        assert rich_text(words) == [{"type": "rich_text_section", "elements": [text(words)]}]
    assert rich_text(":+1: :1234: :100a:")[0]["elements"] == [
        *({"type": "emoji", "name": "+1"}, text(" :1234: "), {"type": "emoji", "name": "100a"})
    ]
