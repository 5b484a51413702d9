"""Whoever reads the figures every moment, and guesses whether somebody has just answered."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from aiohttp.web import Response
from prometheus_client import Counter, generate_latest

from bot import metrics
from bot import web as face
from bot.slack import payloads
from tests.attackers.scoring import Score
from tests.attackers.worlds import PEOPLE, World

ROW = "whoever reaches /metrics, and looks before and after each moment"
ON = ("sqlite",)  # the figures know no database


async def attack(world: World, rounds: int) -> Score:
    """In half of the moments somebody answers; a figure that moved is taken for an answer."""
    right = of = 0
    for _ in range(rounds):
        round_ = await world.asks()
        for person in range(PEOPLE):
            before = _figures()
            does = world.dice.random() < 0.5
            if does:
                await _arrives()
                await world.answers(round_, person, {round_.items[0]: 3}, at=world.now)
            right, of = right + ((_figures() != before) == does), of + 1
        await world.closes(round_, at=world.now)
    return Score(right, of, 0.6)  # half of them, and some luck


def _figures() -> bytes:
    return generate_latest(metrics.registry)


async def _arrives() -> None:
    """The form's request at the HTTP face, as it is counted there."""

    async def read(*_: Any) -> payloads.Request:
        return payloads.Request("view_submission", {})

    async def answer(*_: Any) -> Response:
        return Response(status=200)

    with mock.patch.object(face, "_read", read), mock.patch.object(face, "_answer", answer):
        await face.take(mock.Mock(), mock.Mock(), mock.Mock())


@contextmanager
def _counted() -> Iterator[None]:
    """Every request is counted, as is the custom."""
    counter, take = Counter("amp_requests", "Requests", registry=metrics.registry), face.take

    async def counting(*given: Any) -> Response:
        counter.inc()
        return await take(*given)

    try:
        with mock.patch.object(face, "take", counting):
            yield
    finally:
        metrics.registry.unregister(counter)


BROKEN = {"requests are counted": _counted}
