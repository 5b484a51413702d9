"""What a lead can do about a round, and how far it reaches: closing, asking again, overlapping."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update

from bot.pulse import blocks, closing, early, forgetting, rounds, tallies, weekly
from bot.pulse.early import AskedElsewhere
from bot.pulse.models import AnyRound, Invitation, Round, Tally
from bot.slack.requests import Actor
from bot.teams import membership, roster, setup
from bot.teams.models import NEVER, Team
from bot.words import Words
from tests.pulse.conftest import NOW, House, humans, wishes

DAY, HOUR, WEEK = timedelta(days=1), timedelta(hours=1), timedelta(weeks=1)


async def team_of(
    house: House,
    channel: str,
    people: list[int],
    *,
    private: bool | None = False,
    **changes: Any,
) -> Team:
    """A team of these people (U0, U1 …) in this channel, and called after it."""
    chosen = [human for n, human in enumerate(humans(40)) if n in people]
    given = {"name": channel, "digest_channel_id": channel, "leads": [f"U{people[0]}"], **changes}
    async with house.database.begin() as session:
        made = await setup.create(
            session, "T1", channel, wishes(**given), chosen,
            zone="UTC", at=NOW - DAY, is_private=private,
        )  # fmt: skip
    house.team_id = made.team.id
    return made.team


async def asks(house: House, people: list[int], *, at: Any = NOW, close: bool = True) -> Round:
    """A round of the newest team, answered by these people."""
    round_ = await house.opens(at=at)
    for n, person in enumerate(people):
        await house.answers(round_, person, dict.fromkeys(round_.items, 1 + n % 5), at=at)
    if close:
        await house.closes(round_, at=at + 3 * DAY)
    return round_


async def closes_early(house: House, *, at: Any) -> Round:
    async with house.database.begin() as session:
        team = await session.get_one(Team, house.team_id)
        return await early.close_now(session, team, at=at)


async def look(house: House, *, at: Any) -> bool:
    """Whether the round is due to close by then."""
    async with house.database.begin() as session:
        for id_ in await closing.due_to_look(session, at):
            round_ = await session.get_one(AnyRound, id_)
            await closing.look(session, house.keys, house.vault, round_, at=at)
        return bool(await rounds.due_to_close(session, at))


async def withheld(house: House, round_: Round) -> bool:
    """Whether nothing is told of a round; then nothing is kept of it either."""
    async with house.database.read() as session:
        found = await session.get_one(Round, round_.id)
        kept = await session.scalar(select(Tally).where(Tally.round_id == round_.id).limit(1))
    assert found.withheld is (kept is None)
    return found.withheld


async def test_a_round_is_open_for_a_day_however_early_a_lead_closes_it(house: House) -> None:
    """From ten on, when they are asked; and not longer than it would have been."""
    await house.team(6)
    await asks(house, [0, 1, 2, 3, 4], close=False)
    assert (await closes_early(house, at=NOW + HOUR)).closes_at == NOW + HOUR + DAY
    assert not await look(house, at=NOW + DAY)
    assert await look(house, at=NOW + HOUR + DAY)


async def test_whoever_is_asked_last_has_a_day_too_and_it_ends_by_day(house: House) -> None:
    """U5 is asked eleven hours after the others: a day later it is night where the team lives."""
    await house.team(6)
    round_ = await asks(house, [0, 1, 2, 3, 4], close=False)
    last = select(func.max(Invitation.person_id)).scalar_subquery()
    async with house.database.begin() as session:
        late = update(Invitation).where(Invitation.person_id == last)
        await session.execute(late.values(due_at=NOW + 12 * HOUR))
    morning = NOW + 2 * DAY  # at nine
    assert (await closes_early(house, at=NOW + HOUR)).closes_at == morning
    async with house.database.begin() as session:
        await session.execute(late.values(told=False))
        (await session.get_one(Round, round_.id)).closes_at = NOW + 3 * DAY
    assert (await closes_early(house, at=NOW + HOUR)).closes_at == NOW + HOUR + DAY


async def test_it_never_ends_later_than_planned(house: House) -> None:
    """Somebody who is back on its last day has what is left of it."""
    await house.team(6)
    round_ = await asks(house, [0, 1, 2, 3, 4], close=False)
    async with house.database.begin() as session:
        await session.execute(update(Invitation).values(due_at=round_.closes_at - 5 * HOUR))
    assert (await closes_early(house, at=NOW + HOUR)).closes_at == round_.closes_at


async def test_once_everybody_has_answered_it_closes_when_a_lead_says_so(house: House) -> None:
    """Nobody is waited for."""
    await house.team(6)
    await asks(house, list(range(6)), close=False)
    await closes_early(house, at=NOW + HOUR)
    assert await look(house, at=NOW + HOUR)


async def test_answering_twice_is_not_answering_for_somebody_else(house: House) -> None:
    """Five boxes of four people, and six of five, are not everybody."""
    await house.team(6)
    await asks(house, [0, 1, 2, 3, 4, 4, 4], close=False)
    await closes_early(house, at=NOW + HOUR)
    assert not await look(house, at=NOW + HOUR)


async def test_who_asks_often_sees_no_sooner_that_somebody_has_answered(house: House) -> None:
    """It is looked at once an hour, whatever a lead types in between."""
    await house.team(6)
    round_ = await asks(house, [0, 1, 2, 3, 4], close=False)
    await closes_early(house, at=NOW)
    assert not await look(house, at=NOW)
    await house.answers(round_, 5, dict.fromkeys(round_.items, 3))
    for minutes in (1, 20, 59):
        at = NOW + timedelta(minutes=minutes)
        assert (await closes_early(house, at=at)).closes_at == NOW + HOUR + DAY
        assert not await look(house, at=at)
    assert await look(house, at=NOW + HOUR)


async def test_a_worker_without_the_key_leaves_the_look_to_another(house: House) -> None:
    """Which has it, and does not wait for an hour."""
    await house.team(6)
    await asks(house, list(range(6)), close=False)
    await closes_early(house, at=NOW + HOUR)
    [name] = await house.keys.names()
    key = await house.keys.get(name)
    assert key
    await house.keys.destroy(name)
    assert not await look(house, at=NOW + HOUR)
    await house.keys.put(name, key)
    assert await look(house, at=NOW + HOUR)


async def test_a_channel_is_asked_once_a_week_whatever_ends_and_begins(house: House) -> None:
    """Ended and set up again the same day, with other people, under another name."""
    team = await house.team(6)
    await asks(house, list(range(6)))
    async with house.database.begin() as session:
        setup.end(await session.get_one(Team, team.id), at=NOW + DAY)
    again = await team_of(house, "C1", [1, 2, 3, 4, 5, 6, 7], name="Anew")
    async with house.database.begin() as session:
        found = await session.get_one(Team, again.id)
        with pytest.raises(early.AlreadyHappened):
            await early.ask_now(session, found, at=NOW + DAY)
        found.next_day, found.next_opens_at = NOW.date(), NOW + DAY
        key: Any = None
        assert await rounds.open_for(session, found, house.content, key, at=NOW + DAY) is None
        await early.ask_now(session, found, at=NOW + WEEK)


async def test_a_channel_whose_team_ended_this_week_plans_for_the_next(house: House) -> None:
    """What is said when it is set up again comes true."""
    team = await house.team(6)
    async with house.database.begin() as session:
        setup.end(await session.get_one(Team, team.id), at=NOW - DAY)
    again = await team_of(house, "C1", list(range(6)), weekday=4)
    assert again.next_day
    assert again.next_day.isocalendar()[1] == NOW.isocalendar()[1] + 1


async def test_the_same_people_are_asked_once_a_week_in_whatever_channel(house: House) -> None:
    """By the clock and by a lead; with one person more they are another set."""
    await house.team(6)
    await asks(house, list(range(6)))
    other = await team_of(house, "C2", list(range(6)))
    more = await team_of(house, "C3", list(range(7)))
    async with house.database.begin() as session:
        with pytest.raises(AskedElsewhere):
            await early.ask_now(session, await session.get_one(Team, other.id), at=NOW + HOUR)
        for team, asked in ((other, True), (more, False)):
            members = await roster.read(session, await session.get_one(Team, team.id))
            assert await weekly.was_asked(session, members, Round, "2026-W48") is asked


async def test_somebody_who_is_away_does_not_make_them_other_people(house: House) -> None:
    """Until they say so: no round has a place for them, whether they are away before or after."""
    await house.team(6)
    await is_away(house, "U5", NEVER)
    await asks(house, list(range(5)))
    await is_away(house, "U4", NEVER)
    for channel, people, asked in (("C2", range(6), True), ("C3", range(3, 9), False)):
        team = await team_of(house, channel, list(people))
        async with house.database.read() as session:
            members = await roster.read(session, await session.get_one(Team, team.id))
            assert await weekly.was_asked(session, members, Round, "2026-W48") is asked


async def is_away(house: House, user_id: str, back_on: date) -> None:
    async with house.database.begin() as session:
        (await roster.known(session, Actor("T1", user_id))).back_on = back_on


@pytest.mark.parametrize(
    ("first", "second", "hidden"),
    [
        (range(9), range(1, 9), True),  # all but one
        (range(1, 9), range(9), True),
        (range(9), range(4, 9), True),  # all but four
        (range(10), range(5, 10), False),  # all but five
        (range(9), [*range(1, 9), *range(20, 25)], True),  # five helpers instead of one
        (range(9), [*range(8), *range(20, 35)], False),  # a crowd instead of one
        (range(7), range(6, 13), False),  # a lead in common
        (range(9), range(10, 19), False),  # nobody in common
        (range(9), range(9), False),  # the same people, week by week
    ],
)
async def test_of_two_overlapping_teams_only_the_first_is_told(
    house: House, first: Any, second: Any, hidden: bool
) -> None:
    """Where what one has beyond the other are one to four people: nothing shown, nothing kept."""
    await team_of(house, "C1", list(first))
    assert not await withheld(house, await asks(house, list(first)))
    await team_of(house, "C2", list(second))
    same = list(first) == list(second)
    later = NOW + WEEK if same else NOW + HOUR
    assert await withheld(house, await asks(house, list(second), at=later)) is hidden


async def test_several_teams_together_leave_no_few_people_either(house: House) -> None:
    """Two halves of a team that is told, and one person who is in neither."""
    for channel, people, hidden in (
        ("C1", range(11), False),
        ("C2", range(1, 6), False),
        ("C3", range(6, 11), True),
    ):
        await team_of(house, channel, list(people))
        assert await withheld(house, await asks(house, list(people))) is hidden


async def test_a_team_whose_key_was_lost_hides_no_other(house: House) -> None:
    """Nothing was told of it, so there is nothing to subtract."""
    await team_of(house, "C1", list(range(9)))
    lost = await asks(house, list(range(9)), close=False)
    await house.keys.destroy(lost.key_name)
    await tallies.give_up(house.database, lost.id, at=NOW + 3 * DAY)
    await team_of(house, "C2", list(range(1, 9)))
    assert not await withheld(house, await asks(house, list(range(1, 9)), at=NOW + HOUR))


async def test_weeks_later_the_other_team_may_be_told(house: House) -> None:
    """Somebody has moved from a team that is no more to one that is."""
    team = await team_of(house, "C1", list(range(9)))
    await asks(house, list(range(9)))
    await team_of(house, "C2", list(range(1, 9)))
    assert await withheld(house, await asks(house, list(range(1, 9)), at=NOW + 4 * WEEK))
    assert not await withheld(house, await asks(house, list(range(1, 9)), at=NOW + 6 * WEEK))
    house.team_id = team.id


async def test_a_team_that_was_set_up_again_is_the_same_team(house: House) -> None:
    """It is announced, it is asked once a week, and its digests go on."""
    team = await house.team(9)
    await asks(house, list(range(9)))
    async with house.database.begin() as session:
        setup.end(await session.get_one(Team, team.id), at=NOW + DAY)
    await team_of(house, "C1", list(range(1, 9)))
    assert not await withheld(house, await asks(house, list(range(1, 9)), at=NOW + WEEK))


async def test_that_somebody_opted_out_can_be_counted_nowhere(house: House) -> None:
    """Neither in the roster's number, nor in a round's, before and after the channel is read."""
    team = await house.team(7)
    async with house.database.begin() as session:
        await forgetting.forget(session, house.vault, Actor("T1", "U3"))
    for people in (None, humans(7)):
        async with house.database.begin() as session:
            if people:
                found = await session.get_one(Team, team.id)
                await membership.enroll(session, found, people, at=NOW)
            members = await roster.read(session, team)
        assert (len(members.counted), len(members.asked)) == (7, 6)
    round_ = await house.opens()
    async with house.database.read() as session:
        invited = (await session.scalars(select(Invitation.person_id))).all()
    assert (round_.asked, len(invited)) == (7, 6)


async def test_a_round_that_an_opted_out_person_belongs_to_never_counts_as_whole(
    house: House,
) -> None:
    """«Everybody has answered» would say that nobody else is to be waited for."""
    await house.team(7)
    async with house.database.begin() as session:
        await forgetting.forget(session, house.vault, Actor("T1", "U3"))
    await asks(house, [0, 1, 2, 4, 5, 6, 6], close=False)
    await closes_early(house, at=NOW + HOUR)
    assert not await look(house, at=NOW + HOUR)


async def test_weeks_after_opting_out_no_place_in_a_round_is_known(house: House) -> None:
    """It is kept for as long as somebody could subtract, and not for longer."""
    await house.team(9)
    await asks(house, list(range(9)))
    async with house.database.begin() as session:
        await forgetting.forget(session, house.vault, Actor("T1", "U8"))
    for weeks, places in ((1, 9), (6, 8)):
        async with house.database.begin() as session:
            await forgetting.tidy(session, at=NOW + weeks * WEEK)
            assert len((await session.scalars(select(Invitation.person_id))).all()) == places


async def test_who_opts_out_does_not_open_the_way_to_their_answers(house: House) -> None:
    """They were in the one team, and would be missing in the other's comparison."""
    await team_of(house, "C1", list(range(9)))
    await asks(house, list(range(9)))
    async with house.database.begin() as session:
        await forgetting.forget(session, house.vault, Actor("T1", "U8"))
    await team_of(house, "C2", list(range(8)))
    assert await withheld(house, await asks(house, list(range(8))))


@pytest.mark.parametrize(
    ("by", "said"),
    [
        (NOW, "It closes at once (planned: "),
        (NOW + DAY, f"otherwise <!date^{int((NOW + DAY).timestamp())}^"),
        (NOW + 3 * DAY, "as planned"),
    ],
)
def test_the_question_before_an_early_close_names_its_end(by: Any, said: str, say: Words) -> None:
    """In every language, and never that nobody can answer as of now."""
    team = Team(id=1, name="Core")
    round_ = Round(asked=6, closes_at=NOW + 3 * DAY)
    shown = str(blocks.sure_to_close(say, team, round_, by, at=NOW))
    assert said in shown
    for language in say.languages:
        known = str(blocks.sure_to_close(say.locale(language), team, round_, by, at=NOW))
        assert (f"^{int(by.timestamp())}^" in known) is (by != NOW)


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (NOW, "follows in <#C1> in a moment"),
        (NOW + 13 * HOUR, "Wed"),  # at ten in the evening
        (NOW + 4 * DAY, "Mon"),  # on a Saturday
    ],
)
def test_who_closes_at_night_hears_when_the_digest_comes(at: Any, said: str, say: Words) -> None:
    """By day it follows at once."""
    team = Team(name="Core", digest_channel_id="C1", zone="UTC", weekday=1)
    told = blocks.closes_early(say, team, Round(digest_channel_id="C1"), at, at=at)
    assert said in told
    assert ("in a moment" in told) is (at == NOW)
