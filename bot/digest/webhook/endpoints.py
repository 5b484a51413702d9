"""The endpoint of a team's webhook: set, signed with a new secret, turned off."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.digest.webhook import signing
from bot.digest.webhook.models import Webhook
from bot.errors import AmpError
from bot.rows import insert_new
from bot.teams.models import Team
from bot.vault import Vault


class NoWebhook(AmpError):
    """A team whose webhook is to be changed has none."""


async def turn_on(
    session: AsyncSession, vault: Vault, team: Team, url: str, *, at: datetime
) -> str | None:
    """Send the team's digests to *url* from now on; answers the secret where it is a new one."""
    secret = signing.new_secret()
    row = {"url": url, "secret": vault.lock(secret), "is_on": True, "set_at": at}
    if await insert_new(session, Webhook, [{"team_id": team.id, **row}]):
        return secret
    webhook = await _of(session, team)
    webhook.url, webhook.is_on = url, True
    return None


async def renew_secret(session: AsyncSession, vault: Vault, team: Team) -> tuple[str, str]:
    """Sign what is sent from now on with a new secret; answers the address and the secret.

    Raises NoWebhook.
    """
    webhook, secret = await _of(session, team), signing.new_secret()
    webhook.secret = vault.lock(secret)
    return webhook.url, secret


async def turn_off(session: AsyncSession, team: Team) -> None:
    """Send nothing any more; the address stays in the form. Raises NoWebhook."""
    (await _of(session, team)).is_on = False


async def _of(session: AsyncSession, team: Team) -> Webhook:
    webhook = await session.get(Webhook, team.id)
    if webhook is None:
        raise NoWebhook
    return webhook
