"""The rules of Block Kit agree with the types that Slack publishes, read as they are."""

from collections.abc import Iterator
from pathlib import Path

from localslack.rules.blocks import BLOCK
from localslack.rules.schema import ListOf, Maybe, Node, Obj, OneOf, Str
from tests.localslack.rules import published
from tests.localslack.test_slacks_types import types as types


def typed(node: Node, seen: set[int]) -> Iterator[tuple[str, Obj]]:
    """Every object with a type that a block may hold."""
    if id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, OneOf):
        for obj in node.types.values():
            yield from typed(obj, seen)
    elif isinstance(node, Obj):
        tag = node.fields.get("type")
        if isinstance(tag, Str):
            yield from ((name, node) for name in tag.choices or ())
        for inner in node.fields.values():
            yield from typed(inner, seen)
    elif isinstance(node, ListOf):
        yield from typed(node.item, seen)
    elif isinstance(node, Maybe):
        yield from typed(node.node, seen)


async def test_what_slack_publishes_is_known_and_no_more_is_asked_for(types: Path) -> None:
    """Each block and element with each of its fields; required is only what Slack requires."""
    said = published.read(types.parents[2].parent / "types" / "dist" / "block-kit")
    assert len(said) > 30
    del said["file"]  # the block: Slack's own, which no bot may send
    known: dict[str, list[Obj]] = {}
    for name, obj in typed(BLOCK, set()):
        known.setdefault(name, []).append(obj)
    assert sorted(said.keys() - known.keys()) == []
    unknown = [
        f"{name}.{one}"
        for name, fields in said.items()
        for one in fields
        if not any(one in obj.fields for obj in known[name])
    ]
    too_much = [
        f"{name}.{one}"
        for name, fields in said.items()
        for one in known[name][0].needs
        if not fields.get(one, False)
    ]
    assert (unknown, too_much) == ([], [])
