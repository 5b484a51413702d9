"""What people see of a question of the team's own: its form, its card, the lines about it."""

from collections.abc import Sequence

from bot.pulse.custom.models import CustomStatement
from bot.pulse.custom.statements import ROUNDS, USUAL_ROUNDS
from bot.pulse.custom.wording import MOST_CHARACTERS, MOST_WORDS
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.slack.outbox import Draft
from bot.slack.requests import Actor
from bot.teams.models import Team
from bot.words import Words, mention


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
    say: Words, team: Team, asked: Sequence[tuple[CustomStatement, str | None]], *, for_lead: bool
) -> list[Block]:
    """What a team asks besides, each with who added it, where that is known, and for how long."""
    if not asked:
        return [kit.section(say("custom-none", team=team.name))]
    shown = [block for one, by in asked for block in _one(say, team, one, by, for_lead=for_lead)]
    if for_lead and all(_is_over(one) for one, _ in asked):
        add = kit.button(say.plain("custom-add-button"), "custom:new", str(team.id))
        shown.append(kit.actions(add))
    return shown


def _is_over(one: CustomStatement) -> bool:
    """Whether only the round that is open still asks it."""
    return one.ended_at is not None or not one.rounds_left


def _one(
    say: Words, team: Team, one: CustomStatement, by: str | None, *, for_lead: bool
) -> list[Block]:
    told = say(
        "custom-card",
        team=team.name,
        text=one.text,
        by="somebody" if by else "unknown",
        lead=mention(by) if by else "",
        left=0 if _is_over(one) else one.rounds_left,
    )
    end = kit.button(say.plain("custom-end-button"), "custom:end", f"{team.id}:{one.id}")
    buttons = [kit.actions(end)] if for_lead and not _is_over(one) else []
    return [kit.verbatim(told), *buttons]


def added(say: Words, team: Team, one: CustomStatement) -> View:
    told = say("custom-added", team=team.name, text=one.text, left=one.rounds_left)
    return kit.info_modal(say, [kit.verbatim(told)], title=say.plain("custom-title"))


def news_of_adding(say: Words, team: Team, one: CustomStatement, actor: Actor) -> Draft:
    """The line by which a channel learns what it is asked besides, by whom and for how long."""
    said = say(
        "custom-news-added",
        team=team.name,
        lead=mention(actor.user_id),
        text=one.text,
        left=one.rounds_left,
    )
    return Draft(said, [kit.verbatim(said)])


def news_of_ending(say: Words, team: Team, one: CustomStatement, actor: Actor) -> Draft:
    said = say("custom-news-ended", team=team.name, lead=mention(actor.user_id), text=one.text)
    return Draft(said, [kit.verbatim(said)])
