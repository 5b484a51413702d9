"""What a month's roll-up tells: the last published round of each team, as a heat map.

It is made of rounded values only. Whoever subtracts one month from the next is left with teams
that came or went, and a team counts only with five answers or more: never with fewer people.
"""

from collections import Counter
from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.digest.models import Digest
from bot.digest.rollup.schedule import Month
from bot.digest.summary import Summary
from bot.framework.content import Content
from bot.insight import rollups
from bot.insight.readings import ItemTally
from bot.insight.rollups import HeatMap, TeamTallies
from bot.pulse import tallies
from bot.pulse.models import Invitation, Round
from bot.teams.models import Team


async def heat_map(
    session: AsyncSession,
    content: Content,
    workspace_id: str,
    month: Month,
    *,
    only: Collection[int] | None = None,
) -> HeatMap:
    """Drives, by their ids, by team in a month; *only* of the teams with these ids, if given."""
    last = await _last_rounds(session, workspace_id, month)
    found = [one for one in last if only is None or one[0].id in only]
    labels = _labels([round_.called(team) for team, round_ in found])
    teams = [
        await _tallies(session, content, label, round_.id)
        for label, (_, round_) in zip(labels, found, strict=True)
    ]
    return rollups.heat_map(teams, [drive.id for drive in content.drives])


async def _last_rounds(
    session: AsyncSession, workspace_id: str, month: Month
) -> list[tuple[Team, Round]]:
    """Each team's last round that closed in the month and, if there is one, showed something.

    One of two teams stands there only if both do.
    """
    found = await session.execute(
        select(Team, Digest, Round)
        .join(Digest, Digest.team_id == Team.id)
        .join(Round, Round.id == Digest.round_id)
        .where(
            Team.workspace_id == workspace_id,
            Team.ended_at.is_(None),
            Round.closed_at >= month.begins_at,
            Round.closed_at < month.ends_at,
        )
        .order_by(Team.name, Team.id, Digest.number)
    )
    rounds: dict[int, tuple[Team, Round]] = {}
    for team, digest, round_ in found:
        if not (team.is_rolled_up and (round_.sister or team).is_rolled_up):
            continue
        if team.id not in rounds or Summary.read(digest.summary).shows_results:
            rounds[team.id] = team, round_
    return list(rounds.values())


def _labels(names: Sequence[str]) -> list[str]:
    """The names, told apart where two teams have the same."""
    seen: Counter[str] = Counter()
    labels = []
    for name in names:
        seen[name] += 1
        labels.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return labels


async def _tallies(
    session: AsyncSession, content: Content, label: str, round_id: int
) -> TeamTallies:
    counts = await tallies.of_round(session, round_id)
    invited = await session.scalars(
        select(Invitation.person_id).where(Invitation.round_id == round_id)
    )
    found = {
        drive.id: [ItemTally(item.id, counts[item.id], item.reversed)]
        for drive in content.drives
        if (item := content.items[drive.anchor.id]).id in counts
    }
    return TeamTallies(label, found, frozenset(str(person_id) for person_id in invited))
