"""The small language in which blocks, elements and views are described.

A payload is looked at twice, as in Slack: first its *shape* (types, lengths, required and unknown
properties), and only when that is right, its *sense* (rules between properties). So a rule may
index freely into what it is given.
"""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, Literal

from localslack.rules import problems
from localslack.rules.problems import Problem

Surface = Literal["message", "modal", "home"]
Problems = Iterator[Problem]
Rule = Callable[[Mapping[str, Any], str, Surface], Problems]

EVERYWHERE: frozenset[Surface] = frozenset({"message", "modal", "home"})
NOTHING: Mapping[str, "Node"] = MappingProxyType({})


class Node:
    """One kind of value."""

    def shape(self, value: Any, at: str, on: Surface) -> Problems:
        """Say what is wrong with `value`, which stands at the JSON pointer `at`, by itself."""
        raise NotImplementedError

    def sense(self, value: Any, at: str, on: Surface) -> Problems:
        """Say which rules between properties a well-shaped `value` breaks."""
        return iter(())


@dataclass(frozen=True)
class Str(Node):
    """A string of `least` to `most` characters (Unicode code points)."""

    most: int | None = None
    least: int = 0
    choices: tuple[str, ...] = ()
    pattern: str | None = None

    def shape(self, value: Any, at: str, on: Surface) -> Problems:
        if not isinstance(value, str):
            yield problems.wrong_type("provide a string", at)
        elif self.choices:
            if value not in self.choices:
                yield problems.not_a_choice(value, self.choices, at)
        elif self.most is not None and len(value) > self.most:
            yield problems.too_long(self.most, len(value), at)
        elif len(value) < self.least:
            yield problems.too_short(self.least, len(value), at)
        elif self.pattern and not re.fullmatch(self.pattern, value):
            yield problems.off_pattern(f"^{self.pattern}$", value, at)


@dataclass(frozen=True)
class Day(Node):
    """A date as `YYYY-MM-DD`."""

    def shape(self, value: Any, at: str, on: Surface) -> Problems:
        if not isinstance(value, str):
            yield problems.wrong_type("provide a string", at)
        elif not _is_day(value):
            yield problems.off_format("date", value, at)


@dataclass(frozen=True)
class Num(Node):
    """A number, JSON's true and false excluded, from `least` to `most`, or greater than `above`."""

    least: float | None = None
    most: float | None = None
    above: float | None = None
    whole: bool = False

    def shape(self, value: Any, at: str, on: Surface) -> Problems:
        if self.whole and not (isinstance(value, int) and not isinstance(value, bool)):
            yield problems.wrong_type("provide an integer", at)
        elif not _is_number(value):
            yield problems.wrong_type("provide a number", at)
        elif self.most is not None and value > self.most:
            yield problems.too_big(self.most, value, at)
        elif self.least is not None and value < self.least:
            yield problems.too_small(self.least, value, at)
        elif self.above is not None and value <= self.above:
            yield problems.too_small(self.above, value, at)


@dataclass(frozen=True)
class Flag(Node):
    """True or false."""

    def shape(self, value: Any, at: str, on: Surface) -> Problems:
        if not isinstance(value, bool):
            yield problems.wrong_type("be a boolean", at)


@dataclass(frozen=True)
class Free(Node):
    """Any JSON at all."""

    def shape(self, value: Any, at: str, on: Surface) -> Problems:
        return iter(())


@dataclass(frozen=True)
class FreeObj(Node):
    """An object with any properties."""

    def shape(self, value: Any, at: str, on: Surface) -> Problems:
        if not isinstance(value, dict):
            yield problems.wrong_type("provide an object", at)


@dataclass(frozen=True)
class Maybe(Node):
    """A value or null, for the few places where Slack takes null; elsewhere null is refused."""

    node: Node

    def shape(self, value: Any, at: str, on: Surface) -> Problems:
        return iter(()) if value is None else self.node.shape(value, at, on)

    def sense(self, value: Any, at: str, on: Surface) -> Problems:
        return iter(()) if value is None else self.node.sense(value, at, on)


@dataclass(frozen=True)
class ListOf(Node):
    """An array of `least` to `most` items; a wrong count hides what is wrong with the items.

    `unique` is for strings only.
    """

    item: Node
    least: int = 0
    most: int | None = None
    unique: bool = False

    def shape(self, value: Any, at: str, on: Surface) -> Problems:
        if not isinstance(value, list):
            yield problems.wrong_type("provide an array", at)
        elif self.most is not None and len(value) > self.most:
            yield problems.too_many(self.most, len(value), at)
        elif len(value) < self.least:
            yield problems.too_few(self.least, len(value), at)
        else:
            for n, item in enumerate(value):
                yield from self.item.shape(item, f"{at}/{n}", on)

    def sense(self, value: Any, at: str, on: Surface) -> Problems:
        if self.unique and len(set(value)) < len(value):
            yield problems.repeated(value, at)
        for n, item in enumerate(value):
            yield from self.item.sense(item, f"{at}/{n}", on)


@dataclass(frozen=True, kw_only=True)
class Obj(Node):
    """An object with the properties it `needs`, those it `may` have, and no others.

    Of those in `either` it has exactly one. `rules` are asked only when its shape is right. `on`
    says on which surfaces this type of block or element exists.
    """

    needs: Mapping[str, Node] = field(default_factory=dict)
    may: Mapping[str, Node] = field(default_factory=dict)
    either: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    on: frozenset[Surface] = EVERYWHERE

    @cached_property
    def fields(self) -> Mapping[str, Node]:
        """Every known property, the required ones first."""
        return {**self.needs, **self.may}

    def shape(self, value: Any, at: str, on: Surface) -> Problems:
        if not isinstance(value, dict):
            yield problems.wrong_type("provide an object", at)
            return
        absent = list(self._absent(value, at))
        yield from absent or self._fields(value, at, on)

    def sense(self, value: Any, at: str, on: Surface) -> Problems:
        for name, node in self.fields.items():
            if name in value:
                yield from node.sense(value[name], f"{at}/{name}", on)
        for rule in self.rules:
            yield from rule(value, at, on)

    def _absent(self, value: Mapping[str, Any], at: str) -> Problems:
        if self.either and not any(name in value for name in self.either):
            yield problems.missing(self.either[0], at)
        for name in self.needs:
            if name not in value:
                yield problems.missing(name, at)

    def _fields(self, value: Mapping[str, Any], at: str, on: Surface) -> Problems:
        fields = self.fields
        for name, node in fields.items():
            if name in value:
                yield from node.shape(value[name], f"{at}/{name}", on)
        for name in value:
            if name not in fields:
                yield problems.unknown(name, at)
        if sum(name in value for name in self.either) > 1:
            yield problems.not_one_of(at)


class OneOf(Node):
    """An object of one of several types, told apart by its `type`."""

    def __init__(self, *objects: Obj) -> None:
        self.types = {name: obj for obj in objects for name in _names(obj)}
        self._on = {
            surface: {name: obj for name, obj in self.types.items() if surface in obj.on}
            for surface in EVERYWHERE
        }

    def shape(self, value: Any, at: str, on: Surface) -> Problems:
        if not isinstance(value, dict):
            yield problems.wrong_type("provide an object", at)
        elif "type" not in value:
            yield problems.missing("type", at)
        elif not isinstance(value["type"], str):
            yield problems.wrong_type("provide a string", f"{at}/type")
        elif value["type"] not in self._on[on]:
            yield problems.unsupported(value["type"], list(self._on[on]), f"{at}/type")
        else:
            yield from self.types[value["type"]].shape(value, at, on)

    def sense(self, value: Any, at: str, on: Surface) -> Problems:
        return self.types[value["type"]].sense(value, at, on)


def typed(
    name: str,
    needs: Mapping[str, Node] = NOTHING,
    may: Mapping[str, Node] = NOTHING,
    *rules: Rule,
    either: tuple[str, ...] = (),
    on: frozenset[Surface] = EVERYWHERE,
) -> Obj:
    """An object that carries its type's `name`, for use in `OneOf`."""
    return Obj(
        needs={"type": Str(choices=(name,)), **needs}, may=may, either=either, rules=rules, on=on
    )


def _names(obj: Obj) -> tuple[str, ...]:
    tag = obj.needs["type"]
    assert isinstance(tag, Str), "an object in OneOf is made by typed()"
    return tag.choices


def _is_number(value: Any) -> bool:
    if isinstance(value, bool):
        return False
    return isinstance(value, int) or (isinstance(value, float) and math.isfinite(value))


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
