"""What people see of the roll-up: the heat map as a table, or as lines, and the form."""

from collections.abc import Sequence

from bot.digest.models import RollUp
from bot.digest.rollup.months import Month
from bot.insight.rollups import EVERYBODY, HeatMap, Row
from bot.slack import block_kit as kit
from bot.slack import undelivered
from bot.slack.block_kit import Block, View
from bot.slack.models import Delivery
from bot.slack.outbox import Draft

PAGE = 20  # teams in one message, which holds about 12 kB
SHADES = "░▒▓█"  # darker is higher; beside the number, never instead of it
NOT_SHOWN = "not shown"
SMALL = (
    "The last round of each team in that month; 1 to 5, rounded. The teams stand in alphabetical "
    "order: this is a map and no ranking, and a number is no grade of a team or its lead. "
    f"«{NOT_SHOWN}»: fewer than five answered, or somebody could be worked out from the rest."
)


def drafts(found: HeatMap, month: Month) -> list[Draft]:
    """The roll-up in as many messages as it needs; the second and later ones go into its thread."""
    pages = [found.rows[n : n + PAGE] for n in range(0, len(found.rows), PAGE)] or [()]
    first, *rest = pages
    return [_first(found, month, first), *(_more(found, month, page) for page in rest)]


def _first(found: HeatMap, month: Month, rows: Sequence[Row]) -> Draft:
    fewer = f" The first {len(rows)} teams; the others are in the thread."
    told = f"How the teams stood in {month.title}"
    shown = [*rows, found.everybody]

    def page(drawn: Block) -> list[Block]:
        return [
            kit.header(told),
            drawn,
            kit.context(SMALL + (fewer if len(rows) < len(found.rows) else "")),
        ]

    text = f"{told}. {_in_words(found, found.everybody)}."
    return Draft(text, page(_table(found, shown)), [page(_lines(found, shown))])


def _more(found: HeatMap, month: Month, rows: Sequence[Row]) -> Draft:
    text = f"More teams in {month.title}."
    return Draft(text, [_table(found, rows)], [[_lines(found, rows)]])


def _table(found: HeatMap, rows: Sequence[Row]) -> Block:
    heading = [_cell("Team"), *(_cell(drive) for drive in found.drives)]
    return {"type": "table", "rows": [heading, *(_row(found, row) for row in rows)]}


def _row(found: HeatMap, row: Row) -> list[Block]:
    return [_cell(_name(row.name)), *(_cell(_shown(row.shown[drive])) for drive in found.drives)]


def _cell(text: str) -> Block:
    return {"type": "raw_text", "text": text or " "}


def _name(name: str) -> str:
    """A team's own name as it is; the line of all of them as a heading."""
    return name.capitalize() if name == EVERYBODY else name


def _shown(mean: float | None) -> str:
    """A number with its shade, darker where it is higher."""
    if mean is None:
        return NOT_SHOWN
    return f"{SHADES[min(int(mean) - 1, len(SHADES) - 1)]} {mean:g}"


def _lines(found: HeatMap, rows: Sequence[Row]) -> Block:
    """The same as text, where a table is refused."""
    return {
        "type": "rich_text",
        "elements": [
            {
                "type": "rich_text_list",
                "style": "bullet",
                "elements": [_line(found, row) for row in rows],
            }
        ],
    }


def _line(found: HeatMap, row: Row) -> Block:
    name = {"type": "text", "text": f"{_name(row.name)}: ", "style": {"bold": True}}
    told = ", ".join(f"{drive} {_shown(row.shown[drive])}" for drive in found.drives)
    return {"type": "rich_text_section", "elements": [name, {"type": "text", "text": told}]}


def _in_words(found: HeatMap, row: Row) -> str:
    told = ", ".join(
        f"{drive} {f'{shown:g}' if (shown := row.shown[drive]) is not None else NOT_SHOWN}"
        for drive in found.drives
    )
    return f"{_name(row.name)}: {told}"


ABOUT = (
    "Once a month, on its first working day, a channel can read how autonomy, mastery and purpose "
    "stood in every team of this workspace: one line a team, rounded, in alphabetical order, with "
    "nothing that leads to fewer than five people. The leads of all teams are told when it is "
    "turned on. It is off unless somebody turns it on."
)


def form(wish: RollUp | None) -> View:
    """Where the roll-up goes."""
    chosen = {"initial_conversation": wish.channel_id} if wish else {}
    channel = {
        "type": "conversations_select",
        "filter": {"include": ["public", "private"]},
        **chosen,
    }
    off = [kit.actions(kit.button("Turn off", "rollup:off"))] if wish else []
    return kit.modal(
        "Monthly roll-up",
        [kit.section(ABOUT), kit.input_("channel", "Channel", channel), *off],
        callback_id="rollup:save",
        submit="Turn on" if wish is None else "Save",
    )


def turned_on(channel_id: str, month: Month) -> View:
    return kit.notice(
        "Monthly roll-up",
        f":white_check_mark: <#{channel_id}> gets the roll-up of {month.title} on its first "
        "working day after, and each month from then on. The leads of all teams are told.",
    )


def turned_off() -> View:
    return kit.notice("Monthly roll-up", ":white_check_mark: There is no roll-up any more.")


def announced(user_id: str, channel_id: str) -> Draft:
    """What every lead of the workspace reads when it is turned on."""
    return Draft(
        "A monthly roll-up is turned on.",
        [
            kit.section(
                f"<@{user_id}> has turned on a monthly roll-up in <#{channel_id}>: how autonomy, "
                "mastery and purpose stood in each team, yours among them. It shows what digests "
                "show, rounded, in alphabetical order; `/amp rollup` tells more and turns it off."
            )
        ],
    )


def trouble(failed: Delivery, month: Month) -> Draft:
    """What whoever turned it on reads when a month did not reach its channel."""
    what = f"the roll-up of {month.title}"
    told = undelivered.told(what, failed, elsewhere="`/amp rollup`")
    return Draft(
        "A monthly roll-up did not arrive.",
        [kit.section(f":warning: {told}"), undelivered.again("rollup:again", month.name)],
    )
