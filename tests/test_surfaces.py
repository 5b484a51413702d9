"""Everything that Amp shows, at its longest and with the worst words, is taken by Slack.

Each public function of a room's blocks is called with values made from what it says it takes, so
that a surface which is new is tried too.
"""

import enum
import importlib
import inspect
import types
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count, cycle, islice
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import asdict
from sqlalchemy import JSON, String
from sqlalchemy import inspect as columns_of

import bot
from bot import paths, words
from bot.db import Base
from bot.experiments import forms
from bot.framework import loading
from bot.framework.blocks import CardMessage
from bot.framework.content import Content
from bot.framework.entries import Entry
from bot.framework.topics import Topic
from bot.insight.reviews import Finding, Outcome
from bot.insight.scores import Sentence
from bot.pulse.models import AnyRound, Round
from bot.slack import block_kit as kit
from bot.slack.outbox import Draft
from bot.words import Markup, Words
from localslack.rules import validate_message, validate_view

ROOT = Path(bot.__file__).parent
AT = datetime(2027, 9, 29, 12, 30, tzinfo=UTC)
WORST = ("&", "<!channel>", "😀", "ﷺ", "*_~`")  # longer once escaped, or in bytes; not harmless
CONTENT = loading.load(paths.CONTENT)
SAY = words.load(paths.CONTENT)
FILES = ("blocks.py", "messages.py", "overview.py")
# What a text is by its name, where it is not somebody's words.
KNOWN = {
    "zone": "America/Argentina/ComodRivadavia", "language": "de", "locale": "de-DE",
    "workspace_id": "T0123456789", "user_id": "U0123456789", "lead": "U0123456789",
    "by": "U0123456789", "person": "U0123456789", "channel_id": "C0123456789",
    "digest_channel_id": "C0123456789", "recipient": "C0123456789", "drive": "mastery",
    "holidays": "DE", "since": "2027-09-01", "week": "2027-W39",
    "ignored": "0.6", "odd": "low", "kind": "up", "stage": "begun", "end": "kept",
    "mean_new": "4.5",
    "mean_before": "3.25", "gap": "1.25", "ordinary": "0.6", "odd_against": "3.5",
    "failure": "not-tried", "key": "round:1:U1", "needs": "mastery", "idea": "quiet-mornings",
    "easiest": "time", "entered": "rollups",
}  # fmt: skip
# Of one function, or of one type, where the name alone does not tell.
OF_ONE = {
    ("button", "name"): "idea", ("prose", "text"): "See <https://example.org|this> & that.",
    ("Figure", "id"): "mastery", ("Figure", "drive"): "mastery", ("Figure", "kind"): "up",
}  # fmt: skip
ALWAYS = {"votes_until"}  # what may be missing, but not where it is shown
UNDELIVERED = ("team", "title", "month", "number", "kind", "channel", "reason", "scope")
LENGTHS = {**forms.MAX_LENGTHS, "url": 2000, "words": 500, "csv": 4000, "typed": 3000, "secret": 50}


def filled(worst: str, length: int) -> str:
    return "".join(islice(cycle(worst), length))


class Maker:
    """Values of a type at their longest; what may be missing is missing in every second one."""

    def __init__(self, say: Words, content: Content, worst: str, *, whole: bool) -> None:
        self.say, self.content, self.worst, self.whole = say, content, worst, whole
        self.days = count()

    def __call__(self, wanted: Any, name: str) -> Any:
        origin, inner = typing.get_origin(wanted), typing.get_args(wanted)
        if origin in (types.UnionType, typing.Union):
            some = [one for one in inner if one is not type(None)]
            return self(some[0], name) if self.whole or len(some) == len(inner) else None
        if origin is tuple and len(inner) > 1 and inner[1] is not Ellipsis:
            return tuple(self(one, name) for one in inner)
        if origin in (Sequence, list, tuple, frozenset):
            return self._several(origin, inner[0], name)
        if origin in (Mapping, dict):
            return self._mapping(inner[1], name)
        if origin is typing.Literal:
            return inner[-1]
        return self._single(wanted, name)

    def _single(self, wanted: Any, name: str) -> Any:
        plain: dict[Any, Any] = {
            Words: self.say, Content: self.content, bool: self.whole, datetime: AT,
            date: AT.date(), timedelta: timedelta(days=999), object: AT, float: 4.5, bytes: b"x",
            dict: {}, typing.Any: None,
        }  # fmt: skip
        if wanted in plain:
            return plain[wanted]
        if wanted is int:
            return self._number(name)
        if wanted is str and name == "day":
            return (AT.date() + timedelta(days=next(self.days))).isoformat()
        if wanted is str:
            return KNOWN.get(name) or filled(self.worst, LENGTHS.get(name, 80))
        if wanted is Markup:
            return words.escape(filled(self.worst, 500))
        if isinstance(wanted, typing.TypeVar) or callable_type(wanted):
            return lambda *_: {name: filled(self.worst, 80) for name in UNDELIVERED}
        if issubclass(wanted, enum.Enum):
            return list(wanted)[0 if self.whole else -1]
        if issubclass(wanted, Entry):
            return self._of_content(wanted)
        return self._made(wanted)

    def _number(self, name: str) -> int:
        if name == "answered" and not self.whole:
            return 3  # too few to be told of
        small = {"weekday": 6, "hour": 23, "month": 12, "year": 2027, "system": 3, "rounds": 12}
        return small.get(name, 9_999 if name != "id" else 9_999_999_999)

    def _several(self, origin: Any, wanted: Any, name: str) -> Any:
        if issubclass_of(wanted, Entry):
            found = tuple(getattr(self.content, "checklist" if name == "todos" else name, ()))
            # Ideas are offered by the handful; of anything else there may be all that we ship.
            return found[: 9 if name == "ideas" else None] or (self._of_content(wanted),)
        if name == "said":  # as older versions stored it
            return () if self.whole else (Sentence(f"Pulse 9. {filled(self.worst, 500)}"),)
        if wanted is Topic:
            return self.content.topics[:5]
        if name == "drives" and wanted is str:
            return tuple(drive.id for drive in self.content.drives)
        if name == "ideas" and wanted is str:
            return tuple(idea.id for idea in self.content.ideas_for_drive("mastery"))[:3]
        several = [self(wanted, name.removesuffix("s")) for _ in range(9 if self.whole else 1)]
        for number, one in enumerate(several):
            if isinstance(one, Base) and "id" in columns_of(type(one)).columns:
                one.id = number + 1  # type: ignore[attr-defined]
        return tuple(several) if origin in (tuple, Sequence) else origin(several)

    def _mapping(self, wanted: Any, name: str) -> dict[str, Any]:
        ids = {
            "answers": [q.id for q in self.content.roles] + [q.id for q in self.content.fit],
            "shares": [sign.id for sign in self.content.signs],
            "ratings": list(self.content.facets), "steps": list(self.content.facets),
            "ticks": [todo.id for todo in self.content.checklist],
            "shown": [drive.id for drive in self.content.drives],
        }.get(name, [])  # fmt: skip
        made = {id: self(wanted, "steps" if name == "steps" else "share") for id in ids}
        return {id: 3 if isinstance(one, int) and one > 5 else one for id, one in made.items()}

    def _of_content(self, wanted: Any) -> Any:
        """The entry of the content that is longest to read."""
        found = [one for one in walk(self.content) if isinstance(one, wanted)]
        return max(found, key=lambda one: len(str(one)))

    def _made(self, wanted: Any) -> Any:
        if issubclass(wanted, Topic):
            return max(self.content.topics, key=lambda topic: len(topic.summary))
        if issubclass(wanted, Base):
            return self._row(Round if wanted is AnyRound else wanted)
        hints = typing.get_type_hints(wanted)
        owner = wanted.__name__
        return wanted(
            **{
                name: OF_ONE.get((owner, name)) or self(hints[name], name)
                for name in inspect.signature(wanted).parameters
            }
        )

    def _json(self, name: str) -> Any:
        """What a room keeps in one column."""
        if name == "items":
            return list(self.content.items)[:8]
        if name == "votes":
            return {"people": 14, "keep": 14, "longer": 0, "drop": 0} if self.whole else None
        if name == "finding":
            return asdict_without_kind(Finding(Outcome.UP, 0.5, 0.1, 0.9, True, 12, 12))
        return self._mapping(bool if name == "answers" else float, name)

    def _row(self, table: Any, *, alone: bool = False) -> Any:
        """A row with those that it names; of its own table one, which is *alone*."""
        row = table()
        for column in columns_of(table).columns:
            kind, length = column.type.python_type, getattr(column.type, "length", None)
            if isinstance(column.type, JSON):
                value = self._json(column.name)
            elif isinstance(column.type, String) and length and column.name not in KNOWN:
                value = filled(self.worst, LENGTHS.get(column.name, length))
            elif column.nullable and not self.whole and column.name not in ALWAYS:
                value = None
            else:
                value = self(kind, column.name)
            setattr(row, column.name, value)
        for relation in columns_of(table).relationships:
            other = relation.mapper.class_
            if not relation.uselist and not (alone and other is table):
                setattr(row, relation.key, self._row(other, alone=other is table))
        return row


def asdict_without_kind(found: Finding) -> dict[str, Any]:
    return {name: value for name, value in asdict(found).items() if name != "kind"}


def callable_type(wanted: Any) -> bool:
    return typing.get_origin(wanted) is Callable or wanted is Callable


def issubclass_of(wanted: Any, base: type) -> bool:
    return isinstance(wanted, type) and issubclass(wanted, base)


def walk(entry: Any) -> Iterator[Any]:
    """An entry of the content, and everything in it."""
    yield entry
    inside = entry if isinstance(entry, tuple) else asdict(entry).values()
    for child in inside:
        if isinstance(child, Entry | tuple):
            yield from walk(child)


def surfaces() -> Iterator[Callable[..., Any]]:
    """Every function that gives something to show."""
    for path in sorted(ROOT.glob("*/**/*.py")):
        if path.name in FILES:
            parts = path.relative_to(ROOT.parent).with_suffix("").parts
            module = importlib.import_module(".".join(parts))
            for name, function in inspect.getmembers(module, inspect.isfunction):
                is_its_own = function.__module__ == module.__name__
                if is_its_own and name[0] != "_" and not inspect.iscoroutinefunction(function):
                    yield function


def called(function: Callable[..., Any], make: Maker) -> Any:
    hints = typing.get_type_hints(function)
    given, named = [], {}
    for name, parameter in inspect.signature(function).parameters.items():
        value = OF_ONE.get((function.__name__, name)) or make(hints[name], name)
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY:
            named[name] = value
        else:
            given.append(value)
    return function(*given, **named)


def problems(shown: Any) -> Iterator[Any]:
    """What Slack would say to it."""
    match shown:
        case None:
            return
        case Draft() | CardMessage():
            yield from validate_message({"text": shown.text, "blocks": shown.blocks})
        case {"type": "modal" | "home"}:
            yield from validate_view(shown)
        case {"type": "button" | "radio_buttons"}:
            yield from problems([kit.actions(shown | {"action_id": "x"})])
        case {"type": _}:
            yield from problems([shown])
        case str():
            yield from problems([kit.section(shown)] if shown else None)
        case [{"type": _}, *_]:
            yield from validate_message({"text": "x", "blocks": shown})
        case _ if isinstance(shown, Sequence | Iterator):
            for one in shown:
                yield from problems(one)


def mrkdwn(shown: Any) -> Iterator[str]:
    """Every text in which Slack would look for a mention."""
    if isinstance(shown, Markup):
        yield shown
    elif isinstance(shown, Draft | CardMessage):
        yield from (shown.text, *mrkdwn(shown.blocks))
    elif isinstance(shown, dict):
        if shown.get("type") == "mrkdwn":
            yield shown["text"]
        for part in shown.values():
            yield from mrkdwn(part)
    elif isinstance(shown, list | tuple):
        for part in shown:
            yield from mrkdwn(part)


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_slack_takes_everything_at_its_longest(language: str) -> None:
    """And nobody is called by somebody's words."""
    say, content = SAY.locale(language), CONTENT.locale(language)
    wrong = []
    for function in surfaces():
        for worst, whole in ((worst, whole) for worst in WORST for whole in (True, False)):
            shown = called(function, Maker(say, content, worst, whole=whole))
            where = f"{function.__module__}.{function.__name__} {worst} {whole}"
            wrong += [f"{where}: {problem}" for problem in problems(shown)]
            wrong += [f"{where}: calls everybody" for text in mrkdwn(shown) if "<!channel>" in text]
    assert not wrong
