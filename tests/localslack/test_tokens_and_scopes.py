"""Who may call what: tokens, scopes, and the order in which Slack looks."""

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from localslack import LocalSlack
from tests.localslack.companies import company, with_scopes
from tests.localslack.conftest import Start, client_of
from tests.localslack.refusals import refusal, refused


async def test_auth_test_says_who_the_bot_is(slack: LocalSlack, api: AsyncWebClient) -> None:
    """auth.test names the bot, the workspace and no organisation."""
    answer = await api.auth_test()

    assert answer["user_id"] == slack.app.bot_user_id
    assert answer["team"] == "Trailhead"
    assert answer["bot_id"].startswith("B")
    assert answer["is_enterprise_install"] is False
    assert "enterprise_id" not in answer.data


async def test_no_token_is_not_authed(slack: LocalSlack) -> None:
    """A call without a token is `not_authed`."""
    assert await refusal(client_of(slack, "").auth_test()) == "not_authed"


async def test_an_unknown_token_is_invalid_auth(slack: LocalSlack) -> None:
    """A token that nobody issued is `invalid_auth`."""
    assert await refusal(client_of(slack, "xoxb-made-up").auth_test()) == "invalid_auth"


async def test_a_revoked_token_is_token_revoked(slack: LocalSlack, api: AsyncWebClient) -> None:
    """A bot that revokes its own token can't use it any more."""
    assert (await api.auth_revoke())["revoked"] is True

    assert await refusal(api.auth_test()) == "token_revoked"


async def test_revoking_can_be_tried_without_doing_it(api: AsyncWebClient) -> None:
    """auth.revoke with `test` revokes nothing."""
    assert (await api.auth_revoke(test=True))["revoked"] is False

    assert (await api.auth_test())["ok"]


async def test_the_token_of_an_uninstalled_app_is_account_inactive(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """Once the app is removed, its token belongs to nobody."""
    await slack.driver.post("uninstall")

    assert await refusal(api.auth_test()) == "account_inactive"


async def test_an_app_token_is_of_the_wrong_type_for_a_bots_method(slack: LocalSlack) -> None:
    """xapp tokens open connections and post nothing."""
    client = client_of(slack, slack.app.app_token)

    assert await refusal(client.users_list()) == "not_allowed_token_type"


async def test_a_bot_token_opens_no_connection(api: AsyncWebClient, slack: LocalSlack) -> None:
    """apps.connections.open wants the app-level token."""
    call = api.apps_connections_open(app_token=slack.app.bot_token)

    assert await refusal(call) == "not_allowed_token_type"


async def test_a_missing_scope_names_what_is_needed_and_what_there_is(starts: Start) -> None:
    """`missing_scope` comes with `needed` and `provided`."""
    slack = await starts(with_scopes("commands", "chat:write"))

    with pytest.raises(SlackApiError) as caught:
        await client_of(slack).users_list()

    answer = caught.value.response.data
    assert answer == {
        "ok": False,
        "error": "missing_scope",
        "needed": "users:read",
        "provided": "commands,chat:write",
    }


async def test_scopes_are_looked_at_before_arguments(starts: Start) -> None:
    """Without the scope a call isn't told what else is wrong with it."""
    slack = await starts(with_scopes("commands"))
    client = client_of(slack)

    assert await refusal(client.api_call("chat.postMessage", json={})) == "missing_scope"


async def test_tokens_are_looked_at_before_scopes(starts: Start) -> None:
    """A wrong token isn't told which scope it would need."""
    slack = await starts(with_scopes("commands"))

    assert await refusal(client_of(slack, "xoxb-x").users_list()) == "invalid_auth"


@pytest.mark.parametrize(
    ("channel", "needed"),
    [("general", "channels:read"), ("inner", "groups:read")],
)
async def test_each_kind_of_conversation_has_a_read_scope_of_its_own(
    starts: Start, channel: str, needed: str
) -> None:
    """Members of a channel and of a private channel ask for different scopes."""
    other = {"channels:read", "groups:read"} - {needed}
    slack = await starts(with_scopes(*other))
    channels = slack.world.workspace().channels.values()
    wanted = next(found.id for found in channels if found.name == channel)

    with pytest.raises(SlackApiError) as caught:
        await client_of(slack).conversations_members(channel=wanted)

    assert caught.value.response["needed"] == needed


async def test_every_answer_says_which_scopes_there_are(slack: LocalSlack) -> None:
    """X-OAuth-Scopes has the token's, X-Accepted-OAuth-Scopes the method's."""
    client = client_of(slack)

    answer = await client.users_list()

    assert "users:read" in answer.headers["X-OAuth-Scopes"].split(",")
    assert answer.headers["X-Accepted-OAuth-Scopes"] == "users:read"


async def test_an_unknown_method_says_so(api: AsyncWebClient) -> None:
    """A method that doesn't exist is `unknown_method`; one not offered here says so besides."""
    assert await refused(api.api_call("chat.shout", json={})) == {
        "ok": False,
        "error": "unknown_method",
        "req_method": "chat.shout",
    }
    known = await refused(api.api_call("search.messages", json={}))
    assert known["error"] == "unknown_method"
    assert "doesn't offer" in known["response_metadata"]["messages"][0]


async def test_a_missing_argument_is_named(api: AsyncWebClient) -> None:
    """What is missing stands in `response_metadata.messages`."""
    with pytest.raises(SlackApiError) as caught:
        await api.api_call("views.publish", json={"user_id": "U1"})

    assert caught.value.response.data == {
        "ok": False,
        "error": "invalid_arguments",
        "response_metadata": {"messages": ["[ERROR] missing required field: view"]},
    }


async def test_arguments_come_as_json_form_or_query(slack: LocalSlack) -> None:
    """The same call works with a JSON body, a form, and a query string on a POST."""
    url = f"{slack.api_url}api.test"
    async with aiohttp.ClientSession() as session:
        for way in ({"json": {"foo": "1"}}, {"data": {"foo": "1"}}, {"params": {"foo": "1"}}):
            async with session.post(url, **way) as answer:  # type: ignore[arg-type]
                assert (await answer.json())["args"] == {"foo": "1"}


async def test_a_token_may_come_as_an_argument(slack: LocalSlack) -> None:
    """Old clients send the token in the form."""
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{slack.api_url}auth.test", data={"token": slack.app.bot_token}) as answer,
    ):
        assert (await answer.json())["ok"]


async def test_a_broken_json_body_is_refused(slack: LocalSlack) -> None:
    """`invalid_json` for what isn't JSON, `json_not_object` for what is no object."""
    headers = {"Content-Type": "application/json"}
    async with aiohttp.ClientSession(headers=headers) as session:
        for body, word in ((b"{", "invalid_json"), (b"[1]", "json_not_object")):
            async with session.post(f"{slack.api_url}api.test", data=body) as answer:
                assert answer.status == 200
                assert (await answer.json()) == {"ok": False, "error": word}


async def test_a_method_that_takes_no_json_passes_over_a_json_body(slack: LocalSlack) -> None:
    """users.info reads forms only, as Slack's does: a JSON body leaves `user` missing."""
    headers = {"Authorization": f"Bearer {slack.app.bot_token}"}
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.post(f"{slack.api_url}users.info", json={"user": "U1"}) as answer,
    ):
        assert (await answer.json())["error"] == "invalid_arguments"


async def test_a_company_may_fix_its_secrets(starts: Start) -> None:
    """Given tokens and secrets are used as they are."""
    described = company()
    given = {"bot_token": "xoxb-fixed", "signing_secret": "s3", "app_token": "xapp-fixed"}
    described["apps"][0] |= given

    slack = await starts(described)

    assert slack.app.bot_token == "xoxb-fixed"
    assert slack.app.signing_secret == "s3"
    assert (await client_of(slack).auth_test())["ok"]
