"""What people see of a team's clock and of the days on which it works."""

from collections.abc import Sequence

from msgspec import Struct

from bot.slack import block_kit as kit
from bot.slack.block_kit import Block
from bot.teams.calendar import tz
from bot.words import Words

MOST_ZONES = 100  # options of one field


class Settings(Struct, frozen=True):
    """What besides a team's settings are filled with."""

    zones: Sequence[str]  # of its people
    workdays: Sequence[int]
    days_off: str
    reminds: bool


def fields(say: Words, home: str, settings: Settings) -> list[Block]:
    """Whose night and which days count for what the channel reads; any lead may change it."""
    zones = sorted({home, *settings.zones})[:MOST_ZONES]
    places = [kit.option(place(say, zone), zone) for zone in zones]
    days = [kit.option(say.weekday(number), str(number)) for number in range(7)]
    once = kit.option(say.plain("teams-reminds-option"), "once")
    return [
        kit.input_(
            "home",
            say.plain("teams-home-label"),
            kit.select(places, initial=home),
            hint=say.plain("teams-home-hint"),
        ),
        kit.input_(
            "workdays",
            say.plain("teams-workdays-label"),
            kit.checkboxes(days, initial=[str(day) for day in settings.workdays]),
        ),
        kit.input_(
            "days_off",
            say.plain("teams-days-off-label"),
            kit.text_input(
                initial=settings.days_off, placeholder=say.plain("teams-days-off-placeholder")
            ),
            optional=True,
        ),
        kit.input_(
            "reminds",
            say.plain("teams-reminds-label"),
            kit.checkboxes([once], initial=["once"] if settings.reminds else []),
            optional=True,
        ),
    ]


def place(say: Words, zone: str) -> str:
    """A time zone as people call it, by a city: «Mexico City»."""
    return say.city(tz(zone))


def o_clock(hour: int) -> str:
    return f"{hour:02}:00"
