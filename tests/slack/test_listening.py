"""The door behind which every listener stands: people hear a sentence, Bolt hears nothing."""

import asyncio
import inspect
import logging
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp, AsyncBoltContext
from slack_bolt.kwargs_injection.async_args import AsyncArgs
from slack_sdk.web.async_client import AsyncWebClient
from structlog.testing import capture_logs

from bot import paths, registering, rooms, words
from bot.db import Database
from bot.errors import AmpError
from bot.slack import block_kit as kit
from bot.slack import fallback, listening
from bot.slack.listening import Ack, Reply, listener
from bot.slack.requests import Event, Request
from bot.words import Words
from localslack import LocalSlack, Person
from tests.house import IN_TIME
from tests.localslack.hosting import host

CANARY = "what-somebody-wrote"
ERRORS = """
error-refused = That is not for you.
error-refused-there = That is not a name.
"""


class Refused(AmpError):
    """A test wants a sentence."""


class RefusedThere(AmpError):
    """A test wants a sentence under a field."""

    field = "name"


def boom() -> None:
    raise ValueError(CANARY)


def amiss() -> None:
    raise Refused


def amiss_there() -> None:
    raise RefusedThere


@dataclass
class Playground:
    """A bot of whose listeners each does what the test says."""

    slack: LocalSlack
    bolt: AsyncApp
    does: dict[str, Callable[..., Any]] = field(default_factory=dict)
    raised: list[BaseException] = field(default_factory=list)

    @property
    def ana(self) -> Person:
        return self.slack.person("ana")

    async def opens_form(self) -> None:
        self.does["command"] = self._form
        assert await self.ana.types("/amp form", "#team")
        assert await self.ana.modal(timeout=20)

    @staticmethod
    async def _form(request: Request, client: AsyncWebClient, say: Words) -> None:
        form = kit.form(
            say,
            "Form",
            [
                kit.input_("name", "Name", kit.text_input()),
                kit.actions(kit.button("Press", "press")),
            ],
            callback_id="form",
            submit="Send",
        )
        await client.views_open(trigger_id=request.trigger_id, view=form)


@pytest.fixture
async def play(slack: LocalSlack, tmp_path: Path) -> AsyncIterator[Playground]:
    (tmp_path / "en" / "messages").mkdir(parents=True)
    (tmp_path / "en" / "messages" / "tests.ftl").write_text(ERRORS)
    say = words.load(paths.CONTENT, tmp_path)
    bolt = AsyncApp(
        token=slack.app.bot_token,
        client=AsyncWebClient(token=slack.app.bot_token, base_url=slack.api_url, retry_handlers=[]),
        signing_secret=slack.app.signing_secret,
        process_before_response=True,
    )
    made = Playground(slack, bolt)

    def stands_for(name: str) -> Callable[..., Awaitable[None]]:
        async def listens(args: AsyncArgs) -> None:
            done = made.does[name]

            async def does() -> None:
                done()

            await listener(done if inspect.iscoroutinefunction(done) else does)(args)

        return listens

    async def keep(error: Exception) -> None:
        made.raised.append(error)

    async def speaks(context: AsyncBoltContext, next: Callable[[], Awaitable[None]]) -> None:
        context["say"] = say
        await next()

    bolt.error(keep)
    bolt.use(speaks)
    bolt.command("/amp")(stands_for("command"))
    bolt.action("press")(stands_for("click"))
    bolt.view("form")(stands_for("submission"))
    bolt.event("app_home_opened")(stands_for("event"))
    fallback.register(bolt)
    async with host(bolt) as url:
        slack.deliver_to(url)
        yield made
        await listening.drain()
    assert not made.raised, "Bolt saw an exception"


async def newest(person: Person, where: str = "#team") -> str:
    return (await person.reads(where))[-1].text


# A sentence for the person


async def test_a_known_error_in_a_command_is_a_sentence(play: Playground) -> None:
    """Only the person who typed it reads it, and it is nothing to log."""
    play.does["command"] = amiss
    with capture_logs() as logs:
        assert await play.ana.types("/amp", "#team")
    [message] = await play.ana.reads("#team")
    assert message.is_ephemeral
    assert "That is not for you." in message.text
    assert not logs


async def says_button(reply: Reply) -> None:
    await reply("A button", [kit.actions(kit.button("Press", "press"))])


async def test_a_known_error_in_a_button_of_a_message_is_a_sentence(play: Playground) -> None:
    """It stands below the message, which stays."""
    play.does |= {"command": says_button, "click": amiss}
    await play.ana.types("/amp", "#team")
    assert await play.ana.presses("Press", where="#team")
    await listening.drain()
    messages = await play.ana.reads("#team")
    assert len(messages) == 2
    assert "That is not for you." in messages[1].text


async def test_a_known_error_in_a_button_of_home_opens_a_window(play: Playground) -> None:
    """Home has no channel to answer into."""

    async def home(event: Event, client: AsyncWebClient) -> None:
        view = {"type": "home", "blocks": [kit.actions(kit.button("Press", "press"))]}
        await client.views_publish(user_id=event.body["user"], view=view)

    play.does |= {"event": home, "click": amiss}
    await play.ana.home()
    assert await play.ana.presses("Press", where="home")
    shown = await play.ana.modal(timeout=20)
    assert shown is not None
    assert "That is not for you." in shown.text


async def test_a_known_error_in_a_button_of_a_modal_lies_on_top_of_it(play: Playground) -> None:
    """What was typed below is kept."""
    await play.opens_form()
    play.does["click"] = amiss
    await play.ana.fills("Name", "typed")
    await play.ana.presses("Press", where="modal")
    await play.slack.until(lambda: says(play.ana, "That is not for you."))
    await play.ana.closes()
    below = await play.ana.modal()
    assert below is not None
    assert below.title == "Form"


async def says(person: Person, words: str) -> bool:
    modal = await person.modal()
    return modal is not None and words in modal.text


async def test_a_known_error_about_a_field_stands_under_it(play: Playground) -> None:
    """The form stays open, as it was."""
    await play.opens_form()
    play.does["submission"] = amiss_there
    result = await play.ana.submits({"Name": "x"})
    assert not result
    assert result.errors == {"Name": "That is not a name."}


async def test_a_known_error_about_the_whole_form_takes_its_place(play: Playground) -> None:
    """There is nothing to correct in it."""
    await play.opens_form()
    play.does["submission"] = amiss
    await play.ana.submits({"Name": "x"})
    assert await says(play.ana, "That is not for you.")
    await play.ana.closes()
    assert await play.ana.no_modal()


async def test_an_error_about_a_field_that_is_not_there_is_shown_all_the_same(
    play: Playground,
) -> None:
    """Slack would refuse an error for an input that it does not know."""

    def elsewhere() -> None:
        raise Refused(field="nowhere")

    await play.opens_form()
    play.does["submission"] = elsewhere
    await play.ana.submits({"Name": "x"})
    assert await says(play.ana, "That is not for you.")


# Accidents


async def test_an_accident_is_logged_once_without_what_people_wrote(play: Playground) -> None:
    """The person hears that it was not their fault."""
    play.does["command"] = boom
    with capture_logs() as logs:
        assert await play.ana.types("/amp", "#team")
    assert "Something went wrong on my side" in await newest(play.ana)
    [line] = logs
    assert (line["event"], line["error"]) == ("listener failed", "ValueError")
    assert re.match(r"test_listening\.py:\d+ < ", line["where"])
    assert CANARY not in repr(logs)


async def test_after_an_accident_a_form_can_be_sent_off_again(play: Playground) -> None:
    """What was typed still stands below the notice."""
    await play.opens_form()
    play.does["submission"] = boom
    await play.ana.submits({"Name": "x"})
    assert await says(play.ana, "Something went wrong on my side")
    await play.ana.closes()

    async def fine(request: Request) -> None:
        assert request.values["name"] == "x"

    play.does["submission"] = fine
    assert await play.ana.submits()
    assert await play.ana.no_modal()


async def test_an_accident_in_an_event_is_logged_and_nobody_is_bothered(play: Playground) -> None:
    """There is nobody who waits for an answer."""
    play.does["event"] = boom
    await play.slack.driver.put("limits", home_seconds=0.1)  # nothing will be shown
    with capture_logs() as logs:
        await play.ana.home()
        await play.slack.settled()
    assert [line["event"] for line in logs] == ["listener failed"]


async def test_an_accident_after_the_ack_is_told_too(play: Playground) -> None:
    """Bolt would forget the ack, and let the person wait."""

    async def acks_then_fails(ack: Ack) -> None:
        await ack()
        boom()

    play.does["command"] = acks_then_fails
    assert await play.ana.types("/amp", "#team")
    await listening.drain()
    assert "Something went wrong on my side" in await newest(play.ana)


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        ("not_in_channel", "/invite @Amp"),
        ("is_archived", "archived"),
        ("ratelimited", "slow down"),
        ("missing_scope", "permission"),
        ("expired_trigger_id", "once more"),
    ],
)
async def test_what_slack_refuses_is_a_sentence(
    play: Playground, error: str, sentence: str
) -> None:
    """In words that say what to do."""

    async def opens(request: Request, client: AsyncWebClient) -> None:
        await client.chat_postMessage(channel=request.channel_id or "", text="x")

    await play.slack.driver.fault("error", method="chat.postMessage", error=error)
    play.does["command"] = opens
    with capture_logs() as logs:
        assert await play.ana.types("/amp", "#team")
    assert sentence in await newest(play.ana)
    assert not logs


async def test_what_slack_refuses_for_unknown_reasons_is_an_accident(play: Playground) -> None:
    """Slack's word is logged, the request is not."""

    async def opens(request: Request, client: AsyncWebClient) -> None:
        await client.views_open(trigger_id=request.trigger_id, view={"title": CANARY})

    play.does["command"] = opens
    with capture_logs() as logs:
        assert await play.ana.types("/amp", "#team")
    assert "Something went wrong on my side" in await newest(play.ana)
    [line] = logs
    assert (line["error"], line["slack"]) == ("SlackApiError", "invalid_arguments")
    assert CANARY not in repr(logs)


async def test_a_person_who_cannot_be_told_is_a_line_in_the_log(play: Playground) -> None:
    """When even the apology is refused."""
    play.does |= {"command": says_button, "click": amiss}
    await play.ana.types("/amp", "#team")
    play.slack.world.triggers._urls.clear()
    with capture_logs() as logs:
        assert await play.ana.presses("Press", where="#team")
        await listening.drain()
    assert all(line["log_level"] != "error" for line in logs)


async def test_a_misspelt_parameter_fails_loudly(play: Playground) -> None:
    """Bolt would inject None, and say so in a log that nobody reads."""

    async def misspelt(databse: Database) -> None:
        pytest.fail("nobody may come this far")

    play.does["command"] = misspelt
    with capture_logs() as logs:
        await play.ana.types("/amp", "#team")
    assert [line["error"] for line in logs] == ["LookupError"]


def test_every_parameter_of_every_listener_has_something_that_it_names() -> None:
    """What is misspelt is found before anybody clicks."""
    sources = "".join(inspect.getsource(module) for module in (registering, *rooms.ROOMS))
    provided = set(re.findall(r'context\["(\w+)"\] =', sources))
    provided |= set(re.findall(r'"(\w+)":', inspect.getsource(registering.Providing)))
    assert provided >= {"database", "say"}
    bolts = {"args", "ack", "body", "client", "context", "respond", "say", "logger", "payload"}
    ours = {"request", "event", "reply", "reader", "session"}
    known = provided | bolts | ours
    bolt = AsyncApp(signing_secret="x", token="xoxb-x")
    acts = {}
    names = [name for room in rooms.ROOMS for name in getattr(room, "COMMANDS", {})]
    assert len(names) == len(set(names)), "a command stands in one room"
    for room in (*rooms.ROOMS, fallback):
        room.register(bolt)
    for name, act in rooms.COMMANDS.items():
        bolt.command(f"/{name}")(act)
    for one in bolt._async_listeners:
        wrapped = inspect.getclosurevars(one.ack_function).nonlocals["door"].function
        acts[wrapped.__qualname__] = wrapped
    assert len(acts) > 30
    unknown = {
        f"{name}({parameter})"
        for name, act in acts.items()
        for parameter in inspect.signature(act).parameters
        if parameter not in known
    }
    assert not unknown


# In time


async def test_a_slow_listener_is_acked_in_time_and_its_reply_still_arrives(
    play: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slack waits three seconds, and then shows the person an error."""
    monkeypatch.setattr(listening, "ACK_TIMEOUT", 0.1)
    may_go_on = asyncio.Event()

    async def slow(reply: Reply) -> None:
        await may_go_on.wait()
        await reply("At last.")

    play.does["command"] = slow
    assert await play.ana.types("/amp", "#team")
    assert "This is taking longer than usual" in await newest(play.ana)
    may_go_on.set()
    await listening.drain()
    assert await newest(play.ana) == "At last."


async def test_an_accident_of_a_slow_listener_is_still_told(
    play: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over the response_url, because the ack is gone."""
    monkeypatch.setattr(listening, "ACK_TIMEOUT", 0.05)

    async def slow() -> None:
        await asyncio.sleep(0.2)
        boom()

    play.does["command"] = slow
    assert await play.ana.types("/amp", "#team")
    await listening.drain()
    assert "Something went wrong on my side" in await newest(play.ana)


async def test_a_form_that_was_closed_while_it_was_kept_is_no_failure(
    play: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They have seen enough: what they sent is kept, and nothing stands in a log."""
    monkeypatch.setattr(listening, "ACK_TIMEOUT", 0.05)
    may_go_on = asyncio.Event()
    kept: list[str] = []

    async def slow(reply: Reply, say: Words) -> None:
        await may_go_on.wait()
        kept.append("Hedy")
        await reply.show(kit.info_modal(say, [kit.section("Thank you.")]))

    play.does["submission"] = slow
    await play.opens_form()
    assert (await play.ana.submits({"Name": "Hedy"})).errors
    await play.ana.closes()
    with capture_logs() as logs:
        may_go_on.set()
        await listening.drain()
    assert kept == ["Hedy"]
    assert not logs
    assert await play.ana.modal(timeout=0.1) is None


async def test_patience_leaves_time_for_the_way_back() -> None:
    """Slack's three seconds include the network."""
    assert 1 <= IN_TIME <= 2.5


async def test_a_reply_may_be_said_several_times(play: Playground) -> None:
    """The first is the ack, the others go to the response_url."""

    async def talkative(reply: Reply) -> None:
        for n in range(3):
            await reply(f"{n}")

    play.does["command"] = talkative
    await play.ana.types("/amp", "#team")
    await listening.drain()
    assert [message.text for message in await play.ana.reads("#team")] == ["0", "1", "2"]


async def test_a_reply_may_take_the_place_of_what_was_clicked(play: Playground) -> None:
    """An answered question does not stay a question."""

    async def replaces(request: Request, reply: Reply) -> None:
        await reply("Done.", replace=True)

    play.does |= {"command": says_button, "click": replaces}
    await play.ana.types("/amp", "#team")
    await play.ana.presses("Press", where="#team")
    await listening.drain()
    assert [message.text for message in await play.ana.reads("#team")] == ["Done."]


async def test_draining_waits_for_everything_that_was_begun(play: Playground) -> None:
    """Nothing is cut off when the process ends in peace."""
    done: list[str] = []

    async def goes_on(ack: Ack) -> None:
        await ack()
        await asyncio.sleep(0.1)
        done.append("listener")

    play.does["command"] = goes_on
    await play.ana.types("/amp", "#team")
    assert not done
    await listening.drain()
    assert done == ["listener"]


async def test_a_listener_behind_another_middleware_sees_the_context(play: Playground) -> None:
    """What the app provides by name is found by name."""

    async def provide(context: AsyncBoltContext, next: Callable[[], Awaitable[None]]) -> None:
        context["greeting"] = "provided"
        await next()

    async def says_it(greeting: str, reply: Reply) -> None:
        await reply(greeting)

    play.bolt.use(provide)
    play.does["command"] = says_it
    await play.ana.types("/amp", "#team")
    assert await newest(play.ana) == "provided"


async def test_every_kind_of_thing_has_a_value_of_its_own(play: Playground) -> None:
    """Commands, clicks, submissions and events arrive typed, and the same person did them."""
    seen: list[Any] = []

    async def clicked(request: Request) -> None:
        seen.append(request)

    async def submitted(request: Request) -> None:
        seen.append(request)

    await play.opens_form()
    play.does |= {"click": clicked, "submission": submitted}
    await play.ana.presses("Press", where="modal")
    await play.ana.submits({"Name": "typed"})
    click, submission = seen
    assert click.actor == submission.actor
    assert click.actor.workspace_id == "T111"
    assert (click.action_id, click.view.callback_id) == ("press", "form")
    assert submission.values == {"name": "typed"}
    assert "typed" not in repr(submission), "what people wrote is not shown by accident"


async def test_bolt_itself_stays_silent(play: Playground, caplog: pytest.LogCaptureFixture) -> None:
    """Through all of this Bolt has nothing to complain about."""
    caplog.set_level(logging.WARNING, logger="slack_bolt")
    play.does["command"] = boom
    await play.ana.types("/amp", "#team")
    assert not [record for record in caplog.records if record.name.startswith("slack_bolt")]
