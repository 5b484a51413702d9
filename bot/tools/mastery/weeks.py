"""One's own week: the three conditions of mastery, as somebody sees them for themselves."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncSession

from bot.framework.content import Content
from bot.framework.entries import Facet, Idea, Statement
from bot.slack.requests import Actor
from bot.teams import calendar, rhythm, roster
from bot.tools.private import notes as private
from bot.tools.private.notes import Notes, Tool

MAX_WEEKS = 6  # that are kept
ENOUGH = 4  # on the scale from 1 to 5; where all conditions reach it there is nothing to suggest

Weeks = dict[str, dict[str, int]]  # ISO week -> facet -> 1-5


class Suggestion(Struct, frozen=True):
    """The condition that was met least, and something to try for it."""

    facet: Facet
    idea: Idea


async def keep(notes: Notes, week: str, answers: Mapping[str, int], *, at: datetime) -> Weeks:
    """Keep a week in place of what was said of it before; gives all that are kept."""
    weeks = with_week(await notes.read(Tool.MASTERY), week, answers)
    await notes.keep(Tool.MASTERY, weeks, at=at)
    return weeks


async def current(session: AsyncSession, actor: Actor, *, at: datetime) -> str:
    """The week that it is now where somebody lives; in UTC while we don't know them."""
    person = await roster.find(session, actor)
    return rhythm.week(at.astimezone(calendar.tz(person.zone if person else "UTC")).date())


def conditions(content: Content) -> tuple[tuple[Facet, Statement], ...]:
    """The three conditions, each with the statement that stands for it here."""
    return tuple((facet, facet.items[0]) for facet in content.drive("mastery").facets)


def with_week(weeks: Weeks, week: str, answers: Mapping[str, int]) -> Weeks:
    """The weeks with this one in them, and no more than are kept."""
    merged = {**weeks, week: dict(answers)}
    return {name: merged[name] for name in sorted(merged)[-MAX_WEEKS:]}


def suggestion(content: Content, weeks: Weeks) -> Suggestion | None:
    """What to try after the newest week; another idea each time. None if all is well."""
    newest = weeks[max(weeks)] if weeks else {}
    if not newest or min(newest.values()) >= ENOUGH:
        return None
    lowest = min(newest, key=lambda id_: newest[id_])
    if lowest not in content.facets or not (ideas := content.ideas_for(lowest)):
        return None
    turn = int(max(weeks).rpartition("W")[2])
    return Suggestion(content.facets[lowest], ideas[turn % len(ideas)])


async def forget_old(session: AsyncSession, *, at: datetime) -> None:
    """Delete the weeks that nobody has looked at for as long as weeks are kept."""
    await private.expire_older(session, Tool.MASTERY, than=at - timedelta(weeks=MAX_WEEKS))
