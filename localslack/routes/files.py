"""Uploads of bots, and downloads of what was uploaded."""

from aiohttp import web

from localslack import parsing
from localslack.world.files import File
from localslack.world.world import World


def routes(world: World) -> list[web.AbstractRouteDef]:
    """Where bytes come in, and where they can be had."""

    async def upload(request: web.Request) -> web.Response:
        return await _upload(_found(world, request), request)

    async def by_id(request: web.Request) -> web.Response:
        """For the page, which knows a `slack_file` only by its id."""
        file = world.files.get(request.match_info["file_id"])
        if file is None:
            return web.Response(status=404, text="There is no such file.")
        return web.Response(status=302, headers={"Location": file.path})

    async def download(request: web.Request) -> web.Response:
        return _download(_found(world, request), request)

    return [
        web.post("/files/upload/{file_id}/{secret}", upload),
        web.get("/files/{file_id}", by_id),
        web.get("/files/{file_id}/{secret}", download),
    ]


def _found(world: World, request: web.Request) -> File | None:
    file = world.files.get(request.match_info["file_id"])
    return file if file is not None and file.secret == request.match_info["secret"] else None


async def _upload(file: File | None, request: web.Request) -> web.Response:
    if file is None:
        return web.Response(status=404, text="There is no such upload.")
    content = await _uploaded_bytes(request)
    if len(content) != file.length:
        return web.Response(status=400, text="The length isn't the one that was announced.")
    file.content = content
    return web.Response(text=f"OK - {len(content)}")


async def _uploaded_bytes(request: web.Request) -> bytes:
    if not request.content_type.startswith("multipart/"):
        return await request.read()
    try:
        form = await parsing.form(request)
    except ValueError:
        return b""
    for part in form.values():
        if isinstance(part, web.FileField):
            return part.file.read()
    return b""


def _download(file: File | None, request: web.Request) -> web.Response:
    if file is None or file.content is None:
        return web.Response(status=404, text="There is no such file.")
    way = "attachment" if "download" in request.query else "inline"
    name = "".join(c if c.isalnum() or c in "._- " else "_" for c in file.name)
    headers = {
        "Content-Disposition": f'{way}; filename="{name}"',
        "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
        "Cache-Control": "private, max-age=3600",
    }
    return web.Response(body=file.content, content_type=file.mimetype, headers=headers)
