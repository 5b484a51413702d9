"""auth.*, api.test, apps.connections.open and oauth.v2.access."""

from localslack.changes import installations
from localslack.errors import Refused
from localslack.webapi.call import Answer, Call, method
from localslack.world import apps
from localslack.world.apps import App, Installation, Token


@method("api.test")
def api_test(call: Call) -> Answer:
    """Says back what it was given, as an error when asked to."""
    error = call.text("error")
    if error:
        raise Refused(error, args=call.arguments)
    return {"args": call.arguments}


@method("auth.test")
def auth_test(call: Call) -> Answer:
    """Who the token is."""
    token = call.token
    if token.installation is None:
        return {"app_id": token.app_id, "app_name": call.app.name}
    installation = token.installation
    place = call.world.workspaces_of(installation)[0]
    answer: Answer = {
        "url": f"https://{place.domain}.slack.com/",
        "team": place.name,
        "user": call.app.handle,
        "team_id": place.id,
        "user_id": installation.bot_user_id,
        "bot_id": installation.bot_id,
        "is_enterprise_install": installation.is_org,
    }
    if place.enterprise_id:
        answer["enterprise_id"] = place.enterprise_id
    if installation.is_org:
        answer["team_id"], answer["team"] = place.enterprise_id, place.enterprise_name
    if token.expires_at is not None:
        answer["expires_in"] = int((token.expires_at - call.world.clock.now()).total_seconds())
    return answer


@method("auth.revoke")
def auth_revoke(call: Call) -> Answer:
    """Revokes the token it is called with, unless `test` is set."""
    if call.flag("test"):
        return {"revoked": False}
    installations.revoke(call.world, call.token)
    return {"revoked": True}


@method("apps.connections.open")
def connections_open(call: Call) -> Answer:
    """The address of a new Socket Mode connection; needs an app-level token."""
    call.need_scope("connections:write")
    if not call.app.manifest.settings.socket_mode_enabled and call.app.deliver_to:
        raise Refused("forbidden_team")
    path = call.world.connections.ticket(call.app.app_id, call.world.clock.now())
    return {"url": call.base_url.replace("http", "ws", 1) + path}


@method("oauth.v2.access")
def oauth_access(call: Call) -> Answer:
    """Changes a code, or a refresh token, into a bot token."""
    app = _client(call)
    grant = call.text("grant_type") or "authorization_code"
    if grant == "refresh_token":
        return _refresh(call, app)
    if grant != "authorization_code":
        raise Refused("invalid_grant_type")
    return _exchange(call, app)


@method("oauth.v2.exchange")
def oauth_exchange(call: Call) -> Answer:
    """Changes a token that never expires into one that rotates, once."""
    app = _client(call)
    given = call.world.tokens.get(call.bearer)
    if given is None or given.installation is None or given.is_revoked:
        raise Refused("invalid_token")
    if given.app_id != app.app_id:
        raise Refused("authorization_not_found")
    if not app.manifest.settings.token_rotation_enabled:
        raise Refused("token_rotation_not_enabled")
    if given.expires_at is not None or given.is_exchanged:
        raise Refused("token_already_exchanged")
    given.is_exchanged = True
    token = call.world.issue_token(app, given.installation)
    return _granted(call, app, given.installation, token, None)


def _client(call: Call) -> App:
    given_id, given_secret = call.basic_auth or (call.text("client_id"), call.text("client_secret"))
    app = next((app for app in call.world.apps.values() if app.client_id == given_id), None)
    if app is None:
        raise Refused("invalid_client_id")
    if app.client_secret != given_secret:
        raise Refused("bad_client_secret")
    return app


def _exchange(call: Call, app: App) -> Answer:
    code = call.world.codes.get(call.text("code") or "")
    if code is None or code.app_id != app.app_id:
        raise Refused("invalid_code")
    if code.is_used:
        raise Refused("code_already_used")
    if call.world.clock.now() - code.issued_at > apps.CODE_LIFE:
        raise Refused("invalid_code")
    if (call.text("redirect_uri") or code.redirect_uri) != code.redirect_uri:
        raise Refused("bad_redirect_uri")
    code.is_used = True
    workspace = call.world.workspaces[code.team_id] if code.team_id else None
    installation = call.world.install(app, workspace, code.scopes)
    return _granted(call, app, installation, installation.token, code.user_id)


def _refresh(call: Call, app: App) -> Answer:
    given = call.text("refresh_token")
    for installation in app.installations:
        for token in installation.tokens:
            if token.refresh_token == given and given and not token.is_revoked:
                return _rotate(call, app, installation, token)
    raise Refused("invalid_refresh_token")


def _rotate(call: Call, app: App, installation: Installation, old: Token) -> Answer:
    old.refresh_token = None
    token = call.world.issue_token(app, installation)
    for earlier in installation.tokens[:-2]:
        earlier.is_revoked = True
    return _granted(call, app, installation, token, None)


def _granted(
    call: Call, app: App, installation: Installation, token: Token, user_id: str | None
) -> Answer:
    place = call.world.workspaces_of(installation)[0]
    enterprise = None
    if place.enterprise_id:
        enterprise = {"id": place.enterprise_id, "name": place.enterprise_name}
    answer: Answer = {
        "access_token": token.value,
        "token_type": "bot",
        "scope": ",".join(token.scopes),
        "bot_user_id": installation.bot_user_id,
        "app_id": app.app_id,
        "team": None if installation.is_org else {"id": place.id, "name": place.name},
        "enterprise": enterprise,
        "is_enterprise_install": installation.is_org,
    }
    if user_id is not None:
        answer["authed_user"] = {"id": user_id}
    if token.refresh_token is not None:
        seconds = int(apps.ROTATED_LIFE.total_seconds())
        answer |= {"refresh_token": token.refresh_token, "expires_in": seconds}
    return answer
