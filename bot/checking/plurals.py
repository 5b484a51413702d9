"""Plural forms: a selector by number has every form that its language needs (CLDR)."""

from collections.abc import Iterator

from babel import Locale
from fluent.syntax import ast

from bot.checking.catalog import Catalog, Message
from bot.violations import Violation

CATEGORIES = frozenset({"zero", "one", "two", "few", "many"})
# Of numbers that nobody reads here: whole millions, as in «un million de réponses».
RARE = {"fr": {"many"}, "es": {"many"}, "it": {"many"}, "pt": {"many"}, "ca": {"many"}}


def check(language: str, messages: Catalog) -> Iterator[Violation]:
    needed = categories(language)
    for message in messages.values():
        for select in message.selects:
            yield from _check(message, select, language, needed)


def categories(language: str) -> frozenset[str]:
    """The plural forms of a language besides `other`, without those of round millions."""
    rules = Locale.parse(language.replace("-", "_")).plural_form.rules
    return frozenset(rules) - RARE.get(language.partition("-")[0], set())


def _check(
    message: Message, select: ast.SelectExpression, language: str, needed: frozenset[str]
) -> Iterator[Violation]:
    names = {v.key.name for v in select.variants if isinstance(v.key, ast.Identifier)}
    if not names & CATEGORIES:
        return
    rare = RARE.get(language.partition("-")[0], set())
    for name in sorted((names & CATEGORIES) - needed - rare):
        yield message.violation(f"`{message.key}`: no number is `[{name}]` in `{language}`")
    for name in sorted(needed - names):
        yield message.violation(f"`{message.key}` lacks the plural form `[{name}]`")
