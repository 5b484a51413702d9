"""Tables of the checklist: when a team's last moved, and what is ticked on it."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, true
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.db import Base
from bot.teams.models import Person


def _team() -> Mapped[int]:
    return mapped_column(ForeignKey("team.id", ondelete="CASCADE"), primary_key=True)


class Checklist(Base):
    """A team's checklist, from the moment that a lead first looked at it."""

    __tablename__ = "checklist"

    team_id: Mapped[int] = _team()
    moved_at: Mapped[datetime]
    nudged_at: Mapped[datetime | None]  # since it last moved
    is_quiet: Mapped[bool] = mapped_column(default=False)  # the leads want no nudge


class Tick(Base):
    """A line of a team's checklist that a lead ticked by hand, or took back by hand."""

    __tablename__ = "tick"

    team_id: Mapped[int] = _team()
    todo_id: Mapped[str] = mapped_column(String(40), primary_key=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    ticked_at: Mapped[datetime]
    is_done: Mapped[bool] = mapped_column(default=True, server_default=true())

    person: Mapped[Person | None] = relationship(lazy="joined")
