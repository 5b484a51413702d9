"""Rows: a second channel of all but one, and what both wish about the same experiment."""

from collections import Counter
from contextlib import AbstractContextManager
from unittest import mock

from bot.experiments import voting
from bot.experiments.models import Review
from bot.experiments.voting import Choice
from bot.pulse import overlaps
from bot.teams.models import Team
from tests.attackers.levers import missing
from tests.attackers.rows import kept_wishes
from tests.attackers.scoring import Score
from tests.attackers.worlds import World
from tests.pulse.test_levers import team_of

ROW = "a lead with a second channel of all but one, who subtracts what is told of their wishes"
MANY = 12  # so that counts are told of both
REVIEWS = 4  # a round, since each tells of one person
NAMES = [choice.value for choice in Choice]


async def attack(world: World, rounds: int) -> Score:
    """Who is missing in the second one wished what its counts have once less."""
    everybody = await team_of(world, "C1", list(range(MANY)))
    others = await team_of(world, "C2", list(range(1, MANY)))
    right = usual = 0
    for number in range(REVIEWS * rounds):
        truth = {person: world.dice.choice(list(Choice)) for person in range(MANY)}
        whole = await _counted(world, everybody, number, truth)
        rest = await _counted(world, others, number, {n: truth[n] for n in range(1, MANY)})
        # In the order of the scale: by who came first a tie would go to the one in question.
        [(most, many)] = Counter(sorted(truth.values())).most_common(1)
        values = {choice: n for n, choice in enumerate(NAMES)}
        found = missing(_numbered(whole, values), _numbered(rest, values))
        right += (most.value if found is None else NAMES[found]) == truth[0].value
        usual += many
    return Score(right, REVIEWS * rounds, usual / (REVIEWS * rounds * MANY))


async def _counted(
    world: World, team: Team, number: int, truth: dict[int, Choice]
) -> dict[str, int]:
    """What the channel reads, if it reads counts."""
    world.team_id = team.id
    review: Review = await kept_wishes._asks(world, number)
    for person, choice in truth.items():
        await kept_wishes._wishes(world, review, person, choice)
    async with world.database.begin() as session:
        of = (review.experiment_id, review.last_round)
        until = review.votes_until or world.now
        counted = await voting.count(session, world.keys, world.vault, *of, at=until)
    assert counted is not None
    return {name: n for name, n in (counted.votes or {}).items() if name in NAMES}


def _numbered(told: dict[str, int], values: dict[str, int]) -> Counter[int]:
    return Counter({values[name]: n for name, n in told.items()})


def _tells_both() -> AbstractContextManager[object]:
    return mock.patch.object(overlaps, "are_nearly_others", mock.AsyncMock(return_value=False))


BROKEN = {"both are counted out": _tells_both}
