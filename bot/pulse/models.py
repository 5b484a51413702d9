"""Tables of asking. Nothing here tells at what moment, or in what order, anybody answered."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import JSON, ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.db import Base
from bot.framework.content import Content
from bot.pulse.questionnaires import PULSE, Phrases, Questionnaire
from bot.words import Words


class AnyRound(Base):
    """One asking of one team; UNIQUE(team, kind, week) makes it happen once.

    Each kind is a subclass that says what it asks and how (single-table inheritance): a query for
    `Round` finds pulses only, one for this finds all.
    """

    __tablename__ = "round"
    __table_args__ = (
        UniqueConstraint("team_id", "kind", "week"),
        UniqueConstraint("team_id", "kind", "number"),
    )
    __mapper_args__ = {"polymorphic_on": "kind"}  # noqa: RUF012

    phrases: ClassVar[Phrases]

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"))
    week: Mapped[str] = mapped_column(String(10))  # ISO, such as 2026-W48
    number: Mapped[int]  # of this team and kind, from 1
    day: Mapped[date]
    opened_at: Mapped[datetime]
    closes_at: Mapped[datetime] = mapped_column(index=True)
    closed_at: Mapped[datetime | None]
    items: Mapped[list[str]] = mapped_column(JSON)
    wordings: Mapped[dict[str, int]] = mapped_column(JSON)  # of the items, as they were asked
    question: Mapped[str | None] = mapped_column(Text)  # the id of the open prompt, if any
    asked: Mapped[int]  # how many people could answer; the roster is frozen at open
    answered: Mapped[int | None]  # known once closed
    public_key: Mapped[bytes] = mapped_column(LargeBinary(32))
    key_name: Mapped[str] = mapped_column(String(40), unique=True)
    key_destroyed: Mapped[bool] = mapped_column(default=False)
    key_lost: Mapped[bool] = mapped_column(default=False)  # its answers could not be opened

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    def questionnaire(self, say: Words, content: Content) -> Questionnaire:
        """What this round asks, in the language of *content* and *say*."""
        raise NotImplementedError


class Round(AnyRound):
    """A pulse: five items, in the team's rhythm."""

    __mapper_args__ = {"polymorphic_identity": "pulse"}  # noqa: RUF012

    phrases = PULSE

    def questionnaire(self, say: Words, content: Content) -> Questionnaire:
        scale = dict(enumerate(content.scale.points, 1))
        asked = Questionnaire(list(content.items.values()), scale, content.scale.skip)
        return asked.of(self.items)


class Invitation(Base):
    """One member's place in one round."""

    __tablename__ = "invitation"

    round_id: Mapped[int] = mapped_column(
        ForeignKey("round.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    due_at: Mapped[datetime]


class Ballot(Base):
    """One person's sealed answers, under a token that only the server's secret can make."""

    __tablename__ = "ballot"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    round_id: Mapped[int] = mapped_column(
        ForeignKey("round.id", ondelete="CASCADE"), primary_key=True
    )
    token: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class Participation(Base):
    """That somebody has answered, under another token; empty once the round is closed."""

    __tablename__ = "participation"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    round_id: Mapped[int] = mapped_column(
        ForeignKey("round.id", ondelete="CASCADE"), primary_key=True
    )
    token: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)


class Reminded(Base):
    """That somebody has been reminded, likewise; who is reminded had not answered yet."""

    __tablename__ = "reminded"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    round_id: Mapped[int] = mapped_column(
        ForeignKey("round.id", ondelete="CASCADE"), primary_key=True
    )
    token: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)


class Tally(Base):
    """How many gave one value to one item; all that remains of the answers."""

    __tablename__ = "tally"

    round_id: Mapped[int] = mapped_column(
        ForeignKey("round.id", ondelete="CASCADE"), primary_key=True
    )
    item_id: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[int] = mapped_column(primary_key=True)
    n: Mapped[int]
