"""What comes from outside: JSON and forms that may be anything."""

import json
import math
import re
from collections.abc import Mapping
from typing import Any

from aiohttp import web

SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def parse(raw: str | bytes) -> Any:
    """JSON as Slack takes it; raises ValueError for what isn't JSON, or is nested beyond reason.

    Halves of characters, which JSON can name and UTF-8 can't hold, become question marks.
    """
    text = raw.decode() if isinstance(raw, bytes) else raw
    try:
        value = json.loads(text, parse_float=_finite, parse_constant=_finite)
        return _whole(value) if SURROGATE.search(text) else value
    except RecursionError:
        raise ValueError("nested too deeply") from None


def parsed(value: Any) -> Any:
    """An argument that may have come as JSON text; None for text that isn't JSON."""
    if not isinstance(value, str):
        return value
    try:
        return parse(value)
    except ValueError:
        return None


def _finite(words: str) -> float:
    number = float(words)
    if not math.isfinite(number):
        raise ValueError(f"no number: {words}")
    return number


def _whole(part: Any) -> Any:
    if isinstance(part, str):
        return part.encode(errors="replace").decode()
    if isinstance(part, list):
        return [_whole(item) for item in part]
    if isinstance(part, dict):
        return {_whole(name): _whole(value) for name, value in part.items()}
    return part


async def form(request: web.Request) -> Mapping[str, Any]:
    """A request's form; raises ValueError when it can't be read."""
    try:
        return await request.post()
    except (ValueError, LookupError, AssertionError) as problem:
        raise ValueError(str(problem)) from None
