"""Tables of the tools: what people made with them."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.db import Base
from bot.teams.models import Person


def _team() -> Mapped[int]:
    return mapped_column(ForeignKey("team.id", ondelete="CASCADE"), primary_key=True)


class Note(Base):
    """What somebody keeps for themselves with one tool, locked by the vault."""

    __tablename__ = "note"
    __table_args__ = (
        UniqueConstraint("person_id", "tool", "team_id"),
        # A missing team is unlike every other to a UNIQUE constraint.
        Index(
            "uq_note_own",
            "person_id",
            "tool",
            unique=True,
            sqlite_where=text("team_id IS NULL"),
            postgresql_where=text("team_id IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    tool: Mapped[str] = mapped_column(String(20))
    team_id: Mapped[int | None] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"))
    locked: Mapped[bytes] = mapped_column(LargeBinary)
    kept_at: Mapped[datetime]


class Checklist(Base):
    """A team's checklist, from the moment that a lead first looked at it."""

    __tablename__ = "checklist"

    team_id: Mapped[int] = _team()
    moved_at: Mapped[datetime]
    nudged_at: Mapped[datetime | None]  # of the present standstill
    is_quiet: Mapped[bool] = mapped_column(default=False)  # the leads want no nudge


class Tick(Base):
    """A line of a team's checklist that is done."""

    __tablename__ = "tick"

    team_id: Mapped[int] = _team()
    todo_id: Mapped[str] = mapped_column(String(40), primary_key=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    ticked_at: Mapped[datetime]

    person: Mapped[Person | None] = relationship(lazy="joined")


class ShipItDay(Base):
    """24 hours of a team's own choosing, from when it is announced until it was asked about."""

    __tablename__ = "shipit_day"
    __table_args__ = (
        # A team has one day at a time; one that is over or cancelled leaves its place free.
        Index(
            "uq_shipit_day_team",
            "team_id",
            unique=True,
            sqlite_where=text("over_at IS NULL"),
            postgresql_where=text("over_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"))
    starts_at: Mapped[datetime]
    stage: Mapped[str] = mapped_column(String(10))
    changes: Mapped[int] = mapped_column(default=0)  # moved, cancelled, taken back
    asked_until: Mapped[datetime | None]  # whether to do it again; known once gathered
    over_at: Mapped[datetime | None]
    is_cancelled: Mapped[bool] = mapped_column(default=False)


class ShipItIdea(Base):
    """Something that somebody would like to build that day."""

    __tablename__ = "shipit_idea"

    id: Mapped[int] = mapped_column(primary_key=True)
    day_id: Mapped[int] = mapped_column(ForeignKey("shipit_day.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True
    )
    words: Mapped[str] = mapped_column(String(200))


class ShipItCrew(Base):
    """Somebody who is in on an idea."""

    __tablename__ = "shipit_crew"

    idea_id: Mapped[int] = mapped_column(
        ForeignKey("shipit_idea.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class ShipItPiece(Base):
    """What somebody delivered that day, in their words."""

    __tablename__ = "shipit_piece"

    day_id: Mapped[int] = mapped_column(
        ForeignKey("shipit_day.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    words: Mapped[str] = mapped_column(String(500))


class ShipItAgain(Base):
    """One answer to "again?", under a keyed token; empty once the answers are counted."""

    __tablename__ = "shipit_again"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    day_id: Mapped[int] = mapped_column(
        ForeignKey("shipit_day.id", ondelete="CASCADE"), primary_key=True
    )
    token: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    value: Mapped[int]


class Role(Base):
    """A kind of work in a team, and the answers that say what kind it is."""

    __tablename__ = "role"
    __table_args__ = (UniqueConstraint("team_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(60))
    answers: Mapped[dict[str, bool]] = mapped_column(JSON)  # by question
