"""What people do with the four Ts: rate them, note next steps, look for ideas."""

import re
from typing import Any

from slack_bolt.async_app import AsyncApp

from bot import clock
from bot.framework.content import UnknownTopic
from bot.slack import block_kit as kit
from bot.slack.requests import number
from bot.teams import access
from bot.tools.four_ts import blocks
from bot.tools.four_ts.assessment import Assessment
from bot.tools.visits import Visit, visiting


def register(app: AsyncApp) -> None:
    app.action(re.compile(r"^four-?ts:open$"))(open_overview)  # older cards say fourts
    app.action(re.compile(r"^four-?ts:begin$"))(begin)
    app.action(re.compile(r"^four-?ts:ideas:"))(ideas)
    app.view(re.compile(r"^four-?ts:save$"))(save)


@visiting()
async def open_overview(visit: Visit) -> None:
    """`/amp four ts` and its button: how much say there is, and where to begin."""
    team = await access.meant_if_any(visit.session, visit.request)
    kept = await Assessment.read(visit.notes, team)
    await visit.reply.show(blocks.overview(visit.say, visit.content, team, kept))


@visiting()
async def begin(visit: Visit) -> None:
    """The button «Begin»: the form, with what was said before."""
    team = await access.meant_if_any(visit.session, visit.request)
    kept = await Assessment.read(visit.notes, team)
    await visit.reply.show(blocks.form(visit.say, visit.content, team, kept))


@visiting()
async def ideas(visit: Visit) -> None:
    """The button with the ideas for one T; they lie over the view, which stays as it was."""
    facet = visit.content.facets.get(visit.request.value)
    if facet is None:
        raise UnknownTopic
    await visit.reply.push(blocks.catalogue(visit.say, visit.content, facet))


@visiting(writes=True)
async def save(visit: Visit) -> None:
    """The form's button: it is kept for this person and team, beside what another window has."""
    team = await access.meant_if_any(visit.session, visit.request)
    await visit.notes.hold()
    kept = await Assessment.read(visit.notes, team)
    now = blocks.form(visit.say, visit.content, team, kept)["blocks"]
    assessed = _entered(visit.request.merged(now))
    if told := visit.contested(now):
        again = blocks.form(visit.say, visit.content, team, assessed)
        await visit.reply.show(kit.once_more(again, told, visit.request.entered))
        return
    if assessed != kept:  # an empty form is no assessment
        await assessed.keep(visit.notes, team, at=clock.now())
    await visit.reply.show(blocks.overview(visit.say, visit.content, team, assessed))


def _entered(values: dict[str, Any]) -> Assessment:
    """What was entered, by facet; what was left empty is left out."""

    def of(kind: str) -> dict[str, str]:
        return {n.removeprefix(kind): v for n, v in values.items() if n.startswith(kind) and v}

    return Assessment(
        ratings={facet: number(value) for facet, value in of("say-").items()},
        steps={facet: value.strip() for facet, value in of("step-").items()},
        easiest=values["easiest"],
    )


COMMANDS = {"four ts": open_overview}
