"""No table, now or later, may have a column that orders or times what somebody said."""

from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import Integer, LargeBinary, Table

from bot import models

NAMED = {"round_id", "person_id"}  # who is asked, which everybody may know
# Moments that are the same whatever somebody says, and whenever they say it.
THE_SAME = {
    # When somebody is to hear of it, by a plan that is made when it opens; and once more, where
    # they put it off, answered or not, which is forgotten when it closes.
    "invitation": {"due_at", "reminds_at", "later_at"},
    "reply_address": {"expires_on"},  # counted from the close, for all comments of a round
    "reply_letter": {"due_at"},  # when a lead's answer goes out
}


def tables() -> list[Table]:
    return [table for table in models.metadata.sorted_tables if _holds_what_is_said(table)]


def _holds_what_is_said(table: Table) -> bool:
    """Sealed, under a token, or of a person in a round."""
    names = {column.name for column in table.columns}
    if table.name == "seen":  # that a request was carried out: a day, and a hash of Slack's own id
        return False
    return bool(names & {"sealed", "token"}) or names >= NAMED


def test_the_lint_looks_at_something() -> None:
    """At boxes, at what the version before had, and at invitations."""
    assert {table.name for table in tables()} >= {"box", "ballot", "vote", "invitation"}


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_no_column_orders_or_times_an_answer(table: Table) -> None:
    """No moment, no day, no number that counts up, and no hidden row number in SQLite."""
    allowed: Any = THE_SAME.get(table.name, set())
    for column in table.columns:
        moment = column.type.python_type in (datetime, date)
        assert not moment or column.name in allowed, column
        counts_up = column.primary_key and isinstance(column.type, Integer)
        assert not counts_up or column.foreign_keys or column.name == "last_round", column
    if any(isinstance(column.type, LargeBinary) for column in table.columns):
        assert table.dialect_options["sqlite"]["with_rowid"] is False
