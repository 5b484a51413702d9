"""The page, its pictures of people, and what every answer's headers say to browsers."""

import html
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web

from localslack.world.people import User
from localslack.world.world import World

PAGE = Path(__file__).parent.parent / "page"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "font-src 'self'; img-src 'self' http: https: data: blob:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)


def routes(world: World) -> list[web.AbstractRouteDef]:
    """The page at /, its files, and a picture of everybody."""

    async def picture(request: web.Request) -> web.Response:
        return _picture(world, request.match_info["name"].removesuffix(".svg"))

    files = [web.static("/page/", PAGE)] if PAGE.is_dir() else []
    return [
        web.get("/", _index),
        web.get("/health", _health),
        web.get("/files/pictures/{name}", picture),
        *files,
    ]


async def _index(_: web.Request) -> web.StreamResponse:
    index = PAGE / "index.html"
    if not index.exists():
        return web.Response(status=404, text="The page isn't part of this installation.")
    return web.FileResponse(index, headers={"Cache-Control": "no-cache"})


async def _health(_: web.Request) -> web.Response:
    """For whoever waits until it is up."""
    return web.json_response({"ok": True})


def _picture(world: World, user_id: str) -> web.Response:
    places = world.workspaces.values()
    user = next((w.users[user_id] for w in places if user_id in w.users), None)
    if user is None:
        return web.Response(status=404, text="There is nobody with this id.")
    headers = {"Cache-Control": "max-age=3600"}
    return web.Response(text=_drawn(user), content_type="image/svg+xml", headers=headers)


def _drawn(user: User) -> str:
    initials = html.escape(user.initials)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72" role="img">'
        f'<rect width="72" height="72" rx="8" fill="#{user.color}"/>'
        '<text x="36" y="38" fill="#fff" font-family="sans-serif" font-size="30" '
        f'text-anchor="middle" dominant-baseline="middle">{initials}</text></svg>'
    )


@web.middleware
async def guard(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Keep other sites' pages out of the control interface, and our page to itself."""
    origin = request.headers.get("Origin")
    inside = request.path.startswith("/control/")
    if inside and origin and origin.partition("://")[2] != request.host:
        return web.json_response({"error": "Another site may not do this."}, status=403)
    response = await handler(request)
    if not response.prepared:
        if request.path.startswith("/page/"):  # after an upgrade nobody keeps half of the old page
            response.headers["Cache-Control"] = "no-cache"
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "no-referrer")
    return response
