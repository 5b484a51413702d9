"""What the local Slack offers of Slack, and what of a manifest it can't do.

`python -m localslack.compatibility` writes the table anew, into compatibility.md.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from localslack.delivery.events import SCOPES
from localslack.webapi.methods import METHODS
from localslack.webapi.reference import SLACKS_EVENTS, SLACKS_METHODS
from localslack.world import manifest as manifests

TABLE = Path(__file__).parent / "compatibility.md"
# Events that ask for no subscription, or for none of a channel's.
EVENTS = SCOPES.keys() | {"function_executed", "app_rate_limited"}
HEAD = """# What is offered of Slack

Every method of Slack's Web API and every event of its Events API, by the names of its reference. A
method that isn't offered answers `unknown_method` and says so; an event that isn't is named when a
manifest asks for it. Whoever adds one runs `python -m localslack.compatibility`, which writes this.
"""


def not_offered(manifest: dict[str, Any]) -> list[str]:
    """What a manifest asks for in vain, as the start says it; raises CompanyError for mistakes."""
    wanted = [f"features.{name}" for name in manifests.passed_over(manifest)]
    settings, oauth = (_part(manifest, name) for name in ("settings", "oauth_config"))
    subscriptions = _part(settings, "event_subscriptions")
    for event in _words(subscriptions.get("bot_events")):
        if event not in EVENTS:
            known = event in SLACKS_EVENTS
            wanted.append(f"the event {event}" if known else f"an event unknown to Slack ({event})")
    wanted += ["events of people (user_events)"] if subscriptions.get("user_events") else []
    wanted += ["scopes of people (user)"] if _part(oauth, "scopes").get("user") else []
    return wanted


def _part(whole: dict[str, Any], name: str) -> dict[str, Any]:
    found = whole.get(name)
    return found if isinstance(found, dict) else {}


def _words(value: Any) -> list[str]:
    return [str(word) for word in value] if isinstance(value, list) else []


def table() -> str:
    """The page that says it, for people."""
    methods = _rows(SLACKS_METHODS | METHODS.keys(), METHODS.keys())
    events = _rows(SLACKS_EVENTS | EVENTS, EVENTS)
    return "\n".join([HEAD, *_section("Methods", methods), *_section("Events", events)])


def _rows(everything: Iterable[str], offered: Iterable[str]) -> list[tuple[str, str]]:
    known = set(offered)
    return [(name, "yes" if name in known else "") for name in sorted(everything)]


def _section(title: str, rows: list[tuple[str, str]]) -> list[str]:
    count = sum(1 for _, offered in rows if offered)
    lines = [f"| `{name}` | {offered} |" for name, offered in rows]
    return [f"## {title}\n", f"{count} of {len(rows)}.\n", "| | offered |", "|---|---|", *lines, ""]


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
