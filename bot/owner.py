"""Whose files these are: what one user made, another one often can't read or write."""

import os
from pathlib import Path


def folder_missing(folder: Path) -> str | None:
    """What to say of a folder that is not there, or not for us to look into; None where it is."""
    if os.path.isdir(folder):
        return None
    return hidden(folder) or f"there is no folder {folder}. Make it, or name another one"


def hidden(path: Path) -> str | None:
    """What to say where we may not look whether it is there; None where we may."""
    try:
        path.stat()
    except PermissionError:
        return f"{path} is not for this user to look into: run Amp as the one it belongs to"
    except OSError:
        pass
    return None


def unusable(file: Path) -> str | None:
    """What to say of the name of a file that can't be one; None where it can."""
    if os.path.isdir(file):
        return f"{file} is a folder. Name a file in it, such as {file}/amp.db"
    if os.path.exists(file) and not os.path.isfile(file):
        return f"{file} is no file, but a device, a pipe or a socket. Name a file"
    return folder_missing(file.absolute().parent)


def is_there(path: Path) -> bool:
    """Whether there is one that we can see; where we may not look, `Path.exists` raises."""
    return os.path.exists(path)


def another(file: Path) -> tuple[Path, int] | None:
    """The database's file, or one beside it, that belongs to another user; and to whom."""
    if not hasattr(os, "geteuid"):
        return None
    for part in (file, *(file.with_name(file.name + end) for end in ("-wal", "-shm"))):
        try:
            owner = part.stat().st_uid
        except OSError:
            continue
        if owner != os.geteuid():
            return part, owner
    return None


def hint(file: Path | None) -> str:
    """What to add to «it can't be read», or «written», where that is the likely cause."""
    found = another(file) if file else None
    if not found:
        return ""
    part, owner = found
    return (
        f" {part} belongs to another user than this one: run Amp and its commands as the same, "
        f"such as sudo -u '#{owner}' amp doctor, or give the file to it (chown)."
    )
