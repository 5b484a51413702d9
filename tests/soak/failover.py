"""PostgreSQL's machine fails while a round goes out and is answered; its replica takes over."""

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.place import Place, until
from tests.replicas import Pair

AT_MOST = 60.0  # seconds without anybody's hand
AT_ONCE = 8  # people with a form open
PATIENCE = 600.0  # seconds for a large round, as long as it goes on

Tell = Callable[[str], None]


@dataclass
class Outcome:
    """What came of it; seconds count from the moment in which the server was gone."""

    people: int
    answered_before: int
    asked_again: float = 0.0  # until the first invitation of after that
    answered_again: float = 0.0  # until the first answer
    pressed_again: int = 0  # forms that were opened or sent once more
    invited: Counter[int] = field(default_factory=Counter)  # people by how often they were
    posted: Counter[int] = field(default_factory=Counter)  # messages by how often they were
    digests: list[str] = field(default_factory=list)

    @property
    def faults(self) -> list[str]:
        """What must not happen."""
        return [
            *(f"{people} invited {n} times" for n, people in self.invited.items() if n != 1),
            *(f"{many} messages came {n} times" for n, many in self.posted.items() if n != 1),
            *([] if len(self.digests) == 1 else [f"{len(self.digests)} digests"]),
            *(f"a digest of other than all: {one}" for one in self.digests if not self._whole(one)),
            *([] if self.asked_again < AT_MOST else ["nobody was asked for a minute"]),
            *([] if self.answered_again < AT_MOST else ["nobody could answer for a minute"]),
        ]

    def _whole(self, digest: str) -> bool:
        return f"{self.people} of {self.people}" in digest

    def __str__(self) -> str:
        return "\n".join(
            [
                f"{self.people} people, {self.answered_before} had answered when the server went",
                f"after it: an invitation within {self.asked_again:.1f} s, "
                f"an answer within {self.answered_again:.1f} s",
                f"{self.pressed_again} presses found that nothing was kept, and came once more",
                f"people by how often they were invited: {dict(self.invited)}",
                f"messages by how often they came: {dict(self.posted)}",
                *self.faults,
            ]
        )


async def play(place: Place, pair: Pair, tell: Tell = lambda what: None) -> Outcome:
    """A third is asked and some have answered when it happens; all others answer in spite of it."""
    await place.starts("worker")
    await place.starts("web")
    await place.sets_up()
    await place.asks_now()
    third = place.people // 3
    first = min(third, AT_ONCE)
    await until(lambda: len(place.posted("invitation:")) >= third, "some invitations", PATIENCE)
    crowd = _Crowd(place, asyncio.Semaphore(AT_ONCE))
    await asyncio.gather(*(crowd.answers(n) for n in range(first)))
    tell(f"{len(place.posted('invitation:'))} are asked, {len(crowd.done)} have answered")
    answering = [asyncio.create_task(crowd.answers(n)) for n in range(first, place.people)]
    await asyncio.sleep(0.5)
    outcome = Outcome(place.people, len(crowd.done))
    await pair.fails()
    posted, gone = len(place.posted("invitation:")), time.monotonic()
    crowd.since = gone
    await pair.takes_over()
    tell("the replica is the server")
    await place.database.engine.dispose()  # this process's own connections
    if posted < place.people:
        await until(lambda: len(place.posted("invitation:")) > posted, "an invitation", PATIENCE)
        outcome.asked_again = time.monotonic() - gone
    await asyncio.gather(*answering)
    outcome.answered_again, outcome.pressed_again = crowd.first or 0.0, crowd.again
    tell("all have answered")
    await place.closes_now()
    await until(place.digests, "the digest", PATIENCE)
    outcome.digests = await place.digests()
    outcome.invited.update(await place.invitations())
    outcome.posted.update(place.posted().values())
    return outcome


@dataclass
class _Crowd:
    """Whoever reads that it did not work presses once more, as people do."""

    place: Place
    turns: asyncio.Semaphore
    done: set[int] = field(default_factory=set)
    again: int = 0
    since: float | None = None
    first: float | None = None

    async def answers(self, number: int) -> None:
        end = time.monotonic() + PATIENCE
        while number not in self.done:
            async with self.turns:
                began = time.monotonic()
                if await self._is_asked(number) and await self._answers(number):
                    self._note(number, began)
            assert time.monotonic() < end, f"{number} could not answer"
            await asyncio.sleep(0.2)

    async def _is_asked(self, number: int) -> bool:
        dm = await self.place.slack.person(f"p{number:02}").dm()
        return any("five short questions" in message.text for message in dm)

    async def _answers(self, number: int) -> bool:
        try:
            is_kept = await self.place.answers(number, 4)
        except Exception:  # a press that found nobody, a form that did not come
            is_kept = False
        person = self.place.slack.person(f"p{number:02}")
        while await person.modal():  # the receipt, or what says that nothing was kept
            await person.closes()
        self.again += not is_kept
        return is_kept

    def _note(self, number: int, began: float) -> None:
        self.done.add(number)
        if self.since is not None and self.first is None and began > self.since:
            self.first = time.monotonic() - self.since
