"""Saying everything once: what a message can't say is told before anybody asks.

A selector shows one variant only, so each is said by itself.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from babel.dates import format_datetime
from fluent.runtime.builtins import BUILTINS
from fluent.runtime.errors import FluentCyclicReferenceError
from fluent.runtime.prepare import Compiler
from fluent.syntax import ast

from bot import speaking
from bot.checking.catalog import Catalog, Message, values
from bot.checking.limits import LIMITS
from bot.framework.text_rules import harmless
from bot.speaking import Bundle
from bot.violations import Violation, did_you_mean
from bot.words import ENGLISH

A_MOMENT = datetime(2026, 6, 3, 8, 5, tzinfo=UTC)
_NOT_DATES = {"row-pattern"}
_OF_WORDS = {"SMALL", "BIG"}
_FUNCTIONS = {*BUILTINS, *speaking.functions(ENGLISH)}
_UNKNOWN = re.compile(r"Unknown (message|term|function|attribute): (\S+)")


def check(catalogs: Mapping[str, Catalog], bundles: Mapping[str, Bundle]) -> Iterator[Violation]:
    for language, messages in catalogs.items():
        words = _taken_as_words(messages)
        for message in messages.values():
            given = {name: "x" if name in words else 5 for name in values(messages, message)}
            for wrong in _say(message, given, messages, bundles[language]):
                yield message.violation(wrong)


def _taken_as_words(messages: Catalog) -> set[str]:
    """The names of values that a function takes as words: every other may be a number."""
    return {
        variable.id.name
        for message in messages.values()
        for called in message.nodes
        if isinstance(called, ast.FunctionReference) and called.id.name in _OF_WORDS
        for variable in called.arguments.positional
        if isinstance(variable, ast.VariableReference)
    }


def _say(
    message: Message, given: dict[str, str | int], messages: Catalog, bundle: Bundle
) -> Iterator[str]:
    for pattern in message.nodes:
        if isinstance(pattern, ast.Pattern):
            said, errors = bundle.say(Compiler()(pattern), given)
            if errors:
                yield _sentence(message, errors[0], messages)
            else:
                yield from _wrong_in(message, said, is_whole=pattern is message.pattern)


def _sentence(message: Message, error: Exception, messages: Catalog) -> str:
    if isinstance(error, FluentCyclicReferenceError):
        return f"`{message.key}` is put into itself, by way of what stands in it: break the circle"
    if not (unknown := _UNKNOWN.match(str(error))):
        return f"`{message.key}` can't be said: {error}"
    kind, name = unknown[1], unknown[2]
    if kind == "function":
        return f"`{message.key}`: there is no function `{name}`{did_you_mean(name, _FUNCTIONS)}"
    return f"there is no {kind} `{name}` to put in here{did_you_mean(name, messages)}"


def _wrong_in(message: Message, said: str, *, is_whole: bool) -> Iterator[str]:
    is_plain = message.key.endswith(tuple(LIMITS))
    if is_whole and not said.strip():
        yield f"`{message.key}` says nothing: give it a text"
    try:
        harmless(said, links=not is_plain)
    except ValueError as wrong:
        yield f"`{message.key}` {wrong}"
    if message.key.endswith("-pattern") and message.key not in _NOT_DATES:
        try:
            format_datetime(A_MOMENT, said)
        except (ValueError, KeyError, AttributeError) as wrong:
            yield f"`{message.key}` is no pattern of a date (CLDR): {wrong}"
