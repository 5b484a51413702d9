"""What people send while a soak lasts, through a balancer: at a steady rate, each kind checked."""

import asyncio
import itertools
import json
import random
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import aiohttp

from tests import sending
from tests.soak.crowds import Crew

GIVES_UP = 10.0  # seconds, three times what Slack waits
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
            except aiohttp.ClientConnectionError as error:
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
    answered: dict[int, dict[str, Answers]] = field(default_factory=dict)  # by round and person
    _busy: set[tuple[int, str]] = field(default_factory=set)

    async def go(self, *, seconds: float, rate: float) -> None:
        """Send *rate* requests a second for so many seconds, and wait for the last answers."""
        timeout = aiohttp.ClientTimeout(total=GIVES_UP)
        connector = aiohttp.TCPConnector(limit=0)
        began = time.perf_counter()
        async with (
            aiohttp.ClientSession(timeout=timeout, connector=connector) as client,
            asyncio.TaskGroup() as under_way,
        ):
            for n in range(int(seconds * rate)):
                await asyncio.sleep(max(0.0, began + n / rate - time.perf_counter()))
                under_way.create_task(self._one(client, OF_FIVE[n % len(OF_FIVE)]))

    async def _one(self, client: aiohttp.ClientSession, kind: str) -> None:
        crew = self.chance.choice(self.crews)
        person = self.chance.choice(crew.people)
        if kind != "ballot":
            text = "status" if kind == "status" else f"step {self.chance.randint(1, 6)}"
            await self._ask(client, kind, sending.command(crew.workspace_id, person, text))
            return
        round_id, items = self.rounds[crew.team_id]
        if (round_id, person) in self._busy:  # which of two at once is the last, nobody could say
            return
        self._busy.add((round_id, person))
        answers = {item: self.chance.randint(1, 5) for item in items}
        form = sending.ballot(crew.workspace_id, person, round_id, answers)
        if await self._ask(client, kind, form):
            self.answered.setdefault(round_id, {})[person] = answers
        self._busy.discard((round_id, person))

    async def _ask(self, client: aiohttp.ClientSession, kind: str, form: dict[str, str]) -> bool:
        body = urlencode(form)
        headers = sending.headers(self.secret, body)
        began = time.perf_counter()
        try:
            status, said = await self.balancer.send(client, body, headers)
        except (aiohttp.ClientError, TimeoutError) as error:
            self.wrong[f"{kind}: {type(error).__name__}"] += 1
            return False
        self.took.append(time.perf_counter() - began)
        if status == 200 and _is_right(kind, said):
            return True
        self.wrong[f"{kind}: {status} {said[:120]}"] += 1
        return False


def _is_right(kind: str, said: str) -> bool:
    """A card, the word that the team's pulse is open, or that a ballot was kept; nothing else."""
    answer = json.loads(said) if said else {}
    if kind == "ballot":
        return bool(answer.get("response_action") == "update")
    if kind == "status":
        return "is open until" in answer.get("text", "")
    return len(answer.get("blocks") or ()) > 1
