"""Installations: kept with their tokens locked, read for every request with a short memory."""

import time
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol

import aiohttp
import structlog
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database
from bot.rows import upsert, upsert_all
from bot.settings import Settings
from bot.slack import leases, naming, refusals
from bot.slack.failures import describe
from bot.slack.models import Installation, OrgWorkspace
from bot.vault import Vault

log = structlog.get_logger()

MEMORY = 30.0  # seconds for which an installation is not read again
RENEW = timedelta(hours=2)  # before a rotating token expires


@dataclass(frozen=True)
class Installed:
    """An installation with its token in the clear; it lives in memory only."""

    id: str
    name: str
    enterprise_id: str | None
    bot_user_id: str
    bot_id: str | None
    scopes: frozenset[str]
    bot_token: str = field(repr=False)
    refresh_token: str | None = field(default=None, repr=False)
    expires_at: datetime | None = None
    command: str | None = None


class Renewing(Protocol):
    """What makes clients without a token of their own (see clients.py, which needs this file)."""

    def reader(self, token: str | None = None) -> AsyncWebClient: ...


class Installs:
    """Finds the installation that speaks for a workspace."""

    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault
        self._remembered: dict[tuple[str, str | None], tuple[float, Installed | None]] = {}

    def authorize(self, enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        """What Bolt asks before each listener: from memory, so that it waits for nothing.

        What is not remembered is read behind the listener's own door.
        """
        _, found = self._remembered.get((team_id or "", enterprise_id), (0.0, None))
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_user_id=found.bot_user_id if found else None,
            bot_id=found.bot_id if found else None,
            bot_token=found.bot_token if found else "",
        )

    async def find(self, workspace_id: str, enterprise_id: str | None = None) -> Installed | None:
        """The workspace's own installation, or else its organisation's; raises WrongSecret."""
        # What was read before somebody changed it goes into the memory that was thrown away.
        memory, name = self._remembered, (workspace_id, enterprise_id)
        until, found = memory.get(name, (0.0, None))
        if time.monotonic() < until:
            return found
        async with self._database.read() as session:
            known = await session.get(OrgWorkspace, workspace_id)
            organisation = enterprise_id or (known.enterprise_id if known else None)
            found = await self._read(session, workspace_id, organisation)
        if (
            found
            and workspace_id not in ("", found.id)
            and (known is None or known.enterprise_id != found.id)
        ):
            await self._remember_workspace(workspace_id, found.id)
        memory[name] = (time.monotonic() + MEMORY, found)
        return found

    async def _remember_workspace(self, workspace_id: str, enterprise_id: str) -> None:
        """Only requests say whose a workspace is; the worker has to know it too."""
        async with self._database.begin() as session:
            row = {"workspace_id": workspace_id, "enterprise_id": enterprise_id}
            await upsert(session, OrgWorkspace, row)

    async def learn_command(self, installed: Installed, command: str) -> None:
        """Somebody typed this slash command; what is said without being asked names it too."""
        known = None if command == naming.COMMAND else command[:32]
        if installed.command == known:
            return
        async with self._database.begin() as session:
            named = update(Installation).where(Installation.id == installed.id)
            await session.execute(named.values(command=known))
        self._remembered = {}

    async def all(self) -> list[Installed]:
        async with self._database.read() as session:
            rows = await session.scalars(
                select(Installation).where(Installation.revoked_at.is_(None))
            )
            return [self._open(row) for row in rows]

    async def keep(self, installed: Installed, *, at: datetime) -> None:
        """Write an installation, new or again; the command that was typed stays known."""
        refresh_token = installed.refresh_token
        row = {
            "id": installed.id,
            "enterprise_id": installed.enterprise_id,
            "name": installed.name,
            "bot_user_id": installed.bot_user_id,
            "bot_id": installed.bot_id,
            "bot_token": self._vault.lock(installed.bot_token),
            "refresh_token": self._vault.lock(refresh_token) if refresh_token else None,
            "expires_at": installed.expires_at,
            "scopes": ",".join(sorted(installed.scopes)),
            "installed_at": at,
            "command": installed.command,
            "revoked_at": None,
        }
        async with self._database.begin() as session:
            await upsert_all(session, Installation, [row], keys=["id"], keep={"command"})
        self._remembered = {}

    async def revoke(self, installed: Installed, *, at: datetime) -> bool:
        """Stop speaking for a workspace at once; its data stays until it is forgotten.

        False when it has been installed again, with another token, or is revoked already.
        """
        async with self._database.begin() as session:
            row = await session.get(Installation, installed.id, with_for_update=True)
            ours = row is not None and self._vault.unlock(row.bot_token) == installed.bot_token
            if row is None or not ours or row.revoked_at is not None:
                return False
            row.revoked_at = at
        self._remembered = {}
        return True

    @asynccontextmanager
    async def alone_with(self, id_: str, *, at: datetime) -> AsyncIterator[Installed | None]:
        """An installation as it is now, while no other worker renews it; None if one does."""
        name, holder = f"renew:{id_}", uuid.uuid4().hex
        if not await leases.acquire(self._database, name, holder, at=at):
            yield None
            return
        async with self._database.read() as session:
            installed = await self._read(session, id_, None)
        try:
            yield installed
        finally:
            await leases.release(self._database, name, holder)

    async def _read(
        self, session: AsyncSession, workspace_id: str, enterprise_id: str | None
    ) -> Installed | None:
        for id_ in (workspace_id, enterprise_id):
            row = await session.get(Installation, id_) if id_ else None
            if row is not None and row.revoked_at is None:
                return self._open(row)
        return None

    def _open(self, row: Installation) -> Installed:
        return Installed(
            id=row.id,
            name=row.name,
            enterprise_id=row.enterprise_id,
            bot_user_id=row.bot_user_id,
            bot_id=row.bot_id,
            scopes=frozenset(row.scopes.split(",")) - {""},
            bot_token=self._vault.unlock(row.bot_token),
            refresh_token=self._vault.unlock(row.refresh_token) if row.refresh_token else None,
            expires_at=row.expires_at,
            command=row.command,
        )


async def identify(client: AsyncWebClient, token: str) -> Installed:
    """Ask Slack who a bot token belongs to; raises SlackApiError when it is refused."""
    answer = await client.auth_test(token=token)
    scopes = answer.headers.get("x-oauth-scopes", "")
    org_wide = bool(answer.get("is_enterprise_install"))
    workspace = answer.get("enterprise_id") if org_wide else answer.get("team_id")
    if not (workspace and answer.get("user_id")):
        raise refusals.stranger()
    return Installed(
        id=workspace,
        name=answer.get("team") or "",
        enterprise_id=answer.get("enterprise_id"),
        bot_user_id=answer["user_id"],
        bot_id=answer.get("bot_id"),
        scopes=frozenset(s.strip() for s in scopes.split(",")) - {""},
        bot_token=token,
    )


async def is_gone(client: AsyncWebClient) -> bool:
    """Whether Slack takes the client's token no more; False when it can't be asked."""
    try:
        await client.auth_test()
    except SlackApiError as error:
        return refusals.code(error) in refusals.GONE
    except (aiohttp.ClientError, TimeoutError):
        return False
    return False


async def exchange(
    client: AsyncWebClient, *, at: datetime, client_id: str, client_secret: str, **grant: Any
) -> Installed:
    """Trade an OAuth code, or a refresh token, for an installation (`oauth.v2.access`)."""
    answer = await client.oauth_v2_access(client_id=client_id, client_secret=client_secret, **grant)
    org_wide = bool(answer.get("is_enterprise_install"))
    enterprise, workspace = answer.get("enterprise") or {}, answer.get("team") or {}
    place = enterprise if org_wide else workspace
    expires_in = answer.get("expires_in")
    return Installed(
        id=place["id"],
        name=place.get("name") or "",
        enterprise_id=enterprise.get("id"),
        bot_user_id=answer["bot_user_id"],
        bot_id=None,
        scopes=frozenset(answer["scope"].split(",")),
        bot_token=answer["access_token"],
        refresh_token=answer.get("refresh_token"),
        expires_at=at + timedelta(seconds=expires_in) if expires_in else None,
    )


async def renew_due(installs: Installs, clients: "Renewing", settings: Settings) -> None:
    """Renew rotating tokens before they expire, where several workspaces can be installed in."""
    if settings.client_id and settings.client_secret:
        await renew(
            installs,
            clients.reader(),
            client_id=settings.client_id,
            client_secret=settings.client_secret.reveal(),
        )


async def renew(
    installs: Installs, client: AsyncWebClient, *, client_id: str, client_secret: str
) -> None:
    """Renew rotating tokens before they expire; what can't be renewed ends when it expires."""
    at = clock.now()
    for due in await installs.all():
        if not _expires_soon(due, at):
            continue
        async with installs.alone_with(due.id, at=at) as installed:
            if installed is None or not _expires_soon(installed, at):
                continue
            grant = {"grant_type": "refresh_token", "refresh_token": installed.refresh_token}
            try:
                renewed = await exchange(
                    client, at=at, client_id=client_id, client_secret=client_secret, **grant
                )
                await installs.keep(renewed, at=at)
            except SlackApiError as error:
                told = {"workspace": due.id, "slack": refusals.code(error)}
                log.warning("a token was not renewed", expires_at=_iso(due), **told)
                if installed.expires_at and installed.expires_at <= at:
                    await installs.revoke(installed, at=at)
                    log.warning("a token ran out: nothing is sent until a new install", **told)
            except (aiohttp.ClientError, TimeoutError) as error:
                log.warning("a token was not renewed", workspace=due.id, **describe(error))


def _iso(installed: Installed) -> str:
    return installed.expires_at.isoformat() if installed.expires_at else ""


def _expires_soon(installed: Installed, at: datetime) -> bool:
    return installed.expires_at is not None and installed.expires_at - RENEW <= at
