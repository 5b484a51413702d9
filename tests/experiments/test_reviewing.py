"""Looking whether it helped: once, from the right rounds, and no louder than they allow."""

import re
from collections.abc import Mapping

import pytest
from sqlalchemy import select

from bot import paths, words
from bot.experiments import decisions, experimenting, reviewing
from bot.experiments.experimenting import ExperimentHasEnded
from bot.experiments.models import End, Experiment, Review
from bot.insight import review_sentences, reviews
from bot.insight.noise import Observation
from bot.insight.readings import ItemTally
from bot.insight.reviews import Outcome
from bot.insight.verdicts import replayed
from bot.pulse.models import Round
from bot.tools.audit.models import AuditRound
from tests.experiments.conftest import FEW, PLAN, Trial, answers, weeks
from tests.pulse.conftest import NOW

WOBBLE = [answers(mean) for mean in (3.4, 3.6, 3.5, 3.7, 3.3, 3.5)]


SAY = words.load(paths.CONTENT)


def sentence(review: Review) -> str:
    """What is said of the trial's one experiment."""
    found = reviewing.finding(review)
    assert found is not None
    return review_sentences.review(SAY, PLAN.title, review.rounds, "Autonomy", found)


def as_rule_sees(counts: Mapping[int, int]) -> Observation:
    """One round of 12 answers of 14, computed here from the counts alone."""
    tally = ItemTally("any", counts)
    return Observation(tally.people, tally.mean, tally.variance, 14)


async def test_a_true_rise_of_a_point_is_said_to_be_up(trial: Trial) -> None:
    """With the size, the range and the caveat, as it will stay."""
    await trial.team(14)
    await trial.past(*WOBBLE, *WOBBLE)
    experiment = await trial.starts(rounds=6)
    await trial.past(*[answers(mean) for mean in (4.5, 4.4, 4.6, 4.5, 4.3, 4.5)])
    look = await trial.looks(experiment)
    assert look.kind == Outcome.UP
    assert sentence(look).startswith("Quiet mornings (6 rounds): Autonomy is about 0.")
    assert "higher than in the 12 rounds before" in sentence(look)
    assert "we cannot prove the experiment caused it" in sentence(look)
    assert (look.rounds, look.last_round) == (6, 18)
    numbers = r"about ([\d.]+) higher .+ were at ([\d.]+), those before at ([\d.]+);"
    [(estimate, after, before)] = re.findall(numbers, sentence(look))
    assert 0 < float(estimate) < float(after) - float(before)


async def test_no_effect_is_no_success(trial: Trial) -> None:
    """The same wobble before and after: nothing is claimed."""
    await trial.team(14)
    await trial.past(*WOBBLE, *WOBBLE)
    experiment = await trial.starts(rounds=6)
    await trial.past(*WOBBLE)
    look = await trial.looks(experiment)
    assert look.kind in (Outcome.NO_BIG_CHANGE, Outcome.CANNOT_TELL)
    assert "higher" not in sentence(look)
    assert "lower" not in sentence(look)


async def test_a_loss_is_said_as_plainly(trial: Trial) -> None:
    """Lower is lower, whoever had the idea."""
    await trial.team(14)
    await trial.past(*WOBBLE, *WOBBLE)
    experiment = await trial.starts(rounds=6)
    await trial.past(*weeks(2.4, 6))
    assert (await trial.looks(experiment)).kind == Outcome.DOWN


async def test_it_compares_what_the_rule_is_to_compare(trial: Trial) -> None:
    """Twelve rounds before, the rounds under it, and none after its last one."""
    await trial.team(14)
    await trial.past(*weeks(2.0, 9), *WOBBLE, *WOBBLE)
    experiment = await trial.starts(rounds=4)
    under = [answers(mean) for mean in (4.0, 3.8, 4.1, 3.9)]
    await trial.past(*under, *weeks(1.5, 2))
    look = await trial.looks(experiment)
    before = [as_rule_sees(counts) for counts in (*weeks(2.0, 9), *WOBBLE, *WOBBLE)]
    after = [as_rule_sees(counts) for counts in under]
    expected = reviews.review(before, after, past_gaps=replayed(before).past_gaps)
    assert (look.kind, look.rounds) == (expected.kind, 4)
    assert f"about {expected.estimate or 0:.1f}" in sentence(look)


async def test_it_is_due_when_its_last_round_has_closed(trial: Trial) -> None:
    """Not a round before, and not again afterwards."""
    await trial.team(14)
    await trial.past(*weeks(3.5, 6))
    experiment = await trial.starts(rounds=4)
    assert await trial.due() == []
    await trial.past(*weeks(3.5, 3))
    assert await trial.due() == []
    await trial.past(*weeks(3.5, 1))
    assert await trial.due() == [experiment.id]
    await trial.looks(experiment)
    assert await trial.due() == []
    await trial.past(*weeks(3.5, 2))
    assert await trial.due() == []


async def test_an_open_round_does_not_count(trial: Trial) -> None:
    """Only what has closed is looked at."""
    await trial.team(14)
    await trial.starts(rounds=4)
    await trial.past(*weeks(3.5, 3))
    round_ = await trial.opens()
    assert await trial.due() == []
    await trial.closes(round_)
    assert len(await trial.due()) == 1


async def test_an_audit_is_no_round_under_it(trial: Trial) -> None:
    """It is numbered by itself and asks something else."""
    await trial.team(14)
    experiment = await trial.starts(rounds=4)
    await trial.past(*weeks(3.5, 3))
    async with trial.database.begin() as session:
        pulse = await session.scalar(select(Round).where(Round.number == 3))
        copy = {c.name: getattr(pulse, c.name) for c in Round.__table__.columns}
        key = {"id": None, "kind": "audit", "number": 4, "key_name": "audit"}
        session.add(AuditRound(**{**copy, **key}))
    assert await trial.due() == []
    assert (await trial.status(experiment)).rounds == 3
    await ends_early(trial, experiment)
    assert (await trial.starts()).first_round == 4


async def test_a_review_without_rounds_before_says_so(trial: Trial) -> None:
    """The team began both on one day: there is nothing to compare with."""
    await trial.team(14)
    experiment = await trial.starts(rounds=6)
    await trial.past(*weeks(4.0, 6))
    look = await trial.looks(experiment)
    assert look.kind == Outcome.TOO_FEW
    assert "nothing to compare with" in sentence(look)


async def test_too_few_rounds_before_are_counted(trial: Trial) -> None:
    """Two rounds before, six under it."""
    await trial.team(14)
    await trial.past(*weeks(3.5, 2))
    experiment = await trial.starts(rounds=6)
    await trial.past(*weeks(4.0, 6))
    look = await trial.looks(experiment)
    assert "Too few rounds" in sentence(look)
    assert "two and six" in sentence(look)


async def test_rounds_that_nobody_may_see_say_nothing(trial: Trial) -> None:
    """Fewer than five answered, every week."""
    await trial.team(14)
    await trial.past(*weeks(3.5, 12))
    experiment = await trial.starts(rounds=4)
    await trial.past(FEW, FEW, FEW, FEW)
    look = await trial.looks(experiment)
    assert look.kind == Outcome.TOO_FEW
    assert "in none of its rounds did so many people answer" in sentence(look)


async def test_a_reworded_statement_is_not_compared_with_itself(trial: Trial) -> None:
    """The baseline of other words is left out, and that is said."""
    await trial.team(14)
    await trial.past(*weeks(3.5, 12))
    experiment = await trial.starts(rounds=4)
    await trial.past(*weeks(4.5, 4), words=2)
    look = await trial.looks(experiment)
    assert look.kind == Outcome.TOO_FEW
    assert "in the same words" in sentence(look)


async def test_ended_early_with_rounds_enough_it_is_reviewed(trial: Trial) -> None:
    """Four closed rounds are compared, and the team is not asked any more."""
    await trial.team(14)
    await trial.past(*WOBBLE, *WOBBLE)
    experiment = await trial.starts(rounds=8)
    await trial.past(*weeks(4.6, 4))
    look = await ends_early(trial, experiment)
    assert (look.kind, look.rounds, look.votes_until) == (Outcome.UP, 4, None)
    known = (await trial.status(experiment)).experiment
    assert (known.end, known.ended_at) == (End.EARLY, NOW)
    assert await trial.due() == []


@pytest.mark.parametrize(("rounds", "said"), [(3, "twelve and three"), (0, "nothing to say")])
async def test_ended_too_early_it_says_that(trial: Trial, rounds: int, said: str) -> None:
    """Three rounds are too few to say anything, none is nothing."""
    await trial.team(14)
    await trial.past(*weeks(3.5, 12))
    experiment = await trial.starts()
    await trial.past(*weeks(4.5, rounds))
    look = await ends_early(trial, experiment)
    assert (look.kind, look.rounds) == (Outcome.TOO_FEW, rounds)
    assert said in sentence(look)


async def test_tried_longer_it_is_looked_at_again_with_all_its_rounds(trial: Trial) -> None:
    """Both reviews stay as they were told."""
    await trial.team(14)
    await trial.past(*WOBBLE, *WOBBLE)
    experiment = await trial.starts(rounds=4)
    await trial.past(*weeks(3.5, 4))
    first = await trial.looks(experiment)
    async with trial.database.begin() as session:
        held = await experimenting.running_with_id(session, experiment.id)
        assert await decisions.reschedule(session, held, 8, at=NOW)
    assert await trial.due() == []
    assert (await trial.status(experiment)).undecided is None
    await trial.past(*weeks(3.5, 4))
    assert await trial.due() == [experiment.id]
    second = await trial.looks(experiment)
    assert (second.rounds, second.last_round) == (8, first.last_round + 4)
    assert [sentence(look) for look in (await trial.status(experiment)).reviews] == [
        sentence(first), sentence(second),
    ]  # fmt: skip


async def test_extended_and_ended_at_once_it_keeps_the_review_it_had(trial: Trial) -> None:
    """No second look at the same rounds."""
    await trial.team(14)
    await trial.past(*weeks(3.5, 12))
    experiment = await trial.starts(rounds=4)
    await trial.past(*weeks(3.5, 4))
    first = await trial.looks(experiment)
    async with trial.database.begin() as session:
        held = await experimenting.running_with_id(session, experiment.id)
        await decisions.reschedule(session, held, 8, at=NOW)
    assert sentence(await ends_early(trial, experiment)) == sentence(first)
    assert len((await trial.status(experiment)).reviews) == 1


async def test_only_what_was_reviewed_can_be_decided(trial: Trial) -> None:
    """And what was reviewed is decided, not ended early."""
    await trial.team(14)
    experiment = await trial.starts(rounds=4)
    async with trial.database.begin() as session:
        held = await experimenting.running_with_id(session, experiment.id)
        with pytest.raises(decisions.NotReviewedYet):
            await decisions.decide(session, held, End.KEPT, at=NOW)
    await trial.past(*weeks(3.5, 4))
    await trial.looks(experiment)
    with pytest.raises(decisions.ReviewedAlready):
        await ends_early(trial, experiment)
    async with trial.database.begin() as session:
        held = await experimenting.running_with_id(session, experiment.id)
        await decisions.decide(session, held, End.KEPT, at=NOW)
    with pytest.raises(ExperimentHasEnded):
        await ends_early(trial, experiment)
    assert (await trial.status(experiment)).experiment.end == End.KEPT


async def ends_early(trial: Trial, experiment: Experiment) -> Review:
    async with trial.database.begin() as session:
        held = await experimenting.running_with_id(session, experiment.id)
        return await decisions.end_early(session, trial.content, held, at=NOW)
