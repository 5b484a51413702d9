"""A copy of the content that a test may spoil, and the bot's framework in a local Slack."""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from bot import manifest, paths
from bot.framework import listeners, loading
from bot.framework.content import Content
from bot.slack import listening
from bot.violations import Violation
from bot.words import Words
from localslack.server import LocalSlack
from tests.house import waits


@dataclass(frozen=True)
class Draft:
    """A copy of the content in which a test makes its mistakes."""

    folder: Path

    def change(self, file: str, old: str, new: str) -> int:
        """Put *new* in place of *old*, which stands there once; the line where it begins."""
        path = self.folder / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), "utf-8")
        return text[: text.index(old)].count("\n") + 1

    def write(self, file: str, text: str) -> None:
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def only_english(self) -> None:
        """Leave the other languages out: they would repeat what is missing beneath them."""
        for language in self.folder.iterdir():
            if language.name != "en":
                shutil.rmtree(language)

    def violations(self) -> list[str]:
        return [str(violation) for violation in self.check()]

    def check(self) -> list[Violation]:
        return loading.check(self.folder)

    def load(self) -> Content:
        return loading.load(self.folder)


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    shutil.copytree(paths.CONTENT, tmp_path / "content")
    return Draft(tmp_path / "content")


@pytest.fixture
async def slack(content: Content, say: Words) -> AsyncIterator[LocalSlack]:
    """A local Slack with a bot in it that knows the framework and nothing else."""
    local = await LocalSlack.start(manifest=manifest.manifest())
    await waits(local)
    client = AsyncWebClient(token=local.app.bot_token, base_url=local.api_url)
    bolt = AsyncApp(token=local.app.bot_token, client=client, process_before_response=True)

    async def provide(context: AsyncBoltContext, next: Callable[[], Awaitable[None]]) -> None:
        context["content"] = content
        context["say"] = say
        await next()

    bolt.use(provide)
    bolt.command("/amp")(listeners.topic)
    listeners.register(bolt)
    door = AsyncSocketModeHandler(bolt, local.app.app_token)
    await door.connect_async()  # type: ignore[no-untyped-call]
    yield local
    await listening.drain()
    await door.close_async()  # type: ignore[no-untyped-call]
    await local.close()
