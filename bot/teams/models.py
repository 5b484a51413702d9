"""Tables of whom we ask, and when."""

from datetime import date, datetime

from sqlalchemy import Boolean, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.db import Base


class Person(Base):
    """Somebody in a workspace, as Slack last described them; no name is kept."""

    __tablename__ = "person"
    __table_args__ = (UniqueConstraint("workspace_id", "user_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(String(32))
    user_id: Mapped[str] = mapped_column(String(32))  # Slack's U… or W…
    zone: Mapped[str] = mapped_column(String(64), default="UTC")  # IANA
    locale: Mapped[str | None] = mapped_column(String(16))
    is_guest: Mapped[bool] = mapped_column(default=False)
    is_active: Mapped[bool] = mapped_column(default=True)
    wants_no_part: Mapped[bool] = mapped_column(default=False)  # said `/amp forget me`


class Team(Base):
    """People whom we ask together: those in a channel, with leads and a rhythm."""

    __tablename__ = "team"
    __table_args__ = (
        # A channel has one team at a time; one that was ended leaves its place free.
        Index(
            "uq_team_channel",
            "workspace_id",
            "channel_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(String(32), index=True)
    name: Mapped[str] = mapped_column(String(80))
    channel_id: Mapped[str] = mapped_column(String(32))  # its people are this channel's
    digest_channel_id: Mapped[str] = mapped_column(String(32))
    language: Mapped[str] = mapped_column(String(16), default="en", server_default="en")
    with_guests: Mapped[bool] = mapped_column(Boolean, default=False)

    weekday: Mapped[int]  # 0 is Monday
    hour: Mapped[int]
    zone: Mapped[str] = mapped_column(String(64))
    in_local_time: Mapped[bool] = mapped_column(default=True)  # of each member
    every_weeks: Mapped[int] = mapped_column(default=1)
    open_hours: Mapped[int] = mapped_column(default=72)
    holidays: Mapped[str | None] = mapped_column(String(8))  # country code, ISO 3166
    starts_on: Mapped[date]
    paused_until: Mapped[datetime | None]

    next_day: Mapped[date | None]
    next_opens_at: Mapped[datetime | None] = mapped_column(index=True)
    asks_at_once: Mapped[bool] = mapped_column(default=False)  # «Ask now»: on nobody's clock
    roster_read_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    members: Mapped[list["Member"]] = relationship(back_populates="team")


class Member(Base):
    """A person in a team."""

    __tablename__ = "member"

    team_id: Mapped[int] = mapped_column(
        ForeignKey("team.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    is_lead: Mapped[bool] = mapped_column(default=False)
    is_asked: Mapped[bool] = mapped_column(default=True)  # false: looks after it, isn't in it
    left_out: Mapped[bool] = mapped_column(default=False)  # by a lead; survives a new reading

    team: Mapped[Team] = relationship(back_populates="members")
    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)
