"""What people see of their own sentence, and what a channel reads that it is shared with."""

from collections.abc import Sequence

from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.slack.outbox import Draft
from bot.teams.models import Team
from bot.tools import rich
from bot.tools.purpose import sentences
from bot.tools.purpose.sentences import Sentence
from bot.words import Words, channel

MAX_TEAMS = 5  # whose channels are offered for sharing


def form(say: Words, kept: Sentence | None) -> View:
    words = kit.text_input(
        initial=kept.words if kept else None,
        multiline=True,
        max_length=sentences.LENGTH,
        placeholder=say.plain("purpose-sentence-placeholder"),
    )
    return kit.form(
        say,
        say.plain("purpose-title"),
        [
            kit.input_("sentence", say.plain("purpose-sentence-label"), words),
            kit.context(say("purpose-form")),
        ],
        callback_id="purpose:save",
        submit=say.plain("tools-save-button"),
    )


def overview(say: Words, kept: Sentence, teams: Sequence[Team]) -> View:
    """The sentence, and what can be done with it."""
    sure = kit.confirm_dialog(
        say, "purpose-delete-title", "purpose-delete-text", "purpose-delete-button"
    )
    change = kit.button(say.plain("purpose-change-button"), "purpose:change")
    delete = kit.button(
        say.plain("purpose-delete-button"), "purpose:delete", style="danger", confirm=sure
    )
    return kit.info_modal(
        say,
        [
            rich.quoted(kept.words),
            kit.actions(change, delete),
            *(_sharing(say, team, team.id in kept.shared) for team in teams[:MAX_TEAMS]),
            kit.context(say("purpose-private")),
        ],
        title=say.plain("purpose-title"),
    )


def _sharing(say: Words, team: Team, is_shared: bool) -> Block:
    where = channel(team.channel_id)
    if is_shared:
        return kit.section(say("purpose-shared-in", channel=where))
    sure = kit.confirm_dialog(
        say, "purpose-share-title", "purpose-share-text", "purpose-share-button"
    )
    label, value = say.plain("purpose-share-button"), str(team.id)
    button = kit.button(label, f"purpose:share:{team.id}", value, confirm=sure)
    return kit.section(say("purpose-share-in", channel=where), accessory=button)


def shared(say: Words, user_id: str, words: str) -> Draft:
    """What the channel reads; it leaves no trace in the outbox once it is sent."""
    said = rich.paragraph(say, "purpose-shared", person=rich.user(user_id))
    return Draft(say("purpose-shared-text"), [said, rich.quoted(words)], discreet=True)


def deleted(say: Words) -> View:
    return kit.notice_modal(say, say("purpose-deleted"), title=say.plain("purpose-title"))
