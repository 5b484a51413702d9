"""Slack's limits: the end of a key says where its text goes, and how long it may be there."""

import html
from collections.abc import Iterator

from fluent.syntax import ast

from bot.checking.catalog import Catalog, Message
from bot.checking.plurals import CATEGORIES
from bot.violations import Violation

# Source: https://docs.slack.dev/reference/block-kit
LIMITS = {
    "-button": 75,
    "-title": 24,
    "-option": 75,
    "-placeholder": 150,
    "-header": 150,
    "-label": 2000,
    "-hint": 2000,
}
SECTION = 3000  # whatever the key ends in, it goes into one block

NUMBER = 4  # digits of a count, its sign and decimals included
NAME = 12  # letters of a short name that our own content gives: a drive, a weekday, a channel


def check(messages: Catalog) -> Iterator[Violation]:
    for message in messages.values():
        limit = next((most for end, most in LIMITS.items() if message.key.endswith(end)), SECTION)
        size = length(messages, message)
        if size > limit:
            yield message.violation(
                f"`{message.key}` has about {size} characters, and {limit} fit: say it shorter"
            )


def length(messages: Catalog, message: Message) -> int:
    """The most characters that a message may have, with values of the usual length."""
    counted = {
        select.selector.id.name
        for select in message.selects
        if isinstance(select.selector, ast.VariableReference) and _by_number(select)
    }
    return _of_pattern(messages, message.pattern, counted, {message.key})


def _by_number(select: ast.SelectExpression) -> bool:
    return any(
        isinstance(variant.key, ast.NumberLiteral) or variant.key.name in CATEGORIES
        for variant in select.variants
    )


def _of_pattern(
    messages: Catalog, pattern: ast.Pattern, counted: set[str], within: set[str]
) -> int:
    size = 0
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            size += len(html.unescape(element.value))
        else:
            size += _of_expression(messages, element.expression, counted, within)
    return size


def _of_expression(
    messages: Catalog, expression: ast.BaseNode, counted: set[str], within: set[str]
) -> int:
    match expression:
        case ast.SelectExpression():
            return max(_of_pattern(messages, v.value, counted, within) for v in expression.variants)
        case ast.StringLiteral() | ast.NumberLiteral():
            return len(expression.value)
        case ast.VariableReference():
            return NUMBER if expression.id.name in counted else NAME
        case ast.MessageReference() if expression.id.name in messages:
            key = expression.id.name
            if key in within:
                return 0
            return _of_pattern(messages, messages[key].pattern, counted, within | {key})
    return NAME
