"""Experiments of a team: what could be tried, what is running, what was tried before."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError
from bot.experiments.models import End, Experiment, Look
from bot.framework.content import Content
from bot.framework.entries import Idea
from bot.insight.reviews import FEWEST
from bot.privacy import QUORUM
from bot.pulse.models import Round
from bot.teams.models import Team

SUGGESTED = 3  # ideas at a time: enough for a choice, few enough to read
USUAL, MOST = 6, 12  # rounds until the review; at least FEWEST


class OneAtATime(AmpError):
    """The team has an experiment already, and two at once could not be told apart.
    `/amp experiment` shows it."""


class Unfilled(AmpError):
    """Please write something here: the whole team reads it."""


class UnknownDrive(AmpError):
    """Choose one of the drives."""

    field = "drive"


class NotARoundToLookAfter(AmpError):
    """That many rounds have passed already, or are too few to compare. Choose a later one."""

    field = "rounds"


class HasEnded(AmpError):
    """This experiment has ended already. `/amp experiment` shows what came of it."""


@dataclass(frozen=True)
class Plan:
    """What a lead wants to try, in their own words or the catalogue's."""

    title: str
    what: str
    drive: str
    goal: str
    metric: str
    rounds: int = USUAL
    idea: str | None = None


@dataclass(frozen=True)
class Standing:
    """An experiment, its reviews so far (oldest first), and the rounds closed under it."""

    experiment: Experiment
    looks: tuple[Look, ...]
    rounds: int

    @property
    def undecided(self) -> Look | None:
        """The review that waits for the leads' decision, if one does."""
        newest = self.looks[-1] if self.looks else None
        if newest is None or self.experiment.ended_at:
            return None
        return newest if newest.last_round >= self.experiment.last_round else None


@dataclass(frozen=True)
class Running:
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


def suggestions(content: Content, drive_id: str, tried: Collection[str]) -> list[Idea]:
    """Up to three ideas for a drive, each of another facet where it has so many.

    Those whose id is not among the *tried* come first; else it is the order of the catalogue.
    """
    seen: Counter[tuple[str, bool]] = Counter()
    ranked = []
    for place, idea in enumerate(content.ideas_for_drive(drive_id)):
        kind = idea.facet, idea.id in tried
        ranked.append((idea.id in tried, seen[kind], place, idea))
        seen[kind] += 1
    return [idea for *_, idea in sorted(ranked, key=lambda rank: rank[:3])][:SUGGESTED]


async def start(
    session: AsyncSession, content: Content, team: Team, plan: Plan, *, at: datetime
) -> Experiment:
    """Begin an experiment with the team's next round.

    Raises OneAtATime, Unfilled (naming the field), UnknownDrive or NotARoundToLookAfter.
    """
    drive = next((drive for drive in content.drives if drive.id == plan.drive), None)
    if drive is None:
        raise UnknownDrive
    if not FEWEST <= plan.rounds <= MOST:
        raise NotARoundToLookAfter
    words = {name: _written(plan, name) for name in ("title", "what", "goal", "metric")}
    if await running(session, team):
        raise OneAtATime
    newest = await session.scalar(select(func.max(Round.number)).where(Round.team_id == team.id))
    experiment = Experiment(
        team_id=team.id,
        idea=plan.idea,
        drive=drive.id,
        drive_name=drive.name,
        first_round=1 + (newest or 0),
        rounds=plan.rounds,
        started_at=at,
        **words,
    )
    session.add(experiment)
    try:
        await session.flush()
    except IntegrityError:  # two leads pressed the button at once
        raise OneAtATime from None
    return experiment


def _written(plan: Plan, name: str) -> str:
    """A field on one line; raises Unfilled where nothing but space was written."""
    words = " ".join(str(getattr(plan, name)).split())
    if not words:
        raise Unfilled(field=name)
    return words


async def running(session: AsyncSession, team: Team) -> Experiment | None:
    """The team's experiment that has not ended, one that waits for a decision included."""
    return await session.scalar(
        select(Experiment).where(Experiment.team_id == team.id, Experiment.ended_at.is_(None))
    )


async def running_facts(session: AsyncSession, team: Team, round_number: int) -> Running | None:
    """What the digest of a round tells of the running experiment; None when there is none."""
    experiment = await running(session, team)
    if experiment is None:
        return None
    found = await standing(session, experiment)
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


def _stage(found: Standing, round_number: int) -> str:
    if found.undecided:
        return "reviewed"
    if round_number < found.experiment.first_round:
        return "ahead"
    return "last" if round_number >= found.experiment.last_round else "under-way"


async def history(session: AsyncSession, team: Team) -> list[Standing]:
    """What the team has tried and ended, the newest first."""
    found = await session.scalars(
        select(Experiment)
        .where(Experiment.team_id == team.id, Experiment.ended_at.is_not(None))
        .order_by(Experiment.id.desc())
    )
    return [await standing(session, experiment) for experiment in found]


async def tried(session: AsyncSession, team: Team) -> set[str]:
    """The ids of the catalogue's ideas that the team has tried or is trying."""
    found = await session.scalars(
        select(Experiment.idea).where(Experiment.team_id == team.id, Experiment.idea.is_not(None))
    )
    return {idea for idea in found if idea}


async def standing(session: AsyncSession, experiment: Experiment) -> Standing:
    """An experiment with its reviews and the number of rounds closed under it."""
    looks = await session.scalars(
        select(Look).where(Look.experiment_id == experiment.id).order_by(Look.last_round)
    )
    seen = tuple(looks)
    if experiment.ended_at and seen:
        return Standing(experiment, seen, seen[-1].rounds)
    return Standing(experiment, seen, await rounds_under(session, experiment))


async def rounds_under(session: AsyncSession, experiment: Experiment) -> int:
    """How many rounds have closed since it began."""
    closed = await session.scalar(
        select(func.count())
        .select_from(Round)
        .where(
            Round.team_id == experiment.team_id,
            Round.number >= experiment.first_round,
            Round.closed_at.is_not(None),
        )
    )
    return closed or 0


async def readable_rounds(session: AsyncSession, team: Team) -> int:
    """How many closed rounds there are to compare with: those with answers enough."""
    found = await session.scalar(
        select(func.count())
        .select_from(Round)
        .where(
            Round.team_id == team.id,
            Round.answered >= QUORUM,
            Round.key_lost.is_(False),
        )
    )
    return found or 0


async def held(session: AsyncSession, experiment_id: int) -> Experiment:
    """A running experiment, held for this transaction; raises HasEnded."""
    experiment = await session.scalar(
        select(Experiment)
        .where(Experiment.id == experiment_id, Experiment.ended_at.is_(None))
        .with_for_update()
    )
    if experiment is None:
        raise HasEnded
    return experiment


def possible_rounds(found: Standing) -> range:
    """After how many rounds in all a running experiment can be looked at next."""
    return range(max(FEWEST, found.rounds + 1), max(MOST, found.rounds + MOST - FEWEST) + 1)


async def look_after(session: AsyncSession, experiment: Experiment, rounds: int) -> None:
    """Put the next review after so many rounds in all; raises NotARoundToLookAfter."""
    if rounds not in possible_rounds(await standing(session, experiment)):
        raise NotARoundToLookAfter
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
        .where(Experiment.id.in_(ids), Experiment.ended_at.is_(None))
        .values(ended_at=at, end=End.TEAM_ENDED)
    )
