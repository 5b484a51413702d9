"""Tables of what a team tries out, and of what came of it."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.db import Base


class End(StrEnum):
    """How an experiment came to its end."""

    KEPT = "kept"
    DROPPED = "dropped"
    EARLY = "early"  # a lead ended it before its review
    TEAM_ENDED = "team ended"
    UNDECIDED = "undecided"  # nobody said anything, until it was given up or the next one began


class Experiment(Base):
    """One thing that a team changes for some rounds, to move one drive; nobody is named."""

    __tablename__ = "experiment"
    __table_args__ = (
        Index(
            "uq_experiment_running",  # at most one at a time
            "team_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"), index=True)
    idea: Mapped[str | None] = mapped_column(String(40))  # of the catalogue, where it began there
    title: Mapped[str] = mapped_column(Text)
    what: Mapped[str] = mapped_column(Text)
    drive: Mapped[str] = mapped_column(String(40))
    drive_name: Mapped[str] = mapped_column(Text)  # at the start; for a drive that is gone
    goal: Mapped[str] = mapped_column(Text)
    metric: Mapped[str] = mapped_column(Text)
    first_round: Mapped[int]  # the number of the first round under it
    rounds: Mapped[int]  # until its review, all of them together
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    end: Mapped[str | None] = mapped_column(String(12))

    @property
    def last_round(self) -> int:
        """The number of the round after which it is reviewed."""
        return self.first_round + self.rounds - 1


class RejectedIdea(Base):
    """An idea of the catalogue that is not for a team, as a lead said; nobody is named."""

    __tablename__ = "rejected_idea"

    team_id: Mapped[int] = mapped_column(
        ForeignKey("team.id", ondelete="CASCADE"), primary_key=True
    )
    idea: Mapped[str] = mapped_column(String(40), primary_key=True)


class Review(Base):
    """One review of an experiment: facts, from which its sentence is made; it happens once."""

    __tablename__ = "look"

    experiment_id: Mapped[int] = mapped_column(
        ForeignKey("experiment.id", ondelete="CASCADE"), primary_key=True
    )
    last_round: Mapped[int] = mapped_column(primary_key=True)  # the newest one it is about
    rounds: Mapped[int]  # closed under the experiment by then
    kind: Mapped[str] = mapped_column(String(20))  # an Outcome of bot/insight/reviews.py
    finding: Mapped[dict[str, Any] | None] = mapped_column(JSON)  # a Finding, but for its kind
    sentence: Mapped[str] = mapped_column(Text, default="")  # as older versions told it, in English
    told_at: Mapped[datetime]
    votes_until: Mapped[datetime | None]  # None where the team is not asked
    seal: Mapped[str | None] = mapped_column(String(40))  # of the wishes; a worker makes it
    counted_at: Mapped[datetime | None] = mapped_column(index=True)
    # Choice -> people, from the quorum up and softened; None below it and before the count.
    votes: Mapped[dict[str, Any] | None] = mapped_column(JSON)


class Vote(Base):
    """One person's wish at a review, under a keyed token; gone once they are counted."""

    __tablename__ = "vote"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    experiment_id: Mapped[int] = mapped_column(
        ForeignKey("experiment.id", ondelete="CASCADE"), primary_key=True
    )
    last_round: Mapped[int] = mapped_column(primary_key=True)  # of the review it belongs to
    token: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    choice: Mapped[str] = mapped_column(String(8))
