"""A profile of what steers a team: how much each sign of Motivation 2.0 and 3.0 holds there."""

from collections.abc import Mapping, Sequence
from statistics import fmean
from typing import Literal

from msgspec import Struct

from bot import privacy
from bot.framework.entries import Sign
from bot.tools.audit.questionnaire import CLEARLY, HARDLY, PARTLY

Leaning = Literal["2.0", "3.0", "both", "neither"]
Holds = Literal["hardly", "partly", "clearly"]

FEWEST = 3  # signs of a system before it can be said how strong it is
LITTLE, MUCH = 0.25, 0.75  # up to which share a sign hardly holds, from which it clearly does
NEAR = 0.2  # two shares that differ by less stand side by side


class Profile(Struct, frozen=True):
    """The share of each sign, from 0 (hardly) to 1 (clearly); what can't be said is left out."""

    signs: tuple[Sign, ...]
    shares: Mapping[str, float]

    def known(self, system: int) -> list[Sign]:
        return [s for s in self.signs if s.system == system and s.id in self.shares]

    def strength(self, system: int) -> float | None:
        """How much the signs of a system hold on average; None where too few can be said."""
        known = self.known(system)
        return fmean(self.shares[s.id] for s in known) if len(known) >= FEWEST else None

    @property
    def leaning(self) -> Leaning | None:
        """Which system steers more; None until both can be said."""
        old, new = self.strength(2), self.strength(3)
        if old is None or new is None:
            return None
        if max(old, new) <= LITTLE:
            return "neither"
        if abs(old - new) < NEAR:
            return "both"
        return "2.0" if old > new else "3.0"

    def holds(self, sign: Sign) -> Holds:
        """How much a sign holds whose share is known, in a word."""
        share = self.shares[sign.id]
        if share <= LITTLE:
            return "hardly"
        return "clearly" if share >= MUCH else "partly"

    def strongest(self, system: int, most: int) -> list[Sign]:
        """The signs of a system that clearly hold, the strongest first."""
        clear = [s for s in self.known(system) if self.shares[s.id] >= MUCH]
        return sorted(clear, key=lambda s: -self.shares[s.id])[:most]

    def missing(self, most: int) -> list[Sign]:
        """The signs of 3.0 that hardly hold."""
        return [s for s in self.known(3) if self.shares[s.id] <= LITTLE][:most]


def of_one(signs: Sequence[Sign], answers: Mapping[str, int]) -> Profile:
    """The profile of one person, from answers that are HARDLY, PARTLY or CLEARLY."""
    width = CLEARLY - HARDLY
    known = {s.id: (answers[s.id] - HARDLY) / width for s in signs if s.id in answers}
    return Profile(tuple(signs), known)


def of_team(tallies: Mapping[str, Mapping[int, int]]) -> dict[str, float]:
    """The shares that may be shown of a team's answers, from counts by sign and value.

    Means are rounded and suppressed as a pulse's are (bot/privacy.py). The shares end where
    half of the people answer beside the middle: beyond that a share would say how nearly all did.
    """
    shares = {}
    for sign, counts in tallies.items():
        total = sum(value * n for value, n in counts.items())
        shown = privacy.shown_mean(total, sum(counts.values()))
        if shown is not None:
            shares[sign] = min(max(shown - PARTLY + 0.5, 0.0), 1.0)
    return shares


def differences(mine: Profile, team: Profile) -> list[Sign]:
    """The signs that the two see differently, the widest apart first."""
    both = [s for s in mine.signs if s.id in mine.shares and s.id in team.shares]
    apart = {s.id: abs(mine.shares[s.id] - team.shares[s.id]) for s in both}
    return sorted((s for s in both if apart[s.id] >= 0.5), key=lambda s: -apart[s.id])


def changed(kept: Mapping[str, int], page: Mapping[str, int | None]) -> dict[str, int]:
    """The answers that somebody has *kept*, with those of a *page*; None: left out now."""
    return {sign: value for sign, value in {**kept, **page}.items() if value is not None}
