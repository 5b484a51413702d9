"""The table of digests: what was told, once and for all."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from bot.db import Base


class Digest(Base):
    """The summary of a closed round, as it was told; every way of showing it reads this."""

    __tablename__ = "digest"

    round_id: Mapped[int] = mapped_column(
        ForeignKey("round.id", ondelete="CASCADE"), primary_key=True
    )
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]  # of the round, in its team
    summary: Mapped[dict[str, Any]]
    states: Mapped[dict[str, Any]]  # what the next round's verdicts depend on; never shown
    composed_at: Mapped[datetime]
    trouble_told: Mapped[bool] = mapped_column(default=False)  # leads know it did not arrive
