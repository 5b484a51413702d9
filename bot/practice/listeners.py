"""The front door of the tools: each tool has its own, and all of them are opened here."""

from slack_bolt.async_app import AsyncApp

from bot.practice.audit import listeners as audit
from bot.practice.checklist import listeners as checklist

TOOLS = (checklist, audit)
COMMANDS = {name: act for tool in TOOLS for name, act in tool.COMMANDS.items()}


def register(app: AsyncApp) -> None:
    for tool in TOOLS:
        tool.register(app)
