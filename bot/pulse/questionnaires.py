"""What a kind of round asks, and how people are told of it; the pulse has one, a tool may too."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, Self

from msgspec import Struct


class Statement(Protocol):
    """A survey item: a statement to agree with, or to leave out."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...


class Questionnaire(Struct, frozen=True):
    """What one round asks, in one language: its statements, and a Likert scale for all of them."""

    statements: Sequence[Statement]
    scale: Mapping[int, str]  # from 1 to 5, each with its label; a round may use only some
    skip: str  # what leaves a statement out

    def of(self, ids: Iterable[str]) -> Self:
        """The same with these statements alone, as far as the content still has them."""
        known = {one.id: one for one in self.statements}
        return type(self)([known[id_] for id_ in ids if id_ in known], self.scale, self.skip)


class Phrases(Struct, frozen=True):
    """The messages about a kind of round; each may say its $team, $number, $closes and $channel,
    how many $statements it asks, and whether it is $open besides: to write, to talk, or no.

    Sentences are whole, since no language puts «five short questions» where another does.
    """

    invitation: str
    invitation_text: str
    reminder: str
    reminder_text: str
    waiting: str  # on somebody's Home
    form_title: str
    form_intro: str
    receipt: str  # until when one may answer again, and where the result appears


PULSE = Phrases(
    invitation="pulse-invitation",
    invitation_text="pulse-invitation-text",
    reminder="pulse-reminder",
    reminder_text="pulse-reminder-text",
    waiting="pulse-waiting",
    form_title="pulse-form-title",
    form_intro="pulse-form-intro",
    receipt="pulse-receipt-until",
)
