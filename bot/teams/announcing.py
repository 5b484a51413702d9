"""What a lead changes about who is asked, and where digests go, is told to whom it concerns."""

from datetime import datetime

from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncSession

from bot.slack import outbox
from bot.slack.outbox import Target
from bot.teams import announcements, calendar, telling
from bot.teams.models import Team
from bot.teams.roster import Roster
from bot.words import Words


class Announced(Struct, frozen=True):
    """What a lead decides about a team that its channel shall know of."""

    here: frozenset[str]  # in the channel, as Slack's user ids
    left_out: frozenset[str]  # of them
    named: frozenset[str]  # the same: by a lead, one by one
    whom: str
    with_guests: bool
    digest_channel_id: str

    @classmethod
    def of(cls, roster: Roster) -> "Announced":
        here, team = frozenset(person.user_id for person in roster.own.here), roster.team
        left_out, named = (here.intersection(ids) for ids in (roster.left_out, roster.named))
        return cls(here, left_out, named, team.whom, team.with_guests, team.digest_channel_id)

    def asks_as_before(self, before: "Announced") -> bool:
        """Whether it asks the same people, whoever joined or left the channel in between.

        Whom a lead had named before they came are others: who joins is asked by the rule alone.
        """
        stayed, came = self.here & before.here, self.here - before.here
        return not self.named & came and (self.whom, self.with_guests, self.left_out & stayed) == (
            before.whom, before.with_guests, before.left_out & stayed,
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
    before: Announced,
    roster: Roster,
    lead: str | None,
    *,
    at: datetime,
) -> None:
    """Tell what is different from *before*: a number, never who is left out.

    Where no *lead* has changed it, the user group that the team asks has, or those have come whom
    a lead had named before.
    """
    roster = roster.own
    team, now = roster.team, Announced.of(roster)
    say, moment = say.locale(team.language), int(at.timestamp() * 1000)
    where = [before.digest_channel_id, *telling.everywhere(team)]
    if not now.asks_as_before(before):
        draft = announcements.asks_others(say, roster, lead)
        soon = at if lead else _by_day(team, at)
        await telling.channels(session, team, f"asked:{team.id}:{moment}", draft, where, at=soon)
    if lead and before.digest_channel_id != now.digest_channel_id:
        draft = announcements.digest_moved(say, roster, lead, before.digest_channel_id)
        await telling.channels(session, team, f"moved:{team.id}:{moment}", draft, where, at=at)


def _by_day(team: Team, at: datetime) -> datetime:
    """When what nobody in the team has done is told: by day, and before its next round."""
    day = calendar.of_team(team).next(at)
    opens = team.next_opens_at
    return day if opens is None else max(at, min(day, opens))
