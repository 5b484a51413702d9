"""What the code looks up, read from its syntax trees, against what the messages say."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from msgspec import Struct

import bot
from bot.checking.catalog import Catalog, Message, values
from bot.errors import AmpError, key_of
from bot.violations import Violation, did_you_mean
from bot.words import ENGLISH

PACKAGE = Path(bot.__file__).parent
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")


class Call(Struct, frozen=True):
    """A place where messages are looked up, and the values that they get; None: not known."""

    file: str
    line: int
    keys: tuple[str, ...]
    values: frozenset[str] | None


@dataclass
class Usage:
    """All that the code says of messages."""

    literals: dict[str, tuple[str, int]] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    bases: dict[str, tuple[str, ...]] = field(default_factory=dict)  # of each class
    places: dict[str, tuple[str, int]] = field(default_factory=dict)  # of each class
    raised: list[tuple[str, Call]] = field(default_factory=list)  # by the class
    purposes: set[str] = field(default_factory=set)  # what tokens are for: no keys

    @cached_property
    def errors(self) -> dict[str, str]:
        """The key of each kind of error that is meant for a person, by its class."""
        found = {AmpError.__name__}
        while more := {n for n, above in self.bases.items() if found & set(above)} - found:
            found |= more
        return {name: key_of(name) for name in found - {AmpError.__name__}}


def check(catalogs: Mapping[str, Catalog], package: Path = PACKAGE) -> Iterator[Violation]:
    """Keys that are missing or unused, and values that are passed in vain or not at all."""
    english, usage = catalogs.get(ENGLISH, {}), read(package)
    yield from _missing(english, usage)
    yield from _unused(english, usage)
    for call in usage.calls:
        yield from _values(english, call)
    for name, call in usage.raised:
        if name in usage.errors:
            key = usage.errors[name]
            yield from _values(english, Call(call.file, call.line, (key,), call.values))


@cache
def read(package: Path) -> Usage:
    """Everything that the Python files of a package say of messages; they stay as they are."""
    usage = Usage()
    for file, module in modules(package):
        for node in ast.walk(module):
            _read(node, file, usage)
    return usage


@cache
def modules(package: Path) -> tuple[tuple[str, ast.Module], ...]:
    """The syntax tree of each file, with its name."""
    return tuple(
        (
            f"{package.name}/{path.relative_to(package).as_posix()}",
            ast.parse(path.read_text(encoding="utf-8")),
        )
        for path in sorted(package.rglob("*.py"))
    )


def _read(node: ast.AST, file: str, usage: Usage) -> None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        usage.literals.setdefault(node.value, (file, node.lineno))
    elif isinstance(node, ast.ClassDef):
        usage.bases[node.name] = tuple(filter(None, map(name_of, node.bases)))
        usage.places[node.name] = (file, node.lineno)
    elif isinstance(node, ast.Call) and _looks_up(node.func):
        keys = tuple(_keys(node.args[0])) if node.args else ()
        usage.calls.append(Call(file, node.lineno, keys, _passed(node)))
    elif isinstance(node, ast.Call) and name_of(node.func) == "token":
        usage.purposes |= {str(a.value) for a in node.args if isinstance(a, ast.Constant)}
    elif isinstance(node, ast.Raise) and node.exc is not None:
        _read_raise(node.exc, file, usage)


def _read_raise(raised: ast.expr, file: str, usage: Usage) -> None:
    called = raised.func if isinstance(raised, ast.Call) else raised
    passed = _passed(raised) if isinstance(raised, ast.Call) else frozenset()
    if name := name_of(called):
        values = None if passed is None else passed - {"field"}
        usage.raised.append((name, Call(file, raised.lineno, (), values)))


def _looks_up(called: ast.expr) -> bool:
    """Whether this is `say(…)`, `say.plain(…)` or `say.locale(…)(…)`, whatever it is called."""
    if isinstance(called, ast.Call):
        return isinstance(called.func, ast.Attribute) and called.func.attr == "locale"
    if isinstance(called, ast.Attribute) and called.attr == "plain":
        return name_of(called.value) != "kit"
    return (name_of(called) or "").endswith("say")


def _keys(argument: ast.expr) -> Iterator[str]:
    """Each key that a call may mean: `say("one" if … else "two")`."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    elif isinstance(argument, ast.IfExp):
        yield from (*_keys(argument.body), *_keys(argument.orelse))


def _passed(call: ast.Call) -> frozenset[str] | None:
    names = [keyword.arg for keyword in call.keywords]
    return None if None in names else frozenset(name for name in names if name)


def name_of(node: ast.expr) -> str | None:
    """What is called or named, without what it belongs to: `card` of `content.card`."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else None


def _missing(english: Catalog, usage: Usage) -> Iterator[Violation]:
    asked = {key: (call.file, call.line) for call in usage.calls for key in call.keys}
    rooms = {Path(message.file).stem for message in english.values()}
    asked |= {
        literal: place
        for literal, place in usage.literals.items()
        if KEY.fullmatch(literal) and literal.partition("-")[0] in rooms
        if literal not in usage.purposes
    }
    for key, (file, line) in asked.items():
        if key not in english:
            hint = did_you_mean(key, english)
            yield Violation(file, line, f"there is no message `{key}` in English{hint}")
    for name, key in usage.errors.items():
        file, line = usage.places[name]
        if key not in english:
            yield Violation(file, line, f"`{name}` needs a message `{key}` in English")


def _unused(english: Catalog, usage: Usage) -> Iterator[Violation]:
    used = {*usage.literals, *usage.errors.values()} & english.keys()
    waiting = list(used)
    while waiting:
        more = english[waiting.pop()].references & english.keys() - used
        used |= more
        waiting += more
    for key, message in english.items():
        if key not in used and not message.original.is_ours:
            yield message.original.violation(f"nothing says `{key}`: take it out everywhere")


def _values(english: Catalog, call: Call) -> Iterator[Violation]:
    """What a call passes in vain, and what a message that it may mean does not get."""
    found = [english[key].original for key in call.keys if key in english]
    if call.values is None or len(found) < len(call.keys) or not found:
        return
    where = f"{call.file}, line {call.line}"
    wanted = {message.key: values(english, message) for message in found}
    for message in found:
        for name in sorted(wanted[message.key] - call.values):
            yield message.violation(f"`{message.key}` gets no `${name}` from {where}")
    for name in sorted(call.values - set().union(*wanted.values())):
        yield _in_vain(found[0], name, where)


def _in_vain(message: Message, name: str, where: str) -> Violation:
    return message.violation(f"`{message.key}` has no `${name}`, which {where}, passes")
