"""What people do with the audit: answer for themselves, ask the team, look at both."""

import re
from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncApp

from bot import clock
from bot.pulse.ballots import StrangeAnswer
from bot.slack.block_kit import View
from bot.slack.requests import number
from bot.teams import access
from bot.teams.access import Right
from bot.teams.models import Team
from bot.tools.audit import asking, blocks, profiles
from bot.tools.audit.blocks import AuditState
from bot.tools.audit.questionnaire import SCALE
from bot.tools.private.notes import Tool
from bot.tools.visits import Visit, visiting


def register(app: AsyncApp) -> None:
    app.action(re.compile(r"^audit:open"))(audit)
    app.action("audit:begin")(begin)
    app.action("audit:ask")(ask)
    app.view("audit:page")(answer)


@visiting()
async def audit(visit: Visit) -> None:
    """`/amp audit`, and a button that leads there: what steers a team, as one and all see it."""
    team = await access.meant_if_any(visit.session, visit.request)
    await visit.reply.show(await _overview(visit, team))


@visiting()
async def begin(visit: Visit) -> None:
    """The button «Do the audit»: the first page, with what was answered before."""
    team = await access.meant_if_any(visit.session, visit.request)
    given = await visit.notes.read(Tool.AUDIT, team)
    await visit.reply.show(_page(visit, 2, given, team))


@visiting(writes=True)
async def answer(visit: Visit) -> None:
    """A page's button: it is saved at once, and the next page or the profile follows."""
    system, team_id = visit.request.metadata.get("system"), visit.request.team_id
    if system not in (2, 3):
        raise StrangeAnswer
    team = await access.with_id(visit.session, visit.actor, team_id) if team_id else None
    kept = await visit.notes.read(Tool.AUDIT, team)
    given = profiles.changed(kept, _answers(visit.request.values))
    await visit.notes.keep(Tool.AUDIT, given, team, at=clock.now())
    done = system == 3
    await visit.reply.show(await _overview(visit, team) if done else _page(visit, 3, given, team))


def _answers(values: Mapping[str, Any]) -> dict[str, int | None]:
    """What a page says now; None where a sign is left out."""
    return {sign: number(v) if v and number(v) in SCALE else None for sign, v in values.items()}


@visiting(writes=True)
async def ask(visit: Visit) -> None:
    """The button «Ask the team», for leads."""
    team = await access.allowed(visit.session, visit.request, Right.ASK)
    await asking.wish(visit.session, team, at=clock.now())
    await visit.reply.show(await _overview(visit, team))


def _page(visit: Visit, system: int, given: Mapping[str, int], team: Team | None) -> View:
    team_id = team.id if team else None
    return blocks.page(visit.say, visit.content, system, given, team_id=team_id)


async def _overview(visit: Visit, team: Team | None) -> View:
    mine = profiles.of_one(visit.content.signs, await visit.notes.read(Tool.AUDIT, team))
    if team is None:
        return blocks.overview(visit.say, visit.content, AuditState(mine))
    state = AuditState(
        mine,
        team,
        open_round=await asking.current(visit.session, team),
        is_wished=await asking.is_wished(visit.session, team),
        reading=await asking.newest(visit.session, team),
        leads=await visit.leads(team),
    )
    return blocks.overview(visit.say, visit.content, state)


COMMANDS = {"audit": audit}
