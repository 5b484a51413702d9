"""Tables of telling: digests as they were told, and where else they go."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text
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
    trouble_told: Mapped[bool] = mapped_column(default=False)  # leads know it did not arrive


class Webhook(Base):
    """Where a team's digests are sent for other programs; the secret is locked by the vault."""

    __tablename__ = "webhook"

    team_id: Mapped[int] = mapped_column(
        ForeignKey("team.id", ondelete="CASCADE"), primary_key=True
    )
    url: Mapped[str] = mapped_column(Text)
    secret: Mapped[bytes] = mapped_column(LargeBinary)
    is_on: Mapped[bool] = mapped_column(default=True)
    set_at: Mapped[datetime]


class WebhookCall(Base):
    """One digest on its way to a webhook; the row remembers what became of it."""

    __tablename__ = "webhook_call"
    __table_args__ = (Index("ix_webhook_call_due", "state", "due_at"),)

    round_id: Mapped[int] = mapped_column(
        ForeignKey("digest.round_id", ondelete="CASCADE"), primary_key=True
    )
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"), index=True)
    state: Mapped[str] = mapped_column(String(10))  # a Call of webhook/calls.py
    due_at: Mapped[datetime]
    give_up_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    failure: Mapped[str | None] = mapped_column(String(80))


class RollUp(Base):
    """Where a workspace's monthly roll-up goes; no row: there is none."""

    __tablename__ = "roll_up"

    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    channel_id: Mapped[str] = mapped_column(String(32))
    zone: Mapped[str] = mapped_column(String(64))
    set_by: Mapped[str] = mapped_column(String(32))  # hears of trouble; "" after `/amp forget me`
    set_at: Mapped[datetime]
