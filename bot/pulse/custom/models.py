"""The table of what teams ask besides."""

from datetime import datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from bot.db import Base
from bot.pulse.models import CUSTOM


class CustomStatement(Base):
    """A statement of a team's own; it is asked in so many rounds, and then no more."""

    __tablename__ = "custom_statement"

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"), index=True)
    # The lead who added it, as the channel has read; None once they are forgotten.
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True
    )
    text: Mapped[str] = mapped_column(Text)  # as it was typed; it never changes
    rounds: Mapped[int]
    asked: Mapped[int] = mapped_column(default=0)  # in how many rounds it has been
    added_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    @property
    def item_id(self) -> str:
        """What it is called among a round's items; no statement of content/ has such an id."""
        return f"{CUSTOM}{self.id}"

    @property
    def rounds_left(self) -> int:
        return self.rounds - self.asked
