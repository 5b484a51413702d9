"""Telling a team something: its channel in the team's language, each person in their own.

What the clock tells comes on a working day and by day; what answers somebody's own act comes at
once.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import groupby

from sqlalchemy.ext.asyncio import AsyncSession

from bot.slack import block_kit as kit
from bot.slack import outbox
from bot.slack.outbox import Draft, Target
from bot.teams import calendar, daytime, roster
from bot.teams.models import Person, Team
from bot.words import Markup, Words


async def channel(
    session: AsyncSession,
    team: Team,
    key: str,
    drafts: Sequence[Draft],
    *,
    at: datetime,
    give_up_at: datetime | None = None,
    to: str | None = None,
    at_once: bool = False,
) -> None:
    """Post the first draft into the team's channel, or the one it is *to* go to, the rest below it.

    From *at* on, as soon as it is a working day of the team and not night, unless it is *at_once*.
    The *key* names the intent: what has been told under it is not told again.
    """
    recipient = to or team.channel_id
    due_at = at if at_once else calendar.of_team(team).next(at)
    for number, draft in enumerate(drafts):
        target = Target(
            key=outbox.thread_key(key, number),
            workspace_id=team.workspace_id,
            recipient=recipient,
            due_at=due_at,
            give_up_at=give_up_at,
            thread_of=key if number else None,
        )
        await outbox.post(session, draft, [target])


async def channels(
    session: AsyncSession,
    team: Team,
    key: str,
    draft: Draft,
    channel_ids: Iterable[str],
    *,
    at: datetime,
) -> None:
    """Post the same into several channels, once each under *key*, in the team's language."""
    targets = [
        Target(f"{key}:{id_}", team.workspace_id, id_, at) for id_ in sorted(set(channel_ids))
    ]
    await outbox.post(session, draft, targets)


def everywhere(team: Team) -> list[str]:
    """The team's own channel, and where its digests stand: what concerns all is told in both.

    And in those of the team that is asked with it.
    """
    both = [team, *([team.sister] if team.hosts and team.sister else [])]
    return [channel_id for one in both for channel_id in (one.channel_id, one.digest_channel_id)]


async def news(
    session: AsyncSession, say: Words, team: Team, told: Callable[[Words], Markup], *, at: datetime
) -> None:
    """Tell the team's channel, and where the digest goes, what has been changed for everybody."""
    said = told(say.locale(team.language))
    key = f"news:{team.id}:{at:%Y%m%d%H%M%S%f}"
    draft = Draft(said, [kit.section(said)])
    await channels(session, team, key, draft, everywhere(team), at=at)


async def people(
    session: AsyncSession,
    say: Words,
    recipients: Iterable[Person],
    key: str,
    draft: Callable[[Words], Draft],
    *,
    at: datetime,
) -> None:
    """Tell each of them by direct message, once under *key*, in the language of their Slack.

    From *at* on, as soon as it is a working day there and not night. Whoever wants no part hears
    nothing, whatever a lead has made of them.
    """
    recipients = [person for person in recipients if not person.wants_no_part]
    calendars = await daytime.of_people(session, recipients)
    soon = {id_: min(one.next(at) for one in theirs) for id_, theirs in calendars.items()}
    for words, group in by_language(say, recipients):
        targets = [
            Target(f"{key}:{one.id}", one.workspace_id, one.user_id, soon[one.id]) for one in group
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
