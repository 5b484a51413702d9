"""The fixtures that come with the package, in a project that isn't ours."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]
ROOT = Path(__file__).parents[2]
PLUGIN = (
    *("-p", "localslack.pytest_plugin", "-p", "no:cacheprovider"),
    *("-o", "asyncio_default_fixture_loop_scope=function"),
)
MANIFEST = """
display_information: {name: Parrot}
features:
  bot_user: {display_name: Parrot}
oauth_config:
  scopes: {bot: [chat:write, channels:history]}
settings:
  event_subscriptions: {bot_events: [message.channels]}
  socket_mode_enabled: true
"""


def test_the_package_registers_its_plugin() -> None:
    """Installing it is enough."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["entry-points"]["pytest11"] == {"localslack": "localslack.pytest_plugin"}


def test_runs_that_do_not_use_it_import_nothing_heavy() -> None:
    """It is in everybody's way once it is installed."""
    code = "import sys, localslack.pytest_plugin; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert not loaded & {"aiohttp", "pydantic", "yaml", "slack_sdk", "slack_bolt"}


def test_people_are_made_by_a_fixture(pytester: pytest.Pytester) -> None:
    """As many as the test wants."""
    pytester.makepyfile(
        """
        def test_two(slack_person):
            ana, bo = slack_person("ana"), slack_person("bo")
            ana.says("Hello", "#general")
            assert [m.text for m in bo.reads("#general")] == ["Hello"]
        """
    )
    pytester.runpytest(*PLUGIN).assert_outcomes(passed=1)


def test_a_test_that_does_not_await_has_people_and_a_bot(pytester: pytest.Pytester) -> None:
    """A bot in the same process, even one that blocks."""
    pytester.makepyfile(
        """
        from slack_sdk import WebClient

        def test_bot(local_slack):
            token, address = local_slack.env["SLACK_BOT_TOKEN"], local_slack.env["SLACK_API_URL"]
            WebClient(token=token, base_url=address).chat_postMessage(channel="#general", text="Hi")

            assert [m.text for m in local_slack.person("ana").reads("#general")] == ["Hi"]
            assert [call.ok for call in local_slack.calls("chat.postMessage")] == [True]

        def test_each_has_its_own(local_slack):
            assert local_slack.person("ana").reads("#general") == []
            assert local_slack.until(lambda: local_slack.person("ana").no_modal())
            local_slack.control("clock", by=60)
        """
    )
    pytester.runpytest(*PLUGIN).assert_outcomes(passed=2)


def test_a_test_that_awaits_has_a_driver_and_the_environment(pytester: pytest.Pytester) -> None:
    """The bot finds its tokens where it looks for them."""
    pytester.makeini("[pytest]\nlocal_slack_manifest = manifest.yml\nasyncio_mode = auto")
    pytester.makefile(".yml", manifest=MANIFEST)
    pytester.makepyfile(
        """
        import os
        from slack_sdk.web.async_client import AsyncWebClient

        async def test_bot(local_slack_env):
            client = AsyncWebClient(os.environ["SLACK_BOT_TOKEN"], os.environ["SLACK_API_URL"])
            async with local_slack_env.driver() as slack:
                said = await slack.person("ana").says("Polly?", "#general")
                history = await client.conversations_history(channel=said.channel)
                assert history["messages"][0]["text"] == "Polly?"
            assert (await client.auth_test())["user"] == "parrot"

        def test_afterwards_the_environment_is_as_it_was():
            assert "SLACK_API_URL" not in os.environ
        """
    )
    pytester.runpytest(*PLUGIN).assert_outcomes(passed=2)


def test_a_company_of_ones_own(pytester: pytest.Pytester) -> None:
    """Override the fixture; what can't be used is a sentence."""
    pytester.makepyfile(
        """
        import pytest
        from localslack import CompanyError, BlockingSlack

        @pytest.fixture
        def local_slack_company():
            people = [{"name": "kim"}]
            channels = [{"name": "general", "members": "everyone", "has_apps": True}]
            place = {"name": "Small", "domain": "small", "people": people, "channels": channels}
            manifest = {"display_information": {"name": "Parrot"}}
            return {"workspaces": [place], "apps": [{"manifest": manifest}]}

        def test_it_is_there(local_slack):
            kim = local_slack.person("kim")
            kim.says("Alone?", "#general")
            assert [message.text for message in kim.reads("#general")] == ["Alone?"]

        def test_a_bad_one(local_slack_company):
            with pytest.raises(CompanyError, match="workspaces"):
                BlockingSlack({"workspaces": []})
        """
    )
    pytester.runpytest(*PLUGIN).assert_outcomes(passed=2)
