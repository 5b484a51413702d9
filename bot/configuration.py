"""`amp config`: the settings that hold, and where each of them comes from; secrets stay hidden."""

import sys
from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import FieldInfo, fields

from bot import environment, settings
from bot.errors import SettingsError
from bot.settings import Settings
from bot.variables import Hidden, without_password

HIDDEN = "(set, not shown)"


def run(environ: Mapping[str, str], folder: Path) -> int:
    """Print a line for each setting; 2 when one of them is wrong, which is said below."""
    try:
        found = environment.read(environ, folder)
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    read, wrong = _read(found.values)
    for field in fields(Settings):
        sys.stdout.write(_line(field, _default(field, read), found))
    for sentence in (*found.mistyped, *wrong):
        sys.stderr.write(f"{sentence}\n")
    return 2 if wrong else 0


def _read(values: Mapping[str, str]) -> tuple[Settings | None, list[str]]:
    try:
        return settings.read(values), []
    except SettingsError as error:
        wrong = [str(error)]
    try:  # what is only missing hinders nobody from saying where the rest lies
        return settings.read(values, settings.Need.NOTHING), wrong
    except SettingsError:
        return None, wrong


def _default(field: FieldInfo, read: Settings | None) -> object:
    """What holds where nothing is given; with PostgreSQL keys have no place by default."""
    if read is None:
        return field.default
    return None if field.name == "keys" and read.on_postgres else getattr(read, field.name)


def _line(field: FieldInfo, default: object, found: environment.Found) -> str:
    """*default* is what holds where nothing is given, such as a folder that Amp finds itself."""
    variable = field.encode_name
    given = found.values.get(variable)
    if given is None:
        shown, where = "-" if default is None else str(default), "default"
    else:
        shown, where = _shown(field, given.strip()), found.sources[variable]
    return f"{variable:22} {shown:40} {where}\n"


def _shown(field: FieldInfo, given: str) -> str:
    if not given:
        return "(empty)"
    if Hidden in getattr(field.type, "__args__", ()):
        return HIDDEN
    return without_password(given)
