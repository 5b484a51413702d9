"""A local Slack for each test, clients that talk to it, and bots that run on it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack

import pytest
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from localslack import LocalSlack, Person
from tests.localslack.companies import Json, company
from tests.localslack.hosting import Kept, host, keeping

Start = Callable[[Json], Awaitable[LocalSlack]]
Run = Callable[[AsyncApp], Awaitable[None]]


@pytest.fixture
async def starts() -> AsyncIterator[Start]:
    """Starts local Slacks of one's own, and closes them after the test."""
    async with AsyncExitStack() as stack:

        async def start(described: Json) -> LocalSlack:
            slack = await LocalSlack.start(described)
            stack.push_async_callback(slack.close)
            return slack

        yield start


@pytest.fixture
async def slack(starts: Start) -> LocalSlack:
    """A local Slack with the small company."""
    return await starts(company())


@pytest.fixture
async def api(slack: LocalSlack) -> AsyncWebClient:
    """The bot's client, which never tries twice."""
    return client_of(slack)


@pytest.fixture
def ana(slack: LocalSlack) -> Person:
    return slack.person("ana")


@pytest.fixture
def bo(slack: LocalSlack) -> Person:
    return slack.person("bo")


@pytest.fixture
def app(slack: LocalSlack, api: AsyncWebClient) -> AsyncApp:
    """An empty Bolt app that is the company's app."""
    return AsyncApp(client=api, signing_secret=slack.app.signing_secret)


@pytest.fixture
async def over_http(slack: LocalSlack) -> AsyncIterator[Run]:
    """Runs a Bolt app over HTTP, as the app that Slack delivers to."""
    async with AsyncExitStack() as stack:

        async def run(app: AsyncApp) -> None:
            slack.deliver_to(await stack.enter_async_context(host(app)))

        yield run


@pytest.fixture
async def over_socket(slack: LocalSlack) -> AsyncIterator[Run]:
    """Runs a Bolt app over Socket Mode."""
    async with AsyncExitStack() as stack:

        async def run(app: AsyncApp) -> None:
            handler = AsyncSocketModeHandler(app, slack.app.app_token)
            await handler.connect_async()  # type: ignore[no-untyped-call]
            stack.push_async_callback(handler.close_async)

        yield run


@pytest.fixture
async def kept(slack: LocalSlack) -> AsyncIterator[Kept]:
    """Takes every request that Slack sends to the app, answers 200, and keeps it."""
    async with keeping() as (url, found):
        slack.deliver_to(url)
        yield found


def client_of(slack: LocalSlack, token: str | None = None) -> AsyncWebClient:
    """A client of the app, or of another token."""
    return AsyncWebClient(
        token=slack.app.bot_token if token is None else token,
        base_url=slack.api_url,
        retry_handlers=[],
    )
