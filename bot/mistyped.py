"""What people mistype when they set Amp up: names of settings, quotes, lines copied too far."""

import difflib
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

OURS = ("AMP_", "SLACK_", "DATABASE_", "LOG_", "METRICS_", "WORKER_")
# What is copied from the wrong line of the app's page begins otherwise.
TOKENS = {"SLACK_BOT_TOKEN": ("xoxb-", "xoxe.xoxb-"), "SLACK_APP_TOKEN": ("xapp-",)}
SECRETS = ("SLACK_SIGNING_SECRET", "SLACK_CLIENT_SECRET")
FOLDERS = ("AMP_KEYS", "AMP_CONTENT")
NEVER_EMPTY = ("DATABASE_URL", "AMP_SECRET", "AMP_KEYS")  # the default is another store
NO_TEXT = "{} has bytes that are no UTF-8. Copy it once more."
NULL = "{} is null, which is what a template makes of nothing. Give it its value, or take it out."
HOME = "{} begins with ~, which only a shell knows. Write the whole path."
ALIKE = 0.83  # of 1, for a name to be taken for a mistyped one
FILE, HOST = "_FILE", "_SERVICE_HOST"  # what names end in


def names(given: Iterable[str], known: Collection[str]) -> list[str]:
    """A sentence for each name that is no setting, and looks as if it were to be one."""
    given, files = set(given), {f"{name}{FILE}" for name in known}
    others = _of_services(given)
    told = []
    for name in sorted(given - files - set(known)):
        if not name.upper().startswith(OURS) or name.startswith(others):
            continue
        if meant := _meant(name.upper(), known):
            told.append(f"{name} is no setting, so nothing reads it. Is {meant} meant?")
        elif name.startswith("AMP_"):
            told.append(f"{name} is no setting, so nothing reads it. See `amp config`.")
    return told


def _of_services(given: Iterable[str]) -> tuple[str, ...]:
    """How the names begin by which Kubernetes tells each container of services, ours too."""
    services = (name.removesuffix(HOST) for name in given if name.endswith(HOST))
    return tuple(f"{name}_{kind}" for name in services for kind in ("SERVICE", "PORT"))


def _meant(name: str, known: Collection[str]) -> str | None:
    stem, ending = (name.removesuffix(FILE), FILE) if name.endswith(FILE) else (name, "")
    found = difflib.get_close_matches(stem, sorted(known), n=1, cutoff=ALIKE)
    return f"{found[0]}{ending}" if found else None


def values(given: Mapping[str, str], known: Collection[str]) -> tuple[dict[str, str], list[str]]:
    """The values without quotes around them, and a sentence for each that was not as it should be.

    AMP_SECRET may be whatever it was when it was first used.
    """
    read, told = dict(given), []
    for name in [name for name in known if name in given and name != "AMP_SECRET"]:
        if _is_quoted(given[name]):
            read[name] = given[name][1:-1]
            told.append(
                f"{name} has quotes around its value. Take them out: not everything that sets "
                "variables does, such as docker's --env-file."
                + _left_behind(name, given[name], f"to {read[name]}")
            )
        if read[name].strip().lower() in ("", "null"):
            told += [NULL.format(name)] if read.pop(name).strip() else []
            continue
        if name in FOLDERS and read[name].startswith("~"):
            told.append(HOME.format(name) + _left_behind(name, read[name], "there"))
        if read[name].startswith(f"{name}="):
            told.append(f"{name} has its own name before its value. Leave {name}= out.")
            continue
        if name in SECRETS and read[name].startswith(("xox", "xapp-")):
            told.append(
                f"{name} is a token. The secret is on the app's page under «Basic Information»."
            )
        if name.startswith("SLACK_") and not _is_one_word(read[name]):
            told.append(f"{name} has a blank or a line break inside. Copy it once more.")
        if name in TOKENS and not read[name].startswith(TOKENS[name]):
            told.append(f"{name} must begin with {TOKENS[name][0]}: that is another token.")
        if read[name] in TOKENS.get(name, ()):
            told.append(f"{name} is only how one begins. Put the whole token there.")
    return read, told


def emptied(environ: Mapping[str, str]) -> list[str]:
    """`AMP_KEYS=$REDIS_URL` in a shell that has no REDIS_URL: the default is another store."""
    return [
        f"{name} is set, and empty. Perhaps a shell put nothing in the place of a variable that it "
        "does not know. Give it its value, or take it out."
        for name in NEVER_EMPTY
        if name in environ and not environ[name].strip()
    ]


def is_address(given: str) -> bool:
    """Whether it is one of http or https, with a machine in it."""
    try:
        parts = urlsplit(given)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # no number for a port, or half a pair of brackets
        return False


def _left_behind(name: str, spelled: str, whither: str) -> str:
    """Versions before took quotes and ~ for a part of the folder's name, and made it."""
    if name != "AMP_KEYS" or not Path(spelled).is_dir():
        return ""
    return f" And move {Path(spelled).absolute()} {whither}: the keys of open rounds are in it."


def _is_one_word(value: str) -> bool:
    """Whether nothing in it is a blank, or can't be seen at all."""
    return len(value.split()) == 1 and value.encode(errors="ignore").decode().isprintable()


def _is_quoted(value: str) -> bool:
    return len(value) > 1 and value[0] == value[-1] and value[0] in "'\""
