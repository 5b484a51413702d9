"""The names of everything that Slack's reference has, offered here or not."""

import difflib
import json
from importlib import resources

from localslack.webapi.methods import METHODS

_NAMES = json.loads(resources.files(__package__).joinpath("slacks.json").read_text("utf-8"))
SLACKS_METHODS = frozenset(_NAMES["methods"])
SLACKS_EVENTS = frozenset(_NAMES["events"])
OMITTED = SLACKS_METHODS - METHODS.keys()


def hint(name: str) -> str | None:
    """What to say of a method that isn't offered: whose it is, or which one may be meant."""
    if name in OMITTED:
        return f"{name} is a method of Slack that this local Slack doesn't offer"
    close = difflib.get_close_matches(name, SLACKS_METHODS | METHODS.keys(), n=1, cutoff=0.85)
    return f"{name} is no method of Slack; is it {close[0]} that you mean?" if close else None
