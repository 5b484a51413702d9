"""Composing a digest from what rounds left behind, whatever those were."""

import json
from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import delete, event, select, update

from bot.digest import blocks, compose, sentences
from bot.digest.export import files
from bot.digest.models import Digest
from bot.digest.summary import Summary
from bot.digest.trends import blocks as trends_blocks
from bot.digest.trends import lines
from bot.insight.figures import Figure
from bot.insight.scores import Sentence
from bot.insight.verdicts import Kind
from bot.pulse.models import Round
from bot.teams.models import Team
from localslack.rules.messages import validate_message
from tests.digest.past import Past, ordinary, team_of

QUIET = ordinary(20)


def figure(summary: Summary, drive: str) -> Figure:
    return next(f for f in summary.drives if f.id == drive)


def kinds(told: list[Summary], drive: str) -> list[str]:
    return [figure(summary, drive).kind for summary in told]


def told_in(past: Past, summary: Summary) -> list[Sentence]:
    return sentences.digest(past.say, past.content, summary)


def said(past: Past, summary: Summary) -> str:
    return " ".join(sentence.text for sentence in told_in(past, summary))


async def test_ordinary_weeks_are_called_nothing(past: Past) -> None:
    """Twenty weeks of wobble: first learning, then noise, and never an arrow."""
    told = await past.lives(QUIET)
    for drive in ("autonomy", "mastery", "purpose"):
        assert set(kinds(told, drive)) == {Kind.LEARNING, Kind.NOISE}
    assert "No change to speak of" in said(past, told[-1])
    assert not any(summary.changed for summary in told)


async def test_the_real_drop_is_found(past: Past) -> None:
    """Autonomy falls by a point in week sixteen: found within a few weeks, the others are noise."""
    fell = [{**week, "autonomy": (week["autonomy"] or 0) - 1.2} for week in ordinary(6)]
    told = await past.lives([*ordinary(15), *fell])
    assert Kind.DOWN in kinds(told[15:], "autonomy")
    assert Kind.DOWN not in kinds(told[:15], "autonomy")
    for other in ("mastery", "purpose"):
        assert set(kinds(told, other)) == {Kind.LEARNING, Kind.NOISE}
    news = next(summary for summary in told if summary.changed)
    assert "Autonomy is lower than usual" in said(past, news)
    assert (news.needs, news.why) == ("autonomy", "fell")
    assert any(sentence.strong for sentence in told_in(past, news))


async def test_good_news_is_told_as_well(past: Past) -> None:
    """A rise gets its strong sentence too."""
    rose = [{**week, "purpose": (week["purpose"] or 0) + 0.9} for week in ordinary(6)]
    told = await past.lives([*ordinary(15), *rose])
    news = next(summary for summary in told if summary.changed)
    assert "Purpose is higher than usual" in said(past, news)
    assert "We cannot say why" in said(past, news)


async def test_verdicts_are_the_same_with_and_without_kept_states(past: Past) -> None:
    """The states kept with a digest spare reading all rounds again; lost, nothing changes."""
    drop = [{**week, "mastery": 2.6} for week in ordinary(5)]
    told = await past.lives([*ordinary(12), *drop])
    newest = await past.week({"mastery": 2.6})
    kept = await past.composes(newest)
    async with past.database.begin() as session:
        await session.execute(delete(Digest).where(Digest.round_id == newest.id))
        await session.execute(update(Digest).values(states={}))
    assert (await past.composes(newest)) == kept
    assert Kind.DOWN in kinds(told, "mastery")


async def test_rounds_that_did_not_happen_are_no_rounds(past: Past) -> None:
    """A summer without a pulse: the comparison goes on where it was."""
    before = await past.lives(ordinary(10))
    after = await past.composes(await past.week({}, skipped=6))
    assert kinds([before[-1], after], "autonomy") == [Kind.NOISE, Kind.NOISE]
    assert [column.number for column in after.chart] == list(range(1, 12))


async def test_a_round_below_the_quorum_shows_nothing_and_breaks_nothing(past: Past) -> None:
    """Four answers: counts are not kept, and the next week is compared as before."""
    await past.lives(ordinary(10))
    hidden = await past.composes(await past.week(people=4))
    assert not hidden.shows_results
    assert {f.people for f in (*hidden.drives, *hidden.facets)} == {0}
    assert hidden.answered == 4
    assert "We show results only from 5 answers up" in said(past, hidden)
    assert sentences.question(past.say, past.content, hidden)
    assert past.say("digest-scale") not in json.dumps(
        past.draft(hidden).blocks
    )  # of numbers there are none
    after = await past.composes(await past.week({}))
    assert set(kinds([after], "mastery")) == {Kind.NOISE}


@pytest.mark.parametrize("answers", range(5))
async def test_below_the_quorum_the_digest_is_the_same_whatever_was_answered(
    past: Past, answers: int
) -> None:
    """Nothing in it, kept or sent, depends on the answers of fewer than five."""
    seen = set()
    for value in (1, 5):
        counts = {d.anchor.id: {value: answers} for d in past.content.drives if answers}
        round_ = await past.week(counts=counts, people=answers)
        seen.add(json.dumps((await past.composes(round_)).as_json(), sort_keys=True))
        async with past.database.begin() as session:
            await session.execute(delete(Digest))
            await session.execute(delete(Round))
    assert len(seen) == 1


async def test_every_round_below_the_quorum_is_a_history_of_nothing(past: Past) -> None:
    """A team too small for numbers gets how many answered and something to discuss, each week."""
    told = await past.lives([{}] * 8, people=3, asked=4)
    assert not any(summary.shows_results for summary in told)
    assert {summary.needs for summary in told} == {None}
    assert all(sentences.question(past.say, past.content, summary) for summary in told)
    assert all("3 of 4 people answered" in said(past, summary) for summary in told)


async def test_an_item_that_everybody_left_out_is_hidden_alone(past: Past) -> None:
    """The other drives stand; it says that too few answered, not how many."""
    await past.lives(ordinary(9))
    told = await past.composes(await past.week({"mastery": None}))
    assert figure(told, "mastery").shown is None
    assert figure(told, "mastery").people == 0
    assert figure(told, "autonomy").shown is not None
    assert "Mastery is not shown" in said(past, told)
    assert not validate_message({"channel": "C1", "text": "", "blocks": past.draft(told).blocks})


async def test_one_odd_week_is_told_mildly_and_without_a_verdict(past: Past) -> None:
    """More than a point down in this week alone: said in the message and its thread, no arrow."""
    await past.lives(ordinary(12))
    told = await past.composes(await past.week({"autonomy": 2.6}))
    assert figure(told, "autonomy").kind == Kind.NOISE
    assert "Autonomy was unusually low for this team in this one round: 2.5 against 3.75" in said(
        past, told
    )
    assert "Nothing here needs explaining" not in said(past, told)
    assert not any(sentence.strong for sentence in told_in(past, told))
    draft, thread = past.draft(told), past.thread(told)
    assert not validate_message({"channel": "C1", "text": "", "blocks": draft.blocks})
    assert "Autonomy: lower" not in json.dumps(draft.blocks)
    assert thread
    assert "unusually low in this one round" in json.dumps(thread.blocks)
    assert "as usual" in json.dumps(thread.blocks)  # the other two


async def test_new_words_begin_a_new_baseline(past: Past) -> None:
    """A drop after the statement was reworded is no drop: it is another statement."""
    anchor = past.content.drives[0].anchor.id
    reworded = {anchor: past.content.items[anchor].wording + 1}
    before = await past.lives(ordinary(15))
    first = await past.composes(await past.week({"autonomy": 2.2}, wordings=reworded))
    assert first.reworded == (past.content.drives[0].id,)
    assert "Autonomy has been asked in new words since this round" in said(past, first)
    later = [
        await past.composes(await past.week({"autonomy": 2.2}, wordings=reworded)) for _ in range(8)
    ]
    assert kinds(before[-1:], "autonomy") == [Kind.NOISE]
    assert kinds([first], "autonomy") == [Kind.LEARNING]
    assert Kind.DOWN not in kinds(later, "autonomy")
    assert set(kinds(later, "mastery")) == {Kind.NOISE}
    assert not any(summary.reworded for summary in later)


async def test_identical_answers_do_not_name_everybody(past: Past) -> None:
    """Everybody said 5, or all but one: the digests are the same."""
    told = []
    for counts in ({5: 9}, {5: 8, 4: 1}):
        given = past.anchors(autonomy=counts, mastery=counts, purpose=counts)
        round_ = await past.week(counts=given, people=9)
        told.append(await past.composes(round_))
        async with past.database.begin() as session:
            await session.execute(delete(Digest))
            await session.execute(delete(Round))
    assert told[0] == told[1]
    assert figure(told[0], "autonomy").shown == 4.5


async def test_twenty_weeks_of_identical_answers_compose(past: Past) -> None:
    """No variance at all breaks no formula, and calls no change."""
    same = {5: 10}
    for _ in range(20):
        counts = past.anchors(autonomy=same, mastery=same, purpose=same)
        told = await past.composes(await past.week(counts=counts))
    assert set(kinds([told], "autonomy")) == {Kind.NOISE}
    assert not told.changed


async def test_a_team_of_one_gets_no_numbers(past: Past) -> None:
    """One of one answered; nothing else is known or said."""
    told = await past.composes(await past.week(people=1, asked=1))
    assert "1 of 1 people answered" in said(past, told)
    assert not told.shows_results
    assert blocks.line_chart(past.say, told) is None


async def test_the_chart_holds_twelve_rounds_and_leaves_hidden_ones_out(past: Past) -> None:
    """Slack wants a point of every series for every category, so a hidden round has none."""
    await past.lives(ordinary(14))
    hidden = await past.composes(await past.week(people=4))
    told = await past.composes(await past.week({}))
    assert len(told.chart) == 12
    assert [c.number for c in told.chart if not all(c.shown.values())] == [hidden.number]
    chart = blocks.line_chart(past.say, told)
    assert chart is not None
    assert [len(series["data"]) for series in chart["chart"]["series"]] == [11, 11, 11]


async def test_the_drop_is_named_in_the_chart(past: Past) -> None:
    """The verdict stands in words on its line: no arrow, no colour alone."""
    fell = [{**week, "autonomy": 2.4} for week in ordinary(5)]
    told = await past.lives([*ordinary(15), *fell])
    news = next(summary for summary in told if summary.changed)
    chart = blocks.line_chart(past.say, news)
    assert chart is not None
    assert [s["name"] for s in chart["chart"]["series"]] == [
        "Autonomy: lower",
        "Mastery",
        "Purpose",
    ]


async def test_a_lost_key_is_told_and_nothing_else(past: Past) -> None:
    """How many answered is known; what they answered is known to nobody."""
    await past.lives(ordinary(8))
    round_ = await past.week(counts={})
    async with past.database.begin() as session:
        (await session.get_one(Round, round_.id)).key_lost = True
        round_.key_lost = True
    told = await past.composes(round_)
    assert told.key_lost
    assert not told.shows_results
    assert "The key that opens this round's answers is lost" in said(past, told)


async def test_every_digest_of_a_year_keeps_slacks_limits(past: Past) -> None:
    """Message, fallbacks and thread, each of 52 weeks with a drop and hidden rounds in them."""
    fell = [{**week, "purpose": 2.2} for week in ordinary(12)]
    told = [
        *await past.lives([*ordinary(14), *fell]),
        *await past.lives([{}] * 2, people=3),
        *await past.lives(ordinary(24)),
    ]
    for summary in told:
        drafts = [past.draft(summary), past.thread(summary)]
        for draft in filter(None, drafts):
            for variant in (draft.blocks, *draft.plainer):
                drawn = [b for b in variant if "amp_chart" not in b]
                message = {"channel": "C1", "text": draft.text, "blocks": drawn}
                assert not validate_message(message), validate_message(message)
                assert len(json.dumps(drawn)) < 12_000


async def test_a_digest_asks_the_database_no_more_in_later_years(past: Past) -> None:
    """As many statements and rows in week forty as in week ten, which was answered alike."""
    await past.lives(ordinary(40))
    assert await _asked(past, 10) == await _asked(past, 40)


async def _asked(past: Past, number: int) -> tuple[int, int]:
    """The statements that composing one digest takes, and the rows that they bring."""
    statements, rows = 0, 0

    def count(connection: Any, cursor: Any, *_: Any) -> None:
        nonlocal statements, rows
        statements += 1
        rows += max(cursor.rowcount, 0)

    engine = past.database.engine.sync_engine
    async with past.database.read() as session:
        team = await session.get_one(Team, past.team_id)
        round_ = await session.scalar(
            select(Round).where(Round.team_id == team.id, Round.number == number)
        )
        assert round_ is not None
        event.listen(engine, "after_cursor_execute", count)
        try:
            await compose.compose(session, past.content, team, round_)
        finally:
            event.remove(engine, "after_cursor_execute", count)
    return statements, rows


async def _lives_with_its_own(past: Past, levels: Sequence[float | None]) -> list[Summary]:
    """Weeks in which the drives wobble, and the team's own statement stands at these levels."""
    weeks = zip(ordinary(len(levels)), levels, strict=True)
    return [await past.composes(await past.week(week, custom=own)) for week, own in weeks]


async def test_a_statement_of_ones_own_is_judged_by_the_same_rule(past: Past) -> None:
    """Learning, noise, and a drop that is called; the drives beside it know nothing of that."""
    told = await _lives_with_its_own(past, [4.0, 4.1, 3.9] * 5 + [2.6] * 4)
    own = [summary.custom for summary in told if summary.custom]
    found = [figure.kind for figure in own]
    assert found[:7] == [Kind.LEARNING] * 7
    assert found[7] == Kind.NOISE
    assert Kind.DOWN in found[15:]
    news = next(summary for summary in told if summary.custom and summary.custom.changed)
    assert "“We had time to test.” is lower than usual" in said(past, news)
    assert not news.changed
    assert not news.news
    assert news.needs != "custom:1"
    for drive in ("autonomy", "mastery", "purpose"):
        assert Kind.DOWN not in kinds(told, drive)


async def test_weeks_without_it_are_no_zero(past: Past) -> None:
    """Ended and asked again, it goes on where it was: kept states or none."""
    told = await _lives_with_its_own(past, [4.0, 4.1, 3.9, 4.0, None, None, 4.0, 4.1, 3.9, 4.0])
    kept = [summary.custom.kind if summary.custom else None for summary in told]
    assert kept == [*[Kind.LEARNING] * 4, None, None, *[Kind.LEARNING] * 3, Kind.NOISE]


async def test_it_stands_in_trends_and_files_and_in_no_drives_chart(past: Past) -> None:
    """It has one of its own: Slack's wants a point of every line, this one has only lately any."""
    told = await _lives_with_its_own(past, [None] * 4 + [3.0, 3.5, 4.0])
    trends = lines.of("Core", told, 12)
    blocks_ = trends_blocks.message(past.say, past.content, trends, 1, [], drawn=True)
    shown = json.dumps(blocks_, ensure_ascii=False)
    assert "We had time to test.*  between 3 and 4, most recently 4" in shown
    chart = next(block for block in blocks_ if block["type"] == "data_visualization")
    assert "We had time" not in json.dumps(chart)
    rows = files.to_csv(past.content, told).splitlines()
    assert sum("We had time to test." in row for row in rows) == 3


async def test_a_statement_of_ones_own_moves_no_verdict_of_a_drive(past: Past) -> None:
    """Not even where the rounds are deleted by now of which the drives' verdicts still know."""
    for week in ordinary(20):
        await past.composes(await past.week(week))
    async with past.database.begin() as session:
        await session.execute(delete(Round).where(Round.number <= 14))
    plain = await past.week(ordinary(21)[-1])
    before = (await past.composes(plain)).drives
    async with past.database.begin() as session:
        await session.execute(delete(Digest).where(Digest.round_id == plain.id))
        round_ = await session.get_one(Round, plain.id)
        round_.custom, round_.items = "We had time to test.", [*round_.items, "custom:1"]
    told = await past.composes(round_)
    assert told.drives == before
    assert told.custom is not None


async def test_a_week_in_which_ones_own_changes_is_no_quiet_one(past: Past) -> None:
    """«Nothing here needs explaining» would be said beside a change."""
    told = await _lives_with_its_own(past, [4.0, 4.1, 3.9] * 5 + [2.6] * 4)
    news = next(summary for summary in told if summary.custom and summary.custom.changed)
    assert all(drive.kind == Kind.NOISE for drive in news.drives)
    assert "needs explaining" not in said(past, news)
    assert "within noise" in said(past, news)
    assert "for the last time" in said(past, news)


async def test_what_a_team_said_alone_is_no_measure_of_two_together(past: Past) -> None:
    """Whom it asks is another by then: baseline, chart and news begin anew, kept states or not."""
    await past.lives([*ordinary(12), *[{**week, "mastery": 2.4} for week in ordinary(4)]])
    sister = await team_of(past.database, name="Api", channel="C9")
    first, second = [await together(past, sister) for _ in range(2)]
    assert first.both == ("Core", "Api")
    assert set(kinds([first, second], "mastery")) == {Kind.LEARNING}
    assert [len(one.chart) for one in (first, second)] == [1, 2]
    assert not first.news
    assert "Of Core and Api together" in str(past.draft(first).blocks)


async def together(past: Past, sister: int) -> Summary:
    round_ = await past.week({"mastery": 3.9})
    async with past.database.begin() as session:
        round_ = await session.get_one(Round, round_.id)
        round_.sister_id = sister
    async with past.database.read() as session:
        round_ = await session.get_one(Round, round_.id)
    kept = await past.composes(round_)
    async with past.database.begin() as session:
        await session.execute(update(Digest).values(states={}))
    again = await recomposed(past, round_)
    assert again.drives == kept.drives
    return kept


async def recomposed(past: Past, round_: Round) -> Summary:
    async with past.database.read() as session:
        found = await session.get_one(Round, round_.id)
        team = await session.get_one(Team, past.team_id)
        return (await compose.compose(session, past.content, team, found)).summary
