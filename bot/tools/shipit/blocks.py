"""What people see of a ShipIt day in windows: the day, its forms."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.teams.models import Team
from bot.tools import rich
from bot.tools.shipit import ideas, outcome
from bot.tools.shipit.days import Stage, ends_at
from bot.tools.shipit.ideas import Idea
from bot.tools.shipit.models import ShipItDay
from bot.words import Words

MAX_NAMED = 20  # people of an idea who are named
BUTTONS = {
    "idea": "shipit-add-idea-button",
    "open": "shipit-see-button",
    "deliver": "shipit-deliver-button",
    "move": "shipit-move-button",
    "join": "shipit-join-button",
    "leave": "shipit-leave-button",
    "undo": "shipit-undo-button",
}


class Viewer(Struct, frozen=True):
    """Who looks at a day."""

    user_id: str
    leads: bool


def plan_form(say: Words, team: Team, starts_at: datetime) -> View:
    """The form in which a lead chooses the moment."""
    return kit.form(
        say,
        say.plain("shipit-title"),
        _moment(say, starts_at, kit.context(say("shipit-plan-then"))),
        callback_id="shipit:plan",
        submit=say.plain("shipit-plan-button"),
        metadata={"team": team.id},
    )


def move_form(say: Words, day: ShipItDay) -> View:
    """The form in which a lead chooses another moment."""
    return kit.form(
        say,
        say.plain("shipit-title"),
        _moment(say, day.starts_at, kit.context(say("shipit-move-then"))),
        callback_id="shipit:move",
        submit=say.plain("shipit-move-button"),
        metadata={"day": day.id},
    )


def _moment(say: Words, starts_at: datetime, then: Block) -> list[Block]:
    picker = {"type": "datetimepicker", "initial_date_time": int(starts_at.timestamp())}
    return [
        kit.section(say("shipit-what")),
        kit.input_("starts", say.plain("shipit-starts-label"), picker),
        then,
    ]


def nothing_planned(say: Words, team: Team) -> View:
    """What members see while there is no day."""
    blocks = [
        kit.section(say("shipit-what")),
        rich.paragraph(say, "shipit-nothing-planned", team=team.name),
    ]
    return _window(say, blocks)


def overview(say: Words, day: ShipItDay, team: Team, found: Sequence[Idea], viewer: Viewer) -> View:
    """The day: when, which ideas, who is in on them, and what one can do."""
    when = {"starts": day.starts_at, "ends": ends_at(day)}
    blocks = [
        rich.paragraph(say, "shipit-day", team=team.name, **when),
        kit.actions(*_what_to_do(say, day, viewer)),
        kit.divider(),
        *(block for idea in found for block in _idea(say, idea, viewer)),
        *([] if found else [kit.section(say("shipit-no-ideas"))]),
    ]
    return _window(say, blocks)


def idea_form(say: Words, day: ShipItDay) -> View:
    placeholder = say.plain("shipit-idea-placeholder")
    words = kit.text_input(max_length=ideas.LENGTH, placeholder=placeholder)
    return kit.form(
        say,
        say.plain("shipit-idea-title"),
        [
            kit.input_("words", say.plain("shipit-idea-label"), words),
            kit.context(say("shipit-idea-seen")),
        ],
        callback_id="shipit:idea",
        submit=say.plain("shipit-idea-button"),
        metadata={"day": day.id},
    )


def delivery_form(say: Words, day: ShipItDay, before: str | None) -> View:
    words = kit.text_input(initial=before, multiline=True, max_length=outcome.LENGTH)
    label, hint = say.plain("shipit-delivery-label"), say.plain("shipit-delivery-hint")
    return kit.form(
        say,
        say.plain("shipit-delivery-title"),
        [kit.input_("words", label, words, hint=hint)],
        callback_id="shipit:deliver",
        submit=say.plain("shipit-delivery-button"),
        metadata={"day": day.id},
    )


def delivered(say: Words, *, late: bool) -> View:
    told = say("shipit-delivered-late" if late else "shipit-delivered")
    return kit.notice_modal(say, told, title=say.plain("shipit-delivered-title"))


def cancelled(say: Words, day: ShipItDay) -> View:
    """What the lead sees, with a way back."""
    undo = kit.actions(button(say, day, "undo"))
    return _window(say, [kit.section(say("shipit-cancelled-quietly")), undo])


def idea_line(say: Words, idea: Idea) -> Block:
    """An idea, and who is in on it."""
    line = rich.message(say, "shipit-idea", idea=idea.words)
    if not idea.crew:
        return rich.said(*line)
    named = [run for user_id in idea.crew[:MAX_NAMED] for run in (" ", rich.user(user_id))][1:]
    more = max(0, len(idea.crew) - MAX_NAMED)
    return rich.said(*line, "\n", *rich.message(say, "shipit-crew", people=named, more=more))


def button(say: Words, day: ShipItDay, name: str) -> Block:
    """The button *name* of BUTTONS, whose value is the day's id."""
    return kit.button(say.plain(BUTTONS[name]), f"shipit:{name}:{day.id}", str(day.id))


def _what_to_do(say: Words, day: ShipItDay, viewer: Viewer) -> list[Block]:
    buttons = [button(say, day, "idea") | {"style": "primary"}]
    if day.stage in (Stage.BEGUN, Stage.LAST_CALL, Stage.GATHERED):
        buttons.append(button(say, day, "deliver"))
    elif viewer.leads:
        buttons.append(button(say, day, "move"))
    if viewer.leads and day.stage != Stage.GATHERED:
        buttons.append(_cancel(say, day))
    return buttons


def _cancel(say: Words, day: ShipItDay) -> Block:
    label = say.plain("shipit-cancel-button")
    sure = kit.confirm_dialog(
        say, "shipit-cancel-title", "shipit-cancel-text", "shipit-cancel-button"
    )
    name, value = f"shipit:cancel:{day.id}", str(day.id)
    return kit.button(label, name, value, style="danger", confirm=sure)


def _idea(say: Words, idea: Idea, viewer: Viewer) -> list[Block]:
    act = "leave" if viewer.user_id in idea.crew else "join"
    buttons = [kit.button(say.plain(BUTTONS[act]), f"shipit:{act}:{idea.id}", str(idea.id))]
    if viewer.leads or idea.by == viewer.user_id:
        buttons.append(_remove(say, idea))
    return [idea_line(say, idea), kit.actions(*buttons)]


def _remove(say: Words, idea: Idea) -> Block:
    sure = kit.confirm_dialog(
        say, "shipit-remove-title", "shipit-remove-text", "shipit-remove-yes-button"
    )
    label = say.plain("shipit-remove-button")
    return kit.button(label, f"shipit:remove:{idea.id}", str(idea.id), confirm=sure)


def _window(say: Words, blocks: Sequence[Block]) -> View:
    return kit.info_modal(say, blocks, title=say.plain("shipit-title"))
