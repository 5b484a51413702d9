"""Cards that the code opens by their id, read from its syntax trees, against those there are."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bot.checking.usage import PACKAGE, modules, name_of
from bot.framework.content import Content
from bot.violations import Violation, did_you_mean


def check(content: Content, package: Path = PACKAGE) -> Iterator[Violation]:
    """Name each id in `content.card("…")` or `read_button(label, "…")` that no card has."""
    known = [card.id for card in content.cards]
    for file, line, id in _opened(package):
        if id not in known:
            said = f"there is no card `{id}` to open{did_you_mean(id, known)}"
            yield Violation(file, line, said)


@cache
def _opened(package: Path) -> tuple[tuple[str, int, str], ...]:
    """Where the code opens a card, and which."""
    return tuple(
        (file, call.lineno, id)
        for file, module in modules(package)
        for call in ast.walk(module)
        if isinstance(call, ast.Call) and name_of(call.func) in ("card", "read_button")
        for id in {*_ids(call.args[-1:], module)}
    )


def _ids(arguments: list[ast.expr], module: ast.Module) -> Iterator[str]:
    """What is passed as it stands, or under a name that the module gives it."""
    named = {
        name_of(target): node.value
        for node in module.body
        if isinstance(node, ast.Assign)
        for target in node.targets
    }
    for argument in arguments:
        meant = named.get(argument.id) if isinstance(argument, ast.Name) else argument
        if isinstance(meant, ast.Constant) and isinstance(meant.value, str):
            yield meant.value
