"""Telling a team something: its channel in the team's language, each person in their own."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import groupby

from sqlalchemy.ext.asyncio import AsyncSession

from bot.slack import outbox
from bot.slack.outbox import Draft, Target
from bot.teams import roster
from bot.teams.models import Person, Team
from bot.words import Words


async def channel(
    session: AsyncSession,
    team: Team,
    key: str,
    drafts: Sequence[Draft],
    *,
    at: datetime,
    give_up_at: datetime | None = None,
    in_digest_channel: bool = False,
) -> None:
    """Post the first draft into the team's channel at *at*, and what follows into its thread.

    The *key* names the intent: what has been told under it is not told again.
    """
    recipient = team.digest_channel_id if in_digest_channel else team.channel_id
    for number, draft in enumerate(drafts):
        target = Target(
            key=f"{key}:{number}" if number else key,
            workspace_id=team.workspace_id,
            recipient=recipient,
            due_at=at,
            give_up_at=give_up_at,
            thread_of=key if number else None,
        )
        await outbox.post(session, draft, [target])


async def people(
    session: AsyncSession,
    say: Words,
    recipients: Iterable[Person],
    key: str,
    draft: Callable[[Words], Draft],
    *,
    at: datetime,
    give_up_at: datetime | None = None,
) -> None:
    """Tell each of them by direct message, once under *key*, in the language of their Slack."""
    for words, group in by_language(say, recipients):
        targets = [
            Target(f"{key}:{one.id}", one.workspace_id, one.user_id, at, give_up_at)
            for one in group
        ]
        await outbox.post(session, draft(words), targets)


async def leads(
    session: AsyncSession,
    say: Words,
    team: Team,
    key: str,
    draft: Callable[[Words], Draft],
    *,
    at: datetime,
) -> None:
    """Tell each lead of the team by direct message, once under *key*."""
    await people(session, say, await roster.leads(session, team), key, draft, at=at)


def by_language(say: Words, people: Iterable[Person]) -> list[tuple[Words, list[Person]]]:
    """People by the language in which they are spoken to."""

    def language(person: Person) -> str:
        return say.locale(person.locale).language

    grouped = groupby(sorted(people, key=language), key=language)
    return [(say.locale(name), list(group)) for name, group in grouped]
