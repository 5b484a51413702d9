"""The settings, from the environment; what is wrong is named all at once, in a sentence each."""

import re
from collections.abc import Mapping
from enum import Flag, auto
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from msgspec import Struct, ValidationError, convert, field
from msgspec.structs import fields, replace
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot import database_address, key_address, mistyped, owner, paths, secret_file, variables
from bot.errors import SettingsError
from bot.variables import (
    Connections,
    Days,
    Hidden,
    LogFormat,
    LogLevel,
    ManyDays,
    Port,
    Weeks,
)

SLACK_API_URL = "https://slack.com/api/"
OLD_KEYS = "amp.keys"  # where versions before kept keys, and where there is no better place
SHORTEST_SECRET = 12  # characters
WORKSPACE = re.compile("[TE][A-Z0-9]+")  # or an organisation
THIS_MACHINE = ("127.0.0.1", "localhost", "::1")


class Settings(Struct, frozen=True, kw_only=True):
    """What the environment says; a field's other name is the variable's."""

    bot_token: Hidden | None = field(default=None, name="SLACK_BOT_TOKEN")
    app_token: Hidden | None = field(default=None, name="SLACK_APP_TOKEN")
    signing_secret: Hidden | None = field(default=None, name="SLACK_SIGNING_SECRET")
    client_id: str | None = field(default=None, name="SLACK_CLIENT_ID")
    client_secret: Hidden | None = field(default=None, name="SLACK_CLIENT_SECRET")
    workspaces: str | None = field(default=None, name="AMP_WORKSPACES")
    slack_api_url: str = field(default=SLACK_API_URL, name="SLACK_API_URL")
    database_url: str = field(default="sqlite:///amp.db", name="DATABASE_URL")
    secret: Hidden | None = field(default=None, name="AMP_SECRET")
    pool: Connections = field(default=8, name="DATABASE_POOL")
    keys: str = field(default=OLD_KEYS, name="AMP_KEYS")
    own_content: Path | None = field(default=None, name="AMP_CONTENT")
    keep_words: Days = field(default=1, name="AMP_KEEP_WORDS")
    keep_digests: Weeks | None = field(default=None, name="AMP_KEEP_DIGESTS")
    keep_ended_teams: ManyDays = field(default=90, name="AMP_KEEP_ENDED_TEAMS")
    host: str = field(default="127.0.0.1", name="HOST")
    port: Port = field(default=3000, name="PORT")
    worker_port: Port = field(default=3001, name="WORKER_PORT")
    metrics_token: Hidden | None = field(default=None, name="METRICS_TOKEN")
    log_level: LogLevel = field(default="INFO", name="LOG_LEVEL")
    log_format: LogFormat = field(default="text", name="LOG_FORMAT")

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Self:
        """The settings of some variables, by their names; raises NOT_READ."""
        told = {name: _SPELLED.get(name, str)(value) for name, value in given.items()}
        return convert(told, cls, dec_hook=lambda kind, text: kind(text))

    def __repr__(self) -> str:
        """Every field, without the password that an address may have in it."""
        held = {field.name: getattr(self, field.name) for field in fields(Settings)}
        shown = {n: variables.without_password(v) if type(v) is str else v for n, v in held.items()}
        return f"Settings({', '.join(f'{name}={value!r}' for name, value in shown.items())})"

    def lets_in(self, *ids: str | None) -> bool:
        """Whether a workspace or its organisation, by their ids, may install Amp here."""
        return not self.named_workspaces or not self.named_workspaces.isdisjoint(ids)

    @property
    def named_workspaces(self) -> set[str]:
        return {*(self.workspaces or "").replace(",", " ").split()}

    @property
    def content(self) -> tuple[Path, ...]:
        """The folders of content: what Amp ships, and a company's own over it."""
        return (paths.CONTENT, self.own_content) if self.own_content else (paths.CONTENT,)

    @property
    def database(self) -> URL:
        """The address of the database, with the driver that Amp uses for it."""
        driver = "sqlite+aiosqlite" if self.on_sqlite else "postgresql+asyncpg"
        return make_url(self.database_url).set(drivername=driver)

    @property
    def on_sqlite(self) -> bool:
        return self.database_url.startswith("sqlite")

    @property
    def on_postgres(self) -> bool:
        try:
            return make_url(self.database_url).get_backend_name() in database_address.POSTGRES
        except (ArgumentError, ValueError):
            return False

    @property
    def sqlite_file(self) -> Path | None:
        name = make_url(self.database_url).database if self.on_sqlite else None
        return Path(name) if name and name != ":memory:" else None

    @property
    def over_socket(self) -> bool:
        """Whether Slack's requests come over Socket Mode rather than HTTP."""
        return self.app_token is not None

    @property
    def slack_is_local(self) -> bool:
        """Whether Slack is one on this machine, for trying things out."""
        return urlsplit(self.slack_api_url).hostname in THIS_MACHINE

    @property
    def several_workspaces(self) -> bool:
        return self.client_id is not None

    def address(self, port: int) -> str:
        """Where a process of this machine that listens at this port is reached."""
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{port}"

    def amp_secret(self) -> str:
        """`AMP_SECRET`, or with SQLite the one that is made once and kept beside the file."""
        if self.secret:
            return self.secret.reveal()
        return secret_file.kept(self.secret_file)

    def present_secret(self) -> str | None:
        """The same, without making one; None where there is none."""
        return self.secret.reveal() if self.secret else secret_file.present(self.secret_file)

    @property
    def secret_file(self) -> Path:
        """Where the secret is kept when `AMP_SECRET` is not set."""
        return (self.sqlite_file or Path("amp.db")).with_suffix(".secret")


NOT_READ = (ValidationError, ValueError)  # the second also for half a character
_SPELLED = {
    **{one.encode_name: variables.whole for one in fields(Settings) if one.type in variables.WHOLE},
    "LOG_LEVEL": str.upper,
    "LOG_FORMAT": str.lower,
}
VARIABLES = tuple(field.encode_name for field in fields(Settings))


class Need(Flag):
    """What a command can't do without; it does not ask for anything else."""

    NOTHING = 0
    SECRET = auto()  # AMP_SECRET, where it is not kept beside a SQLite file
    TOKENS = auto()  # what Amp speaks to Slack with
    REQUESTS = auto()  # how Slack's requests reach us, and are known to be Slack's
    KEYS = auto()  # where keys of open rounds are kept
    WEB = SECRET | TOKENS | REQUESTS
    WORKER = SECRET | TOKENS | KEYS
    EVERYTHING = WEB | WORKER


def read(environ: Mapping[str, str], needs: Need = Need.EVERYTHING) -> Settings:
    """Read the settings, of which a command *needs* so much.

    Raises SettingsError with everything that is missing or wrong.
    """
    given, complaints = _named_elsewhere(
        {name: value.strip() for name, value in environ.items() if value.strip()}
    )
    given, quoted = mistyped.values(given, VARIABLES)
    complaints += mistyped.emptied(environ) + quoted
    wrong = [name for name in VARIABLES if name in given and not _is_readable(name, given[name])]
    complaints += [_UNREADABLE.get(name, mistyped.NO_TEXT.format(name)) for name in wrong]
    # So that what else is amiss is named in the same breath.
    settings = Settings.of({n: v for n, v in given.items() if n not in wrong})
    on_heroku = "DYNO" in environ
    complaints += database_address.complaints(settings.database_url, on_heroku=on_heroku)
    complaints += _secret(settings, needs)
    is_named = "AMP_KEYS" in given
    complaints += _keys(settings, needs, is_named=is_named, on_heroku=on_heroku)
    complaints += _slack(settings, needs)
    complaints += _own_content(settings)
    if complaints:
        raise SettingsError(complaints)
    apart = None if is_named else key_address.apart(settings.sqlite_file, environ)
    return replace(settings, keys=apart) if apart else settings


def _is_readable(name: str, value: str) -> bool:
    try:
        Settings.of({name: value})
    except NOT_READ:
        return False
    return True


def _named_elsewhere(given: dict[str, str]) -> tuple[dict[str, str], list[str]]:
    """`$REDIS_URL` in AMP_KEYS is what the host says there."""
    if "AMP_KEYS" not in given:
        return given, []
    address, wrong = key_address.spelled_out(given["AMP_KEYS"], given)
    return {**given, "AMP_KEYS": address}, [wrong] if wrong else []


_UNREADABLE = {
    "PORT": "PORT must be a number between 0 and 65535.",
    "WORKER_PORT": "WORKER_PORT must be a number between 0 and 65535.",
    "DATABASE_POOL": "DATABASE_POOL must be a number between 1 and 1000.",
    "AMP_KEEP_WORDS": "AMP_KEEP_WORDS must be a number of days between 0 and 90.",
    "AMP_KEEP_DIGESTS": "AMP_KEEP_DIGESTS must be a number of weeks between 26 and 1000.",
    "AMP_KEEP_ENDED_TEAMS": "AMP_KEEP_ENDED_TEAMS must be a number of days between 36 and 3650.",
    "LOG_LEVEL": "LOG_LEVEL must be one of DEBUG, INFO, WARNING, ERROR.",
    "LOG_FORMAT": "LOG_FORMAT must be text or json.",
}
MAKE_ONE = "Make one: python -c 'import secrets; print(secrets.token_urlsafe(32))'"


def _secret(settings: Settings, needs: Need) -> list[str]:
    if settings.secret and len(settings.secret.reveal()) < SHORTEST_SECRET:
        return [f"AMP_SECRET is too short to be a secret. {MAKE_ONE}"]
    if Need.SECRET in needs and settings.secret is None and settings.on_postgres:
        return [
            "AMP_SECRET is required with PostgreSQL, and must be the same for every process. "
            + MAKE_ONE
        ]
    return []


def _keys(settings: Settings, needs: Need, *, is_named: bool, on_heroku: bool) -> list[str]:
    if "://" in settings.keys:
        return key_address.complaints(settings.keys)
    return _folder(settings, is_named=is_named, on_heroku=on_heroku) if Need.KEYS in needs else []


def _own_content(settings: Settings) -> list[str]:
    folder = settings.own_content
    missing = owner.folder_missing(folder) if folder else None
    if missing is None:
        return []
    return [f"AMP_CONTENT names no folder: {missing}. See docs/content.md for what it holds."]


def _folder(settings: Settings, *, is_named: bool, on_heroku: bool) -> list[str]:
    """Whoever has a server for the database may have several machines, or disks that don't last."""
    if on_heroku:
        return [
            "AMP_KEYS must be a Redis (redis://…) here: this machine's disk is thrown away every "
            "day, and with it the answers of open rounds."
        ]
    if not settings.on_postgres or is_named:
        return []
    return [
        "AMP_KEYS is missing, and with PostgreSQL it has no default: redis://… where workers run "
        "on several machines or on disks that do not last; a folder on a lasting disk where one "
        "machine has them all. What it forgets are the answers of open rounds."
    ]


def _slack(settings: Settings, needs: Need) -> list[str]:
    complaints = []
    if Need.TOKENS in needs and settings.bot_token is None and settings.client_id is None:
        complaints.append(
            "SLACK_BOT_TOKEN is missing: it is on the app's page under «OAuth & Permissions» "
            "(xoxb-…). For several workspaces set SLACK_CLIENT_ID and SLACK_CLIENT_SECRET instead."
        )
    if (settings.client_id is None) != (settings.client_secret is None):
        there, gone = "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET"
        if settings.client_id is None:
            there, gone = gone, there
        complaints.append(f"{gone} is missing: {there} is set, and they go together.")
    if settings.signing_secret and settings.signing_secret == settings.client_secret:
        complaints.append(
            "SLACK_SIGNING_SECRET is the same as SLACK_CLIENT_SECRET. They are two, both on "
            "the app's page under «Basic Information»."
        )
    if wrong := [one for one in settings.named_workspaces if not WORKSPACE.fullmatch(one)]:
        complaints.append(
            f"AMP_WORKSPACES must be ids, such as T012AB3CD, and no names: {', '.join(wrong)}. An "
            "id stands in the address of Slack in a browser."
        )
    unreached = settings.app_token is None and settings.signing_secret is None
    if Need.REQUESTS in needs and unreached:
        complaints.append(
            "SLACK_APP_TOKEN (Socket Mode, xapp-…) or SLACK_SIGNING_SECRET (HTTP) is missing: "
            "both are on the app's page under «Basic Information»; one of them is enough."
        )
    if not mistyped.is_address(settings.slack_api_url):
        complaints.append(f"SLACK_API_URL must be an address such as {SLACK_API_URL}.")
    return complaints
