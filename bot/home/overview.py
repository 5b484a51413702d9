"""What one person's Home tells: what waits, how their teams stand, what comes next."""

from datetime import datetime

from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncSession

from bot.checklist import ticks
from bot.checklist.ticks import Progress
from bot.digest import archive, deliveries, stepping
from bot.digest.rollup import subscriptions
from bot.digest.summary import Summary
from bot.experiments import experimenting, moves
from bot.experiments.experimenting import Running, Status
from bot.framework.content import Content
from bot.framework.entries import Todo
from bot.pulse import rounds, spacing
from bot.pulse.models import AnyRound
from bot.slack.requests import Actor
from bot.teams import absences, plans, roster
from bot.teams.models import Person, Team
from bot.teams.plans import Turn

MAX_TEAMS = 10  # that a Home shows; a view holds 100 blocks
RATED_ROUNDS = 12  # that a response rate is over


class Waiting(Struct, frozen=True):
    """A round that somebody may answer."""

    team: Team
    round_: AnyRound


class LeadOverview(Struct, frozen=True):
    """What only the leads of a team see here."""

    rate: int | None  # of a hundred, over the last rounds
    rounds: int  # that the rate is over
    running: Running | None  # the experiment
    tried: tuple[Status, ...]  # the newest first
    progress: Progress


class TeamOverview(Struct, frozen=True):
    """One team, as one person sees it."""

    team: Team
    last: Summary | None
    arrived: bool  # whether its last digest can be read in the channel
    led: LeadOverview | None
    turn: Turn  # when its next round comes to them
    move: str | None = None  # the id of what to try for what is news, where that can begin now


class Home(Struct, frozen=True):
    """Everything on the tab of one person."""

    waiting: tuple[Waiting, ...]
    teams: tuple[TeamOverview, ...]
    more: int  # teams that there is no room for
    next: Todo | None  # the next line of a team's checklist
    next_of: Team | None
    away: Person | None = None  # they themselves, while they are
    leaves: Person | None = None  # likewise, where they are not, and will be
    rolls_up: bool = False  # there is a roll-up, and its months are for leads

    @property
    def leads_next(self) -> bool:
        """Whether they lead the team whose next line it is."""
        return any(one.led for one in self.teams if one.team is self.next_of)

    @property
    def standing(self) -> str:
        """What somebody is here: "lead" of a team, "member" of one, or "newcomer" to all."""
        if any(one.led for one in self.teams):
            return "lead"
        return "member" if self.teams else "newcomer"


async def read(session: AsyncSession, content: Content, actor: Actor, *, at: datetime) -> Home:
    """What the Home of *actor* tells at this moment; nothing is written."""
    person = await roster.find(session, actor)
    planned = await plans.planned(session, person, spacing.spaced, at=at) if person else []
    theirs = await roster.of_person(session, actor)
    own = {team.asking.id: team for team in sorted(theirs, key=lambda one: not one.rests)}
    shown = [
        await _team(session, content, actor, own[turn.team.id], turn)
        for turn in planned[:MAX_TEAMS]
    ]
    next_, next_of = await _next(session, content, shown)
    waiting = await rounds.open_for_person(session, actor, AnyRound, at=at)
    is_away = person is not None and absences.is_away(person, at)
    return Home(
        waiting=tuple(Waiting(*one) for one in waiting[:MAX_TEAMS]),
        teams=tuple(shown),
        more=max(0, len(planned) - MAX_TEAMS),
        next=next_,
        next_of=next_of,
        away=person if is_away else None,
        leaves=None if is_away else person,
        rolls_up=any(one.led for one in shown) and await subscriptions.is_for_leads(session, actor),
    )


async def _team(
    session: AsyncSession, content: Content, actor: Actor, team: Team, turn: Turn
) -> TeamOverview:
    last = await archive.of(session, team, last=RATED_ROUNDS)
    people = await roster.read(session, team)
    number = last[-1].number if last else 0
    running = await experimenting.running_facts(session, team, number)
    return TeamOverview(
        team=team,
        turn=turn,
        last=last[-1] if last else None,
        arrived=bool(last) and await deliveries.newest_has_arrived(session, team),
        led=await _led(session, content, team, last, running) if people.is_led_by(actor) else None,
        move=await _move(session, team, last[-1], running) if last and not team.rests else None,
    )


async def _move(
    session: AsyncSession, team: Team, last: Summary, running: Running | None
) -> str | None:
    """The last digest's first idea for its news, unless something runs or it is not for them."""
    if last.leading is None or (running and running.stage != "reviewed"):
        return None
    rejected = await moves.rejected(session, team)
    return next((idea for idea in last.ideas if idea not in rejected), None)


async def _led(
    session: AsyncSession,
    content: Content,
    team: Team,
    last: list[Summary],
    running: Running | None,
) -> LeadOverview:
    asked = sum(summary.asked for summary in last)
    answered = sum(summary.answered for summary in last)
    return LeadOverview(
        rate=round(100 * answered / asked) if asked else None,
        rounds=len(last),
        running=running,
        tried=tuple(await experimenting.history(session, team)),
        progress=await ticks.progress(session, team, content),
    )


async def _next(
    session: AsyncSession, content: Content, shown: list[TeamOverview]
) -> tuple[Todo | None, Team | None]:
    """Where digests lead, or the first open line: of a team that the person leads, if one has."""
    for one in sorted(shown, key=lambda one: one.led is None):
        progress = one.led.progress if one.led else await ticks.progress(session, one.team, content)
        told = await archive.steps(session, one.team, last=moves.REMEMBERED)
        line = stepping.ahead(progress, told, number=max(told, default=0))
        if line := line or progress.next:
            return line, one.team
    return None, None
