"""Tables: `table` and `data_table` blocks.

Facts: docs.slack.dev/reference/block-kit/blocks/table-block and …/data-table-block.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from localslack.rules import problems
from localslack.rules.rich_text import RICH_TEXT
from localslack.rules.schema import (
    Flag,
    ListOf,
    Maybe,
    Num,
    Obj,
    OneOf,
    Problems,
    Str,
    Surface,
    typed,
)

MOST_COLUMNS = 20
TABLE_CHARACTERS = 10_000
DATA_TABLE_CHARACTERS = 20_000

_RAW_TEXT = typed("raw_text", {"text": Str(least=1)})
_RAW_NUMBER = typed("raw_number", {"value": Num(), "text": Str(least=1)})
_CELL = OneOf(_RAW_TEXT, _RAW_NUMBER, RICH_TEXT)
_ROW = ListOf(_CELL, least=1, most=MOST_COLUMNS)
_COLUMN = Obj(may={"align": Str(choices=("left", "center", "right")), "is_wrapped": Flag()})

TABLE_NEEDS = {"rows": ListOf(_ROW, least=1, most=100)}
TABLE_MAY = {"column_settings": ListOf(Maybe(_COLUMN), most=MOST_COLUMNS)}

DATA_TABLE_NEEDS = {"caption": Str(least=1), "rows": ListOf(_ROW, least=2, most=201)}
DATA_TABLE_MAY = {
    "page_size": Num(1, 100, whole=True),
    "row_header_column_index": Num(least=0, whole=True),
}


def equal_width(table: Mapping[str, Any], at: str, on: Surface) -> Problems:
    """Every row has as many cells as the first one."""
    width = len(table["rows"][0])
    for n, row in enumerate(table["rows"]):
        if len(row) > width:
            yield problems.too_many(width, len(row), f"{at}/rows/{n}")
        elif len(row) < width:
            yield problems.too_few(width, len(row), f"{at}/rows/{n}")


def plain_header(table: Mapping[str, Any], at: str, on: Surface) -> Problems:
    """The first row of a data table names the columns, without rich text."""
    for n, cell in enumerate(table["rows"][0]):
        if cell["type"] == "rich_text":
            expected = ("raw_text", "raw_number")
            yield problems.unsupported("rich_text", expected, f"{at}/rows/0/{n}/type")


def header_column_exists(table: Mapping[str, Any], at: str, on: Surface) -> Problems:
    """`row_header_column_index` counts from 0."""
    last = len(table["rows"][0]) - 1
    index = table.get("row_header_column_index", 0)
    if index > last:
        yield problems.too_big(last, index, f"{at}/row_header_column_index")


def few_characters(table: Mapping[str, Any], at: str, on: Surface) -> Problems:
    """All cells together: 10,000 characters, seen live."""
    if (got := characters(table)) > TABLE_CHARACTERS:
        yield problems.too_long(TABLE_CHARACTERS, got, f"{at}/rows")


def characters(table: Mapping[str, Any]) -> int:
    """Count what people read in all cells of a table."""
    return sum(len(piece) for row in table["rows"] for cell in row for piece in _pieces(cell))


def _pieces(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "text" in value:
            yield value["text"]
        yield from _pieces(value.get("elements", []))
    elif isinstance(value, Sequence):
        for item in value:
            yield from _pieces(item)


TABLE_RULES = (equal_width, few_characters)
DATA_TABLE_RULES = (equal_width, plain_header, header_column_exists)
