"""Experiments of a team: what could be tried, what is running, what was tried before."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError
from bot.experiments import voting
from bot.experiments.models import End, Experiment, Review
from bot.framework.content import Content
from bot.insight.reviews import MIN_ROUNDS
from bot.pulse.models import Round
from bot.rows import is_any_of
from bot.teams.models import Team

DEFAULT_ROUNDS = 6  # until the review
MAX_ROUNDS = 12  # until the review at most; at least MIN_ROUNDS


class OneExperimentAtATime(AmpError):
    """A team that has an experiment wants another: two at once could not be told apart."""


class FieldIsBlank(AmpError):
    """Nothing but space was written into a field that the whole team reads."""


class UnknownDrive(AmpError):
    """A form names a drive that there is not."""

    field = "drive"


class NotAReviewRound(AmpError):
    """So many rounds have passed already, or are too few to compare."""

    field = "rounds"


class ExperimentHasEnded(AmpError):
    """A button or a form is about an experiment that has ended."""


class Plan(Struct, frozen=True):
    """What a lead wants to try, in their own words or the catalogue's."""

    title: str
    what: str
    drive: str
    goal: str
    metric: str
    rounds: int = DEFAULT_ROUNDS
    idea: str | None = None


class Status(Struct, frozen=True):
    """An experiment, its reviews so far (oldest first), and the rounds closed under it."""

    experiment: Experiment
    reviews: tuple[Review, ...]
    rounds: int

    @property
    def undecided(self) -> Review | None:
        """The review that waits for the leads' decision, if one does."""
        newest = self.reviews[-1] if self.reviews else None
        if newest is None or self.experiment.ended_at:
            return None
        return newest if newest.last_round >= self.experiment.last_round else None


class Running(Struct, frozen=True):
    """What the digest of a round tells of the running experiment. JSON-ready.

    *stage* is "ahead" of its first round, "under-way", at its "last" round, or "reviewed".
    """

    title: str
    drive: str
    drive_name: str
    goal: str
    stage: str
    round: int  # the how many-th under it, of all *rounds*
    rounds: int
    last_round: int  # the number of the round after which it is reviewed


async def start(
    session: AsyncSession, content: Content, team: Team, plan: Plan, *, at: datetime
) -> Experiment:
    """Begin an experiment with the team's next round.

    Raises OneExperimentAtATime, FieldIsBlank (naming the field), UnknownDrive or NotAReviewRound.
    """
    drive = next((drive for drive in content.drives if drive.id == plan.drive), None)
    if drive is None:
        raise UnknownDrive
    if not MIN_ROUNDS <= plan.rounds <= MAX_ROUNDS:
        raise NotAReviewRound
    written = {name: _written(plan, name) for name in ("title", "what", "goal", "metric")}
    await _make_room(session, team, at=at)
    newest = await session.scalar(select(func.max(Round.number)).where(Round.team_id == team.id))
    experiment = Experiment(
        team_id=team.id,
        idea=plan.idea,
        drive=drive.id,
        drive_name=drive.name,
        first_round=1 + (newest or 0),
        rounds=plan.rounds,
        started_at=at,
        **written,
    )
    session.add(experiment)
    try:
        await session.flush()
    except IntegrityError:  # two leads pressed the button at once
        raise OneExperimentAtATime from None
    return experiment


async def _make_room(session: AsyncSession, team: Team, *, at: datetime) -> None:
    """Close one that nobody decided on; raises OneExperimentAtATime where one still runs."""
    current = await running(session, team, lock=True)
    if current is None:
        return
    review = (await status(session, current)).undecided
    if review is None:
        raise OneExperimentAtATime
    voting.stop(review, at=at)
    end(current, End.UNDECIDED, at=at)
    await session.flush()


def _written(plan: Plan, name: str) -> str:
    """A field on one line; raises FieldIsBlank where nothing but space was written."""
    words = " ".join(str(getattr(plan, name)).split())
    if not words:
        raise FieldIsBlank(field=name)
    return words


async def running(session: AsyncSession, team: Team, *, lock: bool = False) -> Experiment | None:
    """The team's experiment that has not ended, one that waits for a decision included."""
    query = select(Experiment).where(Experiment.team_id == team.id, Experiment.ended_at.is_(None))
    return await session.scalar(query.with_for_update() if lock else query)


async def running_facts(session: AsyncSession, team: Team, round_number: int) -> Running | None:
    """What the digest of a round tells of the running experiment; None when there is none."""
    experiment = await running(session, team)
    if experiment is None:
        return None
    found = await status(session, experiment)
    return Running(
        title=experiment.title,
        drive=experiment.drive,
        drive_name=experiment.drive_name,
        goal=experiment.goal,
        stage=_stage(found, round_number),
        round=round_number - experiment.first_round + 1,
        rounds=experiment.rounds,
        last_round=experiment.last_round,
    )


def _stage(found: Status, round_number: int) -> str:
    if found.undecided:
        return "reviewed"
    if round_number < found.experiment.first_round:
        return "ahead"
    return "last" if round_number >= found.experiment.last_round else "under-way"


async def all_of(session: AsyncSession, team: Team) -> tuple[Status | None, list[Status]]:
    """The running experiment, if there is one, and those that have ended, the newest first."""
    found = await session.scalars(
        select(Experiment).where(Experiment.team_id == team.id).order_by(Experiment.id.desc())
    )
    known = await _statuses(session, found.all())
    current = next((one for one in known if one.experiment.ended_at is None), None)
    return current, [one for one in known if one is not current]


async def history(session: AsyncSession, team: Team) -> list[Status]:
    """What the team has tried and ended, the newest first."""
    _, past = await all_of(session, team)
    return past


async def status(session: AsyncSession, experiment: Experiment) -> Status:
    """An experiment with its reviews and the number of rounds closed under it."""
    [found] = await _statuses(session, [experiment])
    return found


async def _statuses(session: AsyncSession, tried: Sequence[Experiment]) -> list[Status]:
    """The same of experiments of one team, in two queries however many they are."""
    if not tried:
        return []
    ids, reviews = [one.id for one in tried], defaultdict[int, list[Review]](list)
    which = is_any_of(session, Review.experiment_id, ids)
    for review in await session.scalars(select(Review).where(which).order_by(Review.last_round)):
        reviews[review.experiment_id].append(review)
    closed = await _closed(session, tried[0].team_id, since=min(one.first_round for one in tried))
    return [_status(one, reviews[one.id], closed) for one in tried]


def _status(one: Experiment, reviews: Sequence[Review], closed: Sequence[int]) -> Status:
    if one.ended_at and reviews:
        return Status(one, tuple(reviews), reviews[-1].rounds)
    return Status(one, tuple(reviews), sum(number >= one.first_round for number in closed))


async def _closed(session: AsyncSession, team_id: int, *, since: int) -> Sequence[int]:
    """The numbers of a team's closed rounds, from this one on."""
    which = Round.team_id == team_id, Round.number >= since, Round.closed_at.is_not(None)
    return (await session.scalars(select(Round.number).where(*which))).all()


async def rounds_under(session: AsyncSession, experiment: Experiment) -> int:
    """How many rounds have closed since it began."""
    return len(await _closed(session, experiment.team_id, since=experiment.first_round))


async def readable_rounds(session: AsyncSession, team: Team) -> int:
    """How many closed rounds there are to compare with: those that something could be told of."""
    found = await session.scalar(
        select(func.count()).select_from(Round).where(Round.team_id == team.id, Round.is_readable())
    )
    return found or 0


async def running_with_id(
    session: AsyncSession, experiment_id: int, *, lock: bool = True
) -> Experiment:
    """A running experiment, locked for this transaction; raises ExperimentHasEnded."""
    query = select(Experiment).where(Experiment.id == experiment_id, Experiment.ended_at.is_(None))
    experiment = await session.scalar(query.with_for_update() if lock else query)
    if experiment is None:
        raise ExperimentHasEnded
    return experiment


def possible_rounds(found: Status) -> range:
    """After how many rounds in all a running experiment can be reviewed next."""
    return range(
        max(MIN_ROUNDS, found.rounds + 1),
        max(MAX_ROUNDS, found.rounds + MAX_ROUNDS - MIN_ROUNDS) + 1,
    )


async def reschedule(session: AsyncSession, experiment: Experiment, rounds: int) -> None:
    """Put the next review after so many rounds in all; raises NotAReviewRound."""
    if rounds not in possible_rounds(await status(session, experiment)):
        raise NotAReviewRound
    experiment.rounds = rounds


def end(experiment: Experiment, how: End, *, at: datetime) -> None:
    experiment.ended_at, experiment.end = at, how


async def of_ended_teams(session: AsyncSession) -> list[int]:
    """The experiments still running whose team is asked no more."""
    orphans = await session.scalars(
        select(Experiment.id)
        .join(Team, Team.id == Experiment.team_id)
        .where(Experiment.ended_at.is_(None), Team.ended_at.is_not(None))
    )
    return list(orphans)


async def end_with_team(session: AsyncSession, ids: Sequence[int], *, at: datetime) -> None:
    await session.execute(
        update(Experiment)
        .where(is_any_of(session, Experiment.id, ids), Experiment.ended_at.is_(None))
        .values(ended_at=at, end=End.TEAM_ENDED)
    )
