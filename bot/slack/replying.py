"""Answering who typed, pressed or sent off something, so that only they see it."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncRespond
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.kwargs_injection.async_args import AsyncArgs
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import AmpError, Garbled
from bot.slack import block_kit as kit
from bot.slack import naming, refusals, steps
from bot.slack.block_kit import Block, View
from bot.slack.outbox import Draft
from bot.slack.steps import Ending

Work = Callable[[], Awaitable[Any]]
MOST_CHOICES = 25  # buttons in a row


class Ack:
    """Bolt's ack, which also says when it has been called: Slack has its answer from then on."""

    def __init__(self, ack: AsyncAck, context: AsyncBoltContext) -> None:
        self._ack = ack
        self._context = context
        self._awaited: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.called = False

    async def __call__(self, **answer: Any) -> None:
        await self._ack(**naming.renamed(answer, naming.of(self._context)))
        self.called = True
        self._stop_waiting()

    async def wait(self, work: asyncio.Task[Any], seconds: float) -> None:
        """Until it is called, the *work* is done, or so many seconds are over."""
        work.add_done_callback(self._stop_waiting)
        timer = asyncio.get_running_loop().call_later(seconds, self._stop_waiting)
        try:
            await self._awaited
        finally:
            timer.cancel()

    def _stop_waiting(self, *_: Any) -> None:
        if not self._awaited.done():
            self._awaited.set_result(None)


class Window:
    """What has been opened for a request; Slack lets us open one, so what comes later is in it."""

    def __init__(self) -> None:
        self.id: str | None = None
        self.opening = asyncio.Lock()


class Reply:
    """Says something to the person, or shows them a modal.

    Within a transaction it waits until that is committed: nobody hears of what may not be kept.
    """

    def __init__(self, args: AsyncArgs) -> None:
        self._ack = ack_of(args)
        self._respond: AsyncRespond = args.respond
        self._client: AsyncWebClient = args.client
        self._body = args.body
        self._say = args.context["say"]
        self._is_renamed = naming.of(args.context) is not None
        step = steps.event(args.body)
        self._ending = Ending(args, step) if step else None
        self._waiting: list[Work] = []
        self._window: Window = args.context.setdefault("amp_window", Window())
        self.wait_for_commit = False
        self.footnote: Block | None = None  # below whatever is said, or shown to be read

    async def __call__(
        self,
        text: str,
        blocks: list[Block] | None = None,
        *,
        replace: bool = False,
        whole: str | None = None,
    ) -> None:
        """Say *text* (with *blocks*, it is the fallback); *replace* overwrites what was clicked.

        *whole* is the answer to a command, where it is written down already, with its usual name.
        """
        said = self._noted(blocks or [kit.section(text)])
        as_it_is = None if self.footnote or self._is_renamed else whole
        await self._when_kept(lambda: self._speak(text, said, replace, as_it_is))

    async def draft(self, said: Draft, *, replace: bool = False) -> None:
        """The same for what is also posted elsewhere."""
        await self(said.text, list(said.blocks), replace=replace)

    async def show(self, view: View) -> None:
        """Put *view* in place of the modal that was clicked or sent; anywhere else, open one."""
        await self._when_kept(lambda: self._show(self._noted_in(view)))

    async def push(self, view: View) -> None:
        """Lay *view* over the modal that was clicked; anywhere else, open one."""
        await self._when_kept(lambda: self._open(self._noted_in(view)))

    async def complete(self, **outputs: Any) -> None:
        """End the workflow's step that this is, with what the steps after it may use."""
        if self._ending is not None:
            await self._when_kept(partial(self._ending.complete, outputs))

    async def refuse(self, told: AmpError) -> None:
        """Say an error's sentence, at once; it ends the step of a workflow."""
        if self._ending is not None:
            await self._ending.fail(self._say.plain(told.key, **told.values))
            return
        said = kit.info(self._say.error(told))
        await self(said, [kit.section(said), *_choices(self._body, told)])

    async def send_waiting(self) -> None:
        """Say what had to wait for the commit."""
        self.wait_for_commit = False
        while self._waiting:
            await self._waiting.pop(0)()

    def _noted(self, blocks: list[Block]) -> list[Block]:
        return [*blocks, self.footnote] if self.footnote else blocks

    def _noted_in(self, view: View) -> View:
        is_receipt = "submit" not in view
        return {**view, "blocks": self._noted(view["blocks"])} if is_receipt else view

    async def _when_kept(self, work: Work) -> None:
        if self.wait_for_commit:
            self._waiting.append(work)
        else:
            await work()

    async def _speak(
        self, text: str, blocks: list[Block], replace: bool, whole: str | None
    ) -> None:
        if "command" in self._body and not self._ack.called:
            if whole:
                await self._ack(text=whole)  # Bolt sends a text alone as it is
                return
            await self._ack(text=text, blocks=blocks, response_type="ephemeral")
        elif self._respond.response_url:
            thread = None if replace else _thread(self._body)
            await self._respond(
                text=text, blocks=blocks, replace_original=replace, thread_ts=thread
            )
        elif self._body.get("trigger_id"):
            # From Home or a modal there is no channel to answer into.
            await self._open(kit.info_modal(self._say, blocks))

    async def _show(self, view: View) -> None:
        if self._body.get("type") == "view_submission" and not self._ack.called:
            await self._ack(response_action="update", view=view)
        elif self._is_in_a_modal:
            await self._update(view)
        else:
            await self._open(view)

    async def _update(self, view: View) -> None:
        shown = self._window.id or self._body["view"]["id"]
        try:
            await self._client.views_update(view_id=shown, view=view)
        except SlackApiError as error:
            if refusals.code(error) != "not_found":  # they have closed it, and seen enough
                raise

    async def _open(self, view: View) -> None:
        if not self._body.get("trigger_id"):
            raise Garbled
        async with self._window.opening:
            if self._window.id:
                await self._update(view)
                return
            open_ = self._client.views_push if self._is_in_a_modal else self._client.views_open
            opened = await open_(trigger_id=self._body["trigger_id"], view=view)
            self._window.id = opened["view"]["id"]

    @property
    def _is_in_a_modal(self) -> bool:
        return (self._body.get("view") or {}).get("type") == "modal"


def _thread(body: Mapping[str, Any]) -> str | None:
    """The thread in which a button was pressed: an answer without it stands below the channel."""
    place = body.get("container") or {}
    thread = place.get("thread_ts") or (body.get("message") or {}).get("thread_ts")
    return thread if thread != place.get("message_ts") else None


def _choices(body: Mapping[str, Any], told: AmpError) -> list[Block]:
    """A button for each team that a command may have meant, which carries what was typed."""
    if not told.choices or "command" not in body:
        return []
    typed = str(body.get("text") or "").strip() or "team"
    rows = [
        kit.button(name[:75], f"again:{team_id}", typed)
        for team_id, name in told.choices[:MOST_CHOICES]
    ]
    return [kit.actions(*rows)]


def ack_of(args: AsyncArgs) -> Ack:
    """The one Ack of this request, whoever asks."""
    if "amp_ack" not in args.context:
        args.context["amp_ack"] = Ack(args.ack, args.context)
    ack: Ack = args.context["amp_ack"]
    return ack


def reply_of(args: AsyncArgs) -> Reply:
    """The one Reply of this request, whoever asks."""
    if "amp_reply" not in args.context:
        args.context["amp_reply"] = Reply(args)
    reply: Reply = args.context["amp_reply"]
    return reply
