"""What people send while a soak lasts, through a balancer: at a steady rate, each kind checked."""

import asyncio
import itertools
import json
import random
import time
import uuid
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import aiohttp
from aiohttp import web

from tests import sending
from tests.place import until
from tests.soak.crowds import Crew

AGAIN = 1.0  # seconds until somebody presses a button once more that Slack said was too slow
GIVES_UP = 60.0  # seconds; what was slow shows in the times, what never came is a fault
OF_FIVE = ("card", "card", "card", "status", "ballot")

Answers = Mapping[str, int]


@dataclass
class Balancer:
    """The web processes that take requests now, in turn, as any proxy before them would know."""

    addresses: list[str] = field(default_factory=list)
    moved: int = 0  # requests that a dying process did not answer, and another one did
    _turn: Any = field(default_factory=itertools.count)

    async def send(self, client: aiohttp.ClientSession, body: str, headers: Any) -> tuple[int, str]:
        """The first answer that some process gives; raises ClientError when none does."""
        failed: Exception | None = None
        first = next(self._turn)
        for n in range(3):
            address = self.addresses[(first + n) % len(self.addresses)]
            try:
                async with client.post(address, data=body, headers=headers) as answer:
                    said = await answer.text()
                    self.moved += failed is not None
                    return answer.status, said
            except (aiohttp.ClientConnectionError, aiohttp.ClientPayloadError) as error:
                failed = error
        raise failed or AssertionError


@dataclass
class Load:
    """Sends what people send, and keeps how long each answer took and what was wrong."""

    balancer: Balancer
    secret: str
    crews: Sequence[Crew]
    rounds: Mapping[int, tuple[int, Sequence[str]]]  # by team: its round's id, and what is asked
    chance: random.Random
    took: list[float] = field(default_factory=list)  # seconds
    wrong: Counter[str] = field(default_factory=Counter)
    late: set[str] = field(default_factory=set)  # commands answered after the ack, by address
    told: set[str] = field(default_factory=set)
    again: int = 0  # forms that were sent once more
    answered: dict[int, dict[str, Answers]] = field(default_factory=dict)  # by round and person
    _busy: set[tuple[int, str]] = field(default_factory=set)
    _url: str = ""

    async def go(self, *, seconds: float, rate: float) -> None:
        """Send *rate* requests a second for so many seconds, and wait for the last answers."""
        timeout = aiohttp.ClientTimeout(total=GIVES_UP)
        connector = aiohttp.TCPConnector(limit=0)
        began = time.perf_counter()
        async with (
            self._response_urls() as self._url,
            aiohttp.ClientSession(timeout=timeout, connector=connector) as client,
            asyncio.TaskGroup() as under_way,
        ):
            for n in range(int(seconds * rate)):
                await asyncio.sleep(max(0.0, began + n / rate - time.perf_counter()))
                under_way.create_task(self._one(client, OF_FIVE[n % len(OF_FIVE)]))

    @asynccontextmanager
    async def _response_urls(self) -> AsyncIterator[str]:
        """Where what comes after the ack is said: an address for each command."""

        async def said(request: web.Request) -> web.Response:
            self.told.add(str(request.url))
            return web.Response()

        app = web.Application()
        app.router.add_post("/{name}", said)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        try:
            yield f"http://127.0.0.1:{runner.addresses[0][1]}"
            await until(lambda: self.late <= self.told, "what was to be said later")
        finally:
            await runner.cleanup()

    async def _one(self, client: aiohttp.ClientSession, kind: str) -> None:
        crew = self.chance.choice(self.crews)
        person = self.chance.choice(crew.people)
        if kind == "ballot":
            await self._answers(client, crew, person)
            return
        text = "status" if kind == "status" else f"step {self.chance.randint(1, 6)}"
        url = f"{self._url}/{uuid.uuid4().hex}"
        said = await self._ask(client, kind, sending.command(crew.workspace_id, person, text, url))
        if said == {}:
            self.late.add(url)

    async def _answers(self, client: aiohttp.ClientSession, crew: Crew, person: str) -> None:
        """Send a form until it is kept, as somebody does who reads that it took too long."""
        round_id, items = self.rounds[crew.team_id]
        if (round_id, person) in self._busy:  # which of two at once is the last, nobody could say
            return
        self._busy.add((round_id, person))
        answers = {item: self.chance.randint(1, 5) for item in items}
        while True:
            form = sending.ballot(crew.workspace_id, person, round_id, answers)
            said = await self._ask(client, "ballot", form)
            if said is None or said["response_action"] != "errors":
                break
            self.again += 1
            await asyncio.sleep(AGAIN)
        if said is not None:
            self.answered.setdefault(round_id, {})[person] = answers
        self._busy.discard((round_id, person))

    async def _ask(
        self, client: aiohttp.ClientSession, kind: str, form: dict[str, str]
    ) -> dict[str, Any] | None:
        """What was answered, where it is what it should be; of a command, nothing: it is late."""
        body = urlencode(form)
        headers = sending.headers(self.secret, body)
        began = time.perf_counter()
        try:
            status, said = await self.balancer.send(client, body, headers)
        except (aiohttp.ClientError, TimeoutError) as error:
            self.wrong[f"{kind}: {type(error).__name__}"] += 1
            return None
        self.took.append(time.perf_counter() - began)
        answer: dict[str, Any] = json.loads(said) if said else {}
        if status == 200 and _is_right(kind, answer):
            return answer
        self.wrong[f"{kind}: {status} {said[:120]}"] += 1
        return None


def _is_right(kind: str, answer: Mapping[str, Any]) -> bool:
    """A card, the word that a pulse is open, or that a ballot was kept or takes too long."""
    if kind == "ballot":
        return answer.get("response_action") in {"update", "errors"}
    if not answer:
        return True
    if kind == "status":
        return "is open until" in answer.get("text", "")
    return len(answer.get("blocks") or ()) > 1
