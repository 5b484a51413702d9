"""The table of the role map."""

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.db import Base


class Role(Base):
    """A kind of work in a team, and the answers that say what kind it is."""

    __tablename__ = "role"
    __table_args__ = (UniqueConstraint("team_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(60))
    answers: Mapped[dict[str, bool]] = mapped_column(JSON)  # by question
