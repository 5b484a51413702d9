"""Rich text: words stand in it as they are, so nothing that somebody wrote takes effect.

In mrkdwn, escaping stops mentions and links but not `*bold*`; in rich text there is no markup.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from bot.framework.text_rules import LINK
from bot.slack.block_kit import Block
from bot.words import Decimal, Markup, Words

Run = dict[str, Any]
Line = Sequence[Run | str]

# Slack publishes no limit for a whole message; it was seen to take 12 kB and to refuse 15.
MAX_BYTES = 10_000
MAX_BLOCKS = 40

_MARKS = re.compile(
    rf"{LINK.pattern}|`(?P<code>[^`]+)`|\*(?P<bold>[^*]+)\*"
    r"|(?<!\w)_(?P<italic>[^_]+)_(?!\w)|:(?P<emoji>[a-z][a-z_]+):"
)
_PLACE = "\ue000"  # on both sides of a value's name, until the value takes its place


def bold(words: str) -> Run:
    return _styled(words, "bold")


def italic(words: str) -> Run:
    return _styled(words, "italic")


def user(user_id: str) -> Run:
    return {"type": "user", "user_id": user_id}


def moment(say: Words, at: datetime) -> Run:
    """A moment as everybody reads it on their own clock."""
    return _date(at, say.plain("moment"), say.in_utc(at))


def day(say: Words, at: datetime) -> Run:
    return _date(at, "{date_short_pretty}", say.day(at.date()))


def message(say: Words, key: str, /, **values: Any) -> list[Run | str]:
    """A message of content/ in rich text, in which its own `*bold*` and `:emoji:` take effect.

    Nothing in its values does: strings are people's words, unless they are `Markup`; a moment
    is shown on the reader's own clock; and pieces of rich text stay what they are.
    """
    runs = {
        name: _runs(say, value)
        for name, value in values.items()
        if not isinstance(value, Markup | Decimal | float | int | date)
        or isinstance(value, datetime)
    }
    places = {name: Markup(f"{_PLACE}{name}{_PLACE}") for name in runs}
    text = say.plain(key, **{**values, **places})
    return [run for piece in prose(text) for run in _filled(piece, runs)]


def paragraph(say: Words, key: str, /, **values: Any) -> Block:
    """A paragraph that is one message; its values are as in `message`."""
    return said(*message(say, key, **values))


def prose(words: str) -> list[Run | str]:
    """Our own content's words: its links, `code`, *bold*, _italic_ and emoji as such."""
    whole: list[Run | str] = []
    end = 0
    for mark in _MARKS.finditer(words):
        whole += [words[end : mark.start()], _marked(mark)]
        end = mark.end()
    return [*whole, words[end:]]


def said(*runs: Run | str) -> Block:
    """A paragraph."""
    return _rich(_section(runs))


def quoted(*runs: Run | str) -> Block:
    """Somebody's own words, set apart."""
    return _rich({"type": "rich_text_quote", "elements": _elements(runs)})


def bullets(title: Line, lines: Iterable[Line]) -> Block:
    """A titled list."""
    items = [_section(line) for line in lines]
    listed = {"type": "rich_text_list", "style": "bullet", "elements": items}
    return _rich(_section(title), *([listed] if items else []))


def pages(groups: Iterable[Sequence[Block]]) -> Iterator[list[Block]]:
    """Put groups of blocks that belong together on as many messages as Slack's limits ask for."""
    page: list[Block] = []
    for group in groups:
        if page and (len(page) + len(group) > MAX_BLOCKS or size([*page, *group]) > MAX_BYTES):
            yield page
            page = []
        page = [*page, *group]
    if page:
        yield page


def size(blocks: Sequence[Block]) -> int:
    """The blocks' length in bytes, as they are sent."""
    return len(json.dumps(blocks))


def bar(share: float, cells: int = 10) -> Run:
    """A bar for a share from 0 to 1."""
    full = round(share * cells)
    return {"type": "text", "text": "█" * full + "░" * (cells - full)}


def _marked(mark: re.Match[str]) -> Run:
    for style in ("code", "bold", "italic"):
        if mark[style]:
            return _styled(mark[style], style)
    if mark["emoji"]:
        return {"type": "emoji", "name": mark["emoji"]}
    address, _, label = mark[0][1:-1].partition("|")
    return {"type": "link", "url": address, "text": label or address}


def _runs(say: Words, value: str | datetime | Run | Line) -> Line:
    if isinstance(value, datetime):
        return [moment(say, value)]
    return [value] if isinstance(value, str | dict) else value


def _filled(piece: Run | str, runs: Mapping[str, Line]) -> Iterator[Run | str]:
    """The piece of a message with its values in their places, in the style around them."""
    text = piece if isinstance(piece, str) else piece.get("text", "")
    if _PLACE not in text:
        yield piece
        return
    style = None if isinstance(piece, str) else piece.get("style")
    for number, part in enumerate(text.split(_PLACE)):
        for run in runs[part] if number % 2 else [part]:
            if run:
                yield _in_style(run, style)


def _in_style(run: Run | str, style: dict[str, bool] | None) -> Run | str:
    if style is None:
        return run
    whole = _text(run) if isinstance(run, str) else run
    return {**whole, "style": {**whole.get("style", {}), **style}}


def _rich(*elements: Block) -> Block:
    return {"type": "rich_text", "elements": list(elements)}


def _section(runs: Line) -> Block:
    return {"type": "rich_text_section", "elements": _elements(runs)}


def _elements(runs: Line) -> list[Run]:
    """The runs as Slack takes them: a text without a letter is refused."""
    whole = [_text(run) if isinstance(run, str) else run for run in runs]
    return [run for run in whole if run.get("text") != ""]


def _text(words: str) -> Run:
    return {"type": "text", "text": words}


def _styled(words: str, style: str) -> Run:
    return {**_text(words), "style": {style: True}}


def _date(at: datetime, format_: str, fallback: str) -> Run:
    stamp = int(at.timestamp())
    return {"type": "date", "timestamp": stamp, "format": format_, "fallback": fallback}
