"""Fixtures for pytest; installing the package is all that they need.

`local_slack` is a running local Slack, `local_slack_env` one that the environment names.
Which company and which app's manifest: override `local_slack_company`, `local_slack_manifest`,
or name a manifest's file as `local_slack_manifest` in pytest's settings. Nothing heavy is imported
before a test asks for one of them.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from localslack import BlockingSlack
    from localslack.blocking import BlockingPerson


def pytest_addoption(parser: pytest.Parser) -> None:
    """A setting for the one thing that a project always has: its manifest."""
    parser.addini("local_slack_manifest", "the app's manifest, from the root folder", default="")


@pytest.fixture
def local_slack_company() -> Path | str | dict[str, Any]:
    """The company: a YAML file or a dict; the packaged one unless this is overridden."""
    from localslack import COMPANY

    return COMPANY


@pytest.fixture
def local_slack_manifest(request: pytest.FixtureRequest) -> Path | dict[str, Any] | None:
    """The manifest of the first app: a file or a dict; None for the company's own."""
    name = str(request.config.getini("local_slack_manifest"))
    return request.config.rootpath / name if name else None


@pytest.fixture
def local_slack(
    local_slack_company: Path | str | dict[str, Any],
    local_slack_manifest: Path | dict[str, Any] | None,
) -> "Iterator[BlockingSlack]":
    """A local Slack of the test's own, for tests that await and for tests that don't."""
    from localslack import BlockingSlack

    with BlockingSlack(local_slack_company, manifest=local_slack_manifest) as slack:
        yield slack


@pytest.fixture
def slack_person(local_slack: "BlockingSlack") -> "Callable[[str], BlockingPerson]":
    """Makes people: `ana = slack_person("ana")`; they act while the test waits."""
    return local_slack.person


@pytest.fixture
def local_slack_env(
    local_slack: "BlockingSlack", monkeypatch: pytest.MonkeyPatch
) -> "BlockingSlack":
    """The same, with `SLACK_BOT_TOKEN` and the rest in the environment for the test."""
    for name, value in local_slack.env.items():
        monkeypatch.setenv(name, value)
    return local_slack
