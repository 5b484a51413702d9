"""What people see of two teams that are asked together, or may be."""

from bot.privacy import QUORUM
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block
from bot.slack.outbox import Draft
from bot.slack.requests import Actor
from bot.teams.models import Team
from bot.words import Words, mention


def request(say: Words, team: Team, host: Team, lead: Actor) -> Draft:
    """What the leads of *host* read: a *lead* of another team would like both asked as one."""
    said = say(
        "together-request",
        lead=mention(lead.user_id),
        team=team.name,
        host=host.name,
        quorum=QUORUM,
    )
    agree = say.plain("together-agree-button")
    decline = say.plain("together-decline-button")
    return Draft(
        say("together-request-text", team=team.name, host=host.name),
        [
            kit.section(said),
            kit.section(say("together-means", host=host.name)),
            kit.actions(
                kit.button(agree, "together:agree", str(team.id), style="primary"),
                kit.button(decline, "together:decline", str(team.id)),
            ),
            kit.context(say("together-lapses")),
        ],
    )


def news(say: Words, host: Team, guest: Team, lead: Actor, *, begins: bool) -> Draft:
    """What the channels of both read: that it begins, or that it is over."""
    key = "together-news" if begins else "together-news-over"
    said = say(key, lead=mention(lead.user_id), host=host.name, team=guest.name)
    return Draft(said, [kit.section(said)])


def over(say: Words, team: Team, how: str) -> Draft:
    """What the leads read who had asked: nothing comes of it."""
    said = say("together-over", team=team.name, how=how)
    return Draft(said, [kit.section(said)])


def state(say: Words, team: Team, *, for_lead: bool) -> list[Block]:
    """For a team's card: whom it is asked with, and the lead's way out; or that it waits."""
    if team.asked_sister_id is not None:
        return [kit.context(say("together-waits"))]
    if team.sister is None:
        return []
    told = kit.context(say("together-card", team=team.sister.name, host=team.asking.name))
    end = kit.button(say.plain("together-end-button"), "together:end", str(team.id))
    return [told, *([kit.actions(end)] if for_lead else [])]
