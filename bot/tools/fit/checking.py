"""Whether the framework fits: what comes first where it doesn't."""

from collections.abc import Mapping, Sequence

from bot.framework.content import Content
from bot.framework.entries import FitQuestion


def stops(content: Content, answers: Mapping[str, bool]) -> Sequence[FitQuestion]:
    """The questions whose answer says that something else comes first."""
    return [q for q in content.fit if answers.get(q.id) == q.stops_on]
