"""The company of a soak: many small workspaces, and one whose team is a crowd."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from msgspec.structs import replace

from bot.db import Database
from bot.pulse import early
from bot.teams import setup
from bot.teams.models import Team
from localslack import LocalSlack
from tests.place import install, where_it_is_morning
from tests.pulse.conftest import humans, wishes

ZONE = where_it_is_morning(datetime.now(UTC))
CROWD = "crowd"


@dataclass(frozen=True)
class Crew:
    """One team: where it is, and who is asked."""

    workspace_id: str
    people: Sequence[str]
    team_id: int


def company(workspaces: int, people: int, crowd: int) -> dict[str, Any]:
    """So many small workspaces of so many people, and one workspace of a *crowd*."""
    sizes = {f"crew-{n}": people for n in range(workspaces)} | {CROWD: crowd}
    return {
        "workspaces": [_workspace(domain, size) for domain, size in sizes.items()],
        "apps": [{"manifest": {}, "install": list(sizes)}],
    }


def _workspace(domain: str, size: int) -> dict[str, Any]:
    people = [{"name": f"p{n}", "real_name": f"Person {n}", "tz": ZONE} for n in range(size)]
    channel = {"name": "crew", "members": "everyone", "bots": ["amp"]}
    return {"name": domain, "domain": domain, "people": people, "channels": [channel]}


async def settle(slack: LocalSlack, database: Database, secret: str) -> list[Crew]:
    """Install Amp everywhere, and make a team of each channel; the crowd's comes last."""
    await install(slack, database, secret)
    crews = [await _team(database, workspace) for workspace in slack.world.workspaces.values()]
    return sorted(crews, key=lambda crew: len(crew.people))


async def _team(database: Database, workspace: Any) -> Crew:
    channel = workspace.channel("#crew")
    people = [one for one in channel.members if not workspace.users[one].is_bot]
    asked = [
        replace(human, user_id=user_id, zone=ZONE, locale="en-US")
        for human, user_id in zip(humans(len(people)), people, strict=True)
    ]
    given = wishes(digest_channel_id=channel.id, leads=people[:1])
    async with database.begin() as session:
        made = await setup.create(
            session, workspace.id, channel.id, given, asked,
            zone=ZONE, at=datetime.now(UTC), is_private=False,
        )  # fmt: skip
        made.team.workdays = list(range(7))
        return Crew(workspace.id, people, made.team.id)


async def ask(database: Database, crews: Sequence[Crew]) -> None:
    """Let the rounds of these teams be due now."""
    async with database.begin() as session:
        for crew in crews:
            team = await session.get_one(Team, crew.team_id)
            await early.ask_now(session, team, at=datetime.now(UTC))
