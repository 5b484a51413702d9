"""The table of telling: what each digest showed."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from bot.db import Base


class Digest(Base):
    """The summary of a closed round, as it was told; every way of showing it reads this."""

    __tablename__ = "digest"
    # The one before is found without looking at all of them, in any year.
    __table_args__ = (Index("ix_digest_team", "team_id", "number"),)

    round_id: Mapped[int] = mapped_column(
        ForeignKey("round.id", ondelete="CASCADE"), primary_key=True
    )
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"))
    number: Mapped[int]  # of the round, in its team
    summary: Mapped[dict[str, Any]]
    states: Mapped[dict[str, Any]]  # what the next round's verdicts depend on; never shown
    composed_at: Mapped[datetime]
    # An older version told the leads that it did not arrive; see undelivered.py.
    trouble_told: Mapped[bool] = mapped_column(default=False)
