"""What people see of the framework: cards, help and suggestions as messages."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, zip_longest

from bot.framework.content import Content
from bot.framework.entries import Card, Part
from bot.framework.text_rules import LINK
from bot.framework.topics import Topic
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block
from bot.words import Markup, Words, bold, join, link, mention

OPEN = "card:open:"  # shows a card in place of the one that was clicked
READ = "card:read:"  # shows a card beside the message that was clicked
MORE = "card:more:"
SHARE = "card:share:"
EVERYTHING = "help:all"

_LONGEST_TYPED = 80  # characters of a question that are repeated
_MOST_TEXT = 2900  # of the 3,000 characters that a section takes


@dataclass(frozen=True)
class CardMessage:
    """A message ready to send: its blocks, and the text that stands for them where none show."""

    text: str
    blocks: list[Block]

    @cached_property
    def answer(self) -> str:
        """All of it as the answer to who typed a command: JSON, written once."""
        return json.dumps({"text": self.text, "blocks": self.blocks, "response_type": "ephemeral"})

    @property
    def size(self) -> int:
        """Its blocks' length in bytes, as they are sent."""
        return len(json.dumps(self.blocks))


def card(say: Words, content: Content, shown: Card, *, more: bool = False) -> CardMessage:
    """A card for one person: short, or with everything and its sources (*more*); drawn once."""
    key = (say.language, shown.id, more)
    drawn = content.drawn.get(key)
    if not isinstance(drawn, CardMessage):
        drawn = content.drawn[key] = _card(say, content, shown, more=more)
    return drawn


def _card(say: Words, content: Content, shown: Card, *, more: bool) -> CardMessage:
    drawn = [
        kit.header(shown.title),
        *_parts(say, content, shown, (*shown.body, *(shown.more if more else ())), sources=more),
        *_rows(_tools(shown), _steps(say, content, shown, more=more), _see(content, shown)),
    ]
    return _message(f"{shown.id}.{'more' if more else 'card'}", _fallback(say, shown), drawn)


def shared(say: Words, content: Content, shown: Card, user_id: str) -> CardMessage:
    """A card for a whole channel, with who put it there; the rest opens for each reader alone."""
    read = read_button(say.plain("framework-more-button"), shown.id)
    drawn = [
        kit.header(shown.title),
        *_parts(say, content, shown, shown.body, sources=False),
        kit.context(say("framework-shared-by", person=mention(user_id))),
        kit.actions(read),
    ]
    return _message(f"{shown.id}.shared", _fallback(say, shown), drawn)


def command(say: Words, topic: Topic) -> CardMessage:
    """What a command does that shows no card."""
    told = {"typed": topic.typed, "summary": prose(topic.summary)}
    drawn = [kit.section(say("framework-command", **told))]
    if topic.command and topic.command.leads:
        drawn.append(kit.context(say("framework-command-for-leads")))
    return _message(f"command.{topic.id}", say("framework-command-text", **told), drawn)


def help_list(say: Words, content: Content) -> CardMessage:
    """Everything that can be typed, each with a line on it."""
    read = [_line(say, f"/amp {c.names[0]}", c.summary) for c in content.cards if c.names]
    do = [_line(say, command.typed, command.summary) for command in content.commands]
    title, intro = say.plain("framework-help-header"), say("framework-help-intro")
    drawn = [
        kit.header(title),
        kit.section(intro),
        *_list(say("framework-help-do"), do),
        *_list(say("framework-help-read"), read),
    ]
    return _message("help", say("framework-card-text", title=title, summary=intro), drawn)


def suggestions(say: Words, typed: str, topics: Sequence[Topic]) -> CardMessage:
    """What a word may have meant; the word itself is shown as plain text, whatever is in it."""
    if len(typed) > _LONGEST_TYPED:
        typed = say.plain("framework-shortened", text=typed[: _LONGEST_TYPED - 1])
    key = "framework-unsure" if topics else "framework-nothing-found"
    drawn: list[Block] = [{"type": "section", "text": kit.plain(say.plain(key, typed=typed))}]
    if topics:
        lines = [_line(say, topic.typed, topic.summary) for topic in topics]
        drawn.append(kit.section(join("\n", lines)))
    cards = [_opener(topic.card.button, topic.card) for topic in topics if topic.card]
    return _message("suggestions", say(key, typed=typed), [*drawn, *_rows(cards)])


def every_message(say: Words, content: Content, shown: Card) -> Iterator[CardMessage]:
    """Each way in which a card can be sent."""
    yield card(say, content, shown)
    yield card(say, content, shown, more=True)
    yield shared(say, content, shown, "U0123456789")


def prose(text: str) -> Markup:
    """A text of content/ as mrkdwn in which nothing but checked links has an effect."""
    whole: list[str] = []
    end = 0
    for found in LINK.finditer(text):
        whole += [text[end : found.start()], link(found[1], found[2])]
        end = found.end()
    return join("", [*whole, text[end:]])


def _message(name: str, text: Markup, drawn: Iterable[Block]) -> CardMessage:
    """Blocks need ids of their own, other ones where a message replaces another."""
    return CardMessage(
        text, [{**block, "block_id": f"{name}.{number}"} for number, block in enumerate(drawn)]
    )


def _fallback(say: Words, shown: Card) -> Markup:
    return say("framework-card-text", title=shown.title, summary=shown.summary)


def _parts(
    say: Words, content: Content, shown: Card, parts: Sequence[Part], *, sources: bool
) -> Iterator[Block]:
    for part, after in zip_longest(parts, parts[1:]):
        yield from _part(say, content, shown, part)
        below = [Markup(f"_{prose(part.caveat)}_")] if part.caveat else []
        # What rests on the same sources as the next part is cited once, below both.
        if sources and part.sources and not (after and after.sources == part.sources):
            below.append(_cited(say, content, part))
        if below:
            yield kit.context(join("\n", below))


def _part(say: Words, content: Content, shown: Card, part: Part) -> Iterator[Block]:
    text = prose(part.text)
    if part.kind in ("tip", "warning"):
        yield kit.context(_aside(say, part, text))
    elif part.kind == "ideas":
        yield from _list(bold(text), _ideas(say, content, shown))
    elif part.kind == "checklist":
        yield from _list(bold(text), _todos(say, content, shown))
    else:
        yield kit.section(join("\n", [bold(prose(part.title)), text] if part.title else [text]))


def _aside(say: Words, part: Part, text: Markup) -> Markup:
    if part.title is None:
        return say("framework-tip" if part.kind == "tip" else "framework-warning", text=text)
    key = "framework-tip-titled" if part.kind == "tip" else "framework-warning-titled"
    return say(key, title=prose(part.title), text=text)


def _ideas(say: Words, content: Content, shown: Card) -> Iterator[Markup]:
    """A line for each facet of the drive that the card is about."""
    for facet in content.facets.values():
        ideas = content.ideas_for(facet.id)
        if ideas and content.drive_of(facet.id) == shown.id:
            titles = join(" · ", [prose(idea.title) for idea in ideas])
            yield say("framework-ideas-of-facet", facet=prose(facet.name), ideas=titles)


def _todos(say: Words, content: Content, shown: Card) -> Iterator[Markup]:
    """The checklist of one step, or of all, step by step."""
    own = [todo for todo in content.checklist if todo.card == shown.id]
    if own:
        yield from (say("framework-todo", todo=prose(todo.text)) for todo in own)
        return
    for card, todos in groupby(content.checklist, key=lambda todo: todo.card):
        yield bold(prose(content.card(card).title))
        yield from (say("framework-todo", todo=prose(todo.text)) for todo in todos)


def _cited(say: Words, content: Content, part: Part) -> Markup:
    found = [content.source(id) for id in part.sources]
    cited = [link(source.link, source.text) if source.link else source.text for source in found]
    return say("framework-sources", sources=join(" · ", cited))


def _steps(say: Words, content: Content, shown: Card, *, more: bool) -> list[Block]:
    """Back, next, more and share, as far as the card has them."""
    row = []
    if shown.back:
        row.append(_opener(say.plain("framework-back-button"), content.card(shown.back)))
    if shown.next:
        after = content.card(shown.next)
        label = say.plain("framework-next-button", card=after.button)
        row.append(_opener(label, after, style="primary"))
    if more:
        row.append(kit.button(say.plain("framework-less-button"), OPEN + shown.id, shown.id))
    elif shown.has_more:
        row.append(kit.button(say.plain("framework-more-button"), MORE + shown.id, shown.id))
    return [*row, kit.button(say.plain("framework-share-button"), SHARE + shown.id, shown.id)]


def _tools(shown: Card) -> list[Block]:
    """The tools that belong to the card; the room that has them listens to `<tool>:open`."""
    return [kit.button(tool.label, f"{tool.opens}:open") for tool in shown.tools]


def _see(content: Content, shown: Card) -> list[Block]:
    there = {shown.id, shown.back, shown.next}
    return [
        _opener(content.card(id).button, content.card(id)) for id in shown.see if id not in there
    ]


def _opener(label: str, target: Card, *, style: str | None = None) -> Block:
    return kit.button(label, OPEN + target.id, target.id, style=style)


def read_button(label: str, card: str) -> Block:
    """Opens a card beside the message that it stands in; `amp check` knows the ids that it gets."""
    return kit.button(label, READ + card, card)


def everything_button(say: Words) -> Block:
    """Opens the list of all that can be typed."""
    return kit.button(say.plain("framework-everything-button"), EVERYTHING)


def _rows(*rows: Sequence[Block]) -> list[Block]:
    return [kit.actions(*row) for row in rows if row]


def _line(say: Words, typed: str, summary: str) -> Markup:
    return say("framework-help-line", typed=typed, summary=prose(summary))


def _list(title: Markup, lines: Iterable[Markup]) -> Iterator[Block]:
    """A titled list, in as many sections as its length needs."""
    text = title
    for line in lines:
        if len(text) + len(line) >= _MOST_TEXT:
            yield kit.section(text)
            text = line
        else:
            text = join("\n", [text, line])
    yield kit.section(text)
