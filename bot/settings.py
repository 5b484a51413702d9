"""The settings, from the environment; what is wrong is named all at once, in a sentence each."""

import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

SLACK_API_URL = "https://slack.com/api/"


class SettingsError(Exception):
    """Every setting that is missing or wrong, a sentence each."""

    def __init__(self, complaints: list[str]) -> None:
        super().__init__("\n".join(complaints))
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
    host: str = Field("127.0.0.1", alias="HOST")
    port: int = Field(3000, alias="PORT", ge=0, le=65535)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", alias="LOG_LEVEL")

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
    def several_workspaces(self) -> bool:
        return self.client_id is not None

    def amp_secret(self) -> str:
        """`AMP_SECRET`, or with SQLite the one that is made once and kept beside the file."""
        if self.secret:
            return self.secret.get_secret_value()
        beside = (self.sqlite_file or Path("amp.db")).with_suffix(".secret")
        if not beside.exists():
            beside.touch(mode=0o600)
            beside.write_text(secrets.token_urlsafe(32))
        return beside.read_text().strip()


def read(environ: Mapping[str, str], *, slack: bool = True) -> Settings:
    """Read the settings; *slack* says whether what connects us to Slack must be there.

    Raises SettingsError with everything that is missing or wrong.
    """
    given = {name: value for name, value in environ.items() if value.strip()}
    try:
        settings = Settings.model_validate(given)
    except ValidationError as error:
        raise SettingsError([_sentence(complaint) for complaint in error.errors()]) from None
    complaints = _database(settings) + (_slack(settings) if slack else [])
    if complaints:
        raise SettingsError(complaints)
    return settings


def _sentence(complaint: Any) -> str:
    name = str(complaint["loc"][0])
    return {
        "PORT": "PORT must be a number between 0 and 65535.",
        "LOG_LEVEL": "LOG_LEVEL must be one of DEBUG, INFO, WARNING, ERROR.",
    }.get(name, f"{name} can't be read.")


def _database(settings: Settings) -> list[str]:
    try:
        make_url(settings.database_url)
    except ArgumentError:
        return ["DATABASE_URL is no address: use sqlite:///amp.db or postgresql://user@host/name."]
    if settings.on_sqlite:
        return []
    if not settings.database_url.startswith(("postgresql", "postgres:")):
        return ["DATABASE_URL must begin with sqlite:/// or postgresql://."]
    if settings.secret is None:
        return [
            "AMP_SECRET is required with PostgreSQL, and must be the same for every process. "
            "Make one: python -c 'import secrets; print(secrets.token_urlsafe(32))'"
        ]
    return []


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
