"""A database administrator puts a public key of their own into a round, to read it later."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from unittest import mock

from nacl.public import PrivateKey
from sqlalchemy import select, update

from bot.pulse import ballots, sealing
from bot.pulse.models import Box, Seal
from tests.attackers.scoring import Score
from tests.attackers.worlds import PEOPLE, World

ROW = "whoever may write to the database, with a public key of their own in a round's place"


async def attack(world: World, rounds: int) -> Score:
    """Swap the key before anybody answers; open what was sealed with it."""
    right = of = 0
    for _ in range(rounds):
        round_ = await world.asks()
        mine = PrivateKey.generate()
        async with world.database.begin() as session:
            swap = update(Seal).where(Seal.name == round_.key_name)
            await session.execute(swap.values(public_key=bytes(mine.public_key)))
        answers = {item: world.dice.randint(1, 5) for item in round_.items}
        for person in range(PEOPLE):
            with suppress(sealing.CannotSeal):
                await world.answers(round_, person, answers, at=world.now)
        async with world.database.read() as session:
            boxes = list(await session.scalars(select(Box.sealed)))
            people = await ballots.everybody(session, round_.id)
        said = sealing.opened(bytes(mine), boxes)
        right += sum(ballots.token(world.vault, round_.id, person.id) in said for person in people)
        of += PEOPLE
        await world.closes(round_, at=world.now)
    return Score(right, of, 0.38)


@contextmanager
def _unproven() -> Iterator[None]:
    """The public key is taken as it stands there."""
    with mock.patch("bot.pulse.sealing.hmac.compare_digest", return_value=True):
        yield


BROKEN = {"the key is not checked": _unproven}
