"""A message that did not reach its channel: whoever's business it is hears of it, and mends it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database
from bot.digest.models import Digest
from bot.digest.rollup import posting
from bot.digest.rollup.models import RollUp
from bot.errors import NotALead, NoTeam
from bot.slack import block_kit as kit
from bot.slack import outbox
from bot.slack.models import Delivery, State
from bot.slack.outbox import Draft, Target
from bot.slack.requests import Actor
from bot.teams import setup
from bot.teams.models import Team
from bot.teams.undelivered import jobs, kinds
from bot.teams.undelivered.kinds import Kind, MessageGone, Undelivered
from bot.words import Words
from tests.digest.past import ordinary, past_of
from tests.experiments.conftest import Trial
from tests.house import Scene, scene
from tests.pulse.conftest import humans, wishes

CHANNEL = "#team-product"
MONTH = "2026-10"
LOST = "This took a while."


async def _find(session: AsyncSession, delivery: Delivery) -> Undelivered:
    team_id = int(delivery.key.removeprefix("notice:"))
    return await kinds.of_team(session, await session.get(Team, team_id))


NOTICES = (Kind("digest", "notice:", _find),)


async def team_in(database: Database, workspace_id: str, name: str = "Core") -> Team:
    """A team of U0, who leads it, and U1, in C1: as in any other workspace."""
    async with database.begin() as session:
        made = await setup.create(
            session, workspace_id, "C1", wishes(name=name), humans(2), zone="UTC", at=clock.now()
        )
    return made.team


async def loses(database: Database, team: Team, *, ago: timedelta = timedelta()) -> str:
    """A message to the team's channel that Slack refused; answers its key."""
    key = f"notice:{team.id}"
    target = Target(key, team.workspace_id, team.digest_channel_id, clock.now() - ago)
    async with database.begin() as session:
        await outbox.post(session, Draft(LOST, []), [target])
    await refuses(database, key, attempts=1)
    return key


async def refuses(database: Database, key: str, *, attempts: int) -> None:
    async with database.begin() as session:
        refused = {"state": State.FAILED, "failure": "is_archived", "attempts": attempts}
        await session.execute(update(Delivery).where(Delivery.key == key).values(refused))


async def told(database: Database, say: Words) -> list[tuple[str, str, str]]:
    """Who hears what: workspace, person and words, after the clock has done its job."""
    await jobs.tell_due(database, say, NOTICES)
    async with database.read() as session:
        found = await session.scalars(
            select(Delivery).where(Delivery.key.startswith("undelivered:")).order_by(Delivery.id)
        )
        return [(d.workspace_id, d.recipient, str(d.message.blocks)) for d in found]


async def presses(database: Database, key: str, actor: Actor) -> tuple[str, bool]:
    async with database.begin() as session:
        return await kinds.post_again(session, NOTICES, actor, key, at=clock.now())


async def state_of(database: Database, key: str) -> str:
    async with database.read() as session:
        delivery = await outbox.find(session, key)
    assert delivery is not None
    return delivery.state


async def test_a_workspace_does_not_hear_of_anothers_messages(
    database: Database, say: Words
) -> None:
    """Their channels and their people have the same ids, and one of them lost a message."""
    here, _ = await team_in(database, "T1", "Maps"), await team_in(database, "T2", "Routes")
    await loses(database, here)
    [(workspace_id, user_id, words)] = await told(database, say)
    assert (workspace_id, user_id) == ("T1", "U0")
    assert "Maps" in words


async def test_where_both_lost_one_each_hears_of_its_own(database: Database, say: Words) -> None:
    """The lead of each workspace reads the name of their team, and of no other."""
    for workspace_id, name in (("T1", "Maps"), ("T2", "Routes")):
        await loses(database, await team_in(database, workspace_id, name))
    heard = {workspace_id: words for workspace_id, _, words in await told(database, say)}
    assert ["Maps" in heard["T1"], "Routes" in heard["T1"]] == [True, False]
    assert ["Maps" in heard["T2"], "Routes" in heard["T2"]] == [False, True]


async def test_nobody_posts_the_message_of_another_workspace(database: Database) -> None:
    """A lead with the same id there is told that there is no such message."""
    key = await loses(database, await team_in(database, "T1"))
    await team_in(database, "T2")
    with pytest.raises(MessageGone):
        await presses(database, key, Actor("T2", "U0"))
    assert await state_of(database, key) == State.FAILED


async def test_a_lead_hears_once_of_each_attempt(database: Database, say: Words) -> None:
    """However often the clock looks; and once more where it was posted again in vain."""
    key = await loses(database, await team_in(database, "T1"))
    assert len(await told(database, say)) == len(await told(database, say)) == 1
    await presses(database, key, Actor("T1", "U0"))
    assert len(await told(database, say)) == 1  # it is on its way
    await refuses(database, key, attempts=2)
    assert len(await told(database, say)) == len(await told(database, say)) == 2


async def test_what_was_told_is_not_due_any_more(database: Database, say: Words) -> None:
    """The clock's next look finds nothing to do."""
    await loses(database, await team_in(database, "T1"))
    assert len(await told(database, say)) == 1
    async with database.read() as session:
        assert await kinds.stuck(session, NOTICES, at=clock.now()) == []


async def test_a_lead_posts_it_again_once(database: Database) -> None:
    """To the channel that the team has by now; what is on its way is not sent twice."""
    team = await team_in(database, "T1")
    key = await loses(database, team)
    async with database.begin() as session:
        (await session.get_one(Team, team.id)).digest_channel_id = "C2"
    assert await presses(database, key, Actor("T1", "U0")) == ("C2", True)
    assert await state_of(database, key) == State.WAITING
    assert await presses(database, key, Actor("T1", "U0")) == ("C2", False)


@pytest.mark.parametrize("user_id", ["U1", "U-of-no-team"])
async def test_who_leads_nothing_may_not_post_it_again(database: Database, user_id: str) -> None:
    """A member and a stranger alike: it stays as it is."""
    key = await loses(database, await team_in(database, "T1"))
    with pytest.raises(NotALead):
        await presses(database, key, Actor("T1", user_id))
    assert await state_of(database, key) == State.FAILED


async def test_nobody_hears_of_what_nobody_waits_for(database: Database, say: Words) -> None:
    """After two weeks, or once the team has ended; then it is not posted again either."""
    old = await team_in(database, "T1")
    await loses(database, old, ago=kinds.WORTH_MENDING)
    ended = await team_in(database, "T2")
    key = await loses(database, ended)
    async with database.begin() as session:
        setup.end(await session.get_one(Team, ended.id), at=clock.now())
    assert await told(database, say) == []
    with pytest.raises(NoTeam):
        await presses(database, key, Actor("T2", "U0"))


# Buttons of older versions: what each carries, and the key of the message that it is about.


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        await made.sets_up("ana", CHANNEL)
        await made.run()
        yield made


async def _digest(house: Scene, team: Team) -> tuple[str, str]:
    past = await past_of(house, CHANNEL)
    await past.lives(ordinary(1), people=8, asked=8)
    async with house.amp.database.read() as session:
        digest = (await session.scalars(select(Digest))).one()
    return str(digest.round_id), f"digest:{digest.round_id}"


async def _experiment(house: Scene, team: Team) -> tuple[str, str]:
    amp = house.amp
    trial = Trial(amp.database, amp.vault, amp.keys, amp.content, team_id=team.id)
    key = f"experiment:{(await trial.starts()).id}:started"
    return key, key


async def _rollup(house: Scene, team: Team) -> tuple[str, str]:
    async with house.amp.database.begin() as session:
        session.add(
            RollUp(
                workspace_id=team.workspace_id, channel_id=team.channel_id, zone="UTC",
                set_by="", set_at=clock.now(),
            )
        )  # fmt: skip
    return MONTH, posting.key(team.workspace_id, MONTH)


OLDER: dict[str, Callable[[Scene, Team], Awaitable[tuple[str, str]]]] = {
    "digest:again": _digest,
    "experiment:again": _experiment,
    "rollup:again": _rollup,
}


async def shows(house: Scene, action: str, name: str) -> str:
    """Amp lost a message, and an older version told somebody so; answers the lost one's key."""
    async with house.amp.database.read() as session:
        team = (await session.scalars(select(Team))).one()
    value, key = await OLDER[action](house, team)
    button = kit.button("As it was called", action, value)
    state = await house.person(name).state()
    async with house.amp.database.begin() as session:
        lost = Target(key, team.workspace_id, team.channel_id, clock.now())
        await outbox.post(session, Draft(LOST, []), [lost])
        old = Target("test:older", team.workspace_id, state["me"], clock.now())
        await outbox.post(session, Draft("It did not arrive.", [kit.actions(button)]), [old])
    await refuses(house.amp.database, key, attempts=1)
    await house.run()
    return key


async def arrived(house: Scene) -> list[str]:
    read = await house.person("bo").reads(CHANNEL)
    return [message.text for message in read if LOST in message.text]


@pytest.mark.parametrize("action", OLDER)
async def test_the_button_of_an_older_version_still_posts_again(house: Scene, action: str) -> None:
    """Once, and the lead reads that it is on its way."""
    await shows(house, action, "ana")
    ana = house.person("ana")
    assert not await arrived(house)
    assert await ana.presses("As it was called", where=await ana.dm_id())
    await house.run()
    assert await arrived(house) == [LOST]
    assert [m for m in await ana.dm() if "It is on its way" in m.text]
    await house.run()
    assert await arrived(house) == [LOST]


@pytest.mark.parametrize("action", OLDER)
async def test_the_button_of_an_older_version_refuses_a_member(house: Scene, action: str) -> None:
    """They read who can, and nothing is posted."""
    key = await shows(house, action, "bo")
    bo = house.person("bo")
    assert await bo.presses("As it was called", where=await bo.dm_id())
    await house.run()
    assert "Only a lead of this team can do that" in (await bo.dm())[-1].text
    assert not await arrived(house)
    assert await state_of(house.amp.database, key) == State.FAILED
