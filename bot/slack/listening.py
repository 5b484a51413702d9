"""The door that every listener stands behind: it acks in time, injects by name, and speaks up."""

import asyncio
import inspect
import traceback
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeAlias, TypeVar

import structlog
from slack_bolt.async_app import AsyncAck, AsyncRespond
from slack_bolt.kwargs_injection.async_args import AsyncArgs
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import AmpError
from bot.slack import block_kit as kit
from bot.slack import refusals
from bot.slack.requests import Body, Click, Command, Event, Submission

log = structlog.get_logger()

# Slack waits three seconds for an answer; what takes longer goes on after the ack.
PATIENCE = 2.2
LATE = "That takes longer than usual, and may not be kept yet. Please press the button once more."

T = TypeVar("T")
Listener: TypeAlias = Callable[..., Awaitable[None]]

_ARRIVALS: dict[str, Callable[[Body], Any]] = {
    "command": Command.read,
    "click": Click.read,
    "submission": Submission.read,
    "event": Event.read,
}
_running: set[asyncio.Task[Any]] = set()


class SlackRefused(AmpError):
    """Slack did not let me do that."""


class NotMeant(AmpError):
    """Something went wrong on my side, and it has been noted. Please try again."""


_REFUSALS = {
    "expired_trigger_id": "That took too long for Slack. Please press it once more.",
    "exchanged_trigger_id": "That press has been used already. Please press it once more.",
    "not_in_channel": "I'm not in that channel. Type `/invite @Amp` there, then try again.",
    "channel_not_found": (
        "I can't see that channel. If it is private, type `/invite @Amp` there, then try again."
    ),
    "is_archived": "That channel is archived, so nothing can be posted there. Unarchive it first.",
    "ratelimited": "Slack asks me to slow down. Please try again in a minute.",
    "missing_scope": (
        "I lack a permission for that. Whoever installed me can grant it by installing me again."
    ),
}


class Ack:
    """Bolt's ack, which also says when it has been called: Slack has its answer from then on."""

    def __init__(self, ack: AsyncAck) -> None:
        self._ack = ack
        self.called = asyncio.Event()

    async def __call__(self, **answer: Any) -> None:
        await self._ack(**answer)
        self.called.set()


class Reply:
    """Answers the person who typed or clicked, so that only they see it."""

    def __init__(self, args: AsyncArgs) -> None:
        self._ack = _ack_of(args)
        self._respond: AsyncRespond = args.respond
        self._client: AsyncWebClient = args.client
        self._body = args.body

    async def __call__(
        self, text: str, blocks: list[dict[str, Any]] | None = None, *, replace: bool = False
    ) -> None:
        """Say *text* (with *blocks*, it is the fallback); *replace* overwrites what was clicked."""
        blocks = blocks or [kit.section(text)]
        if "command" in self._body and not self._ack.called.is_set():
            await self._ack(text=text, blocks=blocks, response_type="ephemeral")
        elif self._respond.response_url:
            await self._respond(text=text, blocks=blocks, replace_original=replace)
        elif self._body.get("trigger_id"):
            await self._open(text, blocks)

    async def _open(self, text: str, blocks: list[dict[str, Any]]) -> None:
        """From Home or a modal there is no channel to answer into: a window says it."""
        view = kit.window("Amp", blocks)
        inside = (self._body.get("view") or {}).get("type") == "modal"
        show = self._client.views_push if inside else self._client.views_open
        await show(trigger_id=self._body["trigger_id"], view=view)


def listener(function: Listener) -> Callable[[AsyncArgs], Awaitable[None]]:
    """Wrap a listener: ack in time, inject its arguments by name, let no error reach Bolt.

    Besides everything that Bolt and the app's context offer, a listener may ask for `command`,
    `click`, `submission` or `event` (a typed value instead of Slack's dict) and for `reply`.
    An `AmpError` becomes a sentence for the person; anything else is logged once, without the
    request, and the person hears that it was not their fault. Slack has its answer as soon as
    the listener acks, replies or returns; a listener may go on after that.
    """

    async def behind_the_door(args: AsyncArgs) -> None:
        ack = _ack_of(args)
        task = kept(_run(function, args))
        answered = asyncio.create_task(ack.called.wait())
        await asyncio.wait({task, answered}, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
        answered.cancel()
        if not ack.called.is_set():
            await _acknowledge(args, is_done=task.done())

    behind_the_door.__name__ = getattr(function, "__name__", "listener")
    behind_the_door.__doc__ = function.__doc__
    return behind_the_door


def _ack_of(args: AsyncArgs) -> Ack:
    """The one Ack of this request, whoever asks."""
    if "amp_ack" not in args.context:
        args.context["amp_ack"] = Ack(args.ack)
    ack: Ack = args.context["amp_ack"]
    return ack


async def _acknowledge(args: AsyncArgs, *, is_done: bool) -> None:
    """Slack's patience is over, or the listener. A form must not close before it is kept."""
    inputs = _inputs(args)
    if args.body.get("type") == "view_submission" and inputs and not is_done:
        await _ack_of(args)(response_action="errors", errors={inputs[0]: LATE})
    else:
        await _ack_of(args)()


def _inputs(args: AsyncArgs) -> list[str]:
    """The ids of the fields in the form that was sent; Slack gives one to each."""
    blocks = (args.body.get("view") or {}).get("blocks", [])
    return [b["block_id"] for b in blocks if b["type"] == "input" and b.get("block_id")]


def kept(work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
    """Do *work* in a task of its own, which `drain` waits for."""
    task = asyncio.create_task(work)
    _running.add(task)
    task.add_done_callback(_running.discard)
    return task


async def drain() -> None:
    """Wait until what was begun has finished: a listener that went on after its ack, a message."""
    while _running:
        await asyncio.wait(set(_running))


async def call(function: Listener, args: AsyncArgs) -> None:
    """Call *function* with what its parameters' names ask for."""
    await function(
        **{name: _injected(name, args) for name in inspect.signature(function).parameters}
    )


async def _run(function: Listener, args: AsyncArgs) -> None:
    try:
        await call(function, args)
    except Exception as error:
        await _speak_up(error, args, function)
    else:
        await _go_on(args)


async def _go_on(args: AsyncArgs) -> None:
    """Do what a middleware left in the context to be done once the listener is through."""
    try:
        if afterwards := args.context.get("afterwards"):
            await afterwards()
    except Exception as error:
        log.warning("what was to follow a listener failed", **describe(error))


def _injected(name: str, args: AsyncArgs) -> Any:
    if name in _ARRIVALS:
        return _ARRIVALS[name](args.body)
    if name == "args":
        return args
    if name == "ack":
        return _ack_of(args)
    if name == "reply":
        return Reply(args)
    if name in args.context:
        return args.context[name]
    if hasattr(args, name):
        return getattr(args, name)
    raise LookupError(f"nothing is called {name!r} here")


async def _speak_up(error: Exception, args: AsyncArgs, function: Listener) -> None:
    told = _as_sentence(error) or NotMeant()
    if isinstance(told, NotMeant):
        log.error("listener failed", listener=function.__qualname__, **describe(error))
    try:
        if args.body.get("type") == "view_submission" and not _ack_of(args).called.is_set():
            await _answer_submission(args, told)
        else:
            await Reply(args)(f":information_source: {told}")
    except Exception as again:
        log.warning("could not tell the person", listener=function.__qualname__, **describe(again))


def _as_sentence(error: Exception) -> AmpError | None:
    if isinstance(error, AmpError):
        return error
    if isinstance(error, SlackApiError):
        sentence = _REFUSALS.get(refusals.code(error))
        return SlackRefused(sentence) if sentence else None
    return None


async def _answer_submission(args: AsyncArgs, told: AmpError) -> None:
    ack = _ack_of(args)
    if told.about is not None and told.about in _inputs(args):
        await ack(response_action="errors", errors={told.about: str(told)})
    else:
        # What is tried again should not have to be typed again: it stays below the notice.
        way = "push" if isinstance(told, NotMeant) else "update"
        await ack(response_action=way, view=kit.notice("Amp", str(told)))


def describe(error: BaseException) -> dict[str, Any]:
    """What may be logged of an unexpected error: its kind and place, never its message.

    A message can quote what somebody wrote; Slack's own error code is a fixed word.
    """
    place = traceback.extract_tb(error.__traceback__)[-6:]
    told = {
        "error": type(error).__name__,
        "where": " < ".join(f"{f.filename.rsplit('/', 1)[-1]}:{f.lineno}" for f in reversed(place)),
    }
    if isinstance(error, SlackApiError):
        told["slack"] = refusals.code(error)
    return told
