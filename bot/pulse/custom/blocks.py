"""What people see of a question of the team's own: its form, its card, the lines about it."""

from collections.abc import Callable

from bot.pulse.custom.models import CustomStatement
from bot.pulse.custom.statements import ROUNDS, USUAL_ROUNDS
from bot.pulse.custom.wording import MOST_CHARACTERS, MOST_WORDS
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.slack.requests import Actor
from bot.teams.models import Team
from bot.words import Markup, Words, mention


def form(say: Words, team: Team) -> View:
    """The form to add one: the statement, and for how many rounds."""
    rounds = [kit.option(say.plain("custom-rounds-option", rounds=n), str(n)) for n in ROUNDS]
    return kit.form(
        say,
        say.plain("custom-title"),
        [
            kit.section(say("custom-intro", team=team.name)),
            kit.input_(
                "text",
                say.plain("custom-text-label"),
                kit.text_input(
                    max_length=MOST_CHARACTERS, placeholder=say.plain("custom-text-placeholder")
                ),
                hint=say.plain("custom-text-hint", most=MOST_WORDS),
            ),
            kit.input_(
                "rounds",
                say.plain("custom-rounds-label"),
                kit.select(rounds, initial=str(USUAL_ROUNDS)),
            ),
        ],
        callback_id="custom:add",
        submit=say.plain("custom-add-button"),
        metadata={"team": team.id},
    )


def card(
    say: Words, team: Team, one: CustomStatement | None, by: str | None, *, for_lead: bool
) -> list[Block]:
    """What a team asks besides, who added it (*by*, where it is known), and for how long."""
    if one is None:
        return [kit.section(say("custom-none", team=team.name))]
    told = say(
        "custom-card",
        team=team.name,
        text=one.text,
        by="somebody" if by else "unknown",
        lead=mention(by) if by else "",
        left=one.rounds_left,
    )
    end = kit.button(say.plain("custom-end-button"), "custom:end", str(team.id))
    return [kit.section(told), *([kit.actions(end)] if for_lead else [])]


def added(say: Words, team: Team, one: CustomStatement) -> View:
    told = say("custom-added", team=team.name, text=one.text, left=one.rounds_left)
    return kit.notice_modal(say, told, title=say.plain("custom-title"))


def news_of_adding(team: Team, one: CustomStatement, actor: Actor) -> Callable[[Words], Markup]:
    """The line by which a channel learns what it is asked besides, by whom and for how long."""
    return lambda say: say(
        "custom-news-added",
        team=team.name,
        lead=mention(actor.user_id),
        text=one.text,
        left=one.rounds_left,
    )


def news_of_ending(team: Team, one: CustomStatement, actor: Actor) -> Callable[[Words], Markup]:
    return lambda say: say(
        "custom-news-ended", team=team.name, lead=mention(actor.user_id), text=one.text
    )
