"""What the clock does about webhooks: make the calls that are due."""

import aiohttp
from aiohttp import ClientTimeout, TCPConnector
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock, due, metrics
from bot.db import Database
from bot.digest.webhook import addresses, blocks, calls, signing
from bot.digest.webhook.addresses import PublicOnly
from bot.digest.webhook.calls import Due
from bot.digest.webhook.models import Webhook
from bot.errors import AmpError
from bot.framework.content import Content
from bot.settings import Settings
from bot.slack.outbox import Draft
from bot.teams import telling
from bot.teams.models import Team
from bot.vault import Vault
from bot.words import Words

TIMEOUT = ClientTimeout(total=15, sock_connect=5)
GONE = 410  # the receiver wants no more of them


async def call_due(
    database: Database, vault: Vault, settings: Settings, say: Words, content: Content
) -> None:
    """Send every digest that is due to its webhook; what fails is tried again for a day."""
    async with database.read() as session:
        found = await calls.due(session, vault, say, content, at=clock.now())
    by_round, loopback = {call.round_id: call for call in found}, settings.slack_is_local
    if not by_round:
        return
    async with _http(loopback=loopback) as http:

        async def call(round_id: int) -> None:
            await _call(database, say, http, by_round[round_id], loopback=loopback)

        await due.each(by_round, call, failed="a webhook could not be called", name="round")


def _http(*, loopback: bool) -> aiohttp.ClientSession:
    connector = TCPConnector(resolver=PublicOnly(loopback=loopback), use_dns_cache=False)
    return aiohttp.ClientSession(
        connector=connector, timeout=TIMEOUT, cookie_jar=aiohttp.DummyCookieJar()
    )


async def _call(
    database: Database, say: Words, http: aiohttp.ClientSession, call: Due, *, loopback: bool
) -> None:
    async with database.begin() as session:
        if not await calls.take(session, call, at=clock.now()):
            return
    failure = await _post(http, call, loopback=loopback)
    metrics.webhooks.labels("failed" if failure else "sent").inc()
    async with database.begin() as session:
        gone = failure == f"HTTP {GONE}"
        if await calls.settle(session, call, failure, gone=gone, at=clock.now()):
            await _tell_leads(session, say, call, failure or "")


async def _post(http: aiohttp.ClientSession, call: Due, *, loopback: bool) -> str | None:
    """Make one call; None when it was taken, else a code for why not, without the address."""
    try:
        addresses.check(call.url, loopback=loopback)
        headers = signing.headers(call.secret, call.id, call.body, at=clock.now())
        headers |= {"Content-Type": "application/json", "User-Agent": "amp"}
        async with http.post(
            call.url, data=call.body, headers=headers, allow_redirects=False
        ) as answer:
            return None if 200 <= answer.status < 300 else f"HTTP {answer.status}"
    except AmpError:
        return "not-public"
    except TimeoutError:
        return "no-answer"
    except (aiohttp.ClientError, OSError) as error:
        return "not-public" if "not_public" in str(error) else "no-connection"


async def _tell_leads(session: AsyncSession, say: Words, call: Due, failure: str) -> None:
    team = await session.get_one(Team, call.team_id)
    webhook = await session.get_one(Webhook, call.team_id)

    def draft(say: Words) -> Draft:
        return blocks.gave_up(say, team, failure, is_on=webhook.is_on)

    await telling.leads(session, say, team, f"webhook:{call.round_id}", draft, at=clock.now())
