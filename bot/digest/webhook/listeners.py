"""`/amp webhook`: a lead says where the team's digests go besides the channel."""

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database
from bot.digest.models import Webhook
from bot.digest.webhook import addresses, blocks, calls, signing
from bot.errors import AmpError
from bot.settings import Settings
from bot.slack import windows
from bot.slack.listening import Ack, listener
from bot.slack.requests import Click, Command, Request, Submission
from bot.teams import access
from bot.teams.models import Team
from bot.vault import Vault


class NoWebhook(AmpError):
    """This team has no webhook. `/amp webhook` sets one up."""


def register(app: AsyncApp) -> None:
    app.view("webhook:save")(save)
    app.action("webhook:secret")(renew)
    app.action("webhook:off")(turn_off)


async def open_form(command: Command, client: AsyncWebClient, database: Database) -> None:
    """`/amp webhook`: the form, for a lead."""
    async with database.read() as session:
        team = await access.led(session, Request(command.actor, command.channel_id, ""))
        webhook = await session.get(Webhook, team.id)
        last = await calls.last(session, team.id)
    view = blocks.form(team, webhook, last)
    await client.views_open(trigger_id=command.trigger_id, view=view)


@listener
async def save(
    submission: Submission, ack: Ack, database: Database, vault: Vault, settings: Settings
) -> None:
    """The form's button: the address is kept; the secret is shown if it is new."""
    given = submission.view.values["url"] or ""
    url = addresses.check(given, loopback=settings.slack_is_local)
    async with database.begin() as session:
        team = await access.led_with_id(
            session, submission.actor, int(submission.view.metadata["team"])
        )
        webhook = await session.get(Webhook, team.id)
        if webhook is not None:
            webhook.url, webhook.is_on = url, True
            view = blocks.saved(team, url)
        else:
            secret = signing.new_secret()
            session.add(_webhook(team, url, vault.lock(secret)))
            view = blocks.secret(team, url, secret)
    await ack(response_action="update", view=view)


def _webhook(team: Team, url: str, locked: bytes) -> Webhook:
    return Webhook(team_id=team.id, url=url, secret=locked, is_on=True, set_at=clock.now())


@listener
async def renew(click: Click, client: AsyncWebClient, database: Database, vault: Vault) -> None:
    """«New secret»: what is sent from now on is signed with it."""
    secret = signing.new_secret()
    async with database.begin() as session:
        team, webhook = await _led(session, click)
        webhook.secret = vault.lock(secret)
        view = blocks.secret(team, webhook.url, secret)
    await windows.show(client, click, view)


@listener
async def turn_off(click: Click, client: AsyncWebClient, database: Database) -> None:
    """«Turn off»: nothing is sent any more; the address stays in the form."""
    async with database.begin() as session:
        team, webhook = await _led(session, click)
        webhook.is_on = False
    await windows.show(client, click, blocks.off(team))


async def _led(session: AsyncSession, click: Click) -> tuple[Team, Webhook]:
    team = await access.led_with_id(session, click.actor, int(click.value))
    webhook = await session.get(Webhook, team.id)
    if webhook is None:
        raise NoWebhook
    return team, webhook


COMMANDS = {"webhook": open_form}
