"""What people do about teams: look at one, pause it, end it; the rest is beside this."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from slack_bolt.async_app import AsyncApp
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.settings import Settings
from bot.slack.listening import Reply, listener
from bot.slack.requests import Request
from bot.teams import access, blocks, pausing, plans, roster, setup, succession, telling
from bot.teams.access import Right
from bot.teams.events import listeners as events
from bot.teams.form import listeners as form
from bot.teams.models import Team
from bot.teams.plans import Spacing
from bot.teams.together import listeners as together
from bot.teams.together import pairing
from bot.teams.workspace import listeners as workspace
from bot.words import Words

# What a team's end would delete, and its lead may want to keep: lines of people's words.
Leftovers: TypeAlias = Callable[[AsyncSession, Team], Awaitable[list[str]]]


def register(app: AsyncApp) -> None:
    app.action("team:end")(ask_to_end)
    app.action("sure:end")(end_team)
    app.action("sure:pause")(pause_for_good)
    app.action("team:lead")(become_lead)
    form.register(app)
    events.register(app)
    workspace.register(app)
    together.register(app)


@listener
async def show_team(
    request: Request, session: AsyncSession, say: Words, reply: Reply, spacing: Spacing
) -> None:
    """`/amp team`: who is asked, when, and who leads."""
    team = await access.allowed(session, request, Right.SEE)
    people = await roster.read(session, team)
    for_lead = people.is_led_by(request.actor)
    turn = await plans.turn(session, people, request.actor, spacing, at=clock.now())
    card = blocks.card(say, people, turn, for_lead=for_lead, at=clock.now())
    await reply(say("teams-card-text", team=team.name), card)


@listener(writes=True)
async def pause(
    request: Request, session: AsyncSession, say: Words, reply: Reply, spacing: Spacing
) -> None:
    """`/amp pause [weeks | until DATE]`: a lead lets rounds be skipped; bare, it asks once."""
    team = await access.allowed(session, request, Right.CHANGE)
    if not request.text:
        people = len((await roster.read(session, team)).counted)
        await reply(say("teams-pause-sure-text"), blocks.sure_to_pause(say, team, people))
        return
    await _pause(request, session, say, reply, spacing, team)


@listener(writes=True)
async def pause_for_good(
    request: Request, session: AsyncSession, say: Words, reply: Reply, spacing: Spacing
) -> None:
    """And a lead pauses the team until further notice."""
    team = await access.allowed(session, request, Right.CHANGE)
    await _pause(request, session, say, reply, spacing, team)


async def _pause(
    request: Request,
    session: AsyncSession,
    say: Words,
    reply: Reply,
    spacing: Spacing,
    team: Team,
) -> None:
    at = clock.now()
    await pausing.pause(session, team, pausing.end(say, request.text, team, at=at), at=at)
    people = await roster.read(session, team)
    day = await plans.next_day(session, people, spacing, at=at)
    await telling.news(session, say, team, blocks.news_of_pause(team, request.actor, day), at=at)
    turn = await plans.turn(session, people, request.actor, spacing, at=at)
    await reply(blocks.paused(say, turn), replace=not request.text)


@listener(writes=True)
async def resume(
    request: Request, session: AsyncSession, say: Words, reply: Reply, spacing: Spacing
) -> None:
    """`/amp resume`: and it goes on."""
    team, at = await access.allowed(session, request, Right.CHANGE), clock.now()
    was_paused = await pausing.resume(session, team, at=at)
    people = await roster.read(session, team)
    if was_paused:
        day = await plans.next_day(session, people, spacing, at=at)
        news = blocks.news_of_resuming(team, request.actor, day)
        await telling.news(session, say, team, news, at=at)
    turn = await plans.turn(session, people, request.actor, spacing, at=at)
    await reply(blocks.resumed(say, turn, was_paused=was_paused, at=at))


@listener
async def ask_to_end(
    request: Request,
    session: AsyncSession,
    say: Words,
    reply: Reply,
    leftovers: Leftovers,
    settings: Settings,
) -> None:
    """The button «End the team»: whom that reaches, what goes, and whether to do it."""
    team = await access.allowed(session, request, Right.END)
    people, left = await roster.read(session, team), await leftovers(session, team)
    asked = blocks.sure_to_end(say, team, len(people.counted), left, settings.keep_ended_teams)
    await reply(say("teams-end-text"), asked)


@listener(writes=True)
async def end_team(
    request: Request, session: AsyncSession, say: Words, reply: Reply, leftovers: Leftovers
) -> None:
    """And a lead ends it; ideas that were still to be built are theirs to keep."""
    team, at = await access.allowed(session, request, Right.END), clock.now()
    left = await leftovers(session, team)
    await pairing.part(session, say, team, request.actor, at=at)
    news = blocks.news("teams-news-ended", team, request.actor)
    await telling.news(session, say, team, news, at=at)
    setup.end(team, at=at)
    await reply(blocks.ended(say, team), blocks.ended_with(say, team, left), replace=True)


@listener(writes=True)
async def become_lead(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The button «Become lead», of a team that nobody leads: the first who presses it does."""
    team = await access.allowed(session, request, Right.SEE)
    await succession.take_over(session, say, team, request.actor, at=clock.now())
    await reply(say("teams-lead-now", team=team.name), replace=True)


COMMANDS = {
    "setup": form.set_up,
    "team": show_team,
    "pause": pause,
    "resume": resume,
    "workspace": workspace.show,
}
