"""Opening a round: once a week, for everybody, with their full time."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError

from bot import clock
from bot.pulse import early, jobs, load, rounds
from bot.pulse.keys import FolderStore, RoundKey
from bot.pulse.models import Invitation, Round
from bot.slack.requests import Actor
from bot.teams import absences, membership, roster
from bot.teams.models import Member, Person, Team
from bot.teams.whom import Rule
from bot.tools.audit.models import AuditRound
from bot.words import Words
from tests.pulse.conftest import NOW, House, humans

KEY = RoundKey(b"0" * 32, "another key", b"1" * 32, b"2" * 32)


async def test_everybody_in_the_team_is_invited_once(house: House) -> None:
    """The roster is frozen at open, and its size is written down."""
    await house.team(9)
    round_ = await house.opens()
    async with house.database.read() as session:
        invited = await session.scalar(select(func.count()).select_from(Invitation))
    assert (invited, round_.asked, round_.number) == (9, 9, 1)
    assert len(round_.items) == 5


async def test_a_week_has_one_round(house: House) -> None:
    """A second opening in the same week does nothing and plans the next."""
    team = await house.team(5)
    await house.closes(await house.opens())
    async with house.database.begin() as session:
        team = await session.get_one(Team, team.id)
        team.next_day, team.next_opens_at = NOW.date(), NOW
        assert await rounds.open_for(session, team, house.content, KEY, at=NOW) is None
        assert team.next_day == NOW.date() + timedelta(days=7)


async def test_the_database_itself_refuses_a_second_round_of_a_week(house: House) -> None:
    """Whatever several workers do at once: UNIQUE(team, week)."""
    await house.team(5)
    first = await house.opens()
    with pytest.raises(IntegrityError):
        async with house.database.begin() as session:
            copy = {c.name: getattr(first, c.name) for c in Round.__table__.columns}
            session.add(Round(**{**copy, "id": None, "number": 2, "key_name": "other"}))


async def test_an_open_round_is_waited_for(house: House) -> None:
    """The next one is not opened over it, and is not lost either."""
    team = await house.team(5)
    await house.opens()
    later = NOW + timedelta(days=7, hours=1)
    async with house.database.begin() as session:
        team = await session.get_one(Team, team.id)
        assert await rounds.open_for(session, team, house.content, KEY, at=later) is None
        assert await rounds.due(session, later) == []
        await session.execute(update(Round).values(closed_at=later))
        assert await rounds.due(session, later) == [team]


class Counting(FolderStore):
    """Says how often something was put into it."""

    put_in = 0

    async def put(self, name: str, key: bytes) -> None:
        self.put_in += 1
        await super().put(name, key)


async def test_while_a_round_is_waited_for_no_key_is_made(
    house: House, say: Words, tmp_path: Path
) -> None:
    """However often the clock knocks: each would be destroyed at once."""
    await house.team(5)
    await house.opens()
    keys = Counting(tmp_path)
    async with house.database.begin() as session:
        team = await session.get_one(Team, house.team_id)
        team.next_day, team.next_opens_at = clock.now().date(), clock.now()
        team.roster_read_at = clock.now()  # Slack is not asked once more
    for _ in range(3):
        clients: Any = None
        await jobs.open_due(house.database, clients, keys, house.vault, say, house.content)
    assert keys.put_in == 0


async def test_a_round_that_is_days_late_waits_for_its_next_day(house: House) -> None:
    """After a long outage nobody gets last week's questions."""
    team = await house.team(5)
    late = NOW + timedelta(days=3)
    async with house.database.begin() as session:
        team = await session.get_one(Team, team.id)
        assert await rounds.open_for(session, team, house.content, KEY, at=late) is None
        assert team.next_opens_at is not None
        assert team.next_opens_at > late


async def test_whoever_is_asked_last_has_the_full_time(house: House) -> None:
    """With people from Auckland to Honolulu the end counts from the last invitation.

    That is a Friday evening where the team is at home, so it is Monday morning.
    """
    team = await house.team(2)
    async with house.database.begin() as session:
        far = [humans(1, zone="Pacific/Auckland")[0], humans(2, zone="Pacific/Honolulu")[1]]
        await membership.enroll(session, await session.get_one(Team, team.id), far, at=NOW)
    round_ = await house.opens(at=NOW - timedelta(hours=12), day=NOW.date())
    async with house.database.read() as session:
        moments = [due_at for _, due_at in await rounds.invited_people(session, round_)]
    assert max(moments) - min(moments) == timedelta(hours=23)
    assert max(moments) + timedelta(hours=72) == datetime(2026, 11, 27, 20, tzinfo=UTC)
    assert round_.closes_at == datetime(2026, 11, 30, 9, tzinfo=UTC)


async def test_asking_now_is_refused_when_this_week_has_been_asked(house: House) -> None:
    """With the reason that fits."""
    team = await house.team(5)
    round_ = await house.opens()
    async with house.database.begin() as session:
        team = await session.get_one(Team, team.id)
        with pytest.raises(early.AlreadyOpen):
            await early.ask_now(session, team, at=NOW)
    await house.closes(round_)
    async with house.database.begin() as session:
        team = await session.get_one(Team, team.id)
        with pytest.raises(early.AlreadyHappened):
            await early.ask_now(session, team, at=NOW)
        await early.ask_now(session, team, at=NOW + timedelta(days=6))
        assert team.next_opens_at == NOW + timedelta(days=6)


async def test_nobody_to_ask_opens_nothing(house: House) -> None:
    """Guests only, and guests are not asked."""
    team = await house.team(0)
    async with house.database.begin() as session:
        team = await session.get_one(Team, team.id)
        await membership.enroll(session, team, humans(3, is_guest=True), at=NOW)
        with pytest.raises(rounds.NobodyToAsk):
            await early.ask_now(session, team, at=NOW)


async def test_nobody_who_is_back_in_time_opens_nothing_at_once_either(house: House) -> None:
    """All of them are away for longer than the round would be open."""
    team = await house.team(3)
    async with house.database.begin() as session:
        await session.execute(update(Person).values(back_on=NOW.date() + timedelta(weeks=4)))
        team = await session.get_one(Team, team.id)
        with pytest.raises(rounds.NobodyToAsk):
            await rounds.open_at_once(session, team, AuditRound, {"sign": 1}, KEY, at=NOW)


async def test_a_reminder_that_somebody_put_off_does_not_count(house: House) -> None:
    """For what a week may bring; those of the others do."""
    await house.team(3)
    await house.opens()
    async with house.database.begin() as session:
        ids = list(await session.scalars(select(Person.id).order_by(Person.id)))
        later = update(Invitation).where(Invitation.person_id == ids[0])
        await session.execute(later.values(later_at=NOW + timedelta(hours=1)))
        loads = await load.of_people(session, ids, at=NOW)
    assert [len(loads[id_].reminded) for id_ in ids] == [0, 1, 1]
    assert [len(loads[id_].asked) for id_ in ids] == [1, 1, 1]


async def loads(house: House, *, at: datetime = NOW) -> list[tuple[int, int]]:
    """How many questions and reminders each person hears of in these days, in their order."""
    async with house.database.begin() as session:
        ids = list(await session.scalars(select(Person.id).order_by(Person.id)))
        found = await load.of_people(session, ids, at=at)
    return [(len(found[id_].asked), len(found[id_].reminded)) for id_ in ids]


async def test_what_somebody_put_off_does_not_count_after_the_close_either(house: House) -> None:
    """And nothing tells any more when they had put it off to."""
    await house.team(3)
    round_ = await house.opens()
    async with house.database.begin() as session:
        first = await session.scalar(select(func.min(Person.id)))
        later = update(Invitation).where(Invitation.person_id == first)
        await session.execute(later.values(later_at=NOW + timedelta(hours=1)))
    after = NOW + timedelta(days=3)
    await house.closes(round_, at=after)
    assert await loads(house, at=after) == [(1, 0), (1, 1), (1, 1)]
    async with house.database.read() as session:
        assert set(await session.scalars(select(Invitation.later_at))) == {None}


async def test_what_a_close_has_called_off_does_not_count(house: House) -> None:
    """A reminder, and a question of somebody who would have been asked on the next day."""
    await house.team(3)
    async with house.database.begin() as session:
        first = await session.scalar(select(func.min(Person.id)))
        own_day = update(Person).where(Person.id == first)
        await session.execute(own_day.values(own_weekday=(NOW.weekday() + 1) % 7))
    round_ = await house.opens()
    assert await loads(house) == [(1, 1), (1, 1), (1, 1)]
    await house.closes(round_, at=NOW + timedelta(hours=2))
    assert await loads(house) == [(0, 0), (1, 0), (1, 0)]


async def goes_away(house: House, user_id: str) -> None:
    async with house.database.begin() as session:
        person = await roster.known(session, Actor("T1", user_id))
        absences.leave(person, NOW.date() + timedelta(weeks=4))


async def asked_in(house: House, round_: Round) -> int:
    async with house.database.read() as session:
        return (await session.get_one(Round, round_.id)).asked


@pytest.mark.parametrize("how", ["joined", "left out before", "a guest before"])
async def test_whoever_was_never_asked_is_not_taken_off_at_the_close(
    house: House, how: str
) -> None:
    """They came into the team while the round was open, and are away; another one is taken off."""
    team = await house.team(8, left_out=["U7"] if how == "left out before" else [])
    if how == "a guest before":
        async with house.database.begin() as session:
            await session.execute(
                update(Person).where(Person.user_id == "U7").values(is_guest=True)
            )
    await goes_away(house, "U6")
    round_ = await house.opens()
    before = await asked_in(house, round_)
    new = humans(1, first=8 if how == "joined" else 7)[0]
    async with house.database.begin() as session:
        await membership.join(session, await session.get_one(Team, team.id), new, at=NOW)
        await session.execute(update(Member).values(left_out=False))
    await goes_away(house, new.user_id)
    await house.closes(round_, at=NOW + timedelta(days=3))
    assert await asked_in(house, round_) == before - 1


@pytest.mark.parametrize("who", ["U6", "U7"])
async def test_whoever_is_taken_off_was_asked_whatever_the_team_asks_now(
    house: House, who: str
) -> None:
    """U6 is away when it opens, U7 goes later; a lead leaves them out in mid-round."""
    team = await house.team(8)
    await goes_away(house, "U6")
    round_ = await house.opens()
    await goes_away(house, "U7")
    async with house.database.begin() as session:
        await membership.enroll(
            session, await session.get_one(Team, team.id), humans(8),
            rule=Rule(people=frozenset({who})), at=NOW,
        )  # fmt: skip
    await house.closes(round_, at=NOW + timedelta(days=3))
    assert await asked_in(house, round_) == 6


async def test_whoever_has_left_the_channel_and_is_away_is_taken_off_too(house: House) -> None:
    """They have a place; that they left changes nothing about it."""
    team = await house.team(8)
    round_ = await house.opens()
    await goes_away(house, "U7")
    async with house.database.begin() as session:
        mine = await session.get_one(Team, team.id)
        await membership.leave(session, mine, Actor("T1", "U7"))
    await house.closes(round_, at=NOW + timedelta(days=3))
    assert await asked_in(house, round_) == 7
