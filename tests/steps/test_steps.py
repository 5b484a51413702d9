"""Steps that people put into their workflows: for whom they do something, and what comes of it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, update
from structlog.testing import capture_logs

from bot import clock, manifest, timetable
from bot.digest import jobs
from bot.digest.models import Digest
from bot.heartbeat import Heartbeat
from bot.pulse.models import Invitation, Round
from bot.slack import outbox
from bot.slack.models import Delivery, Message, State
from bot.teams.models import GROUP, Team
from bot.teams.models import Person as Row
from localslack.driver import SeenMessage
from tests.digest.past import ordinary, past_of
from tests.house import Scene, scene
from tests.slack.test_installs import ORGANISATION, _workspace

CHANNEL = "#team-product"
Json = dict[str, Any]


@pytest.fixture(params=[False, True], ids=["http", "socket"])
async def anyhow(
    request: pytest.FixtureRequest, database_url: str, tmp_path: Path
) -> AsyncIterator[Scene]:
    """A team, over both ways to Slack, on both databases."""
    app = manifest.manifest(steps=True)
    async with scene(database_url, tmp_path, socket=request.param, app=app) as made:
        await made.sets_up("ana", CHANNEL)
        yield made


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path, app=manifest.manifest(steps=True)) as made:
        await made.sets_up("ana", CHANNEL)
        yield made


async def place(house: Scene, channel: str = CHANNEL, name: str = "ana") -> str:
    channels = (await house.person(name).state())["channels"]
    return str(next(one["id"] for one in channels if one["name"] == channel.strip("#")))


async def starts(house: Scene, step: str, name: str = "ana", where: str = "") -> Json:
    """Somebody starts a workflow with this step; how it has ended."""
    begun = await begins(house, step, name, where)
    await house.slack.until(lambda: _has_ended(house, begun))
    return await stands(house, begun)


async def begins(house: Scene, step: str, name: str = "ana", where: str = "") -> Json:
    """The channel of the step is the team's, unless another id says *where*."""
    inputs = {"channel": where or await place(house)}
    answer = await house.slack.driver.post("steps/run", **{"as": name}, step=step, inputs=inputs)
    begun: Json = answer["step"]
    return begun


async def stands(house: Scene, step: Json) -> Json:
    found: Json = (await house.slack.driver.get("steps", id=step["id"]))["step"]
    return found


async def _has_ended(house: Scene, step: Json) -> bool:
    return bool((await stands(house, step))["state"] != "running")


async def refused(house: Scene, *started: str) -> str:
    """Why a step has failed."""
    ended = await starts(house, *started)
    assert ended["state"] == "failed", ended
    return str(ended["error"])


# «Run a pulse»


async def test_a_leads_workflow_asks_the_team(anyhow: Scene) -> None:
    """As `/amp pulse now` does; the workflow hears how many that are, and nothing else."""
    ended = await starts(anyhow, "run_pulse")
    assert (ended["state"], ended["outputs"]) == ("completed", {"people": 8})

    await anyhow.run()
    assert await anyhow.rows(Round) == 1
    assert await anyhow.rows(Invitation) == 8
    assert "five short questions" in (await anyhow.person("bo").dm())[-1].text


async def test_without_a_worker_a_step_is_refused(house: Scene) -> None:
    """It has no receipt that could say so, and what comes after it would believe it done."""
    async with house.amp.database.begin() as session:
        await session.execute(delete(Heartbeat))
    assert "None of my workers is running" in await refused(house, "run_pulse")
    await house.run()
    assert await house.rows(Round) == 0


async def test_only_a_lead_of_that_team_asks_it(house: Scene) -> None:
    """Whoever built the workflow; and no other team is asked instead."""
    assert "Only a lead" in await refused(house, "run_pulse", "bo")
    for name, where in (("ana", await place(house, "#general")), ("ana", "C0NONE"), ("ines", "")):
        said = await refused(house, "run_pulse", name, where)
        assert "You are in no team of the channel" in said
    await house.run()
    assert await house.rows(Round) == 0


async def test_a_pulse_that_can_not_be_is_refused_as_when_it_is_typed(house: Scene) -> None:
    """It is open; then it has happened in this week."""
    await starts(house, "run_pulse")
    await house.run()
    assert "open already" in await refused(house, "run_pulse")

    async with house.amp.database.begin() as session:
        await session.execute(update(Round).values(closed_at=clock.now()))
    assert "has happened already" in await refused(house, "run_pulse")
    assert await house.rows(Round) == 1


async def test_a_pulse_that_would_ask_nobody_is_refused(house: Scene) -> None:
    """Whose channel can't be posted to, or of whose user group nobody is left in it."""
    for why, said in (("gone", "can't post to"), (GROUP, "its channel has nobody left")):
        async with house.amp.database.begin() as session:
            lost = {"unreachable_at": clock.now(), "unreachable_why": why}
            await session.execute(update(Team).values(**lost))
        assert said in await refused(house, "run_pulse")
    async with house.amp.database.read() as session:
        assert not (await session.get_one(Team, 1)).asks_at_once


async def test_why_not_is_said_in_the_language_of_who_started_it(house: Scene) -> None:
    """And names the command that people type here; nothing in it is markup."""
    async with house.amp.database.begin() as session:
        await session.execute(update(Row).values(locale="de-DE"))
    [installed] = await house.amp.installs.all()
    await house.amp.installs.learn_command(installed, "/amp-staging")
    said = await refused(house, "run_pulse", "carla")
    assert said.startswith("Das kann nur die Leitung dieses Teams.")
    assert said.endswith("wer das ist, zeigt `/amp-staging team`.")


async def test_a_step_that_slack_runs_twice_asks_once(
    anyhow: Scene, may_answer: asyncio.Event
) -> None:
    """The first try hangs on its way back, and the same event comes again."""
    await anyhow.slack.driver.put("limits", ack_seconds=0.5)
    await anyhow.slack.driver.fault("slow", method="functions.completeSuccess", times=1)
    with capture_logs() as logs:
        begun = await begins(anyhow, "run_pulse")
        await anyhow.slack.until(lambda: _came(anyhow, 2))
        await anyhow.slack.until(lambda: _has_ended(anyhow, begun))
        may_answer.set()
        await anyhow.run()
    assert (await stands(anyhow, begun))["outputs"] == {"people": 8}
    assert await anyhow.rows(Round) == 1
    assert not [line for line in logs if line["log_level"] == "error"]


async def comes_twice(house: Scene, step: str) -> Json:
    """What a step does is done, its process dies before it ends it, and Slack asks once more."""
    await house.slack.driver.put("limits", ack_seconds=0.5, event_retries=[60])
    await house.slack.driver.fault("slow", method="functions.completeSuccess", times=1)
    begun = await begins(house, step)
    await house.slack.until(lambda: _came(house, 1))
    await timetable.run_all(house.amp)
    later = clock.now() + timedelta(minutes=1)
    await house.slack.driver.move_clock(to=later.isoformat())
    await house.slack.until(lambda: _has_ended(house, begun))
    return await stands(house, begun)


async def test_a_step_whose_process_died_is_ended_by_the_event_that_comes_again(
    anyhow: Scene, may_answer: asyncio.Event
) -> None:
    """With how many were asked, and not as a failure: the round is open since."""
    ended = await comes_twice(anyhow, "run_pulse")
    may_answer.set()
    assert (ended["state"], ended["outputs"]) == ("completed", {"people": 8})
    assert await anyhow.rows(Round) == 1


async def _came(house: Scene, times: int) -> bool:
    made = house.slack.world.inspector.since(0, 1000)
    return sum(one.name == "function_executed" for one in made) >= times


async def test_in_an_organisation_each_workspace_has_its_own_teams(
    sqlite_url: str, tmp_path: Path
) -> None:
    """One installation; a lead of one is nobody in another's channel of the same name."""
    names, app = ("alp", "hut"), manifest.manifest(org=True, steps=True)
    org = ORGANISATION | {"workspaces": [_workspace(name) for name in names]}
    async with scene(sqlite_url, tmp_path, company=org, app=app) as house:
        for name in names:
            await house.sets_up(f"{name}-0", "#team")
        where = await place(house, "#team", "hut-0")
        assert "You are in no team" in await refused(house, "run_pulse", "alp-0", where)
        ended = await starts(house, "run_pulse", "hut-0", where)
        assert ended["outputs"] == {"people": 5}


# «Post the last digest»


@pytest.fixture
async def told(anyhow: Scene) -> Scene:
    """Its last digest, the third, has come."""
    past = await past_of(anyhow)
    await past.lives(ordinary(2), people=8, asked=8)
    await past.week({"autonomy": 3.0}, people=8, asked=8)
    await anyhow.run()
    assert len(await digests(anyhow)) == 1
    return anyhow


async def digests(house: Scene, channel: str = CHANNEL) -> list[SeenMessage]:
    read = await house.person("ana").reads(channel)
    return [message for message in read if "How we decide" in message.text]


def shown(message: SeenMessage) -> list[Json]:
    """Its blocks, without the ids that Slack gives them."""
    return [{**block, "block_id": None} for block in message.blocks]


async def test_the_last_digest_is_posted_once_more(told: Scene) -> None:
    """Where it was told, with what stands in its thread, and it says that it is no new one."""
    ended = await starts(told, "post_digest")
    assert (ended["state"], ended["outputs"]) == ("completed", {"number": 3})

    await told.run()
    first, again = await digests(told)
    assert again.text.startswith("The last digest once more.")
    assert again.text.endswith(first.text)
    assert shown(again)[1:] == shown(first)
    below = [await told.person("bo").reads_thread(CHANNEL, one.ts) for one in (first, again)]
    assert shown(below[0][-1]) == shown(below[1][-1])


async def test_a_wish_that_comes_twice_posts_once_and_two_wishes_twice(
    told: Scene, may_answer: asyncio.Event
) -> None:
    """What names it is the run of the workflow."""
    await told.slack.driver.put("limits", ack_seconds=0.5)
    await told.slack.driver.fault("slow", method="functions.completeSuccess", times=1)
    begun = await begins(told, "post_digest")
    await told.slack.until(lambda: _came(told, 2))
    await told.slack.until(lambda: _has_ended(told, begun))
    may_answer.set()
    await told.run()
    assert len(await digests(told)) == 2

    await starts(told, "post_digest")
    await told.run()
    assert len(await digests(told)) == 3


@pytest.mark.parametrize("state", [State.SENT, State.FAILED])
async def test_a_digest_whose_process_died_is_posted_once(
    told: Scene, state: State, may_answer: asyncio.Event
) -> None:
    """Also one that had never arrived, and has when the event comes again."""
    await lose(told, state)
    ended = await comes_twice(told, "post_digest")
    may_answer.set()
    assert (ended["state"], ended["outputs"]) == ("completed", {"number": 3})
    await told.run()
    assert len(await digests(told)) == 2


async def lose(house: Scene, state: State, **values: Any) -> None:
    async with house.amp.database.begin() as session:
        lost = Delivery.key.startswith("digest:") & Delivery.thread_of.is_(None)
        await session.execute(update(Delivery).where(lost).values(state=state, **values))


async def test_a_member_has_no_digest_posted(told: Scene) -> None:
    """What comes to everybody is for the leads to wish."""
    assert "Only a lead" in await refused(told, "post_digest", "bo")
    await told.run()
    assert len(await digests(told)) == 1


@pytest.mark.parametrize("state", [State.SENT, State.UNKNOWN])
async def test_a_digest_stays_with_those_it_was_told_to(told: Scene, state: State) -> None:
    """Or may have been. Digests go to another channel since then, whose people were not there."""
    await lose(told, state)
    async with told.amp.database.begin() as session:
        await session.execute(update(Team).values(digest_channel_id=await place(told, "#general")))
    assert "stays with the people it was meant for" in await refused(told, "post_digest")
    await told.run()
    assert await digests(told, "#general") == []


async def test_without_a_digest_there_is_none_to_post(house: Scene) -> None:
    """Neither before the first, nor before the newest has come."""
    assert "no digest yet" in await refused(house, "post_digest")

    past = await past_of(house)
    await past.week({"autonomy": 3.0}, people=8, asked=8)
    amp = house.amp
    await jobs.compose_due(amp.database, amp.clients, amp.say, amp.content)
    assert await house.rows(Digest) == 1
    assert "still on its way" in await refused(house, "post_digest")


async def test_a_digest_that_never_arrived_goes_out_itself(told: Scene) -> None:
    """As by the button that its leads have: it is told once, and not as one that was there."""
    await lose(told, State.FAILED)
    assert (await starts(told, "post_digest"))["state"] == "completed"
    await told.run()
    _, again = await digests(told)
    assert not again.text.startswith("The last digest once more.")
    assert await told.rows(Delivery, Delivery.key.startswith("repeat:")) == 0


async def test_a_digest_that_never_arrived_is_told_anew_where_its_words_are_gone(
    told: Scene,
) -> None:
    """To the channel that gets digests by now, and without saying that it was there before."""
    await lose(told, State.FAILED)
    async with told.amp.database.begin() as session:
        await session.execute(update(Message).values(**outbox.FORGOTTEN))
        await session.execute(update(Team).values(digest_channel_id=await place(told, "#general")))
    assert (await starts(told, "post_digest"))["state"] == "completed"
    await told.run()
    [anew] = await digests(told, "#general")
    assert not anew.text.startswith("The last digest once more.")
    assert await told.rows(Delivery, Delivery.state != State.SENT) == 0

    await starts(told, "post_digest")
    await told.run()
    _, once_more = await digests(told, "#general")
    assert once_more.text.startswith("The last digest once more.")

    async with told.amp.database.begin() as session:
        await session.execute(update(Team).values(digest_channel_id=await place(told)))
    assert "stays with the people it was meant for" in await refused(told, "post_digest")
