"""mrkdwn as rich text: what Slack makes of a text that comes without blocks.

Facts: docs.slack.dev/messaging/formatting-message-text.
"""

import re
from collections.abc import Iterator
from typing import Any

Element = dict[str, Any]
Style = dict[str, bool]

_FENCE = re.compile(r"\n?```\n?(.+?)\n?```\n?", re.DOTALL)
_QUOTE = re.compile(r"(?:&gt;|>) ?")
_LONG_QUOTE = re.compile(r"(?:&gt;|>){3} ?")
_CODE = re.compile(r"`([^`]+)`")
_REFERENCE = re.compile(r"<([^<>|]+)(?:\|([^<>]*))?>")
_ADDRESS = re.compile(r"https?://[^\s<>|`*]+")
_EMOJI = re.compile(r":(?=[0-9_'-]*[a-z+])([a-z0-9_+'-]+)(?:::skin-tone-([2-6]))?:")
_STYLES = {"*": "bold", "_": "italic", "~": "strike"}
_ENTITY = re.compile(r"&(lt|gt|amp);")
_CHARACTERS = {"lt": "<", "gt": ">", "amp": "&"}


def rich_text(text: str) -> list[Element]:
    """The elements of a `rich_text` block that shows the same as this mrkdwn."""
    found: list[Element] = []
    for n, part in enumerate(_FENCE.split(text)):
        if n % 2:
            code = [{"type": "text", "text": _plain(part)}]
            found.append({"type": "rich_text_preformatted", "elements": code})
        elif part:
            found += _lines(part.split("\n"))
    return found


def _lines(lines: list[str]) -> Iterator[Element]:
    """Sections, and quotes between them."""
    while lines:
        quoted = bool(_QUOTE.match(lines[0]))
        if _LONG_QUOTE.match(lines[0]):
            block, lines = [_LONG_QUOTE.sub("", lines[0], count=1), *lines[1:]], []
        else:
            same = (n for n, line in enumerate(lines) if bool(_QUOTE.match(line)) != quoted)
            end = next(same, len(lines))
            block, lines = lines[:end], lines[end:]
            block = [_QUOTE.sub("", line, count=1) for line in block] if quoted else block
        elements = _written(block)
        if elements:
            kind = "rich_text_quote" if quoted else "rich_text_section"
            yield {"type": kind, "elements": elements}


def _written(lines: list[str]) -> list[Element]:
    """The inline elements of some lines, texts of one style put together."""
    found: list[Element] = []
    for n, line in enumerate(lines):
        pieces = [*([_text("\n", {})] if n else []), *_inline(line, {})]
        for piece in pieces:
            last = found[-1] if found else {}
            if piece["type"] == last.get("type") == "text" and _same_style(piece, last):
                last["text"] += piece["text"]
            else:
                found.append(piece)
    return found


def _same_style(one: Element, other: Element) -> bool:
    return one.get("style") == other.get("style")


def _inline(line: str, style: Style) -> Iterator[Element]:
    """Read a line from left to right; what means nothing is text."""
    at = start = 0
    hopeless: set[str] = set()  # signs that nothing closes any more on this line
    while at < len(line):
        found = _token(line, at, style, hopeless)
        if found is None:
            at += 1
            continue
        if start < at:
            yield _text(line[start:at], style)
        elements, at = found
        yield from elements
        start = at
    if start < at:
        yield _text(line[start:at], style)


def _token(
    line: str, at: int, style: Style, hopeless: set[str]
) -> tuple[list[Element], int] | None:
    sign = line[at]
    if sign in _STYLES and sign not in hopeless and _STYLES[sign] not in style:
        return _styled(line, at, style, hopeless)
    if sign == "`" and (code := _CODE.match(line, at)):
        return [_text(_plain(code[1]), {**style, "code": True})], code.end()
    if sign == "<" and (reference := _REFERENCE.match(line, at)):
        return [_with_style(_referred(reference[1], reference[2]), style)], reference.end()
    if sign == "h" and not _is_word(line, at - 1) and (address := _ADDRESS.match(line, at)):
        link = {"type": "link", "url": _unescaped(address[0])}
        return [_with_style(link, style)], address.end()
    if sign == ":" and not _is_word(line, at - 1) and (emoji := _EMOJI.match(line, at)):
        tone = {"skin_tone": int(emoji[2])} if emoji[2] else {}
        return [_with_style({"type": "emoji", "name": emoji[1], **tone}, style)], emoji.end()
    return None


def _styled(
    line: str, at: int, style: Style, hopeless: set[str]
) -> tuple[list[Element], int] | None:
    """`*bold*` and its like: closed on the same line, and no part of a word."""
    sign = line[at]
    if _is_word(line, at - 1) or line[at + 1 : at + 2].isspace():
        return None
    end = line.find(sign, at + 2)
    while end > 0 and (line[end - 1].isspace() or _is_word(line, end + 1)):
        end = line.find(sign, end + 1)
    if end < 0:
        hopeless.add(sign)
        return None
    return list(_inline(line[at + 1 : end], {**style, _STYLES[sign]: True})), end + 1


def _referred(what: str, label: str | None) -> Element:
    """What stands between angle brackets: a person, a channel, a date, an address …"""
    if what in ("@", "#"):
        return {"type": "text", "text": _unescaped(label or f"<{what}>")}
    if what.startswith("@"):
        return {"type": "user", "user_id": what[1:]}
    if what.startswith("#"):
        return {"type": "channel", "channel_id": what[1:]}
    kind, *more = what.split("^")
    if kind == "!subteam" and any(more[:1]):
        return {"type": "usergroup", "usergroup_id": more[0]}
    if kind == "!date" and any(more[1:2]) and more[0].isdecimal():
        link = {"url": _unescaped(more[2])} if more[2:] else {}
        date = {"type": "date", "timestamp": int(more[0]), "format": _unescaped(more[1])}
        return {**date, **link, **({"fallback": _unescaped(label)} if label else {})}
    if what in ("!here", "!channel", "!everyone"):
        return {"type": "broadcast", "range": what[1:]}
    if what.startswith("!"):
        return {"type": "text", "text": _unescaped(label or what)}
    named = {"text": _unescaped(label)} if label else {}
    return {"type": "link", "url": _unescaped(what), **named}


def _text(words: str, style: Style) -> Element:
    return _with_style({"type": "text", "text": _unescaped(words)}, style)


def _with_style(element: Element, style: Style) -> Element:
    return {**element, "style": dict(style)} if style else element


def _plain(code: str) -> str:
    """What stands in code: links show as their label, nothing else is read."""
    return _unescaped(_REFERENCE.sub(lambda found: found[2] or found[1], code))


def _unescaped(words: str) -> str:
    return _ENTITY.sub(lambda found: _CHARACTERS[found[1]], words)


def _is_word(line: str, at: int) -> bool:
    return 0 <= at < len(line) and line[at].isalnum()
