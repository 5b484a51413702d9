"""Comments without Slack: sealing, closing, replacing, forgetting, and what is left in the rows."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot import models
from bot.pulse import blocks, forgetting, sealing, tallies
from bot.pulse.comments import addresses, boxes, letters, releasing, writing
from bot.pulse.comments.addresses import AddressGone
from bot.pulse.comments.models import Comment, Letter, ReplyAddress
from bot.pulse.comments.releasing import Released
from bot.pulse.comments.writing import (
    AnswerIsBlank,
    AnswerTooLong,
    CommentIsBlank,
    CommentTooLong,
    Remark,
)  # fmt: skip
from bot.pulse.keys import half_of
from bot.pulse.models import CommentBox, Round
from bot.slack.requests import Actor
from bot.teams import roster
from bot.teams.models import Team
from bot.words import Words
from tests.pulse.conftest import NOW, House

LATER = NOW + timedelta(hours=73)


async def a_round(house: House, comments: Sequence[Remark], *, people: int = 9) -> Round:
    """Everybody answers; the first of them write these comments."""
    await house.team(people)
    round_ = await house.opens()
    for person in range(people):
        told = comments[person] if person < len(comments) else Remark()
        await house.answers(round_, person, dict.fromkeys(round_.items, 3), told)
    return round_


async def released(house: House, round_: Round) -> list[Released]:
    await house.closes(round_, at=LATER)
    async with house.database.begin() as session:
        return await releasing.release(session, round_.id)


async def rows(house: House, table: type) -> list:  # type: ignore[type-arg]
    async with house.database.read() as session:
        return list(await session.scalars(select(table)))


THREE = [Remark("One", "U0"), Remark("Two"), Remark("Three")]


def test_a_comment_is_one_line_of_what_can_be_seen() -> None:
    """Whatever would hide, turn round or blank out words beside it is taken out."""
    assert writing.comment(" a\n\n b\u202e c\u200b\x00d ").words == "a b cd"
    assert writing.comment("👩\u200d🔧").words == "👩\u200d🔧"
    assert writing.comment(None) == writing.comment("") == Remark()
    assert writing.comment("x", writer="U1") == Remark("x", "U1")


@pytest.mark.parametrize("blank", [" ", "\n\t ", "\u200b", "\u3164\u2800", "\u200d \u200c"])
def test_blanks_alone_are_no_comment(blank: str) -> None:
    with pytest.raises(CommentIsBlank):
        writing.comment(blank)
    with pytest.raises(AnswerIsBlank):
        writing.answer(blank)


def test_ten_thousand_characters_are_refused() -> None:
    assert len(writing.comment("x" * 280).words) == 280
    for length in (281, 10_000):
        with pytest.raises(CommentTooLong) as told:
            writing.comment("x" * length)
        assert told.value.values == {"longest": 280, "length": length}
        assert told.value.about == "comment"
    with pytest.raises(AnswerTooLong):
        writing.answer("x" * 10_000)


@pytest.mark.parametrize("words", ["", "x", "\U0001f469" * 280, '"\\' * 140])
def test_every_box_has_one_length(words: str) -> None:
    """Whether somebody wrote, how much, and whether they may be answered, no row tells."""
    told = [{"words": words, "writer": writer} for writer in ("", "U" * 32)]
    token, key = bytes(32), bytes(range(32))
    sealed = {len(sealing.sealed(key, token, one, boxes.COMMENT)) for one in told}
    assert sealed == {boxes.COMMENT + 48}


@pytest.mark.parametrize("words", ["\U0001f469" * 500, '"\\' * 250])
def test_the_longest_answer_and_address_fit(words: str) -> None:
    key = bytes(range(32))
    told = {"kind": "answer", "words": words, "key": f"answer:{'0' * 32}"}
    assert len(boxes.sealed(key, told, boxes.LETTER)) == boxes.LETTER + 48
    assert len(addresses.to(key, "U" * 32)) == len(addresses.to(key, "")) == boxes.ADDRESS + 48


async def test_every_ballot_has_a_box_beside_it(house: House) -> None:
    """Written or not; under tokens of their own, in a transaction id of their own."""
    await a_round(house, THREE)
    kept = await rows(house, CommentBox)
    assert len(kept) == 9
    assert {len(one.sealed) for one in kept} == {boxes.COMMENT + 48}


async def test_each_week_asks_five_things_and_each_has_a_place(house: House, say: Words) -> None:
    """The sixth week's open question too: it is what its line for a comment is about."""
    team = await house.team(9)
    for week in range(1, 7):
        at = NOW + timedelta(weeks=week - 1)
        round_ = await house.opens(at=at)
        form = blocks.ballot(say, house.content, team, round_)
        await house.closes(round_, at=at + timedelta(hours=73))
        inputs = [block for block in form["blocks"] if block["type"] == "input"]
        scales = [one for one in inputs if one["element"]["type"] == "radio_buttons"]
        [line] = [one for one in inputs if one["element"]["type"] == "plain_text_input"]
        prompt = house.content.prompt(round_.question)
        assert len(scales) + bool(prompt) == 5
        assert bool(prompt) == (week == 6)
        assert line["label"]["text"] == (prompt or say.plain("comments-label"))


async def test_a_second_form_replaces_the_comment_too(house: House) -> None:
    """And an empty line takes it back."""
    round_ = await a_round(house, [*THREE, Remark("Four")])
    given = dict.fromkeys(round_.items, 3)
    await house.answers(round_, 1, given, Remark("Two, again"))
    await house.answers(round_, 2, given)
    told = await released(house, round_)
    assert sorted(one.words for one in told) == ["Four", "One", "Two, again"]


async def test_who_is_forgotten_in_mid_round_takes_their_comment_along(house: House) -> None:
    """The others' stay."""
    round_ = await a_round(house, [*THREE, Remark("Four")])
    async with house.database.begin() as session:
        await forgetting.forget(session, house.vault, Actor("T1", "U0"), also=[addresses.forget])
    told = await released(house, round_)
    assert sorted(one.words for one in told) == ["Four", "Three", "Two"]
    assert await rows(house, ReplyAddress) == []


@pytest.mark.parametrize(("comments", "people"), [(2, 9), (4, 4)])
async def test_below_three_or_without_the_quorum_nothing_is_kept(
    house: House, comments: int, people: int
) -> None:
    """Nor is there a key for an answer."""
    written = [Remark(f"No {n}", f"U{n}") for n in range(comments)]
    round_ = await a_round(house, written, people=people)
    assert await released(house, round_) == []
    for table in (CommentBox, Comment, ReplyAddress):
        assert await rows(house, table) == []
    assert await house.keys.names() == set()


async def test_they_are_released_once_and_leave_nothing(house: House) -> None:
    """The rows go as the thread is written."""
    round_ = await a_round(house, THREE)
    told = await released(house, round_)
    assert {one.words: one.takes_answer for one in told} == {
        "One": True, "Two": False, "Three": False,
    }  # fmt: skip
    async with house.database.begin() as session:
        assert await releasing.release(session, round_.id) == []
    assert await rows(house, Comment) == []


async def test_a_lost_key_takes_the_comments_with_it(house: House) -> None:
    """What can't be opened is not kept either."""
    round_ = await a_round(house, THREE)
    await house.keys.destroy(half_of(round_.key_name))
    await tallies.give_up(house.database, round_.id, at=LATER)
    assert await rows(house, CommentBox) == await rows(house, Comment) == []


async def test_an_address_is_over_after_four_weeks(house: House) -> None:
    """A lead hears so at once, and the worker destroys it within a minute."""
    [one] = [r for r in await released(house, await a_round(house, THREE)) if r.takes_answer]
    async with house.database.begin() as session:
        await addresses.live(session, one.id, at=LATER + timedelta(days=27))
        old = LATER + timedelta(days=28)
        with pytest.raises(AddressGone):
            await addresses.live(session, one.id, at=old)
        with pytest.raises(AddressGone):
            await addresses.burn(session, house.vault, one.id, "U0", at=old)
        [mail] = await letters.waiting(session, old)
        assert mail.is_over(old)


async def test_forgetting_leaves_an_address_that_leads_to_nobody(house: House) -> None:
    """No lead sees that one has gone when somebody has; an answer then reaches nobody."""
    [one] = [r for r in await released(house, await a_round(house, THREE)) if r.takes_answer]
    async with house.database.begin() as session:
        for user in ("U1", "U0"):
            person = await roster.known(session, Actor("T1", user))
            await addresses.forget(session, house.vault, person)
    [mail] = await read(house)
    async with house.database.read() as session:
        key = await sealing.private_key(session, house.keys, mail.address.seal)
    assert key
    task = letters.read(key, mail, at=LATER)
    assert (task.writer, task.is_burned, task.words) == ("", False, "")
    before = mail.address.sealed
    async with house.database.begin() as session:
        await letters.put_away(session, house.vault, mail, task.writer)
        await addresses.live(session, one.id, at=LATER)
    [kept] = await rows(house, ReplyAddress)
    assert len(kept.sealed) == len(before)
    assert kept.sealed != before
    assert await rows(house, Letter) == []


async def read(house: House) -> list[letters.Mailbox]:
    async with house.database.read() as session:
        return await letters.waiting(session, LATER)


def test_no_table_has_a_column_for_who_wrote() -> None:
    """A lead who answers is named until the answer is out; nobody else ever is."""
    names = ("box", "comment_box", "comment", "reply_address", "reply_letter")
    found = {
        f"{name}.{column.name}"
        for name in names
        for column in models.metadata.tables[name].columns
        for key in column.foreign_keys
        if key.column.table.name in ("person", "member")
    }
    assert found == {"reply_letter.lead_id"}


@pytest.mark.parametrize(
    ("hours", "opens"),
    [(0, None), (-12, 0), (12, 72), (24, 72)],  # Friday at ten; the evenings about it; Saturday
)
async def test_an_answer_comes_by_day(house: House, hours: int, opens: int | None) -> None:
    """Whose night it is nobody here knows: so the team's day counts, and then chance."""
    told = await released(house, await a_round(house, THREE))
    one = next(one for one in told if one.takes_answer)
    at, nine = LATER + timedelta(hours=hours), LATER.replace(hour=9)
    async with house.database.begin() as session:
        team = await session.get_one(Team, house.team_id)
        lead = await roster.known(session, Actor("T1", "U1"))
        day = await addresses.answer(session, house.vault, one.id, team, lead, "Yes", at=at)
    [letter] = await rows(house, Letter)
    assert day == (at if opens is None else nine + timedelta(hours=opens))
    assert day + addresses.SOONEST <= letter.due_at <= day + addresses.LATEST
