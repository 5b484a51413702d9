"""Where settings come from: the environment, `NAME_FILE`, and a file `.env` in the folder."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from bot import mistyped
from bot.errors import SettingsError
from bot.settings import VARIABLES

TEXT = "utf-8-sig"  # some editors put a mark before it
LINE = re.compile(r"\s*(?:export\s+)?([A-Za-z_]\w*)\s*=(.*)$")
VALUE = re.compile(r"""\s*(?:'([^']*)'|"([^"]*)"|([^'"\s#].*?|))(?:\s+#.*|\s*)$""")


class Found(Struct, frozen=True):
    """The values of all variables, and in words where each of Amp's own comes from.

    *mistyped* has a sentence for each name that looks as if it were to be a setting.
    """

    values: Mapping[str, str]
    sources: Mapping[str, str]
    mistyped: Sequence[str] = ()


def read(environ: Mapping[str, str], folder: Path) -> Found:
    """The environment, over files that it names, over `.env`.

    Raises SettingsError when a file can't be read.
    """
    kept = _from_dotenv(folder / ".env")
    values, sources = (
        dict(environ),
        {name: "the environment" for name in VARIABLES if name in environ},
    )
    complaints, told = [], mistyped.names([*environ, *kept], VARIABLES)
    for given, where in ((_named(environ), "the environment"), (_named(kept), ".env")):
        for name in VARIABLES:
            file = f"{name}_FILE"
            if name in given and file in given:
                told.append(f"{name} and {file} are both in {where}: the file is not read.")
            if name in values:
                continue
            if name in given:
                values[name], sources[name] = given[name], where
            elif file in given:
                sources[name] = path = given[file].strip()
                values[name], wrong = _from_file(path)
                complaints += [f"{file}{wrong}"] if wrong else []
    if complaints:
        raise SettingsError(complaints)
    return Found(values, sources, told)


def _named(given: Mapping[str, str]) -> dict[str, str]:
    """Without the `NAME_FILE` that a template left empty, where nothing may be meant by it."""
    asked = {f"{name}{mistyped.FILE}" for name in mistyped.NEVER_EMPTY}
    return {
        name: value
        for name, value in given.items()
        if value.strip() or not name.endswith(mistyped.FILE) or name in asked
    }


def _from_file(path: str) -> tuple[str, str | None]:
    """What a file holds, and what is wrong with it."""
    if not path:
        return "", " is set, and names no file. Name one, or take it out."
    try:
        held = Path(path).read_text(TEXT).strip()
    except (OSError, UnicodeDecodeError) as error:
        return "", f": {path} can't be read ({_why(error)})."
    return held, None if held else f": {path} is empty."


def _from_dotenv(path: Path) -> dict[str, str]:
    try:
        lines = path.read_text(TEXT).splitlines()
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError([f".env can't be read ({_why(error)})."]) from error
    read = [(number, line) for number, line in enumerate(lines, 1) if not _is_empty(line)]
    entries = [(number, _entry(line)) for number, line in read]
    if wrong := [number for number, entry in entries if entry is None]:
        raise SettingsError(
            [f".env, line {number}: use NAME=value, and close every quote." for number in wrong]
        )
    return dict(entry for _, entry in entries if entry is not None)


def _is_empty(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _entry(line: str) -> tuple[str, str] | None:
    found = LINE.match(line)
    value = VALUE.match(found[2]) if found else None
    if not found or not value:
        return None
    return found[1], next((part for part in value.groups() if part is not None), "")


def _why(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or "it is no text")
