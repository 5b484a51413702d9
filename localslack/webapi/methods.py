"""What Slack's reference says of each method: its rate limit, its scopes, what it needs."""

import json
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True)
class Method:
    """What Slack's reference says of one method."""

    name: str
    tier: str
    scopes: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    takes_json: bool = False


def _read_methods() -> dict[str, Method]:
    raw = json.loads(resources.files(__package__).joinpath("methods.json").read_text("utf-8"))
    return {
        name: Method(
            name,
            facts["tier"],
            tuple(facts.get("scopes", ())),
            tuple(facts.get("required", ())),
            bool(facts.get("json")),
        )
        for name, facts in raw.items()
    }


METHODS = _read_methods()
