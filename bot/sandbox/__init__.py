"""A local Slack: server, rules and web page. Imports no other room."""

from bot.sandbox.company import CompanyError
from bot.sandbox.driver import Person, Slack
from bot.sandbox.server import COMPANY, LocalSlack

__all__ = ["COMPANY", "CompanyError", "LocalSlack", "Person", "Slack"]
