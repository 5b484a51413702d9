"""Tables of the transport: installations, what has been seen, and what is to be sent."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.db import Base


class Installation(Base):
    """Amp in one workspace, or in a whole organisation; tokens are locked by the vault."""

    __tablename__ = "installation"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)  # T…, or E… when org-wide
    enterprise_id: Mapped[str | None] = mapped_column(String(32))
    name: Mapped[str] = mapped_column(String(200))
    bot_user_id: Mapped[str] = mapped_column(String(32))
    bot_id: Mapped[str | None] = mapped_column(String(32))
    bot_token: Mapped[bytes] = mapped_column(LargeBinary)
    refresh_token: Mapped[bytes | None] = mapped_column(LargeBinary)
    expires_at: Mapped[datetime | None]
    scopes: Mapped[str] = mapped_column(Text)
    installed_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    command: Mapped[str | None] = mapped_column(String(32))  # as typed last; None for /amp


class OrgWorkspace(Base):
    """A workspace that an organisation's installation speaks for."""

    __tablename__ = "org_workspace"

    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    enterprise_id: Mapped[str] = mapped_column(String(32))


class HandledRequest(Base):
    """A command or a click that has been taken; a second one like it changes nothing.

    Only a keyed hash is kept, and the day: not who sent it, nor at what moment.
    """

    __tablename__ = "seen"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    token: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    day: Mapped[date]


class Message(Base):
    """What is said, once, to one or to many."""

    __tablename__ = "message"

    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    blocks: Mapped[list[Any]] = mapped_column(JSON)
    # Tried in turn when a workspace refuses a block as unsupported.
    plainer: Mapped[list[Any] | None] = mapped_column(JSON)
    # Forgotten once it is sent, or given up: the row would tell who had not answered by then.
    discreet: Mapped[bool] = mapped_column(default=False)


class State(StrEnum):
    WAITING = "waiting"
    SENDING = "sending"  # Slack has been asked; found like this later, the outcome is unknown
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"  # may have arrived, can't be looked up, so it is not repeated


class Delivery(Base):
    """One message on its way to one person or channel."""

    __tablename__ = "delivery"
    __table_args__ = (Index("ix_delivery_due", "state", "due_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(120), unique=True)  # names the intent: sent once
    message_id: Mapped[int] = mapped_column(ForeignKey("message.id", ondelete="CASCADE"))
    workspace_id: Mapped[str] = mapped_column(String(32), index=True)
    recipient: Mapped[str] = mapped_column(String(32))  # U…, C… or D…
    thread_of: Mapped[str | None] = mapped_column(String(120))  # the key of the thread's root
    due_at: Mapped[datetime]  # when it is to be sent or, while it is sending, looked up
    give_up_at: Mapped[datetime | None]
    state: Mapped[str] = mapped_column(String(10), default=State.WAITING)
    attempts: Mapped[int] = mapped_column(default=0)
    asked_at: Mapped[datetime | None]  # when Slack was last asked to post it
    failure: Mapped[str | None] = mapped_column(String(80))
    channel_id: Mapped[str | None] = mapped_column(String(32))
    ts: Mapped[str | None] = mapped_column(String(32))

    message: Mapped[Message] = relationship(lazy="joined", innerjoin=True)


class Lease(Base):
    """What only one worker may do at a time, and who does it at present (see leases.py).

    Named after a workspace it is delivering there, so that its pace is kept by one.
    """

    __tablename__ = "lane"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    held_by: Mapped[str | None] = mapped_column(String(40))
    held_until: Mapped[datetime | None]
