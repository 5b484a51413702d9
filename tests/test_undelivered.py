"""What whoever runs Amp sees of messages that did not arrive, and what `amp resend` does."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot import administering, app, clock, undelivered
from bot.administering import NothingToRead
from bot.pulse.models import Round
from bot.slack import outbox
from bot.slack.models import Delivery, Installation, Message, OrgWorkspace, State
from bot.slack.outbox import Draft, Target
from bot.teams.models import Person, Team
from tests import process
from tests.experiments.conftest import Trial
from tests.house import Scene, scene, surely

CHANNEL = "#team-product"


@asynccontextmanager
async def refused(database_url: str, folder: Path) -> AsyncIterator[Scene]:
    """A team whose round is open; everybody's invitation was refused."""
    async with scene(database_url, folder) as made:
        await made.sets_up("ana", CHANNEL)
        await made.run()
        await made.slack.driver.fault(
            "error", method="chat.postMessage", error="messages_tab_disabled", times=1000
        )
        await surely(made.person("ana"), "/amp pulse now")
        await made.run()
        await made.slack.driver.delete("faults")
        yield made


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with refused(sqlite_url, tmp_path) as made:
        yield made


async def failures(house: Scene) -> list[list[str]]:
    table = await administering.table(house.settings, undelivered.failures)
    return [line.split("\t") for line in table.splitlines()[1:]]


async def resends(house: Scene, workspace: str | None = None) -> list[str]:
    at, kinds = clock.now(), app.UNDELIVERABLE
    return (await undelivered.resend(house.settings, kinds, workspace, at=at)).splitlines()


async def states(house: Scene, prefix: str = "") -> set[str]:
    async with house.amp.database.read() as session:
        found = select(Delivery.state).where(Delivery.key.startswith(prefix))
        return set(await session.scalars(found))


async def invited(house: Scene) -> int:
    return await house.rows(Delivery, Delivery.key.startswith("invitation:"))


async def loses(house: Scene, key: str, to: str, **values: object) -> None:
    """A message that was refused an hour ago."""
    async with house.amp.database.begin() as session:
        workspace = await session.scalar(select(Installation.id))
        at = clock.now() - timedelta(hours=1)
        await outbox.post(session, Draft("Words", []), [Target(key, workspace or "", to, at)])
        lost = {"state": State.FAILED, "failure": "is_archived", **values}
        await session.execute(update(Delivery).where(Delivery.key == key).values(**lost))


async def test_what_could_not_be_delivered_is_listed(house: Scene) -> None:
    """By workspace, team and cause, with how many; without words, and nobody's id."""
    number = str(await invited(house))
    [line] = [one for one in await failures(house) if one[2] == "invitation"]
    assert line[1:6] == ["1", "invitation", "failed", "messages_tab_disabled", number]
    everything = str(await failures(house))
    async with house.amp.database.read() as session:
        people = list(await session.scalars(select(Person.user_id)))
        said = list(await session.scalars(select(Message.text)))
    assert people
    assert said
    assert not [word for word in (*people, *said) if word and word in everything]


async def test_what_waits_for_a_scope_is_listed_too(house: Scene) -> None:
    """It failed for nobody yet, and will come."""
    await loses(house, "digest:9", "C9", state=State.WAITING, failure="missing_scope:files:write")
    assert ["digest", "waits", "missing_scope:files:write", "1"] in [
        line[2:6] for line in await failures(house)
    ]


async def test_whoever_was_not_reached_is_asked_after_all(
    database_url: str, tmp_path: Path
) -> None:
    """Once, by day where they are; a second time there is nothing to send."""
    async with refused(database_url, tmp_path) as house:
        number, bo = await invited(house), house.person("bo")
        asked = len(await bo.dm())
        first, *_ = await resends(house)
        assert f"{number} invitation" in first
        await house.run()
        assert await states(house, "invitation:") == {State.SENT, State.WAITING}
        await house.skip(by=timedelta(hours=12))  # it was day everywhere
        assert await states(house, "invitation:") == {State.SENT}
        assert len(await bo.dm()) == asked + 1
        assert await resends(house) == ["Nothing was sent again."]
        await house.run()
        assert len(await bo.dm()) == asked + 1


async def test_what_would_be_stale_is_left(house: Scene) -> None:
    """An invitation of a round that is over, words that are gone, what is no news any more."""
    async with house.amp.database.begin() as session:
        await session.execute(update(Round).values(closed_at=clock.now()))
    await loses(house, "news:1:1", "U1", due_at=clock.now() - undelivered.NEWS)
    left = await invited(house) + 1
    assert f"Left: {left} messages, {undelivered.OVER}." in await resends(house)
    async with house.amp.database.begin() as session:
        await session.execute(update(Message).values(**outbox.FORGOTTEN))
    assert f"Left: {left} messages, {undelivered.WORDLESS}." in await resends(house)
    async with house.amp.database.begin() as session:
        await session.execute(update(Installation).values(revoked_at=clock.now()))
    assert f"Left: {left} messages, {undelivered.REMOVED}." in await resends(house)
    assert await states(house, "invitation:") == await states(house, "news:") == {State.FAILED}


async def test_what_may_have_arrived_is_not_sent_again(house: Scene) -> None:
    """Nobody gets it twice."""
    async with house.amp.database.begin() as session:
        await session.execute(update(Delivery).values(state=State.UNKNOWN))
    said = await resends(house)
    assert said[0] == "Nothing was sent again."
    assert "may have arrived" in said[1]
    assert await states(house, "invitation:") == {State.UNKNOWN}


async def test_a_message_goes_to_the_channel_that_its_team_has_by_now(house: Scene) -> None:
    """What stands in its thread waits for it; one of an experiment that is gone is left."""
    amp = house.amp
    async with amp.database.begin() as session:
        team = (await session.scalars(select(Team))).one()
        before, team.digest_channel_id = team.digest_channel_id, "C0NEW"
    started = await Trial(amp.database, amp.vault, amp.keys, amp.content, team_id=team.id).starts()
    key = f"experiment:{started.id}:started"
    await loses(house, key, before)
    await loses(house, f"{key}:1", before, thread_of=key)
    await loses(house, "experiment:77:started", before)
    said = await resends(house)
    assert "2 experiment" in said[0]
    assert said[1] == f"Left: 1 message, {undelivered.OVER}."
    async with amp.database.read() as session:
        found = await session.execute(
            select(Delivery.recipient, Delivery.state).where(Delivery.key.startswith(key))
        )
        assert {tuple(row) for row in found} == {("C0NEW", State.WAITING)}


async def test_nobody_hears_of_a_failure_that_is_mended(house: Scene) -> None:
    """What tells leads of a message is left when the message itself is on its way again."""
    async with house.amp.database.read() as session:
        lost = await session.scalar(select(Delivery.id).where(Delivery.key.like("invitation:%")))
        may_have_arrived = Delivery.key.like("invitation:%") & (Delivery.id != lost)
        other = await session.scalar(select(Delivery.id).where(may_have_arrived))
    async with house.amp.database.begin() as session:
        await session.execute(
            update(Delivery).where(Delivery.id == other).values(state=State.UNKNOWN)
        )
    await loses(house, f"undelivered:{lost}:1:1", "U1")
    await loses(house, f"undelivered:{other}:1:1", "U1")
    assert "1 undelivered" in (await resends(house))[0]
    assert await states(house, f"undelivered:{lost}") == {State.FAILED}


async def test_only_the_workspace_that_is_named(house: Scene) -> None:
    """Another one's stay as they are."""
    async with house.amp.database.begin() as session:
        message = Message(text="x", blocks=[])
        session.add(
            Delivery(
                key="y", workspace_id="T0OTHER", recipient="U1", due_at=clock.now(),
                message=message, state=State.SENT,
            )
        )  # fmt: skip
    assert await resends(house, "T0OTHER") == ["Nothing was sent again."]
    assert await states(house, "invitation:") == {State.FAILED}


async def test_a_workspace_of_an_organisation_is_known_by_its_own_id(house: Scene) -> None:
    """Also before anything was sent there; an organisation is none, and hears of its own."""
    async with house.amp.database.begin() as session:
        session.add_all(OrgWorkspace(workspace_id=id_, enterprise_id="E1") for id_ in ("T2", "T3"))
        session.add(
            Installation(
                id="E3", enterprise_id="E3", name="Org", bot_user_id="U0", bot_token=b"", scopes="",
                installed_at=clock.now(),
            )
        )  # fmt: skip
    assert await resends(house, "T2") == ["Nothing was sent again."]
    with pytest.raises(NothingToRead, match=r"«E1» is an organisation.+: T2, T3"):
        await resends(house, "E1")
    with pytest.raises(NothingToRead, match=r"«E3» is an organisation.+: none that"):
        await resends(house, "E3")
    with pytest.raises(NothingToRead, match="knows no workspace «E2»"):
        await resends(house, "E2")


async def test_the_commands_are_there(house: Scene, tmp_path: Path) -> None:
    """By the address of the database alone."""
    environment = {"DATABASE_URL": house.settings.database_url}
    status, said = await process.run("failures", environment=environment, folder=tmp_path)
    assert (status, said.partition("\t")[0]) == (0, "WORKSPACE")
    status, said = await process.run("resend", "T9", environment=environment, folder=tmp_path)
    assert (status, said) == (1, "Amp knows no workspace «T9». See amp workspaces.")
