"""The form of a team as people see it, filled in."""

from collections.abc import Sequence

from msgspec import Struct

from bot.privacy import QUORUM
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.slack.groups import Group
from bot.teams import clocks
from bot.teams.calendar import DAY
from bot.teams.models import EVERYBODY, PICKED
from bot.words import ENGLISH, Markup, Words, channel, language_name

COMFORTABLE = 7  # people of whom five mostly answer
MOST_GROUPS = 90  # options of one field
MANY = 30  # people; to ask more, the button is pressed twice
HOURS_OPEN = (24, 48, 72, 96, 120)
TOGETHER = "together"  # what a small team may choose: to be asked with another


class Form(Struct, frozen=True):
    """What a team's form is filled with."""

    name: str
    channel_id: str
    digest_channel_id: str
    leads: Sequence[str]
    whom: str = EVERYBODY
    people: Sequence[str] = ()  # left out, or picked
    groups: Sequence[tuple[Group, int]] = ()  # with how many of their people are in the channel
    is_closed: bool = False  # the channel: only some may post in it
    weekday: int = 1
    hour: int = 10
    in_local_time: bool = True
    every_weeks: int = 1
    open_hours: int = 72
    with_guests: bool = False
    in_rollup: bool = True
    wants_cards: bool = True
    sister: str | None = None  # the channel of the team with which it wants to be asked
    is_together: bool = False  # it is asked with another
    holidays: str | None = None
    language: str = ENGLISH
    zone: str = "UTC"  # of whoever sets it up, or the team's
    settings: clocks.Settings | None = None  # what is asked of a team that there is


def form(
    say: Words,
    form: Form,
    *,
    people: int,
    team_id: int | None = None,
    sure: bool = False,
    told: Markup | None = None,
) -> View:
    """The set-up form: pressing its button is enough.

    It comes again with what is *told*: to be *sure* of many, or where it could not be kept.
    """
    is_new = team_id is None
    about = "teams-form-intro" if is_new and people >= QUORUM else "teams-form-settings"
    intro = say(about, people=people, channel=channel(form.channel_id))
    start = say.plain("teams-start-button" if is_new else "teams-save-button")
    return kit.form(
        say,
        say.plain("teams-set-up-title" if is_new else "teams-settings-title"),
        [
            kit.section(told or intro),
            *([_closed(say, form)] if form.is_closed else []),
            *_small(say, form, people),
            *_when(say, form),
            *_who(say, form),
            *(clocks.fields(say, form.zone, form.settings) if form.settings else []),
        ],
        callback_id="team:save",
        submit=say.plain("teams-many-button", people=people) if sure else start,
        metadata={"channel": form.channel_id, "team": team_id, "sure": people if sure else None},
    )


def _small(say: Words, form: Form, people: int) -> list[Block]:
    """What a small team may choose, where its size is known."""
    if form.is_together:
        return []
    if people >= QUORUM:
        rare = say("teams-form-rare", people=people)
        return [kit.context(rare)] if people < COMFORTABLE else []
    options = [
        kit.option(say.plain("teams-cards-option"), "cards"),
        kit.option(say.plain("teams-no-cards-option"), "nothing"),
        kit.option(say.plain("together-option"), TOGETHER),
    ]
    usual = "cards" if form.wants_cards else "nothing"
    chosen = kit.select(options, initial=usual if form.sister is None else TOGETHER)
    label = say.plain("teams-cards-label", quorum=QUORUM)
    return [
        kit.context(say("teams-form-small")),
        kit.input_("cards", label, chosen),
        kit.input_(
            "sister",
            say.plain("together-label"),
            _channel(form.sister or None),
            hint=say.plain("together-hint"),
            optional=True,
        ),
    ]


def _closed(say: Words, form: Form) -> Block:
    return kit.context(say("teams-form-closed", channel=channel(form.channel_id)))


def _when(say: Words, form: Form) -> list[Block]:
    days = [kit.option(say.weekday(number), str(number)) for number in range(7)]
    by_day = sorted({*DAY, form.hour})
    hours = [kit.option(clocks.o_clock(hour), str(hour)) for hour in by_day]
    zones = [
        kit.option(say.plain("teams-own-clock-option"), "own"),
        kit.option(say.plain("teams-same-clock-option", zone=clocks.place(say, form.zone)), "same"),
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
    chosen = {"initial_users": list(form.people)} if form.people else {}
    return [
        kit.input_(
            "name", say.plain("teams-name-label"), kit.text_input(initial=form.name, max_length=80)
        ),
        kit.input_("digest", say.plain("teams-digest-label"), _channel(form.digest_channel_id)),
        kit.input_("language", say.plain("teams-language-label"), _languages(say, form)),
        kit.input_(
            "leads", say.plain("teams-leads-label"), people | {"initial_users": list(form.leads)}
        ),
        kit.input_("whom", say.plain("teams-whom-label"), _whom(say, form)),
        kit.input_(
            "people",
            say.plain("teams-people-label"),
            people | chosen,
            optional=True,
            hint=say.plain("teams-people-hint"),
        ),
        kit.input_("guests", say.plain("teams-guests-label"), _guests(say, form), optional=True),
        kit.input_("rollup", say.plain("teams-rollup-label"), _rollup(say, form), optional=True),
        kit.input_(
            "holidays", say.plain("teams-holidays-label"), _country(say, form), optional=True
        ),
    ]


def _channel(initial: str | None) -> Block:
    """A channel of those that whoever looks can see."""
    chosen = {"initial_conversation": initial} if initial else {}
    filter_ = {"include": ["public", "private"]}
    return {"type": "conversations_select", "filter": filter_, **chosen}


def _whom(say: Words, form: Form) -> Block:
    """By which rule people are asked; a user group that was chosen stays, named or not."""
    options = [
        kit.option(say.plain("teams-everybody-option"), EVERYBODY),
        kit.option(say.plain("teams-picked-option"), PICKED),
        *(
            kit.option(say.plain("teams-group-option", handle=group.handle, here=here), group.id)
            for group, here in form.groups[:MOST_GROUPS]
        ),
    ]
    if form.whom not in [option["value"] for option in options]:
        options.append(kit.option(say.plain("teams-chosen-group-option"), form.whom))
    return kit.select(options, initial=form.whom)


def _languages(say: Words, form: Form) -> Block:
    """Every language, called as its speakers call it."""
    options = [kit.option(language_name(name), name) for name in say.languages]
    return kit.select(options, initial=say.locale(form.language).language)


def _guests(say: Words, form: Form) -> Block:
    guests = kit.option(say.plain("teams-guests-option"), "guests")
    return kit.checkboxes([guests], initial=["guests"] if form.with_guests else [])


def _rollup(say: Words, form: Form) -> Block:
    shown = kit.option(say.plain("teams-rollup-option"), "rollup")
    return kit.checkboxes([shown], initial=["rollup"] if form.in_rollup else [])


def _country(say: Words, form: Form) -> Block:
    placeholder = say.plain("teams-holidays-placeholder")
    return kit.text_input(initial=form.holidays, max_length=2, placeholder=placeholder)


def reading_channel(say: Words) -> View:
    """Shown at once, while the people of the channel are read: Slack's triggers are short-lived."""
    return notice(say, say("teams-reading-channel"))


def notice(say: Words, text: Markup) -> View:
    """One sentence in place of the set-up form."""
    return kit.notice_modal(say, text, title=say.plain("teams-set-up-title"))
