"""The local Slack as one server on one port."""

from __future__ import annotations

import asyncio
import html
import time
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from aiohttp import web

from localslack import parsing, webapi
from localslack.actions.clicks import Clicks
from localslack.actions.commands import Commands
from localslack.actions.interactions import Interactions
from localslack.actions.messages import Talking
from localslack.actions.submissions import Submissions
from localslack.actions.tabs import Tabs
from localslack.changes.membership import Changing
from localslack.changes.posting import Posting
from localslack.changes.response_urls import Hooks
from localslack.changes.scheduling import Scheduling
from localslack.changes.steps import Steps
from localslack.changes.views import Showing
from localslack.control import serializers
from localslack.control.routes import Acts, Control
from localslack.delivery.events import Events
from localslack.delivery.sending import Delivery
from localslack.delivery.socket_mode import Sockets
from localslack.driver import Person, Slack
from localslack.errors import Refused
from localslack.routes import install_page
from localslack.world import company as companies
from localslack.world.apps import App
from localslack.world.clock import Job, Listener, Stop, Timer
from localslack.world.faults import Fault
from localslack.world.inspector import Call
from localslack.world.limits import too_many
from localslack.world.people import User
from localslack.world.world import World

PAGE = Path(__file__).parent / "page"
COMPANY = Path(__file__).parent / "company.yaml"
LARGEST_BODY = 64 * 1024 * 1024
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "font-src 'self'; img-src 'self' http: https: data: blob:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
FAULTS_BEFORE = {"ratelimited", "error", "slow", "lost_request", "server_error"}


class BotApp:
    """An app as whoever starts its bot needs it."""

    def __init__(self, world: World, app: App) -> None:
        self._world = world
        self._app = app
        self.app_id = app.app_id
        self.app_token = app.app_token
        self.signing_secret = app.signing_secret
        self.client_id = app.client_id
        self.client_secret = app.client_secret

    @property
    def bot_token(self) -> str:
        """The newest bot token of the first installation."""
        return self._app.installations[0].token.value

    @property
    def bot_user_id(self) -> str:
        """The bot's user id in the first installation."""
        return self._app.installations[0].bot_user_id


class LocalSlack:
    """A running local Slack; `await LocalSlack.start(…)` makes one, `close` ends it."""

    def __init__(self, company: companies.Company) -> None:
        self.world = world = World(company)
        self._sockets = Sockets()
        self._delivery = Delivery(world, self._sockets)
        self._events = Events(world, self._send_event)
        self.posting = Posting(world, self._events)
        self._showing = Showing(world)
        self._changing = Changing(world, self._events)
        self._hooks = Hooks(world, self.posting)
        self._steps = Steps(world, self._events, self.posting)
        self._services = webapi.Services(
            world,
            self._events,
            self.posting,
            self._showing,
            Scheduling(world, self.posting),
            self._changing,
            self._sockets,
            self._steps,
        )
        self._control = Control(
            world, self._acts(), self._changing, self.posting, self._delivery, self._sockets
        )
        self.on_clock(lambda _: world.feed.tell("clock", serializers.clock(world)))
        self._runner: web.AppRunner | None = None
        self._driver: Slack | None = None

    def _acts(self) -> Acts:
        interactions = Interactions(self.world, self._delivery)
        return Acts(
            Talking(self.world, self.posting),
            Commands(self.world, self.posting, self._delivery, interactions),
            Clicks(self.world, self.posting, interactions, self._steps),
            Submissions(self.world, self._showing, interactions),
            Tabs(self.world, self._events, self._delivery),
            self._steps,
        )

    @classmethod
    async def start(
        cls,
        company: Path | str | dict[str, Any] = COMPANY,
        *,
        port: int = 0,
        host: str = "127.0.0.1",
        manifest: Path | dict[str, Any] | None = None,
    ) -> LocalSlack:
        """Serve a company (a YAML file or a dict) in the running event loop.

        *manifest* (a file or a dict) takes the place of the first app's. Raises CompanyError
        when the company can't be used, OSError when the port is taken.
        """
        slack = cls(companies.load(company, manifest=manifest))
        await slack._serve(host, port)
        return slack

    @property
    def url(self) -> str:
        """Where the page is, without a slash at the end."""
        return self.world.base_url

    @property
    def api_url(self) -> str:
        """What goes into SLACK_API_URL."""
        return f"{self.url}/api/"

    @property
    def app(self) -> BotApp:
        """The first app of the company."""
        return BotApp(self.world, self.world.first_app)

    def deliver_to(self, url: str | None) -> None:
        """Send the first app's requests to this address, signed; None: over Socket Mode."""
        self.world.first_app.deliver_to = url

    def on_clock(self, listener: Listener) -> None:
        """Call this with the offset (a timedelta) each time the clock moves."""
        self.world.clock.listeners.append(listener)

    def stop_at(self, stop: Stop) -> None:
        """Ask this on the way ahead, at each halt: at which moment should the clock stand next?"""
        self.world.clock.stops.append(stop)

    def call_at(self, at: datetime, job: Job) -> Timer:
        """Run *job* once the clock has reached *at*; a clock that skips ahead stops for it."""
        return self.world.clock.call_at(at, job)

    def hint(self, words: str) -> None:
        """Show another hint (mrkdwn) on every page."""
        self.world.hint = words
        self.world.feed.tell("person", {})

    @property
    def clock_offset(self) -> timedelta:
        """How far the clock is from real time."""
        return self.world.clock.offset

    def calls(self, method: str | None = None) -> list[Call]:
        """The Web API calls that bots made, oldest first; all of them or one method's."""
        return self.world.inspector.calls(method)

    def person(self, handle: str, *, ws: str | None = None) -> Person:
        """Somebody to act as."""
        return self.driver.person(handle, ws=ws)

    @property
    def driver(self) -> Slack:
        """The control interface as a script uses it."""
        if self._driver is None:
            self._driver = Slack(self.url)
        return self._driver

    async def act(self, name: str, **body: Any) -> dict[str, Any]:
        """What a POST to /control/*name* does, without the way there; raises Impossible."""
        return await self._control.act(name, body)

    async def until(self, predicate: Callable[[], Awaitable[Any]], timeout: float = 5.0) -> Any:
        """Wait until the predicate is true; answers what it said. Raises TimeoutError."""
        return await self.driver.until(predicate, timeout)

    async def settled(self) -> None:
        """Wait until no event is on its way to a bot any more."""
        await self._delivery.settled()

    async def close(self) -> None:
        """Stop serving; everything in it is gone."""
        self.world.feed.close()
        if self._driver is not None:
            await self._driver.close()
        await self.world.clock.stop()
        await self._sockets.close()
        await self._delivery.close()
        if self._runner is not None:
            await self._runner.cleanup()

    # Serving

    async def _serve(self, host: str, port: int) -> None:
        app = web.Application(client_max_size=LARGEST_BODY, middlewares=[_guard])
        app.add_routes(
            [
                web.get("/", self._index),
                web.route("*", "/api/{method}", self._api),
                web.get("/link/", self._link),
                web.post("/hooks/{path:.*}", self._hook),
                web.post("/files/upload/{file_id}/{secret}", self._upload),
                web.get("/files/pictures/{name}", self._picture),
                web.get("/files/{file_id}", self._file_by_id),
                web.get("/files/{file_id}/{secret}", self._file),
                *install_page.routes(self.world),
                *self._control.routes(),
            ]
        )
        if PAGE.is_dir():
            app.router.add_static("/page/", PAGE)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        bound = self._runner.addresses[0][1]
        shown = f"[{host}]" if ":" in host else host
        self.world.base_url = f"http://{shown}:{bound}"
        self.world.clock.start()

    def _send_event(self, *what: Any) -> None:
        self._delivery.event(*what)

    async def _index(self, request: web.Request) -> web.StreamResponse:
        index = PAGE / "index.html"
        if not index.exists():
            return web.Response(status=404, text="The page isn't part of this installation.")
        return web.FileResponse(index, headers={"Cache-Control": "no-cache"})

    # The Web API

    async def _api(self, request: web.Request) -> web.StreamResponse:
        started = time.perf_counter()
        name = request.match_info["method"]
        arguments: dict[str, Any] = {}
        headers: dict[str, str] = {}
        status, fault = 200, None
        try:
            arguments = await _arguments(request, name)
            fault = self._strike(FAULTS_BEFORE, name, arguments)
            await _suffer(fault, request)
            answer = await webapi.answer(
                self._services,
                name,
                arguments,
                authorization=request.headers.get("Authorization", ""),
                base_url=str(request.url.origin()),
            )
        except Refused as refusal:
            answer, status, headers = refusal.answer(), refusal.status, refusal.headers
        lost = self._strike({"lost_answer"}, name, arguments) is not None
        self._record(name, arguments, answer, status, started, request)
        if lost or (fault is not None and fault.kind == "lost_request"):
            return _cut(request)
        scopes = self._scope_headers(name, request, arguments)
        return web.json_response(answer, status=status, headers={**headers, **scopes})

    def _strike(self, kinds: set[str], name: str, arguments: dict[str, Any]) -> Fault | None:
        return self.world.faults.strike(kinds, name, arguments.get("channel"))

    def _record(
        self,
        name: str,
        arguments: dict[str, Any],
        answer: dict[str, Any],
        status: int,
        started: float,
        request: web.Request,
    ) -> None:
        token = self._token(request, arguments)
        team_id = token.installation.team_id if token and token.installation else None
        self.world.inspector.record(
            "from_bot",
            "web_api",
            name,
            at=self.world.clock.now(),
            workspace=team_id,
            ms=(time.perf_counter() - started) * 1000,
            status=status,
            ok=bool(answer.get("ok")),
            error=answer.get("error"),
            request=arguments,
            response=answer,
        )

    def _token(self, request: web.Request, arguments: dict[str, Any]) -> Any:
        value = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
        return self.world.tokens.get(value or str(arguments.get("token", "")))

    def _scope_headers(
        self, name: str, request: web.Request, arguments: dict[str, Any]
    ) -> dict[str, str]:
        token = self._token(request, arguments)
        if token is None:
            return {}
        method = webapi.METHODS.get(name)
        return {
            "X-OAuth-Scopes": ",".join(token.scopes),
            "X-Accepted-OAuth-Scopes": ",".join(method.scopes) if method else "",
        }

    # The other doors

    async def _link(self, request: web.Request) -> web.StreamResponse:
        return await self._sockets.serve(request, self.world.clock.now())

    async def _hook(self, request: web.Request) -> web.Response:
        started = time.perf_counter()
        raw = await request.read()
        status, word = self._hooks.take(request.path, raw)
        parts = request.path.split("/")
        self.world.inspector.record(
            "from_bot",
            "response_url",
            parts[2] if len(parts) > 2 else "hooks",
            at=self.world.clock.now(),
            workspace=parts[3] if len(parts) > 3 else None,
            ms=(time.perf_counter() - started) * 1000,
            status=status,
            ok=status == 200,
            error=None if status == 200 else word,
            request=_as_json(raw),
            response=word,
        )
        return web.Response(status=status, text=word)

    async def _upload(self, request: web.Request) -> web.Response:
        file = self.world.files.get(request.match_info["file_id"])
        if file is None or file.secret != request.match_info["secret"]:
            return web.Response(status=404, text="There is no such upload.")
        content = await _uploaded_bytes(request)
        if len(content) != file.length:
            return web.Response(status=400, text="The length isn't the one that was announced.")
        file.content = content
        return web.Response(text=f"OK - {len(content)}")

    async def _file_by_id(self, request: web.Request) -> web.Response:
        """For the page, which knows a `slack_file` only by its id."""
        file = self.world.files.get(request.match_info["file_id"])
        if file is None:
            return web.Response(status=404, text="There is no such file.")
        return web.Response(status=302, headers={"Location": file.path})

    async def _file(self, request: web.Request) -> web.Response:
        file = self.world.files.get(request.match_info["file_id"])
        if file is None or file.secret != request.match_info["secret"] or file.content is None:
            return web.Response(status=404, text="There is no such file.")
        way = "attachment" if "download" in request.query else "inline"
        name = "".join(c if c.isalnum() or c in "._- " else "_" for c in file.name)
        headers = {
            "Content-Disposition": f'{way}; filename="{name}"',
            "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
            "Cache-Control": "private, max-age=3600",
        }
        return web.Response(body=file.content, content_type=file.mimetype, headers=headers)

    async def _picture(self, request: web.Request) -> web.Response:
        user_id = request.match_info["name"].removesuffix(".svg")
        places = self.world.workspaces.values()
        user = next((w.users[user_id] for w in places if user_id in w.users), None)
        if user is None:
            return web.Response(status=404, text="There is nobody with this id.")
        headers = {"Cache-Control": "max-age=3600"}
        return web.Response(text=_drawn(user), content_type="image/svg+xml", headers=headers)


@web.middleware
async def _guard(
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


async def _arguments(request: web.Request, name: str) -> dict[str, Any]:
    content_type = request.content_type if request.method == "POST" else ""
    body, form = b"", {}
    if "json" in content_type:
        body = await request.read()
    elif request.method == "POST":
        form = await _form(request)
    return webapi.read_arguments(
        name, content_type=content_type, body=body, form=form, query=dict(request.query)
    )


async def _form(request: web.Request) -> dict[str, Any]:
    try:
        return dict(await parsing.form(request))
    except ValueError:
        raise Refused("invalid_form_data") from None


async def _suffer(fault: Fault | None, request: web.Request) -> None:
    """Do what a fault does before a call is looked at; raises Refused to end the call with it."""
    if fault is None:
        return
    if fault.kind == "slow":
        await asyncio.sleep(fault.seconds)
    elif fault.kind == "ratelimited":
        raise too_many(fault.retry_after, fault.error or "ratelimited")
    elif fault.kind == "error":
        raise Refused(fault.error or "internal_error", messages=fault.messages)
    elif fault.kind == "server_error":
        raise Refused(fault.error or "internal_error", status=fault.status)
    elif fault.kind == "lost_request":
        raise Refused("lost_request", status=0)


def _cut(request: web.Request) -> web.StreamResponse:
    """Close the connection without a word, as a broken line does."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


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


def _as_json(raw: bytes) -> Any:
    try:
        return parsing.parse(raw)
    except ValueError:
        return raw.decode(errors="replace")


def _drawn(user: User) -> str:
    initials = html.escape(user.initials)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72" role="img">'
        f'<rect width="72" height="72" rx="8" fill="#{user.color}"/>'
        '<text x="36" y="38" fill="#fff" font-family="sans-serif" font-size="30" '
        f'text-anchor="middle" dominant-baseline="middle">{initials}</text></svg>'
    )
