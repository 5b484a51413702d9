"""An export as a message, where no file can be sent."""

from bot.slack import block_kit as kit
from bot.slack.block_kit import Block
from bot.words import Words

MAX_SHOWN = 2500  # characters of CSV in a message


def as_text(say: Words, team: str, csv: str) -> list[Block]:
    """The newest rows of the CSV, and how to have all of them."""
    heading, *rows = csv.splitlines()
    shown = _newest(rows)
    told = (
        say("export-as-text", team=team)
        if len(shown) == len(rows)
        else say("export-as-text-newest", team=team, shown=len(shown), all=len(rows))
    )
    table = {"type": "text", "text": "\n".join([heading, *shown])}
    elements = [{"type": "rich_text_preformatted", "elements": [table]}]
    return [kit.section(told), {"type": "rich_text", "elements": elements}]


def _newest(rows: list[str]) -> list[str]:
    shown: list[str] = []
    for row in reversed(rows):
        if sum(map(len, shown)) + len(row) > MAX_SHOWN:
            break
        shown.insert(0, row)
    return shown
