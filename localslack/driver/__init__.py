"""People for tests and scripts, who type, click and read over the control interface."""

from localslack.driver.elements import DriverError
from localslack.driver.person import Person
from localslack.driver.results import Result, SeenMessage, SeenView
from localslack.driver.slack import Slack

__all__ = ["DriverError", "Person", "Result", "SeenMessage", "SeenView", "Slack"]
