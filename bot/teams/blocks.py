"""What people see of a team: its form, its card."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from babel import Locale

from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.slack.outbox import Draft
from bot.teams.models import Team
from bot.teams.roster import Roster
from bot.words import ENGLISH, Markup, Words, channel, mention

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
    language: str = ENGLISH


def form(say: Words, form: Form, *, people: int, team_id: int | None = None) -> View:
    """The set-up form: pressing its button is enough."""
    is_new = team_id is None
    intro = "teams-form-intro" if is_new else "teams-form-settings"
    return kit.form(
        say,
        say.plain("teams-set-up-title" if is_new else "teams-settings-title"),
        [
            kit.section(say(intro, people=people, channel=channel(form.channel_id))),
            *([kit.context(say("teams-form-small"))] if people < 5 else []),
            *_when(say, form),
            *_who(say, form),
        ],
        callback_id="team:save",
        submit=say.plain("teams-start-button" if is_new else "teams-save-button"),
        metadata={"channel": form.channel_id, "team": team_id},
    )


def _when(say: Words, form: Form) -> list[Block]:
    days = [kit.option(say.weekday(number), str(number)) for number in range(7)]
    hours = [kit.option(_clock(hour), str(hour)) for hour in range(24)]
    zones = [
        kit.option(say.plain("teams-own-clock-option"), "own"),
        kit.option(say.plain("teams-same-clock-option"), "same"),
    ]
    weeks = [
        kit.option(say.plain("teams-weekly-option"), "1"),
        kit.option(say.plain("teams-fortnightly-option"), "2"),
    ]
    opens = [kit.option(say.plain("teams-open-option", hours=h), str(h)) for h in HOURS_OPEN]
    own = "own" if form.in_local_time else "same"
    fields = {
        "weekday": ("teams-day-label", days, str(form.weekday)),
        "hour": ("teams-hour-label", hours, str(form.hour)),
        "zone": ("teams-clock-label", zones, own),
        "weeks": ("teams-often-label", weeks, str(form.every_weeks)),
        "open": ("teams-open-label", opens, str(form.open_hours)),
    }
    return [
        kit.input_(id_, say.plain(label), kit.select(options, initial=initial))
        for id_, (label, options, initial) in fields.items()
    ]


def _who(say: Words, form: Form) -> list[Block]:
    people = {"type": "multi_users_select"}
    left_out = {"initial_users": list(form.left_out)} if form.left_out else {}
    digest = {
        "type": "conversations_select",
        "initial_conversation": form.digest_channel_id,
        "filter": {"include": ["public", "private"]},
    }
    return [
        kit.input_(
            "name", say.plain("teams-name-label"), kit.text_input(initial=form.name, max_length=80)
        ),
        kit.input_("digest", say.plain("teams-digest-label"), digest),
        kit.input_("language", say.plain("teams-language-label"), _languages(say, form)),
        kit.input_(
            "leads", say.plain("teams-leads-label"), people | {"initial_users": list(form.leads)}
        ),
        kit.input_(
            "left_out",
            say.plain("teams-left-out-label"),
            people | left_out,
            optional=True,
            hint=say.plain("teams-left-out-hint"),
        ),
        kit.input_("guests", say.plain("teams-guests-label"), _guests(say, form), optional=True),
        kit.input_(
            "holidays", say.plain("teams-holidays-label"), _country(say, form), optional=True
        ),
    ]


def _languages(say: Words, form: Form) -> Block:
    """Every language, called as its speakers call it."""
    options = [kit.option(language_name(name), name) for name in say.languages]
    return kit.select(options, initial=say.locale(form.language).language)


def language_name(language: str) -> str:
    """What the speakers of a language call it, such as «Deutsch»."""
    name = Locale.parse(language.replace("-", "_")).get_display_name() or language
    return name[:1].upper() + name[1:]


def _guests(say: Words, form: Form) -> Block:
    guests = kit.option(say.plain("teams-guests-option"), "guests")
    return kit.checkboxes([guests], initial=["guests"] if form.with_guests else [])


def _country(say: Words, form: Form) -> Block:
    placeholder = say.plain("teams-holidays-placeholder")
    return kit.text_input(initial=form.holidays, max_length=2, placeholder=placeholder)


def started(say: Words, roster: Roster, *, at: datetime) -> list[Block]:
    """What whoever set the team up reads afterwards."""
    team = roster.team
    said = say(
        "teams-started",
        team=team.name,
        asked=say("teams-asked", people=len(roster.asked)),
        rhythm=_rhythm(say, team),
        next=_next(say, team, at),
    )
    return [
        kit.section(said),
        kit.actions(
            kit.button(
                say.plain("teams-ask-now-button"), "pulse:now", str(team.id), style="primary"
            ),
            kit.button(say.plain("teams-settings-button"), "team:settings", str(team.id)),
        ),
    ]


def announced(say: Words, roster: Roster, lead: str) -> Draft:
    """What the channel reads when its pulse begins: who is asked, and what happens to answers."""
    team = roster.team
    said = say(
        "teams-announced",
        lead=mention(lead),
        team=team.name,
        asked=say("teams-asked", people=len(roster.asked)),
        rhythm=_rhythm(say, team),
    )
    sealed = say("teams-announced-sealed")
    text = say("teams-announced-text", team=team.name)
    return Draft(text, [kit.section(said), kit.context(sealed)])


def saved(say: Words, roster: Roster, *, at: datetime) -> list[Block]:
    """What a lead reads who has changed the settings."""
    return [kit.section(say("teams-saved")), *card(say, roster, for_lead=False, at=at)]


def card(say: Words, roster: Roster, *, for_lead: bool, at: datetime) -> list[Block]:
    """A team at a glance."""
    team = roster.team
    said = say(
        "teams-card",
        team=team.name,
        channel=channel(team.channel_id),
        people=len(roster.asked),
        rhythm=_rhythm(say, team),
        hours=team.open_hours,
        leads=len(roster.leads),
        names=[mention(person.user_id) for person in roster.leads],
        digest=channel(team.digest_channel_id),
        next=_next(say, team, at),
    )
    return [kit.section(said), *([kit.actions(*_buttons(say, team))] if for_lead else [])]


def _buttons(say: Words, team: Team) -> list[Block]:
    sure = kit.confirm_dialog(
        say,
        title=say.plain("teams-end-title"),
        text=say("teams-end-text"),
        yes=say.plain("teams-end-yes-button"),
    )
    return [
        kit.button(say.plain("teams-ask-now-button"), "pulse:now", str(team.id)),
        kit.button(say.plain("teams-settings-button"), "team:settings", str(team.id)),
        kit.button(
            say.plain("teams-end-button"), "team:end", str(team.id), style="danger", confirm=sure
        ),
    ]


def reading_channel(say: Words) -> View:
    """Shown at once, while the people of the channel are read: Slack's triggers are short-lived."""
    return notice(say, say("teams-reading-channel"))


def notice(say: Words, text: Markup) -> View:
    """One sentence in place of the set-up form."""
    return kit.notice_modal(say, text, title=say.plain("teams-set-up-title"))


def _rhythm(say: Words, team: Team) -> Markup:
    return say(
        "teams-rhythm",
        weeks=team.every_weeks,
        day=say.weekday(team.weekday),
        hour=_clock(team.hour),
        clock="own" if team.in_local_time else "same",
        zone=team.zone,
    )


def _next(say: Words, team: Team, at: datetime) -> Markup:
    if team.next_opens_at is None:
        return say("teams-next-never")
    if team.paused_until and team.paused_until > at:
        return say("teams-next-after-pause", until=team.paused_until, opens=team.next_opens_at)
    return say("teams-next", opens=team.next_opens_at)


def paused(say: Words, team: Team) -> Markup:
    if team.next_opens_at is None:
        return say("teams-paused-for-good", team=team.name)
    return say("teams-paused", team=team.name, opens=team.next_opens_at)


def resumed(say: Words, team: Team, *, at: datetime) -> Markup:
    return say("teams-resumed", team=team.name, next=_next(say, team, at))


def ended(say: Words, team: Team) -> Markup:
    return say("teams-ended", team=team.name)


def _clock(hour: int) -> str:
    return f"{hour:02}:00"
