"""A simulated world for what was tried: three drives that go together, statements that rotate.

It is that of `calibrate` for each drive by itself, which has one, and no statement beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from bot.privacy import QUORUM
from tests.bench import calibrate
from tests.bench.calibrate import MEAN, PERSON_SD, WEEK_SD, YEAR, level_of

Array = NDArray[np.float64]

DRIVES, CYCLE, AGAIN = 3, 6, 18  # a statement comes back after so many weeks
ASKED = (0, 2, 3, 4)  # weeks of the cycle that ask a facet of a drive: those of autonomy, the most
TOGETHER, WEEK_TOGETHER, WOBBLE_TOGETHER = 0.5, 0.3, 0.5  # correlations between the drives
OWN_SD, SHARED = 0.44, 0.6  # of a statement: what people think of it alone, and with the anchor
HARDER_SD = 0.35  # how far the averages of statements of one drive lie apart


@dataclass
class World:
    """Many teams of one size over some weeks: counts of the anchors, means of what rotates.

    *levels* is the average answer of the first drive by week; *all_move*: of all three.
    *swings*: how much of somebody's own week the next one keeps. *shows*: how much of what moves
    the first drive moves its rotating statements.
    """

    size: int
    teams: int
    levels: Sequence[float]
    rng: np.random.Generator
    all_move: bool = False
    swings: float = 0.0
    shows: float = 1.0
    counts: Array = field(init=False)  # team, week, drive, value
    others: Array = field(
        init=False
    )  # team, week: the mean of the first drive's rotating statement
    answered: Array = field(init=False)  # team, week: of it

    def __post_init__(self) -> None:
        weeks, people = len(self.levels), (self.teams, DRIVES, self.size)
        self.counts = np.zeros((self.teams, weeks, DRIVES, 5))
        self.others, self.answered = np.zeros((2, self.teams, weeks))
        harder = self._normal((self.teams, AGAIN), HARDER_SD)
        person, own = self._alike(people, PERSON_SD, TOGETHER), self._normal(people[::2], OWN_SD)
        week = self._alike(people, WEEK_SD, WEEK_TOGETHER)
        wobble = self._alike((*people[:2], 1), calibrate.WOBBLE_SD, WOBBLE_TOGETHER)
        for n, level in enumerate(self.levels):
            left = self.rng.random(people[::2])[:, None] < calibrate.TURNOVER / YEAR
            person = np.where(left, self._alike(people, PERSON_SD, TOGETHER), person)
            fresh = self._alike((*people[:2], 1), calibrate.WOBBLE_SD, WOBBLE_TOGETHER)
            stays = calibrate.WOBBLE_STAYS
            wobble = stays * wobble + sqrt(1 - stays**2) * fresh
            fresh = self._alike(people, WEEK_SD, WEEK_TOGETHER)
            week = self.swings * week + sqrt(1 - self.swings**2) * fresh
            moved = [level, *[level if self.all_move else MEAN] * (DRIVES - 1)]
            latent = np.array([level_of(one) for one in moved])[:, None] + wobble
            said = self.rng.random(people[::2]) < calibrate.RESPONSE
            answers = np.clip(np.rint(latent + person + week), 1, 5)
            for value in range(5):
                self.counts[:, n, :, value] = ((answers == value + 1) & said[:, None]).sum(2)
            if n % CYCLE in ASKED:
                usual = level_of(MEAN + self.shows * (level - MEAN))
                felt = usual + wobble[:, 0] + harder[:, n % AGAIN, None]
                felt = felt + sqrt(SHARED) * person[:, 0] + own + self._normal(own.shape, WEEK_SD)
                values = np.clip(np.rint(felt), 1, 5)
                self.answered[:, n] = said.sum(1)
                self.others[:, n] = (values * said).sum(1) / np.maximum(said.sum(1), 1)

    def _normal(self, shape: Sequence[int], sd: float) -> Array:
        return self.rng.normal(0, sd, shape)

    def _alike(self, shape: Sequence[int], sd: float, correlation: float) -> Array:
        """Numbers of every drive that go together: drives are the second axis."""
        shared = self._normal((shape[0], 1, *shape[2:]), sd * sqrt(correlation))
        return shared + self._normal(shape, sd * sqrt(1 - correlation))

    @property
    def n(self) -> Array:
        return np.asarray(self.counts.sum(3))

    @property
    def means(self) -> Array:
        return np.asarray(self.counts @ np.arange(1.0, 6) / np.maximum(self.n, 1))

    def weights(self, n: Array) -> Array:
        """One over the variance of a mean of *n* answers; nothing where too few answered."""
        variance = calibrate.WOBBLE_SD**2 + 0.82 * (1 - 0.5 * n / self.size) / np.maximum(n, 1)
        return np.where(n >= QUORUM, 1 / variance, 0.0)
