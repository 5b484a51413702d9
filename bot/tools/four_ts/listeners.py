"""What people do with the four Ts: rate them, note next steps, look for ideas."""

import re
from typing import Any

from slack_bolt.async_app import AsyncApp
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.framework.content import Content, UnknownTopic
from bot.slack.listening import Reply, listener
from bot.slack.requests import Request
from bot.teams import access
from bot.tools.four_ts import blocks
from bot.tools.four_ts.assessment import Assessment
from bot.vault import Vault
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.action(re.compile(r"^four-?ts:open$"))(open_overview)  # older cards say fourts
    app.action(re.compile(r"^four-?ts:begin$"))(begin)
    app.action(re.compile(r"^four-?ts:ideas:"))(ideas)
    app.view(re.compile(r"^four-?ts:save$"))(save)


@listener
async def open_overview(
    request: Request,
    session: AsyncSession,
    say: Words,
    content: Content,
    vault: Vault,
    reply: Reply,
) -> None:
    """`/amp four ts` and its button: how much say there is, and where to begin."""
    team = await access.meant_if_any(session, request)
    kept = await Assessment.read(session, vault, request.actor, team)
    await reply.show(blocks.overview(say, content, team, kept))


@listener
async def begin(
    request: Request,
    session: AsyncSession,
    say: Words,
    content: Content,
    vault: Vault,
    reply: Reply,
) -> None:
    """The button «Begin»: the form, with what was said before."""
    team = await access.meant_if_any(session, request)
    kept = await Assessment.read(session, vault, request.actor, team)
    await reply.show(blocks.form(say, content, team, kept))


@listener
async def ideas(request: Request, say: Words, content: Content, reply: Reply) -> None:
    """The button with the ideas for one T; they lie over the view, which stays as it was."""
    if request.value not in content.facets:
        raise UnknownTopic
    await reply.push(blocks.catalogue(say, content, content.facets[request.value]))


@listener(writes=True)
async def save(
    request: Request,
    session: AsyncSession,
    say: Words,
    content: Content,
    vault: Vault,
    reply: Reply,
) -> None:
    """The form's button: it is kept for this person and team."""
    assessed = _entered(request.values)
    team = await access.meant_if_any(session, request)
    await assessed.keep(session, vault, request.actor, team, at=clock.now())
    await reply.show(blocks.overview(say, content, team, assessed))


def _entered(values: dict[str, Any]) -> Assessment:
    """What was entered, by facet; what was left empty is left out."""

    def of(kind: str) -> dict[str, str]:
        return {n.removeprefix(kind): v for n, v in values.items() if n.startswith(kind) and v}

    return Assessment(
        ratings={facet: int(value) for facet, value in of("say-").items()},
        steps={facet: value.strip() for facet, value in of("step-").items()},
        easiest=values["easiest"],
    )


COMMANDS = {"four ts": open_overview}
