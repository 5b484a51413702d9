"""The messages of every language as they are written: key, place, pattern, and what is in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from fluent.syntax import ast

from bot.fluent_files import Page
from bot.violations import ContentError, Violation, did_you_mean
from bot.words import ENGLISH

Catalog = Mapping[str, "Message"]


@dataclass(frozen=True)
class Message:
    """One message or term of one language, and where it stands."""

    key: str
    file: str
    line: int
    pattern: ast.Pattern = field(repr=False)
    is_ours: bool = False  # a company's, over what Amp ships
    replaces: "Message | None" = field(default=None, repr=False)  # which a company says otherwise

    @property
    def original(self) -> "Message":
        """The message that Amp ships, whoever says it otherwise."""
        return self.replaces.original if self.replaces else self

    def violation(self, text: str) -> Violation:
        return Violation(self.file, self.line, text)

    @cached_property
    def nodes(self) -> tuple[ast.SyntaxNode, ...]:
        """Everything that it is made of."""
        return tuple(walk(self.pattern))

    @cached_property
    def selects(self) -> tuple[ast.SelectExpression, ...]:
        """Every selector in it, those inside of others too."""
        return tuple(node for node in self.nodes if isinstance(node, ast.SelectExpression))

    @cached_property
    def shown(self) -> frozenset[str]:
        """The values that a reader sees."""
        return frozenset(
            name
            for node in self.nodes
            if isinstance(node, ast.Placeable) and not isinstance(node.expression, SELECT)
            for name in _variables(node.expression)
        )

    @cached_property
    def selecting(self) -> frozenset[str]:
        """The values that only choose what a reader sees, or do that as well."""
        return frozenset(name for select in self.selects for name in _variables(select.selector))

    @cached_property
    def references(self) -> frozenset[str]:
        """The keys of the messages and terms that are put into it."""
        return frozenset(
            f"-{node.id.name}" if isinstance(node, ast.TermReference) else node.id.name
            for node in self.nodes
            if isinstance(node, ast.MessageReference | ast.TermReference)
        )


SELECT = ast.SelectExpression


def of(pages: Iterable[Page]) -> dict[str, Catalog]:
    """The messages of each language, those of a later page laid over the earlier ones.

    Raises ContentError for what is no Fluent, and for a key that is written twice in one folder.
    """
    catalogs: dict[str, dict[str, Message]] = {}
    violations: list[Violation] = []
    for page in pages:
        violations += page.broken
        known = catalogs.setdefault(page.language, {})
        for message in _messages(page, violations):
            before = known.get(message.key)
            if before and before.is_ours == message.is_ours:
                said = f"`{message.key}` is written already: {before.file}, line {before.line}"
                violations.append(message.violation(said))
            known[message.key] = replace(message, replaces=before)
    if violations:
        raise ContentError(violations)
    return dict(catalogs)


def unknown(catalogs: Mapping[str, Catalog]) -> Iterator[Violation]:
    """What a company says otherwise although Amp does not say it, or not any more."""
    english = catalogs.get(ENGLISH, {})
    shipped = [key for key, message in english.items() if not message.original.is_ours]
    for key, message in english.items():
        if message.original.is_ours and not key.startswith("-"):
            hint = did_you_mean(key, shipped)
            yield message.violation(f"there is no message `{key}` to say otherwise{hint}")


def values(catalog: Catalog, message: Message, seen: frozenset[str] = frozenset()) -> set[str]:
    """Every value that a message wants, with those of the messages that are put into it."""
    wanted = {*message.shown, *message.selecting}
    for key in message.references - seen:
        if key in catalog:
            wanted |= values(catalog, catalog[key], seen | {message.key})
    return wanted


def walk(node: ast.SyntaxNode) -> Iterator[ast.SyntaxNode]:
    """A node and everything below it, in the order in which it is written."""
    waiting = [node]
    while waiting:
        yield (one := waiting.pop())
        for child in reversed(vars(one).values()):
            if isinstance(child, list):
                waiting += reversed(child)
            elif isinstance(child, ast.SyntaxNode):
                waiting.append(child)


def _messages(page: Page, violations: list[Violation]) -> Iterator[Message]:
    file, is_ours = page.name, page.is_ours
    for entry in page.resource.body:
        if not isinstance(entry, ast.Message | ast.Term) or not entry.id.span:
            continue
        line = page.text.count("\n", 0, entry.id.span.start) + 1  # below its comment
        key = f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name
        if entry.value:
            yield Message(key, file, line, entry.value, is_ours)
        else:
            said = f"`{key}` has attributes only, and nobody says those: write `{key} = …`"
            violations.append(Violation(file, line, said))


def _variables(node: ast.SyntaxNode) -> Iterator[str]:
    """The values in an expression, but not those inside of a selector's variants."""
    for inner in walk(node):
        if isinstance(inner, ast.VariableReference):
            yield inner.id.name
