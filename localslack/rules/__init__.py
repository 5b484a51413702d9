"""Slack's Block Kit rules as pure functions: payload in, refusals in Slack's own words out."""

from localslack.rules.messages import validate_blocks, validate_message
from localslack.rules.problems import Problem
from localslack.rules.schema import Surface
from localslack.rules.views import validate_view
from localslack.rules.visible_text import visible_text

__all__ = [
    "Problem",
    "Surface",
    "validate_blocks",
    "validate_message",
    "validate_view",
    "visible_text",
]
