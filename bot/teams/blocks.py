"""What people see of a team: its form, its card."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.teams.models import Person, Team
from bot.teams.rhythm import DAYS

HOURS_OPEN = (24, 48, 72, 96, 120)


@dataclass(frozen=True)
class Form:
    """What a team's form is filled with."""

    name: str
    channel_id: str
    digest_channel_id: str
    leads: Sequence[str]
    left_out: Sequence[str] = ()
    weekday: int = 1
    hour: int = 10
    in_local_time: bool = True
    every_weeks: int = 1
    open_hours: int = 72
    with_guests: bool = False
    holidays: str | None = None


def form(form: Form, *, people: int, team_id: int | None = None) -> View:
    """The set-up form: pressing its button is enough."""
    new = team_id is None
    intro = (
        f"*{people} {'person' if people == 1 else 'people'}* in <#{form.channel_id}> will get five "
        "short questions by direct message. Everything is filled in: pressing the button is enough."
    )
    return kit.modal(
        "Set up the pulse" if new else "Settings of the team",
        [
            kit.section(intro if new else f"The team of <#{form.channel_id}>: {people} people."),
            *([kit.context(SMALL)] if people < 5 else []),
            *_when(form),
            *_who(form),
        ],
        callback_id="team:save",
        submit="Start the pulse" if new else "Save",
        note={"channel": form.channel_id, "team": team_id},
    )


SMALL = (
    ":information_source: Fewer than five people: no numbers will ever be shown for this team, "
    "because they would show who said what. A bigger channel works better."
)


def _when(form: Form) -> list[Block]:
    days = [kit.option(day, str(number)) for number, day in enumerate(DAYS)]
    hours = [kit.option(f"{hour:02}:00", str(hour)) for hour in range(24)]
    zones = [
        kit.option("on each member's own clock", "own"),
        kit.option("at the same moment for all, on my clock", "same"),
    ]
    weeks = [kit.option("every week", "1"), kit.option("every two weeks", "2")]
    opens = [kit.option(f"{hours} hours", str(hours)) for hours in HOURS_OPEN]
    return [
        kit.input_("weekday", "Day", kit.select(days, initial=str(form.weekday))),
        kit.input_("hour", "Hour", kit.select(hours, initial=str(form.hour))),
        kit.input_(
            "zone",
            "Whose clock",
            kit.select(zones, initial="own" if form.in_local_time else "same"),
        ),
        kit.input_("weeks", "How often", kit.select(weeks, initial=str(form.every_weeks))),
        kit.input_("open", "Open for", kit.select(opens, initial=str(form.open_hours))),
    ]


def _who(form: Form) -> list[Block]:
    people = {"type": "multi_users_select"}
    left_out = {"initial_users": list(form.left_out)} if form.left_out else {}
    guests = kit.checkboxes(
        [kit.option("Ask guests too", "guests")],
        initial=["guests"] if form.with_guests else [],
    )
    digest = {
        "type": "conversations_select",
        "initial_conversation": form.digest_channel_id,
        "filter": {"include": ["public", "private"]},
    }
    name = kit.text_input(initial=form.name, max_length=80)
    country = kit.text_input(
        initial=form.holidays, max_length=2, placeholder="country code, such as DE or US"
    )
    return [
        kit.input_("name", "Name of the team", name),
        kit.input_("digest", "Where the digest goes", digest),
        kit.input_("leads", "Leads", people | {"initial_users": list(form.leads)}),
        kit.input_(
            "left_out",
            "Leave out",
            people | left_out,
            optional=True,
            hint="People of the channel who are not to be asked.",
        ),
        kit.input_("guests", "Guests", guests, optional=True),
        kit.input_("holidays", "Skip public holidays of", country, optional=True),
    ]


def started(team: Team, people: int) -> list[Block]:
    """What whoever set the team up reads afterwards."""
    return [
        kit.section(
            f":white_check_mark: *{kit.escape(team.name)}* is set up: {_asked(people)}, "
            f"{_rhythm(team)}. {_next(team)}"
        ),
        kit.actions(
            kit.button("Ask now", "pulse:now", str(team.id), style="primary"),
            kit.button("Settings", "team:settings", str(team.id)),
        ),
    ]


def announced(team: Team, lead: str, people: int) -> list[Block]:
    """What the channel reads when its pulse begins: who is asked, and what happens to answers."""
    return [
        kit.section(
            f"<@{lead}> has set up a pulse for *{kit.escape(team.name)}*: {_asked(people)}, "
            f"{_rhythm(team)}. Five short questions come by direct message; the digest comes here."
        ),
        kit.context(
            "Answers are sealed as they arrive and become counts when the round closes. Nothing is "
            "shown below five answers. `/amp privacy` tells more, `/amp` tells what it is about."
        ),
    ]


def card(
    team: Team, asked: Sequence[Person], leads: Sequence[Person], *, for_lead: bool
) -> list[Block]:
    """A team at a glance."""
    lines = [
        f"*{kit.escape(team.name)}* · <#{team.channel_id}>",
        f"{_asked(len(asked)).capitalize()}, {_rhythm(team)}; open for {team.open_hours} hours.",
        f"Led by {', '.join(f'<@{p.user_id}>' for p in leads) or 'nobody at present'}. "
        f"The digest goes to <#{team.digest_channel_id}>.",
        _next(team),
    ]
    buttons = [
        kit.button("Ask now", "pulse:now", str(team.id)),
        kit.button("Settings", "team:settings", str(team.id)),
        kit.button(
            "End the team", "team:end", str(team.id), style="danger",
            confirm=kit.confirm(
                "End this team?",
                "Its people are asked no more, and its checklist, role map and ShipIt days are "
                "deleted. What its digests showed is kept until the workspace is uninstalled. "
                "`/amp setup` starts anew.",
                "End it",
            ),
        ),
    ]  # fmt: skip
    return [
        kit.section("\n".join(lines)),
        *([kit.actions(*buttons)] if for_lead else []),
    ]


def reading_channel() -> View:
    """Shown at once, while the people of the channel are read: Slack's triggers are short-lived."""
    return kit.notice("Set up the pulse", ":hourglass_flowing_sand: Reading the channel …")


def when(moment: datetime) -> str:
    """A moment as everybody reads it on their own clock."""
    fallback = f"{moment:%A %d %B, %H:%M} UTC"
    return f"<!date^{int(moment.timestamp())}^{{date_long_pretty}} at {{time}}|{fallback}>"


def _asked(people: int) -> str:
    return "1 person is asked" if people == 1 else f"{people} people are asked"


def _rhythm(team: Team) -> str:
    often = "every week" if team.every_weeks == 1 else f"every {team.every_weeks} weeks"
    clock = "on each member's own clock" if team.in_local_time else f"{team.zone} time"
    return f"{often} on {DAYS[team.weekday]} at {team.hour:02}:00 {clock}"


def _next(team: Team) -> str:
    if team.next_opens_at is None:
        return "It is paused; `/amp resume` goes on."
    if team.paused_until and team.paused_until > team.created_at:
        pause = f"It is paused until {when(team.paused_until)}, unless `/amp resume` ends that. "
    else:
        pause = ""
    return f"{pause}The next round opens {when(team.next_opens_at)}."


def paused(team: Team) -> str:
    name = kit.escape(team.name)
    if team.next_opens_at is None:
        return f":double_vertical_bar: *{name}* is paused until somebody types `/amp resume`."
    return f":double_vertical_bar: *{name}* is paused. Next round: {when(team.next_opens_at)}."


def resumed(team: Team) -> str:
    return f":arrow_forward: *{kit.escape(team.name)}* goes on. {_next(team)}"


def note(view_note: dict[str, Any]) -> tuple[str, int | None]:
    """The channel, and the team if there is one already, that a form is about."""
    return view_note["channel"], view_note.get("team")
