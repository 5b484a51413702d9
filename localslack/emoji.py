"""The page's emoji: Slack's names of them, from the data that Slack's own come from.

`python -m localslack.emoji emoji.json` writes them anew, into page/emoji_table.js;
emoji.json is that of the npm package emoji-datasource, beside which lies its LICENSE.
"""

import json
import sys
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parent / "page" / "emoji_table.js"
HEAD = """// Written by `python -m localslack.emoji` from emoji-datasource {version}; its licence:
//
{licence}

// A line is a kind of emoji; an emoji is a character and its names, with * where it has skin tones.
export const EMOJI = `
{table}
`;
"""


def written(emoji: Iterable[dict[str, Any]], version: str, licence: str) -> str:
    """The table as a module; *emoji* as in emoji.json, *licence* the text that goes with it."""
    shown = (one for one in emoji if one["category"] != "Component")
    ordered = sorted(shown, key=itemgetter("sort_order"))
    kinds = groupby(ordered, key=itemgetter("category", "subcategory"))
    table = "\n".join("|".join(map(_entry, kind)) for _, kind in kinds)
    comment = "\n".join(f"// {line}".rstrip() for line in licence.strip().splitlines())
    return HEAD.format(version=version, licence=comment, table=table)


def _entry(emoji: dict[str, Any]) -> str:
    sign = "".join(chr(int(point, 16)) for point in emoji["unified"].split("-"))
    tones = ["*"] if "skin_variations" in emoji else []
    return " ".join([sign, *emoji["short_names"], *tones])


def main(source: Path) -> None:
    """Write the table from that emoji.json."""
    package = json.loads((source.parent / "package.json").read_text("utf-8"))
    licence = (source.parent / "LICENSE").read_text("utf-8")
    emoji = json.loads(source.read_text("utf-8"))
    TABLE.write_text(written(emoji, package["version"], licence), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
