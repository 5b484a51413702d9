"""What was entered into a team's form, as a lead's wishes, and the form filled with them again."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.errors import told_under
from bot.slack import inputs
from bot.slack.groups import Group
from bot.slack.inputs import Body
from bot.slack.requests import Request
from bot.teams import calendar, dates, whom
from bot.teams.form.blocks import TOGETHER, Form
from bot.teams.setup import Clock, Wishes
from bot.teams.whom import ALL, Rule
from bot.words import Words

WHOM = ("whom", "people")


def wishes(
    say: Words, values: dict[str, Any], group: Rule | None = None, *, at: datetime
) -> Wishes:
    """What a lead wants; *group* is the user group that was chosen, as Slack has just told it.

    Raises an AmpError that is about the field where a date, or whom to ask, is wrong.
    """
    return Wishes(
        name=(values["name"] or "").strip(),
        digest_channel_id=values["digest"],
        language=values["language"],
        leads=values["leads"],
        rule=whom.rule(values["whom"], values["people"] or (), group),
        weekday=int(values["weekday"]),
        hour=int(values["hour"]),
        in_local_time=values["zone"] == "own",
        every_weeks=int(values["weeks"]),
        open_hours=int(values["open"]),
        with_guests="guests" in (values["guests"] or []),
        wants_cards=_cards(values.get("cards")),
        sister=values["sister"] or "" if values.get("cards") == TOGETHER else None,
        in_rollup="rollup" in (values["rollup"] or []) if "rollup" in values else None,
        holidays=(values["holidays"] or "").strip().upper() or None,
        clock=_clock(say, values, at) if values.get("home") else None,
    )


def _cards(chosen: str | None) -> bool | None:
    """Whether questions are to come while the team is small: until another agrees, as before."""
    return None if chosen in (None, TOGETHER) else chosen == "cards"


def _clock(say: Words, values: dict[str, Any], at: datetime) -> Clock:
    """What only the settings ask."""
    zone, today = values["home"], at.astimezone(calendar.tz(values["home"])).date()
    with told_under("days_off"):
        days_off = dates.days_off(say, values["days_off"] or "", today=today)
    return Clock(
        zone=zone,
        workdays=sorted(int(day) for day in values["workdays"]),
        days_off=days_off,
        reminds="once" in (values["reminds"] or []),
    )


def merged(request: Request, now: Sequence[Body]) -> dict[str, Any]:
    """What was entered over what the form would show *now*; who is asked is of one hand.

    Two fields say that together, so of two leads the one who changed either has both.
    """
    values, shown = request.merged(now), inputs.shown(now)
    if any(values[name] != shown[name] for name in WHOM):
        values |= {name: request.values[name] for name in WHOM}
    return values


def again(wishes: Wishes, channel_id: str, zone: str, groups: Sequence[tuple[Group, int]]) -> Form:
    """The form as it was sent, for whoever has to press once more."""
    rule = wishes.rule or ALL
    return Form(
        name=wishes.name,
        channel_id=channel_id,
        digest_channel_id=wishes.digest_channel_id,
        leads=list(wishes.leads),
        whom=rule.whom,
        people=sorted(rule.named),
        groups=groups,
        weekday=wishes.weekday,
        hour=wishes.hour,
        in_local_time=wishes.in_local_time,
        every_weeks=wishes.every_weeks,
        open_hours=wishes.open_hours,
        with_guests=wishes.with_guests,
        in_rollup=bool(wishes.in_rollup),
        wants_cards=wishes.wants_cards is not False,
        sister=wishes.sister,
        holidays=wishes.holidays,
        language=wishes.language,
        zone=zone,
    )
