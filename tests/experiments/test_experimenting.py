"""Experiments of a team: one at a time, from its next round on, told in every digest."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import event

from bot.experiments import decisions, experimenting, jobs, moves
from bot.experiments.experimenting import (
    ExperimentHasEnded,
    FieldIsBlank,
    NotAReviewRound,
    OneExperimentAtATime,
    UnknownDrive,
)
from bot.experiments.models import End, Experiment
from bot.teams import setup
from bot.teams.models import Team
from tests.experiments.conftest import Trial, weeks
from tests.pulse.conftest import NOW


async def test_it_begins_with_the_next_round_that_opens(trial: Trial) -> None:
    """A round that is open at the moment was answered without it."""
    await trial.team(9)
    await trial.past(*weeks(3.5, 4))
    experiment = await trial.starts(rounds=5)
    assert (experiment.first_round, experiment.last_round) == (5, 9)


async def test_an_open_round_is_not_under_it(trial: Trial) -> None:
    """Its number is taken already."""
    await trial.team(9)
    await trial.opens()
    assert (await trial.starts()).first_round == 2


async def test_there_is_one_at_a_time(trial: Trial) -> None:
    """Two changes at once could not be told apart."""
    await trial.team(9)
    first = await trial.starts()
    with pytest.raises(OneExperimentAtATime):
        await trial.starts(title="Another")
    async with trial.database.begin() as session:
        running = await experimenting.running_with_id(session, first.id)
        experimenting.end(running, End.EARLY, at=NOW)
    assert (await trial.starts(title="Another")).title == "Another"


async def test_two_leads_who_press_at_once_start_one(trial: Trial) -> None:
    """The database itself refuses the second."""
    await trial.team(9)
    told = await asyncio.gather(
        *(trial.starts(title=f"Number {n}") for n in range(6)), return_exceptions=True
    )
    assert sum(isinstance(one, Experiment) for one in told) == 1
    assert sum(isinstance(one, OneExperimentAtATime) for one in told) == 5


@pytest.mark.parametrize("field", ["title", "what", "goal", "metric"])
async def test_space_alone_is_no_answer(trial: Trial, field: str) -> None:
    """The sentence stands under the field it is about."""
    await trial.team(9)
    with pytest.raises(FieldIsBlank) as refused:
        await trial.starts(**{field: " \n "})
    assert refused.value.about == field


async def test_what_is_written_is_kept_on_one_line(trial: Trial) -> None:
    """Line breaks would break the messages that quote it."""
    await trial.team(9)
    assert (await trial.starts(what=" one\n\ntwo  three ")).what == "one two three"


async def test_a_drive_has_to_be_one_of_ours(trial: Trial) -> None:
    """A form that was tampered with starts nothing."""
    await trial.team(9)
    with pytest.raises(UnknownDrive):
        await trial.starts(drive="pay")


@pytest.mark.parametrize("rounds", [-1, 0, 3, 13])
async def test_the_review_comes_after_four_to_twelve_rounds(trial: Trial, rounds: int) -> None:
    """Fewer can't be compared, more is no experiment."""
    await trial.team(9)
    with pytest.raises(NotAReviewRound):
        await trial.starts(rounds=rounds)


async def test_the_digest_says_that_it_is_running(trial: Trial) -> None:
    """Before its first round, in the middle, at its last one, and when it waits for a decision."""
    await trial.team(9)
    assert await trial.line(1) is None
    await trial.past(*weeks(3.5, 4))
    experiment = await trial.starts(title="Quiet <!channel> & co", rounds=4)
    before = await trial.line(4)
    assert before is not None
    assert before.startswith("Experiment for Autonomy: Quiet &lt;!channel&gt; &amp; co. ")
    assert "begins with the next round" in before
    assert "after pulse 8" in before
    await trial.past(*weeks(3.5, 2))
    assert "Round 2 of 4; it is reviewed after pulse 8." in (await trial.line(6) or "")
    await trial.past(*weeks(3.5, 2))
    assert "Round 4 of 4: its review follows." in (await trial.line(8) or "")
    await trial.looks(experiment)
    assert "the leads decide" in (await trial.line(9) or "")
    assert "Guard rail: Urgent calls." in (await trial.line(9) or "")


async def test_what_was_tried_is_remembered(trial: Trial) -> None:
    """The newest first; the running one is no history yet, but it is tried."""
    await trial.team(9)
    for idea in ("quiet-mornings", None, "core-hours"):
        experiment = await trial.starts(title=f"With {idea}", idea=idea)
        async with trial.database.begin() as session:
            experimenting.end(
                await experimenting.running_with_id(session, experiment.id), End.EARLY, at=NOW
            )
    await trial.starts(idea="kill-a-rule")
    async with trial.database.read() as session:
        team = await session.get_one(Team, trial.team_id)
        past = await experimenting.history(session, team)
        assert [one.experiment.title for one in past] == [
            "With core-hours", "With None", "With quiet-mornings",
        ]  # fmt: skip
        tried = await moves.tried(session, team)
    assert tried == {"quiet-mornings", "core-hours", "kill-a-rule"}


async def test_twenty_experiments_are_read_like_one(trial: Trial) -> None:
    """Each with its own reviews and rounds, in three statements."""
    await trial.team(9)
    for number in range(20):
        experiment = await trial.starts(title=f"No. {number}", rounds=4)
        await trial.past(*weeks(3.5, number % 3))
        if number % 2:
            await trial.past(*weeks(3.5, 4))
            await trial.looks(experiment)
        async with trial.database.begin() as session:
            held = await experimenting.running_with_id(session, experiment.id)
            experimenting.end(held, End.DROPPED, at=NOW)
    asked: list[str] = []
    event.listen(
        trial.database.engine.sync_engine, "before_cursor_execute",
        lambda *what: asked.append(what[2]),
    )  # fmt: skip
    async with trial.database.read() as session:
        team = await session.get_one(Team, trial.team_id)
        asked.clear()
        current, past = await experimenting.all_of(session, team)
        assert len(asked) == 3
        alone = [await experimenting.status(session, one.experiment) for one in past]
    assert (current, past) == (None, alone)
    assert [len(one.reviews) for one in past] == [1, 0] * 10
    assert past[0].rounds == 4


async def test_the_review_can_be_moved_to_a_later_round(trial: Trial) -> None:
    """Never to one that has closed already, and never below what can be compared."""
    await trial.team(9)
    experiment = await trial.starts(rounds=4)
    await trial.past(*weeks(3.5, 5))
    assert experimenting.possible_rounds(await trial.status(experiment))[0] == 6
    async with trial.database.begin() as session:
        held = await experimenting.running_with_id(session, experiment.id)
        for refused in (3, 5, 40):
            with pytest.raises(NotAReviewRound):
                await experimenting.reschedule(session, held, refused)
        await experimenting.reschedule(session, held, 8)
    assert (await trial.status(experiment)).experiment.last_round == 8


async def test_an_experiment_ends_with_its_team(trial: Trial) -> None:
    """It is reviewed no more, and its channel's next team may start its own."""
    await trial.team(9)
    experiment = await trial.starts(rounds=4)
    await trial.past(*weeks(3.5, 4))
    async with trial.database.begin() as session:
        team = await session.get_one(Team, trial.team_id)
        setup.end(team, at=NOW + timedelta(days=40))
    assert await trial.due() == []
    async with trial.database.begin() as session:
        orphans = await experimenting.of_ended_teams(session)
        await experimenting.end_with_team(session, orphans, at=NOW)
        assert await experimenting.of_ended_teams(session) == []
    ended = (await trial.status(experiment)).experiment
    assert (ended.end, ended.ended_at) == (End.TEAM_ENDED, NOW)
    await trial.team(9)
    assert await trial.starts()


async def test_what_has_ended_is_not_changed_any_more(trial: Trial) -> None:
    """A button outlives its experiment."""
    await trial.team(9)
    experiment = await trial.starts()
    async with trial.database.begin() as session:
        experimenting.end(
            await experimenting.running_with_id(session, experiment.id), End.DROPPED, at=NOW
        )
    async with trial.database.begin() as session:
        with pytest.raises(ExperimentHasEnded):
            await experimenting.running_with_id(session, experiment.id)


async def test_a_decision_that_nobody_takes_blocks_nothing(trial: Trial) -> None:
    """Reviewed and undecided: another can begin, and the first is closed as not decided."""
    await trial.team(9)
    await trial.past(*weeks(3.5, 4))
    first = await trial.starts(rounds=4)
    await trial.past(*weeks(3.5, 4))
    await trial.looks(first)
    await trial.starts(title="The next")
    async with trial.database.read() as session:
        team = await session.get_one(Team, trial.team_id)
        current, [past] = await experimenting.all_of(session, team)
    assert current
    assert current.experiment.title == "The next"
    assert past.experiment.end == End.UNDECIDED
    votes_until = past.reviews[-1].votes_until
    assert votes_until, "what nobody will act on is wished for no more"
    assert votes_until <= NOW


async def test_it_is_asked_again_and_then_given_up(trial: Trial) -> None:
    """After ten days it waits for an answer, after seventeen it is closed."""
    await trial.team(9)
    await trial.past(*weeks(3.5, 4))
    experiment = await trial.starts(rounds=4)
    await trial.past(*weeks(3.5, 4))
    await trial.looks(experiment, at=NOW)
    async with trial.database.read() as session:
        for wait in (decisions.ASKED_AGAIN, decisions.GIVEN_UP):
            assert await decisions.waiting(session, before=NOW - timedelta(seconds=1)) == []
            assert await decisions.waiting(session, before=NOW + wait) == [experiment.id]
        moments = await jobs.decision_moments(session)
    assert moments == [NOW + decisions.ASKED_AGAIN, NOW + decisions.GIVEN_UP]
