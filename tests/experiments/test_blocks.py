"""What people see of experiments: taken by Slack at its longest, and harmless whatever it says."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import cycle, islice
from typing import Any

import pytest

from bot.errors import NotALead
from bot.experiments import blocks, forms, messages, overview
from bot.experiments.experimenting import MAX_ROUNDS, Status
from bot.experiments.models import End, Experiment, Review
from bot.experiments.undelivered import KIND
from bot.framework.content import Content
from bot.slack.models import Delivery, State
from bot.slack.outbox import Draft
from bot.teams.models import Team
from bot.teams.undelivered import blocks as undelivered_blocks
from bot.teams.undelivered.kinds import Undelivered
from bot.words import Words
from localslack.rules import validate_message, validate_view, visible_text
from tests.pulse.conftest import NOW

WORST = ["&", "<!channel>", "😀", "ﷺ", "*_~`"]  # five times as long once escaped, or in bytes


def team(words: str = "Core") -> Team:
    return Team(
        id=9_999_999_999, name=filled(words, 80), workspace_id="T1", channel_id="C0123456789",
        digest_channel_id="C0123456789",
    )  # fmt: skip


def filled(words: str, length: int) -> str:
    """*words* over and over, as long as a field takes."""
    return "".join(islice(cycle(words), length))


def experiment(words: str, end: End | None = None) -> Experiment:
    given = {name: filled(words, length) for name, length in forms.MAX_LENGTHS.items()}
    return Experiment(
        id=9_999_999_999, team_id=9_999_999_999, drive="autonomy", drive_name="Autonomy",
        first_round=1_000, rounds=MAX_ROUNDS, started_at=NOW, end=end,
        ended_at=NOW if end else None, **given,
    )  # fmt: skip


def look(of: Experiment, votes: dict[str, Any] | None = None, *, counted: bool = True) -> Review:
    said = (
        f"{of.title} (12 rounds): Autonomy is about 0.3 higher than in the 12 rounds before "
        "(likely between 0.1 and 0.5). Something changed; we cannot prove the experiment caused "
        "it. It was already rising before you started."
    )
    return Review(
        experiment_id=of.id, last_round=of.last_round, rounds=of.rounds, kind="up", sentence=said,
        told_at=NOW, votes_until=NOW + timedelta(days=3), counted_at=NOW if counted else None,
        votes=votes,
    )  # fmt: skip


def drafts(say: Words, content: Content, words: str) -> Iterator[Draft]:
    """Every message to a channel or a lead."""
    votes = {"people": 1_000, "keep": 333, "longer": 333, "drop": 334}
    for end in (None, End.KEPT, End.DROPPED):
        ended = experiment(words, end)
        yield messages.decided(say, ended, look(ended, votes), "U0123456789")
    running = experiment(words)
    yield messages.started(say, content, running, "U0123456789")
    yield messages.review(say, content, running, look(running, counted=False))
    yield messages.ended_early(say, content, running, look(running), "U0123456789")
    yield messages.asks_leads(say, content, team(words), running, look(running, votes))
    key = f"experiment:{running.id}:review:1000"
    values = {"team": team(words).name}
    undelivered = Undelivered([], "C0123456789", no_one, lambda _: values)
    for failure in ("is_archived", "anything_else", None):
        state = State.FAILED if failure else State.UNKNOWN
        failed = Delivery(key=key, recipient="C0123456789", state=state, failure=failure)
        yield undelivered_blocks.draft(say, KIND, failed, undelivered)


async def no_one(*_: object) -> None:
    raise NotALead


def overviews(say: Words, content: Content, words: str) -> Iterator[list[dict[str, Any]]]:
    """Everything that `/amp experiment` may answer."""
    running = experiment(words)
    reviewed = Status(running, (look(running, {"people": 7, "most": "keep"}),), MAX_ROUNDS)
    fresh = Status(running, (), 0)
    past = [ended(words, end) for end in (*End, *End)]
    for current in (None, fresh, reviewed):
        for for_lead in (True, False):
            for before in ([], past):
                yield overview.overview(
                    say, content, team(words), current, before, for_lead=for_lead
                )


def ended(words: str, end: End) -> Status:
    one = experiment(words, end)
    return Status(one, (look(one), look(one)), MAX_ROUNDS)


def all_forms(say: Words, content: Content, words: str) -> Iterator[dict[str, Any]]:
    for idea in (None, *content.ideas):
        yield forms.start(say, content, team(words), idea, readable=2)
    running = experiment(words)
    yield forms.reschedule(say, Status(running, (), 5))
    yield forms.reschedule(say, Status(running, (look(running),), MAX_ROUNDS))
    yield forms.started(say, team(words), running)
    yield forms.rescheduled(say, team(words), running)


def refused(text: str, drawn: Sequence[dict[str, Any]]) -> list[str]:
    return [str(problem) for problem in validate_message({"text": text, "blocks": list(drawn)})]


@pytest.mark.parametrize("words", WORST)
def test_slack_takes_every_message_at_its_longest(say: Words, content: Content, words: str) -> None:
    """Whatever is written into every field of the form."""
    for draft in drafts(say, content, words):
        assert refused(draft.text, draft.blocks) == []
        assert len(draft.text) <= 4_000


@pytest.mark.parametrize("words", WORST)
def test_slack_takes_every_answer_to_the_command(say: Words, content: Content, words: str) -> None:
    """With something running, and more experiments behind it than one message tells of."""
    for drawn in overviews(say, content, words):
        assert refused("Experiments", drawn) == []


@pytest.mark.parametrize("words", WORST)
def test_slack_takes_every_form(say: Words, content: Content, words: str) -> None:
    """For every idea of the catalogue, and for none."""
    for view in all_forms(say, content, words):
        assert [str(problem) for problem in validate_view(view)] == []


def test_slack_takes_every_suggestion(say: Words, content: Content) -> None:
    """With its button, told apart from the others in one message."""
    ideas = content.ideas
    drawn = [blocks.suggestion(say, content, idea, 7) for idea in ideas]
    for three in zip(drawn, drawn[1:], drawn[2:], strict=False):
        assert refused("Ideas", [block for one in three for block in one]) == []
    buttons = [one[-1]["elements"][0] for one in drawn]
    assert {b["action_id"] for b in buttons} == {f"experiment:try:{idea.id}" for idea in ideas}
    assert buttons[0]["value"] == f"{ideas[0].id}:7"
    others = blocks.suggestion(say, content, ideas[0], 7, ideas[1:3])[-1]["elements"][-1]
    assert others["value"] == f"7:{ideas[1].id}:{ideas[2].id}"


@pytest.mark.parametrize("words", ["<!channel> ", "<@U0000000001> ", "<https://bad.example|x> "])
def test_what_people_write_pings_and_links_nothing(
    say: Words, content: Content, words: str
) -> None:
    """In every message, its notification text included."""
    drawn = [(draft.text, draft.blocks) for draft in drafts(say, content, words)]
    drawn += [("", one) for one in overviews(say, content, words)]
    for text, shown in drawn:
        assert words.strip() not in text
        for block in marked_up(shown):
            assert words.strip() not in block["text"]


def test_slack_reads_nothing_into_what_people_write(say: Words, content: Content) -> None:
    """A name of a channel or an address in a title stays the words it is."""
    words = "#general @here www.example.org "
    drawn = [block for draft in drafts(say, content, words) for block in draft.blocks]
    drawn += [block for one in overviews(say, content, words) for block in one]
    for block in marked_up(drawn):
        assert "www.example" not in block["text"] or block.get("verbatim") or is_team(block["text"])


def is_team(text: str) -> bool:
    """The team's name, which all of Amp shows the same way."""
    return "about your experiment" in text


def marked_up(drawn: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Every mrkdwn text in these blocks."""
    texts = [block["text"] for block in drawn if "text" in block]
    texts += [e for block in drawn if block["type"] == "context" for e in block["elements"]]
    return [text for text in texts if text["type"] == "mrkdwn"]


def test_an_idea_fills_the_whole_form(say: Words, content: Content) -> None:
    """A lead who has chosen one needs to press the button only."""
    for idea in content.ideas:
        if content.drive_of(idea.facet) is None:
            continue
        view = forms.start(say, content, team(), idea, readable=12)
        inputs = {b["block_id"]: b["element"] for b in view["blocks"] if b["type"] == "input"}
        assert inputs["title"]["initial_value"] == idea.title
        assert inputs["what"]["initial_value"] == idea.what
        assert inputs["goal"]["initial_value"] == idea.goal
        assert inputs["metric"]["initial_value"] == idea.metric
        drive = inputs["drive"]["initial_option"]["value"]
        assert drive == content.drive_of(idea.facet)
        assert inputs["rounds"]["initial_option"]["value"] == "6"


@pytest.mark.parametrize(("readable", "warns"), [(0, True), (1, True), (3, True), (4, False)])
def test_a_lead_hears_beforehand_that_there_is_nothing_to_compare(
    say: Words, content: Content, readable: int, warns: bool
) -> None:
    """A review date before there is data is chosen with open eyes."""
    shown = visible_text(forms.start(say, content, team(), None, readable=readable)["blocks"])
    assert ("will not say whether it helped" in shown) is warns


@pytest.mark.parametrize(
    ("language", "none"),
    [
        ("de", "Bisher ist keine Runde davon geschlossen."),
        ("en", "no rounds under it closed so far."),
        ("es", "hasta ahora no se cerró ninguna de sus rondas."),
        ("fr", "aucun sondage clos depuis le début."),
    ],
)
def test_where_no_round_has_closed_the_form_says_so_in_words(
    say: Words, language: str, none: str
) -> None:
    """No language counts nought rounds; from one on it does."""
    spoken = say.locale(language)
    shown = [
        visible_text(forms.reschedule(spoken, Status(experiment("Calm "), (), rounds))["blocks"])
        for rounds in (0, 1)
    ]
    assert [none in text for text in shown] == [True, False]


def test_members_see_no_buttons_of_leads(say: Words, content: Content) -> None:
    """They read what is running, and what was tried."""
    running = experiment("Calm ")
    for current in (None, Status(running, (), 2), Status(running, (look(running),), MAX_ROUNDS)):
        drawn = overview.overview(say, content, team(), current, [], for_lead=False)
        assert not [block for block in drawn if block["type"] == "actions"]


@pytest.mark.parametrize(
    ("votes", "said"),
    [
        (None, "Fewer than five"),
        ({"people": 7}, "7 people said what they want; no one wish leads clearly."),
        ({"people": 7, "most": "longer"}, "7 people said what they want; most: try it longer."),
        (
            {"people": 12, "keep": 8, "longer": 3, "drop": 1},
            "keep it 8, try it longer 3, drop it 1",
        ),
    ],
)
def test_wishes_are_told_as_far_as_they_may(
    say: Words, votes: dict[str, Any] | None, said: str
) -> None:
    """Nothing below five, what most wish below ten, counts from ten up."""
    assert said in blocks.wishes(say, look(experiment("Calm "), votes))


def test_the_review_is_told_word_for_word(say: Words, content: Content) -> None:
    """Only its name is set in bold."""
    running = experiment("Calm ")
    seen = look(running, counted=False)
    shown = visible_text(list(messages.review(say, content, running, seen).blocks)).replace("*", "")
    assert seen.sentence in shown
