"""Tables of the webhook: where a team's digests are sent, and what became of each call."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from bot.db import Base


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
    state: Mapped[str] = mapped_column(String(10))  # a Call of calls.py
    due_at: Mapped[datetime]
    give_up_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    failure: Mapped[str | None] = mapped_column(String(80))
