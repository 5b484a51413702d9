"""What people see of the framework: cards, help and suggestions as messages."""

import html
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest

from bot.framework.content import Content
from bot.framework.entries import Card, Part
from bot.framework.topics import Topic
from bot.framework.validators import LINK
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block

OPEN = "card:open:"  # shows a card in place of the one that was clicked
READ = "card:read:"  # shows a card beside the message that was clicked
MORE = "card:more:"
SHARE = "card:share:"

_SIGNS = {"tip": ":bulb:", "warning": ":warning:"}
_MOST_TEXT = 2900  # of the 3,000 characters that a section takes


@dataclass(frozen=True)
class CardMessage:
    """A message ready to send: its blocks, and the text that stands for them where none show."""

    text: str
    blocks: list[Block]

    @property
    def size(self) -> int:
        """Its blocks' length in bytes, as they are sent."""
        return len(json.dumps(self.blocks))


def card(content: Content, shown: Card, *, more: bool = False) -> CardMessage:
    """A card for one person: short, or with everything and its sources (*more*)."""
    drawn = [
        kit.header(shown.title),
        *_parts(content, shown, (*shown.body, *(shown.more if more else ())), sources=more),
        *_rows(_tools(shown), _steps(content, shown, more=more), _see(content, shown)),
    ]
    return _message(f"{shown.id}.{'more' if more else 'card'}", _fallback(shown), drawn)


def shared(content: Content, shown: Card, user_id: str) -> CardMessage:
    """A card for a whole channel, with who put it there; the rest opens for each reader alone."""
    by = kit.context(f"{_safe(content.labels.shared_by)} <@{user_id}>")
    read = kit.button(content.labels.more, READ + shown.id, shown.id)
    drawn = [
        kit.header(shown.title),
        *_parts(content, shown, shown.body, sources=False),
        by,
        kit.actions(read),
    ]
    return _message(f"{shown.id}.shared", _fallback(shown), drawn)


def command(content: Content, topic: Topic) -> CardMessage:
    """What a command does that shows no card."""
    drawn = [kit.section(f"*`{topic.typed}`*\n{_safe(topic.summary)}")]
    if topic.command and topic.command.leads:
        drawn.append(kit.context(_safe(content.labels.for_leads)))
    return _message(f"command.{topic.id}", f"{topic.typed}: {topic.summary}", drawn)


def help_list(content: Content) -> CardMessage:
    """Everything that can be typed, each with a line on it."""
    labels = content.labels
    read = [_line(f"/amp {card.names[0]}", card.summary) for card in content.cards if card.names]
    do = [_line(command.typed, command.summary) for command in content.commands]
    drawn = [
        kit.header(labels.help_title),
        kit.section(_safe(labels.help_intro)),
        *_list(f"*{_safe(labels.help_do)}*", do),
        *_list(f"*{_safe(labels.help_read)}*", read),
    ]
    return _message("help", f"{labels.help_title}: {labels.help_intro}", drawn)


def suggestions(content: Content, asked: str, topics: Sequence[Topic]) -> CardMessage:
    """What a word may have meant; the word itself is shown as plain text, whatever is in it."""
    labels = content.labels
    asked = asked if len(asked) <= 80 else asked[:79] + "…"
    said = f"“{asked}”: {labels.meant if topics else labels.nothing_found}"
    drawn = [{"type": "section", "text": kit.plain(said)}]
    if topics:
        drawn.append(kit.section("\n".join(_line(t.typed, t.summary) for t in topics)))
    cards = [_opener(t.card.button, t.card) for t in topics if t.card]
    return _message("suggestions", kit.escape(said), [*drawn, *_rows(cards)])


def every_message(content: Content, shown: Card) -> Iterator[CardMessage]:
    """Each way in which a card can be sent."""
    yield card(content, shown)
    yield card(content, shown, more=True)
    yield shared(content, shown, "U0123456789")


def _message(name: str, text: str, drawn: Iterable[Block]) -> CardMessage:
    """Blocks need ids of their own, other ones where a message replaces another."""
    return CardMessage(
        text, [{**block, "block_id": f"{name}.{number}"} for number, block in enumerate(drawn)]
    )


def _fallback(shown: Card) -> str:
    return kit.escape(f"{shown.title}: {shown.summary}")


def _parts(
    content: Content, shown: Card, parts: Sequence[Part], *, sources: bool
) -> Iterator[Block]:
    for part, after in zip_longest(parts, parts[1:]):
        yield from _part(content, shown, part)
        below = [f"_{_safe(part.caveat)}_"] if part.caveat else []
        # What rests on the same sources as the next part is cited once, below both.
        if sources and part.sources and not (after and after.sources == part.sources):
            below.append(_cited(content, part))
        if below:
            yield kit.context("\n".join(below))


def _part(content: Content, shown: Card, part: Part) -> Iterator[Block]:
    title, text = f"*{_safe(part.title)}*" if part.title else "", _safe(part.text)
    if part.kind in _SIGNS:
        label = title or f"*{_safe(getattr(content.labels, part.kind))}*"
        yield kit.context(f"{_SIGNS[part.kind]} {label}  {text}")
    elif part.kind == "ideas":
        yield from _list(f"*{text}*", _ideas(content, shown))
    elif part.kind == "checklist":
        yield from _list(f"*{text}*", _todos(content, shown))
    else:
        yield kit.section("\n".join(filter(None, (title, text))))


def _ideas(content: Content, shown: Card) -> Iterator[str]:
    """A line for each facet of the drive that the card is about."""
    for facet in content.facets.values():
        ideas = content.ideas_for(facet.id)
        if ideas and content.drive_of(facet.id) == shown.id:
            titles = " · ".join(_safe(idea.title) for idea in ideas)
            yield f"*{_safe(facet.name)}:* {titles}"


def _todos(content: Content, shown: Card) -> Iterator[str]:
    """The checklist of one step, or of all, step by step."""
    own = [todo for todo in content.checklist if todo.card == shown.id]
    if own:
        yield from (f"☐ {_safe(todo.text)}" for todo in own)
        return
    for card, todos in groupby(content.checklist, key=lambda todo: todo.card):
        yield f"*{_safe(content.card(card).title)}*"
        yield from (f"☐ {_safe(todo.text)}" for todo in todos)


def _cited(content: Content, part: Part) -> str:
    found = [content.source(id) for id in part.sources]
    cited = [
        f"<{html.escape(s.link, quote=False)}|{_safe(s.text)}>" if s.link else _safe(s.text)
        for s in found
    ]
    return f":books: {_safe(content.labels.source)}: {' · '.join(cited)}"


def _safe(text: str) -> str:
    """Mrkdwn in which nothing but checked links has an effect on people or pages."""
    whole: list[str] = []
    end = 0
    for link in LINK.finditer(text):
        whole += [kit.escape(text[end : link.start()])]
        whole += [f"<{kit.escape(link[1])}|{kit.escape(link[2])}>"]
        end = link.end()
    return "".join([*whole, kit.escape(text[end:])])


def _steps(content: Content, shown: Card, *, more: bool) -> list[Block]:
    """Back, next, more and share, as far as the card has them."""
    labels, row = content.labels, []
    if shown.back:
        row.append(_opener(labels.backward, content.card(shown.back)))
    if shown.next:
        after = content.card(shown.next)
        row.append(_opener(f"{labels.forward}: {after.button}", after, style="primary"))
    if more:
        row.append(kit.button(labels.less, OPEN + shown.id, shown.id))
    elif shown.has_more:
        row.append(kit.button(labels.more, MORE + shown.id, shown.id))
    return [*row, kit.button(labels.share, SHARE + shown.id, shown.id)]


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


def _rows(*rows: Sequence[Block]) -> list[Block]:
    return [kit.actions(*row) for row in rows if row]


def _line(typed: str, summary: str) -> str:
    return f"`{typed}`  {_safe(summary)}"


def _list(title: str, lines: Iterable[str]) -> Iterator[Block]:
    """A titled list, in as many sections as its length needs."""
    text = title
    for line in lines:
        if len(text) + len(line) >= _MOST_TEXT:
            yield kit.section(text)
            text = line
        else:
            text += "\n" + line
    yield kit.section(text)
