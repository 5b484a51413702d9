"""Apps, where they are installed, and the tokens that came of it."""

import hashlib
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from localslack.world import ids
from localslack.world.company import AppSpec
from localslack.world.manifest import CommandSpec, Manifest

ROTATED_LIFE = timedelta(seconds=43_200)
CODE_LIFE = timedelta(minutes=10)


@dataclass
class Token:
    """A token and what it may do; `installation` is None for an app-level token."""

    value: str
    kind: Literal["bot", "app"]
    app_id: str
    scopes: tuple[str, ...]
    installation: "Installation | None" = None
    execution_id: str = ""
    expires_at: datetime | None = None
    refresh_token: str | None = None
    is_revoked: bool = False
    is_exchanged: bool = False


@dataclass
class Installation:
    """An app in one workspace, or in every workspace of an organisation."""

    app_id: str
    bot_user_id: str
    bot_id: str
    scopes: tuple[str, ...]
    team_id: str | None
    enterprise_id: str | None = None
    is_active: bool = True
    tokens: list[Token] = field(default_factory=list)

    @property
    def is_org(self) -> bool:
        """Whether one token serves the whole organisation."""
        return self.team_id is None

    @property
    def token(self) -> Token:
        """The newest token."""
        return self.tokens[-1]


@dataclass
class Code:
    """What a person's yes on the install page is worth, once and for ten minutes."""

    value: str
    app_id: str
    user_id: str
    team_id: str | None
    scopes: tuple[str, ...]
    redirect_uri: str
    issued_at: datetime
    is_used: bool = False


@dataclass
class Tally:
    """What one app was sent in the past hour; of the deliveries, which ones failed."""

    sent: dict[str, deque[datetime]] = field(default_factory=dict)
    told_minute: dict[str, int] = field(default_factory=dict)
    deliveries: deque[tuple[datetime, bool]] = field(default_factory=deque)
    failures: int = 0


@dataclass
class App:
    """One app: its manifest, its secrets, and where its requests go."""

    app_id: str
    manifest: Manifest
    signing_secret: str
    client_id: str
    client_secret: str
    app_token: str
    verification_token: str
    deliver_to: str | None = None
    delayed_events: bool = False
    is_subscribed: bool = True
    installations: list[Installation] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)

    @property
    def name(self) -> str:
        """The app's name."""
        return self.manifest.name

    @property
    def handle(self) -> str:
        """The handle of the app's bot."""
        bot = self.manifest.features.bot_user
        return (bot.display_name if bot else self.name).lower().replace(" ", "")

    @property
    def commands(self) -> list[CommandSpec]:
        """The app's slash commands."""
        return self.manifest.features.slash_commands

    @property
    def takes_messages(self) -> bool:
        """Whether people can write to it: it has a messages tab, and that isn't read-only."""
        home = self.manifest.features.app_home
        return home.messages_tab_enabled and not home.messages_tab_read_only_enabled

    @property
    def events(self) -> frozenset[str]:
        """The events that the app subscribes to."""
        return frozenset(self.manifest.settings.event_subscriptions.bot_events)

    def command(self, name: str) -> CommandSpec | None:
        """The command of that name, `/remind`."""
        return next((command for command in self.commands if command.command == name), None)

    def installed_in(self, team_id: str) -> Installation | None:
        """The installation that serves this workspace."""
        active = [found for found in self.installations if found.is_active]
        own = next((found for found in active if found.team_id == team_id), None)
        return own or next((found for found in active if found.is_org), None)


def from_spec(spec: AppSpec) -> App:
    """The app that a company file describes, with made-up secrets where it gives none."""
    name = spec.manifest.name
    app_id = spec.app_id or ids.stable("A", name)
    return App(
        app_id=app_id,
        manifest=spec.manifest,
        signing_secret=spec.signing_secret or secret(app_id, "signing secret", 32),
        client_id=spec.client_id or f"{_digits(name)}.{_digits(app_id)}",
        client_secret=spec.client_secret or secret(app_id, "client secret", 32),
        app_token=spec.app_token or f"xapp-1-{app_id}-{secret(app_id, 'app token', 32)}",
        verification_token=secret(app_id, "verification token", 24),
        deliver_to=spec.deliver_to,
        delayed_events=spec.delayed_events,
    )


def bot_token(app_id: str, place: str, number: int, *, rotates: bool) -> str:
    """A bot token in today's shape: the same for the n-th of an app in a place, in every run."""
    name = f"{app_id}/{place}/{number}"
    value = f"xoxb-{_digits(name)}-{secret(name, 'bot token', 24)}"
    return f"xoxe.{value}" if rotates else value


def refresh_token(app_id: str, place: str, number: int) -> str:
    """A refresh token, good for one use."""
    return f"xoxe-1-{secret(f'{app_id}/{place}/{number}', 'refresh token', 42)}"


def secret(name: str, kind: str, length: int) -> str:
    """A made-up secret of letters and digits, so that a bot that is set up once stays set up.

    It is no secret to anybody: whoever reaches the port may act as anybody anyway.
    """
    return hashlib.sha256(f"{kind} of {name}".encode()).hexdigest()[:length]


def _digits(name: str) -> str:
    return str(sum(ord(letter) * 31**place for place, letter in enumerate(name)) % 10**12)
