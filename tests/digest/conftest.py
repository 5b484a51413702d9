"""A team whose past can be written week by week, on both databases."""

import pytest

from bot.db import Database
from bot.framework.content import Content
from tests.digest.past import Past, team_of


@pytest.fixture
async def past(database: Database, content: Content) -> Past:
    return Past(database, content, await team_of(database))
