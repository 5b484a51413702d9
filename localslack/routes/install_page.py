"""The install page: a person says yes, and the app gets a code for a token."""

import html
import secrets
from typing import Any
from urllib.parse import urlencode, urlsplit

from aiohttp import web

from localslack import parsing
from localslack.world.apps import App, Code
from localslack.world.workspaces import Workspace
from localslack.world.world import World

ORG = "org"


def routes(world: World) -> list[web.AbstractRouteDef]:
    """The page and its form."""

    async def ask(request: web.Request) -> web.Response:
        return show(world, request)

    async def answer(request: web.Request) -> web.Response:
        return await decide(world, request)

    return [web.get("/oauth/v2/authorize", ask), web.post("/oauth/v2/authorize", answer)]


def show(world: World, request: web.Request) -> web.Response:
    """The question, with a button for each workspace."""
    app = _app(world, request.query)
    problem = _problem(app, request.query)
    if app is None or problem is not None:
        return web.Response(status=400, text=problem)
    return _page(world, app, dict(request.query))


async def decide(world: World, request: web.Request) -> web.Response:
    """The answer: back to the app, with a code or with access_denied."""
    try:
        given = await parsing.form(request)
    except ValueError:
        return web.Response(status=400, text="The form can't be read.")
    form = {name: str(value) for name, value in given.items()}
    app = _app(world, form)
    problem = _problem(app, form)
    if app is None or problem is not None:
        return web.Response(status=400, text=problem)
    state = {"state": form["state"]} if form.get("state") else {}
    place = form.get("ws", "")
    if form.get("decision") == "deny":
        return _back(form, {"error": "access_denied", **state})
    if place != ORG and place not in world.workspaces:
        return web.Response(status=400, text="There is no such workspace.")
    code = _code(world, app, form, None if place == ORG else world.workspaces[place])
    return _back(form, {"code": code.value, **state})


def _app(world: World, words: Any) -> App | None:
    client_id = words.get("client_id")
    return next((a for a in world.apps.values() if a.client_id == client_id), None)


def _code(world: World, app: App, form: dict[str, str], workspace: Workspace | None) -> Code:
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
        redirect_uri=form.get("redirect_uri", ""),
        issued_at=world.clock.now(),
    )
    world.codes[code.value] = code
    return code


def _page(world: World, app: App, words: dict[str, str]) -> web.Response:
    hidden = "".join(
        f'<input type="hidden" name="{html.escape(name)}" value="{html.escape(value)}">'
        for name, value in words.items()
    )
    buttons = "".join(
        f'<p><button name="ws" value="{place.id}">Allow in {html.escape(place.name)}</button>'
        for place in world.workspaces.values()
    )
    if world.enterprise_id and app.manifest.settings.org_deploy_enabled:
        name = html.escape(str(world.enterprise_name))
        buttons += f'<p><button name="ws" value="{ORG}">Allow in all of {name}</button>'
    scopes = words.get("scope") or ",".join(app.manifest.scopes)
    listed = "".join(f"<li>{html.escape(scope)}" for scope in scopes.split(",") if scope)
    text = (
        f'<!doctype html><html lang="en"><title>Install {html.escape(app.name)}</title>'
        f"<main><h1>{html.escape(app.name)} asks to be installed</h1>"
        f"<p>It wants to:</p><ul>{listed}</ul>"
        f'<form method="post">{hidden}{buttons}'
        '<p><button name="decision" value="deny">Cancel</button></form></main>'
    )
    target = urlsplit(words.get("redirect_uri") or "")
    origin = f"{target.scheme}://{target.netloc}" if target.netloc else ""
    policy = f"default-src 'none'; form-action 'self' {origin}; frame-ancestors 'none'"
    headers = {"Content-Security-Policy": policy}
    return web.Response(text=text, content_type="text/html", headers=headers)


def _problem(app: App | None, words: Any) -> str | None:
    if app is None:
        return "invalid_client_id"
    redirect = words.get("redirect_uri", "")
    known = app.manifest.oauth_config.redirect_urls
    if known and not any(redirect.startswith(url) for url in known):
        return "bad_redirect_uri"
    if not redirect.startswith(("http://", "https://")):
        return "bad_redirect_uri"
    return None


def _back(form: dict[str, str], answer: dict[str, str]) -> web.Response:
    redirect = form["redirect_uri"]
    mark = "&" if "?" in redirect else "?"
    location = f"{redirect}{mark}{urlencode(answer)}"
    return web.Response(status=302, headers={"Location": location})
