"""Slack's Block Kit rules as pure functions: payload in, refusals in Slack's own words out."""

from bot.sandbox.rules.messages import validate_blocks, validate_message
from bot.sandbox.rules.problems import Problem
from bot.sandbox.rules.schema import Surface
from bot.sandbox.rules.views import validate_view
from bot.sandbox.rules.visible_text import visible_text

__all__ = [
    "Problem",
    "Surface",
    "validate_blocks",
    "validate_message",
    "validate_view",
    "visible_text",
]
