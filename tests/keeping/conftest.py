"""The house of the pulse's tests, which knows no Slack."""

from tests.pulse.conftest import house

__all__ = ["house"]
