"""The App Home tab: what waits for a person, how their teams stand, what to do next."""

from collections.abc import Sequence
from datetime import date

from bot.digest import blocks as digest
from bot.digest.rollup import blocks as rollup
from bot.digest.summary import Summary
from bot.digest.trends import blocks as trends
from bot.experiments import blocks as experiments
from bot.experiments.experimenting import Status
from bot.framework import blocks as cards
from bot.framework.content import Content
from bot.home import steps
from bot.home.overview import Home, LeadOverview, TeamOverview
from bot.insight.figures import Figure
from bot.insight.verdicts import Kind
from bot.pulse import blocks as pulse
from bot.pulse.absence import blocks as absence
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.teams.models import Team
from bot.teams.plans import Why
from bot.words import Markup, Words, channel, join

MAX_TRIED = 3  # experiments that Home names; the modal has the others


def home(say: Words, content: Content, told: Home) -> View:
    """The whole tab."""
    blocks = [
        *_waiting(say, told),
        *_teams(say, content, told),
        *steps.next_step(say, content, told),
        *_leading(say, content, told),
    ]
    return {"type": "home", "callback_id": "home", "blocks": blocks}


def _waiting(say: Words, told: Home) -> list[Block]:
    header = kit.header(say.plain("home-waiting-header"))
    waiting = [pulse.waiting(say, one.team, one.round_) for one in told.waiting]
    return [header, *(waiting or [kit.section(_nothing(say, told.teams))]), *_absence(say, told)]


def _absence(say: Words, told: Home) -> list[Block]:
    """«I'm away», or until when one is; for whoever is in a team."""
    if told.away is not None:
        return absence.away(say, told.away)
    planned = absence.later(say, told.leaves) if told.leaves else []
    return [*planned, *([kit.actions(pulse.away_button(say))] if told.teams else [])]


def _nothing(say: Words, teams: Sequence[TeamOverview]) -> Markup:
    if not teams:
        return say("home-in-no-team")
    turns = [one.turn for one in teams]
    if planned := [one.opens for one in turns if one.opens and one.why == Why.ASKED]:
        return say("home-nothing-waits", opens=min(planned))
    return join("\n", [say("home-nothing"), *pulse.coming(say, turns)])


def _teams(say: Words, content: Content, told: Home) -> list[Block]:
    if not told.teams:
        return []
    blocks: list[Block] = [kit.divider(), kit.header(say.plain("home-teams-header"))]
    for one in told.teams:
        blocks += [_team(say, one), *_digest(say, content, one.last)]
    if told.more:
        blocks.append(kit.context(say("home-more-teams", teams=told.more)))
    if any(one.last and one.last.shows_results for one in told.teams):
        blocks.append(kit.context(_drives(say, content)))
    return blocks


def _drives(say: Words, content: Content) -> Markup:
    """What the drives are, for whoever has never heard of them."""
    named = [say("home-drive-about", name=d.name, about=d.about) for d in content.drives]
    return say("home-drives", drives=join(" ", named))


def _team(say: Words, one: TeamOverview) -> Block:
    if one.last is None:
        return kit.section(say("home-no-round", team=one.team.called))
    told = say(
        "home-last-round-in-channel" if one.arrived else "home-last-round",
        team=one.team.called,
        number=one.last.number,
        day=date.fromisoformat(one.last.day),
        answered=one.last.answered,
        asked=one.last.asked,
        channel=channel(one.team.digest_channel_id),
    )
    return kit.section(told, accessory=trends.opener(say, one.team.id))


def _digest(say: Words, content: Content, last: Summary | None) -> list[Block]:
    """The drives of the last digest, with its verdicts in words."""
    if last is None:
        return []
    if not last.shows_results:
        return [kit.context(say("home-not-shown"))]
    drives = last.in_language(content).drives
    return [kit.section(join("\n", [_drive(say, drive, last) for drive in drives]))]


def _drive(say: Words, drive: Figure, last: Summary) -> Markup:
    of_it = [one for one in last.news if one.drive == drive.id and one.stage == "goes-on"]
    verdict, number = _verdict(drive), 0
    if of_it and drive.shown is not None:
        verdict = "fell" if of_it[0].kind == Kind.DOWN else "rose"
        number = of_it[0].number
    return say("home-drive", bar=digest.bar(say, drive), verdict=verdict, number=number)


def _verdict(drive: Figure) -> str:
    if drive.shown is None:
        return "none"
    told = drive.odd or drive.kind
    return told if told in ("low", "high", Kind.NOISE, Kind.LEARNING) else "none"


def help_(say: Words, content: Content, told: Home) -> list[Block]:
    """What one person can do now, on one screen of a phone; a button has all the rest."""
    who = told.standing
    first = [topic for topic in content.topics if topic.command and who in topic.command.first_for]
    lines = [
        say("framework-help-line", typed=t.typed, summary=cards.prose(t.summary)) for t in first
    ]
    card = "privacy" if told.teams else steps.FIRST_CARD
    return [
        *[pulse.waiting(say, one.team, one.round_) for one in told.waiting[:1]],
        *(steps.news_in_short(say, content, told) or _next_in_short(say, content, told)),
        kit.section(join("\n", [say("home-help", who=who), *lines])),
        kit.actions(
            cards.read_button(content.card("steps").button, "steps"),
            cards.read_button(content.card(card).button, card),
            cards.everything_button(say),
        ),
    ]


def _next_in_short(say: Words, content: Content, told: Home) -> list[Block]:
    """What is open on the checklist of a team that one leads, with the tool it is done with."""
    if told.next is None or told.next_of is None or not told.leads_next:
        return []
    text = say("home-help-next", todo=told.next.text, how=told.next.how)
    tool = steps.tool(say, content, told.next, told.next_of)
    return [kit.section(text), *([kit.actions(tool)] if tool else [])]


def _leading(say: Words, content: Content, told: Home) -> list[Block]:
    led = [(one.team, one.led) for one in told.teams if one.led]
    blocks = [block for one in led for block in _lead(say, content, *one)]
    header = kit.header(say.plain("home-leads-header"))
    company = [kit.actions(rollup.company_button(say))] if told.rolls_up else []
    return [kit.divider(), header, *blocks, *company] if blocks else []


def _lead(say: Words, content: Content, team: Team, led: LeadOverview) -> list[Block]:
    lines = [
        say("home-team", team=team.name),
        say("home-response", rate=led.rate or 0, rounds=led.rounds),
        say("home-checklist", done=led.progress.done, all=len(led.progress.todos)),
        *_tried(say, led.tried),
    ]
    return [
        kit.section(join("\n", lines)),
        *_running(say, content, led),
        kit.actions(*_buttons(say, team)),
    ]


def _tried(say: Words, tried: Sequence[Status]) -> list[Markup]:
    if not tried:
        return []
    named = [
        say(
            "home-tried-one", title=one.experiment.title, end=experiments.ended(say, one.experiment)
        )
        for one in tried[:MAX_TRIED]
    ]
    more = len(tried) - len(named)
    if more:
        named.append(say("home-tried-more", more=more))
    return [say("home-tried", experiments=say.listed(named, style="unit"))]


def _running(say: Words, content: Content, led: LeadOverview) -> list[Block]:
    if led.running is None:
        return []
    told = say("digest-running-line", told=experiments.running_line(say, content, led.running))
    return [kit.verbatim(told)]


def _buttons(say: Words, team: Team) -> list[Block]:
    id_ = str(team.id)
    return [
        kit.button(say.plain("home-settings-button"), f"team:settings:{id_}", id_),
        kit.button(say.plain("home-ask-now-button"), f"pulse:now:{id_}", id_),
        kit.button(say.plain("home-experiments-button"), f"home:experiments:{id_}", id_),
        kit.button(say.plain("home-report-button"), f"report:send:{id_}", id_),
        kit.button(say.plain("home-checklist-button"), f"checklist:open:{id_}", id_),
    ]
