"""The form of a workspace, and what its admins read once it is saved."""

from bot.slack import block_kit as kit
from bot.slack.block_kit import View
from bot.teams.starting import Choice, Starters
from bot.words import Words


def form(say: Words, choice: Choice) -> View:
    """Who may start a team, filled with what holds now."""
    labels = {
        Starters.EVERYBODY: say.plain("workspace-everybody-option"),
        Starters.MEMBERS: say.plain("workspace-members-option"),
        Starters.ADMINS: say.plain("workspace-admins-option"),
        Starters.CHOSEN: say.plain("workspace-chosen-option"),
    }
    options = [kit.option(label, who) for who, label in labels.items()]
    people = {"type": "multi_users_select"}
    if choice.chosen:
        people["initial_users"] = list(choice.chosen)  # type: ignore[assignment]
    chosen = kit.input_("chosen", say.plain("workspace-chosen-label"), people, optional=True)
    return kit.form(
        say,
        say.plain("workspace-title"),
        [
            kit.section(say("workspace-intro")),
            kit.input_(
                "who", say.plain("workspace-who-label"), kit.radio(options, initial=choice.who)
            ),
            chosen,
        ],
        callback_id="workspace:save",
        submit=say.plain("workspace-save-button"),
    )


def saved(say: Words, choice: Choice) -> View:
    told = say("workspace-saved", who=choice.who, people=len(choice.chosen))
    return kit.notice_modal(say, told, title=say.plain("workspace-title"))
