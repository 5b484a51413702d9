"""When somebody may be reached who is in several teams: by day, on a day of any of them.

Whose team works on Sundays is reached on Sundays, also by what no team sends.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.rows import is_any_of
from bot.teams import calendar
from bot.teams.calendar import Calendar
from bot.teams.models import Member, Person, Team


async def of_people(
    session: AsyncSession, people: Iterable[Person]
) -> Mapping[int, Sequence[Calendar]]:
    """The calendars of people by their ids, one for each team of theirs; never none."""
    known = {person.id: person for person in people}
    found = await session.execute(
        select(Member.person_id, Team)
        .join(Team, Team.id == Member.team_id)
        .where(is_any_of(session, Member.person_id, known), Team.ended_at.is_(None))
    )
    theirs = defaultdict(list)
    for person_id, team in found:
        theirs[person_id].append(calendar.of_person(known[person_id], team).for_news)
    return {id_: theirs[id_] or [calendar.of_person(one).for_news] for id_, one in known.items()}


async def of_recipient(
    session: AsyncSession, workspace_id: str, recipient: str
) -> Sequence[Calendar]:
    """When a person or a channel may be reached, by any of these; none for what we don't know."""
    person = await session.scalar(
        select(Person).where(Person.workspace_id == workspace_id, Person.user_id == recipient)
    )
    if person is not None:
        return (await of_people(session, [person]))[person.id]
    team = await session.scalar(
        select(Team)
        .where(Team.workspace_id == workspace_id, Team.ended_at.is_(None))
        .where(or_(Team.channel_id == recipient, Team.digest_channel_id == recipient))
        .limit(1)
    )
    return [calendar.of_team(team)] if team else []
