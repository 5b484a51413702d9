"""What a bot is told in its environment, and the file that keeps it."""

from pathlib import Path

from localslack.server import LocalSlack
from localslack.world.apps import App

OAUTH = ("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET")
NAMES = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", *OAUTH, "SLACK_API_URL")
# Bolt for Python passes over a bot's token as soon as these two are set.
COMMENT = "# Only for a bot that others install (its manifest has redirect_urls):"


def of_bot(slack: LocalSlack) -> dict[str, str]:
    """The tokens, secrets and address that the first app's bot wants in its environment.

    An app that nobody has installed yet has no bot token; one without `redirect_urls` isn't
    installed by others, and wants no client id and secret.
    """
    known, app = _everything(slack), slack.world.first_app
    unwanted = () if app.manifest.oauth_config.redirect_urls else OAUTH
    return {name: value for name, value in known.items() if name not in unwanted}


def lines(slack: LocalSlack, before: str = "") -> list[str]:
    """The same as a shell reads it, *before* each name; what is unwanted is a comment."""
    known, wanted = _everything(slack), of_bot(slack)
    others = [f"# {before}{name}={known[name]}" for name in OAUTH if name not in wanted]
    return [
        *(f"{before}{name}={value}" for name, value in wanted.items()),
        *([COMMENT, *others] if others else []),
    ]


def keep(path: Path, new: list[str]) -> None:
    """Put lines into a file of `NAME=value`, for older ones of these names; the rest stays."""
    known = path.read_text("utf-8").splitlines() if path.exists() else []
    others = [line for line in known if _name(line) not in NAMES and line != COMMENT]
    path.write_text("\n".join([*others, *new]) + "\n", "utf-8")


def _everything(slack: LocalSlack) -> dict[str, str]:
    app = slack.world.first_app
    token = app.installations[0].token.value if app.installations else ""
    values = (
        *(token, app.app_token, app.signing_secret),
        *(app.client_id, app.client_secret, slack.api_url),
    )
    return {name: value for name, value in zip(NAMES, values, strict=True) if value}


def _name(line: str) -> str:
    return line.lstrip("# ").removeprefix("export ").partition("=")[0].strip()


def hint(app: App) -> str:
    """How a newcomer wakes the bot, as the page says it (mrkdwn)."""
    if app.commands:
        return f"Type `{app.commands[0].command}` in a channel to try {app.name}."
    return f"Write to {app.name} in a channel or in a direct message to try it."
