"""Tables of comments. No row names who wrote one, or can be joined to a row that does."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from bot.db import Base


class Comment(Base):
    """A comment between the close of its round and its digest, in whose thread it then stands."""

    __tablename__ = "comment"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    round_id: Mapped[int] = mapped_column(
        ForeignKey("round.id", ondelete="CASCADE"), primary_key=True
    )
    id: Mapped[str] = mapped_column(String(32), primary_key=True)  # random, and so is its place
    words: Mapped[str] = mapped_column(Text)


class ReplyAddress(Base):
    """Where an answer to a comment goes, sealed for the worker; gone once used, burned or old."""

    __tablename__ = "reply_address"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    comment_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    seal: Mapped[str] = mapped_column(ForeignKey("seal.name", ondelete="CASCADE"), unique=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    expires_on: Mapped[date]


class Letter(Base):
    """What the worker is to do with an address, sealed for it: answer, or burn if it is mine.

    The token of an answer is the same for all, so that a comment has one; any other is random.
    """

    __tablename__ = "reply_letter"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    comment_id: Mapped[str] = mapped_column(
        ForeignKey("reply_address.comment_id", ondelete="CASCADE"), primary_key=True
    )
    token: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    # Of answers alone: when it goes out, and whom to tell that it can't.
    due_at: Mapped[datetime | None]
    lead_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
