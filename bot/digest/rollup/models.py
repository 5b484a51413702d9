"""The table of roll-ups: which workspaces have one."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from bot.db import Base


class RollUp(Base):
    """Where a workspace's monthly roll-up goes; no row: there is none."""

    __tablename__ = "roll_up"

    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    channel_id: Mapped[str] = mapped_column(String(32))
    zone: Mapped[str] = mapped_column(String(64))
    set_by: Mapped[str] = mapped_column(String(32))  # hears of trouble; "" after `/amp forget me`
    set_at: Mapped[datetime]
