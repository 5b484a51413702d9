"""A team's closed rounds, as the rules of this room want them: its one door to the database."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import takewhile

from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import blurring
from bot.framework.content import Item
from bot.insight.noise import Observation
from bot.insight.readings import ItemTally, observed, reading
from bot.pulse.models import Round, Tally
from bot.rows import is_any_of


class ClosedRound(Struct, frozen=True):
    """One closed round: how many could and did answer, in which words, and the counts kept."""

    round_id: int
    number: int
    day: date
    asked: int
    answered: int
    wordings: Mapping[str, int]
    counts: Mapping[str, Mapping[int, int]]  # item id -> value -> people

    def tally(self, item: Item) -> ItemTally | None:
        """The counts of one item; None where nothing was kept."""
        counts = self.counts.get(item.id)
        return ItemTally(item.id, counts, item.reversed) if counts else None


async def closed_rounds(
    session: AsyncSession, team_id: int, *, last: int | None = None, up_to: int | None = None
) -> list[ClosedRound]:
    """The team's closed rounds, oldest first: the *last* so many, *up_to* a round's number.

    None of before it was asked together with another team, or alone again: those were others.
    """
    wanted = select(Round).where(Round.team_id == team_id, Round.closed_at.is_not(None))
    if up_to is not None:
        wanted = wanted.where(Round.number <= up_to)
    found = await session.scalars(wanted.order_by(Round.number.desc()).limit(last))
    rows = found.all()
    rounds = list(takewhile(lambda one: one.sister_id == rows[0].sister_id, rows))
    counts = await _counts(session, [round_.id for round_ in rounds])
    alike = list(stored_alike(rounds, counts))[::-1]
    return [_closed_round(round_, counts.get(round_.id, {})) for round_ in alike]


def stored_alike(newest_first: Iterable[Round], counts: Collection[int]) -> Iterator[Round]:
    """Those rounds, of which *counts* are kept, since sums are moved, if they are.

    What was stored before as it was given differs by the steps that all later ones have in common.
    """
    is_moved = False
    for round_ in newest_first:
        is_small = (round_.answered or 0) <= blurring.UP_TO
        if is_moved and round_.spread is None and round_.id in counts and is_small:
            return
        is_moved = is_moved or round_.spread is not None
        yield round_


def _closed_round(round_: Round, counts: Mapping[str, Mapping[int, int]]) -> ClosedRound:
    return ClosedRound(
        round_id=round_.id,
        number=round_.number,
        day=round_.day,
        asked=round_.asked,
        answered=round_.answered or 0,
        wordings=round_.wordings,
        counts=counts,
    )


def observations(rounds: Sequence[ClosedRound], anchor: Item) -> list[Observation]:
    """What the rules may know of one anchor; new words begin a new baseline."""
    found: list[Observation] = []
    wording_before: int | None = None
    for closed in rounds:
        wording = closed.wordings.get(anchor.id)
        found.append(observation(closed, anchor, before=wording_before))
        wording_before = wording if wording is not None else wording_before
    return found


def observation(closed: ClosedRound, anchor: Item, *, before: int | None) -> Observation:
    """One round of one anchor; *before* is the wording that the round before it was asked in."""
    wording = closed.wordings.get(anchor.id)
    return observed(
        reading(anchor.id, closed.tally(anchor)),
        closed.asked,
        restarts=before is not None and wording is not None and wording != before,
        closed_on=closed.day,
    )


async def _counts(
    session: AsyncSession, round_ids: Sequence[int]
) -> dict[int, dict[str, dict[int, int]]]:
    counts: dict[int, dict[str, dict[int, int]]] = {}
    of_them = is_any_of(session, Tally.round_id, round_ids)
    for row in await session.scalars(select(Tally).where(of_them)):
        counts.setdefault(row.round_id, {}).setdefault(row.item_id, {})[row.value] = row.n
    return counts
