"""What people do with the role map: look at it, and as a lead change and share it."""

import re
from typing import Any

from slack_bolt.async_app import AsyncApp

from bot import clock
from bot.slack import block_kit as kit
from bot.slack.block_kit import View
from bot.teams import access, telling
from bot.teams.access import Right
from bot.teams.models import Team
from bot.tools.blocks import YES
from bot.tools.roles import blocks, work
from bot.tools.roles.models import Role
from bot.tools.visits import Visit, visiting


def register(app: AsyncApp) -> None:
    app.action("roles:open")(open_map)
    app.action("roles:add")(add)
    app.action("roles:share")(share)
    app.action(re.compile(r"^roles:edit:"))(edit)
    app.action(re.compile(r"^roles:remove:"))(remove)
    app.view("roles:save")(save)


@visiting()
async def open_map(visit: Visit) -> None:
    """`/amp roles` and its buttons: the map of a team's work."""
    team = await access.allowed(visit.session, visit.request, Right.SEE)
    await visit.reply.show(await _overview(visit, team))


@visiting()
async def add(visit: Visit) -> None:
    """The button «Add a kind of work»."""
    team = await access.allowed(visit.session, visit.request, Right.DECIDE)
    await visit.reply.show(blocks.form(visit.say, visit.content, team))


@visiting()
async def edit(visit: Visit) -> None:
    """The button «Change»."""
    role, team = await _led(visit)
    await visit.reply.show(blocks.form(visit.say, visit.content, team, role))


@visiting(writes=True)
async def save(visit: Visit) -> None:
    """The form's button: the map shows what came of it."""
    team = await access.allowed(visit.session, visit.request, Right.DECIDE)
    role_id, request = visit.request.metadata["role"], visit.request
    known = await work.hold(visit.session, team, role_id) if role_id is not None else None
    is_gone = role_id is not None and known is None
    now = blocks.form(visit.say, visit.content, team, known)["blocks"]
    name, answers = _entered(visit, request.values if is_gone else request.merged(now))
    if told := visit.say("roles-gone") if is_gone else visit.contested(now):
        wished = Role(id=known.id if known else None, name=name, answers=answers)
        again = blocks.form(visit.say, visit.content, team, wished)
        entered = list(request.values) if is_gone else request.entered
        await visit.reply.show(kit.once_more(again, told, entered))
        return
    await work.save(visit.session, team, known, name, answers)
    await visit.reply.show(await _overview(visit, team))


def _entered(visit: Visit, values: dict[str, Any]) -> tuple[str, dict[str, bool]]:
    answers = {q.id: values[q.id] == YES for q in visit.content.roles if q.id in values}
    return (values["name"] or "").strip(), answers


@visiting(writes=True)
async def remove(visit: Visit) -> None:
    """The button «Remove»."""
    role, team = await _led(visit)
    await work.remove(visit.session, role)
    await visit.reply.show(await _overview(visit, team))


@visiting(writes=True)
async def share(visit: Visit) -> None:
    """The button «Share in the channel»."""
    team, at = await access.allowed(visit.session, visit.request, Right.DECIDE), clock.now()
    roles = await work.of_team(visit.session, team)
    language = visit.say.locale(team.language), visit.content.locale(team.language)
    drafts = blocks.shared(*language, team, roles, visit.actor.user_id)
    # A press is taken once (bot/slack/deduplication.py), so the moment may stand in the key.
    key = f"shared:roles:{team.id}:{int(at.timestamp() * 1000)}"
    await telling.channel(visit.session, team, key, drafts, at=at, at_once=True)
    await visit.reply.show(blocks.on_its_way(visit.say, team))


async def _led(visit: Visit) -> tuple[Role, Team]:
    """The kind of work that a button is about, and its team, which the person leads."""
    role = await work.find(visit.session, visit.request.number)
    return role, await access.led_with_id(visit.session, visit.actor, role.team_id)


async def _overview(visit: Visit, team: Team) -> View:
    found, leads = await work.of_team(visit.session, team), await visit.leads(team)
    return blocks.overview(visit.say, visit.content, team, found, leads=leads)


COMMANDS = {"roles": open_map}
