"""A second app has another command: what Amp says names the one that people type there."""

import copy
from pathlib import Path

import pytest

from bot import manifest
from bot.framework import listeners
from bot.framework.blocks import CardMessage
from bot.slack import block_kit as kit
from bot.slack import naming
from bot.words import Markup
from tests import house
from tests.house import STARTS, scene


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Type `/amp setup`.", "Type `/amp-staging setup`."),
        ("/amp", "/amp-staging"),
        ("https://example.com/amp/x /ample foo/amp", "https://example.com/amp/x /ample foo/amp"),
    ],
)
def test_only_the_command_itself_is_renamed(said: str, told: str) -> None:
    """Addresses and longer words stay what they are."""
    assert naming.renamed(said, "/amp-staging") == told


async def test_it_is_renamed_at_the_beginning_of_a_line_too(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a company's own card, say, which is sent as it was written down."""
    said = "Übersicht:\n/amp setup\n•/amp why"
    card = CardMessage(said, [kit.section(Markup(said))])
    second = copy.deepcopy(manifest.manifest())
    second["features"]["slash_commands"][0]["command"] = "/amp-staging"
    monkeypatch.setattr(manifest, "manifest", lambda: second)
    monkeypatch.setattr(listeners, "answer", lambda *_: card)
    async with scene(sqlite_url, tmp_path, at=STARTS) as made:
        ana = made.person("ana")
        await ana.types("/amp-staging why", "#team-product")
        read = (await ana.reads("#team-product"))[-1].text
        assert "\n/amp-staging setup\n•/amp-staging why" in read


async def test_a_command_of_another_name_works_and_is_named(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the answer to what is typed, over a form, to what the worker posts by itself."""
    second = copy.deepcopy(manifest.manifest())
    second["features"]["slash_commands"][0]["command"] = "/amp-staging"
    monkeypatch.setattr(manifest, "manifest", lambda: second)
    async with scene(sqlite_url, tmp_path, at=STARTS) as made:
        ana = made.person("ana")
        assert await ana.types("/amp-staging help", "#team-product")
        said = (await ana.reads("#team-product"))[-1].text
        assert "/amp-staging setup" in said
        assert await ana.types("/amp-staging set up", "#team-product")
        await made.slack.until(ana.modal)
        await made.slack.until(lambda: house._is_form(ana))
        assert await ana.submits()
        await made.slack.until(lambda: house._offers(ana, "pulse:now"))
        await made.run()
        posted = (await ana.reads("#team-product"))[-1].text
        assert "`/amp-staging privacy`" in posted
        assert "/amp " not in posted
        shown = await made.slack.until(ana.home)
        assert "/amp " not in shown.text
