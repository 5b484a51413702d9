"""What can be done to apps: install and remove them, and say where their requests go."""

from localslack.changes import installations
from localslack.control.request import Answer, Request
from localslack.delivery import sending, socket_mode
from localslack.errors import Impossible


def describe_app(request: Request) -> Answer:
    """What a bot has to be given to run here; made-up secrets, good only on this server."""
    app = request.app()
    installation = app.installed_in(request.workspace.id)
    return {
        "app_id": app.app_id,
        "name": app.name,
        "client_id": app.client_id,
        "client_secret": app.client_secret,
        "signing_secret": app.signing_secret,
        "app_token": app.app_token,
        "bot_token": installation.token.value if installation else None,
        "api_url": f"{request.world.base_url}/api/",
        "connections": request.world.connections.count(app.app_id),
        "deliver_to": app.deliver_to,
        "is_subscribed": app.is_subscribed,
        "delayed_events": app.delayed_events,
    }


def install(request: Request) -> Answer:
    """Installs an app in a workspace, or with `org: true` in the organisation."""
    scopes = request.words("scopes") if "scopes" in request.body else None
    org = bool(request.body.get("org"))
    if org and request.world.enterprise_id is None:
        raise Impossible("There is no organisation here.")
    workspace = None if org else request.workspace
    installation = request.world.install(
        request.app(), workspace, tuple(scopes) if scopes is not None else None
    )
    return {"bot_token": installation.token.value, "bot_user_id": installation.bot_user_id}


def uninstall(request: Request) -> Answer:
    """Removes an app from a workspace."""
    installation = request.app().installed_in(request.workspace.id)
    if installation is None:
        raise Impossible("This app isn't installed here.", status=404)
    installations.uninstall(request.world, request.app(), installation)
    return {"ok": True}


def revoke(request: Request) -> Answer:
    """Revokes a token."""
    token = request.world.tokens.get(request.text("token"))
    if token is None:
        raise Impossible("There is no such token.", status=404)
    installations.revoke(request.world, token)
    return {"ok": True}


def socket(request: Request) -> Answer:
    """Says goodbye to Socket Mode connections."""
    app_id = request.app().app_id if "app_id" in request.body else None
    reason = request.text("disconnect")
    return {"connections": socket_mode.disconnect(request.world, reason, app_id)}


async def deliver(request: Request) -> Answer:
    """Sets where an app's requests go, after the address has passed Slack's checks."""
    app, url = request.app(), request.body.get("url")
    if url is not None:
        url = request.text("url")
        if not await sending.verify(request.world, app, url):
            raise Impossible("This address didn't answer the challenge.", status=409)
        if app.commands and not await sending.ssl_check(request.world, app, url):
            raise Impossible("This address didn't answer the ssl_check.", status=409)
    app.deliver_to = url
    return {"ok": True}


async def ssl_check(request: Request) -> Answer:
    """Looks once more whether an app's address answers an unsigned ssl_check."""
    app = request.app()
    if app.deliver_to is None:
        raise Impossible(f"{app.name} has no address to check.", status=409)
    return {"ok": await sending.ssl_check(request.world, app, app.deliver_to)}


def subscriptions(request: Request) -> Answer:
    """Turns an app's event subscriptions on again or off, and its delayed events."""
    app = request.app()
    app.is_subscribed = request.flag("enabled", app.is_subscribed)
    app.delayed_events = request.flag("delayed", app.delayed_events)
    return {"enabled": app.is_subscribed, "delayed": app.delayed_events}
