"""The operator, after the count: who would do a ShipIt day again, from all that lies about."""

from collections import Counter

from sqlalchemy import select

from bot.pulse.models import Box, Seal
from bot.teams.models import Person
from bot.tools.shipit import jobs, outcome
from bot.tools.shipit.days import Stage
from bot.tools.shipit.models import ShipItDay
from tests.attackers.rows import kept_files, kept_wishes
from tests.attackers.scoring import Score
from tests.attackers.worlds import PEOPLE, World

ROW = (
    "the operator, after answers to «again?» are counted, with AMP_SECRET, every file, the "
    "write-ahead log and who was in the team"
)


async def attack(world: World, rounds: int) -> Score:
    """Put halves together, open the boxes and name them; else say what most of them answered."""
    await world.team(PEOPLE)
    right = of = usual = 0
    for _ in range(rounds):
        day = await _asks(world)
        truth = {one: world.dice.choice(outcome.VOTES) for one in range(PEOPLE)}
        for person in world.dice.sample(range(PEOPLE), PEOPLE):
            async with world.database.begin() as session:
                by = await session.scalar(select(Person).where(Person.user_id == f"U{person}"))
                assert by is not None
                await outcome.vote(session, world.vault, day, by, truth[person])
        known = await _counted(world, day)
        [(most, many)] = Counter(truth.values()).most_common(1)
        right += sum(known.get(one, most) == said for one, said in truth.items())
        of, usual = of + PEOPLE, usual + many
    return Score(right, of, usual / of)


async def _asks(world: World) -> ShipItDay:
    """A day that is gathered; the worker makes its seal."""
    async with world.database.begin() as session:
        day = ShipItDay(
            team_id=world.team_id, starts_at=world.now, stage=Stage.GATHERED, asked_until=world.now
        )
        session.add(day)
    await jobs.seal_due(world.database, world.keys, world.vault)
    async with world.database.read() as session:
        return await session.get_one(ShipItDay, day.id)


async def _counted(world: World, day: ShipItDay) -> dict[int, int]:
    """What a backup had before the count, opened with what the key store still has after it."""
    name = day.seal or ""
    async with world.database.begin() as session:
        half = await session.scalar(select(Seal.half).where(Seal.name == name)) or b""
        boxes = list(await session.scalars(select(Box.sealed).where(Box.seal == name)))
        people = await session.scalars(select(Person))
        names = {outcome._token(world.vault, day.id, p.id): int(p.user_id[1:]) for p in people}
        held = await session.get_one(ShipItDay, day.id)
        assert await outcome.count(session, world.keys, world.vault, held, at=world.now)
        held.over_at = world.now
    said = await kept_wishes.opened(world, name, half, boxes)
    return {names[who]: int(answer) for who, answer in said.items()}


BROKEN = kept_files.BROKEN
