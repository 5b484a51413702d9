"""Teams too small for numbers: nobody is asked in vain; a card to talk about comes instead."""

from datetime import date, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.framework.content import Content
from bot.privacy import QUORUM
from bot.pulse import blocks
from bot.slack.outbox import Draft
from bot.teams import plans, rhythm, roster, telling
from bot.teams.models import Team
from bot.teams.roster import Roster
from bot.words import Words

MONDAY = date(2024, 1, 1)  # of the week that is the first in the order of the questions


def is_too_small(members: Roster) -> bool:
    """Whether numbers can't come about, whoever answers."""
    return len(members.counted) < QUORUM


async def take_over(
    session: AsyncSession, say: Words, content: Content, team: Team, *, at: datetime
) -> bool:
    """Post this week's card, if the team is due and too small for a round; says whether it is.

    A card is due as a round would be, once a week, and not when it is two days late.
    """
    day, opens_at = team.next_day, team.next_opens_at
    members = await roster.read(session, team)
    if day is None or opens_at is None or opens_at > at or not is_too_small(members):
        return False
    week = rhythm.week(day)
    plans.schedule(members, at=at, not_in=week)
    if team.wants_cards and members.counted and at <= opens_at + timedelta(hours=48):
        both = [team, *([team.sister] if team.sister and members.sisters else [])]
        for one in both:
            draft = _card(say, content, one, number=(day - MONDAY).days // 7)
            await telling.channel(session, one, f"card:{one.id}:{week}", [draft], at=at)
    return True


def _card(say: Words, content: Content, team: Team, *, number: int) -> Draft:
    """The question of a week, in the team's language."""
    facets = content.locale(team.language).facets.values()
    questions = [question for facet in facets for question in facet.questions]
    return blocks.card(say.locale(team.language), questions[number % len(questions)])
