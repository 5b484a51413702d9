"""What the demo's people say to each other."""

from datetime import timedelta

import pytest
from pydantic import ValidationError

from bot.demo import moods, talking
from bot.demo.playing import COMPANY
from bot.demo.showing import VISITOR
from bot.pulse.comments import writing
from localslack.world import company


def test_whoever_speaks_is_in_the_channel() -> None:
    """Everybody whom the tables name is in the company, and speaks where they may."""
    (place,) = company.load(COMPANY).workspaces
    members = {channel.name: channel.members for channel in place.channels}
    everybody = {person.name for person in place.people if not person.is_restricted}
    for line in talking.load().lines:
        there = members[line.channel]
        assert line.who in (everybody if there == "everyone" else there)
    assert moods.load().people.keys() <= everybody - {VISITOR}


def test_comments_fit_their_line_and_come_from_people_of_the_moods() -> None:
    """Whoever writes one is asked for it sooner or later."""
    people = moods.load().people
    for comment in talking.load().comments:
        assert comment.who in people, comment
        assert writing.comment(comment.writes).words == comment.writes


def test_a_form_that_is_sent_again_has_the_same_comment() -> None:
    """Each is written once: that of a week in it, those of no week one after the other."""
    first, second = (talking.Comment(who="bo", writes=words) for words in ("One", "Two"))
    third = talking.Comment(who="bo", writes="Three", week=5)
    writers = talking.Writers([first, second, third])
    assert writers.comment("bo", "1", 5) is writers.comment("bo", "1", 5) is third
    assert [writers.comment("bo", str(n), 6) for n in (2, 3, 4)] == [first, second, None]


def test_moments_are_counted_from_monday() -> None:
    """A day and a time of it."""
    assert talking.moment("Mon 00:00") == timedelta()
    assert talking.moment("Wed 09:30") == timedelta(days=2, hours=9, minutes=30)


def test_a_moment_that_is_none_is_refused_when_the_table_is_read() -> None:
    """Not when it would be said."""
    with pytest.raises(ValidationError):
        talking.Line.model_validate(
            {"week": 1, "at": "Someday 09:00", "who": "bo", "in": "random", "says": "x"}
        )
