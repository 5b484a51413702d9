"""What channels read about a team: that its pulse begins, and what its leads have changed."""

from bot.slack import block_kit as kit
from bot.slack.outbox import Draft
from bot.teams import blocks
from bot.teams.roster import Roster
from bot.words import Words, channel, mention


def hello(say: Words) -> Draft:
    """What a channel reads that has no team, once Amp is invited to it."""
    said = say("teams-hello")
    set_up = kit.button(say.plain("teams-hello-button"), "team:set-up", "here", style="primary")
    return Draft(say("teams-hello-text"), [kit.section(said), kit.actions(set_up)])


def announced(say: Words, roster: Roster, lead: str) -> Draft:
    """What the channel reads when its pulse begins: who is asked, and what happens to answers."""
    team = roster.team
    said = say(
        "teams-announced",
        lead=mention(lead),
        team=team.name,
        asked=blocks.asked(say, roster),
        rhythm=blocks.rhythm(say, team),
        here="yes" if team.digest_channel_id == team.channel_id else "no",
        digest=channel(team.digest_channel_id),
    )
    sealed = say("teams-announced-sealed")
    text = say("teams-announced-text", team=team.name)
    return Draft(text, [kit.section(said), kit.context(sealed)])


def digest_comes_here(say: Words, roster: Roster, lead: str) -> Draft:
    """What a channel reads that is not the team's, and in which its digests will stand."""
    return _announcement(say, "teams-digest-comes", roster, lead)


def digest_moved(say: Words, roster: Roster, lead: str, before: str) -> Draft:
    """The same for a digest that stood in another channel *before*."""
    return _announcement(say, "teams-digest-moved", roster, lead, before=channel(before))


def asks_others(say: Words, roster: Roster, lead: str | None) -> Draft:
    """How many are asked from the next round on, and by which rule; never who they are.

    Changed by a lead, or else by whoever changed the user group that is asked, which has no name
    here: with it everybody could look up who is asked. In a team without one, others have come.
    """
    whom = "group" if roster.team.group else roster.team.whom
    by = "lead" if lead else "group" if roster.team.group else "comers"
    return _announcement(say, "teams-asks-others", roster, lead or "", whom=whom, by=by)


def _announcement(say: Words, key: str, roster: Roster, lead: str, **more: str) -> Draft:
    team = roster.team
    said = say(
        key,
        lead=mention(lead),
        team=team.name,
        people=len(roster.counted),
        here=len(roster.here),
        channel=channel(team.channel_id),
        digest=channel(team.digest_channel_id),
        **more,
    )
    return Draft(say("teams-changed-text", team=team.name), [kit.section(said)])
