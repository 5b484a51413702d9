"""The operator, after the count: who wished what about an experiment, from all that lies about."""

import asyncio
from collections import Counter
from typing import Any

from sqlalchemy import select

from bot.experiments import jobs, voting
from bot.experiments.models import Experiment, Review
from bot.experiments.voting import Choice
from bot.pulse import destroying, sealing
from bot.pulse.keys import half_of, joined
from bot.pulse.models import Box, Seal
from bot.slack.requests import Actor
from tests.attackers.rows import kept_files
from tests.attackers.scoring import Score
from tests.attackers.worlds import PEOPLE, World

ROW = (
    "the operator, after wishes are counted, with AMP_SECRET, every file, the write-ahead log and "
    "who was in the team"
)


async def attack(world: World, rounds: int) -> Score:
    """Put halves together, open the boxes and name them; else say what most of them wished."""
    await world.team(PEOPLE)
    right = of = usual = 0
    for number in range(rounds):
        review = await _asks(world, number)
        truth = {one: world.dice.choice(list(Choice)) for one in range(PEOPLE)}
        for person in world.dice.sample(range(PEOPLE), PEOPLE):
            await _wishes(world, review, person, truth[person])
        known = await _counted(world, review)
        [(most, many)] = Counter(truth.values()).most_common(1)
        right += sum(known.get(one, most) == wish for one, wish in truth.items())
        of, usual = of + PEOPLE, usual + many
    return Score(right, of, usual / of)


async def _asks(world: World, number: int) -> Review:
    """A review of an experiment that is over; the worker makes its seal."""
    async with world.database.begin() as session:
        experiment = Experiment(
            team_id=world.team_id, title="t", what="w", drive="mastery", drive_name="m", goal="g",
            metric="m", first_round=1, rounds=1, started_at=world.now, ended_at=world.now,
        )  # fmt: skip
        session.add(experiment)
        await session.flush()
        review = Review(
            experiment_id=experiment.id, last_round=number, rounds=1, kind="up", told_at=world.now,
            votes_until=await voting.time_until(session, experiment.id, world.now),
        )  # fmt: skip
        session.add(review)
    await jobs.seal_due(world.database, world.keys, world.vault)
    async with world.database.read() as session:
        return await session.get_one(Review, (review.experiment_id, review.last_round))


async def _wishes(world: World, review: Review, person: int, choice: Choice) -> None:
    of, actor = (review.experiment_id, review.last_round), Actor("T1", f"U{person}")
    async with world.database.begin() as session:
        await voting.cast(session, world.vault, *of, actor, choice, at=world.now)


async def _counted(world: World, review: Review) -> dict[int, Choice]:
    """What a backup had before the count, opened with what the key store still has after it."""
    name, of = review.seal or "", (review.experiment_id, review.last_round)
    async with world.database.begin() as session:
        half = await session.scalar(select(Seal.half).where(Seal.name == name)) or b""
        boxes = list(await session.scalars(select(Box.sealed).where(Box.seal == name)))
        people = await voting._voters(session, review.experiment_id)
        names = {voting._token(world.vault, review, p): int(p.user_id[1:]) for p in people}
        until = review.votes_until or world.now
        assert await voting.count(session, world.keys, world.vault, *of, at=until)
    said = await opened(world, name, half, boxes)
    return {names[who]: Choice(wish) for who, wish in said.items()}


async def opened(world: World, name: str, half: bytes, boxes: list[bytes]) -> dict[bytes, Any]:
    """What was in boxes of which a backup was kept, by whatever half of its key is left now."""
    await destroying.destroy_spent(world.database, world.keys)
    files = await asyncio.to_thread(kept_files._key_files, world.folder)
    for other in kept_files._halves(files, half_of(name).encode()):
        if said := sealing.opened(joined(half, other), boxes):
            return said
    return {}


BROKEN = kept_files.BROKEN
