"""Digests that an older version stored, with its sentences: they still open, and say the same."""

import csv
import io
import json
from datetime import date
from typing import Any

import pytest

from bot.digest import blocks, compose, sentences
from bot.digest.export import files
from bot.digest.models import Digest
from bot.digest.rollup import heat_maps
from bot.digest.rollup.schedule import Month
from bot.digest.summary import Column, Question, Summary
from bot.digest.trends import blocks as trends_blocks
from bot.digest.trends import lines
from bot.digest.webhook import calls
from bot.home import blocks as home
from bot.home.overview import Home, TeamOverview
from bot.insight.figures import Figure
from bot.insight.news import News
from bot.privacy import Turnover
from bot.pulse.models import Round
from bot.teams.models import Team
from bot.teams.plans import Turn, Why
from localslack.rules.messages import validate_message
from localslack.rules.views import validate_view
from tests.digest.past import BEGAN, Past

# As version 1.0 stored them: names and sentences in English, a question as text.
SAID = [
    "Pulse 1. 9 of 12 answered.",
    "Autonomy is lower than usual: 2.75 over the last two rounds (since 3 June) against 3.75 in "
    "the twelve before.",
    "That is more than this team's ordinary wobble. We cannot say why.",
    "Mastery 3.75: within noise.",
    "Purpose is not shown: fewer than 5 people answered.",
    "Closer look: time 3.5, fair pay 4.",
    "Ask together: what changed in the last month?",
]
STORED: dict[str, Any] = {
    "team": "Core",
    "number": 1,
    "day": "2026-06-30",
    "asked": 12,
    "answered": 9,
    "drives": [
        {
            "id": "autonomy", "name": "Autonomy", "shown": 2.75, "people": 9, "kind": "down",
            "drive": None, "window": 2, "ignored": "0.6", "odd": "",
        },
        {
            "id": "mastery", "name": "Mastery", "shown": 3.75, "people": 9, "kind": "noise",
            "drive": None, "window": 4, "ignored": "0.4", "odd": "",
        },
        {
            "id": "purpose", "name": "Purpose", "shown": None, "people": 0, "kind": "hidden",
            "drive": None, "window": 0, "ignored": "", "odd": "",
        },
    ],
    "facets": [
        {
            "id": "time", "name": "Time", "shown": 3.5, "people": 9, "kind": "hidden",
            "drive": "autonomy", "window": 0, "ignored": "", "odd": "",
        },
        {
            "id": "pay", "name": "Fair pay", "shown": 4.0, "people": 9, "kind": "hidden",
            "drive": None, "window": 0, "ignored": "", "odd": "",
        },
    ],
    "said": [{"text": text, "strong": "lower" in text} for text in SAID],
    "question": "What changed in the last month?",
    "chart": [
        {"number": 1, "day": "2026-06-30", "shown": {"autonomy": 2.75, "mastery": 3.75}},
    ],
    "needs": "autonomy",
    "ideas": [],
    "running": "Experiment for Autonomy: Quiet mornings. Round 2 of 6.",
    "key_lost": False,
    "reworded": ["Purpose"],
}  # fmt: skip
OLD = Summary.read(STORED)


@pytest.fixture
async def stored(past: Past) -> Round:
    """A closed round whose digest an older version composed."""
    round_ = await past.week({"autonomy": 2.75, "purpose": None}, people=9)
    async with past.database.begin() as session:
        session.add(
            Digest(
                round_id=round_.id,
                team_id=past.team_id,
                number=1,
                summary=STORED,
                states={},
                composed_at=round_.closed_at or BEGAN,
            )
        )
    return round_


def test_its_message_says_what_it_said(past: Past) -> None:
    """Word for word, the news in bold, the number of the pulse in the header alone."""
    draft = past.draft(OLD)
    [said] = [b["text"]["text"] for b in draft.blocks if b["type"] == "section"][:1]
    assert said.splitlines() == [
        f"*{text}*" if "lower" in text else text.removeprefix("Pulse 1. ") for text in SAID
    ]
    assert draft.text == f"Core. {' '.join(SAID)}"
    assert "Quiet mornings" in str(draft.blocks)
    for variant in (draft.blocks, *draft.plainer):
        assert not validate_message({"channel": "C1", "text": draft.text, "blocks": variant})


def test_its_thread_compares_as_it_did(past: Past) -> None:
    """The closer look has the numbers and the band of that time."""
    thread = past.thread(OLD)
    assert thread is not None
    told = str(thread.blocks)
    assert "*Mastery* 3.75 · as usual (over four rounds we ignore gaps under about 0.4)" in told
    assert "time 3.5" in told


def test_other_languages_name_its_drives_and_leave_its_sentences_alone(past: Past) -> None:
    """What was said in the channel stays; bars and lines are in the reader's language."""
    german = past.content.locale("de")
    bars = str(blocks.bars(past.say.locale("de"), OLD.in_language(german)))
    assert "Autonomie" in bars
    told = sentences.digest(past.say.locale("de"), german, OLD)
    assert [sentence.text for sentence in told] == SAID


async def test_the_next_digest_goes_on_from_it(past: Past, stored: Round) -> None:
    """Its chart is continued; its states, of another version, are worked out anew."""
    told = await past.composes(await past.week({}))
    assert [column.number for column in told.chart] == [1, 2]
    assert not told.said


async def test_trends_show_it(past: Past, stored: Round) -> None:
    """Its change is called, what it hid is a gap."""
    seen = lines.of("Core", [OLD], 12)
    view = trends_blocks.modal(past.say, past.content, seen, past.team_id, [])
    assert not validate_view(view)
    assert "Lower than usual in pulse 1 (30 June)" in str(view)
    assert "*Purpose*  not shown in any of them" in str(view)


def test_exports_have_it_as_it_was(past: Past) -> None:
    """A row a figure, and in JSON its sentences and its question."""
    table = list(csv.DictReader(io.StringIO(files.to_csv(past.content, [OLD]), newline="")))
    assert [(row["figure"], row["mean"], row["people"]) for row in table] == [
        ("Autonomy", "2.75", "9"),
        ("Mastery", "3.75", "9"),
        ("Purpose", "", ""),
        ("Time", "3.5", "9"),
        ("Fair pay", "4.0", "9"),
    ]
    [digest] = json.loads(files.to_json(past.say, past.content, [OLD]))
    assert (digest["said"], digest["question"]) == (SAID, STORED["question"])


def test_a_webhook_that_is_tried_again_sends_the_same(past: Past) -> None:
    """The body that its older version made, and null for what that one did not know."""
    body = json.loads(calls.body(past.say, past.content, OLD, at=BEGAN))
    keys = ("id", "name")
    assert body["data"] == {
        **{name: STORED[name] for name in ("team", "day", "asked", "answered", "question")},
        "pulse": 1,
        "custom": None,
        "said": SAID,
        "drives": [
            {
                **{key: drive[key] for key in keys},
                "mean": drive["shown"],
                "people": drive["people"] or None,
                "verdict": drive["kind"],
            }
            for drive in STORED["drives"]
        ],
        "facets": [
            {
                **{key: facet[key] for key in keys},
                "mean": facet["shown"],
                "people": facet["people"],
                "drive": facet["drive"],
            }
            for facet in STORED["facets"]
        ],
    }


def test_home_shows_it(past: Past) -> None:
    """With its verdicts in words."""
    team = Team(id=1, name="Core", digest_channel_id="C1")
    one = TeamOverview(team, OLD, arrived=True, led=None, turn=Turn(team, Why.PAUSED))
    view = home.home(past.say, past.content, Home((), (one,), 0, None, None))
    assert not validate_view(view)
    assert "*Core*, pulse 1 (30 June): 9 of 12 answered." in str(view)
    assert "*Mastery* 3.75  _as usual_" in str(view)
    assert "*Autonomy: lower* 2.75" in str(view)


async def test_the_roll_up_counts_it(past: Past, stored: Round) -> None:
    """It is the last round of its team in that month."""
    assert stored.closed_at is not None
    closed = stored.closed_at.date()
    assert closed >= date(2026, 7, 1)
    async with past.database.read() as session:
        month = Month(closed.year, closed.month, "UTC")
        found = await heat_maps.heat_map(session, past.content, "T1", month)
    assert [row.name for row in found.rows] == ["Core"]


async def test_a_new_digest_keeps_no_sentence(past: Past) -> None:
    """Facts alone are stored: numbers, kinds and ids, and names for what the content may lose."""
    async with past.database.begin() as session:
        (await session.get_one(Team, past.team_id)).language = "de"
    round_ = await past.week({"autonomy": 2.2})
    async with past.database.read() as session:
        team = await session.get_one(Team, past.team_id)
        composed = await compose.compose(session, past.content, team, round_)
    stored = composed.summary.as_json()
    assert (stored["said"], stored["question"], stored["language"]) == ((), "", "de")
    told = Summary.read(json.loads(json.dumps(stored)))
    assert told == composed.summary
    assert {f.name for f in told.in_language(past.content).drives} == {
        "Autonomy", "Mastery", "Purpose",
    }  # fmt: skip
    german = sentences.question(past.say, past.content.locale("de"), told)
    english = sentences.question(past.say, past.content, told)
    assert german
    assert english
    assert german != english


def test_what_a_newer_version_stored_besides_is_left_out() -> None:
    """While two versions run, and after a step back: at every depth, and nothing else changes."""

    def newer(value: Any) -> Any:
        if isinstance(value, dict):
            marked = {name: newer(inner) for name, inner in value.items()}
            return marked if "autonomy" in value else {**marked, "of_a_newer_version": 1}
        return [newer(one) for one in value] if isinstance(value, list | tuple) else value

    figure = Figure("autonomy", "A", 3.0, 9, "down", turnover=Turnover(9, 6, 5))
    told = Summary(
        "Core", 3, "2026-06-30", 9, 8, (figure,), (figure,),
        discuss=Question("facet", "time"), chart=(Column(3, "2026-06-30", {"autonomy": 3.0}),),
        news=(News("autonomy", "down", 3, "3.0", "4.0"),), custom=figure,
    )  # fmt: skip
    stored = json.loads(json.dumps(told.as_json()))
    assert Summary.read(newer(stored)) == Summary.read(stored) == told
