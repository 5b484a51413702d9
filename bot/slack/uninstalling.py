"""Amp being removed from a workspace: its tokens are useless from that moment on."""

import structlog
from slack_bolt.async_app import AsyncApp

from bot import clock
from bot.slack import installs as installations
from bot.slack.clients import Clients
from bot.slack.installs import Installs
from bot.slack.listening import listener
from bot.slack.requests import Event

log = structlog.get_logger()


def register(app: AsyncApp) -> None:
    app.event("app_uninstalled")(gone)
    app.event("tokens_revoked")(gone)


@listener(uninstalled=True)
async def gone(event: Event, installs: Installs, clients: Clients) -> None:
    """Nothing is sent to that workspace from now on; installing again goes on where it was.

    Slack may say it an hour late, when somebody has installed us again, or of another person's
    token: so we ask whether it is ours that is worth nothing any more.
    """
    installed = await installs.find(event.workspace_id, event.enterprise_id)
    if installed is None or not await installations.is_gone(clients.sender(installed.bot_token)):
        return
    if await installs.revoke(installed, at=clock.now()):
        log.info("uninstalled", workspace=installed.id)
