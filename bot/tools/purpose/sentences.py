"""One's own sentence: kept for oneself, and shared with a team's channel once, by a press."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from bot.errors import AmpError
from bot.teams.models import Team
from bot.tools.private.notes import Notes, Tool

LENGTH = 300  # characters


class NoSentence(AmpError):
    """The sentence is blank."""

    field = "sentence"


class NothingToShare(AmpError):
    """The sentence has been deleted."""


class Sentence(Struct, frozen=True):
    """Somebody's sentence, and the ids of the teams that it is shared with."""

    words: str
    shared: Sequence[int] = ()


async def read(notes: Notes) -> Sentence | None:
    """The sentence that somebody keeps."""
    kept = await notes.read(Tool.PURPOSE)
    return Sentence(kept["sentence"], kept["shared"]) if kept else None


async def write(notes: Notes, words: str, *, at: datetime) -> Sentence:
    """Keep a sentence; one that says something else is shared nowhere yet. Raises NoSentence."""
    if not words:
        raise NoSentence
    before = await read(notes)
    if before is not None and before.words == words:
        return before
    return await _keep(notes, Sentence(words), at=at)


async def share(notes: Notes, team: Team, *, at: datetime) -> tuple[Sentence, bool]:
    """Note that a sentence is shared with a team; False if it was before. Raises NothingToShare."""
    kept = await read(notes)
    if kept is None:
        raise NothingToShare
    if team.id in kept.shared:
        return kept, False
    return await _keep(notes, Sentence(kept.words, (*kept.shared, team.id)), at=at), True


async def _keep(notes: Notes, sentence: Sentence, *, at: datetime) -> Sentence:
    kept = {"sentence": sentence.words, "shared": list(sentence.shared)}
    await notes.keep(Tool.PURPOSE, kept, at=at)
    return sentence
