"""A team whose past can be written week by week, on both databases."""

import pytest

from bot.db import Database
from bot.framework.content import Content
from bot.words import Words
from tests.digest.past import Past, team_of


@pytest.fixture
async def past(database: Database, content: Content, say: Words) -> Past:
    return Past(database, content, say, await team_of(database))
