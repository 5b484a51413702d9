"""What people mistype when they set Amp up: names of settings, quotes, lines copied too far."""

import difflib
from collections.abc import Collection, Iterable, Mapping

OURS = ("AMP_", "SLACK_", "DATABASE_", "LOG_", "METRICS_", "WORKER_")
# What is copied from the wrong line of the app's page begins otherwise.
TOKENS = {"SLACK_BOT_TOKEN": ("xoxb-", "xoxe.xoxb-"), "SLACK_APP_TOKEN": ("xapp-",)}
ALIKE = 0.85  # of 1, for a name to be taken for a mistyped one


def names(given: Iterable[str], known: Collection[str]) -> list[str]:
    """A sentence for each name that is no setting, and looks as if it were to be one."""
    settings = {*known, *(f"{name}_FILE" for name in known)}
    told = []
    for name in sorted(set(given) - settings):
        if not name.upper().startswith(OURS):
            continue
        meant = difflib.get_close_matches(name.upper(), sorted(settings), n=1, cutoff=ALIKE)
        if meant:
            told.append(f"{name} is no setting, so nothing reads it. Is {meant[0]} meant?")
        elif name.startswith("AMP_"):
            told.append(f"{name} is no setting, so nothing reads it. See `amp config`.")
    return told


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
            )
        if name.startswith("SLACK_") and len(read[name].split()) > 1:
            told.append(f"{name} has a blank or a line break inside. Copy it once more.")
        if name in TOKENS and not read[name].startswith(TOKENS[name]):
            told.append(f"{name} must begin with {TOKENS[name][0]}: that is another token.")
    return read, told


def _is_quoted(value: str) -> bool:
    return len(value) > 1 and value[0] == value[-1] and value[0] in "'\""
