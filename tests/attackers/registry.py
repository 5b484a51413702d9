"""The rows of the threat model that there are, and how each is run."""

import importlib
import pkgutil
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from bot import blurring
from tests.attackers import rows, worlds
from tests.attackers.scoring import Score
from tests.attackers.worlds import World

AGAIN = 5  # times as many rounds, for whom chance may have helped

Variant = Callable[[], AbstractContextManager[object]]


@dataclass(frozen=True)
class Attacker:
    """One row: who attacks and how, and without which protections it has to succeed."""

    name: str
    row: str
    attack: Callable[[World, int], Awaitable[Score]]
    broken: Mapping[str, Variant]
    on: tuple[str, ...]

    async def runs(
        self, backend: str, rounds: int, folder: Path, postgres: str, variant: str | None = None
    ) -> Score:
        """How well it does in a fresh world; *variant* is what is broken there.

        Counts are then stored as they were given: moved sums hide much of what a broken
        protection lets through.
        """
        with self._broken(variant) if variant else nullcontext():
            async with worlds.world(backend, folder, postgres) as world:
                return await self.attack(world, rounds)

    @contextmanager
    def _broken(self, variant: str) -> Iterator[None]:
        with mock.patch.object(blurring, "UP_TO", 0), self.broken[variant]():
            yield

    async def tries(self, backend: str, rounds: int, folder: Path, postgres: str) -> Score:
        """How well it does against Amp as it is.

        One in a hundred who only guess seems to know something, and there are dozens of attackers:
        who does has to show it once more, in a fresh world and in more rounds.
        """
        score = await self.runs(backend, rounds, folder, postgres)
        if score.succeeds:
            score = await self.runs(backend, AGAIN * rounds, folder / "again", postgres)
        return score


def attackers() -> list[Attacker]:
    """One for each module in `rows`."""
    names = sorted(module.name for module in pkgutil.iter_modules(rows.__path__))
    return [_of(name) for name in names]


def _of(name: str) -> Attacker:
    module = importlib.import_module(f"{rows.__name__}.{name}")
    on = getattr(module, "ON", worlds.BACKENDS)
    return Attacker(name, module.ROW, module.attack, module.BROKEN, on)
