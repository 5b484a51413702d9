"""What Slack says when it refuses a payload, in its own words.

The words are those of Slack's published validator (github.com/slackhq/hack-json-schema), which are
also the ones that come back from the live service. Rules whose words nobody has recorded (a second
focus, a third chart, an empty card …) speak in the same manner, beside the rule.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

FAILED = "failed_constraint"
INVALID_TYPE = "invalid_type"
MISSING = "missing_field"


@dataclass(frozen=True)
class Problem:
    """One refusal: what is wrong, and where.

    `code` and `constraint` are as in `blocks.validate`. `error` is set when the whole call is
    refused with a code of its own (`msg_blocks_too_long`, `no_text` …); without it a message is
    refused with `invalid_blocks` and a view with `invalid_arguments`.
    """

    message: str
    pointer: str
    code: str = FAILED
    error: str | None = None
    constraint: Mapping[str, Any] | None = field(default=None, hash=False)

    def __str__(self) -> str:
        """Read as in `response_metadata.messages`, without the leading `[ERROR]`."""
        return f"{self.message} [json-pointer:{self.pointer}]"


def wrong_type(wanted: str, at: str) -> Problem:
    """`wanted` is a verb and a noun: "provide a string", "be a boolean"."""
    return Problem(f"must {wanted}", at, INVALID_TYPE)


def missing(name: str, at: str) -> Problem:
    return Problem(f"missing required field: {name}", at, MISSING)


def unknown(name: str, at: str) -> Problem:
    message = f"invalid additional property: {name}"
    return Problem(message, at, constraint={"type": "additional_properties", "got": name})


def unsupported(got: str, expected: Sequence[str], at: str) -> Problem:
    message = f"unsupported type: {got}"
    return _constrained(message, at, "enum", list(expected), got)


def not_a_choice(got: Any, expected: Sequence[Any], at: str) -> Problem:
    return _constrained("must be a valid enum value", at, "enum", list(expected), got)


def too_long(most: int, got: int, at: str) -> Problem:
    return _constrained(f"must be less than {most + 1} characters", at, "max_length", most, got)


def too_short(least: int, got: int, at: str) -> Problem:
    return _constrained(f"must be more than {least - 1} characters", at, "min_length", least, got)


def too_many(most: int, got: int, at: str) -> Problem:
    return _constrained(f"no more than {most} items allowed", at, "max_items", most, got)


def too_few(least: int, got: int, at: str) -> Problem:
    return _constrained(f"must provide at least {least} items", at, "min_items", least, got)


def too_few_properties(least: int, got: int, at: str) -> Problem:
    return _constrained(f"must have minimum {least} properties", at, "min_properties", least, got)


def too_big(most: float | str, got: float | str, at: str) -> Problem:
    """Slack's words are off by one: the bound itself is allowed."""
    return _constrained(f"must be less than {most}", at, "maximum", most, got)


def too_small(least: float | str, got: float | str, at: str) -> Problem:
    """Slack's words are off by one: the bound itself is allowed."""
    return _constrained(f"must be greater than {least}", at, "minimum", least, got)


def off_pattern(pattern: str, got: str, at: str) -> Problem:
    message = f"input must match regex pattern: {pattern}"
    return _constrained(message, at, "pattern", pattern, got)


def off_format(name: str, got: str, at: str) -> Problem:
    return _constrained(f"input must be a valid: {name}", at, "format", name, got)


def repeated(got: Any, at: str) -> Problem:
    constraint = {"type": "unique_items", "got": got}
    return Problem("Input contains duplicate items", at, constraint=constraint)


def not_one_of(at: str) -> Problem:
    """Two fields exclude each other and both are there."""
    message = "failed to match exactly one allowed schema"
    return Problem(message, at, constraint={"type": "one_of"})


def no_schema_matches(at: str) -> Problem:
    """Live, this line precedes the real complaints about a view."""
    return Problem("failed to match all allowed schemas", at, constraint={"type": "all_of"})


def already_exists(name: str, got: str, at: str) -> Problem:
    return Problem(f'`{name}` "{got}" already exists', at)


def _constrained(message: str, at: str, kind: str, expected: Any, got: Any) -> Problem:
    constraint = {"type": kind, "expected": expected, "got": got}
    return Problem(message, at, constraint=constraint)
