"""What `plans.turn` says of somebody's next round is what then comes, or why nothing does."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.pulse import blocks as pulse
from bot.pulse import keys as key_store
from bot.pulse import rounds, spacing
from bot.pulse.keys import RoundKey
from bot.pulse.models import Invitation, Round
from bot.slack.models import Delivery
from bot.slack.requests import Actor
from bot.teams import blocks, membership, plans, reaching, roster, setup
from bot.teams.models import NEVER, Person, Team
from bot.teams.plans import Cause, Turn, Why
from bot.words import Words
from tests.pulse.conftest import NOW, House, humans
from tests.pulse.conftest import house as domain

__all__ = ["domain"]


def test_a_channel_that_is_back_does_not_end_a_pause(say: Words) -> None:
    """What «Try again» says of a team that its lead has paused."""
    team = Team(name="Core", channel_id="C1", wants_cards=True)
    told = blocks.reachable(say, Turn(team, Why.PAUSED), at=NOW)
    assert "can post for *Core* again. It is paused" in told
    assert "goes on" not in told.split("/amp resume")[0]


async def turn(domain: House, team: Team, user: str, *, at: datetime = NOW) -> Turn:
    async with domain.database.read() as session:
        now = await session.get_one(Team, team.id)
        people = await roster.read(session, now)
        return await plans.turn(session, people, Actor("T1", user), spacing.spaced, at=at)


async def change(domain: House, user: str, **values: object) -> None:
    async with domain.database.begin() as session:
        await session.execute(update(Person).where(Person.user_id == user).values(**values))


async def test_why_somebody_is_not_asked(domain: House) -> None:
    """One by one, in a team that asks the others."""
    team = await domain.team(8, leads=["U0", "U99"], left_out=["U1"])
    await change(domain, "U2", back_on=NEVER)
    await change(domain, "U3", back_on=NOW.date() + timedelta(weeks=200))
    await change(domain, "U4", wants_no_part=True)
    await change(domain, "U5", is_guest=True)
    found = {n: await turn(domain, team, f"U{n}") for n in (0, 1, 2, 3, 4, 5, 98, 99)}
    outside = dict.fromkeys((1, 4, 98, 99), Why.OUTSIDE)
    away = dict.fromkeys((2, 3), Why.AWAY)
    assert {n: one.why for n, one in found.items()} == {
        0: Why.ASKED, **outside, **away, 5: Why.GUEST,
    }  # fmt: skip
    assert {n for n, one in found.items() if one.opens} == {0, *outside}


async def test_a_round_that_is_over_before_ones_next_working_day_is_no_absence(
    domain: House,
) -> None:
    """Friday evening in Honolulu is Saturday in Auckland, and the round is open for a day."""
    team = await domain.team(6, weekday=4, hour=17, in_local_time=False, open_hours=24)
    async with domain.database.begin() as session:
        mine = await session.get_one(Team, team.id)
        mine.zone = "Pacific/Honolulu"
        [far] = humans(1, first=6, zone="Pacific/Auckland")
        await membership.join(session, mine, far, at=NOW)
    found = await turn(domain, team, "U6")
    assert (found.why, found.opens) == (Why.MISSED, None)


async def lives(domain: House, team: Team, zone: str, **wishes: object) -> None:
    """Let U1 live there, and wish it otherwise."""
    await change(domain, "U1", zone=zone, **wishes)
    async with domain.database.begin() as session:
        await plans.plan(session, await session.get_one(Team, team.id), at=NOW)


@pytest.mark.parametrize(
    ("zone", "wishes"),
    [
        ("UTC", {}),
        ("UTC", {"own_hour": 8}),
        ("UTC", {"own_weekday": 3, "own_hour": 8}),
        ("UTC", {"back_on": date(2026, 11, 25), "own_hour": 8}),
        ("America/Los_Angeles", {"own_hour": 7}),
        ("Asia/Tokyo", {"own_hour": 17}),
        ("Pacific/Auckland", {}),
    ],
)
async def test_the_moment_that_is_promised_is_the_one_at_which_it_comes(
    domain: House, zone: str, wishes: dict[str, object]
) -> None:
    """Whatever somebody's clock and wishes: a round opens as early as for its first."""
    team = await domain.team(6)
    await lives(domain, team, zone, **wishes)
    async with domain.database.read() as session:
        planned = await session.get_one(Team, team.id)
        day, opens_at = planned.next_day, planned.next_opens_at
    assert day is not None
    assert opens_at is not None
    told = await turn(domain, team, "U1")
    round_ = await domain.opens(at=opens_at, day=day)
    async with domain.database.read() as session:
        its = Invitation.round_id == round_.id, Person.user_id == "U1"
        mine = select(Invitation.due_at).join(Person, Person.id == Invitation.person_id)
        assert await session.scalar(mine.where(*its)) == told.opens


async def test_whoever_joins_after_their_hour_hears_when_this_round_comes_to_them(
    domain: House,
) -> None:
    """It is noon in Tokyo, and ten only later for the others: they are asked today as well."""
    at = datetime(2026, 11, 24, 3, tzinfo=UTC)
    team = await domain.team(6)
    async with domain.database.begin() as session:
        mine = await session.get_one(Team, team.id)
        [tokyo] = humans(1, first=6, zone="Asia/Tokyo")
        member = await membership.join(session, mine, tokyo, at=at)
        plans.include(mine, member.person, at=at)
        opens_at = mine.next_opens_at
        people = await roster.read(session, mine)
        told = await plans.turn(session, people, Actor("T1", "U6"), spacing.spaced, at=at)
    assert opens_at == told.opens == datetime(2026, 11, 24, 10, tzinfo=UTC)


async def test_whoever_wants_no_part_hears_nothing_whatever_a_lead_makes_of_them(
    domain: House, say: Words
) -> None:
    """Chosen as a lead by another one: messages to leads don't reach them."""
    team = await domain.team(6, leads=["U0", "U1"])
    await change(domain, "U1", wants_no_part=True)
    async with domain.database.begin() as session:
        mine = await session.get_one(Team, team.id)
        await reaching.lose(session, say, mine, "archived", at=NOW)
    async with domain.database.read() as session:
        assert set(await session.scalars(select(Delivery.recipient))) == {"U0"}


async def every_team(domain: House, user: str, at: datetime) -> list[Turn]:
    async with domain.database.read() as session:
        person = await roster.known(session, Actor("T1", user))
        return await plans.planned(session, person, spacing.spaced, at=at)


async def opens_due(domain: House, at: datetime) -> None:
    """Open whatever is due, in no order that anybody chose."""
    async with domain.database.read() as session:
        due = [team.id for team in await rounds.due(session, at)]
    for team_id in reversed(due):

        async def open_(key: RoundKey, team_id: int = team_id) -> Round | None:
            async with domain.database.begin() as session:
                team = await session.get_one(Team, team_id)
                return await rounds.open_for(session, team, domain.content, key, at=at)

        await key_store.with_new(domain.keys, domain.vault, open_, at=at)


async def comes(domain: House, user: str, team: Team) -> tuple[datetime, bool] | None:
    """When the newest round of a team comes to somebody, and whether a message tells of it."""
    async with domain.database.read() as session:
        found = await session.execute(
            select(Invitation.due_at, Invitation.told)
            .join(Person, Person.id == Invitation.person_id)
            .join(Round, Round.id == Invitation.round_id)
            .where(Round.team_id == team.id, Person.user_id == user)
            .order_by(Round.day.desc())
        )
        return next(((due_at, told) for due_at, told in found), None)


TEN = NOW + timedelta(hours=1)  # of that Tuesday, as rounds open
SAME = {"weekday": 1, "hour": 10}
LATER = [{"weekday": 1, "hour": 15}, {"weekday": 2, "hour": 9}, {"weekday": 4, "hour": 9}]


@pytest.mark.parametrize(("others", "zone", "wishes"), [
    ([SAME], "UTC", {}), ([SAME, SAME], "America/Los_Angeles", {}),
    ([SAME, {"weekday": 2, "hour": 9}], "Australia/Sydney", {"own_hour": 15}),
    (LATER, "Asia/Kathmandu", {"own_weekday": 2}), (LATER, "Asia/Tehran", {}),
    (
        [{"weekday": 1, "hour": 7, "in_local_time": False}, SAME], "America/Sao_Paulo",
        {"away_later": ["2026-12-01/2026-12-02"]},
    ),
    ([{"weekday": 0, "hour": 10}], "Asia/Tehran", {}),
])  # fmt: skip
async def test_of_several_teams_each_asks_on_the_day_that_is_promised(
    domain: House, others: list[dict[str, Any]], zone: str, wishes: dict[str, object]
) -> None:
    """Also told while some of the rounds are open, and whichever of them opens first."""
    asks = [SAME, *others]
    teams = [await domain.team(6 + n, channel=f"C{n}", **one) for n, one in enumerate(asks)]
    for team in teams:
        await lives(domain, team, zone, **wishes)
    at = datetime(2026, 11, 27, 18, tzinfo=UTC)  # the Friday before
    async with domain.database.begin() as session:
        for team in teams:
            await plans.plan(session, await session.get_one(Team, team.id), at=at)
    first = {one.team.id: one for one in await every_team(domain, "U1", at)}
    while at < datetime(2026, 12, 4, 22, tzinfo=UTC):
        async with domain.database.read() as session:
            at = min(one for one in await session.scalars(select(Team.next_opens_at)) if one)
        await opens_due(domain, at)
        for one in await every_team(domain, "U1", at):
            known = first[one.team.id]
            if one.team.done_week is None:  # it has not opened yet
                assert (one.opens, one.told) == (known.opens, known.told), at
    for team in teams:
        promised = first[team.id]
        assert promised.opens is not None
        if promised.opens < at:
            assert await comes(domain, "U1", team) == (promised.opens, promised.told)


async def heard_before(domain: House, team: Team, at: datetime) -> list[date]:
    """The days on which U1 is told of other teams' questions as the round of *team* opens."""
    async with domain.database.read() as session:
        members = await roster.read(session, await session.get_one(Team, team.id))
        loads = await spacing.before(session, members.team, members.asked, at, at=at)
        person = members.person(Actor("T1", "U1"))
        assert person
        return sorted(moment.date() for moment in loads[person.id].asked)


async def test_a_round_that_is_wanted_now_comes_now_for_those_that_open_beside_it_too(
    domain: House,
) -> None:
    """It asks on a day on which another team has asked: the next one does not count on a later."""
    await domain.team(6)
    await domain.opens(at=NOW)
    await domain.team(7, channel="C2")
    async with domain.database.begin() as session:
        wanted = await session.get_one(Team, domain.team_id)
        wanted.next_day, wanted.next_opens_at, wanted.asks_at_once = NOW.date(), NOW, True
    third = await domain.team(8, channel="C3", **SAME)
    assert await heard_before(domain, third, TEN) == [NOW.date()] * 2


async def test_a_question_that_no_message_tells_takes_no_room_before_it_is_open_either(
    domain: House,
) -> None:
    """The third of a week is quiet, open or about to open: a fourth counts two."""
    days = [NOW, NOW + timedelta(days=1)]
    for n, at in enumerate(days):
        await domain.team(6 + n, channel=f"C{n}")
        await change(domain, "U1", wants_reminders=False)
        await domain.opens(at=at)
    await domain.team(8, channel="C8", weekday=3)
    fourth = await domain.team(9, channel="C9", weekday=3)
    at = TEN + timedelta(days=2)
    assert await heard_before(domain, fourth, at) == [one.date() for one in days]


def delay_of(turn: Turn) -> tuple[Cause, date] | None:
    return (turn.delay.cause, turn.delay.day) if turn.delay else None


@pytest.mark.parametrize(("zone", "wishes", "changes", "opens", "delay"), [
    ("UTC", {}, {}, date(2026, 12, 8), None),
    ("UTC", {}, {"days_off": ["2026-12-08"]}, date(2026, 12, 9), Cause.FREE),
    ("Europe/Vienna", {}, {}, date(2026, 12, 9), Cause.OWN),  # the 8th is free in Austria
    ("Europe/Vienna", {"own_weekday": 3}, {}, date(2026, 12, 10), None),
    ("UTC", {"away_later": ["2026-12-08/2026-12-10"]}, {}, date(2026, 12, 10), Cause.AWAY),
    ("UTC", {"back_on": date(2026, 12, 9)}, {}, date(2026, 12, 9), Cause.AWAY),
    ("UTC", {"away_later": ["2026-12-07/2026-12-14"]}, {}, date(2026, 12, 15), Cause.AWAY),
    (
        "UTC", {}, {"days_off": [f"2026-12-{day:02}" for day in range(8, 14)]},
        date(2026, 12, 15), Cause.FREE,
    ),
])  # fmt: skip
async def test_the_reason_why_a_question_comes_later_is_named(
    domain: House,
    zone: str,
    wishes: dict[str, object],
    changes: dict[str, object],
    opens: date,
    delay: Cause | None,
) -> None:
    """One's own holiday and absence, and a day that the team has off, as public ones are."""
    team, at = await domain.team(6), datetime(2026, 12, 4, 12, tzinfo=UTC)
    async with domain.database.begin() as session:
        await session.execute(update(Team).values(**{"holidays": "GB", **changes}))
    await change(domain, "U1", zone=zone, **wishes)
    async with domain.database.begin() as session:
        mine = await session.get_one(Team, team.id)
        await plans.plan(session, mine, at=at)
    [told] = await every_team(domain, "U1", at)
    assert told.opens is not None
    assert told.opens.date() == opens
    assert delay_of(told) == (delay and (delay, date(2026, 12, 8)))


async def test_the_other_team_is_named_as_the_reason(domain: House, say: Words) -> None:
    """On both, wherever the date stands; the first team is asked as always."""
    await domain.team(6)
    await domain.team(7, channel="C2")
    first, second = await every_team(domain, "U1", NOW - timedelta(days=1))
    assert first.delay is None
    assert delay_of(second) == (Cause.OTHER, date(2026, 11, 24))
    assert "another of your teams asks you on Tuesday, 24 November" in blocks.upcoming(
        say, second, at=NOW
    )
    assert "another of your teams" in pulse.coming(say, [first, second])[1]


@pytest.mark.parametrize(("every_weeks", "opens"), [(1, None), (2, date(2026, 12, 3))])
async def test_of_two_teams_with_the_same_people_the_later_promises_what_comes(
    domain: House, say: Words, every_weeks: int, opens: date | None
) -> None:
    """Once a week is for a set of people: told before the first has asked them, and after."""
    await domain.team(6, every_weeks=every_weeks)
    second = await domain.team(6, channel="C2", weekday=3, leads=["U0", "U99"])
    for at in (NOW, TEN, TEN + timedelta(days=1)):
        await opens_due(domain, at)
        mine, other = await every_team(domain, "U1", at)
        assert mine.why == Why.ASKED
        assert (other.opens and other.opens.date(), other.why == Why.SAME) == (opens, not opens)
        assert delay_of(other) == ((Cause.SAME, date(2026, 11, 26)) if opens else None)
        lead = await turn(domain, second, "U99", at=at)
        assert lead.why == (Why.OUTSIDE if opens else Why.SAME)
        assert (lead.opens and lead.opens.date()) == opens
        for told in (blocks.upcoming(say, other, at=at), pulse.coming(say, [other])[0]):
            assert "another team asks the same people" in told
        assert "questions come" in blocks.welcome(say, other.team, other).text
        async with domain.database.read() as session:
            people = await roster.read(session, await session.get_one(Team, second.id))
            day = await plans.next_day(session, people, spacing.spaced, at=at)
        assert day == opens
        news = blocks.news_of_resuming(second, Actor("T1", "U0"), day)(say)
        assert ("The next round is on" in news) is (opens is not None)
    for days in (2, 7, 9):
        await opens_due(domain, TEN + timedelta(days=days))
        async with domain.database.begin() as session:
            await session.execute(update(Round).values(closed_at=TEN))
    came = await comes(domain, "U1", second)
    assert (came and came[0].date()) == opens


async def test_a_team_that_has_ended_has_asked_its_people_that_week_all_the_same(
    domain: House,
) -> None:
    """Whoever sets them up in another channel reads of the week after, in the receipt too."""
    first = await domain.team(6)
    await opens_due(domain, TEN)
    second = await domain.team(6, channel="C2", weekday=3)
    async with domain.database.begin() as session:
        setup.end(await session.get_one(Team, first.id), at=TEN)
    [listed] = await every_team(domain, "U1", TEN)
    for told in (listed, await turn(domain, second, "U1", at=TEN)):
        assert told.opens is not None
        assert told.opens.date() == date(2026, 12, 3)
        assert delay_of(told) == (Cause.SAME, date(2026, 11, 26))


async def test_a_third_question_of_a_week_is_said_to_come_without_a_message(
    domain: House, say: Words
) -> None:
    """And so it does; a team too small to be asked takes nobody's place."""
    await domain.team(3, channel="C9", weekday=0)
    for n, weekday in enumerate((1, 2, 3)):
        await domain.team(5 + n, channel=f"C{n}", weekday=weekday)
    *_, third = sorted(
        (one for one in await every_team(domain, "U1", NOW - timedelta(hours=12)) if one.opens),
        key=lambda one: one.opens or NOW,
    )
    assert not third.told
    assert "without a message" in blocks.upcoming(say, third, at=NOW)
    assert "without a message" in pulse.coming(say, [third])[0]
    assert "waits in my Home tab" in blocks.upcoming(say, third, at=NOW)


async def test_a_small_team_is_in_nobodys_week(domain: House) -> None:
    """Its cards go to a channel: whoever is in it is reminded of their other team's round."""
    await domain.team(3, channel="C9", weekday=3)
    await domain.team(6)
    round_ = await domain.opens()
    async with domain.database.read() as session:
        its = Invitation.round_id == round_.id, Invitation.reminds_at.is_not(None)
        reminded = select(Person.user_id).join(Invitation, Invitation.person_id == Person.id)
        assert len(list(await session.scalars(reminded.where(*its)))) == 6
