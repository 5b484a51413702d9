"""What somebody sees of their own absence; nobody else does."""

from collections.abc import Sequence

from bot.pulse import blocks as pulse
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block
from bot.slack.outbox import Draft
from bot.teams.models import NEVER, Person
from bot.teams.plans import Turn
from bot.words import Markup, Words, join


def away(say: Words, person: Person) -> list[Block]:
    """From when on somebody is asked again, and whether their status says so in future."""
    heeds = "unheed" if person.heeds_status else "heed"
    label = say.plain("absence-unheed-button" if person.heeds_status else "absence-heed-button")
    return [
        kit.section(told(say, person)),
        kit.actions(
            kit.button(say.plain("absence-back-button"), "absence:back", "back"),
            kit.button(label, f"absence:{heeds}", heeds),
        ),
        kit.context(say("absence-nobody-told")),
    ]


def told(say: Words, person: Person) -> Markup:
    if person.back_on is None or person.back_on == NEVER:
        return say("absence-open")
    return say("absence-until", day=person.back_on, weekday=say.weekday(person.back_on.weekday()))


def back(say: Words, turns: Sequence[Turn]) -> Markup:
    """That somebody is asked again, and when first."""
    return join("\n", [say("absence-back"), *pulse.coming(say, turns)])


def welcome(say: Words, turns: Sequence[Turn]) -> Draft:
    """By direct message, when the day has come that somebody named."""
    said = join("\n", [say("absence-over"), *pulse.coming(say, turns)])
    return Draft(say("absence-over-text"), [kit.section(said)])


def heeding(say: Words, *, heeds: bool) -> Markup:
    return say("absence-heeded" if heeds else "absence-unheeded")
