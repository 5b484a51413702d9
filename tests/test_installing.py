"""The pages by which further workspaces install Amp, as browsers and as thieves use them."""

import html
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import aiohttp
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot import clock, installing, manifest
from bot.slack.models import Installation
from bot.words import Words
from tests.house import Scene, scene
from tests.slack.conftest import COMPANY, SECOND

ID, SECRET = "1.2", "the client's secret"
PLACES = COMPANY | {"workspaces": [*COMPANY["workspaces"], SECOND]}


@dataclass
class Browser:
    """Somebody's browser: it keeps cookies, and follows no redirect by itself."""

    house: Scene
    session: aiohttp.ClientSession

    async def opens(self, path: str, **query: str) -> aiohttp.ClientResponse:
        url = f"{self.house.started.address}{path}"
        answer = await self.session.get(url, params=query, allow_redirects=False)
        await answer.read()
        return answer

    async def asks(self) -> dict[str, str]:
        """Open the install page; gives the query that Slack's page is opened with."""
        answer = await self.opens("/slack/install")
        assert answer.status == 302
        target = urlsplit(answer.headers["Location"])
        assert target.path == "/oauth/v2/authorize"
        assert f"{target.scheme}://{target.netloc}" == self.house.slack.url
        return {name: values[0] for name, values in parse_qs(target.query).items()}

    async def allows(self, asked: dict[str, str], ws: str = "T222") -> dict[str, str]:
        """Press «Allow» on Slack's page; gives the query that Slack sends the browser back with."""
        url = f"{self.house.slack.url}/oauth/v2/authorize"
        async with self.session.get(url, params=asked) as page:
            assert page.status == 200, await page.text()
            assert f'value="{ws}"' in await page.text()
        form = {**asked, "ws": ws}
        async with self.session.post(url, data=form, allow_redirects=False) as answer:
            assert answer.status == 302, await answer.text()
            target = urlsplit(answer.headers["Location"])
        assert f"{target.scheme}://{target.netloc}" == self.house.started.address
        assert target.path == "/slack/oauth_redirect"
        return {name: values[0] for name, values in parse_qs(target.query).items()}

    async def comes_back(self, **query: str) -> tuple[int, str]:
        answer = await self.opens("/slack/oauth_redirect", **query)
        return answer.status, html.unescape(await answer.text())

    async def installs(self, **kwargs: str) -> tuple[int, str]:
        return await self.comes_back(**await self.allows(await self.asks(), **kwargs))


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(
        sqlite_url,
        tmp_path,
        company=PLACES,
        SLACK_CLIENT_ID=ID,
        SLACK_CLIENT_SECRET=SECRET,
    ) as made:
        app = made.slack.world.first_app
        app.client_id, app.client_secret = ID, SECRET
        yield made


@pytest.fixture
async def browser(house: Scene) -> AsyncIterator[Browser]:
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        yield Browser(house, session)


@pytest.fixture
async def another_browser(house: Scene) -> AsyncIterator[Browser]:
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        yield Browser(house, session)


async def test_a_workspace_installs_amp(browser: Browser) -> None:
    """And from then on its people are answered, with a token of its own; a line says so."""
    with capture_logs() as logs:
        status, page = await browser.installs()
    assert {"event": "installed", "workspace": "T222", "log_level": "info"} in logs
    assert status == 200
    assert "Amp is installed" in page
    assert "/amp setup" in page

    kim = browser.house.slack.person("kim")
    assert await kim.types("/amp help", "#team")
    assert (await kim.reads("#team"))[-1].is_ephemeral
    found = await browser.house.amp.installs.find("T222")
    assert found is not None
    assert found.bot_token != browser.house.slack.app.bot_token


async def test_slack_is_asked_for_what_amp_uses_and_nothing_else(browser: Browser) -> None:
    """The manifest's scopes."""
    asked = await browser.asks()
    wanted = {*manifest.SCOPES, *manifest.OPTIONAL_SCOPES}
    assert set(asked["scope"].split(",")) == wanted
    assert asked["client_id"] == "1.2"
    assert not asked.get("user_scope")


async def test_the_cookie_is_for_this_and_for_nobody_else(browser: Browser) -> None:
    """Scripts can't read it, and over https it goes nowhere else."""
    plain = await browser.opens("/slack/install")
    cookie = plain.headers["Set-Cookie"]
    assert {"HttpOnly", "SameSite=Lax", "Max-Age=600", "Path=/slack"} <= set(cookie.split("; "))
    assert "Secure" not in cookie
    url = f"{browser.house.started.address}/slack/install"
    proxied = {"X-Forwarded-Proto": "https"}
    async with browser.session.get(url, headers=proxied, allow_redirects=False) as answer:
        assert "Secure" in answer.headers["Set-Cookie"]


async def test_a_state_is_good_in_the_browser_that_it_was_given_to(
    browser: Browser, another_browser: Browser
) -> None:
    """Nobody can be made to install somebody else's choice."""
    answer = await browser.allows(await browser.asks())
    await another_browser.asks()
    status, page = await another_browser.comes_back(**answer)
    assert status == 400
    assert "another browser" in page
    assert await browser.house.rows(Installation) == 1


async def test_a_state_is_good_for_ten_minutes(browser: Browser) -> None:
    """Then one starts again."""
    answer = await browser.allows(await browser.asks())
    clock.shift(clock._offset + timedelta(minutes=11))
    status, page = await browser.comes_back(**answer)
    assert status == 400
    assert "ten minutes" in page
    assert not browser.house.slack.calls("oauth.v2.access")


async def test_a_state_of_the_future_is_none(browser: Browser) -> None:
    """A clock that was set back makes nothing valid for longer."""
    answer = await browser.allows(await browser.asks())
    clock.shift(clock._offset - timedelta(hours=1))
    assert (await browser.comes_back(**answer))[0] == 400


@pytest.mark.parametrize("state", ["", "x", "gAAAAA", "é", "\0", "a" * 5000])
async def test_a_forged_state_is_refused(browser: Browser, state: str) -> None:
    """Slack is not even asked."""
    await browser.asks()
    status, _ = await browser.comes_back(code="1.abc", state=state)
    assert status == 400
    assert not browser.house.slack.calls("oauth.v2.access")


async def test_a_state_without_its_cookie_is_refused(browser: Browser) -> None:
    """It was stolen, or the browser keeps no cookies."""
    answer = await browser.allows(await browser.asks())
    browser.session.cookie_jar.clear()
    assert (await browser.comes_back(**answer))[0] == 400


async def test_a_code_works_once(browser: Browser) -> None:
    """Reloading the last page installs nothing, and says what to do."""
    answer = await browser.allows(await browser.asks())
    assert (await browser.comes_back(**answer))[0] == 200
    status, page = await browser.comes_back(**answer)
    assert status == 400
    assert "start again" in page


@pytest.mark.parametrize(("allowed", "status"), [("T9, T222", 200), ("T9", 403)])
async def test_who_may_install_it_can_be_named(
    sqlite_url: str, tmp_path: Path, allowed: str, status: int
) -> None:
    """Whoever may not is told so, and the token is given back."""
    async with (
        scene(
            sqlite_url,
            tmp_path,
            company=PLACES,
            SLACK_CLIENT_ID=ID,
            SLACK_CLIENT_SECRET=SECRET,
            AMP_WORKSPACES=allowed,
        ) as house,
        aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session,
    ):
        app = house.slack.world.first_app
        app.client_id, app.client_secret = ID, SECRET
        with capture_logs() as logs:
            found, page = await Browser(house, session).installs()
        assert found == status
        away = [line["workspace"] for line in logs if line["event"].endswith("was turned away")]
        assert away == ["T222"] * (status == 403)
        assert ("is not among them" in page) == (status == 403)
        assert (await house.amp.installs.find("T222") is None) == (status == 403)
        [given] = [one for one in app.installations if one.team_id == "T222"]
        assert given.tokens[-1].is_revoked == (status == 403)


async def test_who_is_turned_away_is_so_also_where_the_token_can_not_be_given_back(
    sqlite_url: str, tmp_path: Path
) -> None:
    """Slack does not answer: nothing is kept of it, and the log says what was not done."""
    async with (
        scene(
            sqlite_url,
            tmp_path,
            company=PLACES,
            SLACK_CLIENT_ID=ID,
            SLACK_CLIENT_SECRET=SECRET,
            AMP_WORKSPACES="T9",
        ) as house,
        aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session,
    ):
        app = house.slack.world.first_app
        app.client_id, app.client_secret = ID, SECRET
        await house.slack.driver.fault("lost_request", method="auth.revoke", times=9)
        with capture_logs() as logs:
            status, _ = await Browser(house, session).installs()
        assert status == 403
        assert await house.amp.installs.find("T222") is None
    assert [line["event"] for line in logs][-1] == "its token could not be given back"


@pytest.mark.parametrize("code", ["", "wrong", "<script>"])
async def test_a_code_that_slack_refuses_is_a_page(browser: Browser, code: str) -> None:
    """With a way back, and a line in the log without the code."""
    asked = await browser.asks()
    with capture_logs() as logs:
        status, page = await browser.comes_back(code=code, state=asked["state"])
    assert status == 400
    assert "Slack refused" in page
    assert '<a href="/slack/install">' in page
    assert "<script>" not in page
    assert [line["event"] for line in logs] == ["an installation was refused"]
    assert not code or code not in repr(logs)


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("de-AT,de;q=0.9,en;q=0.5", "de"),
        ("it,fr;q=0.8,de;q=0.9", "de"),
        ("en-US,en;q=0.9,fr;q=0.8", "en"),
        ("it-IT,pt;q=0.9", "en"),
        ("fr;q=x, ;q=, es", "es"),
        ("", "en"),
    ],
)
def test_the_pages_speak_a_language_of_the_browser(
    say: Words, accepted: str, language: str
) -> None:
    """The dearest one that we have; English where we have none."""
    assert installing.reader(say, accepted).language == language


async def test_a_page_in_german_is_german(browser: Browser) -> None:
    """And says so to screen readers."""
    browser.session.headers["Accept-Language"] = "de-DE"
    status, page = await browser.comes_back(error="access_denied")
    assert status == 200
    assert '<html lang="de">' in page
    assert "Nicht installiert" in page
    assert "Amp installieren</a>" in page


async def test_saying_no_is_all_right(browser: Browser) -> None:
    """Slack says access_denied; nothing is installed, and nothing is wrong."""
    asked = await browser.asks()
    status, page = await browser.comes_back(error="access_denied", state=asked["state"])
    assert status == 200
    assert "Not installed" in page
    assert await browser.house.rows(Installation) == 1


async def test_when_slack_does_not_answer_it_is_a_page(browser: Browser) -> None:
    """Not an error of the server's; the log says what was in the way, and not the code."""
    answer = await browser.allows(await browser.asks())
    await browser.house.slack.driver.fault("lost_request", method="oauth.v2.access", times=9)
    with capture_logs() as logs:
        status, page = await browser.comes_back(**answer)
    assert status == 502
    assert "start again" in page
    assert [line["event"] for line in logs] == ["an installation was cut off"]
    assert "outage" in logs[0]
    assert answer["code"] not in repr(logs)


async def test_of_many_codes_a_minute_only_some_go_to_slack(browser: Browser) -> None:
    """Whoever has a state can bring codes without end; Slack is not asked for each."""
    asked = await browser.asks()
    for _ in range(installing.MOST_EXCHANGES):
        status, _page = await browser.comes_back(code="x", state=asked["state"])
        assert status == 400
    with capture_logs() as logs:
        status, page = await browser.comes_back(code="x", state=asked["state"])
    assert status == 429
    assert "in a minute" in page
    assert [line["event"] for line in logs] == ["many installations at once"]
    clock.shift(clock._offset + timedelta(minutes=1))
    assert (await browser.comes_back(code="x", state=asked["state"]))[0] == 400


async def test_slack_is_the_only_other_address_that_a_page_sends_to(browser: Browser) -> None:
    """Whatever the query asks for."""
    wanted = "redirect_uri=https://evil.example&next=//evil.example&state=https://evil.example"
    for path in ("/slack/install", "/slack/oauth_redirect"):
        answer = await browser.opens(f"{path}?{wanted}")
        assert "evil" not in answer.headers.get("Location", "")
        assert "evil" not in await answer.text()


HOSTILE = st.dictionaries(
    st.sampled_from(["error", "state", "code", "error_description", "x"]),
    st.text(max_size=30) | st.just("<script>alert(1)</script>"),
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(query=HOSTILE)
async def test_no_query_is_an_error_or_comes_back_in_the_page(
    browser: Browser, query: dict[str, str]
) -> None:
    """Whatever stands in the address: a page of our own words."""
    encoded = urlencode({k: v.encode(errors="replace") for k, v in query.items()})
    url = f"{browser.house.started.address}/slack/oauth_redirect?{encoded}"
    async with browser.session.get(url, allow_redirects=False) as answer:
        assert answer.status in (200, 400)
        assert answer.headers["Content-Type"].startswith("text/html")
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert "script" not in await answer.text()


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(state=st.text(), nonce=st.text())
async def test_no_state_that_was_not_given_is_ours(house: Scene, state: str, nonce: str) -> None:
    """Nor with any cookie."""
    assert not installing.is_ours(house.amp, state, nonce)


async def test_a_state_is_ours_with_its_own_nonce_only(house: Scene) -> None:
    """One letter more or less is another one."""
    url = installing._authorize_url(house.amp, "nonce")
    state = parse_qs(urlsplit(url).query)["state"][0]
    assert installing.is_ours(house.amp, state, "nonce")
    for nonce in ("", "nonc", "nonce2", "NONCE"):
        assert not installing.is_ours(house.amp, state, nonce)
    for n in range(0, len(state), 7):
        changed = state[:n] + ("A" if state[n] != "A" else "B") + state[n + 1 :]
        assert not installing.is_ours(house.amp, changed, "nonce")


async def test_without_a_client_id_there_are_no_such_pages(sqlite_url: str, tmp_path: Path) -> None:
    """One workspace needs none of this."""
    async with (
        scene(sqlite_url, tmp_path) as house,
        aiohttp.ClientSession() as session,
        session.get(f"{house.started.address}/slack/install") as answer,
    ):
        assert answer.status == 404


# The manifest


def test_the_manifest_in_the_repository_is_the_one_that_amp_prints() -> None:
    """Nobody pastes an old one at Slack."""
    path = Path(__file__).parent.parent / "manifest.yml"
    assert path.read_text("utf-8") == manifest.as_yaml()


def test_the_manifest_for_http_names_every_address() -> None:
    """With or without a slash at the end."""
    for base in ("https://amp.example", "https://amp.example/"):
        made = yaml.safe_load(manifest.as_yaml(base))
        events = "https://amp.example/slack/events"
        assert made["features"]["slash_commands"][0]["url"] == events
        assert made["settings"]["interactivity"]["request_url"] == events
        assert made["settings"]["event_subscriptions"]["request_url"] == events
        assert made["oauth_config"]["redirect_urls"] == ["https://amp.example/slack/oauth_redirect"]
        assert made["settings"]["socket_mode_enabled"] is False


def test_the_manifest_keeps_to_slacks_limits() -> None:
    """Name 35, description 140, usage hint 1,000 characters."""
    made = manifest.manifest()
    assert len(made["display_information"]["name"]) <= 35
    assert len(made["display_information"]["description"]) <= 140
    for command in made["features"]["slash_commands"]:
        assert len(command["description"]) <= 2000
        assert len(command["usage_hint"]) <= 1000
    assert made["features"]["app_home"]["messages_tab_enabled"], "or Slack refuses every DM"
