"""What a lead changes about who is asked, and where digests go, is told to whom it concerns."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.slack import outbox
from bot.slack.outbox import Target
from bot.teams import announcements, telling
from bot.teams.models import Team
from bot.teams.roster import Roster
from bot.words import Words


@dataclass(frozen=True)
class Levers:
    """What a lead decides about a team that its channel shall know of."""

    left_out: Collection[str]  # of those in the channel, as Slack's user ids
    with_guests: bool
    digest_channel_id: str

    @classmethod
    def of(cls, roster: Roster) -> "Levers":
        here = {person.user_id for person in roster.here}
        team = roster.team
        left_out = frozenset(here.intersection(roster.left_out))
        return cls(left_out, team.with_guests, team.digest_channel_id)


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
    session: AsyncSession, say: Words, before: Levers, roster: Roster, lead: str, *, at: datetime
) -> None:
    """Tell what is different from *before*: a number, never who is left out."""
    team, now = roster.team, Levers.of(roster)
    say, moment = say.locale(team.language), int(at.timestamp() * 1000)
    if (before.left_out, before.with_guests) != (now.left_out, now.with_guests):
        draft = announcements.asks_others(say, roster, lead)
        where = [team.digest_channel_id]
        await telling.channels(session, team, f"asked:{team.id}:{moment}", draft, where, at=at)
    if before.digest_channel_id != now.digest_channel_id:
        draft = announcements.digest_moved(say, roster, lead, before.digest_channel_id)
        where = [before.digest_channel_id, *_where(team)]
        await telling.channels(session, team, f"moved:{team.id}:{moment}", draft, where, at=at)


def _where(team: Team) -> list[str]:
    return [team.digest_channel_id, team.channel_id]
