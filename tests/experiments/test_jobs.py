"""What the clock does about experiments: once, whoever does it, and each team by itself."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, update

from bot import clock, paths, words
from bot.app import UNDELIVERABLE
from bot.db import Database, connect
from bot.experiments import decisions, experimenting, jobs
from bot.experiments.models import End, Experiment, Review
from bot.pulse.models import Tally
from bot.settings import Settings
from bot.slack.models import Delivery, State
from bot.teams import setup
from bot.teams.models import Team
from bot.teams.undelivered import jobs as undelivered
from tests.experiments.conftest import Trial, weeks
from tests.pulse.conftest import NOW, humans

SAY = words.load(paths.CONTENT)


@pytest.fixture(autouse=True)
def by_day() -> Iterator[None]:
    """A review waits for the morning; whoever runs the tests at night has them pass, too."""
    it_is(NOW)
    yield
    clock.shift(timedelta())


def it_is(at: datetime) -> None:
    clock.shift(timedelta())
    clock.shift(at - clock.now())


@pytest.fixture
async def workers(database_url: str) -> AsyncIterator[list[Database]]:
    """Six workers, each with connections of its own."""
    opened = [connect(Settings(database_url=database_url).database) for _ in range(6)]
    yield opened
    for worker in opened:
        await worker.close()


async def at_once(workers: list[Database], job: Callable[[Database], Awaitable[None]]) -> None:
    """All do the job at the same moment, and one of them again afterwards."""
    await asyncio.gather(*(job(worker) for worker in workers))
    await job(workers[0])


async def ready(trial: Trial, channel: str = "C1") -> Experiment:
    """A team whose experiment is due to be reviewed."""
    trial.rounds = 0
    await trial.team(9, channel=channel)
    await trial.past(*weeks(3.5, 8))
    experiment = await trial.starts(rounds=4)
    await trial.past(*weeks(3.5, 4))
    return experiment


async def keys(trial: Trial) -> list[str]:
    async with trial.database.read() as session:
        return list(await session.scalars(select(Delivery.key).order_by(Delivery.id)))


async def looks(trial: Trial) -> list[Review]:
    async with trial.database.read() as session:
        return list(await session.scalars(select(Review)))


async def test_several_workers_review_it_once(trial: Trial, workers: list[Database]) -> None:
    """One review, and one message for it, to the team's digest channel."""
    experiment = await ready(trial)
    await at_once(workers, lambda worker: jobs.review_due(worker, SAY, trial.content))
    assert len(await looks(trial)) == 1
    assert await keys(trial) == [f"experiment:{experiment.id}:review:12"]
    async with trial.database.read() as session:
        message = (await session.scalars(select(Delivery))).one()
        assert message.recipient == "C1"
        assert message.due_at > clock.now()  # after the digest of its last round


async def test_several_workers_ask_the_leads_once(trial: Trial, workers: list[Database]) -> None:
    """One count, and one message to the one lead."""
    experiment = await ready(trial)
    await jobs.review_due(trial.database, SAY, trial.content)
    await jobs.count_due(trial.database, trial.keys, trial.vault, SAY, trial.content)
    assert len(await keys(trial)) == 1  # the team is being asked still
    await over(trial)
    await jobs.seal_due(trial.database, trial.keys, trial.vault)

    async def count(worker: Database) -> None:
        await jobs.count_due(worker, trial.keys, trial.vault, SAY, trial.content)

    await at_once(workers, count)
    told = [key for key in await keys(trial) if ":decide:" in key]
    assert len(told) == 1
    assert told[0].startswith(f"experiment:{experiment.id}:decide:12:")


async def test_what_is_decided_asks_no_lead_any_more(trial: Trial) -> None:
    """A lead who was faster than the count has the last word; the channel hears the wishes."""
    experiment = await ready(trial)
    await jobs.review_due(trial.database, SAY, trial.content)
    async with trial.database.begin() as session:
        held = await experimenting.running_with_id(session, experiment.id)
        await decisions.decide(session, held, End.DROPPED, at=clock.now())
    await jobs.seal_due(trial.database, trial.keys, trial.vault)
    await over(trial)
    await jobs.count_due(trial.database, trial.keys, trial.vault, SAY, trial.content)
    assert [key.split(":")[2] for key in await keys(trial)] == ["review", "wished"]


async def test_one_team_that_fails_stops_no_other(trial: Trial) -> None:
    """A count that can't be read is logged, and the next team has its review."""
    await ready(trial)
    first = trial.team_id
    async with trial.database.begin() as session:
        await session.execute(update(Tally).where(Tally.value == 3).values(value=9))
    second = await ready(trial, channel="C2")
    await jobs.review_due(trial.database, SAY, trial.content)
    assert [look.experiment_id for look in await looks(trial)] == [second.id]
    assert first != second.team_id


async def test_an_ended_team_is_asked_nothing(trial: Trial) -> None:
    """Its experiment ends with it, reviewed or not."""
    experiment = await ready(trial)
    async with trial.database.begin() as session:
        team = await session.get_one(Team, trial.team_id)
        setup.end(team, at=clock.now())
    await jobs.review_due(trial.database, SAY, trial.content)
    assert await keys(trial) == []
    assert (await trial.status(experiment)).experiment.end == End.TEAM_ENDED


@pytest.mark.parametrize(
    ("state", "failure", "said"),
    [
        (State.FAILED, "is_archived", "it is archived"),
        (State.FAILED, "channel_not_found", "it is gone"),
        (State.FAILED, "restricted_action", "Slack refused it"),
        (State.UNKNOWN, "no_answer", "whether it arrived"),
    ],
)
async def test_leads_hear_once_of_a_channel_that_did_not_get_it(
    trial: Trial, workers: list[Database], state: State, failure: str, said: str
) -> None:
    """And once more only if another attempt failed."""
    await ready(trial)
    await jobs.review_due(trial.database, SAY, trial.content)
    await fails(trial, state, failure, attempts=1)
    await at_once(workers, lambda worker: undelivered.tell_due(worker, SAY, UNDELIVERABLE))
    assert len([key for key in await keys(trial) if "undelivered" in key]) == 1
    async with trial.database.read() as session:
        told = (await session.scalars(select(Delivery).order_by(Delivery.id.desc()))).first()
        assert told is not None
        assert told.recipient == humans(1)[0].user_id
        assert said in str(told.message.blocks)
    await fails(trial, state, failure, attempts=2)
    await at_once(workers, lambda worker: undelivered.tell_due(worker, SAY, UNDELIVERABLE))
    assert len([key for key in await keys(trial) if "undelivered" in key]) == 2


async def over(trial: Trial) -> None:
    """Let the time for wishes be over."""
    async with trial.database.begin() as session:
        await session.execute(update(Review).values(votes_until=clock.now() - timedelta(days=1)))


async def fails(trial: Trial, state: State, failure: str, *, attempts: int) -> None:
    async with trial.database.begin() as session:
        await session.execute(
            update(Delivery)
            .where(Delivery.recipient == "C1")
            .values(state=state, failure=failure, attempts=attempts)
        )


async def test_a_review_waits_for_the_morning_as_its_digest_does(trial: Trial) -> None:
    """Nobody who looks at night knows more than the channel."""
    await ready(trial)
    it_is(NOW + timedelta(hours=13))
    await jobs.review_due(trial.database, SAY, trial.content)
    assert await looks(trial) == []
    it_is(NOW + timedelta(days=1))
    await jobs.review_due(trial.database, SAY, trial.content)
    assert len(await looks(trial)) == 1
