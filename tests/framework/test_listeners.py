"""What people see and do with the cards, in a local Slack."""

import pytest

from bot import rooms
from bot.framework.content import Content
from bot.framework.listeners import COMMANDS, answer
from bot.words import Words
from localslack.driver import Person, SeenMessage
from localslack.server import LocalSlack


async def newest(person: Person, where: str = "#general") -> SeenMessage:
    return (await person.reads(where))[-1]


def title(message: SeenMessage) -> str:
    return str(message.blocks[0]["text"]["text"])


async def test_a_card_is_seen_by_who_asked_and_nobody_else(slack: LocalSlack) -> None:
    """Reading up on something is one's own affair."""
    ana, bo = slack.person("ana"), slack.person("bo")
    assert await ana.types("/amp origin")
    assert title(await newest(ana)) == "Where it comes from"
    assert (await newest(ana)).is_ephemeral
    assert not await bo.reads("#general")


async def test_every_step_is_walked_with_next_and_back(slack: LocalSlack) -> None:
    """One message that turns its pages; it never fills the channel."""
    ana = slack.person("ana")
    await ana.types("/amp steps")
    seen = []
    for _ in range(5):
        label = next(b for b in (await newest(ana)).buttons if b.startswith("Next: "))
        assert await ana.presses(label)
        seen.append(title(await newest(ana)))
    assert seen == [
        "Step 1: Look where you stand",
        "Step 2: Give more say",
        "Step 3: Make room for mastery",
        "Step 4: Connect work to purpose",
        "The checklist",
    ]
    await ana.presses("Back")
    assert title(await newest(ana)) == "Step 4: Connect work to purpose"
    assert len(await ana.reads("#general")) == 1


async def test_more_shows_the_sources_and_shorter_takes_them_away(slack: LocalSlack) -> None:
    """The claim first, where it comes from for whoever wants it."""
    ana = slack.person("ana")
    await ana.types("/amp evidence")
    assert "Psychological Bulletin" not in (await newest(ana)).text
    await ana.presses("Read more")
    assert "Psychological Bulletin" in (await newest(ana)).text
    await ana.presses("Shorter")
    assert "Psychological Bulletin" not in (await newest(ana)).text


async def test_a_card_shared_here_stands_in_the_channel_with_a_name(slack: LocalSlack) -> None:
    """The private one goes away, so that nobody shares it twice by mistake."""
    ana, bo = slack.person("ana"), slack.person("bo")
    await ana.types("/amp mistakes")
    await ana.presses("Share here")
    for person in (ana, bo):
        [message] = await person.reads("#general")
        assert title(message) == "Three common mistakes"
        assert "Shared by" in message.text
        assert not message.is_ephemeral


async def test_reading_on_in_a_shared_card_changes_nothing_for_the_others(
    slack: LocalSlack,
) -> None:
    """Each reader gets the rest alone."""
    ana, bo = slack.person("ana"), slack.person("bo")
    await ana.types("/amp mistakes")
    await ana.presses("Share here")
    before = (await ana.reads("#general"))[-1].raw
    await bo.presses("Read more")
    assert (await newest(bo)).is_ephemeral
    assert "What to do instead" in (await newest(bo)).text
    assert [message.raw for message in await ana.reads("#general")] == [before]


@pytest.mark.parametrize("channel", ["#random", "#leads"], ids=["public", "private"])
async def test_a_card_can_be_shared_where_the_bot_is_not(slack: LocalSlack, channel: str) -> None:
    """The person's own click may put it there."""
    ana, yara = slack.person("ana"), slack.person("yara")
    await ana.types("/amp fit", channel)
    await ana.presses("Share here", where=channel)
    for person in (ana, yara):
        [message] = await person.reads(channel)
        assert title(message) == "Is it for you?"
        assert not message.is_ephemeral


async def test_where_only_some_may_post_the_card_stays_private(slack: LocalSlack) -> None:
    """A refusal is a sentence, and the card is still there."""
    ana = slack.person("ana")
    await ana.types("/amp fit")
    await slack.driver.fault("error", method="chat.postMessage", error="restricted_action")
    await ana.presses("Share here")
    messages = await ana.reads("#general")
    assert all(message.is_ephemeral for message in messages)
    assert any("doesn't take messages from everybody" in message.text for message in messages)
    assert any(title(m) == "Is it for you?" for m in messages if m.blocks[0]["type"] == "header")


async def test_a_card_that_is_gone_is_explained(slack: LocalSlack, content: Content) -> None:
    """Buttons outlive the content that they were drawn from."""
    ana = slack.person("ana")
    await ana.types("/amp origin")
    [shown] = [card for card in content.cards if card.id == "examples"]
    kept = content._cards.pop(shown.id)
    try:
        await ana.presses("Back")
    finally:
        content._cards[shown.id] = kept
    assert "I have no card of that name any more" in (await newest(ana)).text


async def test_a_suggestion_is_one_press_away(slack: LocalSlack) -> None:
    """A word with several meanings asks back, with buttons."""
    ana = slack.person("ana")
    await ana.types("/amp help rewards")
    await ana.presses("Mistakes")
    assert title(await newest(ana)) == "Three common mistakes"


async def test_what_somebody_types_is_never_carried_out(slack: LocalSlack) -> None:
    """A mention in an unknown topic stays letters."""
    ana = slack.person("ana")
    await ana.types("/amp xyzzy <!everyone> *qqqq*")
    shown = await newest(ana)
    assert shown.is_ephemeral
    texts = [b["text"]["type"] for b in shown.blocks if b["type"] == "section"]
    assert texts[0] == "plain_text"


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in ("", "help", "step")])
def test_every_command_of_the_room_shows_a_card_of_its_own(
    say: Words, content: Content, name: str
) -> None:
    """No name in the command table leads to a suggestion."""
    assert not answer(say, content, name).text.startswith("“")


def test_every_name_of_a_card_can_be_typed(say: Words, content: Content) -> None:
    """The first word of each name is in the command table or finds the card by search."""
    for card in content.cards:
        for name in card.names:
            assert answer(say, content, name).text.startswith(card.title.replace("&", "&amp;")), (
                name
            )


def test_help_lists_what_can_be_typed_and_nothing_else(content: Content) -> None:
    """Every command of every room stands in help, and every command in help exists."""
    explained = {command.typed.removeprefix("/amp ") for command in content.commands}
    cards = {name for card in content.cards for name in card.names}
    assert explained <= set(rooms.COMMANDS)
    assert set(rooms.COMMANDS) - {""} <= explained | cards
