"""A PostgreSQL server that logs every statement: who wished what about an experiment."""

import contextlib
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from sqlalchemy import literal, select

from bot import postgres
from bot.experiments import voting
from bot.experiments.voting import Choice
from bot.pulse import sealing
from tests.attackers.rows.kept_wishes import _asks, _wishes
from tests.attackers.rows.server_log import says_all
from tests.attackers.scoring import Score
from tests.attackers.worlds import PEOPLE, World

ROW = "whoever reads the server's log, with log_statement = all, while people wish: who wished what"
ON = ("postgresql",)


async def attack(world: World, rounds: int) -> Score:
    """Whoever is named beside a wish has wished it; of others, what most of them did."""
    await world.team(PEOPLE)
    right = of = usual = 0
    async with says_all(world) as written:
        for number in range(rounds):
            review = await _asks(world, number)
            truth = {one: world.dice.choice(list(Choice)) for one in range(PEOPLE)}
            await written()
            known: dict[int, Choice] = {}
            for person in world.dice.sample(range(PEOPLE), PEOPLE):
                await _wishes(world, review, person, truth[person])
                known |= _read(await written())
            [(most, many)] = Counter(truth.values()).most_common(1)
            right += sum(known.get(one, most) == wish for one, wish in truth.items())
            of, usual = of + PEOPLE, usual + many
    return Score(right, of, usual / of)


def _read(log: str) -> dict[int, Choice]:
    """Where one person and one wish are named, who wished what."""
    people, wishes = set(re.findall(r"\bU(\d)\b", log)), set(re.findall(_WISHES, log))
    return {int(one): Choice(wish) for one in people for wish in wishes if len(people) == 1}


_WISHES = rf"\b(?:{'|'.join(Choice)})\b"


@contextmanager
def _in_words() -> Iterator[None]:
    """Amp lets the server log, looks for the row of whoever wishes, and writes the wish down."""

    async def nothing(_: Any) -> None:
        return None

    cast, put = voting.cast, sealing.put

    async def by_name(session: Any, vault: Any, *of: Any, **named: Any) -> Any:
        await _says(session, of[2].user_id)
        return await cast(session, vault, *of, **named)

    async def unsealed(session: Any, vault: Any, seal: Any, token: bytes, wish: Any) -> None:
        await _says(session, str(wish))
        await put(session, vault, seal, token, wish)

    with contextlib.ExitStack() as stack:
        stack.enter_context(mock.patch.object(postgres, "_hush", nothing))
        stack.enter_context(mock.patch.object(voting, "cast", by_name))
        stack.enter_context(mock.patch.object(sealing, "put", unsealed))
        yield


async def _says(session: Any, word: str) -> None:
    await session.execute(select(literal(word)))


BROKEN = {"wishes are written down": _in_words}
