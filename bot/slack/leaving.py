"""Amp being removed from a workspace: its tokens are useless from that moment on."""

from slack_bolt.async_app import AsyncApp

from bot import clock
from bot.slack.arrivals import Event
from bot.slack.installs import Installs
from bot.slack.listening import listener


def register(app: AsyncApp) -> None:
    app.event("app_uninstalled")(gone)
    app.event("tokens_revoked")(tokens_revoked)


@listener
async def gone(event: Event, installs: Installs) -> None:
    """Nothing is sent to that workspace from now on; installing again goes on where it was."""
    await installs.revoke(event.workspace_id or event.enterprise_id or "", at=clock.now())


@listener
async def tokens_revoked(event: Event, installs: Installs) -> None:
    """The same, if it is the bot's own token that was revoked."""
    if (event.body.get("tokens") or {}).get("bot"):
        await installs.revoke(event.workspace_id or event.enterprise_id or "", at=clock.now())
