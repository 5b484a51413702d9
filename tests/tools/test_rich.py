"""Rich text made of content's messages: what is ours takes effect, what people wrote does not."""

from datetime import UTC, datetime

from bot.tools import rich
from bot.words import Words
from tests.tools.conftest import NASTY

AT = datetime(2026, 12, 10, 9, tzinfo=UTC)


def test_the_bold_of_a_message_takes_effect_and_that_of_a_name_does_not(say: Words) -> None:
    """A team may be called anything."""
    runs = rich.message(say, "checklist-progress", team=NASTY, done=1, all=17)
    assert [run for run in runs if run] == [rich.bold(NASTY), ": 1 of 17 done."]


def test_a_moment_stands_in_its_sentence_on_the_readers_clock(say: Words) -> None:
    """The sentence is whole, with its emoji and its mention."""
    lead = rich.user("U1")
    runs = rich.message(say, "shipit-announced", lead=lead, team="Maps", starts=AT)
    assert runs[1] == {"type": "emoji", "name": "rocket"}
    assert lead in runs
    dates = [run for run in runs if isinstance(run, dict) and run["type"] == "date"]
    assert [(date["timestamp"], date["fallback"]) for date in dates] == [
        (int(AT.timestamp()), "Thursday 10 December, 09:00 UTC")
    ]


def test_prose_is_marked_up_inside_a_message(say: Words) -> None:
    """What content says of an idea may hold a link; the words around it are another message's."""
    what = rich.prose("Read <https://example.org|this> and `try` _it_.")
    runs = rich.message(say, "tools-idea", title="An *idea*", what=what)
    link = {"type": "link", "url": "https://example.org", "text": "this"}
    assert link in runs
    assert rich.bold("An *idea*") in runs
    assert rich.italic("it") in runs
