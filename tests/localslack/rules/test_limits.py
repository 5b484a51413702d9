"""Every length and count: the limit itself is taken, one more is refused, in Slack's words."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localslack.rules import Surface, validate_blocks, validate_view
from tests.localslack.rules.said import (
    Json,
    actions,
    beside,
    button,
    cell,
    chart,
    data_table,
    home,
    image,
    inquiry,
    modal,
    mrkdwn,
    option,
    options,
    pie,
    plain,
    rich,
    rich_line,
    rich_words,
    said,
    section,
    series,
    table,
    typing,
)

Build = Callable[[str], Json]
Many = Callable[[int], Json]

OPTION = "/element/options/0"


def _select(**more: Any) -> Json:
    return inquiry({"type": "static_select", "options": options(1), **more})


def _radios(**more: Any) -> Json:
    return inquiry({"type": "radio_buttons", "options": [option() | more]})


def _confirming(**more: Any) -> Json:
    words = {name: plain("x") for name in ("title", "text", "confirm", "deny")}
    return beside(button(confirm=words | more))


def _card(**more: Any) -> Json:
    return {"type": "card", "title": mrkdwn(), **more}


def _container(**more: Any) -> Json:
    return {"type": "container", "title": plain(), "child_blocks": [section()], **more}


def _video(**more: Any) -> Json:
    return {
        "type": "video",
        "title": plain(),
        "alt_text": "A film",
        "video_url": "https://x.test/v",
        "thumbnail_url": "https://x.test/t.png",
        **more,
    }


def _feedback(**more: Any) -> Json:
    thumb = {"text": plain("Good"), "value": "good"}
    element = {
        "type": "feedback_buttons",
        "positive_button": thumb | more,
        "negative_button": thumb,
    }
    return {"type": "context_actions", "elements": [element]}


def _icon(**more: Any) -> Json:
    element = {"type": "icon_button", "icon": "trash", "text": plain(), **more}
    return {"type": "context_actions", "elements": [element]}


def _workflow_button(**more: Any) -> Json:
    workflow = {"trigger": {"url": "https://slack.com/shortcuts/Ft1/x"}}
    return {"type": "workflow_button", "text": plain(), "workflow": workflow, **more}


def _task(**more: Any) -> Json:
    return {"task_id": "1", "title": "T", "status": "pending", **more}


def _plan(**more: Any) -> Json:
    return {"type": "plan", "title": "Plan", "tasks": [_task(**more)]}


def _source(**more: Any) -> Json:
    sources = [{"type": "url", "url": "https://x.test/", "text": "x", **more}]
    return {"type": "task_card", **_task(sources=sources)}


def _segment(**more: Any) -> Json:
    return pie(segments=[{"label": "x", "value": 1} | more])


def _axes(**more: Any) -> Json:
    return chart(axis_config={"categories": ["x"]} | more)


# Name, how to build a block around a text, where the text then stands, its limit, the surface.
LENGTHS: list[tuple[str, Build, str, int, Surface]] = [
    ("a section", lambda t: section(text=mrkdwn(t)), "/text/text", 3000, "message"),
    ("a field", lambda t: section(fields=[plain(t)]), "/fields/0/text", 2000, "message"),
    ("a header", lambda t: {"type": "header", "text": plain(t)}, "/text/text", 150, "message"),
    (
        "context",
        lambda t: {"type": "context", "elements": [mrkdwn(t)]},
        "/elements/0/text",
        3000,
        "message",
    ),
    ("a block_id", lambda t: section(block_id=t), "/block_id", 255, "message"),
    (
        "a rich text's block_id",
        lambda t: rich(rich_line()) | {"block_id": t},
        "/block_id",
        255,
        "message",
    ),
    ("an action_id", lambda t: beside(button(action_id=t)), "/accessory/action_id", 255, "home"),
    ("a button", lambda t: beside(button(text=plain(t))), "/accessory/text/text", 75, "message"),
    ("a button's value", lambda t: beside(button(value=t)), "/accessory/value", 2000, "message"),
    (
        "a button's label",
        lambda t: beside(button(accessibility_label=t)),
        "/accessory/accessibility_label",
        75,
        "message",
    ),
    (
        "a confirmation's title",
        lambda t: _confirming(title=plain(t)),
        "/accessory/confirm/title/text",
        100,
        "message",
    ),
    (
        "a confirmation",
        lambda t: _confirming(text=mrkdwn(t)),
        "/accessory/confirm/text/text",
        300,
        "message",
    ),
    (
        "a confirmation's yes",
        lambda t: _confirming(confirm=plain(t)),
        "/accessory/confirm/confirm/text",
        30,
        "message",
    ),
    (
        "a confirmation's no",
        lambda t: _confirming(deny=plain(t)),
        "/accessory/confirm/deny/text",
        30,
        "message",
    ),
    ("an option", lambda t: _radios(text=mrkdwn(t)), f"{OPTION}/text/text", 75, "modal"),
    ("an option's value", lambda t: _radios(value=t), f"{OPTION}/value", 150, "modal"),
    (
        "an option's description",
        lambda t: _radios(description=plain(t)),
        f"{OPTION}/description/text",
        150,
        "modal",
    ),
    (
        "a group's label",
        lambda t: inquiry(
            {
                "type": "static_select",
                "option_groups": [{"label": plain(t), "options": options(1)}],
            }
        ),
        "/element/option_groups/0/label/text",
        75,
        "modal",
    ),
    (
        "a placeholder",
        lambda t: _select(placeholder=plain(t)),
        "/element/placeholder/text",
        150,
        "modal",
    ),
    (
        "an initial value",
        lambda t: inquiry(typing(initial_value=t)),
        "/element/initial_value",
        3000,
        "modal",
    ),
    ("a label", lambda t: inquiry(typing(), label=plain(t)), "/label/text", 2000, "home"),
    ("a hint", lambda t: inquiry(typing(), hint=plain(t)), "/hint/text", 2000, "home"),
    ("alt_text", lambda t: image(alt_text=t), "/alt_text", 2000, "message"),
    (
        "an element's alt_text",
        lambda t: beside(image(alt_text=t)),
        "/accessory/alt_text",
        2000,
        "home",
    ),
    (
        "a workflow button",
        lambda t: beside(_workflow_button(text=plain(t))),
        "/accessory/text/text",
        75,
        "message",
    ),
    ("an icon button's value", lambda t: _icon(value=t), "/elements/0/value", 2000, "message"),
    ("a task's block_id", lambda t: _plan(block_id=t), "/tasks/0/block_id", 255, "message"),
    ("an image's title", lambda t: image(title=plain(t)), "/title/text", 2000, "message"),
    ("markdown", lambda t: {"type": "markdown", "text": t}, "/text", 12000, "message"),
    ("an alert", lambda t: {"type": "alert", "text": plain(t)}, "/text/text", 200, "modal"),
    ("a card's title", lambda t: _card(title=mrkdwn(t)), "/title/text", 150, "message"),
    ("a card's subtitle", lambda t: _card(subtitle=mrkdwn(t)), "/subtitle/text", 150, "home"),
    ("a card's body", lambda t: _card(body=mrkdwn(t)), "/body/text", 200, "message"),
    ("a card's subtext", lambda t: _card(subtext=mrkdwn(t)), "/subtext/text", 200, "message"),
    ("a container's title", lambda t: _container(title=plain(t)), "/title/text", 150, "message"),
    (
        "a container's subtitle",
        lambda t: _container(subtitle=mrkdwn(t)),
        "/subtitle/text",
        150,
        "message",
    ),
    ("a video's title", lambda t: _video(title=plain(t)), "/title/text", 200, "message"),
    ("a video's alt_text", lambda t: _video(alt_text=t), "/alt_text", 200, "message"),
    ("a video's author", lambda t: _video(author_name=t), "/author_name", 50, "message"),
    ("a video's provider", lambda t: _video(provider_name=t), "/provider_name", 50, "message"),
    (
        "a video's description",
        lambda t: _video(description=plain(t)),
        "/description/text",
        200,
        "message",
    ),
    (
        "a feedback button",
        lambda t: _feedback(text=plain(t)),
        "/elements/0/positive_button/text/text",
        75,
        "message",
    ),
    (
        "a feedback value",
        lambda t: _feedback(value=t),
        "/elements/0/positive_button/value",
        2000,
        "message",
    ),
    ("an icon button", lambda t: _icon(text=plain(t)), "/elements/0/text/text", 75, "message"),
    ("a chart's title", lambda t: chart() | {"title": t}, "/title", 50, "message"),
    ("a segment", lambda t: _segment(label=t), "/chart/segments/0/label", 20, "message"),
    ("a series", lambda t: chart(series=[series(t)]), "/chart/series/0/name", 20, "message"),
    (
        "an axis",
        lambda t: _axes(x_label=t),
        "/chart/axis_config/x_label",
        50,
        "message",
    ),
]


def _counted(name: str, **more: Any) -> Many:
    return lambda n: inquiry({"type": name, "options": options(n), **more})


def _groups(count: int) -> Json:
    groups = [{"label": plain(), "options": options(1)} for _ in range(count)]
    return inquiry({"type": "multi_static_select", "option_groups": groups})


def _one_group(count: int) -> Json:
    groups = [{"label": plain(), "options": options(count)}]
    return inquiry({"type": "static_select", "option_groups": groups})


def _labels(count: int) -> list[str]:
    return [f"L{n}" for n in range(count)]


def _chart_over(count: int) -> Json:
    labels = _labels(count)
    return chart(series=[series("A", *labels)], axis_config={"categories": labels})


# Name, how to build a block around a number of items, where they stand, fewest, most, the surface.
COUNTS: list[tuple[str, Many, str, int, int, Surface]] = [
    ("fields", lambda n: section(fields=[plain()] * n), "/fields", 1, 10, "message"),
    ("actions", lambda n: actions(*[button()] * n), "/elements", 1, 25, "message"),
    (
        "context",
        lambda n: {"type": "context", "elements": [plain()] * n},
        "/elements",
        1,
        10,
        "message",
    ),
    (
        "overflow",
        lambda n: beside({"type": "overflow", "options": options(n)}),
        "/accessory/options",
        1,
        5,
        "message",
    ),
    ("radio buttons", _counted("radio_buttons"), "/element/options", 1, 10, "modal"),
    ("checkboxes", _counted("checkboxes"), "/element/options", 1, 10, "modal"),
    ("a select", _counted("static_select"), "/element/options", 1, 100, "modal"),
    ("a multi select", _counted("multi_static_select"), "/element/options", 1, 100, "modal"),
    ("groups", _groups, "/element/option_groups", 1, 100, "modal"),
    ("a group", _one_group, "/element/option_groups/0/options", 1, 100, "modal"),
    ("a table", lambda n: table(n), "/rows", 1, 100, "message"),
    ("a table's row", lambda n: table(1, n), "/rows/0", 1, 20, "message"),
    (
        "a table's columns",
        lambda n: table(column_settings=[{}] * n),
        "/column_settings",
        0,
        20,
        "message",
    ),
    ("a data table", lambda n: data_table(n), "/rows", 2, 201, "message"),
    ("a data table's row", lambda n: data_table(2, n), "/rows/0", 1, 20, "message"),
    (
        "a pie",
        lambda n: pie(segments=[{"label": "x", "value": 1}] * n),
        "/chart/segments",
        1,
        12,
        "message",
    ),
    (
        "a chart's series",
        lambda n: chart(series=[series(name) for name in _labels(n)]),
        "/chart/series",
        1,
        12,
        "message",
    ),
    ("a card", lambda n: _card(actions=[button()] * n), "/actions", 0, 3, "message"),
    (
        "a carousel",
        lambda n: {"type": "carousel", "elements": [_card()] * n},
        "/elements",
        1,
        10,
        "message",
    ),
    (
        "a container",
        lambda n: _container(child_blocks=[section()] * n),
        "/child_blocks",
        1,
        10,
        "message",
    ),
    (
        "a footer",
        lambda n: {"type": "context_actions", "elements": _icon()["elements"] * n},
        "/elements",
        1,
        5,
        "message",
    ),
    (
        "who sees an icon",
        lambda n: _icon(visible_to_user_ids=["U1"] * n),
        "/elements/0/visible_to_user_ids",
        0,
        10,
        "message",
    ),
]

each_length = pytest.mark.parametrize(
    ("build", "pointer", "limit", "surface"),
    [row[1:] for row in LENGTHS],
    ids=[r[0] for r in LENGTHS],
)
each_count = pytest.mark.parametrize(
    ("build", "pointer", "least", "most", "surface"),
    [row[1:] for row in COUNTS],
    ids=[row[0] for row in COUNTS],
)
each_least = pytest.mark.parametrize(
    ("build", "pointer", "least", "surface"),
    [(build, at, least, on) for _, build, at, least, _, on in COUNTS if least],
    ids=[row[0] for row in COUNTS if row[3]],
)


@each_length
def test_a_text_of_the_full_length_is_taken(
    build: Build, pointer: str, limit: int, surface: Surface
) -> None:
    """The limit belongs to what is allowed."""
    assert validate_blocks([build("x" * limit)], surface) == []


@each_length
def test_a_text_one_character_longer_is_refused_where_it_stands(
    build: Build, pointer: str, limit: int, surface: Surface
) -> None:
    """Slack names the first length that is too long, not the limit."""
    (problem,) = validate_blocks([build("x" * (limit + 1))], surface)

    assert str(problem) == (
        f"must be less than {limit + 1} characters [json-pointer:/blocks/0{pointer}]"
    )
    assert problem.constraint == {"type": "max_length", "expected": limit, "got": limit + 1}


@given(st.data())
def test_any_text_within_the_limit_is_taken_and_any_beyond_is_refused(data: st.DataObject) -> None:
    """Characters are counted as Unicode code points, whatever they are."""
    _, build, pointer, limit, surface = data.draw(st.sampled_from(LENGTHS))
    character = data.draw(st.characters(exclude_categories={"Cs"}))
    within = data.draw(st.integers(1, limit))
    beyond = data.draw(st.integers(limit + 1, limit + 500))

    assert validate_blocks([build(character * within)], surface) == []
    (problem,) = validate_blocks([build(character * beyond)], surface)
    assert problem.pointer == f"/blocks/0{pointer}"


@each_count
def test_the_fewest_and_the_most_items_are_taken(
    build: Many, pointer: str, least: int, most: int, surface: Surface
) -> None:
    """Both bounds belong to what is allowed."""
    assert validate_blocks([build(least)], surface) == []
    assert validate_blocks([build(most)], surface) == []


@each_count
def test_one_item_too_many_is_refused_where_the_list_stands(
    build: Many, pointer: str, least: int, most: int, surface: Surface
) -> None:
    """A list that is too long is one problem, whatever is in it."""
    problems = said(validate_blocks([build(most + 1)], surface))

    assert problems[0] == f"no more than {most} items allowed [json-pointer:/blocks/0{pointer}]"


@each_least
def test_one_item_too_few_is_refused_where_the_list_stands(
    build: Many, pointer: str, least: int, surface: Surface
) -> None:
    """Most lists need an item; a data table needs two rows."""
    problems = said(validate_blocks([build(least - 1)], surface))

    assert problems[0] == f"must provide at least {least} items [json-pointer:/blocks/0{pointer}]"


def test_points_and_categories_of_a_chart_number_one_to_twenty() -> None:
    """A chart has as many points in a series as it has categories."""
    assert validate_blocks([_chart_over(20)], "message") == []
    assert said(validate_blocks([_chart_over(21)], "message")) == [
        "no more than 20 items allowed [json-pointer:/blocks/0/chart/series/0/data]",
        "no more than 20 items allowed [json-pointer:/blocks/0/chart/axis_config/categories]",
    ]


def test_a_categorys_name_has_at_most_twenty_characters() -> None:
    """The name stands twice: on the axis and at the point."""
    long = "x" * 21
    over = chart(series=[series("A", long)], axis_config={"categories": [long]})

    assert said(validate_blocks([over], "message")) == [
        "must be less than 21 characters [json-pointer:/blocks/0/chart/series/0/data/0/label]",
        "must be less than 21 characters [json-pointer:/blocks/0/chart/axis_config/categories/0]",
    ]


def test_empty_text_is_refused() -> None:
    """A text object has at least one character."""
    assert said(validate_blocks([section(text=mrkdwn(""))], "message")) == [
        "must be more than 0 characters [json-pointer:/blocks/0/text/text]"
    ]


def test_an_empty_cell_is_refused() -> None:
    """A table's cell shows at least a blank."""
    assert said(validate_blocks([{"type": "table", "rows": [[cell("")]]}], "message")) == [
        "must be more than 0 characters [json-pointer:/blocks/0/rows/0/0/text]"
    ]


def test_empty_rich_text_is_refused() -> None:
    """A run of rich text has at least one character."""
    assert said(validate_blocks([rich(rich_line(rich_words("")))], "message")) == [
        "must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]"
    ]


@pytest.mark.parametrize(("surface", "most"), [("message", 50), ("modal", 100), ("home", 100)])
def test_a_surface_holds_so_many_blocks(surface: Surface, most: int) -> None:
    """50 in a message, 100 in a modal and on the Home tab."""
    assert validate_blocks([section()] * most, surface) == []
    assert said(validate_blocks([section()] * (most + 1), surface)) == [
        f"no more than {most} items allowed [json-pointer:/blocks]"
    ]


@pytest.mark.parametrize(
    ("name", "limit"), [("private_metadata", 3000), ("callback_id", 255), ("external_id", 255)]
)
@pytest.mark.parametrize("view", [modal, home])
def test_a_views_strings_have_limits(view: Callable[..., Json], name: str, limit: int) -> None:
    """Modals and Home tabs have the same."""
    assert validate_view(view(**{name: "x" * limit})) == []
    assert said(validate_view(view(**{name: "x" * (limit + 1)})))[-1] == (
        f"must be less than {limit + 1} characters [json-pointer:/view/{name}]"
    )


@pytest.mark.parametrize("name", ["title", "submit", "close"])
def test_a_modals_titles_have_at_most_24_characters(name: str) -> None:
    """Title, submit and close are equally short."""
    assert validate_view(modal() | {name: plain("x" * 24)}) == []
    assert said(validate_view(modal() | {name: plain("x" * 25)})) == [
        "failed to match all allowed schemas [json-pointer:/view]",
        f"must be less than 25 characters [json-pointer:/view/{name}/text]",
    ]


# How to build a block around an address, and where it then stands.
ADDRESSES: dict[str, tuple[Build, str]] = {
    "a button": (lambda url: beside(button(url=url)), "/accessory/url"),
    "a menu option": (
        lambda url: beside({"type": "overflow", "options": [option(url=url)]}),
        "/accessory/options/0/url",
    ),
    "an image": (lambda url: image(image_url=url), "/image_url"),
    "an image beside a section": (
        lambda url: beside(image(image_url=url)),
        "/accessory/image_url",
    ),
    "a Slack file": (
        lambda url: {"type": "image", "alt_text": "x", "slack_file": {"url": url}},
        "/slack_file/url",
    ),
    "a video": (lambda url: _video(video_url=url), "/video_url"),
    "a video's title": (lambda url: _video(title_url=url), "/title_url"),
    "a video's thumbnail": (lambda url: _video(thumbnail_url=url), "/thumbnail_url"),
    "a video's icon": (lambda url: _video(provider_icon_url=url), "/provider_icon_url"),
    "a source": (lambda url: _source(url=url), "/sources/0/url"),
    "a link": (
        lambda url: rich(rich_line({"type": "link", "url": url})),
        "/elements/0/elements/0/url",
    ),
}


@pytest.mark.parametrize(("build", "pointer"), ADDRESSES.values(), ids=ADDRESSES)
def test_an_address_has_at_most_3000_characters(build: Build, pointer: str) -> None:
    """Wherever there is one."""
    address = "https://x.test/".ljust(3000, "x")

    assert validate_blocks([build(address)], "message") == []
    assert said(validate_blocks([build(address + "x")], "message")) == [
        f"must be less than 3001 characters [json-pointer:/blocks/0{pointer}]"
    ]


@pytest.mark.parametrize("kind", ["a button", "a menu option"])
@pytest.mark.parametrize("url", ["x.test", "https://x.test/a b", ""])
def test_what_opens_an_address_needs_one(kind: str, url: str) -> None:
    """A bare name leads nowhere."""
    build, pointer = ADDRESSES[kind]

    assert validate_blocks([build("mailto:ana@x.test")], "message") == []
    assert said(validate_blocks([build(url)], "message")) == [
        f"invalid url [json-pointer:/blocks/0{pointer}]"
    ]


# Places where one character is enough and none is not.
NEVER_EMPTY: dict[str, tuple[Build, str]] = {
    "alt_text": (lambda t: image(alt_text=t), "/alt_text"),
    "an element's alt_text": (lambda t: beside(image(alt_text=t)), "/accessory/alt_text"),
    "a video's alt_text": (lambda t: _video(alt_text=t), "/alt_text"),
    "an option's value": (
        lambda t: inquiry({"type": "static_select", "options": [option() | {"value": t}]}),
        "/element/options/0/value",
    ),
    "a plan's title": (lambda t: {"type": "plan", "title": t}, "/title"),
    "a task's title": (lambda t: _plan(title=t), "/tasks/0/title"),
    "a source's text": (lambda t: _source(text=t), "/sources/0/text"),
    "a chart's title": (lambda t: chart() | {"title": t}, "/title"),
    "a segment": (lambda t: _segment(label=t), "/chart/segments/0/label"),
    "a caption": (lambda t: data_table(caption=t), "/caption"),
    "markdown": (lambda t: {"type": "markdown", "text": t}, "/text"),
}


@pytest.mark.parametrize(("build", "pointer"), NEVER_EMPTY.values(), ids=NEVER_EMPTY)
def test_some_texts_are_never_empty(build: Build, pointer: str) -> None:
    """One character is enough."""
    assert validate_blocks([build("x")], "message") == []
    assert said(validate_blocks([build("")], "message")) == [
        f"must be more than 0 characters [json-pointer:/blocks/0{pointer}]"
    ]


def _lines(**more: int) -> Json:
    return inquiry({"type": "rich_text_input", **more})


# How to build a block around a number, where it then stands, its bounds.
RANGES: dict[str, tuple[Callable[[int], Json], str, int, int | None]] = {
    "min_length": (lambda n: inquiry(typing(min_length=n)), "/element/min_length", 0, 3000),
    "max_length": (lambda n: inquiry(typing(max_length=n)), "/element/max_length", 1, 3000),
    "min_lines": (lambda n: _lines(min_lines=n), "/element/min_lines", 1, 100),
    "max_lines": (lambda n: _lines(max_lines=n), "/element/max_lines", 1, 100),
    "files": (
        lambda n: inquiry({"type": "file_input", "max_files": n}),
        "/element/max_files",
        1,
        10,
    ),
    "a moment": (
        lambda n: inquiry({"type": "datetimepicker", "initial_date_time": n}),
        "/element/initial_date_time",
        1_000_000_000,
        9_999_999_999,
    ),
    "a query": (
        lambda n: inquiry({"type": "external_select", "min_query_length": n}),
        "/element/min_query_length",
        0,
        None,
    ),
    "several": (
        lambda n: inquiry({"type": "multi_users_select", "max_selected_items": n}),
        "/element/max_selected_items",
        1,
        None,
    ),
    "an indent": (
        lambda n: rich({"type": "rich_text_list", "style": "bullet", "indent": n, "elements": []}),
        "/elements/0/indent",
        0,
        8,
    ),
    "an offset": (
        lambda n: rich({"type": "rich_text_list", "style": "bullet", "offset": n, "elements": []}),
        "/elements/0/offset",
        0,
        None,
    ),
    "a border": (
        lambda n: rich({"type": "rich_text_quote", "border": n, "elements": []}),
        "/elements/0/border",
        0,
        1,
    ),
    "a skin tone": (
        lambda n: rich(rich_line({"type": "emoji", "name": "wave", "skin_tone": n})),
        "/elements/0/elements/0/skin_tone",
        1,
        6,
    ),
}


@pytest.mark.parametrize(("build", "pointer", "least", "most"), RANGES.values(), ids=RANGES)
def test_a_number_lies_between_its_bounds(
    build: Callable[[int], Json], pointer: str, least: int, most: int | None
) -> None:
    """Both bounds belong to what is allowed; Slack's words name the bound itself."""
    assert validate_blocks([build(least)], "modal") == []
    assert said(validate_blocks([build(least - 1)], "modal")) == [
        f"must be greater than {least} [json-pointer:/blocks/0{pointer}]"
    ]
    if most is not None:
        assert validate_blocks([build(most)], "modal") == []
        assert said(validate_blocks([build(most + 1)], "modal")) == [
            f"must be less than {most} [json-pointer:/blocks/0{pointer}]"
        ]


def test_pages_of_a_data_table_and_its_header_column_are_bounded() -> None:
    """1 to 100 rows a page; columns count from 0."""
    allowed: list[dict[str, Any]] = [
        {"page_size": 1},
        {"page_size": 100},
        {"row_header_column_index": 0},
    ]
    for more in allowed:
        assert validate_blocks([data_table(**more)], "message") == []
    assert said(validate_blocks([data_table(row_header_column_index=-1)], "message")) == [
        "must be greater than 0 [json-pointer:/blocks/0/row_header_column_index]"
    ]
