"""What somebody sees of their own absence; nobody else does."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TypeAlias

from bot.pulse import blocks as pulse
from bot.pulse.models import AnyRound
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block
from bot.slack.outbox import Draft
from bot.teams import absences
from bot.teams.models import NEVER, Person, Team
from bot.teams.plans import Turn
from bot.words import Markup, Words, join

OpenRounds: TypeAlias = Sequence[tuple[Team, AnyRound]]  # each with its team


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
        *([] if absences.is_open(person) else later(say, person)),
        kit.context(say("absence-nobody-told")),
    ]


def planned(say: Words, person: Person) -> Draft:
    """What is said to who will be away; whoever is away already reads both."""
    said = [_later(say, *one) for one in person.absences]
    return Draft(join("\n", said), [*later(say, person), kit.context(say("absence-nobody-told"))])


def later(say: Words, person: Person) -> list[Block]:
    """Each absence that begins later, with the button that takes it back."""
    undo = say.plain("absence-undo-button")
    return [
        kit.section(
            _later(say, first, back),
            accessory=kit.button(undo, f"absence:stay:{first}", f"{first}/{back}"),
        )
        for first, back in person.absences
    ]


def _later(say: Words, first: date, back: date) -> Markup:
    starts = say.weekday(first.weekday())
    if back == NEVER:
        return say("absence-later-open", first=first, first_weekday=starts)
    ends = say.weekday(back.weekday())
    return say("absence-later", first=first, first_weekday=starts, back=back, back_weekday=ends)


def stays(say: Words, person: Person, undone: Sequence[tuple[date, date]], at: datetime) -> Draft:
    """That somebody is not away after all on the days that they had named, and what holds now."""
    days = [join(" ", [say.weekday(first.weekday()), say.day(first)]) for first, _ in undone]
    said = [say("absence-stays", days=days)] if undone else []
    if absences.is_away(person, at):
        known = join("\n", [*said, told(say, person)])
        return Draft(known, [*map(kit.section, said), *away(say, person)])
    known = join(" ", [*said, say("absence-stays-anyway")])
    return Draft(known, [kit.section(known), *later(say, person)])


def told(say: Words, person: Person) -> Markup:
    if person.away_by_status and person.back_on == NEVER:
        return say("absence-by-status")
    if person.back_on is None or person.back_on == NEVER:
        return say("absence-open")
    return say("absence-until", day=person.back_on, weekday=say.weekday(person.back_on.weekday()))


def back(say: Words, person: Person, waiting: OpenRounds, turns: Sequence[Turn]) -> Draft:
    """That somebody is asked again: what is open for them, and when each team asks next."""
    coming = pulse.coming(say, turns)
    said = join("\n", [say("absence-back"), *coming])
    blocks = _again(say, say("absence-back"), waiting, coming)
    return Draft(said, [*blocks, *later(say, person)])


def welcome(say: Words, waiting: OpenRounds, turns: Sequence[Turn]) -> Draft:
    """The same by direct message, when the day has come that somebody named."""
    coming = pulse.coming(say, turns)
    return Draft(say("absence-over-text"), _again(say, say("absence-over"), waiting, coming))


def _again(say: Words, said: Markup, waiting: OpenRounds, coming: Sequence[Markup]) -> list[Block]:
    open_ = [pulse.waiting(say, *one) for one in waiting[: pulse.MOST_TEAMS]]
    return [kit.section(said), *open_, *([kit.section(join("\n", coming))] if coming else [])]


def heeding(say: Words, person: Person, *, at: datetime) -> Markup:
    """What counts from now on, and whether they are away at present."""
    is_away = absences.is_away(person, at)
    return join("\n", [say("absence-heeded"), *([told(say, person)] if is_away else [])])
