"""What somebody sees of a question that they put off, and of their own day and hour."""

from collections.abc import Sequence
from datetime import datetime

from bot.pulse import blocks as pulse
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.teams.calendar import DAY
from bot.teams.models import Person
from bot.teams.plans import Turn
from bot.words import Markup, Words, join

TEAMS = "team"  # the option «as my teams are asked»


def put_off(say: Words, moment: datetime | None) -> Markup:
    if moment is None:
        return say("own-time-never")
    return say("own-time-later", moment=moment)


def form(say: Words, person: Person) -> View:
    """`/amp pulse when`: filled with what holds now."""
    as_usual = kit.option(say.plain("own-time-usual-option"), TEAMS)
    days = [kit.option(say.weekday(number), str(number)) for number in range(7)]
    hours = [kit.option(f"{hour:02}:00", str(hour)) for hour in DAY]
    once = kit.option(say.plain("own-time-reminds-option"), "once")
    return kit.form(
        say,
        say.plain("own-time-title"),
        [
            kit.section(say("own-time-intro")),
            _choice(say.plain("own-time-day-label"), "day", [as_usual, *days], person.own_weekday),
            _choice(say.plain("own-time-hour-label"), "hour", [as_usual, *hours], person.own_hour),
            kit.input_(
                "reminds",
                say.plain("own-time-reminds-label"),
                kit.checkboxes([once], initial=["once"] if person.wants_reminders else []),
                optional=True,
            ),
        ],
        callback_id="pulse:when",
        submit=say.plain("own-time-save-button"),
    )


def _choice(label: str, id_: str, options: Sequence[Block], chosen: int | None) -> Block:
    initial = TEAMS if chosen is None else str(chosen)
    return kit.input_(id_, label, kit.select(options, initial=initial))


def saved(say: Words, turns: Sequence[Turn]) -> View:
    told = join("\n", [say("own-time-saved"), *pulse.coming(say, turns)])
    return kit.notice_modal(say, told, title=say.plain("own-time-title"))
