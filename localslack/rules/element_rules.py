"""What holds of a whole element, beyond its single fields."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from localslack.rules import problems
from localslack.rules.problems import Problem
from localslack.rules.schema import Problems, Rule, Surface


def initial_is_offered(element: Mapping[str, Any], at: str, on: Surface) -> Problems:
    """An initial option must equal one of the options exactly; an empty list equals none."""
    offered = _offered(element)
    for name in ("initial_option", "initial_options"):
        if name in element:
            value = element[name]
            chosen = value if isinstance(value, list) else [value]
            if not chosen or any(option not in offered for option in chosen):
                yield Problem("must be one of the provided options", f"{at}/{name}")


def _offered(element: Mapping[str, Any]) -> Sequence[Any]:
    groups = element.get("option_groups", [])
    return [*element.get("options", []), *(o for group in groups for o in group["options"])]


def in_order(low: str, high: str) -> Rule:
    """One field is not above another."""

    def rule(element: Mapping[str, Any], at: str, on: Surface) -> Problems:
        if low in element and high in element and Decimal(element[low]) > Decimal(element[high]):
            yield problems.too_big(element[high], element[low], f"{at}/{low}")

    return rule


def whole_numbers(element: Mapping[str, Any], at: str, on: Surface) -> Problems:
    """Where decimals are not allowed, there are none."""
    if not element["is_decimal_allowed"]:
        for name in ("initial_value", "min_value", "max_value"):
            if "." in element.get(name, ""):
                yield problems.wrong_type("provide an integer", f"{at}/{name}")


def zone_exists(element: Mapping[str, Any], at: str, on: Surface) -> Problems:
    """A time zone is one of the IANA's."""
    zone = element.get("timezone")
    if zone is not None and not _is_zone(zone):
        yield problems.off_format("timezone", zone, f"{at}/timezone")


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def image_can_be_fetched(image: Mapping[str, Any], at: str, on: Surface) -> Problems:
    """An image's address is one of the web."""
    url = image.get("image_url")
    if url is not None and not url.lower().startswith(("http://", "https://")):
        yield Problem("downloading image failed", f"{at}/image_url")
