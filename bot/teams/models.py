"""Tables of whom we ask, and when."""

from datetime import date, datetime

from sqlalchemy import (
    JSON,
    Boolean,
    ColumnElement,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
    and_,
    false,
    func,
    or_,
    text,
    true,
)
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import InstrumentedAttribute, Mapped, mapped_column, relationship

from bot.db import Base
from bot.errors import AskedTogether

EVERYBODY, PICKED = "everybody", "picked"  # besides the id of a user group: whom a team asks
GROUP = "group"  # why a team pauses by itself: nobody of its user group is in its channel
HALF = 38  # characters of a team's name beside another one's
NEVER = date.max  # the day on which somebody is back who did not say when


def together(*names: str) -> str:
    """What two teams are called that are asked together: both names, in the place of one."""
    return " + ".join(name if len(name) <= HALF else f"{name[: HALF - 1]}…" for name in names)


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
    described_at: Mapped[datetime | None]  # when Slack last told us of them
    back_on: Mapped[date | None]  # away until that day; NEVER until they say that they are back
    # Absences that begin later, each as an interval of ISO 8601 whose last day is `back_on`'s.
    away_later: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    heeds_status: Mapped[bool] = mapped_column(default=False, server_default=false())
    away_by_status: Mapped[bool] = mapped_column(default=False, server_default=false())
    # When they would rather be asked than in their teams' rhythm.
    own_weekday: Mapped[int | None]
    own_hour: Mapped[int | None]
    wants_reminders: Mapped[bool] = mapped_column(default=True, server_default=true())
    # Named by an admin as one who may start a team (see starting.py).
    may_start: Mapped[bool] = mapped_column(default=False, server_default=false())

    @property
    def absences(self) -> list[tuple[date, date]]:
        """Those that begin later: the first day of each, and the one on which they are back."""
        said = (one.split("/") for one in self.away_later or ())
        return [(date.fromisoformat(first), date.fromisoformat(back)) for first, back in said]


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
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(String(32), index=True)
    name: Mapped[str] = mapped_column(String(80))
    channel_id: Mapped[str] = mapped_column(String(32))  # its people are this channel's
    digest_channel_id: Mapped[str] = mapped_column(String(32))
    language: Mapped[str] = mapped_column(String(16), default="en", server_default="en")
    # EVERYBODY in its channel, the PICKED, or who is in the user group of this id (see whom.py).
    whom: Mapped[str] = mapped_column(String(32), default=EVERYBODY, server_default=EVERYBODY)
    with_guests: Mapped[bool] = mapped_column(Boolean, default=False)

    weekday: Mapped[int]  # 0 is Monday
    hour: Mapped[int]
    zone: Mapped[str] = mapped_column(String(64))
    in_local_time: Mapped[bool] = mapped_column(default=True)  # of each member
    every_weeks: Mapped[int] = mapped_column(default=1)
    open_hours: Mapped[int] = mapped_column(default=72)
    holidays: Mapped[str | None] = mapped_column(String(8))  # ISO 3166; None: its zone's country
    workdays: Mapped[list[int] | None] = mapped_column(JSON)  # 0 is Monday; None: the country's
    days_off: Mapped[list[str] | None] = mapped_column(JSON)  # its own, as ISO dates
    reminds: Mapped[bool] = mapped_column(default=True, server_default=true())
    is_private: Mapped[bool | None]  # its channel, as last seen; None: not looked at yet
    in_rollup: Mapped[bool | None]  # as a lead said; None: where its channel is public
    rollup_told: Mapped[str | None] = mapped_column(String(32))  # whose channel its own has heard
    # While it is too small for numbers: cards to talk about, in its rhythm, or nothing.
    wants_cards: Mapped[bool] = mapped_column(default=True, server_default=true())
    starts_on: Mapped[date]
    paused_until: Mapped[datetime | None]

    next_day: Mapped[date | None]
    next_opens_at: Mapped[datetime | None] = mapped_column(index=True)
    done_week: Mapped[str | None] = mapped_column(String(8))  # which has had its round, or card
    asks_at_once: Mapped[bool] = mapped_column(default=False)  # «Ask now»: on nobody's clock
    roster_read_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    # A channel that we can't post to pauses the team by itself (see reaching.py).
    unreachable_at: Mapped[datetime | None]
    unreachable_why: Mapped[str | None] = mapped_column(String(20))
    judged: Mapped[str | None] = mapped_column(String(40))  # the attempt at posting that said so
    leads_known: Mapped[int | None]  # how many lead it, as those concerned have heard
    # Asked together with another team (see together/): each of the two names the other, and the
    # rounds are those of the one that *hosts*. What was asked for, and since when, waits beside.
    sister_id: Mapped[int | None] = mapped_column(unique=True, index=True)
    hosts: Mapped[bool] = mapped_column(default=False, server_default=false())
    asked_sister_id: Mapped[int | None]
    asked_sister_at: Mapped[datetime | None]

    members: Mapped[list["Member"]] = relationship(back_populates="team")
    _sister: Mapped["Team | None"] = relationship(
        primaryjoin="foreign(Team.sister_id) == remote(Team.id)",
        lazy="selectin",
        join_depth=2,
        post_update=True,
    )

    @property
    def sister(self) -> "Team | None":
        """The team that is asked together with it, if there is one."""
        return self._sister if self.sister_id is not None else None

    @sister.setter
    def sister(self, other: "Team | None") -> None:
        self._sister, self.sister_id = other, other.id if other else None

    @property
    def rests(self) -> bool:
        """Whether it has no rounds of its own, since its people are asked in its sister's."""
        return self.sister is not None and not self.hosts

    @property
    def asking(self) -> "Team":
        """The team whose rounds ask its people: itself, or its sister."""
        return self.sister if self.sister and self.rests else self

    @property
    def called(self) -> str:
        """Its name; of two teams that are asked together both, the one that hosts in front."""
        if self.sister is None:
            return self.name
        host, other = (self, self.sister) if self.hosts else (self.sister, self)
        return together(host.name, other.name)

    def check_own(self) -> None:
        """Raise AskedTogether where it has no rounds of its own."""
        if self.rests:
            raise AskedTogether(team=self.asking.name)

    @classmethod
    def asks_those_of(cls, team_id: InstrumentedAttribute[int]) -> ColumnElement[bool]:
        """Of the team whose people are meant, and of one that asks them besides its own."""
        return or_(cls.id == team_id, and_(cls.hosts, cls.sister_id == team_id))

    def asks(self, person: Person) -> bool:
        """Whether somebody in its channel may be asked: guests only if a lead said so."""
        return self.with_guests or not person.is_guest or self.whom == PICKED

    @property
    def group(self) -> str | None:
        """Slack's id of the user group whose people it asks, if it does."""
        return None if self.whom in (EVERYBODY, PICKED) else self.whom

    @property
    def leaves_out_newcomers(self) -> bool:
        """Whether somebody of whom nothing else is known is not asked."""
        return self.whom != EVERYBODY

    @property
    def is_out_of_reach(self) -> bool:
        """Whether a channel of its can't be posted to, so that a digest would reach nobody."""
        return self.unreachable_at is not None and self.unreachable_why != GROUP

    def names(self, member: "Member") -> bool:
        """Whether a lead has named somebody, as left out or as picked: that outlives a leaving."""
        return self.group is None and member.left_out != self.leaves_out_newcomers

    @hybrid_property
    def is_rolled_up(self) -> bool:
        """Whether it stands in the workspace's roll-up: as its lead said, or as it is public."""
        return self.is_private is False if self.in_rollup is None else self.in_rollup

    @is_rolled_up.inplace.expression
    @classmethod
    def _is_rolled_up(cls) -> ColumnElement[bool]:
        return func.coalesce(cls.in_rollup, cls.is_private.is_(False))


class Workspace(Base):
    """What the admins of a workspace have decided; no row: nothing yet."""

    __tablename__ = "workspace"

    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    may_start: Mapped[str] = mapped_column(String(10))  # one of starting.Starters
    # The rest are workspace/choices.py's.
    asks_pay: Mapped[bool] = mapped_column(default=True, server_default=true())
    rollups: Mapped[str] = mapped_column(String(10), default="leads", server_default="leads")
    keep_digests: Mapped[int | None]  # weeks


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
    left_out: Mapped[bool] = mapped_column(default=False)  # by what a lead chose (see whom.py)
    joined_on: Mapped[date | None]  # None: before that was noted

    team: Mapped[Team] = relationship(back_populates="members")
    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)
