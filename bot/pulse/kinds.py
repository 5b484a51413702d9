"""What a round can ask: the weekly pulse, or a team's own audit of step 1."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.framework.content import Content, Item
from bot.framework.entries import Sign
from bot.pulse.models import AnyRound, AuditRound

Statement = Item | Sign

# Three answers in the middle of the five-point scale: a total then tells as little as a pulse's.
HARDLY, PARTLY, CLEARLY = 2, 3, 4
HOLDS = {HARDLY: "Hardly", PARTLY: "Partly", CLEARLY: "Clearly"}


@dataclass(frozen=True)
class Words:
    """How a round of one kind is spoken of."""

    name: str
    asks: str
    takes: str
    title: str  # of the form
    question: str
    result: str


_PULSE = Words(
    name="pulse",
    asks="five short questions about your week, about twenty seconds",
    takes="about twenty seconds",
    title="Your week",
    question="How was *this week*?",
    result="digest",
)
_AUDIT = Words(
    name="audit",
    asks="what steers this team? A dozen signs to look for, about two minutes",
    takes="about two minutes",
    title="What steers us",
    question="How much does each of these hold *in this team*?",
    result="result",
)


def words(round_: AnyRound) -> Words:
    return _AUDIT if isinstance(round_, AuditRound) else _PULSE


def statements(content: Content, round_: AnyRound) -> list[Statement]:
    """What this round asks, as far as the content still has it."""
    known: Mapping[str, Statement] = content.items
    if isinstance(round_, AuditRound):
        known = {sign.id: sign for sign in content.signs}
    return [known[id_] for id_ in round_.items if id_ in known]


def skip(content: Content, round_: AnyRound) -> str:
    """What leaves a statement out."""
    return "Can't say" if isinstance(round_, AuditRound) else content.scale.skip


def choices(content: Content, round_: AnyRound) -> Sequence[tuple[int, str]]:
    """The answers to choose from, each with its value on the scale from 1 to 5."""
    if isinstance(round_, AuditRound):
        return list(HOLDS.items())
    return list(enumerate(content.scale.points, 1))
