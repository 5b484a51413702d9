"""Every address under /control, and what answers it; see localslack/control.md."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from localslack import parsing
from localslack.control import acting, apps, changing, reading, stream, uploading
from localslack.control.request import Answer, Request
from localslack.errors import Impossible
from localslack.world.world import World

Handler = Callable[[Request], Awaitable[Answer] | Answer]
Serve = Callable[[web.Request], Awaitable[web.Response]]

READS: dict[str, Handler] = {
    "workspaces": reading.workspaces,
    "state": reading.state,
    "messages": reading.messages,
    "thread": reading.thread,
    "search": reading.search,
    "views": reading.views,
    "requests": reading.requests,
    "wait": reading.wait,
    "settled": reading.settled,
    "canvases": reading.canvases,
    "steps": reading.step,
    "faults": changing.list_faults,
    "limits": changing.limits,
    "app": apps.describe_app,
}
DOES: dict[str, Handler] = {
    "say": acting.say,
    "command": acting.command,
    "action": acting.action,
    "shortcut": acting.shortcut,
    "view/submit": acting.submit,
    "view/close": acting.close_view,
    "home/open": acting.open_home,
    "read": acting.read,
    "dm/open": acting.open_dm,
    "unread": acting.unread,
    "edit": acting.edit,
    "delete": acting.delete,
    "react": acting.react,
    "options": acting.options,
    "steps/run": acting.run_step,
    "assistant/start": acting.start_chat,
    "assistant/context": acting.look_from_chat,
    "clock": changing.move_clock,
    "people": changing.set_person,
    "channels": changing.set_channel,
    "usergroups": changing.set_usergroup,
    "faults": changing.set_fault,
    "install": apps.install,
    "uninstall": apps.uninstall,
    "revoke": apps.revoke,
    "socket": apps.socket,
    "deliver": apps.deliver,
    "deliver/check": apps.ssl_check,
    "subscriptions": apps.subscriptions,
}


def routes(world: World) -> list[web.AbstractRouteDef]:
    """What aiohttp is given."""

    async def watch(http: web.Request) -> web.StreamResponse:
        return await stream.serve(world, http)

    async def upload(http: web.Request) -> web.Response:
        try:
            form = await parsing.form(http)
        except ValueError:
            return _refused("The form can't be read.")
        words = {name: value for name, value in form.items() if isinstance(value, str)}
        return await _answered(uploading.taker(form), Request(world, words))

    return [
        *(web.get(f"/control/{name}", _reading(world, do)) for name, do in READS.items()),
        *(web.post(f"/control/{name}", _doing(world, do)) for name, do in DOES.items()),
        web.put("/control/limits", _doing(world, changing.change_limits)),
        web.delete("/control/faults", _reading(world, changing.clear_faults)),
        web.post("/control/upload", upload),
        web.get("/control/stream", watch),
    ]


async def act(world: World, name: str, body: dict[str, Any]) -> Answer:
    """Do what a POST to /control/*name* with this body does; raises Impossible."""
    return await _done(DOES[name], Request(world, body))


def _reading(world: World, do: Handler) -> Serve:
    async def handle(http: web.Request) -> web.Response:
        return await _answered(do, Request(world, dict(http.query)))

    return handle


def _doing(world: World, do: Handler) -> Serve:
    async def handle(http: web.Request) -> web.Response:
        try:
            body = parsing.parse(await http.read() or b"{}")
        except ValueError:
            return _refused("The body isn't JSON.")
        if not isinstance(body, dict):
            return _refused("The body should be a JSON object.")
        return await _answered(do, Request(world, body))

    return handle


async def _done(do: Handler, request: Request) -> Answer:
    answer = do(request)
    return answer if isinstance(answer, dict) else await answer


async def _answered(do: Handler, request: Request) -> web.Response:
    try:
        answer = await _done(do, request)
    except Impossible as problem:
        return _refused(str(problem), problem.status)
    return web.json_response(answer)


def _refused(sentence: str, status: int = 400) -> web.Response:
    return web.json_response({"error": sentence}, status=status)
