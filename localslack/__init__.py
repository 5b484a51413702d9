"""A local Slack: server, rules and web page. Imports no other room."""

from localslack.company import CompanyError
from localslack.driver import Person, Slack
from localslack.server import COMPANY, LocalSlack

__all__ = ["COMPANY", "CompanyError", "LocalSlack", "Person", "Slack"]
