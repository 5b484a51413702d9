"""The table of what people keep for themselves with the tools."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.db import Base


class PrivateNote(Base):
    """What somebody keeps for themselves with one tool, encrypted at rest by the vault."""

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
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    tool: Mapped[str] = mapped_column(String(20))
    team_id: Mapped[int | None] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"))
    locked: Mapped[bytes] = mapped_column(LargeBinary)
    kept_at: Mapped[datetime]
