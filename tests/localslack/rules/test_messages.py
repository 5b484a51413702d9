"""Messages as a whole: text, blocks, attachments, metadata, and what holds for all together."""

import json
from typing import Any

import pytest

from localslack.rules import validate_blocks, validate_message
from tests.localslack.rules.said import (
    Json,
    chart,
    data_table,
    mrkdwn,
    pie,
    plain,
    said,
    section,
    table,
)


def _errors(payload: Json, method: str = "chat.postMessage") -> list[str | None]:
    return [problem.error for problem in validate_message(payload, method)]


def _with(*blocks: Json, **more: Any) -> Json:
    return {"text": "x", "blocks": list(blocks), **more}


@pytest.mark.parametrize(
    "payload",
    [
        {"text": "x"},
        {"blocks": [section()]},
        {"attachments": [{"text": "x"}]},
        {"markdown_text": "*x*"},
        {"text": "", "blocks": [section()]},
        {"text": "x", "blocks": []},
        {"text": "x", "blocks": None, "attachments": None, "metadata": None},
    ],
)
def test_any_one_kind_of_content_makes_a_message(payload: Json) -> None:
    """Text, blocks, attachments or markdown."""
    assert validate_message(payload) == []


@pytest.mark.parametrize("payload", [{}, {"text": ""}, {"blocks": [], "attachments": []}])
def test_a_message_of_nothing_is_refused(payload: Json) -> None:
    """There is nothing to show."""
    assert _errors(payload) == ["no_text"]


def test_a_text_that_is_no_string_is_refused() -> None:
    """A number is not a text."""
    (problem,) = validate_message({"text": 5})

    assert str(problem) == "must provide a string [json-pointer:/text]"
    assert problem.error == "invalid_arguments"


@pytest.mark.parametrize("other", [{"text": "x"}, {"blocks": [section()]}])
def test_markdown_text_goes_alone(other: Json) -> None:
    """With text or blocks beside it, Slack would not know which to show."""
    assert _errors({"markdown_text": "*x*", **other}) == ["markdown_text_conflict"]


def test_markdown_text_has_at_most_12000_characters() -> None:
    """The same budget as that of markdown blocks."""
    assert _errors({"markdown_text": "x" * 12_000}) == []
    assert _errors({"markdown_text": "x" * 12_001}) == ["msg_too_long"]


def test_a_posted_text_may_be_long_and_an_updated_one_may_not() -> None:
    """chat.postMessage truncates after 40,000; chat.update refuses after 4,000 bytes."""
    assert _errors({"text": "x" * 50_000}) == []
    assert _errors({"text": "x" * 4_000}, "chat.update") == []
    assert _errors({"text": "x" * 4_001}, "chat.update") == ["msg_too_long"]
    assert _errors({"text": "ж" * 2_000}, "chat.update") == []
    assert _errors({"text": "ж" * 2_001}, "chat.update") == ["msg_too_long"]


def test_51_blocks_are_refused() -> None:
    """As seen live."""
    (problem,) = validate_message(_with(*[section()] * 51))

    assert str(problem) == "no more than 50 items allowed [json-pointer:/blocks]"
    assert problem.error is None


@pytest.mark.parametrize("blocks", ["[]", {"type": "divider"}])
def test_blocks_of_the_wrong_format_are_refused_as_such(blocks: Any) -> None:
    """A list, and nothing else."""
    assert _errors({"text": "x", "blocks": blocks}) == ["invalid_blocks_format"]


def _blocks_of(size: int) -> list[Json]:
    blocks = [section(text=mrkdwn("x" * 3000)) for _ in range(size // 3300)]
    one_more = [*blocks, section(text=mrkdwn("x"))]
    spare = size - sum(len(json.dumps(block, separators=(",", ":"))) for block in one_more)
    return [*blocks, section(text=mrkdwn("x" * (1 + spare)))]


def test_blocks_are_taken_up_to_13200_characters_of_json() -> None:
    """Slack has no published number; this one lies between what was taken and refused live."""
    assert _errors(_with(*_blocks_of(13_200))) == []
    assert _errors(_with(*_blocks_of(13_201))) == ["msg_blocks_too_long"]


def test_a_table_does_not_weigh_and_markdown_weighs_as_much_as_its_text() -> None:
    """A data table alone may have 20,000 characters."""
    text = {"type": "markdown", "text": '"' * 12_000}

    assert _errors(_with(data_table(20, 10, "x" * 90))) == []
    assert _errors(_with(text, *_blocks_of(1_200)[-1:])) == []
    assert _errors(_with(text, *_blocks_of(13_200)[:1])) == ["msg_blocks_too_long"]


def test_markdown_counts_as_the_blocks_it_becomes() -> None:
    """A heading and a line of text are two."""
    pairs = {"type": "markdown", "text": "# Title\n\nText\n" * 24}

    assert _errors(_with(pairs, section(), section())) == []
    assert _errors(_with(pairs, section(), section(), section())) == ["msg_blocks_too_long"]


def test_markdown_blocks_share_12000_characters() -> None:
    """The limit is that of the message."""
    half = {"type": "markdown", "text": "x" * 6_000}

    assert validate_message(_with(half, half)) == []
    assert said(validate_message(_with(half, half, {"type": "markdown", "text": "x"}))) == [
        "must be less than 12001 characters [json-pointer:/blocks]"
    ]


def test_a_message_has_one_plan() -> None:
    """The second is refused where it stands."""
    plan = {"type": "plan", "title": "Sail"}
    found = validate_message({"text": "x", "blocks": [plan, plan]})
    assert said(found) == ["no more than 1 `plan` block allowed [json-pointer:/blocks/1]"]
    assert validate_message({"text": "x", "blocks": [plan]}) == []


def test_a_message_shows_two_charts_and_no_third() -> None:
    """The third is refused where it stands."""
    assert validate_message(_with(chart(), pie())) == []
    assert said(validate_message(_with(chart(), section(), pie(), chart()))) == [
        "no more than 2 `data_visualization` blocks allowed [json-pointer:/blocks/3]"
    ]


def test_charts_in_attachments_count() -> None:
    """They are charts of the same message."""
    attached = [{"blocks": [chart()]}, {"blocks": [pie()]}]

    assert said(validate_message(_with(chart(), attachments=attached))) == [
        "no more than 2 `data_visualization` blocks allowed [json-pointer:/attachments/1/blocks/0]"
    ]


def test_a_list_of_blocks_alone_is_not_measured_against_a_messages_budgets() -> None:
    """As `blocks.validate`, which looks at blocks one by one."""
    assert validate_blocks([table(), table(), *_blocks_of(20_000)], "message") == []


@pytest.mark.parametrize("second", [table(), data_table()])
def test_a_message_has_one_table_of_either_kind(second: Json) -> None:
    """The second is refused with an error of its own."""
    assert validate_message(_with(table())) == []
    (problem,) = validate_message(_with(table(), section(), second))
    assert problem.error == "invalid_attachments"
    assert str(problem) == "only_one_table_allowed [json-pointer:/blocks/2]"


def test_a_table_in_a_container_counts() -> None:
    """Hiding it does not help."""
    box = {"type": "container", "title": plain(), "child_blocks": [table()]}

    assert _errors(_with(box, table())) == ["invalid_attachments"]


def test_a_table_in_markdown_counts() -> None:
    """It becomes a table like any other."""
    text = {"type": "markdown", "text": "| a | b |\n|---|---|\n| 1 | 2 |"}

    assert validate_message(_with(text)) == []
    (problem,) = validate_message(_with(section(), text, table()))
    assert str(problem) == "only_one_table_allowed [json-pointer:/blocks/2]"


def test_a_table_in_an_attachment_counts() -> None:
    """One table a message, wherever it stands."""
    attached = [{"blocks": [table()]}]

    assert validate_message({"text": "x", "attachments": attached}) == []
    (problem,) = validate_message(_with(table(), attachments=attached))
    assert problem.error == "invalid_attachments"
    assert problem.pointer == "/attachments/0/blocks/0"


def test_data_tables_have_20000_characters_in_a_message() -> None:
    """Twice those of a plain table."""
    assert validate_message(_with(data_table(2, 20, "x" * 500))) == []
    assert said(validate_message(_with(data_table(2, 20, "x" * 501)))) == [
        "must be less than 20001 characters [json-pointer:/blocks]"
    ]


def test_a_tables_rich_text_counts_towards_its_characters() -> None:
    """What people read is counted, however it is made."""
    words = {"type": "text", "text": "x" * 10_001}
    line = {"type": "rich_text_section", "elements": [words]}
    block = {"type": "table", "rows": [[{"type": "rich_text", "elements": [line]}]]}

    assert said(validate_message(_with(block))) == [
        "must be less than 10001 characters [json-pointer:/blocks/0/rows]"
    ]


def test_blocks_in_an_attachment_follow_the_same_rules() -> None:
    """They are named below their attachment, and the call's error is the attachments'."""
    (problem,) = validate_message({"attachments": [{}, {"blocks": [section(colour="red")]}]})

    assert str(problem) == (
        "invalid additional property: colour [json-pointer:/attachments/1/blocks/0]"
    )
    assert problem.error == "invalid_attachments"


@pytest.mark.parametrize("attachments", ["x", ["x"], {"text": "x"}])
def test_attachments_of_the_wrong_format_are_refused(attachments: Any) -> None:
    """A list of objects, and nothing else."""
    assert _errors({"text": "x", "attachments": attachments}) == ["invalid_attachments"]


def test_a_message_has_at_most_100_attachments() -> None:
    """Slack's own number."""
    assert _errors({"attachments": [{"text": "x"}] * 100}) == []
    assert _errors({"attachments": [{"text": "x"}] * 101}) == ["too_many_attachments"]


def test_metadata_names_an_event_and_carries_an_object() -> None:
    """Whatever is in the object."""
    metadata = {"event_type": "invited", "event_payload": {"id": 7, "deep": {"er": [1, None]}}}

    assert validate_message({"text": "x", "metadata": metadata}) == []


@pytest.mark.parametrize(
    ("metadata", "error"),
    [
        ("invited", "invalid_metadata_format"),
        ([], "invalid_metadata_format"),
        ({}, "invalid_metadata_schema"),
        ({"event_type": "invited"}, "invalid_metadata_schema"),
        ({"event_type": "", "event_payload": {}}, "invalid_metadata_schema"),
        ({"event_type": 1, "event_payload": {}}, "invalid_metadata_schema"),
        ({"event_type": "invited", "event_payload": "7"}, "invalid_metadata_schema"),
        ({"event_type": "x", "event_payload": {}, "more": 1}, "invalid_metadata_schema"),
        ({"event_type": "x", "event_payload": {"x": "x" * 16_000}}, "metadata_too_large"),
    ],
)
def test_other_metadata_is_refused(metadata: Any, error: str) -> None:
    """Of the wrong format, schema or size."""
    assert _errors({"text": "x", "metadata": metadata}) == [error]


def _metadata_of(size: int) -> Json:
    empty = {"event_type": "x", "event_payload": {"x": ""}}
    return empty | {"event_payload": {"x": "x" * (size - len(json.dumps(empty)))}}


def test_metadata_is_taken_up_to_16000_bytes() -> None:
    """Slack publishes no number."""
    assert _errors({"text": "x", "metadata": _metadata_of(16_000)}) == []
    assert _errors({"text": "x", "metadata": _metadata_of(16_001)}) == ["metadata_too_large"]


def test_the_name_of_an_event_has_at_most_255_characters() -> None:
    """Like other ids."""
    for length, errors in ((255, []), (256, ["invalid_metadata_schema"])):
        metadata = {"event_type": "x" * length, "event_payload": {}}
        assert _errors({"text": "x", "metadata": metadata}) == errors
