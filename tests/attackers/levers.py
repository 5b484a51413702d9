"""What a lead can pull at, and how an attacker who does so is scored."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from bot.errors import AmpError
from bot.pulse import early
from bot.pulse.models import Round
from bot.teams.models import Team
from tests.attackers.scoring import Score
from tests.attackers.worlds import PEOPLE, Truth, World

DAY = timedelta(days=1)


@dataclass
class Lever:
    """Rounds of several teams in a world, and the guesses that are made from what is kept."""

    world: World
    kept: dict[int, Mapping[str, Mapping[int, int]]] = field(default_factory=dict)
    right: int = 0
    of: int = 0
    blind: float = 0.0

    async def opens(self, team: Team) -> tuple[Round, Truth]:
        """The next week's round, and what people will answer."""
        self.world.team_id = team.id
        self.world.rounds += 1
        round_ = await self.world.opens(at=self.world.now)
        return round_, self._truth(round_)

    def _truth(self, round_: Round) -> Truth:
        dice = self.world.dice
        return {
            person: {item: dice.choice((1, 2, 3, 3, 4, 4, 5)) for item in round_.items}
            for person in range(PEOPLE)
        }

    async def answer(self, round_: Round, truth: Truth, people: Iterable[int]) -> None:
        for person in people:
            await self.world.answers(round_, person, truth[person], at=self.world.now)

    async def round_of(
        self,
        team: Team,
        people: Iterable[int],
        truth: Truth | None = None,
        *,
        same_week: bool = False,
    ) -> tuple[Round, Truth]:
        """A whole round; who has answered another one of the week says the same."""
        self.world.rounds -= same_week
        round_, new = await self.opens(team)
        said = truth or new
        await self.answer(round_, said, people)
        await self.world.closes(round_, at=self.world.now + DAY)
        await self.keeps(round_)
        return round_, said

    async def may_ask_again(self, team: Team, people: Iterable[int], truth: Truth) -> Round | None:
        """A second round in the same week, if Amp asks it."""
        async with self.world.database.begin() as session:
            found = await session.get_one(Team, team.id)
            try:
                await early.ask_now(session, found, at=self.world.now)
            except AmpError:
                return None
        round_, _ = await self.round_of(team, people, truth, same_week=True)
        return round_

    async def keeps(self, round_: Round) -> None:
        self.kept[round_.id] = await self.world.tally(round_)

    def counts(self, round_: Round, item: str) -> Counter[int]:
        """What is kept of one statement."""
        return Counter(self.kept[round_.id].get(item, {}))

    def guesses(self, found: int | None, counts: Counter[int], truth: int) -> None:
        """What was found, or what most people said; beside whoever says the latter."""
        usual = counts.most_common(1)[0][0] if counts else 3
        self.right += (usual if found is None else found) == truth
        self.of += 1
        self.blind += max(counts.values(), default=0) / max(counts.total(), 1)

    @property
    def score(self) -> Score:
        return Score(self.right, self.of, self.blind / self.of)


def missing(whole: Counter[int], rest: Counter[int]) -> int | None:
    """The value that one has once more than the other, if that is all that they differ in."""
    more, fewer = whole - rest, rest - whole
    return next(iter(more)) if more.total() == 1 and not fewer and rest else None
