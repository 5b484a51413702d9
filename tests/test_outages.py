"""What is down is the database only when it is."""

import socket
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from bot import db, outages, postgres


async def test_a_postgresql_that_is_not_there_is_the_database() -> None:
    """The socket's own error, from within the driver."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = make_url(f"postgresql+asyncpg://amp@127.0.0.1:{taken.getsockname()[1]}/amp")
        database = db.connect(url)
        with pytest.raises(postgres.Refused) as refused:
            async with database.read() as session:
                await session.execute(text("SELECT 1"))
    assert outages.is_database(refused.value)
    await database.close()


async def test_a_connection_to_somebody_else_is_not_the_database(tmp_path: Path) -> None:
    """Also when it breaks within a transaction: «nothing was kept» would be a guess."""
    database = db.connect(make_url(f"sqlite+aiosqlite:///{tmp_path}/amp.db"))
    with pytest.raises(ConnectionResetError) as reset:
        async with database.begin():
            raise ConnectionResetError
    assert not outages.is_database(reset.value)
    await database.close()
