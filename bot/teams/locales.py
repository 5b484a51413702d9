"""The language of each person's Slack, remembered by the process."""

import time

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.db import Database
from bot.slack.requests import Actor
from bot.teams.models import Person

REMEMBERED = 600.0  # seconds; Slack tells only one of several processes that it changed


class Locales:
    """Says the locale of a person's Slack, and asks the database for it once in a while."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[Actor, tuple[float, str | None]] = {}

    async def of(self, actor: Actor) -> str | None:
        """A locale such as de-DE; None while we don't know the person."""
        until, locale = self._known.get(actor, (0.0, None))
        if time.monotonic() < until:
            return locale
        async with self._database.read() as session:
            locale = await locale_of(session, actor)
        if locale is not None:  # whom we don't know yet may be known in a moment
            self.note(actor, locale)
        return locale

    def note(self, actor: Actor, locale: str) -> None:
        """Slack has just said what the person's locale is, who may be in no row yet."""
        self._known[actor] = (time.monotonic() + REMEMBERED, locale)

    def forget(self, actor: Actor) -> None:
        """Slack says that something about the person has changed."""
        self._known.pop(actor, None)


async def locale_of(session: AsyncSession, actor: Actor) -> str | None:
    """The locale of somebody's Slack, such as de-DE; None while we don't know them."""
    return await session.scalar(
        select(Person.locale).where(
            Person.workspace_id == actor.workspace_id, Person.user_id == actor.user_id
        )
    )


async def of_all(session: AsyncSession, workspace_id: str) -> dict[str, str | None]:
    """The locale of everybody whom we know in a workspace, by Slack's user ids."""
    everybody = select(Person.user_id, Person.locale).where(Person.workspace_id == workspace_id)
    found = await session.execute(everybody)
    return {row.user_id: row.locale for row in found}
