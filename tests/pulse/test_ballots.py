"""Casting a ballot: sealed, replaceable until the end, refused where it has no place."""

import asyncio
import json
from datetime import timedelta

import pytest
from nacl.bindings import sodium_pad
from nacl.public import PrivateKey, SealedBox
from sqlalchemy import delete, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.pulse import ballots, destroying, inviting, planning, sealing
from bot.pulse.keys import half_of
from bot.pulse.models import (
    Ballot,
    Box,
    CommentBox,
    Invitation,
    Participation,
    Reminded,
    Round,
    Seal,
)
from bot.slack.models import Delivery
from bot.slack.requests import Actor
from bot.teams.models import NEVER, Person, Team
from bot.words import Words
from tests.pulse.conftest import NOW, House


def anchor(house: House) -> str:
    return house.content.anchors[0].id


async def test_people_may_change_their_mind_until_the_round_closes(house: House) -> None:
    """The last ballot counts, and only that one."""
    await house.team(6)
    round_, item = await house.opens(), anchor(house)
    for person in range(6):
        await house.answers(round_, person, {item: 4})
    await house.answers(round_, 0, {item: 2})
    assert (await house.closes(round_))[item] == {2: 1, 4: 5}


async def test_a_closed_round_keeps_what_it_has(house: House) -> None:
    """Late answers are refused, also in the seconds before the worker closes it."""
    await house.team(6)
    round_, item = await house.opens(), anchor(house)
    for person in range(6):
        await house.answers(round_, person, {item: 3 + person % 2})
    with pytest.raises(ballots.RoundClosed):
        await house.answers(round_, 0, {item: 1}, at=round_.closes_at)
    kept = await house.closes(round_)
    with pytest.raises(ballots.RoundClosed):
        await house.answers(round_, 0, {item: 1}, at=NOW - timedelta(hours=1))
    assert await house.tally(round_) == kept == {item: {3: 3, 4: 3}}


async def test_what_is_sent_again_counts_only_where_it_was_sent_first(house: House) -> None:
    """Somebody changes their mind; a copy of what they sent before comes in after that."""
    await house.team(6)
    round_, item = await house.opens(), anchor(house)
    for person in range(1, 6):
        await house.answers(round_, person, {item: 4})
    for value, once in ((5, "first"), (2, "second"), (5, "first"), (2, "second")):
        await house.answers(round_, 0, {item: value}, once=once)
    assert (await house.closes(round_))[item] == {2: 1, 4: 5}


async def test_a_round_that_closed_a_moment_ago_takes_nothing_from_who_remembers_it_open(
    house: House,
) -> None:
    """What is remembered for a second spares a look, and opens nothing."""
    await house.team(6)
    round_, given = await house.opens(), {anchor(house): 4}
    remembering = ballots.OpenRounds(house.database, house.vault)
    for person in range(5):
        await ballots.cast(remembering, round_.id, Actor("T1", f"U{person}"), given, at=NOW)
    await house.closes(round_)
    with pytest.raises(ballots.RoundClosed):
        await ballots.cast(remembering, round_.id, Actor("T1", "U5"), given, at=NOW)
    async with house.database.read() as session:
        assert not await session.scalar(select(func.count()).select_from(Box))


async def test_many_who_answer_at_once_read_the_round_once(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One asks who has a place in it, for all; and nobody's ballot is lost for it."""
    await house.team(30)
    round_, item = await house.opens(), anchor(house)
    looks, places = [], ballots.places

    async def counted(session: AsyncSession, round_id: int) -> dict[Actor, int]:
        looks.append(round_id)
        return await places(session, round_id)

    monkeypatch.setattr(ballots, "places", counted)
    together = ballots.OpenRounds(house.database, house.vault)
    people = [Actor("T1", f"U{n}") for n in range(30)]
    await asyncio.gather(
        *(ballots.cast(together, round_.id, who, {item: 3}, at=NOW) for who in people)
    )
    assert len(looks) == 1
    assert sum((await house.closes(round_))[item].values()) == 30


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_ballot_and_the_comment_beside_it_have_no_key_in_common(house: House) -> None:
    """Nor the mark that PostgreSQL gives to all rows of one transaction."""
    await house.team(6)
    round_, item = await house.opens(), anchor(house)
    for person in range(6):
        await house.answers(round_, person, {item: 3})
    marks: list[str] = []
    async with house.database.read() as session:
        for table in (Box, CommentBox):
            found = await session.scalars(text(f"SELECT xmin::text FROM {table.__tablename__}"))
            marks += found
    assert len(marks) == len(set(marks)) == 12


@pytest.mark.parametrize("people", [6, 4], ids=["with a comment's box", "without one"])
async def test_what_was_taken_is_on_the_disk(house: House, people: int) -> None:
    """PostgreSQL's log is waited for once: with the last of what is kept, and all that was before.

    Somebody else's line in the log, between two looks, would be another matter: hence three times.
    """
    if house.database.on_sqlite:  # which commits both boxes at once
        async with house.database.read() as session:
            assert await session.scalar(text("PRAGMA synchronous")) == 2  # FULL
        return
    await house.team(6)
    round_ = await house.opens()
    async with house.database.begin() as session:
        await session.execute(update(Round).values(asked=people))
    behind = text("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), pg_current_wal_flush_lsn())")
    found = []
    for person in range(3):
        await house.answers(round_, person, {anchor(house): 4})
        async with house.database.read() as session:
            found.append(await session.scalar(behind))
    assert 0 in found
    async with house.database.read() as session:
        beside = await session.scalar(select(func.count()).select_from(CommentBox))
    assert beside == (3 if people == 6 else 0)


async def test_whoever_joined_later_is_not_in_it(house: House) -> None:
    """The roster was frozen when the round opened."""
    await house.team(5)
    round_ = await house.opens()
    with pytest.raises(ballots.NotInvited):
        await house.answers(round_, 77, {anchor(house): 3})


@pytest.mark.parametrize("given", [{}, {"not-an-item": 3}, {"ANCHOR": 0}, {"ANCHOR": 6}])
async def test_a_strange_ballot_is_refused(house: House, given: dict[str, int]) -> None:
    """Nothing chosen, an item that was not asked, a value off the scale."""
    await house.team(5)
    round_ = await house.opens()
    with pytest.raises((ballots.StrangeAnswer, ballots.NothingAnswered)):
        await house.answers(
            round_, 0, {anchor(house) if k == "ANCHOR" else k: v for k, v in given.items()}
        )
    async with house.database.read() as session:
        assert await session.scalar(select(func.count()).select_from(Box)) == 0


async def test_every_ballot_has_one_length(house: House) -> None:
    """One answer or five, the sealed box looks the same from outside."""
    await house.team(5)
    round_ = await house.opens()
    await house.answers(round_, 0, {anchor(house): 1})
    await house.answers(round_, 1, dict.fromkeys(round_.items, 5))
    async with house.database.read() as session:
        assert len({len(s) for s in await session.scalars(select(Box.sealed))}) == 1


async def test_boxes_say_nothing_outside(house: House) -> None:
    """Neither whose they are nor in what order they came; who answers twice has two."""
    await house.team(5)
    round_ = await house.opens()
    for person in (0, 1, 2, 3, 4, 0):
        await house.answers(round_, person, {anchor(house): 1})
    assert {c.name for c in Box.__table__.columns} == {"seal", "id", "sealed"}
    async with house.database.read() as session:
        boxes = list(await session.scalars(select(Box)))
        people = await ballots.everybody(session, round_.id)
    tokens = {ballots.token(house.vault, round_.id, person.id)[:16] for person in people}
    assert len({box.id for box in boxes}) == 6
    assert not tokens & {box.id for box in boxes}


async def test_everybody_is_reminded_in_the_same_words(house: House, say: Words) -> None:
    """Once, whoever has answered: what stays in Slack tells nobody who has."""
    await house.team(5)
    round_ = await house.opens()
    await house.answers(round_, 2, {anchor(house): 1})
    a_day_before_the_end = round_.closes_at - timedelta(hours=24)
    for _ in range(2):
        async with house.database.begin() as session:
            await inviting.remind(session, say, round_.id, at=a_day_before_the_end)
    async with house.database.read() as session:
        sent = list(await session.scalars(select(Delivery)))
    assert sorted(one.recipient for one in sent) == [f"U{n}" for n in range(5)]
    assert len({one.message_id for one in sent}) == 1


@pytest.mark.parametrize("answered", [(), (0, 1), (0, 1, 2, 3, 4, 5)])
async def test_who_is_reminded_hangs_on_what_they_want_and_never_on_an_answer(
    house: House, say: Words, answered: tuple[int, ...]
) -> None:
    """U1 wants no reminder, U2 went away since, U3 has had two messages from another team."""
    await house.team(6)
    async with house.database.begin() as session:
        people = list(await session.scalars(select(Person).order_by(Person.id)))
        people[1].wants_reminders = False
    round_ = await house.opens()
    for person in answered:
        await house.answers(round_, person, {anchor(house): 1})
    async with house.database.begin() as session:
        (await session.get_one(Person, people[2].id)).back_on = NEVER
        theirs = Invitation.person_id == people[3].id
        await session.execute(update(Invitation).where(theirs).values(reminds_at=None))
    async with house.database.begin() as session:
        a_day_before_the_end = round_.closes_at - timedelta(hours=24)
        await inviting.remind(session, say, round_.id, at=a_day_before_the_end)
    async with house.database.read() as session:
        sent = await session.scalars(select(Delivery.recipient))
    assert sorted(sent) == ["U0", "U4", "U5"]


async def test_a_team_that_wants_no_reminders_gets_none(house: House, say: Words) -> None:
    """Whoever has answered."""
    await house.team(5)
    async with house.database.begin() as session:
        (await session.get_one(Team, house.team_id)).reminds = False
    round_ = await house.opens()
    async with house.database.begin() as session:
        a_day_before_the_end = round_.closes_at - timedelta(hours=24)
        await inviting.remind(session, say, round_.id, at=a_day_before_the_end)
    async with house.database.read() as session:
        assert await session.scalar(select(func.count()).select_from(Delivery)) == 0


async def test_a_reminder_an_hour_before_the_end_goes_out_with_a_late_worker(
    house: House, say: Words
) -> None:
    """As planned at the latest; half an hour before the end it is of no use any more."""
    await house.team(5)
    round_ = await house.opens()
    planned = round_.closes_at - planning.LAST_HOUR
    async with house.database.begin() as session:
        await session.execute(update(Invitation).values(reminds_at=planned))
    for late, sent in ((timedelta(minutes=31), 0), (timedelta(minutes=5), 5)):
        async with house.database.begin() as session:
            await inviting.remind(session, say, round_.id, at=planned + late)
        async with house.database.read() as session:
            assert await session.scalar(select(func.count()).select_from(Delivery)) == sent


async def test_a_round_of_the_version_before_is_counted_with_what_came_since(house: House) -> None:
    """Its key lay whole in the store, and a ballot under a token; somebody answers once more."""
    await house.team(6)
    round_, item = await house.opens(), anchor(house)
    async with house.database.begin() as session:
        private = await sealing.private_key(session, house.keys, round_.key_name)
        assert private is not None
        people = await ballots.everybody(session, round_.id)
        box = SealedBox(PrivateKey(private).public_key)
        for person in people[:5]:
            padded = sodium_pad(json.dumps({item: 2}).encode(), 1024)
            token = ballots.token(house.vault, round_.id, person.id)
            session.add(Ballot(round_id=round_.id, token=token, sealed=box.encrypt(padded)))
        await session.execute(delete(Seal))
    await house.keys.destroy(half_of(round_.key_name))
    await house.keys.put(round_.key_name, private)

    with pytest.raises(sealing.CannotSeal):  # nobody has vouched for its public key yet
        await house.answers(round_, 0, {item: 5})
    for _ in range(2):
        await destroying.split_whole_keys(house.database, house.keys, house.vault)
    assert await house.keys.names() == {half_of(round_.key_name)}
    await house.answers(round_, 0, {item: 5})
    await house.answers(round_, 5, {item: 4})
    assert (await house.closes(round_))[item] == {2: 4, 4: 1, 5: 1}
    assert await house.keys.names() == set()


async def test_nothing_about_single_people_is_left_after_close(house: House) -> None:
    """Ballots, participation and reminders are gone, and so is the key."""
    await house.team(5)
    round_ = await house.opens()
    for person in range(5):
        await house.answers(round_, person, {anchor(house): 1 + person % 3})
    await house.closes(round_)
    async with house.database.read() as session:
        for table in (Box, Seal, Ballot, Participation, Reminded):
            assert await session.scalar(select(func.count()).select_from(table)) == 0
    assert await house.keys.names() == set()


async def test_below_the_quorum_nothing_is_kept(house: House) -> None:
    """Four answers to an item leave no count of it, five do; the item beside it is unaffected."""
    await house.team(9)
    round_ = await house.opens()
    first, second, *_ = round_.items
    for person in range(5):
        given = {first: 1 + person % 3} | ({second: 4} if person < 4 else {})
        await house.answers(round_, person, given)
    assert await house.closes(round_) == {first: {1: 2, 2: 2, 3: 1}}


async def test_unanimity_is_softened_before_it_is_stored(house: House) -> None:
    """All of them said 1: one of them moves a step inward, so that no single answer is certain."""
    await house.team(5)
    round_, item = await house.opens(), anchor(house)
    for person in range(5):
        await house.answers(round_, person, {item: 1})
    assert await house.closes(round_) == {item: {1: 4, 2: 1}}
