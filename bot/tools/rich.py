"""Rich text: words stand in it as they are, so nothing that somebody wrote takes effect.

In mrkdwn, escaping stops mentions and links but not `*bold*`; in rich text there is no markup.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from bot.framework.validators import LINK
from bot.slack.block_kit import Block

Run = dict[str, Any]
Line = Sequence[Run | str]

# Slack publishes no limit for a whole message; it was seen to take 12 kB and to refuse 15.
MOST_BYTES = 10_000
MOST_BLOCKS = 40

_MARKS = re.compile(rf"{LINK.pattern}|`(?P<code>[^`]+)`|\*(?P<bold>[^*]+)\*")


def bold(words: str) -> Run:
    return _styled(words, "bold")


def italic(words: str) -> Run:
    return _styled(words, "italic")


def code(words: str) -> Run:
    return _styled(words, "code")


def user(user_id: str) -> Run:
    return {"type": "user", "user_id": user_id}


def channel(channel_id: str) -> Run:
    return {"type": "channel", "channel_id": channel_id}


def emoji(name: str) -> Run:
    return {"type": "emoji", "name": name}


def moment(at: datetime) -> Run:
    """A moment as everybody reads it on their own clock."""
    return _date(at, "{date_long_pretty} at {time}", f"{at:%A %d %B, %H:%M} UTC")


def day(at: datetime) -> Run:
    return _date(at, "{date_short_pretty}", f"{at:%d %B}")


def prose(words: str) -> list[Run | str]:
    """Our own content's words: its links, `code` and *bold* as such."""
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
        if page and (len(page) + len(group) > MOST_BLOCKS or size([*page, *group]) > MOST_BYTES):
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
    if mark["code"]:
        return code(mark["code"])
    if mark["bold"]:
        return bold(mark["bold"])
    address, _, label = mark[0][1:-1].partition("|")
    return {"type": "link", "url": address, "text": label or address}


def _rich(*elements: Block) -> Block:
    return {"type": "rich_text", "elements": list(elements)}


def _section(runs: Line) -> Block:
    return {"type": "rich_text_section", "elements": _elements(runs)}


def _elements(runs: Line) -> list[Run]:
    """The runs as Slack takes them: a text without a letter is refused."""
    whole = [{"type": "text", "text": run} if isinstance(run, str) else run for run in runs]
    return [run for run in whole if run.get("text") != ""]


def _styled(words: str, style: str) -> Run:
    return {"type": "text", "text": words, "style": {style: True}}


def _date(at: datetime, shape: str, fallback: str) -> Run:
    stamp = int(at.timestamp())
    return {"type": "date", "timestamp": stamp, "format": shape, "fallback": fallback}
