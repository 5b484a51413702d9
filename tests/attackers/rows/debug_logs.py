"""Whoever reads the log at DEBUG, libraries' lines and all: what somebody answered."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

import structlog

from bot.pulse import ballots
from tests.attackers.scoring import Score
from tests.attackers.worlds import World, blind, most
from tests.test_logs import listening_in

ROW = "whoever reads every line of the log at DEBUG, from before the opening until after the close"


async def attack(world: World, rounds: int) -> Score:
    """A line that names somebody and a statement has what they said; guess the rest."""
    right = of = seen = 0
    for _ in range(rounds):
        with _all_of_it() as written:
            round_, truth = await world.lives_through()
            tally = await world.closes(round_, at=world.now)
        lines = written.getvalue().splitlines()
        for person, answers in truth.items():
            about = [line for line in lines if re.search(rf"\bU{person}\b", line)]
            for item, value in answers.items():
                right += _said(about, item, most(tally, item)) == value
                of += 1
        seen += blind(truth)
    return Score(right, of, seen / of)


def _said(lines: list[str], item: str, otherwise: int) -> int:
    for line in lines:
        if found := re.search(rf"{re.escape(item)}\W{{1,5}}(\d)", line):
            return int(found[1])
    return otherwise


@contextmanager
def _all_of_it() -> Iterator[Any]:
    """What reaches the log; afterwards it is configured as before."""
    before = structlog.get_config()
    try:
        with listening_in() as written:
            yield written
    finally:
        structlog.configure(**before)


@contextmanager
def _helps_debugging() -> Iterator[None]:
    """A line at DEBUG, as one writes it while something does not work."""
    cast, log = ballots.cast, structlog.get_logger()

    async def told(*given: Any, **more: Any) -> Any:
        log.debug("cast", actor=given[2], answers=dict(given[3]))
        return await cast(*given, **more)

    with mock.patch.object(ballots, "cast", told):
        yield


BROKEN = {"a line helps debugging": _helps_debugging}
