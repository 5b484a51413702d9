"""How well an attacker did, beside whoever guesses from what is published."""

from dataclasses import dataclass
from math import exp, lgamma, log

SURE = 0.99  # of what is claimed about an attacker


@dataclass(frozen=True)
class Score:
    """*right* of *of* guesses; whoever guesses from what everybody sees gets the share *blind*."""

    right: int
    of: int
    blind: float

    @property
    def at_least(self) -> float:
        """The share that it gets at the least: an exact binomial bound (Clopper-Pearson)."""
        low, high = 0.0, self.right / self.of if self.of else 0.0
        for _ in range(40):
            middle = (low + high) / 2
            if _this_many_or_more(self.right, self.of, middle) < 1 - SURE:
                low = middle
            else:
                high = middle
        return low

    @property
    def succeeds(self) -> bool:
        """Whether the attacker surely knows more than everybody does."""
        return self.at_least > self.blind

    def __str__(self) -> str:
        share = self.right / self.of if self.of else 0.0
        return (
            f"{self.right} of {self.of} ({share:.0%}; surely {self.at_least:.0%} or more)"
            f" beside {self.blind:.0%}"
        )


def _this_many_or_more(right: int, of: int, chance: float) -> float:
    if right == 0:
        return 1.0
    if chance <= 0:
        return 0.0
    return sum(exp(_log_of_exactly(k, of, chance)) for k in range(right, of + 1))


def _log_of_exactly(k: int, of: int, chance: float) -> float:
    """In logarithms, since nine thousand choose a hundred is no float."""
    ways = lgamma(of + 1) - lgamma(k + 1) - lgamma(of - k + 1)
    return ways + k * log(chance) + (of - k) * log(1 - chance)
