"""Cards, help and suggestions are messages that Slack takes, whatever is written into them."""

import html
import json
import re
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bot import paths, words
from bot.framework import blocks, loading
from bot.framework.blocks import CardMessage
from bot.framework.content import Content
from bot.framework.entries import Card, CommandHelp, Part
from bot.framework.listeners import answer
from localslack.rules import validate_message, visible_text

CONTENT, SAY = loading.load(paths.CONTENT), words.load(paths.CONTENT)
LANGUAGES = [CONTENT.languages[name] for name in sorted(CONTENT.languages)]
CARDS = [pytest.param(c, card, id=f"{c.language}-{card.id}") for c in LANGUAGES for card in c.cards]


def refused(message: CardMessage) -> list[str]:
    """What Slack would say about a message."""
    return [str(p) for p in validate_message({"text": message.text, "blocks": message.blocks})]


def buttons(message: CardMessage) -> dict[str, str]:
    """The labels of a message's buttons by their action_id."""
    return {
        element["action_id"]: element["text"]["text"]
        for block in message.blocks
        if block["type"] == "actions"
        for element in block["elements"]
    }


def with_(content: Content, **fields: object) -> Content:
    """Content with other entries, unchecked: as the loader would hold it."""
    return replace(content, **fields)


@pytest.mark.parametrize(("content", "card"), CARDS)
def test_slack_takes_every_card(content: Content, card: Card) -> None:
    """Short, whole and shared, in every language, with room to spare."""
    for message in blocks.every_message(SAY.locale(content.language), content, card):
        assert refused(message) == []
        assert message.size < 12_000
        assert message.text


@pytest.mark.parametrize(("content", "card"), CARDS)
def test_a_card_can_be_read_standing(content: Content, card: Card) -> None:
    """At most about a minute, before anybody asks for more."""
    if card.id == "checklist":  # a list to work through, not a text to read
        return
    assert (
        len(visible_text(blocks.card(SAY.locale(content.language), content, card).blocks).split())
        <= 200
    )


@pytest.mark.parametrize(("content", "card"), CARDS)
def test_every_id_in_a_message_is_its_own(content: Content, card: Card) -> None:
    """Slack refuses two equal ones, and mixes up what replaces what."""
    for message in blocks.every_message(SAY.locale(content.language), content, card):
        names = [block["block_id"] for block in message.blocks]
        actions = [
            e["action_id"]
            for b in message.blocks
            for e in b.get("elements", [])
            if "action_id" in e
        ]
        assert len(names) == len(set(names))
        assert len(actions) == len(set(actions))
    short, long, _ = blocks.every_message(SAY.locale(content.language), content, card)
    assert not {b["block_id"] for b in short.blocks} & {b["block_id"] for b in long.blocks}


@pytest.mark.parametrize(("content", "card"), CARDS)
def test_button_labels_are_seen_whole(content: Content, card: Card) -> None:
    """A button shows about thirty characters."""
    for message in blocks.every_message(SAY.locale(content.language), content, card):
        assert all(len(label) <= 30 for label in buttons(message).values())


@pytest.mark.parametrize("card", CONTENT.cards, ids=lambda card: card.id)
def test_sources_stand_behind_more(card: Card) -> None:
    """Each source of a card is a link or a name in its long form."""
    short, long = blocks.card(SAY, CONTENT, card), blocks.card(SAY, CONTENT, card, more=True)
    for part in (*card.body, *card.more):
        for source in map(CONTENT.source, part.sources):
            shown = json.dumps(long.blocks, ensure_ascii=False).replace("&amp;", "&")
            assert (source.link or source.text) in shown
    if card.has_more:
        assert f"card:more:{card.id}" in buttons(short)
        assert f"card:open:{card.id}" in buttons(long)


def test_the_steps_lead_from_one_to_the_next() -> None:
    """Next, next, next: from the list of steps to the checklist, and back again."""
    way: list[str] = []
    at: str | None = "steps"
    while at:
        way.append(at)
        at = CONTENT.card(at).next
    assert way == ["steps", "audit", "autonomy", "mastery", "purpose", "checklist"]
    for before, after in pairwise(way):
        assert CONTENT.card(after).back == before
        labels = buttons(blocks.card(SAY, CONTENT, CONTENT.card(before)))
        assert labels[f"card:open:{after}"].startswith("Next: ")


def test_every_card_is_reached_by_pressing_buttons() -> None:
    """Nobody has to know a command to read everything."""
    reached, waiting = set(), ["overview"]
    while waiting:
        id = waiting.pop()
        if id not in reached:
            reached.add(id)
            names = buttons(blocks.card(SAY, CONTENT, CONTENT.card(id)))
            waiting += [n.removeprefix("card:open:") for n in names if n.startswith("card:open:")]
    assert reached == {card.id for card in CONTENT.cards}


def test_tips_and_warnings_are_set_apart() -> None:
    """They stand in small print with a sign of their own, not in the running text."""
    drawn = blocks.card(SAY, CONTENT, CONTENT.card("autonomy")).blocks
    small = [b["elements"][0]["text"] for b in drawn if b["type"] == "context"]
    assert [text.split(" ")[0] for text in small] == [":bulb:", ":warning:"]


def test_a_shared_card_says_who_shared_it_and_opens_for_each_reader_alone() -> None:
    """A click in the channel must not change what the others see."""
    message = blocks.shared(SAY, CONTENT, CONTENT.card("origin"), "U123")
    assert "Shared by <@U123>" in json.dumps(message.blocks)
    assert list(buttons(message)) == ["card:read:origin"]


def test_the_checklist_stands_on_its_card_and_on_each_step() -> None:
    """The same lines in both places, from one list."""
    whole = visible_text(blocks.card(SAY, CONTENT, CONTENT.card("checklist")).blocks)
    assert whole.count("☐") == len(CONTENT.checklist)
    for step in ("audit", "autonomy", "mastery", "purpose"):
        own = [todo.text for todo in CONTENT.checklist if todo.card == step]
        shown = visible_text(blocks.card(SAY, CONTENT, CONTENT.card(step), more=True).blocks)
        assert own
        assert all(text in shown for text in own)


def test_the_ideas_of_a_drive_stand_on_its_step() -> None:
    """What can be tried is seen where it is explained."""
    for drive in ("autonomy", "mastery", "purpose"):
        shown = visible_text(blocks.card(SAY, CONTENT, CONTENT.card(drive), more=True).blocks)
        assert all(idea.title in shown for idea in CONTENT.ideas_for_drive(drive))


def test_help_lists_every_command_and_card() -> None:
    """What is not listed can't be found."""
    message = answer(SAY, CONTENT, "help")
    assert refused(message) == []
    shown = visible_text(message.blocks)
    assert all(command.typed in shown for command in CONTENT.commands)
    assert all(f"/amp {card.names[0]}" in shown for card in CONTENT.cards if card.names)


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("", "Autonomy, mastery, purpose"),
        ("  ", "Autonomy, mastery, purpose"),
        ("help", "What you can ask me"),
        ("HELP", "What you can ask me"),
        ("help mastry", "Step 3: Make room for mastery"),
        ("step 4", "Step 4: Connect work to purpose"),
        ("steps", "Four steps"),
        ("step", "Four steps"),
        ("related", "Related frameworks"),
        ("privacy", "What happens to your answers"),
    ],
)
def test_what_is_typed_shows_its_card(said: str, title: str) -> None:
    """(said, shown)"""
    assert answer(SAY, CONTENT, said).blocks[0]["text"]["text"] == title


def test_a_command_is_explained_rather_than_done() -> None:
    """Help never starts anything."""
    shown = visible_text(answer(SAY, CONTENT, "help setup").blocks)
    assert "/amp setup" in shown
    assert "For a team's leads." in shown


@given(st.text(max_size=500))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_typed_is_answered_and_has_no_effect(said: str) -> None:
    """People's own words are shown as text: nothing in them pings, links or breaks the message."""
    message = answer(SAY, CONTENT, said)
    assert refused(message) == []


@pytest.mark.parametrize(
    "said", ["<!channel>", "<@U1> hi", "<https://x.org|y> qq", "*zz* `qq`", "&lt;zz"]
)
def test_an_unknown_word_is_repeated_as_plain_text(said: str) -> None:
    """What could ping or format is shown as it was typed."""
    message = blocks.suggestions(SAY, said, ())
    assert message.blocks[0]["text"] == {
        "type": "plain_text",
        "text": f"“{said}”: I have nothing on that. Type /amp help for everything I know.",
        "emoji": True,
    }
    assert "<" not in message.text


# Longest and nastiest: signs that grow when escaped, letters that grow when sent, links, newlines.
SIGNS = "aäß漢🙂&*_`~|\"'\\ ."
LINK = "<https://example.org/?a=1&b=2|Ours & theirs>"


def texts(most: int, *, lines: bool = False, links: bool = False) -> st.SearchStrategy[str]:
    """Texts up to the longest that the models take, most of them nearly that long."""
    some = st.text(st.sampled_from(SIGNS + "<")) | st.text(st.sampled_from(SIGNS + ">"))
    made = (some | st.sampled_from([*SIGNS, "<", "> "])).map(lambda text: longest(text, most))
    if lines:
        made |= st.just("a\n" * (most // 2))
    return (made | st.just(LINK)) if links else made


def longest(text: str, most: int) -> str:
    """The text over and over, as long as it may be once Slack's signs are escaped."""
    grown = (text.strip() or "x") * most
    size = 0
    for at, sign in enumerate(grown):
        size += len(html.escape(sign, quote=False))
        if size > most:
            return grown[:at].strip() or "x"
    return grown


kinds = st.sampled_from(["text", "tip", "warning", "ideas", "checklist"])
ids = st.sampled_from([card.id for card in CONTENT.cards])
sources = st.lists(st.sampled_from([s.id for s in CONTENT.sources]), max_size=4).map(tuple)
parts = st.builds(
    Part,
    kind=kinds,
    title=st.none() | texts(75),
    text=texts(1500, lines=True, links=True) | texts(200),
    caveat=st.none() | texts(500, links=True),
    sources=sources,
)


@st.composite
def cards(draw: st.DrawFn) -> Card:
    """Cards with as many parts and buttons as there may be."""
    id, back, onward, *see = draw(st.lists(ids, min_size=3, max_size=13, unique=True))
    return Card(
        id=draw(st.sampled_from([id, "x" * 40])),
        title=draw(texts(120)),
        button=draw(texts(30)),
        summary=draw(texts(150)),
        body=tuple(draw(st.lists(parts, min_size=1, max_size=8))),
        more=tuple(draw(st.lists(parts, max_size=12))),
        back=draw(st.sampled_from([None, back])),
        next=draw(st.sampled_from([None, onward])),
        see=tuple(see),
    )


@given(cards())
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_the_loader_takes_slack_takes(card: Card) -> None:
    """With the longest and nastiest texts allowed, no message breaks one of Slack's limits.

    Each text is as long as it may be; how much a card holds altogether is what the loader weighs.
    """
    content = with_(CONTENT, cards=(*(c for c in CONTENT.cards if c.id != card.id), card))
    for message in blocks.every_message(SAY.locale(content.language), content, card):
        if message.size <= loading.MOST_BYTES:
            event("taken")
            assert not refused(message), refused(message)


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_the_longest_commands_fit(data: st.DataObject) -> None:
    """Help and suggestions take the longest words that the loader takes, and any question."""
    sign = data.draw(st.sampled_from(["x", "&", "🙂"]))
    commands = tuple(
        CommandHelp(id=f"c{n}", typed="/amp " + "a" * 35, summary=longest(sign, 150))
        for n in range(40)
    )
    content = with_(CONTENT, commands=commands)
    typed = data.draw(st.text(max_size=3000))
    for name in CONTENT.languages:
        say = SAY.locale(name)
        for message in (
            blocks.help_list(say, content),
            blocks.suggestions(say, typed, content.topics[:5]),
        ):
            assert refused(message) == []


def test_content_links_work_and_everything_else_is_text() -> None:
    """A company may link to its own pages; a stray sign stays a sign."""
    part = Part(text="See <https://wiki.example.org/a?b=1&c=2|our & your page>, if a < b & c.")
    card = Card(id="ours", title="T", button="B", summary="S", body=(part,))
    drawn = blocks.card(SAY, with_(CONTENT, cards=(card,)), card).blocks[1]["text"]["text"]
    assert drawn == (
        "See <https://wiki.example.org/a?b=1&amp;c=2|our &amp; your page>, if a &lt; b &amp; c."
    )
    assert not re.search(r"<[@!#]", drawn)
