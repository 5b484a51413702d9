"""It says what it can't: in a table, at the start, and when it is asked for it."""

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from localslack import compatibility
from localslack.errors import CompanyError
from localslack.webapi.call import HANDLERS
from localslack.webapi.reference import OMITTED, SLACKS_EVENTS, SLACKS_METHODS
from tests.localslack.refusals import refused


def test_the_table_is_what_the_code_offers() -> None:
    """`python -m localslack.compatibility` writes it."""
    assert compatibility.TABLE.read_text("utf-8") == compatibility.table()


def test_the_table_names_all_of_slack_and_what_is_offered_of_it() -> None:
    """Each once, with a yes where it is so."""
    table = compatibility.table()
    for name in SLACKS_METHODS | SLACKS_EVENTS:
        assert table.count(f"| `{name}` |") == 1, name
    assert "| `chat.postMessage` | yes |" in table
    assert "| `search.messages` |  |" in table
    assert set(HANDLERS) <= SLACKS_METHODS
    assert SLACKS_METHODS - set(HANDLERS) == OMITTED


@pytest.mark.parametrize(
    ("manifest", "told"),
    [
        ({"features": {"agent_view": {}, "bot_user": {}}}, ["features.agent_view"]),
        (
            {"settings": {"event_subscriptions": {"bot_events": ["app_mention", "link_shared"]}}},
            ["the event link_shared"],
        ),
        (
            {"settings": {"event_subscriptions": {"bot_events": ["app_mentioned"]}}},
            ["an event unknown to Slack (app_mentioned)"],
        ),
        (
            {"settings": {"event_subscriptions": {"user_events": ["message.im"]}}},
            ["events of people (user_events)"],
        ),
        ({"oauth_config": {"scopes": {"user": ["chat:write"]}}}, ["scopes of people (user)"]),
        ({"settings": {"event_subscriptions": {"bot_events": "x"}}, "oauth_config": []}, []),
    ],
)
def test_what_a_manifest_asks_for_in_vain_is_named(
    manifest: dict[str, object], told: list[str]
) -> None:
    """Features, events, and what is for people's tokens."""
    assert compatibility.not_offered(manifest) == told


def test_a_feature_that_slack_has_not_is_a_mistake() -> None:
    """Rather than something that is passed over."""
    with pytest.raises(CompanyError, match="teleport"):
        compatibility.not_offered({"features": {"teleport": {}}})


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("search.messages", "is a method of Slack that this local Slack doesn't offer"),
        ("chat.postMesage", "is it chat.postMessage that you mean?"),
    ],
)
async def test_an_unknown_method_comes_with_a_hint(
    api: AsyncWebClient, name: str, words: str
) -> None:
    """`unknown_method`, and what to make of it."""
    answer = await refused(api.api_call(name))
    assert answer["error"] == "unknown_method"
    assert words in answer["response_metadata"]["messages"][0]
