"""The secret that is made once and kept beside the SQLite file, where `AMP_SECRET` is not set."""

import os
import secrets
from pathlib import Path

from bot.errors import SettingsError

MAKE_IT = "Let Amp's user write there, or set AMP_SECRET instead."
PUT_BACK = "Put back the secret that the database was written with."
READ_IT = "Let Amp's user read it: it has to be the secret that the database was written with."


def kept(path: Path) -> str:
    """What the file holds; it is made the first time.

    Raises SettingsError when the file can't be made or read, or is empty.
    """
    try:
        if not path.exists():
            _make(path)
    except OSError as error:
        raise _not_there(path, error, MAKE_IT) from None
    return present(path) or ""


def present(path: Path) -> str | None:
    """The same, without making one; None where there is no file."""
    try:
        kept = path.read_text("utf-8").strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise _not_there(path, error, READ_IT) from None
    if not kept:
        raise SettingsError([f"{path} is empty. {PUT_BACK}"])
    return kept


def _not_there(path: Path, error: Exception, remedy: str) -> SettingsError:
    why = getattr(error, "strerror", None) or "it is no text"
    return SettingsError([f"{path} can't be made or read ({why}). {remedy}"])


def _make(path: Path) -> None:
    """Write it elsewhere first: of two processes that start together both have the same one."""
    own = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(own, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(32))
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(own, path)
    except FileExistsError:
        pass  # the other one was first
    finally:
        own.unlink()
