"""What a lead changes about who is asked, and where digests go, is told to whom it concerns."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.slack import outbox
from bot.slack.outbox import Target
from bot.teams import announcements, telling
from bot.teams.roster import Roster
from bot.words import Words


@dataclass(frozen=True)
class Levers:
    """What a lead decides about a team that its channel shall know of."""

    here: frozenset[str]  # in the channel, as Slack's user ids
    left_out: frozenset[str]
    whom: str
    with_guests: bool
    digest_channel_id: str

    @classmethod
    def of(cls, roster: Roster) -> "Levers":
        here, team = frozenset(person.user_id for person in roster.here), roster.team
        left_out = here.intersection(roster.left_out)
        return cls(here, left_out, team.whom, team.with_guests, team.digest_channel_id)

    def asks_like(self, other: "Levers") -> bool:
        """Whether both ask the same people, whoever joined or left the channel in between."""
        stayed = self.here & other.here
        return (self.whom, self.with_guests, self.left_out & stayed) == (
            other.whom, other.with_guests, other.left_out & stayed,
        )  # fmt: skip


async def hello(
    session: AsyncSession, say: Words, workspace_id: str, channel_id: str, *, at: datetime
) -> None:
    """A channel into which we were invited reads who we are, once."""
    target = Target(f"hello:{workspace_id}:{channel_id}", workspace_id, channel_id, at)
    await outbox.post(session, announcements.hello(say), [target])


async def begun(
    session: AsyncSession, say: Words, roster: Roster, lead: str, *, at: datetime
) -> None:
    """The channel reads that its pulse begins, and so does the one where digests will stand."""
    team = roster.team
    say, key = say.locale(team.language), f"announced:{team.id}"
    await telling.channel(
        session, team, key, [announcements.announced(say, roster, lead)], at=at, at_once=True
    )
    if team.digest_channel_id != team.channel_id:
        draft = announcements.digest_comes_here(say, roster, lead)
        await telling.channels(session, team, key, draft, [team.digest_channel_id], at=at)


async def changed(
    session: AsyncSession,
    say: Words,
    before: Levers,
    roster: Roster,
    lead: str | None,
    *,
    at: datetime,
) -> None:
    """Tell what is different from *before*: a number, never who is left out.

    Where no *lead* has changed it, the user group that the team asks has changed.
    """
    team, now = roster.team, Levers.of(roster)
    say, moment = say.locale(team.language), int(at.timestamp() * 1000)
    if not before.asks_like(now):
        draft = announcements.asks_others(say, roster, lead)
        where = [team.digest_channel_id]
        await telling.channels(session, team, f"asked:{team.id}:{moment}", draft, where, at=at)
    if lead and before.digest_channel_id != now.digest_channel_id:
        draft = announcements.digest_moved(say, roster, lead, before.digest_channel_id)
        where = [before.digest_channel_id, team.digest_channel_id, team.channel_id]
        await telling.channels(session, team, f"moved:{team.id}:{moment}", draft, where, at=at)
