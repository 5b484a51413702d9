"""The answer to a message: what Amp can do, or the one command that is meant."""

from bot.framework import blocks, courtesies, search
from bot.framework.blocks import CardMessage
from bot.framework.content import Content
from bot.slack import block_kit as kit
from bot.words import Words


def answer(say: Words, content: Content, text: str) -> CardMessage:
    """One short answer, whatever was said; nothing is done."""
    said = courtesies.without_asking(content, courtesies.without_thanks(content, text))
    topic = search.pointed_at(content, said)
    if topic is None or topic.id == "help":
        told = say("conversation-answer")
    else:
        summary = blocks.prose(topic.summary)
        told = say("conversation-type-that", typed=topic.typed, summary=summary)
    return CardMessage(told, [kit.section(told)])
