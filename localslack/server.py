"""The local Slack as one server on one port."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Self

from aiohttp import web

from localslack.changes import installations, people
from localslack.control import routes as control
from localslack.control import serializers
from localslack.driver import Person, Slack
from localslack.routes import files, install_page, page, response_urls, web_api
from localslack.world import company as companies
from localslack.world.apps import App
from localslack.world.clock import Job, Listener, Stop, Timer
from localslack.world.inspector import Call
from localslack.world.world import World

COMPANY = Path(__file__).parent / "company.yaml"
LARGEST_BODY = 64 * 1024 * 1024
# The page comes before files: /files/pictures/ is the page's.
DOORS = (web_api, page, response_urls, files, install_page, control)


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
        self.world = World(company)
        self.on_clock(lambda _: self.world.feed.tell("clock", serializers.clock(self.world)))
        self._runner: web.AppRunner | None = None
        self._driver: Slack | None = None

    @classmethod
    async def start(
        cls,
        company: Path | str | dict[str, Any] = COMPANY,
        *,
        port: int = 0,
        host: str = "127.0.0.1",
        manifest: Path | dict[str, Any] | None = None,
    ) -> Self:
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

    def reload(self, manifest: Path | dict[str, Any]) -> None:
        """Give the first app another manifest; its tokens stay. Raises CompanyError."""
        installations.reload(self.world, self.world.first_app, companies.manifest_of(manifest))

    async def act(self, name: str, **body: Any) -> dict[str, Any]:
        """What a POST to /control/*name* does, without the way there; raises Impossible."""
        return await control.act(self.world, name, body)

    async def until(self, predicate: Callable[[], Awaitable[Any]], timeout: float = 30.0) -> Any:
        """Wait until the predicate is true; answers what it said. Raises TimeoutError."""
        return await self.driver.until(predicate, timeout)

    async def settled(self) -> None:
        """Wait until no event is on its way to a bot any more."""
        await self.world.outgoing.settled()

    async def close(self) -> None:
        """Stop serving; everything in it is gone."""
        self.world.feed.close()
        if self._driver is not None:
            await self._driver.close()
        await self.world.clock.stop()
        await self.world.connections.close()
        await self.world.outgoing.close()
        if self._runner is not None:
            await self._runner.cleanup()

    async def _serve(self, host: str, port: int) -> None:
        app = web.Application(client_max_size=LARGEST_BODY, middlewares=[page.guard])
        for door in DOORS:
            app.add_routes(door.routes(self.world))
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        bound = self._runner.addresses[0][1]
        shown = f"[{host}]" if ":" in host else host
        self.world.base_url = f"http://{shown}:{bound}"
        people.follow_statuses(self.world)
        self.world.clock.start()
