"""What the clock does about absences: planned ones begin, and whoever is back hears so."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock, due, lateness
from bot.db import Database
from bot.pulse import calling_off, rounds, spacing
from bot.pulse.absence import blocks
from bot.pulse.models import AnyRound
from bot.slack.requests import Actor
from bot.teams import absences, calendar, plans, telling
from bot.teams.models import Person
from bot.words import Words


async def begin_due(database: Database) -> None:
    """Let absences begin that somebody had planned; what waits for them is called off."""
    at = clock.now()
    async with database.read() as session:
        begun = [person.id for person in await absences.begun(session, at)]

    async def begin(session: AsyncSession, person_id: int) -> None:
        person = await session.get_one(Person, person_id, with_for_update=True)
        if absences.begin(person, at):
            await calling_off.while_away(session, person)

    await due.each_in_transaction(
        database, begun, begin, failed="an absence did not begin", name="person"
    )


async def beginnings(session: AsyncSession) -> list[datetime]:
    """The moments at which the planned absences of people begin."""
    people = await session.scalars(select(Person).where(Person.away_later.is_not(None)))
    return [
        calendar.of_zone(person.zone).moment(first, 0)
        for person in people
        for first, _ in person.absences
    ]


async def welcome_due(database: Database, say: Words) -> None:
    """Tell everybody whose absence has ended, once."""
    at = clock.now()
    async with database.read() as session:
        ended = [person.id for person in await absences.ended(session, at)]

    async def welcome(session: AsyncSession, person_id: int) -> None:
        person = await session.get_one(Person, person_id, with_for_update=True)
        if person.back_on is not None and not absences.is_away(person, at):
            await _welcome(session, say, person, at)

    await due.each_in_transaction(
        database, ended, welcome, failed="nobody was told that they are back", name="person"
    )


async def _welcome(session: AsyncSession, say: Words, person: Person, at: datetime) -> None:
    assert person.back_on is not None
    since = calendar.of_zone(person.zone).moment(person.back_on, calendar.MORNING)
    key = f"back:{person.back_on}"
    absences.come_back(person)
    teams = await plans.planned(session, person, spacing.spaced, at=at)
    if teams and lateness.WELCOME_BACK.still(since, at):
        actor = Actor(person.workspace_id, person.user_id)
        waiting = await rounds.open_for_person(session, actor, AnyRound, at=at)
        welcome = blocks.welcome
        await telling.people(
            session, say, [person], key, lambda words: welcome(words, waiting, teams), at=at
        )


async def moments(session: AsyncSession) -> list[datetime]:
    """The mornings on which somebody is back."""
    soon = await absences.ended(session, clock.now() + timedelta(weeks=60))
    return [
        calendar.of_zone(person.zone).moment(person.back_on, calendar.MORNING)
        for person in soon
        if person.back_on
    ]
