"""Tables of ShipIt days: the days, their ideas, what was delivered, and the votes."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.db import Base


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
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"))
    starts_at: Mapped[datetime]
    stage: Mapped[str] = mapped_column(String(10))
    changes: Mapped[int] = mapped_column(default=0)  # moved, cancelled, taken back
    asked_until: Mapped[datetime | None]  # whether to do it again; known once gathered
    over_at: Mapped[datetime | None]
    seal: Mapped[str | None] = mapped_column(String(40))  # of "again?"; a worker makes it
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


class ShipItDelivery(Base):
    """What somebody delivered that day, in their words."""

    __tablename__ = "shipit_piece"

    day_id: Mapped[int] = mapped_column(
        ForeignKey("shipit_day.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    words: Mapped[str] = mapped_column(String(500))


class ShipItVote(Base):
    """One answer to "again?", under a keyed token (HMAC); none are left once they are counted."""

    __tablename__ = "shipit_again"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    day_id: Mapped[int] = mapped_column(
        ForeignKey("shipit_day.id", ondelete="CASCADE"), primary_key=True
    )
    token: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    value: Mapped[int]
