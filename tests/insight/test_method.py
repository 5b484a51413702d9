"""docs/method.md explains the rule that runs: every constant by its name, with its value."""

import re
from pathlib import Path

import pytest

from bot.insight import noise, outliers, reviews, verdicts

METHOD = Path(__file__).parents[2] / "docs" / "method.md"
ROOMS = {"noise": noise, "outliers": outliers, "reviews": reviews, "verdicts": verdicts}
ROW = re.compile(r"^\| `(\w+)\.([A-Z_0-9]+)` \| ([^|]+) \|", re.MULTILINE)
FOLLOWS = {"MAX_RECENT", "MAX_GAPS", "RULE_VERSION"}  # how much of the past a kept state holds


def numbers(value: object) -> list[float]:
    """Every number in a constant, or in what the documentation says of it."""
    return [float(number) for number in re.findall(r"\d+(?:\.\d+)?", str(value))]


@pytest.fixture(scope="module")
def explained() -> dict[tuple[str, str], str]:
    """What the table says, by module and name."""
    text = METHOD.read_text(encoding="utf-8")
    return {(module, name): value for module, name, value in ROW.findall(text)}


@pytest.mark.parametrize("module", ROOMS)
def test_every_constant_of_the_rule_is_explained(
    module: str, explained: dict[tuple[str, str], str]
) -> None:
    """And none that the rule has no more."""
    named = {name for name in vars(ROOMS[module]) if name.isupper()} - FOLLOWS
    assert named == {name for room, name in explained if room == module}


def test_a_constant_is_what_the_method_says(explained: dict[tuple[str, str], str]) -> None:
    """Whoever changes one changes both."""
    for (module, name), value in explained.items():
        assert numbers(getattr(ROOMS[module], name)) == numbers(value), (module, name)
