"""A PostgreSQL server that logs every statement: who has answered."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from sqlalchemy import select, text

from bot import postgres
from bot.pulse import ballots
from bot.pulse.ballots import OpenRounds
from bot.pulse.models import Invitation
from bot.teams.models import Person
from tests.attackers.scoring import Score
from tests.attackers.worlds import PEOPLE, World

ROW = "whoever reads the server's log, with log_statement = all, while people answer: who did"
ON = ("postgresql",)


async def attack(world: World, rounds: int) -> Score:
    """Whoever is named there, by their id in Slack, has answered; else most have, or have not."""
    right = of = usual = 0
    async with says_all(world) as written:
        for _ in range(rounds):
            round_ = await world.asks()
            answered = world.dice.sample(range(PEOPLE), world.dice.randint(3, PEOPLE - 3))
            await written()
            for person in answered:
                await world.answers(round_, person, {round_.items[0]: 3}, at=world.now)
            named = {int(one) for one in re.findall(r"\bU(\d)\b", await written())}
            most = len(answered) > PEOPLE / 2
            guess = {person: person in named if named else most for person in range(PEOPLE)}
            right += sum(guess[person] is (person in answered) for person in range(PEOPLE))
            usual, of = usual + max(len(answered), PEOPLE - len(answered)), of + PEOPLE
            await world.closes(round_, at=world.now)
    return Score(right, of, usual / of)


@asynccontextmanager
async def says_all(world: World) -> AsyncIterator[Callable[[], Awaitable[str]]]:
    """A server that logs every statement; what is given reads what was written since last time."""
    read = 0

    async def written() -> str:
        nonlocal read
        log = await asyncio.to_thread((await _log(world)).read_bytes)
        read, new = len(log), log[read:]
        return new.decode(errors="replace")

    await _server(world, "ALTER SYSTEM SET log_statement = 'all'")
    try:
        yield written
    finally:
        await _server(world, "ALTER SYSTEM RESET log_statement")


async def _server(world: World, statement: str) -> None:
    async with world.database.outside_transactions() as connection:
        for one in (statement, "SELECT pg_reload_conf()"):
            await connection.exec_driver_sql(one)


async def _log(world: World) -> Path:
    """Where the server writes what it says."""
    async with world.database.read() as session:
        folder = Path(str(await session.scalar(text("SHOW data_directory"))))
    return folder / "log"


@contextmanager
def _looked_up() -> Iterator[None]:
    """Amp lets the server log, and looks for the row of whoever answers."""

    async def nothing(_: Any) -> None:
        return None

    cast = ballots.cast

    async def only_theirs(rounds: OpenRounds, round_id: int, actor: Any, *a: Any, **k: Any) -> Any:
        async with rounds.database.read() as session:
            await session.scalars(
                select(Person)
                .join(Invitation, Invitation.person_id == Person.id)
                .where(Invitation.round_id == round_id, Person.user_id == actor.user_id)
            )
        return await cast(rounds, round_id, actor, *a, **k)

    with (
        mock.patch.object(postgres, "_hush", nothing),
        mock.patch.object(ballots, "cast", only_theirs),
    ):
        yield


BROKEN = {"who answers is looked up": _looked_up}
