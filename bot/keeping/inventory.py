"""Everything that is kept about one person, table by table: the one list that is shown and tested.

A test compares it with the columns of all tables; what is sealed names nobody, and is in no list.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.checklist.models import Tick
from bot.db import Base
from bot.digest.rollup.models import RollUp
from bot.pulse.comments.models import Letter
from bot.pulse.models import Invitation
from bot.slack.models import Delivery
from bot.teams.models import Member, Person
from bot.tools.private.models import PrivateNote
from bot.tools.shipit.models import ShipItCrew, ShipItDelivery, ShipItIdea

Row = dict[str, Any]
Kept = Mapping[type[Base], Sequence[Row]]  # table -> rows, each by the names of its columns


@dataclass(frozen=True)
class Entry:
    """Rows about somebody in one table: found by *whose*, shown to them in the columns *told*."""

    table: type[Base]
    told: tuple[str, ...]
    untold: Mapping[str, str] = field(default_factory=dict)  # column -> why it is not shown
    whose: Mapping[str, str] = field(default_factory=lambda: {"person_id": "id"})

    def about(self, person: Person) -> ColumnElement[bool]:
        """What finds the rows: each column of *whose* says what one of the person's says."""
        columns = self.table.__table__.c
        return and_(*(columns[ours] == getattr(person, of) for ours, of in self.whose.items()))


BY_SLACK_ID = {"workspace_id": "workspace_id"}
A_NUMBER = {"id": "a number of ours, by which other rows find this one"}

INVENTORY = (
    Entry(
        Person,
        (
            "zone", "locale", "is_guest", "is_active", "wants_no_part", "described_at", "back_on",
            "heeds_status", "away_by_status", "own_weekday", "own_hour", "wants_reminders",
            "may_start",
        ),
        A_NUMBER,
        {**BY_SLACK_ID, "user_id": "user_id"},
    ),
    Entry(Member, ("team_id", "is_lead", "is_asked", "left_out", "joined_on")),
    Entry(Invitation, ("round_id", "due_at", "told", "reminds_at", "later_at")),
    Entry(PrivateNote, ("tool", "team_id", "kept_at", "locked"), A_NUMBER),
    Entry(Tick, ("team_id", "todo_id", "ticked_at", "is_done")),
    Entry(ShipItIdea, ("day_id", "words"), A_NUMBER),
    Entry(ShipItCrew, ("idea_id",)),
    Entry(ShipItDelivery, ("day_id", "words")),
    Entry(RollUp, ("channel_id", "zone", "set_at"), whose={**BY_SLACK_ID, "set_by": "user_id"}),
    Entry(
        Delivery,
        (
            "key", "message_id", "thread_of", "due_at", "give_up_at", "state", "attempts",
            "asked_at", "failure", "channel_id", "ts",
        ),
        A_NUMBER,
        {**BY_SLACK_ID, "recipient": "user_id"},
    ),
    Entry(
        Letter,
        ("comment_id",),
        {
            "token": "the same for every answer to a comment",
            "sealed": "an answer that only the worker can open",
            "due_at": "chance picks it, so that no lead can see whose phone rings then",
        },
        {"lead_id": "id"},
    ),
)  # fmt: skip


async def read(session: AsyncSession, person: Person) -> Kept:
    """All that is kept about *person*; a table without any row of theirs is not in it."""
    kept = {entry.table: await _rows(session, entry, person) for entry in INVENTORY}
    return {table: rows for table, rows in kept.items() if rows}


async def _rows(session: AsyncSession, entry: Entry, person: Person) -> list[Row]:
    table = entry.table.__table__
    shown = select(*(table.c[name] for name in (*entry.whose, *entry.told)))
    found = await session.execute(shown.where(entry.about(person)).order_by(*table.primary_key))
    return [dict(row) for row in found.mappings()]
