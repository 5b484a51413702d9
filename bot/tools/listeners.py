"""The front door of the tools: each tool has its own, and all of them are opened here."""

from slack_bolt.async_app import AsyncApp

from bot.tools.audit import listeners as audit
from bot.tools.fit import listeners as fit
from bot.tools.four_ts import listeners as four_ts
from bot.tools.mastery import listeners as mastery
from bot.tools.purpose import listeners as purpose
from bot.tools.roles import listeners as roles
from bot.tools.shipit import listeners as shipit

TOOLS = (audit, shipit, four_ts, roles, mastery, purpose, fit)
COMMANDS = {name: act for tool in TOOLS for name, act in tool.COMMANDS.items()}


def register(app: AsyncApp) -> None:
    for tool in TOOLS:
        tool.register(app)
