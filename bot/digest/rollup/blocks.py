"""What people see of the roll-up: the heat map in lines, and the form."""

from collections.abc import Sequence

from bot.digest.rollup.models import RollUp
from bot.digest.rollup.schedule import Month
from bot.framework.content import Content
from bot.insight.rollups import HeatMap, Row
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.slack.outbox import Draft
from bot.teams.workspace.choices import RollUps
from bot.words import Markup, Words, channel, mention

PAGE = 20  # teams in one message, which holds about 12 kB
SHADES = "░▒▓█"  # darker is higher; beside the number, never instead of it


def drafts(say: Words, content: Content, found: HeatMap, month: Month) -> list[Draft]:
    """The roll-up in as many messages as it needs; the second and later ones go into its thread."""
    pages = [found.rows[n : n + PAGE] for n in range(0, len(found.rows), PAGE)] or [()]
    lines = _Map(say, content, found)
    first, *rest = pages
    return [_first(lines, month, first), *(_more(lines, month, page) for page in rest)]


def _first(lines: "_Map", month: Month, rows: Sequence[Row]) -> Draft:
    say, found = lines.say, lines.found
    title = say.month(month.first_day)
    small = [say("rollup-small")]
    if len(rows) < len(found.rows):
        small.append(say("rollup-first-teams", teams=len(rows)))
    shown = [*rows, found.everybody]
    header = kit.header(say.plain("rollup-map-header", month=title))
    text = say("rollup-map-text", month=title, scores=lines.scores(found.everybody, shaded=False))
    return Draft(text, [header, lines.as_lines(shown), kit.context(" ".join(small))])


def _more(lines: "_Map", month: Month, rows: Sequence[Row]) -> Draft:
    text = lines.say("rollup-more-text", month=lines.say.month(month.first_day))
    return Draft(text, [lines.as_lines(rows)])


class _Map:
    """Rows of the heat map as Slack shows them, in one language."""

    def __init__(self, say: Words, content: Content, found: HeatMap) -> None:
        self.say, self.found = say, found
        self._drives = {drive: content.drive(drive).name for drive in found.drives}

    def as_lines(self, rows: Sequence[Row]) -> Block:
        """A line for each team: a table of four columns is cut off on a phone."""
        lines = {
            "type": "rich_text_list",
            "style": "bullet",
            "elements": [self._line(row) for row in rows],
        }
        return {"type": "rich_text", "elements": [lines]}

    def _line(self, row: Row) -> Block:
        name = {"type": "text", "text": self._name(row), "style": {"bold": True}}
        told = self.say.plain("rollup-line", scores=self.scores(row, shaded=True))
        return {"type": "rich_text_section", "elements": [name, {"type": "text", "text": told}]}

    def scores(self, row: Row, *, shaded: bool) -> Markup:
        """All drives of a row, such as «Autonomy ▓ 3.5, Mastery not shown»."""
        cells = [
            self.say.plain(
                "rollup-score", drive=name, cell=self._cell(row.shown[drive], shaded=shaded)
            )
            for drive, name in self._drives.items()
        ]
        return self.say.listed([Markup(cell) for cell in cells], style="unit")

    def _name(self, row: Row) -> str:
        return self.say.plain("rollup-everybody") if row is self.found.everybody else row.name

    def _cell(self, mean: float | None, *, shaded: bool = True) -> str:
        """A number, with its shade beside it where it can be seen."""
        if mean is None:
            return self.say.plain("rollup-not-shown")
        shade = SHADES[min(int(mean) - 1, len(SHADES) - 1)] if shaded else "none"
        return self.say.plain("rollup-cell", shade=shade, mean=mean)


def form(say: Words, rollup: RollUp | None) -> View:
    """Where the roll-up goes."""
    chosen = {"initial_conversation": rollup.channel_id} if rollup else {}
    channels = {
        "type": "conversations_select",
        "filter": {"include": ["public", "private"]},
        **chosen,
    }
    buttons = kit.actions(
        company_button(say), kit.button(say.plain("rollup-turn-off-button"), "rollup:off")
    )
    return kit.form(
        say,
        say.plain("rollup-title"),
        [
            kit.section(say("rollup-about")),
            kit.input_("channel", say.plain("rollup-channel-label"), channels),
            *([buttons] if rollup else []),
        ],
        callback_id="rollup:save",
        submit=say.plain("rollup-save-button" if rollup else "rollup-turn-on-button"),
    )


def company_button(say: Words) -> Block:
    """The button «Company report», here and on Home."""
    return kit.button(say.plain("rollup-report-button"), "report:company")


def turned_on(say: Words, channel_id: str, month: Month) -> View:
    title = say.month(month.first_day)
    return _notice(say, say("rollup-turned-on", channel=channel(channel_id), month=title))


def turned_off(say: Words) -> View:
    return _notice(say, say("rollup-turned-off"))


def _notice(say: Words, text: Markup) -> View:
    return kit.notice_modal(say, text, title=say.plain("rollup-title"))


def told_to_team(say: Words, rollup: RollUp) -> Draft:
    """What the channel of a team reads that will stand in it."""
    told = say(
        "rollup-told-to-team",
        person=mention(rollup.set_by),
        known="yes" if rollup.set_by else "no",
        channel=channel(rollup.channel_id),
    )
    return Draft(say("rollup-announced-text"), [kit.section(told)])


def announced(say: Words, user_id: str, channel_id: str, who: RollUps) -> Draft:
    """What every lead of the workspace reads when it is turned on, and *who* turns it off."""
    there = channel(channel_id)
    told = say("rollup-announced", person=mention(user_id), channel=there, who=who.value)
    return Draft(say("rollup-announced-text"), [kit.section(told)])
