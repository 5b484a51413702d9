"""A YAML file as a tree of nodes: its values, and the line on which each of them stands."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import yaml
from msgspec import Struct
from msgspec.structs import replace

from bot.violations import Violation
from bot.words import ENGLISH

Place: TypeAlias = tuple[str | int, ...]  # names and numbers that lead to a value

_TEXT = "tag:yaml.org,2002:str"
# The C parser is ten times as fast; a PyYAML that was built without it still works.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Layer(Struct, frozen=True):
    """Where a value comes from: a language, of what Amp ships or of a company's own folder."""

    folder: Path
    language: str
    is_ours: bool = False  # a company's, over what is shipped

    @property
    def name(self) -> str:
        """How it is called in violations: `content/de`, or the company's folder as it was given."""
        return f"{self.folder if self.is_ours else self.folder.name}/{self.language}"


class Node(Struct, frozen=True):
    """A value and its place; in a mapping, the place is the line of its name."""

    value: Any  # a scalar, a dict of Node, or a list of Node
    file: str
    line: int
    layer: Layer

    @property
    def is_english(self) -> bool:
        return self.layer.language == ENGLISH

    def violation(self, text: str) -> Violation:
        return Violation(self.file, self.line, text)

    def plain(self) -> Any:
        """The value without its places, lists as tuples (our models are frozen)."""
        if isinstance(self.value, dict):
            return {name: child.plain() for name, child in self.value.items()}
        if isinstance(self.value, list):
            return tuple(child.plain() for child in self.value)
        return self.value

    def at(self, path: Sequence[str | int]) -> "Node":
        """What stands at *path*, or the nearest thing around it."""
        here = self
        for step in path:
            try:
                here = here.value[step]
            except (KeyError, IndexError, TypeError):
                break
        return here

    def id(self) -> str | None:
        """The `id` of an entry, if it has one."""
        named = self.value.get("id") if isinstance(self.value, dict) else None
        told = named.value if named else None
        return None if told is None or isinstance(told, dict | list) else str(told)

    def holds_entries(self) -> bool:
        """Whether this is a list of entries with ids, which are merged one by one."""
        return isinstance(self.value, list) and any(entry.id() is not None for entry in self.value)

    def put(self, path: Sequence[str | int], node: "Node") -> "Node":
        """The same tree with *node* at *path*, where something stands already."""
        if not path:
            return node
        inside = self.value.copy()
        inside[path[0]] = inside[path[0]].put(path[1:], node)
        return replace(self, value=inside)

    def walk(self, name: str = "") -> Iterator[tuple[str, "Node"]]:
        """Everything inside, with the name of the nearest mapping entry that holds it."""
        yield name, self
        if isinstance(self.value, dict):
            for key, child in self.value.items():
                yield from child.walk(key)
        elif isinstance(self.value, list):
            for child in self.value:
                yield from child.walk(name)


def read(path: Path, layer: Layer, violations: list[Violation]) -> Node | None:
    """Read one file; None if there is nothing to work with."""
    name = f"{layer.name}/{path.relative_to(layer.folder / layer.language).as_posix()}"
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
        node = yaml.compose(text, Loader=_Loader)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        violations.append(Violation(name, line, "this file is not UTF-8"))
        return None
    except yaml.YAMLError as error:
        violations.append(Violation(name, _line(error, text), f"this is no YAML: {_reason(error)}"))
        return None
    if node is None:
        violations.append(Violation(name, 1, "this file is empty"))
        return None
    return _Reader(name, layer, violations).read(node, node.start_mark.line + 1)


def _line(error: yaml.YAMLError, text: str) -> int:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        return int(error.problem_mark.line) + 1
    return text.count("\n", 0, getattr(error, "position", None) or 0) + 1


def _reason(error: yaml.YAMLError) -> str:
    if isinstance(error, yaml.MarkedYAMLError):
        return " ".join(str(part) for part in (error.context, error.problem) if part)
    return str(getattr(error, "reason", error))


class _Reader:
    """Turns the nodes of one file into values with places."""

    def __init__(self, file: str, layer: Layer, violations: list[Violation]) -> None:
        self.file = file
        self.layer = layer
        self.violations = violations
        self.seen: set[int] = set()
        self.scalars = yaml.constructor.SafeConstructor()

    def read(self, node: yaml.Node, line: int) -> Node:
        if id(node) in self.seen:  # an alias is the same node again, and may hold itself
            return self._wrong(line, "write it out again: an alias (*) is not understood here")
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return Node(self._mapping(node), self.file, line, self.layer)
        if isinstance(node, yaml.SequenceNode):
            entries = [self.read(child, child.start_mark.line + 1) for child in node.value]
            return Node(entries, self.file, line, self.layer)
        return self._scalar(node, line)

    def _mapping(self, node: yaml.MappingNode) -> dict[str, Node]:
        found: dict[str, Node] = {}
        for key, child in node.value:
            line = key.start_mark.line + 1
            name = key.value if isinstance(key, yaml.ScalarNode) else "?"
            if name in found:
                first = found[name].line
                self._wrong(line, f"`{name}` is written twice here, first on line {first}")
            else:
                found[name] = self.read(child, line)
        return found

    def _scalar(self, node: yaml.Node, line: int) -> Node:
        if node.tag == _TEXT:  # nine in ten of them, which PyYAML would ask itself about at length
            return Node(node.value, self.file, line, self.layer)
        try:
            return Node(self.scalars.construct_object(node), self.file, line, self.layer)
        except (yaml.YAMLError, ValueError):
            return self._wrong(line, f"`{node.value}` can't be read: put it in quotes")

    def _wrong(self, line: int, text: str) -> Node:
        self.violations.append(Violation(self.file, line, text))
        return Node(None, self.file, line, self.layer)


def gather(layer: Layer, violations: list[Violation]) -> Node:
    """Every file of one language as a single mapping; lists of the same name are joined."""
    whole: dict[str, Node] = {}
    for path in sorted((layer.folder / layer.language).rglob("*.y*ml")):
        page = read(path, layer, violations)
        if page is None:
            continue
        if not isinstance(page.value, dict):
            hint = "this file should begin with a name, such as `cards:`"
            violations.append(page.violation(hint))
            continue
        _add(whole, page.value, violations)
    return Node(whole, layer.name, 1, layer)


def _add(whole: dict[str, Node], page: dict[str, Node], violations: list[Violation]) -> None:
    for name, new in page.items():
        old = whole.get(name)
        if old is None:
            whole[name] = new
        elif isinstance(old.value, list) and isinstance(new.value, list):
            whole[name] = replace(old, value=[*old.value, *new.value])
        else:
            violations.append(
                new.violation(f"`{name}` is written already in {old.file}, line {old.line}")
            )
