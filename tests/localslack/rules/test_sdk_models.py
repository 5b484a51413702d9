"""What slack_sdk's own models write is taken as it is."""

from typing import Any

import pytest
from slack_sdk.models import blocks as sdk
from slack_sdk.models.metadata import Metadata
from slack_sdk.models.views import View

from localslack.rules import Surface, validate_blocks, validate_message, validate_view
from tests.localslack.rules.said import said

CONFIRM = sdk.ConfirmObject(title="Sure?", text="It *sails*", confirm="Yes", deny="No")
OPTIONS = [sdk.Option(value="1", text="One"), sdk.Option(value="2", label="Two")]
GROUPS = [sdk.OptionGroup(label="Numbers", options=OPTIONS)]
IMAGE = sdk.ImageElement(image_url="https://x.test/a.png", alt_text="A picture")
LINE = sdk.RichTextSectionElement(
    elements=[
        sdk.RichTextElementParts.Text(
            text="bold", style=sdk.RichTextElementParts.TextStyle(bold=True)
        ),
        sdk.RichTextElementParts.Link(url="https://x.test", text="link"),
        sdk.RichTextElementParts.User(user_id="U1"),
        sdk.RichTextElementParts.UserGroup(usergroup_id="S1"),
        sdk.RichTextElementParts.Channel(channel_id="C1"),
        sdk.RichTextElementParts.Team(team_id="T1"),
        sdk.RichTextElementParts.Emoji(name="ship"),
        sdk.RichTextElementParts.Date(timestamp=1_767_225_600, format="{date}"),
        sdk.RichTextElementParts.Broadcast(range="here"),
        sdk.RichTextElementParts.Color(value="#0B5FFF"),
    ]
)
RICH_TEXT = sdk.RichTextBlock(
    elements=[
        LINE,
        sdk.RichTextListElement(style="ordered", indent=1, border=0, elements=[LINE]),
        sdk.RichTextQuoteElement(elements=[sdk.RichTextElementParts.Text(text="quoted")]),
        sdk.RichTextPreformattedElement(elements=[sdk.RichTextElementParts.Text(text="code")]),
    ]
)
ELEMENTS: list[Any] = [
    sdk.ButtonElement(action_id="a", text="Press", value="v", style="primary", confirm=CONFIRM),
    sdk.LinkButtonElement(action_id="b", text="Go", url="https://x.test"),
    sdk.CheckboxesElement(action_id="c", options=OPTIONS, initial_options=OPTIONS[:1]),
    sdk.RadioButtonsElement(action_id="d", options=OPTIONS, initial_option=OPTIONS[0]),
    sdk.OverflowMenuElement(action_id="e", options=OPTIONS),
    sdk.StaticSelectElement(action_id="f", placeholder="?", options=OPTIONS),
    sdk.StaticSelectElement(action_id="g", placeholder="?", option_groups=GROUPS),
    sdk.StaticMultiSelectElement(action_id="h", options=OPTIONS, max_selected_items=1),
    sdk.UserSelectElement(action_id="i", placeholder="?", initial_user="U1"),
    sdk.UserMultiSelectElement(action_id="j", placeholder="?", initial_users=["U1"]),
    sdk.ChannelSelectElement(action_id="k", placeholder="?"),
    sdk.ChannelMultiSelectElement(action_id="l", placeholder="?"),
    sdk.ConversationSelectElement(
        action_id="m", placeholder="?", filter=sdk.ConversationFilter(include=["im"])
    ),
    sdk.ConversationMultiSelectElement(
        action_id="n", placeholder="?", default_to_current_conversation=True
    ),
    sdk.ExternalDataSelectElement(action_id="o", placeholder="?", min_query_length=2),
    sdk.ExternalDataMultiSelectElement(action_id="p", placeholder="?"),
    sdk.DatePickerElement(action_id="q", placeholder="?", initial_date="2026-01-31"),
    sdk.TimePickerElement(action_id="r", placeholder="?", initial_time="07:15"),
]
INPUTS: list[Any] = [
    sdk.PlainTextInputElement(action_id="s", multiline=True, min_length=1, max_length=10),
    sdk.NumberInputElement(action_id="t", is_decimal_allowed=True, min_value="1.5"),
    sdk.EmailInputElement(action_id="u", placeholder="?", focus_on_load=True),
    sdk.UrlInputElement(action_id="v", initial_value="https://x.test"),
    sdk.DateTimePickerElement(action_id="w", initial_date_time=1_767_225_600),
    sdk.RichTextInputElement(action_id="x", placeholder="?", initial_value=RICH_TEXT),
]
EVERYWHERE = [
    sdk.SectionBlock(text="*mrkdwn*", fields=["one", sdk.PlainTextObject(text="two")]),
    sdk.SectionBlock(text=sdk.PlainTextObject(text="plain", emoji=True), accessory=IMAGE),
    sdk.HeaderBlock(text="Header"),
    sdk.DividerBlock(),
    sdk.ContextBlock(elements=[IMAGE, sdk.MarkdownTextObject(text="x", verbatim=True)]),
    sdk.ImageBlock(image_url="https://x.test/a.png", alt_text="A picture", title="Title"),
    RICH_TEXT,
    sdk.ActionsBlock(elements=ELEMENTS),
    *(sdk.SectionBlock(text="x", accessory=element) for element in ELEMENTS),
    *(sdk.InputBlock(label="L", hint="H", element=element) for element in ELEMENTS[2:4]),
]
CARD = sdk.CardBlock(title="T", body="B", hero_image=IMAGE, actions=[ELEMENTS[0]])
IN_MESSAGES = [
    sdk.MarkdownBlock(text="**x**"),
    sdk.TableBlock(
        rows=[
            [sdk.RawTextObject(text="a"), sdk.RawNumberObject(value=1, text="1")],
            [{"type": "raw_text", "text": "b"}, RICH_TEXT.to_dict()],
        ],
        column_settings=[{"align": "right"}],
    ),
    sdk.VideoBlock(
        alt_text="A film",
        video_url="https://x.test/v",
        thumbnail_url="https://x.test/t.png",
        title="Film",
    ),
    CARD,
    sdk.CarouselBlock(elements=[CARD]),
    sdk.ContainerBlock(title="Box", child_blocks=[sdk.DividerBlock()], is_collapsible=True),
    sdk.ContextActionsBlock(
        elements=[
            sdk.FeedbackButtonsElement(
                action_id="a",
                positive_button=sdk.FeedbackButtonObject(text="Good", value="1"),
                negative_button=sdk.FeedbackButtonObject(text="Bad", value="0"),
            ),
            sdk.IconButtonElement(action_id="b", icon="trash", text="Bin"),
        ]
    ),
    sdk.TaskCardBlock(
        task_id="1",
        title="Task",
        status="pending",
        output=RICH_TEXT,
        sources=[sdk.UrlSourceElement(url="https://x.test", text="x")],
    ),
    sdk.PlanBlock(title="Plan", tasks=[{"task_id": "1", "title": "T", "status": "complete"}]),
]


def _written(blocks: list[sdk.Block]) -> list[dict[str, object]]:
    return [block.to_dict() for block in blocks]


@pytest.mark.parametrize("surface", ["message", "modal", "home"])
def test_the_sdks_blocks_are_taken_on_every_surface(surface: Surface) -> None:
    """All that the SDK can write and Slack takes everywhere."""
    assert said(validate_blocks(_written(EVERYWHERE), surface)) == []


@pytest.mark.parametrize("block", IN_MESSAGES, ids=lambda block: block.type)
def test_the_sdks_blocks_for_messages_are_taken(block: sdk.Block) -> None:
    """Those that stand in messages only."""
    assert said(validate_message({"blocks": _written([block])})) == []


def test_the_sdks_modal_is_taken() -> None:
    """With every input that the SDK knows."""
    view = View(
        type="modal",
        title="Title",
        submit="Send",
        close="Cancel",
        callback_id="id",
        private_metadata="x",
        clear_on_close=True,
        notify_on_close=True,
        blocks=[
            sdk.AlertBlock(text="Careful", level="warning"),
            *(sdk.InputBlock(label="L", element=element) for element in [*ELEMENTS[2:4], *INPUTS]),
        ],
    )

    assert said(validate_view(view.to_dict())) == []


def test_the_sdks_home_tab_is_taken() -> None:
    """A view of type home."""
    view = View(type="home", callback_id="id", blocks=[*EVERYWHERE, CARD])

    assert said(validate_view(view.to_dict())) == []


def test_the_sdks_metadata_is_taken() -> None:
    """What an invitation carries."""
    metadata = Metadata(event_type="invited", event_payload={"id": "7"})

    assert said(validate_message({"text": "x", "metadata": metadata.to_dict()})) == []


def test_what_the_sdk_lets_through_is_refused() -> None:
    """Its models accept eleven radio buttons and an input nobody can send; Slack does not."""
    options = [sdk.Option(value=str(n), text=str(n)) for n in range(11)]
    radios = sdk.RadioButtonsElement(action_id="a", options=options)
    text = sdk.PlainTextInputElement(action_id="b")

    def view(element: sdk.InputInteractiveElement) -> dict[str, object]:
        block = sdk.InputBlock(label="L", element=element)
        return View(type="modal", title="T", blocks=[block]).to_dict()

    assert said(validate_view(view(radios)))[-1] == (
        "no more than 10 items allowed [json-pointer:/view/blocks/0/element/options]"
    )
    assert said(validate_view(view(text))) == [
        "must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/0/input]"
    ]
