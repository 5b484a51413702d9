"""One's own sentence: kept for oneself, and shared with a team's channel once, by a press."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError
from bot.slack.requests import Actor
from bot.teams.models import Team
from bot.tools.private import notes
from bot.tools.private.notes import Tool
from bot.vault import Vault

LENGTH = 300  # characters


class NoSentence(AmpError):
    """The sentence is blank."""

    field = "sentence"


class NothingToShare(AmpError):
    """The sentence has been deleted."""


@dataclass(frozen=True)
class Sentence:
    """Somebody's sentence, and the ids of the teams that it is shared with."""

    words: str
    shared: Sequence[int] = ()


async def read(session: AsyncSession, vault: Vault, actor: Actor) -> Sentence | None:
    """The sentence that somebody keeps."""
    kept = await notes.read(session, vault, actor, Tool.PURPOSE)
    return Sentence(kept["sentence"], kept["shared"]) if kept else None


async def write(
    session: AsyncSession, vault: Vault, actor: Actor, words: str, *, at: datetime
) -> Sentence:
    """Keep a sentence; one that says something else is shared nowhere yet. Raises NoSentence."""
    if not words:
        raise NoSentence
    before = await read(session, vault, actor)
    if before is not None and before.words == words:
        return before
    return await _keep(session, vault, actor, Sentence(words), at=at)


async def share(
    session: AsyncSession, vault: Vault, actor: Actor, team: Team, *, at: datetime
) -> tuple[Sentence, bool]:
    """Note that a sentence is shared with a team; False if it was before. Raises NothingToShare."""
    kept = await read(session, vault, actor)
    if kept is None:
        raise NothingToShare
    if team.id in kept.shared:
        return kept, False
    shared = Sentence(kept.words, (*kept.shared, team.id))
    return await _keep(session, vault, actor, shared, at=at), True


async def remove(session: AsyncSession, actor: Actor) -> None:
    await notes.delete_all(session, actor, Tool.PURPOSE)


async def _keep(
    session: AsyncSession, vault: Vault, actor: Actor, sentence: Sentence, *, at: datetime
) -> Sentence:
    kept = {"sentence": sentence.words, "shared": list(sentence.shared)}
    await notes.keep(session, vault, actor, Tool.PURPOSE, kept, at=at)
    return sentence
