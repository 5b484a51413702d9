"""What the clock does about webhooks: make the calls that are due."""

import aiohttp
import structlog
from aiohttp import ClientTimeout, TCPConnector
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock, metrics
from bot.db import Database
from bot.digest.models import Webhook
from bot.digest.webhook import addresses, blocks, calls, signing
from bot.digest.webhook.addresses import PublicOnly
from bot.digest.webhook.calls import Due
from bot.errors import AmpError
from bot.settings import Settings
from bot.slack import outbox
from bot.slack.listening import describe
from bot.slack.outbox import Target
from bot.teams import roster
from bot.teams.models import Team
from bot.vault import Vault

log = structlog.get_logger()

TIMEOUT = ClientTimeout(total=15, sock_connect=5)
GONE = 410  # the receiver wants no more of them


async def call_due(database: Database, vault: Vault, settings: Settings) -> None:
    """Send every digest that is due to its webhook; what fails is tried again for a day."""
    async with database.read() as session:
        found = await calls.due(session, vault, clock.now())
    if not found:
        return
    loopback = settings.slack_is_local
    connector = TCPConnector(resolver=PublicOnly(loopback=loopback), use_dns_cache=False)
    async with aiohttp.ClientSession(
        connector=connector, timeout=TIMEOUT, cookie_jar=aiohttp.DummyCookieJar()
    ) as http:
        for call in found:
            try:
                await _call(database, http, call, loopback=loopback)
            except Exception as error:
                log.error("a webhook could not be called", **describe(error))


async def _call(
    database: Database, http: aiohttp.ClientSession, call: Due, *, loopback: bool
) -> None:
    async with database.begin() as session:
        if not await calls.take(session, call, at=clock.now()):
            return
    failure = await _post(http, call, loopback=loopback)
    metrics.webhooks.labels("failed" if failure else "sent").inc()
    async with database.begin() as session:
        gone = failure == f"HTTP {GONE}"
        if await calls.settle(session, call, failure, gone=gone, at=clock.now()):
            await _tell_leads(session, call, failure or "")


async def _post(http: aiohttp.ClientSession, call: Due, *, loopback: bool) -> str | None:
    """Make one call; None when it was taken, else why not, in a few words without the address."""
    try:
        addresses.check(call.url, loopback=loopback)
        headers = signing.headers(call.secret, call.id, call.body, at=clock.now())
        headers |= {"Content-Type": "application/json", "User-Agent": "Amp"}
        async with http.post(
            call.url, data=call.body, headers=headers, allow_redirects=False
        ) as answer:
            return None if 200 <= answer.status < 300 else f"HTTP {answer.status}"
    except AmpError:
        return "not public"
    except TimeoutError:
        return "no answer in time"
    except (aiohttp.ClientError, OSError) as error:
        return "not public" if "not_public" in str(error) else "no connection"


async def _tell_leads(session: AsyncSession, call: Due, failure: str) -> None:
    team = await session.get_one(Team, call.team_id)
    webhook = await session.get_one(Webhook, call.team_id)
    addresses_ = [
        Target(
            key=f"webhook:{call.round_id}:{lead.id}",
            workspace_id=team.workspace_id,
            recipient=lead.user_id,
            due_at=clock.now(),
        )
        for lead in await roster.leads(session, team)
    ]
    await outbox.post(session, blocks.gave_up(team, failure, is_on=webhook.is_on), addresses_)
