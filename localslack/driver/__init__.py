"""People for tests and scripts, who type, click and read over the control interface."""

from localslack.driver.person import DriverError, Person, Slack
from localslack.driver.results import Result, SeenMessage, SeenView

__all__ = ["DriverError", "Person", "Result", "SeenMessage", "SeenView", "Slack"]
