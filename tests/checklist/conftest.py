"""The team of the tools' tests."""

from tests.tools.conftest import each_house, house

__all__ = ["each_house", "house"]
