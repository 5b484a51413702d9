"""Pydantic's validation errors about content/ as sentences for whoever edits it."""

from typing import Any, get_args

from bot.framework.entries import Entry, Schema
from bot.framework.nodes import Place
from bot.violations import did_you_mean

_SHOULD_BE = {
    "string_type": "words, not {given}: put it in quotes",
    "tuple_type": "a list, each entry on a line that begins with a dash",
    "model_type": "names with values, not {given}",
    "bool_type": "true or false, not {given}",
    "int_type": "a whole number, not {given}",
    "literal_error": "{expected}, not {given}",
}


def sentence(finding: Any) -> str:
    """One entry of a ValidationError's `errors()` in words."""
    kind, place, context = finding["type"], finding["loc"], finding.get("ctx", {})
    given = _shown(finding["input"])
    if kind in _SHOULD_BE:
        return f"{_name(place)}should be " + _SHOULD_BE[kind].format(given=given, **context)
    match kind:
        case "missing":
            return f"{_name(place[:-1])}lacks its `{place[-1]}`"
        case "extra_forbidden":
            hint = did_you_mean(str(place[-1]), _fields(place))
            return f"`{place[-1]}` is not a name that means something here{hint}"
        case "string_pattern_mismatch" | "string_too_long":
            return f"{_name(place)}{given} won't do here: {_pattern(place)}"
        case "too_short" | "too_long":
            return f"{_name(place)}{_count(context)}"
        case "value_error":
            return f"{_name(place)}{context['error']}"
    return f"{_name(place)}{finding['msg'][:1].lower()}{finding['msg'][1:]}"


def _count(context: dict[str, Any]) -> str:
    fewest, most = context.get("min_length"), context.get("max_length")
    limit = f"at least {fewest}" if most is None else f"at most {most}"
    return f"has {context['actual_length']} entries, and takes {limit}"


def _pattern(place: Place) -> str:
    if place[-1] == "typed":
        return "it begins with /amp and has small letters only"
    return "an id has small letters, digits and single hyphens, 40 at most"


def _name(place: Place) -> str:
    """What a violation calls a place; its line says which entry of a list is meant."""
    if not place:
        return ""
    return f"`{place[-1]}` " if isinstance(place[-1], str) else f"this entry of `{place[-2]}` "


def _shown(given: Any) -> str:
    if given is None:
        return "nothing"
    return f"“{given}”" if isinstance(given, str) else f"`{str(given)[:40]}`"


def _fields(place: Place) -> list[str]:
    """The names that may stand where the last one of *place* stands."""
    model: type[Entry] = Schema
    for step in place[:-1]:
        if isinstance(step, str):
            model = entry_of(model.model_fields[step].annotation) or model
    return list(model.model_fields)


def entry_of(annotation: Any) -> type[Entry] | None:
    """The model inside an annotation such as `tuple[Card, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return annotation
    return next((found for arg in get_args(annotation) if (found := entry_of(arg))), None)
