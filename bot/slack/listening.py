"""The door that every listener stands behind: it acks in time, injects by name, and speaks up."""

import asyncio
import inspect
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager, nullcontext, suppress
from typing import Any, TypeAlias, TypeVar, overload

import structlog
from msgspec import Struct
from slack_bolt.kwargs_injection.async_args import AsyncArgs
from sqlalchemy.ext.asyncio import AsyncSession

from bot import heartbeat
from bot.errors import AmpError, Garbled
from bot.slack import block_kit as kit
from bot.slack import deduplication, refusals, steps
from bot.slack.failures import DatabaseUnreachable, NotShown, OurMistake, as_amp_error, describe
from bot.slack.replying import Ack, Reply, ack_of, reply_of
from bot.slack.requests import Event, Request
from bot.words import Markup, Words

__all__ = ["Ack", "Listener", "Reply", "drain", "in_background", "listener"]

log = structlog.get_logger()

# Slack waits three seconds for an answer; what takes longer goes on after the ack.
ACK_TIMEOUT = 2.2  # seconds

T = TypeVar("T")
Listener: TypeAlias = Callable[..., Awaitable[None]]
Registered: TypeAlias = Callable[[AsyncArgs], Awaitable[None]]

_running: set[asyncio.Task[Any]] = set()


class NoWorker(AmpError):
    """A workflow's step was to be done, and nobody is there to do what it begins."""


class Door(Struct, frozen=True):
    """One listener, and how it is called."""

    function: Listener
    parameters: tuple[str, ...]
    writes: bool
    repeatable: bool
    uninstalled: bool

    @property
    def wants_session(self) -> bool:
        return "session" in self.parameters


@overload
def listener(function: Listener, /) -> Registered: ...
@overload
def listener(
    *, writes: bool = False, repeatable: bool = False, uninstalled: bool = False
) -> Callable[[Listener], Registered]: ...
def listener(
    function: Listener | None = None,
    /,
    *,
    writes: bool = False,
    repeatable: bool = False,
    uninstalled: bool = False,
) -> Registered | Callable[[Listener], Registered]:
    """Wrap a listener: ack in time, inject its arguments by name, let no error reach Bolt.

    Besides everything that Bolt and the app's context offer, a listener may ask for `request` or
    `event` (typed values instead of Slack's dicts), `reply`, `say` and `content` (the words and the
    framework in the person's language), `reader` (a client that only asks Slack), and `session`: a
    transaction that is opened for it, for writing where it *writes*, and committed before Slack
    gets its answer. A request that writes is carried out once, unless it is *repeatable*: again, it
    changes nothing. What only reads leaves no trace.

    An `AmpError` becomes a sentence for the person; anything else is logged once, without the
    request, and the person hears that it was not their fault. Slack has its answer as soon as
    the listener acks, replies or returns; a listener may go on after that. One for *uninstalled*
    workspaces is called although we are not installed there any more.
    """

    def wrap(function: Listener) -> Registered:
        parameters = tuple(inspect.signature(function).parameters)
        door = Door(function, parameters, writes, repeatable, uninstalled)

        async def behind_the_door(args: AsyncArgs) -> None:
            await _open(door, args)

        behind_the_door.__name__ = getattr(function, "__name__", "listener")
        behind_the_door.__doc__ = function.__doc__
        return behind_the_door

    return wrap if function is None else wrap(function)


async def _open(door: Door, args: AsyncArgs) -> None:
    ack = ack_of(args)
    task = in_background(_run(door, args))
    await ack.wait(task, ACK_TIMEOUT)
    if ack.called:
        return
    if task.done():
        await ack()
    else:
        await _put_off(args, task)


async def _put_off(args: AsyncArgs, task: asyncio.Task[None]) -> None:
    """The time is over, and nobody waits in silence; a form stays until what it holds is kept."""
    ack, late = ack_of(args), _say(args)("late-answer")
    if args.body.get("type") == "view_submission":
        if inputs := _inputs(args):
            again = _say(args).plain("late")
            await ack(response_action="errors", errors={inputs[0]: again})
        else:
            await ack(response_action="update", view=kit.notice_modal(_say(args), late))
    elif "command" in args.body:
        await Reply(args)(kit.info(late))
    else:
        await ack()
        in_background(_tell_late(args, late, task))


async def _tell_late(args: AsyncArgs, late: Markup, task: asyncio.Task[None]) -> None:
    """Where Slack takes no sentence with the ack, it comes after it, unless the answer has come."""
    with suppress(*refusals.NOT_ANSWERED):
        if not task.done():
            await Reply(args)(kit.info(late))


def _inputs(args: AsyncArgs) -> list[str]:
    """The ids of the fields in the form that was sent; Slack gives one to each."""
    blocks = (args.body.get("view") or {}).get("blocks", [])
    return [b["block_id"] for b in blocks if b["type"] == "input" and b.get("block_id")]


def in_background(work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
    """Do *work* in a task of its own, which `drain` waits for."""
    task = asyncio.create_task(work)
    _running.add(task)
    task.add_done_callback(_running.discard)
    return task


async def drain() -> None:
    """Wait until what was begun has finished: a listener that went on after its ack, a message."""
    while _running:
        await asyncio.wait(set(_running))


async def _run(door: Door, args: AsyncArgs) -> None:
    try:
        if not await _prepare(door, args):
            return
        await _call(door, args)
    except Exception as error:
        await _speak_up(error, args, door.function)
    else:
        await _go_on(args)


async def _go_on(args: AsyncArgs) -> None:
    """Do what a middleware left in the context to be done once the listener is through."""
    try:
        if afterwards := args.context.get("afterwards"):
            await afterwards()
    except Exception as error:
        log.warning("what was to follow a listener failed", **describe(error))


async def _prepare(door: Door, args: AsyncArgs) -> bool:
    """What comes before every listener: the workspace's token, and the person's language."""
    if authorize := args.context.get("authorize_workspace"):
        try:
            is_installed = await authorize(args)
        except AmpError as told:
            log.warning("a request was turned away", **describe(told))
            raise
        if not (is_installed or door.uninstalled):
            return False
    if speak := args.context.get("speak_language"):
        await speak(args)
    return not deduplication.is_replay(args.body)


async def _call(door: Door, args: AsyncArgs) -> None:
    """Call the listener, commit what it wrote, and then say what it has to say."""
    reply = reply_of(args)
    async with _session(door, args) if door.wants_session else nullcontext() as session:
        if door.writes and not door.repeatable and not await _begins(args, session):
            return
        # A repeatable one commits by itself: what it has to say waits until it is through.
        reply.wait_for_commit = door.repeatable or session is not None
        await _inject(door, args, session)
    try:
        await reply.send_waiting()
    except Exception as error:
        if not door.writes:
            raise
        raise NotShown from error


@asynccontextmanager
async def _session(door: Door, args: AsyncArgs) -> AsyncIterator[AsyncSession]:
    database = args.context["database"]
    async with database.begin() if door.writes else database.read() as session:
        yield session


async def _begins(args: AsyncArgs, session: AsyncSession | None) -> bool:
    """Whether this request has not been carried out before; it has been from now on.

    Whatever it changes, a worker opens, sends and closes what follows: while there is none, the
    receipt says so, and a step of a workflow, which has none, is refused.
    """
    if "vault" not in args.context:
        return True
    async with nullcontext(session) if session else args.context["database"].begin() as own:
        is_new = await deduplication.take(own, args.context["vault"], args.body)
        if is_new and await heartbeat.missing(own):
            if steps.event(args.body):
                raise NoWorker
            reply_of(args).footnote = kit.context(_say(args)("no-worker"))
        return is_new


async def _inject(door: Door, args: AsyncArgs, session: AsyncSession | None) -> None:
    """Call the listener with what its parameters' names ask for."""
    given = {name: _injected(name, args) for name in door.parameters if name != "session"}
    await door.function(**given, **({"session": session} if door.wants_session else {}))


def _injected(name: str, args: AsyncArgs) -> Any:
    if name == "request":
        return _read(args)
    if name == "event":
        return Event.read(args.body)
    if name == "args":
        return args
    if name == "ack":
        return ack_of(args)
    if name == "reader":
        return args.context["clients"].reader(args.client.token)
    if name == "reply":
        return reply_of(args)
    if name in args.context:
        return args.context[name]
    if hasattr(args, name):
        return getattr(args, name)
    raise LookupError(f"nothing is called {name!r} here")


def _read(args: AsyncArgs) -> Request:
    """The request, typed; raises Garbled where it is not put together as ours are."""
    try:
        if steps.event(args.body):
            return steps.read(args.body)
        return Request.read(args.body, args.context.get("text"), args.context.get("team"))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Garbled from error


def _say(args: AsyncArgs) -> Words:
    say: Words = args.context["say"]
    return say


async def _speak_up(error: Exception, args: AsyncArgs, function: Listener) -> None:
    told = as_amp_error(error)
    if isinstance(told, OurMistake | NotShown):
        why = error.__cause__ or error
        if not isinstance(why, Garbled):
            log.error("listener failed", listener=function.__qualname__, **describe(why))
    if isinstance(told, DatabaseUnreachable):
        log.error("the database is out of reach", **describe(error))
    try:
        if args.body.get("type") == "view_submission" and not ack_of(args).called:
            await _answer_submission(args, told)
        else:
            await Reply(args).refuse(told)
    except Exception as again:
        log.warning("could not tell the person", listener=function.__qualname__, **describe(again))


async def _answer_submission(args: AsyncArgs, told: AmpError) -> None:
    ack, sentence = ack_of(args), _say(args).error(told)
    if told.about is not None and told.about in _inputs(args):
        await ack(response_action="errors", errors={told.about: str(sentence)})
    else:
        # What is tried again should not have to be typed again: it stays below the notice.
        retry = isinstance(told, OurMistake | DatabaseUnreachable | Garbled)
        view = kit.notice_modal(_say(args), sentence)
        await ack(response_action="push" if retry else "update", view=view)
