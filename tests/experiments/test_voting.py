"""Whether to keep it: one wish a person, counted once, and never a name."""

import asyncio
from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.experiments import decisions, experimenting, jobs, voting
from bot.experiments.models import End, Review, Vote
from bot.experiments.voting import Choice, NoVote, VoteClosed
from bot.pulse import forgetting, sealing
from bot.pulse.models import Box
from bot.scrubbing import PendingScrub
from bot.slack.requests import Actor
from bot.teams import roster
from bot.teams.models import Team
from tests.experiments.conftest import Trial, weeks
from tests.pulse.conftest import NOW

KEEP, LONGER, DROP = Choice
THEN = NOW + timedelta(days=3)


async def reviewed(trial: Trial, people: int = 14) -> Review:
    await trial.team(people)
    experiment = await trial.starts(rounds=4)
    await trial.past(*weeks(3.5, 4))
    return await trial.looks(experiment)


async def wish(trial: Trial, look: Review, person: int, choice: Choice, **at: object) -> None:
    async with trial.database.begin() as session:
        await voting.cast(
            session, trial.vault, look.experiment_id, look.last_round,
            Actor("T1", f"U{person}"), choice, **{"at": NOW, **at},  # type: ignore[arg-type]
        )  # fmt: skip


async def counted(trial: Trial, look: Review) -> Review | None:
    async with trial.database.begin() as session:
        return await voting.count(
            session, trial.keys, trial.vault, look.experiment_id, look.last_round, at=THEN
        )


async def wishes_kept(trial: Trial) -> int:
    async with trial.database.read() as session:
        return await session.scalar(select(func.count()).select_from(Box)) or 0


async def test_wishes_are_counted_and_gone(trial: Trial) -> None:
    """Ten people: counts. Nothing of who wished what is left."""
    look = await reviewed(trial)
    for person in range(10):
        await wish(trial, look, person, KEEP if person < 7 else DROP)
    assert await wishes_kept(trial) == 10
    told = await counted(trial, look)
    assert told is not None
    assert told.votes == {"people": 10, "keep": 7, "longer": 0, "drop": 3}
    assert await wishes_kept(trial) == 0


async def test_the_last_wish_of_a_person_counts(trial: Trial) -> None:
    """However often they press."""
    look = await reviewed(trial)
    for person in range(10):
        for choice in (DROP, LONGER, KEEP if person else LONGER):
            await wish(trial, look, person, choice)
    assert await wishes_kept(trial) == 30  # in boxes that nobody can tell apart
    told = await counted(trial, look)
    assert told is not None
    assert told.votes == {"people": 10, "keep": 9, "longer": 1, "drop": 0}


async def test_below_five_nothing_is_shown_or_kept(trial: Trial) -> None:
    """Four wishes leave no trace, whatever they were."""
    look = await reviewed(trial)
    for person in range(4):
        await wish(trial, look, person, DROP)
    told = await counted(trial, look)
    assert told is not None
    assert (told.votes, told.counted_at) == (None, THEN)
    assert await wishes_kept(trial) == 0


def test_from_five_to_nine_only_what_most_wish() -> None:
    """Counts of so few would point at people; nor is it told what one wish has turned."""
    assert voting.shown({KEEP: 4}) is None
    assert voting.shown({KEEP: 4, DROP: 1}) == {"people": 5, "most": "keep"}
    assert voting.shown({KEEP: 3, DROP: 2}) == {"people": 5}
    assert voting.shown({KEEP: 3, DROP: 3, LONGER: 1}) == {"people": 7}


@pytest.mark.parametrize("choice", Choice)
@pytest.mark.parametrize("people", [5, 9, 10, 30])
def test_when_all_wish_the_same_nobody_can_be_sure_of_it(choice: Choice, people: int) -> None:
    """All alike is told as if one had wished something else."""
    other = LONGER if choice is not LONGER else DROP
    assert voting.shown({choice: people}) == voting.shown({choice: people - 1, other: 1})


async def test_a_wish_is_counted_once_by_whoever_is_first(trial: Trial) -> None:
    """Two workers at one moment, and a third one later: one count."""
    look = await reviewed(trial)
    for person in range(5):
        await wish(trial, look, person, KEEP)
    told = await asyncio.gather(*(counted(trial, look) for _ in range(4)))
    assert sum(one is not None for one in told) == 1
    assert await counted(trial, look) is None


async def test_only_the_team_is_asked(trial: Trial) -> None:
    """Somebody else in the channel can't add a wish."""
    look = await reviewed(trial, people=6)
    with pytest.raises(NoVote):
        await wish(trial, look, 6, KEEP)
    assert await wishes_kept(trial) == 0


async def test_after_the_count_nothing_is_taken(trial: Trial) -> None:
    """Nor when its time is over and nobody has counted yet, nor for a review that isn't there."""
    look = await reviewed(trial)
    with pytest.raises(VoteClosed):
        await wish(trial, look, 1, KEEP, at=THEN)
    await counted(trial, look)
    with pytest.raises(VoteClosed):
        await wish(trial, look, 1, KEEP)
    async with trial.database.begin() as session:
        with pytest.raises(VoteClosed):
            await voting.cast(
                session, trial.vault, look.experiment_id, 99, Actor("T1", "U1"), KEEP, at=NOW
            )


async def test_they_are_due_when_their_time_is_over(trial: Trial) -> None:
    """Not before, and not again."""
    look = await reviewed(trial)
    async with trial.database.read() as session:
        assert await voting.due(session, THEN - timedelta(seconds=1)) == []
        assert await voting.due(session, THEN) == [(look.experiment_id, look.last_round)]
    await counted(trial, look)
    async with trial.database.read() as session:
        assert await voting.due(session, THEN) == []


async def test_whoever_has_left_is_not_counted(trial: Trial) -> None:
    """Left the channel, or asked to be forgotten: their wish goes with them."""
    look = await reviewed(trial, people=6)
    for person in range(6):
        await wish(trial, look, person, KEEP if person else DROP)
    async with trial.database.begin() as session:
        await forgetting.forget(session, trial.vault, Actor("T1", "U1"))
    async with trial.database.begin() as session:
        team = await session.get_one(Team, trial.team_id)
        for member in await roster.asked(session, team):
            if member.user_id == "U2":
                member.is_active = False
    told = await counted(trial, look)
    assert told is not None
    assert told.votes is None  # four are left
    assert await wishes_kept(trial) == 0


async def test_a_decision_ends_the_wishing_and_a_worker_counts(trial: Trial) -> None:
    """The lead need not wait, and nobody's wish changes the count afterwards."""
    look = await reviewed(trial)
    for person in range(6):
        await wish(trial, look, person, LONGER)
    async with trial.database.begin() as session:
        held = await experimenting.running_with_id(session, look.experiment_id)
        decided = await decisions.decide(session, held, End.DROPPED, at=NOW)
        assert decided.votes is None
    with pytest.raises(VoteClosed):
        await wish(trial, look, 5, KEEP)
    told = await counted(trial, look)
    assert told is not None
    assert told.votes == {"people": 6, "most": "longer"}


async def test_wishes_of_the_version_before_are_sealed_and_counted(trial: Trial) -> None:
    """It kept them in the open, under a token; what somebody has wished since is what counts."""
    look = await reviewed(trial)
    async with trial.database.begin() as session:
        for person in await roster.asked(session, await session.get_one(Team, trial.team_id)):
            key = look.experiment_id, look.last_round
            token = trial.vault.token("experiment vote", *key, person.id)
            row = Vote(experiment_id=key[0], last_round=key[1], token=token, choice=KEEP.value)
            session.add(row)
    await wish(trial, look, 0, DROP)  # before the worker comes to it
    await jobs.seal_due(trial.database, trial.keys, trial.vault)
    async with trial.database.read() as session:
        assert not list(await session.scalars(select(Vote)))
        assert len(list(await session.scalars(select(PendingScrub)))) == 1
    await wish(trial, look, 1, LONGER)
    told = await counted(trial, look)
    assert told is not None
    assert told.votes == {"people": 14, "keep": 12, "longer": 1, "drop": 1}


async def test_a_wish_waits_for_its_seal(trial: Trial) -> None:
    """Nothing is kept that could be read."""
    look = await reviewed(trial)
    async with trial.database.begin() as session:
        (await session.get_one(Review, (look.experiment_id, look.last_round))).seal = None
    with pytest.raises(sealing.CannotSeal):
        await wish(trial, look, 0, DROP)
    assert await wishes_kept(trial) == 0


@pytest.mark.parametrize("people", range(5, 10))
def test_what_is_shown_of_few_fits_many_ways_of_wishing(people: int) -> None:
    """How many people, what most of them wish: no more than that can be worked out."""
    ways = Counter(
        str(voting.shown({KEEP: keep, LONGER: longer, DROP: people - keep - longer}))
        for keep in range(people + 1)
        for longer in range(people - keep + 1)
    )
    assert len(ways) == 4  # three that may lead, or none of them
    assert min(ways.values()) >= 3
