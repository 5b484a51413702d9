"""What people do with the audit: answer for themselves, ask the team, look at both."""

import re
from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncApp
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.framework.content import Content
from bot.pulse.ballots import StrangeAnswer
from bot.slack.block_kit import View
from bot.slack.listening import Reply, listener
from bot.slack.requests import Actor, Request
from bot.teams import access
from bot.teams.models import Team
from bot.tools.audit import asking, blocks, profiles
from bot.tools.audit.blocks import AuditState
from bot.tools.audit.questionnaire import SCALE
from bot.tools.private import notes
from bot.tools.private.notes import Tool
from bot.vault import Vault
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.action(re.compile(r"^audit:open"))(audit)
    app.action("audit:begin")(begin)
    app.action("audit:ask")(ask)
    app.view("audit:page")(answer)


@listener
async def audit(
    request: Request,
    session: AsyncSession,
    vault: Vault,
    say: Words,
    content: Content,
    reply: Reply,
) -> None:
    """`/amp audit`, and a button that leads there: what steers a team, as one and all see it."""
    team = await access.meant_if_any(session, request)
    await reply.show(await _overview(session, vault, say, content, request.actor, team))


@listener
async def begin(
    request: Request,
    session: AsyncSession,
    vault: Vault,
    say: Words,
    content: Content,
    reply: Reply,
) -> None:
    """The button «Do the audit»: the first page, with what was answered before."""
    team = await access.meant_if_any(session, request)
    given = await notes.read(session, vault, request.actor, Tool.AUDIT, team=team)
    team_id = team.id if team else None
    await reply.show(blocks.page(say, content, 2, given, team_id=team_id))


@listener(writes=True)
async def answer(
    request: Request,
    session: AsyncSession,
    vault: Vault,
    say: Words,
    content: Content,
    reply: Reply,
) -> None:
    """A page's button: it is saved at once, and the next page or the profile follows."""
    system = request.metadata.get("system")
    if system not in (2, 3):
        raise StrangeAnswer
    actor, team_id = request.actor, request.team_id
    team = None if team_id is None else await access.with_id(session, actor, team_id)
    kept = await notes.read(session, vault, actor, Tool.AUDIT, team=team)
    given = profiles.changed(kept, _answers(request.values))
    await notes.keep(session, vault, actor, Tool.AUDIT, given, team=team, at=clock.now())
    if system == 2:
        await reply.show(blocks.page(say, content, 3, given, team_id=team_id))
    else:
        await reply.show(await _overview(session, vault, say, content, actor, team))


def _answers(values: Mapping[str, Any]) -> dict[str, int | None]:
    """What a page says now; None where a sign is left out."""
    return {sign: int(v) if v and int(v) in SCALE else None for sign, v in values.items()}


@listener(writes=True)
async def ask(
    request: Request,
    session: AsyncSession,
    vault: Vault,
    say: Words,
    content: Content,
    reply: Reply,
) -> None:
    """The button «Ask the team», for leads."""
    team = await access.led(session, request)
    await asking.wish(session, team, at=clock.now())
    await reply.show(await _overview(session, vault, say, content, request.actor, team))


async def _overview(
    session: AsyncSession,
    vault: Vault,
    say: Words,
    content: Content,
    actor: Actor,
    team: Team | None,
) -> View:
    given = await notes.read(session, vault, actor, Tool.AUDIT, team=team)
    mine = profiles.of_one(content.signs, given)
    if team is None:
        return blocks.overview(say, content, AuditState(mine))
    state = AuditState(
        mine,
        team,
        open_round=await asking.current(session, team),
        is_wished=await asking.is_wished(session, team),
        reading=await asking.newest(session, team),
        leads=await access.leads(session, team, actor),
    )
    return blocks.overview(say, content, state)


COMMANDS = {"audit": audit}
