"""A lead and four helpers, who leave out everybody else but one, and choose their own answers."""

import asyncio
from collections import Counter, defaultdict
from contextlib import AbstractContextManager
from unittest import mock

from sqlalchemy import select

from bot import paths, privacy, words
from bot.pulse.models import Round
from bot.slack.models import Delivery
from bot.teams import announcing, roster, setup
from bot.teams.announcing import Announced
from bot.teams.models import Team
from bot.words import Words
from tests.attackers.scoring import Score
from tests.attackers.worlds import PEOPLE, World
from tests.pulse.conftest import humans, wishes

ROW = (
    "a lead and four helpers, who leave out all others but one without anybody hearing of it, and "
    "choose their answers around the rounding of what is shown"
)
HELPERS = range(5)
WEEKS = 3  # for each victim, who feels the same in all of them
SCALE = range(1, 6)


async def attack(world: World, rounds: int) -> Score:
    """What fits every shown mean, where nobody was told; else what people mostly answer."""
    say = await asyncio.to_thread(words.load, paths.CONTENT)
    team = await world.team(PEOPLE)
    right, of, values = 0, 0, Counter[int]()
    for number in range(rounds):
        victim = len(HELPERS) + number % (PEOPLE - len(HELPERS))
        is_secret = await _leaves_out_all_but(world, say, team, victim)
        truth: defaultdict[str, int] = defaultdict(
            lambda: world.dice.choice((1, 2, 3, 3, 4, 4, 4, 5))
        )
        fits: dict[str, set[int]] = defaultdict(lambda: set(SCALE))
        for _ in range(WEEKS):
            await _narrows(world, victim, truth, fits)
        for item, left in fits.items():
            guess = min(left) if is_secret and len(left) == 1 else 4
            right, of = right + (guess == truth[item]), of + 1
        values.update(truth[item] for item in fits)
    return Score(right, of, max(values.values()) / of)


async def _leaves_out_all_but(world: World, say: Words, team: Team, victim: int) -> bool:
    """Change the settings; whether the channel hears nothing of it before the next round."""
    left_out = [f"U{n}" for n in range(len(HELPERS), PEOPLE) if n != victim]
    async with world.database.begin() as session:
        found = await session.get_one(Team, team.id)
        before = Announced.of(await roster.read(session, found))
        made = await setup.change(
            session, found, wishes(left_out=left_out), humans(PEOPLE), at=world.now
        )
        await announcing.changed(session, say, before, made, "U0", at=world.now)
        told = select(Delivery.id).where(Delivery.key.startswith(f"asked:{team.id}:"))
        return await session.scalar(told.where(Delivery.due_at >= world.now).limit(1)) is None


async def _narrows(
    world: World, victim: int, truth: defaultdict[str, int], fits: dict[str, set[int]]
) -> None:
    """One round: the helpers' sums split best what still fits, and the shown mean says which."""
    round_: Round = await world.asks()
    sums = {
        item: max(range(5, 26), key=lambda total: _parts(total, fits[item]))
        for item in round_.items
    }
    for helper in HELPERS:
        given = {item: total // 5 + (helper < total % 5) for item, total in sums.items()}
        await world.answers(round_, helper, given, at=world.now)
    said = {item: truth[item] for item in round_.items}
    await world.answers(round_, victim, said, at=world.now)
    tally = await world.closes(round_, at=world.now)
    for item, counts in tally.items():
        shown = privacy.shown_mean(sum(value * n for value, n in counts.items()), 6)
        fits[item] = {v for v in fits[item] if _shown(sums[item] + v) == shown} or fits[item]


def _shown(total: int) -> float | None:
    return privacy.shown_mean(total, len(HELPERS) + 1)


def _parts(total: int, left: set[int]) -> int:
    return len({_shown(total + value) for value in left})


def _in_silence() -> AbstractContextManager[object]:
    async def nothing(*_: object, **__: object) -> None:
        return None

    return mock.patch.object(announcing, "changed", nothing)


BROKEN = {"nobody is told who is left out": _in_silence}
