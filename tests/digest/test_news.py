"""The digest speaks about what happened, for as long as it is news."""

import json
from itertools import pairwise

import pytest
from sqlalchemy import delete, select, update

from bot.digest import blocks, sentences
from bot.digest.summary import Summary
from bot.pulse.models import Invitation, Round
from bot.slack.outbox import Draft
from bot.teams.models import Member, Person
from tests.digest.past import Past, ordinary

CALLED = 12  # ordinary rounds before the drop


def said(past: Past, summary: Summary) -> str:
    return " ".join(one.text for one in sentences.digest(past.say, past.content, summary))


def about(past: Past, summary: Summary) -> str | None:
    """The drive that the question is about; None for an open one."""
    asked = summary.discuss
    assert asked is not None
    if asked.kind == "facet":
        return past.content.drive_of(asked.id)
    return None if asked.kind == "prompt" else asked.id


def below(past: Past, summary: Summary) -> str:
    thread = past.thread(summary)
    assert thread
    return json.dumps(thread.blocks)


async def fell(past: Past, weeks: int = 10) -> list[Summary]:
    """The digests from the called drop on."""
    low = [{**week, "autonomy": (week["autonomy"] or 0) - 1.4} for week in ordinary(weeks)]
    told = await past.lives([*ordinary(CALLED), *low])
    first = next(n for n, summary in enumerate(told) if summary.changed)
    return told[first:]


async def test_a_called_drop_decides_what_the_digests_speak_of(past: Past) -> None:
    """Question, closer look and moves for six weeks, whatever was asked in them; then how it went.

    It stands in the first line and in the notification, and no sentence comes twice.
    """
    told = await fell(past)
    for summary in told[:6]:
        assert about(past, summary) == "autonomy"
        assert (summary.needs, summary.why) == ("autonomy", "fell")
        facets = [idea.facet for idea in past.content.ideas if idea.id in summary.ideas]
        assert {past.content.drive_of(facet) for facet in facets} == {"autonomy"}
        assert summary.closer[0].drive == "autonomy"
    assert len({summary.discuss for summary in told[:6]}) == 6

    reasons = [below(past, summary) for summary in told[:6]]
    assert "This one is for autonomy, because of the drop." in reasons[0]
    assert all("Once more for autonomy." in reason for reason in reasons[1:])

    first, second, *_ = told
    draft = past.draft(first)
    assert draft.text.startswith(f"Core. Pulse {first.number}. Autonomy is lower than usual: ")
    assert draft.blocks[1]["text"]["text"].startswith("*Autonomy is lower than usual: ")
    later = past.draft(second)
    assert later.text.startswith(f"Core. Pulse {second.number}. Autonomy is still the news: the ")
    assert f"the drop that pulse {first.number} told of" in later.text
    assert "learning the new level" not in later.text

    texts = [said(past, summary) for summary in told]
    assert [n for n, text in enumerate(texts) if "What became of the drop of pulse" in text] == [6]
    assert "It has stayed there." in texts[6]
    assert not any("still the news" in text for text in texts[6:])


async def test_a_drop_that_a_round_hides_decides_nothing_in_it(past: Past) -> None:
    """Nobody answered about it: neither question nor move is about what can't be seen now."""
    told = await fell(past, weeks=3)
    [hidden] = await past.lives([{"autonomy": None, "mastery": 4.2, "purpose": 4.2}])
    assert told[-1].leading
    assert told[-1].needs == "autonomy"
    assert hidden.news
    assert hidden.leading is None
    assert about(past, hidden) != "autonomy"
    assert hidden.why in ("room", "even")
    assert hidden.needs != "autonomy"
    [shown] = await past.lives([{"autonomy": 2.8, "mastery": 4.2, "purpose": 4.2}])
    assert shown.leading
    assert shown.needs == "autonomy"


async def test_a_rise_is_asked_what_to_keep(past: Past) -> None:
    """No question about what is in the way after good news."""
    rose = [{**week, "mastery": 4.9} for week in ordinary(5)]
    told = await past.lives([*ordinary(CALLED, mastery=3.2), *rose])
    news = next(summary for summary in told if summary.changed)
    assert "Ask together: what made the difference for mastery" in said(past, news)
    assert news.why == "rose"


async def test_a_tie_is_a_tie(past: Past) -> None:
    """All about the same: none has the most room, and the move goes round."""
    told = await past.lives([{"autonomy": 3.5, "mastery": 3.5, "purpose": 3.5}] * 4)
    assert {summary.why for summary in told} == {"even"}
    assert [summary.needs for summary in told[:3]] == ["mastery", "purpose", "autonomy"]
    assert "are all about the same, so begin" in below(past, told[0])
    assert "were all about the same over the last four rounds" in below(past, told[-1])
    assert "the most room" not in below(past, told[-1])


async def test_the_lowest_has_the_most_room_where_it_really_is_lower(past: Past) -> None:
    """Alone, or with another that is about as low."""
    alone = await past.lives([{"autonomy": 4.2, "mastery": 3.0, "purpose": 4.2}] * 3)
    assert (alone[-1].needs, alone[-1].why, alone[-1].tied) == ("mastery", "room", ("mastery",))
    both = await past.lives([{"autonomy": 3.0, "mastery": 3.0, "purpose": 4.2}] * 4)
    assert both[-1].tied == ("autonomy", "mastery")
    assert "had the most room over the last four rounds" in below(past, both[-1])


async def test_rounds_that_show_nothing_are_none_of_those_that_say_what_has_most_room(
    past: Past,
) -> None:
    """Three rounds with results say it, however many without any lie between them."""
    level = {"autonomy": 4.2, "mastery": 3.0, "purpose": 4.2}
    await past.lives([level] * 2)
    await past.lives([level] * 3, people=3)
    [told] = await past.lives([level])
    assert not told.again
    assert "Over the last three rounds mastery had the most room" in below(past, told)


async def test_no_digest_repeats_the_one_before_but_for_its_numbers(past: Past) -> None:
    """Half a year with a drop in it; nor does a thread suggest the same."""
    told = await past.lives([*ordinary(CALLED), *[{"autonomy": 2.4}] * 3, *ordinary(12)])
    assert any(summary.changed for summary in told)
    texts = [_without_numbers(said(past, summary)) for summary in told]
    assert all(a != b for a, b in pairwise(texts))
    moves = [summary.ideas for summary in told if summary.ideas]
    assert all(set(a) != set(b) for a, b in pairwise(moves))


def _without_numbers(text: str) -> str:
    return "".join(letter for letter in text if not letter.isdigit() and letter not in ".,")


async def _members(past: Past) -> list[int]:
    async with past.database.read() as session:
        found = await session.scalars(
            select(Member.person_id)
            .where(Member.team_id == past.team_id)
            .order_by(Member.person_id)
        )
        return list(found)


async def _ask(past: Past, people: list[int], rounds: range) -> None:
    """Write down whom these rounds asked."""
    async with past.database.begin() as session:
        found = await session.scalars(
            select(Round).where(Round.team_id == past.team_id, Round.number.in_(rounds))
        )
        session.add_all(
            Invitation(round_id=round_.id, person_id=person, due_at=round_.opened_at)
            for round_ in found
            for person in people
        )


@pytest.mark.parametrize(
    ("left", "silent", "told"),
    [(3, 0, True), (1, 0, False), (0, 3, False), (1, 2, False), (2, 1, True)],
)
async def test_that_others_were_asked_stands_beside_the_verdict(
    past: Past, left: int, silent: int, told: bool
) -> None:
    """Nine then, six now: told when the channel saw who left, never for who opted out."""
    people = (await _members(past))[:9]
    staying, gone = people[: 9 - left - silent], people[9 - left - silent :]
    await past.lives(ordinary(CALLED))
    await _ask(past, people, range(1, CALLED + 1))
    async with past.database.begin() as session:
        await session.execute(delete(Member).where(Member.person_id.in_(gone)))
        opted_out = update(Person).where(Person.id.in_(gone[:silent]))
        await session.execute(opted_out.values(wants_no_part=True))
    for number in range(CALLED + 1, CALLED + 5):
        round_ = await past.week({"autonomy": 2.2})
        await _ask(past, staying, range(number, number + 1))
        news = await past.composes(round_)
        if news.changed:
            break
    assert news.changed
    assert ("Some of the people have changed in this time" in said(past, news)) == told
    assert "9 then" not in said(past, news)


def _gaps(draft: Draft) -> list[int] | None:
    """Where the first drawing is broken; None where it is Slack's own, which can't be."""
    drawn = next(b for b in draft.blocks if b["type"] in ("image", "data_visualization"))
    return drawn.get("amp_gaps")


async def test_a_skipped_round_is_a_gap_in_the_line(past: Past) -> None:
    """Slack's chart can't be broken, so the picture comes first, with its line in two pieces."""
    whole = (await past.lives(ordinary(9)))[-1]
    assert _gaps(past.draft(whole)) is None
    await past.composes(await past.week(people=4))
    hidden = await past.composes(await past.week({}))
    assert _gaps(past.draft(hidden)) == [9]
    await past.composes(await past.week({}, skipped=4))
    paused = await past.composes(await past.week({}))
    assert _gaps(past.draft(paused)) == [8, 9]
    assert blocks.line_chart(past.say, paused)
