"""A year of two thousand people in six zones: what each of them is sent, planned as it would be."""

import random
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from msgspec.structs import replace

from bot.pulse import load, planning
from bot.pulse.planning import Load, Place, Plan
from bot.teams import calendar
from bot.teams.calendar import Calendar
from bot.teams.rhythm import LEAST, Rhythm, Upcoming, upcoming, week

Coming = dict[int, Upcoming | None]

ZONES = (
    "America/Los_Angeles", "America/Sao_Paulo", "Europe/Berlin", "Asia/Riyadh", "Asia/Kathmandu",
    "Australia/Sydney",
)  # fmt: skip
PEOPLE, TEAM = 2000, 20
BEGINS = datetime(2026, 1, 5, tzinfo=UTC)
ENDS = BEGINS + timedelta(days=364)


@dataclass
class Crew:
    """A team, and what it has planned next."""

    rhythm: Rhythm
    people: list[int]
    asked_last: str | None = None


def company(seed: int) -> tuple[dict[int, Calendar], list[Crew]]:
    """Everybody is in one team, a third of them in another one, a few in four."""
    chance = random.Random(seed)
    people = {n: calendar.of_zone(ZONES[n % 6]) for n in range(PEOPLE)}
    extra = [n for n in people if n % 3 == 0] + [n for n in people if n % 50 == 0] * 2
    seats = [*people, *extra]
    crews = []
    for start in range(0, len(seats), TEAM):
        home = people[seats[start]]
        days = sorted(home.week)
        rhythm = Rhythm(
            chance.choice(days), chance.choice(range(8, 18)), home, chance.random() < 0.8,
            chance.choice((1, 1, 2)), BEGINS.date(), timedelta(hours=chance.choice((48, 72, 96))),
        )  # fmt: skip
        crews.append(Crew(rhythm, sorted(set(seats[start : start + TEAM]))))
    return people, crews


def absences(seed: int) -> dict[int, tuple[date, date]]:
    """Half of them are away for two weeks at some time."""
    chance = random.Random(seed)
    first = {n: BEGINS.date() + timedelta(days=chance.randrange(350)) for n in range(0, PEOPLE, 2)}
    return {n: (day, day + timedelta(days=14)) for n, day in first.items()}


def test_a_year_of_two_thousand_people() -> None:
    """None double, none missed, none at night or on a free day, and never three in a week."""
    people, crews = company(7)
    away = absences(8)
    member_of = Counter(n for crew in crews for n in crew.people)
    sent: dict[int, Load] = defaultdict(Load)
    rounds: set[tuple[int, str]] = set()
    opened = silent = 0

    def here(n: int, at: datetime) -> Calendar:
        first, back_on = away.get(n, (date.max, date.max))
        is_away = first <= people[n].day_of(at) < back_on
        return replace(people[n], away=((date.min, back_on),)) if is_away else people[n]

    coming = {
        id_: upcoming(crew.rhythm, [people[n] for n in crew.people], at=BEGINS)
        for id_, crew in enumerate(crews)
    }
    teams_of = defaultdict(list)
    for id_, crew in enumerate(crews):
        for n in crew.people:
            teams_of[n].append((id_, crew.rhythm.every_weeks))
    while due := [
        (one.opens_at, id_) for id_, one in coming.items() if one and one.opens_at < ENDS
    ]:
        at, id_ = min(due)
        crew, planned = crews[id_], coming[id_]
        assert planned is not None
        assert (id_, week(planned.day)) not in rounds  # one round a week
        rounds.add((id_, week(planned.day)))
        calendars = {n: here(n, at) for n in crew.people}
        coming[id_] = upcoming(crew.rhythm, calendars.values(), at=at, not_in=week(planned.day))
        loads = {n: _load(sent[n], teams_of[n], coming, at) for n in crew.people}
        plan = planning.of_day(crew.rhythm, planned.day, calendars, loads, at=at)
        opened += 1
        assert crew.rhythm.calendar.fits(plan.closes_at)
        for n, whose in calendars.items():
            place = plan.places.get(n)
            if place is None:  # away, or off until the end
                assert crew.rhythm.own_moment(planned.day, whose) is None
            elif place.told:
                check(place, plan, whose, sent[n], at=at)
                keep(place, sent[n])
            else:
                assert is_full(sent[n], whose, place.due_at)
                silent += member_of[n] < 3

    messages = 0
    for n, heard in sent.items():
        weeks = Counter(week(people[n].day_of(m)) for m in (*heard.asked, *heard.reminded))
        assert max(weeks.values(), default=0) <= planning.A_WEEK, (n, weeks.most_common(1))
        assert len(set(heard.asked)) == len(heard.asked)
        messages += weeks.total()
    assert opened > 5000
    assert messages > 100_000
    # Of those in two teams: where a holiday has moved a question into a week that was full.
    assert silent < messages / 500


def check(place: Place, plan: Plan, whose: Calendar, sent: Load, *, at: datetime) -> None:
    """By day, on a working day, on a day without another team's question."""
    assert whose.fits(place.due_at)
    assert at <= place.due_at <= plan.closes_at - LEAST
    assert not sent.is_asked_on(whose, whose.day_of(place.due_at))
    assert place.instead_of is None or place.instead_of > at
    if place.reminds_at:
        assert whose.fits(place.reminds_at)
        assert place.due_at < place.reminds_at < plan.closes_at


def is_full(sent: Load, whose: Calendar, at: datetime) -> bool:
    """Whether a week has its two messages, or a day its question, so that one more is not told."""
    return sent.sent(whose, at) >= planning.A_WEEK or sent.is_asked_on(whose, whose.day_of(at))


def keep(place: Place, sent: Load) -> None:
    if place.instead_of:
        sent.reminded.remove(place.instead_of)
    sent.asked.append(place.due_at)
    if place.reminds_at:
        sent.reminded.append(place.reminds_at)


def _load(sent: Load, teams: list[tuple[int, int]], coming: Coming, at: datetime) -> Load:
    """What somebody hears around a moment, as the rows would say it."""
    around = timedelta(days=10)
    days = [
        day
        for id_, every_weeks in teams
        if (one := coming[id_]) and one.opens_at <= at + around
        for day in load.coming(one.day, every_weeks)
    ]
    near = [[m for m in moments[-9:] if m > at - around] for moments in (sent.asked, sent.reminded)]
    return Load(near[0], near[1], days)
