"""Several workspaces, an organisation, installing and token rotation."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from localslack import LocalSlack
from tests.localslack.companies import CHANNELS, PEOPLE, company, manifest, organisation
from tests.localslack.conftest import Start, client_of
from tests.localslack.hosting import keeping
from tests.localslack.refusals import refusal

BACK = "http://127.0.0.1/back"


def two_workspaces(**settings: Any) -> dict[str, Any]:
    """Two companies that have nothing to do with each other."""
    first = {"name": "One", "domain": "one", "people": PEOPLE, "channels": CHANNELS}
    second = {
        "name": "Two",
        "domain": "two",
        "people": [{"name": "kim", "real_name": "Kim Park"}],
        "channels": [{"name": "general", "members": "everyone", "bots": ["helper"]}],
    }
    apps = [{"manifest": manifest(**settings)}]
    return company(workspaces=[first, second], apps=apps)


async def authorize(slack: LocalSlack, ws: str, **form: str) -> dict[str, str]:
    """What comes back to the app after a person has decided on the install page."""
    words = {"client_id": slack.app.client_id, "redirect_uri": BACK, "ws": ws, **form}
    async with (
        aiohttp.ClientSession() as session,
        session.post(
            f"{slack.url}/oauth/v2/authorize", data=words, allow_redirects=False
        ) as answer,
    ):
        assert answer.status == 302, await answer.text()
        query = parse_qs(urlsplit(answer.headers["Location"]).query)
        return {name: values[0] for name, values in query.items()}


async def exchanged(slack: LocalSlack, **arguments: Any) -> Any:
    """The answer of oauth.v2.access."""
    client = AsyncWebClient(base_url=slack.api_url, retry_handlers=[])
    return await client.oauth_v2_access(
        client_id=slack.app.client_id, client_secret=slack.app.client_secret, **arguments
    )


async def test_the_first_app_is_installed_in_the_first_workspace_only(starts: Start) -> None:
    """The second knows nothing of it."""
    slack = await starts(two_workspaces())

    assert (await client_of(slack).auth_test())["team"] == "One"
    kim = slack.person("kim", ws="two")
    assert (await kim.types("/help", "#general")).error == "invalid_command"


async def test_a_workspaces_things_are_not_found_from_another(starts: Start) -> None:
    """Tokens see their own workspace."""
    slack = await starts(two_workspaces())
    kim = slack.world.workspace("two").user("kim")
    general = slack.world.workspace("two").channel("#general")
    assert kim is not None
    assert general is not None
    api = client_of(slack)

    assert await refusal(api.users_info(user=kim.id)) == "user_not_found"
    assert await refusal(api.chat_postMessage(channel=kim.id, text="x")) == "channel_not_found"
    assert await refusal(api.conversations_info(channel=general.id)) == "channel_not_found"


async def test_a_person_installs_an_app_and_it_gets_a_token(starts: Start) -> None:
    """Page, code, token: the whole round, with the state brought back."""
    slack = await starts(two_workspaces())
    two = slack.world.workspace("two")

    back = await authorize(slack, two.id, scope="commands,chat:write", state="s1")
    granted = await exchanged(slack, code=back["code"], redirect_uri=BACK)

    assert back["state"] == "s1"
    assert granted["team"] == {"id": two.id, "name": "Two"}
    assert granted["enterprise"] is None
    assert (granted["scope"], granted["token_type"]) == ("commands,chat:write", "bot")
    assert granted["is_enterprise_install"] is False
    assert "refresh_token" not in granted.data
    assert (await client_of(slack, granted["access_token"]).auth_test())["team"] == "Two"


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"code": "made-up"}, "invalid_code"),
        ({"redirect_uri": "http://127.0.0.1/else"}, "bad_redirect_uri"),
        ({"grant_type": "wish"}, "invalid_grant_type"),
    ],
)
async def test_what_a_code_can_not_be_exchanged_with(
    starts: Start, change: dict[str, str], word: str
) -> None:
    """Each fault has its word, and the code stays good."""
    slack = await starts(two_workspaces())
    back = await authorize(slack, slack.world.workspace("two").id)
    right = {"code": back["code"], "redirect_uri": BACK}

    assert await refusal(exchanged(slack, **{**right, **change})) == word
    assert (await exchanged(slack, **right))["ok"]
    assert await refusal(exchanged(slack, **right)) == "code_already_used"


async def test_a_wrong_client_is_refused(starts: Start) -> None:
    """`invalid_client_id` and `bad_client_secret`."""
    slack = await starts(two_workspaces())
    client = AsyncWebClient(base_url=slack.api_url, retry_handlers=[])

    unknown = client.oauth_v2_access(client_id="1.2", client_secret="x", code="y")
    assert await refusal(unknown) == "invalid_client_id"
    wrong = client.oauth_v2_access(client_id=slack.app.client_id, client_secret="x", code="y")
    assert await refusal(wrong) == "bad_client_secret"


async def test_a_person_may_say_no(starts: Start) -> None:
    """The app gets `access_denied` and the state."""
    slack = await starts(two_workspaces())

    back = await authorize(slack, "", decision="deny", state="s1")

    assert back == {"error": "access_denied", "state": "s1"}


async def test_the_install_page_names_the_scopes_and_the_workspaces(starts: Start) -> None:
    """A person sees what is asked for; a wrong redirect or client is refused."""
    slack = await starts(two_workspaces())
    url = f"{slack.url}/oauth/v2/authorize"
    query = {"client_id": slack.app.client_id, "redirect_uri": BACK, "scope": "chat:write"}
    async with aiohttp.ClientSession() as session:
        async with session.get(url, params=query) as answer:
            page = await answer.text()
            assert (
                "form-action 'self' http://127.0.0.1" in answer.headers["Content-Security-Policy"]
            )
        async with session.get(url, params={**query, "redirect_uri": "http://evil/"}) as answer:
            assert (answer.status, await answer.text()) == (400, "bad_redirect_uri")
        async with session.get(url, params={**query, "client_id": "9.9"}) as answer:
            assert (answer.status, await answer.text()) == (400, "invalid_client_id")

    assert "<li>chat:write" in page
    assert "Allow in One" in page
    assert "Allow in Two" in page


@pytest.mark.parametrize(
    ("configured", "deliver_to", "led_back_to"),
    [
        (["http://127.0.0.1/back"], None, "http://127.0.0.1/back"),
        ([], "http://127.0.0.1:9/slack/events", "http://127.0.0.1:9/slack/oauth_redirect"),
        ([], None, None),
    ],
)
async def test_a_link_without_redirect_uri_leads_to_the_manifests_first(
    starts: Start, configured: list[str], deliver_to: str | None, led_back_to: str | None
) -> None:
    """Where the manifest has none: to Bolt's own, beside where the app's requests go."""
    described = two_workspaces()
    described["apps"][0]["manifest"]["oauth_config"]["redirect_urls"] = configured
    slack = await starts(described)
    slack.deliver_to(deliver_to)
    words = {"client_id": slack.app.client_id, "ws": slack.world.workspace("two").id}
    url = f"{slack.url}/oauth/v2/authorize"
    async with aiohttp.ClientSession() as session:
        async with session.get(url, params=words) as page:
            assert page.status == (200 if led_back_to else 400)
        async with session.post(url, data=words, allow_redirects=False) as answer:
            location = answer.headers.get("Location")
            if led_back_to is None:
                assert (answer.status, await answer.text()) == (400, "bad_redirect_uri")
                return

    assert str(location).startswith(f"{led_back_to}?code=")
    code = parse_qs(urlsplit(str(location)).query)["code"][0]
    assert (await exchanged(slack, code=code))["team"]["name"] == "Two"


async def test_rotating_tokens_expire_and_are_refreshed(starts: Start) -> None:
    """Twelve hours, then the refresh token gives a new pair, once."""
    slack = await starts(two_workspaces(token_rotation_enabled=True))
    back = await authorize(slack, slack.world.workspace("two").id)
    first = await exchanged(slack, code=back["code"], redirect_uri=BACK)
    assert first["access_token"].startswith("xoxe.xoxb-")
    assert first["expires_in"] == 43_200
    api = client_of(slack, first["access_token"])
    assert (await api.auth_test())["ok"]

    await slack.driver.move_clock(by=43_201)
    assert await refusal(api.auth_test()) == "token_expired"
    renewal = {"grant_type": "refresh_token", "refresh_token": first["refresh_token"]}
    second = await exchanged(slack, **renewal)

    assert (await client_of(slack, second["access_token"]).auth_test())["team"] == "Two"
    assert await refusal(exchanged(slack, **renewal)) == "invalid_refresh_token"


async def test_at_most_two_rotated_tokens_live(starts: Start) -> None:
    """The third refresh ends the first token."""
    slack = await starts(two_workspaces(token_rotation_enabled=True))
    back = await authorize(slack, slack.world.workspace("two").id)
    granted = [await exchanged(slack, code=back["code"], redirect_uri=BACK)]
    for _ in range(2):
        refresh = granted[-1]["refresh_token"]
        granted.append(await exchanged(slack, grant_type="refresh_token", refresh_token=refresh))

    first, second, third = (client_of(slack, answer["access_token"]) for answer in granted)
    assert await refusal(first.auth_test()) == "token_revoked"
    assert (await second.auth_test())["ok"]
    assert (await third.auth_test())["ok"]


async def test_one_token_serves_an_organisation(starts: Start) -> None:
    """`team` is null, lists want `team_id`, ids work across the workspaces."""
    slack = await starts(organisation())
    api = client_of(slack)
    base = slack.world.workspace("basecamp")
    kim = base.user("kim")
    assert kim is not None

    who = await api.auth_test()
    assert who["is_enterprise_install"] is True
    assert who["enterprise_id"] == base.enterprise_id
    assert await refusal(api.users_list()) == "missing_argument"
    people = (await api.users_list(team_id=base.id))["members"]
    assert {user["name"] for user in people} == {"slackbot", "kim", "helper"}
    assert (await api.chat_postMessage(channel=kim.id, text="Hi"))["ok"]
    assert [m.text for m in await slack.person("kim").dm()] == ["Hi"]
    assert await refusal(api.chat_postMessage(channel="#general", text="x")) == "team_not_found"


async def test_what_an_org_install_is_sent(starts: Start) -> None:
    """Clicks come with `team: null` and the enterprise, events say that they are org-wide."""
    slack = await starts(organisation())
    button = {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Go"}}
    blocks = [{"type": "actions", "elements": [button]}]
    person = slack.world.workspace("basecamp").user("kim")
    assert person is not None
    await client_of(slack).chat_postMessage(channel=person.id, text="x", blocks=blocks)
    async with keeping() as (url, kept):
        slack.deliver_to(url)
        kim = slack.person("kim")
        await kim.types("/help", "#general")
        await kim.presses("Go")
        await kim.says("Hello", "#general")
        await slack.settled()

    command, click, event = kept.bodies
    assert (click["team"], click["enterprise"]["name"]) == (None, "Mountain Group")
    assert click["is_enterprise_install"] is True
    base = slack.world.workspace("basecamp")
    assert command["is_enterprise_install"] == "true"
    assert command["enterprise_name"] == "Mountain Group"
    assert command["team_id"] == base.id
    assert event["authorizations"][0]["is_enterprise_install"] is True
    assert event["authorizations"][0]["team_id"] is None
    assert event["enterprise_id"] == base.enterprise_id


async def test_an_org_install_over_oauth_has_no_team(starts: Start) -> None:
    """`team` null, `enterprise` set."""
    described = organisation()
    described["apps"][0]["install"] = []
    slack = await starts(described)

    back = await authorize(slack, "org")
    granted = await exchanged(slack, code=back["code"], redirect_uri=BACK)

    assert granted["team"] is None
    assert granted["enterprise"]["name"] == "Mountain Group"
    assert granted["is_enterprise_install"] is True


async def test_a_reinstall_gives_a_new_token_and_keeps_the_bot(starts: Start) -> None:
    """The same bot user, also after it was removed."""
    slack = await starts(two_workspaces())
    before = slack.app.bot_user_id
    await slack.driver.post("uninstall", ws="one")

    answer = await slack.driver.post("install", ws="one")

    assert answer["bot_user_id"] == before
    assert (await client_of(slack, answer["bot_token"]).auth_test())["ok"]


async def test_a_token_can_be_revoked_from_outside(starts: Start) -> None:
    """As when an administrator does it."""
    slack = await starts(two_workspaces())
    token = slack.app.bot_token

    await slack.driver.post("revoke", token=token)

    assert await refusal(client_of(slack, token).auth_test()) == "token_revoked"
    with pytest.raises(AssertionError, match="no such token"):
        await slack.driver.post("revoke", token="xoxb-none")


async def test_an_old_token_is_exchanged_for_one_that_rotates(starts: Start) -> None:
    """Once; a token that the company file gives is one from before rotation."""
    described = two_workspaces(token_rotation_enabled=True)
    described["apps"][0]["bot_token"] = "xoxb-1-old"
    slack = await starts(described)
    client = AsyncWebClient(base_url=slack.api_url, retry_handlers=[])
    app = {"client_id": slack.app.client_id, "client_secret": slack.app.client_secret}
    await slack.driver.move_clock(by=50_000)
    assert (await client_of(slack, "xoxb-1-old").auth_test())["ok"]

    new = await client.oauth_v2_exchange(token="xoxb-1-old", **app)

    assert new["access_token"].startswith("xoxe.xoxb-")
    assert new["expires_in"] == 43_200
    assert (await client_of(slack, new["access_token"]).auth_test())["ok"]
    again = client.oauth_v2_exchange(token="xoxb-1-old", **app)
    assert await refusal(again) == "token_already_exchanged"
    unknown = client.oauth_v2_exchange(token="xoxb-1-unknown", **app)
    assert await refusal(unknown) == "invalid_token"


async def test_where_tokens_do_not_rotate_none_is_exchanged(starts: Start) -> None:
    """`token_rotation_not_enabled`."""
    slack = await starts(two_workspaces())
    client = AsyncWebClient(base_url=slack.api_url, retry_handlers=[])
    call = client.oauth_v2_exchange(
        token=slack.app.bot_token,
        client_id=slack.app.client_id,
        client_secret=slack.app.client_secret,
    )
    assert await refusal(call) == "token_rotation_not_enabled"


async def test_in_an_organisation_dnd_wants_a_team(starts: Start) -> None:
    """`team_id` with an org token, and somebody of that workspace."""
    slack = await starts(organisation())
    api = client_of(slack)
    first, second = slack.world.workspaces.values()
    kim = next(user.id for user in second.users.values() if user.name == "kim")

    assert await refusal(api.dnd_info(user=kim)) == "missing_argument"
    assert (await api.dnd_info(user=kim, team_id=second.id))["dnd_enabled"] is False
    assert await refusal(api.dnd_info(user=kim, team_id=first.id)) == "user_not_found"


async def test_every_workspace_says_who_one_would_be_and_what_is_new_there(starts: Start) -> None:
    """The one named for it, else the namesake, else the first; DMs and mentions are for oneself."""
    slack = await starts(two_workspaces())
    two = next(id_ for id_, found in slack.world.workspaces.items() if found.name == "Two")
    await slack.driver.person("kim", ws=two).says("Hello", "#general")
    await slack.driver.person("bo").says("@ana Hello", "#general")

    first, second = (await slack.driver.get("workspaces", **{"as": "ana"}))["workspaces"]
    assert (first["me"]["name"], first["unread"], first["mentions"]) == ("ana", 1, 1)
    assert (second["me"]["name"], second["unread"], second["mentions"]) == ("kim", 0, 0)

    first, second = (await slack.driver.get("workspaces", **{two: "kim", "as": "bo"}))["workspaces"]
    assert (first["me"]["name"], first["unread"]) == ("bo", 0)
    assert second["me"]["real_name"] == "Kim Park"
