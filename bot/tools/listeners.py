"""The front door of the tools: each tool has its own, and all of them are opened here."""

from slack_bolt.async_app import AsyncApp

from bot.tools.audit import listeners as audit
from bot.tools.checklist import listeners as checklist
from bot.tools.fourts import listeners as fourts
from bot.tools.own import listeners as own
from bot.tools.roles import listeners as roles
from bot.tools.shipit import listeners as shipit

TOOLS = (checklist, audit, shipit, fourts, roles, own)
COMMANDS = {name: act for tool in TOOLS for name, act in tool.COMMANDS.items()}


def register(app: AsyncApp) -> None:
    for tool in TOOLS:
        tool.register(app)
