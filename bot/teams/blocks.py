"""What people see of a team: its card, its news, and what is asked before something big."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from bot.privacy import QUORUM
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block
from bot.slack.outbox import Draft
from bot.slack.requests import Actor
from bot.teams import clocks
from bot.teams.models import Team
from bot.teams.plans import Turn, Why
from bot.teams.roster import Roster
from bot.teams.together import blocks as together
from bot.words import Markup, Words, channel, join, mention

BY_ITSELF = (Why.UNREACHABLE, Why.NOBODY)  # why a team pauses without a lead's wish


def started(say: Words, roster: Roster, turn: Turn, *, at: datetime) -> list[Block]:
    """What whoever set the team up reads afterwards."""
    team = roster.team
    said = say(
        "teams-started",
        team=team.name,
        asked=asked(say, roster),
        rhythm=rhythm(say, team),
        next=upcoming(say, turn, at=at),
    )
    return [
        kit.section(said),
        *together.state(say, team, for_lead=True),
        kit.actions(
            kit.button(
                say.plain("teams-ask-now-button"), "pulse:now", str(team.id), style="primary"
            ),
            kit.button(say.plain("teams-settings-button"), "team:settings", str(team.id)),
        ),
    ]


def asked(say: Words, roster: Roster) -> Markup:
    """How many are asked; of how many in the channel, where that is not everybody."""
    people, here = len(roster.counted), len(roster.here)
    return say("teams-asked", people=people, here=here, everybody=_everybody(roster))


def _everybody(roster: Roster) -> str:
    return "yes" if len(roster.counted) == len(roster.here) else "no"


def saved(say: Words, roster: Roster, turn: Turn, *, at: datetime) -> list[Block]:
    """What a lead reads who has changed the settings."""
    return [kit.section(say("teams-saved")), *card(say, roster, turn, for_lead=False, at=at)]


def card(say: Words, roster: Roster, turn: Turn, *, for_lead: bool, at: datetime) -> list[Block]:
    """A team at a glance; *turn* is when the next round comes to whoever looks."""
    team = roster.team
    its = team.asking
    said = say(
        "teams-card",
        team=team.name,
        channel=channel(team.channel_id),
        people=len(roster.counted),
        here=len(roster.here),
        everybody=_everybody(roster),
        rhythm=rhythm(say, its),
        hours=its.open_hours,
        leads=len(roster.leads),
        names=[mention(person.user_id) for person in roster.leads],
        digest=channel(team.digest_channel_id),
        next=upcoming(say, turn, at=at),
    )
    buttons = _buttons(say, team) if for_lead else []
    if not roster.leads:
        buttons = [_become_lead(say, team)]
    return [
        kit.section(said),
        *together.state(say, team, for_lead=for_lead),
        *([kit.actions(*buttons)] if buttons else []),
    ]


def _become_lead(say: Words, team: Team) -> Block:
    return kit.button(
        say.plain("teams-become-lead-button"), "team:lead", str(team.id), style="primary"
    )


def leaderless(say: Words, team: Team) -> Draft:
    """What they read who may look after a team that nobody leads any more."""
    said = say("teams-leaderless", team=team.name, channel=channel(team.channel_id))
    text = say("teams-leaderless-text", team=team.name)
    return Draft(text, [kit.section(said), kit.actions(_become_lead(say, team))])


def fewer_leads(say: Words, roster: Roster) -> Draft:
    """What the leads read who are left; who has gone, and why, is not said."""
    names = [mention(person.user_id) for person in roster.leads]
    said = say("teams-fewer-leads", team=roster.team.name, leads=names, number=len(names))
    return Draft(said, [kit.section(said)])


def new_lead(say: Words, team: Team, actor: Actor) -> Draft:
    """The one line by which a channel learns who looks after its team."""
    said = say("teams-new-lead", team=team.name, lead=mention(actor.user_id))
    return Draft(said, [kit.section(said)])


def _buttons(say: Words, team: Team) -> list[Block]:
    now = kit.button(say.plain("teams-ask-now-button"), "pulse:now", str(team.id))
    return [
        *([] if team.rests else [now]),
        kit.button(say.plain("teams-settings-button"), "team:settings", str(team.id)),
        kit.button(say.plain("teams-end-button"), "team:end", str(team.id), style="danger"),
    ]


def rhythm(say: Words, team: Team) -> Markup:
    return say(
        "teams-rhythm",
        weeks=team.every_weeks,
        day=say.weekday(team.weekday),
        hour=clocks.o_clock(team.hour),
        clock="own" if team.in_local_time else "same",
        zone=clocks.place(say, team.zone),
    )


def upcoming(say: Words, turn: Turn, *, at: datetime) -> Markup:
    """When somebody is asked next, or why they aren't; and the pause that there is until then."""
    until = turn.team.paused_until
    if until and until > at and turn.why not in (Why.GUEST, Why.PAUSED, *BY_ITSELF):
        return join(" ", [say("teams-next-after-pause", until=until), _next(say, turn)])
    return _next(say, turn)


def _next(say: Words, turn: Turn) -> Markup:
    team, opens = turn.team, turn.opens
    if opens is None:
        where = channel(team.channel_id)
        cards = "yes" if team.wants_cards else "no"
        return say("teams-not-next", why=turn.why, quorum=QUORUM, cards=cards, channel=where)
    if turn.why == Why.OUTSIDE:
        return say("teams-next-outside", opens=opens)
    if not turn.told:
        return say("teams-next-quiet", opens=opens)
    if delay := turn.delay:
        weekday = say.weekday(delay.day.weekday())
        return say("teams-next-moved", opens=opens, why=delay.cause, weekday=weekday, day=delay.day)
    return say("teams-next", opens=opens)


def welcome(say: Words, team: Team, turn: Turn) -> Draft:
    """The one line for somebody who has joined a team's channel: when they are asked first."""
    values = {"team": team.called, "channel": channel(team.channel_id)}
    if turn.opens and turn.why == Why.ASKED:
        key = "teams-welcome" if turn.told else "teams-welcome-quiet"
        said = say(key, opens=turn.opens, **values)
    else:
        said = say("teams-welcome-later", why=turn.why, quorum=QUORUM, **values)
    return Draft(said, [kit.section(said)])


def guest_or_not(say: Words, turn: Turn) -> Draft:
    """For a guest who is none any more: when they are asked; and for who has become one."""
    is_guest = turn.why == Why.GUEST
    said = say("teams-now-guest" if is_guest else "teams-no-guest", team=turn.team.name)
    said = said if is_guest else join(" ", [said, _next(say, turn)])
    return Draft(said, [kit.section(said)])


def unreachable(say: Words, team: Team, why: str, channel_id: str) -> Draft:
    """What a lead reads of a team that pauses because its channel can't be posted to."""
    said = say("teams-unreachable", team=team.name, why=why, channel=channel(channel_id))
    return Draft(
        say("teams-unreachable-text", team=team.name),
        [
            kit.section(said),
            kit.actions(
                kit.button(
                    say.plain("teams-try-again-button"), "team:retry", str(team.id), style="primary"
                ),
                kit.button(say.plain("teams-settings-button"), "team:settings", str(team.id)),
                kit.button(say.plain("teams-end-button"), "team:end", str(team.id)),
            ),
        ],
    )


def paused(say: Words, turn: Turn) -> Markup:
    team = turn.team
    if team.next_opens_at is None or team.paused_until is None:
        return say("teams-paused-for-good", team=team.name)
    return say("teams-paused", team=team.name, until=team.paused_until, next=_next(say, turn))


def resumed(say: Words, turn: Turn, *, was_paused: bool, at: datetime) -> Markup:
    goes_on = "teams-pause-over" if turn.why in BY_ITSELF else "teams-resumed"
    key = goes_on if was_paused else "teams-not-paused"
    return say(key, team=turn.team.name, next=upcoming(say, turn, at=at))


def reachable(say: Words, turn: Turn, *, at: datetime) -> Markup:
    return say("teams-reachable", team=turn.team.name, next=upcoming(say, turn, at=at))


def sure_to_pause(say: Words, team: Team, people: int) -> list[Block]:
    asked = say("teams-pause-sure", team=team.name, people=people)
    return kit.question(asked, say.plain("teams-pause-sure-button"), "sure:pause", str(team.id))


def sure_to_end(say: Words, team: Team, people: int, left: Sequence[str], days: int) -> list[Block]:
    """*days* is for how long its digests are kept."""
    asked = say("teams-end-sure", team=team.name, people=people, ideas=len(left), days=days)
    shown = [kit.section(join("\n", [f"• {line}" for line in left[:30]]))] if left else []
    yes = say.plain("teams-end-yes-button")
    return [*shown, *kit.question(asked, yes, "sure:end", str(team.id))]


def ended_with(say: Words, team: Team, left: Sequence[str]) -> list[Block]:
    """The end of a team, and the ideas that nobody has built yet, to be kept by whoever wants."""
    kept = [kit.section(join("\n", [say("teams-ended-ideas"), *(f"• {line}" for line in left)]))]
    return [kit.section(ended(say, team)), *(kept if left else [])]


def news(key: str, team: Team, actor: Actor) -> Callable[[Words], Markup]:
    """One line for where the digest goes: what somebody has changed."""
    return lambda say: say(key, team=team.name, lead=mention(actor.user_id))


def news_of_pause(team: Team, actor: Actor, day: date | None) -> Callable[[Words], Markup]:
    """With the *day* of the next round, if one comes: a small team has cards, or nothing."""
    if team.next_day is None or team.paused_until is None:
        return news("teams-news-paused-for-good", team, actor)
    until = team.paused_until
    return lambda say: say(
        "teams-news-paused", team=team.name, lead=mention(actor.user_id),
        day=day or "none", until=until,
    )  # fmt: skip


def news_of_resuming(team: Team, actor: Actor, day: date | None) -> Callable[[Words], Markup]:
    """With the *day* that takes the place of the one that the pause named, where a round comes."""
    return lambda say: say(
        "teams-news-resumed", team=team.name, lead=mention(actor.user_id), day=day or "none"
    )


def news_of_rhythm(team: Team, actor: Actor) -> Callable[[Words], Markup]:
    return lambda say: say(
        "teams-news-rhythm",
        team=team.name,
        lead=mention(actor.user_id),
        rhythm=rhythm(say, team),
    )


def ended(say: Words, team: Team) -> Markup:
    return say("teams-ended", team=team.name)
