"""What the demo's people say to each other."""

from datetime import timedelta

import pytest
from pydantic import ValidationError

from bot.demo import moods, talking
from bot.demo.playing import COMPANY
from bot.demo.showing import VISITOR
from localslack.world import company


def test_whoever_speaks_is_in_the_channel() -> None:
    """Everybody whom the tables name is in the company, and speaks where they may."""
    (place,) = company.load(COMPANY).workspaces
    members = {channel.name: channel.members for channel in place.channels}
    everybody = {person.name for person in place.people if not person.is_restricted}
    for line in talking.load():
        there = members[line.channel]
        assert line.who in (everybody if there == "everyone" else there)
    assert moods.load().people.keys() <= everybody - {VISITOR}


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
