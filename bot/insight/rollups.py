"""The whole company at a glance: drives by team, where no subtraction leads to a person.

The teams come in alphabetical order: it is a map, never a ranking.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from bot import privacy
from bot.insight.readings import ItemTally
from bot.privacy import Cell

EVERYBODY = "everybody"


class TeamTallies(Struct, frozen=True):
    """What a roll-up takes of one team: per drive the tallies of its anchor, one a round.

    *members* are the people on its roster in those rounds, by any token; it is needed where
    somebody is in two teams.
    """

    team: str
    tallies: Mapping[str, Sequence[ItemTally]]
    members: frozenset[str] = frozenset()


class Row(Struct, frozen=True):
    """One team's line of the map: what may be shown per drive, None where nothing may."""

    name: str
    shown: Mapping[str, float | None]


class HeatMap(Struct, frozen=True):
    """Drives by team over some weeks; `everybody` is the roll-up over all of them."""

    drives: tuple[str, ...]
    rows: tuple[Row, ...]
    everybody: Row


class _Sum(Struct, frozen=True):
    """A cell before it is rounded: the fewest answers of a round stand for its people."""

    total: int = 0
    answers: int = 0
    people: int = 0
    members: frozenset[str] = field(default_factory=frozenset)

    @property
    def shown(self) -> float | None:
        return privacy.shown_mean(self.total, self.answers, self.people)


def heat_map(teams: Sequence[TeamTallies], drives: Sequence[str]) -> HeatMap:
    """The map of *teams* by *drives*; each drive is decided on its own, by who answered it.

    A cell is hidden below the quorum, and where showing it beside the roll-up would let somebody
    work out the answers of one to four people.
    """
    columns = {drive: _column(teams, drive) for drive in drives}
    names = sorted(team.team for team in teams)
    rows = tuple(Row(name, {drive: columns[drive].get(name) for drive in drives}) for name in names)
    everybody = Row(EVERYBODY, {drive: columns[drive].get(None) for drive in drives})
    return HeatMap(tuple(drives), rows, everybody)


def _column(teams: Sequence[TeamTallies], drive: str) -> dict[str | None, float | None]:
    """What may be shown of one drive: per team, and under None for everybody."""
    sums = {team.team: _sum(team, drive) for team in teams}
    cells = [Cell(name, s.people, s.members) for name, s in sums.items()]
    published = privacy.publishable(cells, {EVERYBODY: list(sums)})
    shown: dict[str | None, float | None] = {
        name: s.shown for name, s in sums.items() if name in published.teams
    }
    if EVERYBODY in published.roll_ups:
        shown[None] = _all(list(sums.values())).shown
    return shown


def _sum(team: TeamTallies, drive: str) -> _Sum:
    rounds = [t for t in team.tallies.get(drive, ()) if t.people >= privacy.QUORUM]
    return _Sum(
        sum(t.total for t in rounds),
        sum(t.people for t in rounds),
        min((t.people for t in rounds), default=0),
        team.members,
    )


def _all(sums: Sequence[_Sum]) -> _Sum:
    return _Sum(sum(s.total for s in sums), sum(s.answers for s in sums), _people(sums))


def _people(sums: Sequence[_Sum]) -> int:
    return sum(s.people for s in sums)
