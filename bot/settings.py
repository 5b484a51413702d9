"""The settings, from the environment; what is wrong is named all at once, in a sentence each."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot import paths

SLACK_API_URL = "https://slack.com/api/"
SHORTEST_SECRET = 12  # characters


class SettingsError(Exception):
    """Every setting that is missing or wrong, a sentence each."""

    def __init__(self, complaints: list[str]) -> None:
        super().__init__("\n".join(f"• {complaint}" for complaint in complaints))
        self.complaints = complaints


class Settings(BaseModel):
    """What the environment says; the field's alias is the variable's name."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    bot_token: SecretStr | None = Field(None, alias="SLACK_BOT_TOKEN")
    app_token: SecretStr | None = Field(None, alias="SLACK_APP_TOKEN")
    signing_secret: SecretStr | None = Field(None, alias="SLACK_SIGNING_SECRET")
    client_id: str | None = Field(None, alias="SLACK_CLIENT_ID")
    client_secret: SecretStr | None = Field(None, alias="SLACK_CLIENT_SECRET")
    slack_api_url: str = Field(SLACK_API_URL, alias="SLACK_API_URL")
    database_url: str = Field("sqlite:///amp.db", alias="DATABASE_URL")
    secret: SecretStr | None = Field(None, alias="AMP_SECRET")
    keys: str = Field("amp.keys", alias="AMP_KEYS")
    own_content: Path | None = Field(None, alias="AMP_CONTENT")
    host: str = Field("127.0.0.1", alias="HOST")
    port: int = Field(3000, alias="PORT", ge=0, le=65535)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", alias="LOG_LEVEL")

    @property
    def content(self) -> tuple[Path, ...]:
        """The folders of content: what Amp ships, and a company's own over it."""
        return (paths.CONTENT, self.own_content) if self.own_content else (paths.CONTENT,)

    @property
    def database(self) -> URL:
        """The address of the database, with the driver that Amp uses for it."""
        url = make_url(self.database_url)
        driver = "sqlite+aiosqlite" if self.on_sqlite else "postgresql+asyncpg"
        query = dict(url.query)
        if "sslmode" in query:  # libpq's name for what asyncpg calls ssl
            query["ssl"] = query.pop("sslmode")
        return url.set(drivername=driver, query=query)

    @property
    def on_sqlite(self) -> bool:
        return self.database_url.startswith("sqlite")

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
        return urlsplit(self.slack_api_url).hostname in ("127.0.0.1", "localhost", "::1")

    @property
    def several_workspaces(self) -> bool:
        return self.client_id is not None

    def amp_secret(self) -> str:
        """`AMP_SECRET`, or with SQLite the one that is made once and kept beside the file."""
        if self.secret:
            return self.secret.get_secret_value()
        return _kept_secret((self.sqlite_file or Path("amp.db")).with_suffix(".secret"))


def _kept_secret(path: Path) -> str:
    """What the file holds; it is made the first time.

    Raises SettingsError when the file can't be made or read, or is empty.
    """
    try:
        if not path.exists():
            _make_secret(path)
        kept = path.read_text().strip()
    except OSError as error:
        raise SettingsError(
            [f"{path} can't be made or read ({error.strerror}); or set AMP_SECRET instead."]
        ) from None
    if not kept:
        raise SettingsError([f"{path} is empty. Put the secret back that was in it."])
    return kept


def _make_secret(path: Path) -> None:
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


def read(environ: Mapping[str, str], *, slack: bool = True) -> Settings:
    """Read the settings; *slack* says whether what connects us to Slack must be there.

    Raises SettingsError with everything that is missing or wrong.
    """
    given = {name: value.strip() for name, value in environ.items() if value.strip()}
    complaints = []
    try:
        settings = Settings.model_validate(given)
    except ValidationError as error:
        wrong = [str(complaint["loc"][0]) for complaint in error.errors()]
        complaints = [_UNREADABLE.get(name, f"{name} can't be read.") for name in wrong]
        # Without those, so that what else is amiss is named in the same breath.
        settings = Settings.model_validate({n: v for n, v in given.items() if n not in wrong})
    complaints += _database(settings) + _keys(settings) + _own_content(settings)
    if slack:
        complaints += _slack(settings) + _misplaced(settings)
    if complaints:
        raise SettingsError(complaints)
    return settings


_UNREADABLE = {
    "PORT": "PORT must be a number between 0 and 65535.",
    "LOG_LEVEL": "LOG_LEVEL must be one of DEBUG, INFO, WARNING, ERROR.",
}
MAKE_ONE = "Make one: python -c 'import secrets; print(secrets.token_urlsafe(32))'"


def _database(settings: Settings) -> list[str]:
    try:
        url = make_url(settings.database_url)
    except (ArgumentError, ValueError):
        return ["DATABASE_URL is no address: use sqlite:///amp.db or postgresql://user@host/name."]
    if url.get_backend_name() not in ("sqlite", "postgresql", "postgres"):
        return ["DATABASE_URL must begin with sqlite:/// or postgresql://."]
    complaints = []
    if settings.on_sqlite and settings.sqlite_file is None:
        complaints.append("DATABASE_URL names no file: use sqlite:///amp.db.")
    if not settings.on_sqlite and settings.secret is None:
        complaints.append(
            "AMP_SECRET is required with PostgreSQL, and must be the same for every process. "
            + MAKE_ONE
        )
    if settings.secret and len(settings.secret.get_secret_value()) < SHORTEST_SECRET:
        complaints.append(f"AMP_SECRET is too short to be a secret. {MAKE_ONE}")
    return complaints


def _keys(settings: Settings) -> list[str]:
    if "://" not in settings.keys:
        return []
    try:
        address = urlsplit(settings.keys)
        known = address.scheme in ("redis", "rediss", "unix") and address.port != 0
    except ValueError:
        known = False
    return [] if known else ["AMP_KEYS must be a folder, or an address such as redis://host:6379."]


def _own_content(settings: Settings) -> list[str]:
    folder = settings.own_content
    if folder is None or folder.is_dir():
        return []
    return [f"AMP_CONTENT names no folder: {folder}. See docs/content.md for what it holds."]


def _slack(settings: Settings) -> list[str]:
    complaints = []
    if settings.bot_token is None and settings.client_id is None:
        complaints.append(
            "SLACK_BOT_TOKEN is missing: it is on the app's page under «OAuth & Permissions» "
            "(xoxb-…). For several workspaces set SLACK_CLIENT_ID and SLACK_CLIENT_SECRET instead."
        )
    if (settings.client_id is None) != (settings.client_secret is None):
        there, gone = "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET"
        if settings.client_id is None:
            there, gone = gone, there
        complaints.append(f"{gone} is missing: {there} is set, and they go together.")
    if settings.app_token is None and settings.signing_secret is None:
        complaints.append(
            "SLACK_APP_TOKEN (Socket Mode, xapp-…) or SLACK_SIGNING_SECRET (HTTP) is missing: "
            "both are on the app's page under «Basic Information»; one of them is enough."
        )
    return complaints


def _misplaced(settings: Settings) -> list[str]:
    """What was copied from the wrong line of the app's page."""
    complaints = []
    for name, token, beginnings in (
        ("SLACK_BOT_TOKEN", settings.bot_token, ("xoxb-", "xoxe.xoxb-")),
        ("SLACK_APP_TOKEN", settings.app_token, ("xapp-",)),
    ):
        if token is not None and not token.get_secret_value().startswith(beginnings):
            complaints.append(f"{name} must begin with {beginnings[0]}: that is another token.")
    if urlsplit(settings.slack_api_url).scheme not in ("http", "https"):
        complaints.append(f"SLACK_API_URL must be an address such as {SLACK_API_URL}.")
    return complaints
