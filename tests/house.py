"""Amp beside a local Slack, as a user runs it: real Bolt, real requests, real databases."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest import mock

from msgspec.structs import replace
from sqlalchemy import event, func, select

from bot import clock, heartbeat, manifest, running
from bot.app import Amp
from bot.settings import Settings
from bot.slack import listening
from bot.slack.delivery import Dispatcher
from bot.slack.pace import Pace
from localslack import COMPANY, LocalSlack, Person
from localslack.driver import SeenMessage, SeenView
from tests.working import Worker

IN_TIME = listening.ACK_TIMEOUT  # seconds, as shipped
PATIENT = 20.0  # seconds for an ack, where no test is about Slack's three: this machine may be busy
HURRY = 10  # times; still slow enough for two messages to come in their order
STARTS = datetime(2026, 11, 23, 12, tzinfo=UTC)  # a Monday; the pulse comes on Tuesday at ten


@dataclass
class Scene:
    """A local Slack and Amp in it; the clock's jobs run when the test says so."""

    slack: LocalSlack
    started: running.Running
    settings: Settings
    people: dict[str, Person] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.worker = Worker(self.amp)

    @property
    def amp(self) -> Amp:
        return self.started.amp

    def person(self, name: str) -> Person:
        return self.people.setdefault(name, self.slack.person(name))

    async def reads_english(self, name: str) -> None:
        """Somebody has Slack in English, where a test is about something else than languages."""
        await self.slack.driver.post("people", id=name, locale="en-US")

    async def run(self, times: int = 2) -> None:
        """Let the worker do what is due, and then what follows from that."""
        await self.slack.settled()
        await self.worker.run(times)

    async def skip(self, *, to: datetime | None = None, by: timedelta | None = None) -> None:
        """Move the clock of Slack and Amp together, and let the worker catch up."""
        target = to or clock.now() + (by or timedelta())
        await self.slack.driver.move_clock(to=target.isoformat())
        await self.run()

    async def sets_up(self, name: str = "ana", channel: str = "#team-product") -> None:
        """One command and one button."""
        lead = self.person(name)
        assert await lead.types("/amp setup", channel)
        await self.slack.until(lambda: _is_form(lead))
        result = await lead.submits()
        assert result, result
        await self.slack.until(lambda: _is_answered(lead))
        if await _is_form(lead):  # for many people it comes once more
            assert await lead.submits()
            await self.slack.until(lambda: _offers(lead, "pulse:now"))  # in whatever language
        await lead.closes()

    async def answers(self, name: str, **values: int) -> None:
        """Press Answer in the newest invitation and fill the form; `rest` is for all others.

        The button is found by its action, whatever language its label is in.
        """
        person = self.person(name)
        await person.presses(newest_answer(await person.dm()), where=await person.dm_id())
        form = await person.modal(timeout=20)
        assert form is not None
        chosen: dict[str, str | list[str]] = {
            label: str(value)  # the option's value, in whatever language it is shown
            for n, label in enumerate(statements(form), 1)
            if (value := values.get(f"q{n}", values.get("rest")))
        }
        result = await person.submits(chosen)
        assert result, result.errors
        await person.closes()

    async def digests(self, channel: str = "#team-product", name: str = "ana") -> list[str]:
        """What the digests in the channel say."""
        read = await self.person(name).reads(channel)
        return [message.text for message in read if "How we decide" in message.text]

    async def rows(self, table: Any, *criteria: Any) -> int:
        async with self.amp.database.read() as session:
            found = select(func.count()).select_from(table).where(*criteria)
            return await session.scalar(found) or 0


@asynccontextmanager
async def scene(
    database_url: str,
    folder: Path,
    *,
    socket: bool = False,
    company: Any = COMPANY,
    at: datetime = STARTS,
    hurries: bool = True,
    app: Any = None,
    **environment: str,
) -> AsyncIterator[Scene]:
    """Start both; at the end both are gone and the clock is right again.

    Unless it *hurries*, its people wait for Amp's messages as long as in Slack. *app* is another
    manifest than the usual one.
    """
    slack = await LocalSlack.start(company, manifest=app or manifest.manifest())
    await waits(slack)
    slack.on_clock(clock.shift)
    await slack.driver.move_clock(to=at.isoformat())
    settings = settings_for(slack, database_url, folder, socket=socket, **environment)
    try:
        async with running.running(settings, works=False) as started:
            slack.deliver_to(None if socket else started.events)
            async with started.amp.database.begin() as session:  # what is due, the test does
                at = heartbeat.now() + timedelta(days=1)
                await session.merge(heartbeat.Heartbeat(name="tests", works=True, beat_at=at))
            with mock.patch.object(heartbeat, "AHEAD", timedelta(days=2)):  # no clock is wrong here
                yield Scene(slack, _hurrying(started) if hurries else started, settings)
    finally:
        await slack.close()
        clock.shift(timedelta())


async def waits(slack: LocalSlack) -> None:
    """Let a local Slack wait for a bot longer than Slack does; its lists come in small pages."""
    patient = dict.fromkeys(("ack_seconds", "home_seconds", "trigger_seconds"), 2 * PATIENT)
    await slack.driver.put("limits", strict=True, **patient)


def _hurrying(started: running.Running) -> running.Running:
    """The same Amp, to whose pace a second is over sooner."""

    async def sleep(seconds: float) -> None:
        await asyncio.sleep(seconds / HURRY)

    def pace() -> Pace:
        return Pace(lambda: time.monotonic() * HURRY, sleep)

    amp = started.amp
    dispatcher = Dispatcher(
        amp.database, amp.installs, amp.clients, new_pace=pace,
        call_off=amp.dispatcher._call_off,
    )  # fmt: skip
    return replace(started, amp=replace(amp, dispatcher=dispatcher))


def settings_for(
    slack: LocalSlack, database_url: str, folder: Path, *, socket: bool = False, **more: str
) -> Settings:
    """The environment that connects Amp to a local Slack."""
    return Settings.of(environment_for(slack, database_url, folder, socket, **more))


def environment_for(
    slack: LocalSlack, database_url: str, folder: Path, socket: bool = False, **more: str
) -> dict[str, str]:
    way = (
        {"SLACK_APP_TOKEN": slack.app.app_token}
        if socket
        else {"SLACK_SIGNING_SECRET": slack.app.signing_secret}
    )
    return {
        "SLACK_BOT_TOKEN": slack.app.bot_token,
        "SLACK_API_URL": slack.api_url,
        "DATABASE_URL": database_url,
        "AMP_SECRET": "only for tests",
        "AMP_KEYS": str(folder / "keys"),
        "PORT": "0",
        "WORKER_PORT": "0",
        **way,
        **more,
    }


@contextmanager
def counting(house: Scene) -> Iterator[list[str]]:
    """The statements that are executed meanwhile."""
    executed: list[str] = []

    def note(*args: Any) -> None:
        executed.append(args[2])

    engine = house.amp.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    yield executed
    event.remove(engine, "before_cursor_execute", note)


def statements(form: SeenView) -> list[str]:
    """The labels of what a form asks on a scale, without the line for a comment."""
    asked = [b for b in form.blocks if b.get("element", {}).get("type") == "radio_buttons"]
    return [str(block["label"]["text"]) for block in asked]


SURE = {
    "/amp pulse now": "sure:pulse:now",
    "/amp pulse close": "sure:pulse:close",
    "/amp pause": "sure:pause",
    "/amp forget me": "sure:forget",
}


async def surely(person: Person, command: str, channel: str = "#team-product") -> bool:
    """Type what reaches many, and press the button that it asks for once."""
    typed = await person.types(command, channel)
    return bool(typed) and bool(await person.presses(SURE[command], where=channel))


async def ends_team(person: Person, channel: str = "#team-product") -> None:
    """The button of the card, and the one that it asks for."""
    await person.types("/amp team", channel)
    await person.presses("team:end", where=channel)
    await person.presses("sure:end", where=channel)


def newest_answer(messages: Sequence[SeenMessage]) -> str:
    """The action of the newest button that opens a round's form."""
    elements = [e for m in messages for block in m.blocks for e in block.get("elements", ())]
    actions = [str(element.get("action_id", "")) for element in elements]
    return [action for action in actions if action.startswith("pulse:answer:")][-1]


async def _is_form(person: Person) -> bool:
    modal = await person.modal()
    return modal is not None and bool(modal.labels)


async def _is_answered(person: Person) -> bool:
    return await _is_form(person) or await _offers(person, "pulse:now")


async def _offers(person: Person, action_id: str) -> bool:
    modal = await person.modal()
    blocks = modal.blocks if modal is not None else []
    elements = [element for block in blocks for element in block.get("elements", ())]
    return any(element.get("action_id") == action_id for element in elements)


def only(texts: Sequence[str]) -> str:
    assert len(texts) == 1, texts
    return texts[0]
