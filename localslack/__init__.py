"""A local Slack: server, rules and web page. Imports no other room."""

from localslack.driver import Person, Slack
from localslack.server import COMPANY, LocalSlack
from localslack.world.company import CompanyError

__all__ = ["COMPANY", "CompanyError", "LocalSlack", "Person", "Slack"]
