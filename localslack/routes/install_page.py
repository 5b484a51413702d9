"""The install page: a person says yes, and the app gets a code for a token."""

import html
import secrets
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

from aiohttp import web

from localslack import parsing
from localslack.world.apps import App, Code
from localslack.world.workspaces import Workspace
from localslack.world.world import World

ORG = "org"
BOLTS_REDIRECT = "/slack/oauth_redirect"
Words = Mapping[str, str]


def routes(world: World) -> list[web.AbstractRouteDef]:
    """The page and its form."""

    async def ask(request: web.Request) -> web.Response:
        return _ask(world, request.query)

    async def answer(request: web.Request) -> web.Response:
        try:
            given = await parsing.form(request)
        except ValueError:
            return _problem("The form can't be read.")
        return _decide(world, {name: str(value) for name, value in given.items()})

    return [web.get("/oauth/v2/authorize", ask), web.post("/oauth/v2/authorize", answer)]


def _ask(world: World, words: Words) -> web.Response:
    """The question, with a button for each workspace."""
    app = _app(world, words)
    if app is None:
        return _problem("invalid_client_id")
    redirect = _redirect(app, words)
    if redirect is None:
        return _problem("bad_redirect_uri")
    return _page(world, app, words, redirect)


def _decide(world: World, form: Words) -> web.Response:
    """The answer: back to the app, with a code or with access_denied."""
    app = _app(world, form)
    if app is None:
        return _problem("invalid_client_id")
    redirect = _redirect(app, form)
    if redirect is None:
        return _problem("bad_redirect_uri")
    state = {"state": form["state"]} if form.get("state") else {}
    place = form.get("ws", "")
    if form.get("decision") == "deny":
        return _back(redirect, {"error": "access_denied", **state})
    if place != ORG and place not in world.workspaces:
        return _problem("There is no such workspace.")
    code = _code(world, app, form, redirect, None if place == ORG else world.workspaces[place])
    return _back(redirect, {"code": code.value, **state})


def _app(world: World, words: Words) -> App | None:
    client_id = words.get("client_id")
    return next((app for app in world.apps.values() if app.client_id == client_id), None)


def _redirect(app: App, words: Words) -> str | None:
    """Where the person goes afterwards; None for an address that the manifest doesn't have.

    A link that names none means the manifest's first. Where that has none either, it is Bolt's
    own, beside the address that the app's requests go to.
    """
    known = app.manifest.oauth_config.redirect_urls
    redirect = words.get("redirect_uri", "")
    if not redirect:
        redirect = known[0] if known else urljoin(app.deliver_to or "", BOLTS_REDIRECT)
    if known and not any(redirect.startswith(url) for url in known):
        return None
    return redirect if redirect.startswith(("http://", "https://")) else None


def _code(world: World, app: App, form: Words, redirect: str, workspace: Workspace | None) -> Code:
    wanted = [scope for scope in form.get("scope", "").split(",") if scope]
    place = workspace or next(iter(world.workspaces.values()))
    person = place.user(form.get("as", "")) or next(
        user for user in place.users.values() if user.is_person
    )
    code = Code(
        value=f"{secrets.randbelow(10**12)}.{secrets.token_hex(16)}",
        app_id=app.app_id,
        user_id=person.id,
        team_id=workspace.id if workspace else None,
        scopes=tuple(wanted) or app.manifest.scopes,
        redirect_uri=redirect,
        issued_at=world.clock.now(),
    )
    world.codes[code.value] = code
    return code


def _page(world: World, app: App, words: Words, redirect: str) -> web.Response:
    hidden = "".join(
        f'<input type="hidden" name="{html.escape(name)}" value="{html.escape(value)}">'
        for name, value in words.items()
    )
    scopes = words.get("scope") or ",".join(app.manifest.scopes)
    listed = "".join(f"<li>{html.escape(scope)}" for scope in scopes.split(",") if scope)
    text = (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>Install {html.escape(app.name)}</title>"
        '<link rel="stylesheet" href="/page/style/install.css">'
        f"<main><h1>{html.escape(app.name)} asks to be installed</h1>"
        f"<p>It wants to:</p><ul>{listed}</ul>"
        f'<form method="post">{hidden}{_buttons(world, app)}'
        '<p><button name="decision" value="deny">Cancel</button></form></main>'
    )
    target = urlsplit(redirect)
    origin = f"{target.scheme}://{target.netloc}"
    policy = (
        f"default-src 'none'; style-src 'self'; form-action 'self' {origin}; frame-ancestors 'none'"
    )
    headers = {"Content-Security-Policy": policy}
    return web.Response(text=text, content_type="text/html", headers=headers)


def _buttons(world: World, app: App) -> str:
    buttons = "".join(
        f'<p><button name="ws" value="{place.id}">Allow in {html.escape(place.name)}</button>'
        for place in world.workspaces.values()
    )
    if world.enterprise_id and app.manifest.settings.org_deploy_enabled:
        name = html.escape(str(world.enterprise_name))
        buttons += f'<p><button name="ws" value="{ORG}">Allow in all of {name}</button>'
    return buttons


def _problem(words: str) -> web.Response:
    return web.Response(status=400, text=words)


def _back(redirect: str, answer: dict[str, Any]) -> web.Response:
    mark = "&" if "?" in redirect else "?"
    location = f"{redirect}{mark}{urlencode(answer)}"
    return web.Response(status=302, headers={"Location": location})
