"""Tables of asking. Nothing here tells at what moment, or in what order, anybody answered."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import (
    JSON,
    ColumnElement,
    ForeignKey,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
    false,
    true,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.db import Base
from bot.framework.content import Content, Item
from bot.privacy import QUORUM
from bot.pulse.questionnaires import PULSE, Phrases, Questionnaire
from bot.teams.models import Team, together
from bot.words import Words

CUSTOM = "custom:"  # what the id of a statement of the team's own begins with


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
    custom: Mapped[str | None] = mapped_column(Text)  # the words of the team's own item, if any
    # Where its digest goes: as its people read it when they were asked. None: of before.
    digest_channel_id: Mapped[str | None] = mapped_column(String(32))
    asked: Mapped[int]  # how many people could answer; the roster is frozen at open
    answered: Mapped[int | None]  # known once closed
    public_key: Mapped[bytes] = mapped_column(LargeBinary(32))
    key_name: Mapped[str] = mapped_column(String(40), unique=True)
    key_destroyed: Mapped[bool] = mapped_column(default=False)
    key_lost: Mapped[bool] = mapped_column(default=False)  # its answers could not be opened
    # Nothing is kept of its answers: beside another team's they would lead to a few people.
    withheld: Mapped[bool] = mapped_column(default=False, server_default=false())
    # What its counts say of how answers are spread (see blurring.py); None: as they were given.
    spread: Mapped[float | None]
    looks_at: Mapped[datetime | None]  # a lead wants it closed: when to see who is still missing
    # Whose people it asks besides the team's: they are told of it together, until it is over.
    sister_id: Mapped[int | None]
    _sister: Mapped[Team | None] = relationship(
        primaryjoin="foreign(AnyRound.sister_id) == Team.id", lazy="selectin"
    )

    @property
    def sister(self) -> Team | None:
        """The team whose people it asks besides, if there is one."""
        return self._sister if self.sister_id is not None else None

    def called(self, team: Team) -> str:
        """Whom it asks, by the names of the *team* and of the one that is asked with it."""
        return together(team.name, self.sister.name) if self.sister else team.name

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @classmethod
    def is_readable(cls) -> ColumnElement[bool]:
        """Of rounds that something could be told of."""
        return (cls.answered >= QUORUM) & cls.key_lost.is_(False) & cls.withheld.is_(False)

    def told_in(self, team: Team) -> str:
        """The channel that reads what comes of it."""
        return self.digest_channel_id or team.digest_channel_id

    @property
    def takes_comments(self) -> bool:
        """Whether its form has room for a comment: never where none could be shown."""
        return False

    def questionnaire(self, say: Words, content: Content) -> Questionnaire:
        """What this round asks, in the language of *content* and *say*."""
        raise NotImplementedError


class Round(AnyRound):
    """A pulse: five items, in the team's rhythm."""

    __mapper_args__ = {"polymorphic_identity": "pulse"}  # noqa: RUF012

    phrases = PULSE

    @property
    def takes_comments(self) -> bool:
        return self.asked >= QUORUM

    def questionnaire(self, say: Words, content: Content) -> Questionnaire:
        scale = dict(enumerate(content.scale.points, 1))
        own = [item] if (item := self.custom_item) else []
        asked = Questionnaire([*content.items.values(), *own], scale, content.scale.skip)
        return asked.of(self.items)

    @property
    def custom_item(self) -> Item | None:
        """The statement of the team's own that this round asks: of no drive and no facet."""
        id_ = next((id_ for id_ in self.items if id_.startswith(CUSTOM)), None)
        return Item(id_, self.custom, drive=None, facet=None) if id_ and self.custom else None


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
    told: Mapped[bool] = mapped_column(default=True, server_default=true())  # by a message
    # When the one more message may come: by the plan, and where they have put it off.
    reminds_at: Mapped[datetime | None]
    later_at: Mapped[datetime | None]


class Seal(Base):
    """What a question is sealed with: its public key, and one half of the private one.

    The other half is in the key store. Closing takes this one away, and then the other one.
    """

    __tablename__ = "seal"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"), index=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary(32))
    mac: Mapped[bytes] = mapped_column(LargeBinary(32))  # of name and public key, by the vault
    half: Mapped[bytes | None] = mapped_column(LargeBinary(32))


class Box(Base):
    """What one person said to a question, sealed; whose it is, only the inside tells."""

    __tablename__ = "box"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    seal: Mapped[str] = mapped_column(ForeignKey("seal.name", ondelete="CASCADE"), primary_key=True)
    id: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)  # random
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class CommentBox(Base):
    """What one person wrote besides, or that they wrote nothing: likewise, apart from `Box`."""

    __tablename__ = "comment_box"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    seal: Mapped[str] = mapped_column(ForeignKey("seal.name", ondelete="CASCADE"), primary_key=True)
    id: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)  # random
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


# The next three are what the version before writes, whose web processes may still run.


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
