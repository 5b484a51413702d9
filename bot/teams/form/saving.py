"""What becomes of a team's form: a team that is made or changed, or the form once more."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncSession

from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.slack.groups import Group
from bot.slack.requests import Actor, Request
from bot.teams import (
    access,
    announcing,
    blocks,
    calendar,
    clocks,
    dates,
    plans,
    reaching,
    roster,
    setup,
    telling,
)
from bot.teams.access import Right
from bot.teams.channels import NobodyThere
from bot.teams.form import blocks as form
from bot.teams.form import entered
from bot.teams.form.blocks import MANY, Form
from bot.teams.models import Team
from bot.teams.plans import Spacing
from bot.teams.roster import Human
from bot.teams.together import pairing
from bot.teams.whom import ALL, NobodyOfThem, Rule
from bot.words import Markup, Words


class Sent(Struct, frozen=True):
    """A form that was sent off, and what Slack says of its channel and its user group by then."""

    request: Request
    wishes: setup.Wishes
    group: Rule | None
    humans: Sequence[Human]
    is_private: bool
    spacing: Spacing

    @property
    def reach(self) -> int:
        """How many people it would ask."""
        return self.wishes.reach(self.humans)

    @property
    def zone(self) -> str:
        """That of whoever sent it."""
        return zone_of(self.request.actor, self.humans)


def asks_again(say: Words, sent: Sent) -> Markup | None:
    """What is said where the form comes once more: it reaches many, or nobody of those named."""
    people = sent.reach
    if people > MANY and sent.request.metadata.get("sure") != people:
        return say("teams-form-many", people=people)
    if not people and sent.wishes.rule != ALL:
        return kit.info(say.error(NobodyOfThem()))
    return None


async def create(
    session: AsyncSession, say: Words, sent: Sent, starter: Human, *, at: datetime
) -> list[Block]:
    """Make the team, and tell its channel; raises TeamExists, MayNotStart or NobodyThere."""
    actor = sent.request.actor
    made = await setup.create(
        session, actor.workspace_id, sent.request.metadata["channel"], sent.wishes, sent.humans,
        zone=sent.zone, at=at, is_private=sent.is_private, by=starter,
    )  # fmt: skip
    if not made.counted:
        raise NobodyThere
    await announcing.begun(session, say, made, actor.user_id, at=at)
    await _wish(session, say, made.team, sent.wishes, actor, at=at)
    turn = await plans.turn(session, made, actor, sent.spacing, at=at)
    return blocks.started(say, made, turn, at=at)


async def change(session: AsyncSession, say: Words, sent: Sent, *, at: datetime) -> list[Block]:
    """What a lead changed; what they left alone stays as it is, whoever changed it meanwhile."""
    request = sent.request
    await session.get(Team, request.team_id, with_for_update=True)  # before anything is read of it
    team = await access.allowed(session, request, Right.CHANGE)
    wishes = await _merged(session, say, sent, team, at)
    await reaching.regain(session, team, at=at)
    rhythm, before = (
        plans.rhythm_of(team),
        announcing.Announced.of(await roster.read(session, team)),
    )
    changed = await setup.change(
        session, team, wishes, sent.humans, at=at, is_private=sent.is_private
    )
    await announcing.changed(session, say, before, changed, request.actor.user_id, at=at)
    await _wish(session, say, team, wishes, request.actor, at=at)
    if not plans.rhythm_of(team).is_like(rhythm):
        news = blocks.news_of_rhythm(team, request.actor)
        await telling.news(session, say, team, news, at=at)
    turn = await plans.turn(session, changed, request.actor, sent.spacing, at=at)
    return blocks.saved(say, changed, turn, at=at)


async def _wish(
    session: AsyncSession,
    say: Words,
    team: Team,
    wishes: setup.Wishes,
    lead: Actor,
    *,
    at: datetime,
) -> None:
    """Ask another team's leads, where that is wished and they were not asked; else ask no more."""
    if wishes.sister and wishes.sister != await pairing.asked(session, team):
        await pairing.ask(session, say, team, wishes.sister, lead, at=at)
    elif wishes.wants_cards is not None:
        await pairing.withdraw(session, team)


async def _merged(
    session: AsyncSession, say: Words, sent: Sent, team: Team, at: datetime
) -> setup.Wishes:
    now = await settings(session, say, team)
    values = entered.merged(sent.request, now["blocks"])
    wishes = entered.wishes(say, values, sent.group, at=at)
    setup.check(wishes)
    if wishes.rule:
        wishes.rule.check(sent.humans, with_guests=wishes.with_guests)
    return wishes


async def settings(
    session: AsyncSession, say: Words, team: Team, groups: Sequence[tuple[Group, int]] = ()
) -> View:
    """The form filled with what holds now, and the user *groups* that may be chosen."""
    people = await roster.read(session, team)
    filled = Form(
        name=team.name,
        channel_id=team.channel_id,
        digest_channel_id=team.digest_channel_id,
        leads=[person.user_id for person in people.leads],
        whom=team.whom,
        people=people.named,
        groups=groups,
        weekday=team.weekday,
        hour=team.hour,
        in_local_time=team.in_local_time,
        every_weeks=team.every_weeks,
        open_hours=team.open_hours,
        with_guests=team.with_guests,
        holidays=team.holidays,
        language=team.language,
        in_rollup=team.is_rolled_up,
        wants_cards=team.wants_cards,
        sister=await pairing.asked(session, team),
        is_together=team.sister is not None,
        zone=team.zone,
        settings=clocks.Settings(
            # Of leads alone: another's that was missing one day would tell who has gone.
            zones=[person.zone for person in people.leads],
            workdays=sorted(calendar.of_team(team).week),
            days_off=dates.written(team.days_off),
            reminds=team.reminds,
        ),
    )
    return form.form(say, filled, people=len(people.counted), team_id=team.id)


def zone_of(actor: Actor, humans: Sequence[Human]) -> str:
    """The time zone of one of these people; UTC where they are not among them."""
    return next((human.zone for human in humans if human.user_id == actor.user_id), "UTC")
