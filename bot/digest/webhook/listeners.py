"""`/amp webhook`: a lead says where the team's digests go besides the channel."""

from slack_bolt.async_app import AsyncApp
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.digest.webhook import addresses, blocks, calls, endpoints
from bot.digest.webhook.models import Webhook
from bot.settings import Settings
from bot.slack.listening import Reply, listener
from bot.slack.requests import Request
from bot.teams import access, telling
from bot.teams.access import Right
from bot.vault import Vault
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.view("webhook:save")(save)
    app.action("webhook:secret")(renew_secret)
    app.action("webhook:off")(turn_off)


@listener
async def open_form(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """`/amp webhook`: the form, for a lead."""
    team = await access.allowed(session, request, Right.TELL)
    webhook = await session.get(Webhook, team.id)
    await reply.show(blocks.form(say, team, webhook, await calls.last(session, team.id)))


@listener(writes=True)
async def save(
    request: Request,
    session: AsyncSession,
    say: Words,
    reply: Reply,
    vault: Vault,
    settings: Settings,
) -> None:
    """The form's button: the address is kept; the secret is shown if it is new."""
    url = addresses.check(request.values["url"] or "", loopback=settings.slack_is_local)
    team = await access.allowed(session, request, Right.TELL)
    webhook, at = await session.get(Webhook, team.id), clock.now()
    is_news = webhook is None or not webhook.is_on or webhook.url != url
    secret = await endpoints.turn_on(session, vault, team, url, at=at)
    if is_news:
        draft = blocks.announced(say.locale(team.language), team, request.actor.user_id, url)
        key = f"told:webhook:{team.id}:{int(at.timestamp() * 1000)}"
        await telling.channels(session, team, key, draft, telling.everywhere(team), at=at)
    saved = blocks.secret(say, team, url, secret) if secret else blocks.saved(say, team, url)
    await reply.show(saved)


@listener(writes=True)
async def renew_secret(
    request: Request, session: AsyncSession, say: Words, reply: Reply, vault: Vault
) -> None:
    """«New secret»: what is sent from now on is signed with it."""
    team = await access.allowed(session, request, Right.TELL)
    url, secret = await endpoints.renew_secret(session, vault, team)
    await reply.show(blocks.secret(say, team, url, secret))


@listener(writes=True)
async def turn_off(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """«Turn off»: nothing is sent any more; the address stays in the form."""
    team = await access.allowed(session, request, Right.TELL)
    await endpoints.turn_off(session, team)
    await reply.show(blocks.turned_off(say, team))


COMMANDS = {"webhook": open_form}
