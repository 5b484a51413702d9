"""What whoever runs Amp asks and does from a terminal, and what time does after an uninstall."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, update
from structlog.testing import capture_logs

from bot import administering, clock, db, due, manifest, timetable
from bot.administering import NothingToRead
from bot.db import Base, Database
from bot.scrubbing import PendingScrub
from bot.settings import Settings
from bot.slack import uninstalling
from bot.slack.models import Delivery, Installation, Message, OrgWorkspace
from bot.teams.models import Member, Person, Team
from tests import process
from tests.house import Scene, scene, surely

# What belongs to no workspace: processes, keyed hashes of a day, leases of jobs, what to scrub.
OF_NOBODY = {"heartbeat", "seen", "lane", "freed"}


@pytest.fixture
async def house(database_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    """A team whose round is open, and a second workspace that is none of its business."""
    async with scene(database_url, tmp_path) as made:
        await made.sets_up("ana", "#team-product")
        await surely(made.person("ana"), "/amp pulse now")
        await made.run()
        async with made.amp.database.begin() as session:
            session.add(Person(workspace_id="T2", user_id="U2"))
            session.add(
                Delivery(
                    key="x", workspace_id="T2", recipient="U2", due_at=clock.now(),
                    message=Message(text="x", blocks=[]),
                )
            )  # fmt: skip
        yield made


async def counts(house: Scene) -> dict[str, int]:
    async with house.amp.database.read() as session:
        return {
            table.name: await session.scalar(select(func.count()).select_from(table)) or 0
            for table in Base.metadata.sorted_tables
            if table.name not in OF_NOBODY
        }


async def installed(house: Scene) -> str:
    async with house.amp.database.read() as session:
        return (await session.scalars(select(Installation.id))).one()


async def test_workspaces_teams_and_rounds_are_listed(house: Scene) -> None:
    """A line each, with what whoever runs it needs to know; no answer, and nobody by name."""
    workspace = await installed(house)
    reads = (administering.workspaces, administering.teams, administering.rounds)
    tables = [await administering.table(house.settings, read) for read in reads]
    [first], [team], [round_] = ([t.split("\t") for t in made.splitlines()[1:]] for made in tables)
    people = str(await house.rows(Member))
    assert tables[0].startswith("ID\tINSTALLED\tSTATE\tTEAMS\tNAME\n")
    assert [first[0], *first[2:4]] == [workspace, "ok", "1"]
    assert [team[1], team[3], team[5]] == [workspace, people, "team-product"]
    assert tables[2].startswith("ID\tTEAM\tNUMBER\tOPENED\tSTATE\tFAILED\n")
    assert [*round_[:3], round_[5]] == ["1", "1", "1", "0"]
    assert round_[4].startswith("open until ")


async def test_the_commands_are_there(house: Scene, tmp_path: Path) -> None:
    """By the address of the database alone."""
    environment = {"DATABASE_URL": house.settings.database_url}
    status, said = await process.run("teams", environment=environment, folder=tmp_path)
    assert (status, said.splitlines()[1].split("\t")[-1]) == (0, "team-product")
    status, said = await process.run(
        "forget-workspace", "T9", environment=environment, folder=tmp_path
    )
    assert (status, said) == (1, "Nothing is kept of «T9». See amp workspaces.")


async def test_a_database_that_can_not_be_written_is_a_sentence(
    postgres_url: str, tmp_path: Path
) -> None:
    """Such as a replica: in the server's own words, and nothing is done."""
    opened = db.connect(Settings(database_url=postgres_url).database)
    async with opened.begin() as session:
        session.add(
            Installation(
                id="T1", name="Trail", bot_user_id="U1", bot_token=b"x", scopes="",
                installed_at=clock.now(),
            )
        )  # fmt: skip
    between = "&" if "?" in postgres_url else "?"
    replica = f"{postgres_url}{between}options=-c%20default_transaction_read_only%3Don"
    environment = {"DATABASE_URL": replica}
    status, said = await process.run("disable", "T1", environment=environment, folder=tmp_path)
    assert status == 1
    assert said.startswith("The database did not do that: ")
    assert "read-only transaction" in said
    assert "Traceback" not in said
    status, _ = await process.run("workspaces", environment=environment, folder=tmp_path)
    assert status == 0
    async with opened.read() as session:
        assert (await session.get_one(Installation, "T1")).revoked_at is None
    await opened.close()


async def test_a_database_that_is_away_is_named(tmp_path: Path) -> None:
    """Where it was looked for, and what came back."""
    away = {"DATABASE_URL": "postgresql://amp@127.0.0.1:1/amp"}
    for command in (("teams",), ("resend",), ("disable", "T1"), ("export", "crew")):
        status, said = await process.run(*command, environment=away, folder=tmp_path)
        assert status == 1
        assert "PostgreSQL at 127.0.0.1:1 does not answer: nobody listens there" in said


async def test_a_workspace_is_forgotten_and_no_other(house: Scene) -> None:
    """First it is disabled; then nothing is left of it in any table."""
    workspace = await installed(house)
    with pytest.raises(NothingToRead, match=f"First: amp disable {workspace}"):
        await administering.forget(house.settings, workspace)
    await administering.disable(house.settings, workspace, at=clock.now())
    await administering.forget(house.settings, workspace)
    left = {name: number for name, number in (await counts(house)).items() if number}
    assert left == {"person": 1, "delivery": 1, "message": 1}
    assert await house.rows(PendingScrub) == 1, "and the files are to be scrubbed of it"
    with pytest.raises(NothingToRead, match="amp workspaces"):
        await administering.disable(house.settings, "T9", at=clock.now())
    with pytest.raises(NothingToRead, match="amp workspaces"):
        await administering.forget(house.settings, "T9")


@pytest.mark.parametrize(("days", "teams"), [(29, 1), (31, 0)])
async def test_a_month_after_an_uninstall_nothing_is_kept(
    house: Scene, days: int, teams: int
) -> None:
    """Whoever comes back before goes on where they were."""
    at = clock.now() - timedelta(days=days)
    async with house.amp.database.begin() as session:
        await session.execute(update(Installation).values(revoked_at=at))
    workspace = await installed(house)
    with capture_logs() as logs:
        await timetable.run_all(house.amp)
    found = await counts(house)
    assert (found["team"], found["installation"], found["round"]) == (teams,) * 3
    told = [line["workspace"] for line in logs if line["event"] == "forgotten"]
    assert told == [workspace] * (not teams)


async def test_who_comes_back_at_the_last_moment_is_not_forgotten(
    house: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Amp is installed again between the look for who has been gone for long and the deleting."""
    each = due.each_in_transaction

    async def they_come_back(database: Database, *given: Any, **how: Any) -> None:
        async with database.begin() as session:
            await session.execute(update(Installation).values(revoked_at=None))
        await each(database, *given, **how)

    monkeypatch.setattr(due, "each_in_transaction", they_come_back)
    async with house.amp.database.begin() as session:
        long_ago = clock.now() - timedelta(days=31)
        await session.execute(update(Installation).values(revoked_at=long_ago))
    await uninstalling.forget_removed(house.amp.database)
    assert (await counts(house))["team"] == 1


async def test_of_an_organisation_only_what_is_its_own_is_forgotten(house: Scene) -> None:
    """A workspace with an installation of its own stays; the others go."""
    own = await installed(house)
    async with house.amp.database.begin() as session:
        for workspace in (own, "T2", "T3"):
            session.add(OrgWorkspace(workspace_id=workspace, enterprise_id="E1"))
        await uninstalling.forget(session, "E1")
    found = await counts(house)
    assert (found["team"], found["delivery"] > 0, found["org_workspace"]) == (1, True, 0)
    async with house.amp.database.read() as session:
        assert not (await session.scalars(select(Person).where(Person.workspace_id == "T2"))).all()
        assert (await session.scalars(select(Team.workspace_id))).all() == [own]


@pytest.mark.parametrize("org", [False, True])
def test_the_manifest_is_for_a_workspace_or_for_an_organisation(org: bool) -> None:
    """And its tokens last for ever, or twelve hours."""
    settings = manifest.manifest(org=org, rotation=org)["settings"]
    assert (settings["org_deploy_enabled"], settings["token_rotation_enabled"]) == (org, org)
    scopes = manifest.manifest()["oauth_config"]["scopes"]
    assert set(scopes["bot_optional"]) < set(scopes["bot"])
