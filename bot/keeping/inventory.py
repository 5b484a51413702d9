"""Everything that is kept about one person, table by table: the one list that is shown and tested.

A test compares it with the columns of all tables; what is sealed names nobody, and is in no list.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct, field
from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.checklist.models import Tick
from bot.db import Base
from bot.digest.rollup.models import RollUp
from bot.pulse.comments.models import Letter
from bot.pulse.custom.models import CustomStatement
from bot.pulse.models import Invitation
from bot.slack.models import Delivery
from bot.teams.models import Member, Person
from bot.tools.private.models import PrivateNote
from bot.tools.shipit.models import ShipItCrew, ShipItDelivery, ShipItIdea

Row = dict[str, Any]
Kept = Mapping[type[Base], Sequence[Row]]  # table -> rows, each by the names of its columns


class Entry(Struct, frozen=True):
    """Rows about somebody in one table: found by *whose*, shown to them in the columns *told*.

    *told* has the sentence of `/amp privacy` that speaks of each column.
    """

    table: type[Base]
    told: Mapping[str, str]
    untold: Mapping[str, str] = field(default_factory=dict)  # column -> why it is not shown
    whose: Mapping[str, str] = field(default_factory=lambda: {"person_id": "id"})

    def about(self, person: Person) -> ColumnElement[bool]:
        """What finds the rows: each column of *whose* says what one of the person's says."""
        columns = self.table.__table__.c
        return and_(*(columns[ours] == getattr(person, of) for ours, of in self.whose.items()))


def _in(sentence: str, *columns: str) -> dict[str, str]:
    return dict.fromkeys(columns, sentence)


BY_SLACK_ID = {"workspace_id": "workspace_id"}
A_NUMBER = {"id": "a number of ours, by which other rows find this one"}

INVENTORY = (
    Entry(
        Person,
        {
            **_in("keeping-person", "zone", "locale", "is_guest", "is_active", "described_at"),
            **_in("keeping-left", "wants_no_part"),
            **_in("keeping-away", "back_on", "away_by_status"),
            **_in("keeping-away-later", "away_later"),
            **_in("keeping-heeds", "heeds_status"),
            **_in("keeping-own-time", "own_weekday", "own_hour", "wants_reminders"),
            **_in("keeping-may-start", "may_start"),
        },
        A_NUMBER,
        {**BY_SLACK_ID, "user_id": "user_id"},
    ),
    Entry(
        Member,
        {
            **_in("keeping-teams", "team_id", "joined_on"),
            **_in("keeping-team-lead", "is_lead"),
            **_in("keeping-teams-left", "is_asked"),
            **_in("keeping-team-left-out", "left_out"),
        },
    ),
    Entry(
        Invitation,
        _in("keeping-rounds", "round_id", "due_at", "told", "reminds_at", "later_at"),
    ),
    Entry(
        CustomStatement,
        _in("keeping-questions", "team_id", "text", "rounds", "asked", "added_at", "ended_at"),
        A_NUMBER,
    ),
    Entry(PrivateNote, _in("keeping-notes", "tool", "team_id", "kept_at", "locked"), A_NUMBER),
    Entry(Tick, _in("keeping-ticks", "team_id", "todo_id", "ticked_at", "is_done")),
    Entry(ShipItIdea, _in("keeping-ideas", "day_id", "words"), A_NUMBER),
    Entry(ShipItCrew, _in("keeping-crews", "idea_id")),
    Entry(ShipItDelivery, _in("keeping-pieces", "day_id", "words")),
    Entry(
        RollUp,
        _in("keeping-rollup", "channel_id", "zone", "set_at"),
        whose={**BY_SLACK_ID, "set_by": "user_id"},
    ),
    Entry(
        Delivery,
        _in(
            "keeping-messages",
            "key", "message_id", "thread_of", "due_at", "give_up_at", "state", "attempts",
            "asked_at", "failure", "channel_id", "ts",
        ),
        A_NUMBER,
        {**BY_SLACK_ID, "recipient": "user_id"},
    ),
    Entry(
        Letter,
        _in("keeping-answers", "comment_id"),
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
