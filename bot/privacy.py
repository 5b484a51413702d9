"""The rules that keep an answer private: everything stored or shown passes through here.

Nothing below the quorum exists, means are rounded so that no shown value fits one total only,
and a roll-up is published only where subtracting teams from it leads to nobody.
Reasons and attacks: docs/method.md.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from math import floor
from typing import TypeVar

from msgspec import Struct, field

QUORUM = 5  # the fewest answers to one item before a reading of it exists
FEWEST_OTHERS = 2  # people who came or went before it is said that anybody did
OTHERS = 5  # one in so many, at the least
DISTRIBUTION_FROM = 10  # the fewest answers before counts per value may be shown
CROWD = 10  # people whose answers stand against those of a few, so that nothing can be subtracted
MOST_UNIONS = 2000  # of overlapping teams that are looked at; where there are more, nothing is told
COMMENTS_FROM = 3  # the fewest comments before any of a round's is shown, or kept
MANY = 30  # people; from there on it is told how far a round's invitations have come
LOW, HIGH = 1.5, 4.5  # beyond these a mean would say how everybody answered
SCALE = range(1, 6)
CLEARLY = 3  # so many more than the next; one who had said otherwise would take two of them

Choice = TypeVar("Choice", bound=Hashable)


def steps_per_point(people: int) -> int:
    """Into how many steps a point of the scale is divided for *people* answers: 2, 4 or 10."""
    if people < 8:
        return 2
    return 4 if people < 20 else 10


def step(people: int) -> float:
    """The rounding of a mean of *people* answers: 0.5 for 5-7, 0.25 for 8-19, 0.1 from 20."""
    return 1 / steps_per_point(people)


def shown_mean(total: int, answers: int, people: int | None = None) -> float | None:
    """The mean of *answers* that add up to *total*, as it may be shown; None below the quorum.

    Rounded half up in integers: a float's own rounding would turn a tie either way. *people* is
    how many stand behind the answers where that is fewer, as in a mean over several rounds.
    """
    people = answers if people is None else min(people, answers)
    if people < QUORUM:
        return None
    per = steps_per_point(people)
    return _clamped((2 * total * per + answers) // (2 * answers), per)


def show(score: float, people: int) -> float | None:
    """Round a weighted mean to what *people* answers can say without giving one of them away.

    Steps as in `step`, kept within 1.5-4.5; None below the quorum. For the plain mean of one
    round use `shown_mean`, which never sees a float.
    """
    if people < QUORUM:
        return None
    per = steps_per_point(people)
    return _clamped(floor(score * per + 0.5), per)


def show_gap(gap: float, people: int) -> float:
    """The size of a difference between two means, in the same steps as the means themselves."""
    per = steps_per_point(people)
    return floor(abs(gap) * per + 0.5) / per


def _clamped(ticks: int, per: int) -> float:
    return min(max(ticks / per, LOW), HIGH)


def people_behind(answers: Iterable[int]) -> int:
    """How many people's mean a mean over several rounds is, for the rounding: their harmonic mean.

    Somebody who answers the same every week moves the mean over the rounds by 1/harmonic mean,
    so that is the group they hide in; one small round among many does not blur all of them.
    """
    counts = list(answers)
    if not counts or min(counts) < 1:
        return 0
    return floor(len(counts) / sum(1 / n for n in counts) + 1e-9)


def soften_unanimity(counts: Mapping[int, int]) -> dict[int, int]:
    """The counts to store: where everybody gave one answer, one of them moves a step inward.

    Otherwise "all of them said 1" would name every single answer. From 3, which has no inside,
    it moves down. *counts* maps values 1-5 to people.
    """
    kept = {value: n for value, n in sorted(counts.items()) if n}
    if len(kept) != 1:
        return kept
    [(value, n)] = kept.items()
    inward = value + 1 if value < 3 else value - 1
    return {v: k for v, k in sorted({value: n - 1, inward: 1}.items()) if k}


class Turnover(Struct, frozen=True):
    """That others were asked than before; with numbers only where none of them leads to few."""

    then: int = 0
    now: int = 0
    both: int = 0


def turnover(*, gone: int, new: int, both: int) -> Turnover | None:
    """What may be told of people who came and went between two sides of a comparison.

    Nothing unless they are two at the least, and a fifth of all: beside a lower mean, «one has
    left» would point at somebody. Then words without a number; numbers only where whoever
    subtracts one from another is left with nobody, or with a quorum.
    """
    others = gone + new
    if others < FEWEST_OTHERS or others * OTHERS < others + both:
        return None
    if both >= QUORUM and all(few == 0 or few >= QUORUM for few in (gone, new)):
        return Turnover(gone + both, new + both, both)
    return Turnover()


def distribution_may_show(people: int) -> bool:
    """Whether counts per value may be shown: from ten answers."""
    return people >= DISTRIBUTION_FROM


def leading(counts: Mapping[Choice, int]) -> Choice | None:
    """What most people chose, if no single one of them could have turned it; else None.

    For choices of so few that counts would point at somebody.
    """
    ranked = Counter(counts).most_common(2)
    ahead = sum(n for _, n in ranked[:1]) - sum(n for _, n in ranked[1:])
    return ranked[0][0] if ahead >= CLEARLY else None


def shown_share(part: int, whole: int) -> int | None:
    """How much of *whole* is done, in percent and in tens; None for fewer than thirty people.

    An exact number of invitations would tell how many have opted out.
    """
    return part * 10 // whole * 10 if whole >= MANY else None


def comments_may_show(comments: int, answered: int) -> bool:
    """Whether a round's comments may be shown: from three of them, and only with the quorum."""
    return comments >= COMMENTS_FROM and answered >= QUORUM


class Cell(Struct, frozen=True):
    """One team's part in a roll-up: how many answered, and who could have.

    *members* is the roster, needed only where somebody is in two teams; who of them answered
    is known to nobody.
    """

    team: Hashable
    answers: int
    members: frozenset[Hashable] = frozenset()


def may_stand_beside(
    new: frozenset[int], others: Collection[frozenset[int]], earlier: Iterable[frozenset[int]] = ()
) -> bool:
    """Whether these people may be told of, where *others* are: no subtraction leads to a few.

    What one of these groups has beyond any of the others together must be nobody, or five people
    and more. *others* is one group for each team, *earlier* are older ones, each taken by itself.
    """
    groups = [new, *(one for one in others if one != new)]
    pairs = [pair for one in earlier for pair in ((new, [one]), (one, [new]))]
    unions = [(one, [other for other in groups if other is not one]) for one in groups]
    return all(_leaves_no_few(one, rest, new) for one, rest in (*pairs, *unions))


def _leaves_no_few(
    one: frozenset[int], rest: Sequence[frozenset[int]], new: frozenset[int]
) -> bool:
    together: set[frozenset[int]] = {frozenset()}
    for other in rest:
        if one & other or other == new:
            together |= {united | other for united in together}
        if len(together) > MOST_UNIONS:
            return False
    changed = (united for united in together if one == new or new <= united)
    return not any(0 < len(one - u) < QUORUM and len(u - one) < CROWD for u in changed if one & u)


class Published(Struct, frozen=True):
    """Which teams and which roll-ups may be shown side by side."""

    teams: frozenset[Hashable]
    roll_ups: frozenset[Hashable] = field(default_factory=frozenset)


def publishable(
    cells: Collection[Cell], roll_ups: Mapping[Hashable, Collection[Hashable]] | None = None
) -> Published:
    """Decide what may be published so that no arithmetic leads to a group of one to four.

    *roll_ups* names sets of teams, which lie apart or inside one another, as in an organisation;
    `ValueError` if two cross, since then no order of hiding is safe.
    A roll-up is published if what its published parts leave over is nothing, or at least five
    answers of at least two teams; otherwise its next-smallest team is hidden, and if no hiding
    helps, the roll-up itself.
    """
    by_team = {cell.team: cell for cell in cells}
    shown = _apart(cells)
    published: dict[Hashable, frozenset[Hashable]] = {}
    considered: list[frozenset[Hashable]] = []
    sums = {
        name: frozenset(by_team.keys() & set(teams)) for name, teams in (roll_ups or {}).items()
    }
    for name, inside in sorted(sums.items(), key=lambda item: len(item[1])):
        if any(inside & other and not other <= inside for other in considered):
            raise ValueError("Roll-ups lie apart or inside one another; these two cross.")
        considered.append(inside)
        kept = _room_for(inside, by_team, shown, published)
        if kept is not None:
            shown, published[name] = kept, inside
    return Published(frozenset(shown), frozenset(published))


def _apart(cells: Collection[Cell]) -> set[Hashable]:
    """The teams that can stand beside each other, smallest first.

    Each has at least five answers of people who are in no team before it. Whatever is added to
    or taken from a team by the others, those five remain together.
    """
    shown: set[Hashable] = set()
    seen: frozenset[Hashable] = frozenset()
    for cell in sorted(cells, key=_size):
        if _fresh([cell], seen) >= QUORUM:
            shown.add(cell.team)
            seen |= cell.members
    return shown


def _size(cell: Cell) -> tuple[int, str]:
    return cell.answers, str(cell.team)


def _fresh(cells: Iterable[Cell], seen: frozenset[Hashable]) -> int:
    """How many people outside *seen* answered in *cells*, at the least."""
    fresh = 0
    for cell in sorted(cells, key=_size):
        fresh += max(0, cell.answers - len(cell.members & seen))
        seen |= cell.members
    return fresh


def _room_for(
    inside: frozenset[Hashable],
    by_team: Mapping[Hashable, Cell],
    shown: set[Hashable],
    published: Mapping[Hashable, frozenset[Hashable]],
) -> set[Hashable] | None:
    """The teams that stay shown if the roll-up over *inside* is published; None if it can't be."""
    in_roll_ups = frozenset[Hashable]().union(*published.values())
    hideable = sorted((by_team[t] for t in (shown & inside) - in_roll_ups), key=_size)
    kept = set(shown)
    while True:
        rest = [by_team[t] for t in inside - kept - in_roll_ups if by_team[t].answers]
        seen = frozenset[Hashable]().union(*(by_team[t].members for t in kept | in_roll_ups))
        if not rest or (len(rest) >= 2 and _fresh(rest, seen) >= QUORUM):
            return kept
        if not hideable:
            return None
        kept.remove(hideable.pop(0).team)
