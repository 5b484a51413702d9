"""What people see of a ShipIt day: its window, its forms, and what the channel reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot import privacy
from bot.privacy import QUORUM
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.slack.outbox import Draft
from bot.teams.models import Person, Team
from bot.tools import rich
from bot.tools.models import ShipItDay
from bot.tools.shipit import ideas, outcome
from bot.tools.shipit.days import Stage, ends_at
from bot.tools.shipit.ideas import Idea
from bot.tools.shipit.outcome import AGAIN

TITLE = "ShipIt day"
WHAT = (
    "24 hours on anything that is not the usual work, alone or together, with something to show "
    "at the end. It may be unfinished; it may have failed in an instructive way."
)
CREW = 20  # people of an idea who are named


@dataclass(frozen=True)
class Eyes:
    """Who looks at a day."""

    person: Person
    leads: bool


def plan(team: Team, starts_at: datetime, *, day: ShipItDay | None = None) -> View:
    """The form in which a lead chooses the moment; with *day*, another one."""
    picker = {"type": "datetimepicker", "initial_date_time": int(starts_at.timestamp())}
    then = (
        "The channel hears of the new moment."
        if day
        else "The channel hears of it at once, the day before, and when it begins."
    )
    return kit.modal(
        TITLE,
        [
            kit.section(WHAT),
            kit.input_("starts", "It begins, on your clock", picker),
            kit.context(f"It lasts 24 hours. {then}"),
        ],
        callback_id="shipit:plan",
        submit="Move it" if day else "Announce it",
        note={"team": team.id, "day": day.id if day else None},
    )


def nothing_planned(team: Team) -> View:
    """What members see while there is no day."""
    return kit.window(
        TITLE,
        [
            kit.section(WHAT),
            rich.said(
                "None is planned for ", rich.bold(team.name), " at present. A lead can set one by "
                "typing the same command; `/amp team` shows who leads."
            ),
        ],
    )  # fmt: skip


def overview(day: ShipItDay, team: Team, found: Sequence[Idea], eyes: Eyes) -> View:
    """The day: when, which ideas, who is in on them, and what one can do."""
    blocks = [
        rich.said(rich.bold(team.name), ": from ", rich.moment(day.starts_at), " to ",
                  rich.moment(ends_at(day)), "."),
        kit.actions(*_what_to_do(day, eyes)),
        kit.divider(),
        *(block for idea in found for block in _idea(idea, eyes)),
        *([] if found else [kit.section("No ideas yet. Yours could be the first.")]),
    ]  # fmt: skip
    return kit.window(TITLE, blocks)


def idea_form(day: ShipItDay) -> View:
    words = kit.text_input(max_length=ideas.LONGEST, placeholder="One line is enough")
    return kit.modal(
        "An idea",
        [
            kit.input_("words", "What would you like to build or find out?", words),
            kit.context("Others may join. Whoever is in the channel can see it."),
        ],
        callback_id="shipit:idea",
        submit="Add it",
        note={"day": day.id},
    )


def piece_form(day: ShipItDay, before: str | None) -> View:
    words = kit.text_input(initial=before, multiline=True, max_length=outcome.LONGEST)
    return kit.modal(
        "What I delivered",
        [
            kit.input_(
                "words", "What is there now, or what do we know now?", words,
                hint="It goes into one post at the end, under your name.",
            ),
        ],
        callback_id="shipit:deliver",
        submit="Deliver",
        note={"day": day.id},
    )  # fmt: skip


def delivered(*, late: bool) -> View:
    where = "It goes into the thread of the post." if late else "It goes into the post at the end."
    return kit.notice("Delivered", f":white_check_mark: {where} You may change it until then.")


def cancelled(day: ShipItDay) -> View:
    """What the lead sees, with a way back."""
    return kit.window(
        TITLE,
        [
            kit.section("The day is cancelled. The channel hears of it in a minute."),
            kit.actions(kit.button("Undo", f"shipit:undo:{day.id}", str(day.id))),
        ],
    )


NOTED = "Noted. Press another to change it. It is counted without names, and shown from five up."


# What the channel reads.


def announced(day: ShipItDay, team: Team, lead: str) -> Draft:
    return Draft(
        text="A ShipIt day is planned.",
        blocks=[
            rich.said(
                rich.emoji("rocket"), " ", rich.user(lead), " has set a ShipIt day for ",
                rich.bold(team.name), ": from ", rich.moment(day.starts_at), ", 24 hours.",
            ),
            kit.section(WHAT),
            _buttons(day, "idea", "open"),
        ],
    )  # fmt: skip


def moved(day: ShipItDay, lead: str) -> Draft:
    return Draft(
        text="The ShipIt day has moved.",
        blocks=[
            rich.said(
                rich.user(lead), " has moved the ShipIt day. It begins ",
                rich.moment(day.starts_at), ".",
            ),
            _buttons(day, "idea", "open"),
        ],
    )  # fmt: skip


def called_off(lead: str) -> Draft:
    text = "has cancelled the ShipIt day. The ideas are kept, in case it comes back."
    return Draft("The ShipIt day is cancelled.", [rich.said(rich.user(lead), f" {text}")])


def back(day: ShipItDay, lead: str) -> Draft:
    said = rich.said(
        rich.user(lead), ": the ShipIt day takes place after all, from ",
        rich.moment(day.starts_at), ".",
    )  # fmt: skip
    return Draft("The ShipIt day takes place after all.", [said, _buttons(day, "idea", "open")])


def coming(stage: Stage, day: ShipItDay, found: Sequence[Idea]) -> list[Draft]:
    """The reminder of the day before, the beginning, or the last call, with the ideas."""
    begins, ends = rich.moment(day.starts_at), rich.moment(ends_at(day))
    said: dict[Stage, tuple[str, rich.Line, Sequence[str]]] = {
        Stage.TOMORROW: (
            "Tomorrow is the ShipIt day.",
            ["Tomorrow is the ShipIt day. It begins ", begins, "."],
            ("idea", "open"),
        ),
        Stage.BEGUN: (
            "The ShipIt day begins.",
            [rich.emoji("rocket"), " The ShipIt day begins. It ends ", ends, "; then everything "
             "delivered goes into one post."],
            ("open", "deliver"),
        ),
        Stage.LAST_CALL: (
            "Two hours of the ShipIt day are left.",
            ["Two hours are left. Say in a line or two what you have; unfinished counts too."],
            ("deliver",),
        ),
    }  # fmt: skip
    text, first, names = said[stage]
    listed = [] if stage == Stage.LAST_CALL else [[_line(idea)] for idea in found]
    return _on_pages(text, [[rich.said(*first), _buttons(day, *names)], *listed])


def gathered(day: ShipItDay, pieces_: Sequence[tuple[Person, str]]) -> list[Draft]:
    """Everything delivered, in one post; what does not fit follows in its thread."""
    people = f"{len(pieces_)} {'person' if len(pieces_) == 1 else 'people'}"
    told = (
        f"{people} delivered something."
        if pieces_
        else "Nothing was written down yet. Whoever has something: press the button."
    )
    start = [
        kit.header("The ShipIt day: what came of it"),
        kit.section(told),
        _buttons(day, "deliver"),
    ]
    return _on_pages(
        "The ShipIt day is over: what came of it.",
        [start, *(piece(person.user_id, words) for person, words in pieces_)],
    )


def piece(user_id: str, words: str) -> list[Block]:
    return [rich.said(rich.user(user_id)), rich.quoted(words)]


def late(user_id: str, words: str) -> Draft:
    return Draft("Delivered a little later.", piece(user_id, words), discreet=True)


def question(day: ShipItDay) -> Draft:
    choices = [
        kit.button(text, f"shipit:again:{day.id}:{value}", str(day.id))
        for value, text in AGAIN.items()
    ]
    return Draft(
        text="Would you do a ShipIt day again?",
        blocks=[
            kit.section("*Would you do such a day again?*"),
            kit.actions(*choices),
            kit.context(
                "One press, counted without names for three days. Nothing is shown below "
                f"{QUORUM} answers."
            ),
        ],
    )


def counted(counts: Mapping[int, int]) -> Draft:
    """The answers to "again?"; where there are none, that there were too few."""
    if not counts:
        told = f"Fewer than {QUORUM} people said whether they'd do a ShipIt day again."
    else:
        told = f"A ShipIt day again? {_answers(counts)}."
    return Draft("Would you do it again: the answers.", [kit.section(told)])


def _answers(counts: Mapping[int, int]) -> str:
    """Each count from ten answers up; below that only which answer leads."""
    people = sum(counts.values())
    if privacy.distribution_may_show(people):
        return ", ".join(f"{AGAIN[v]}: {n}" for v, n in _by_value(counts))
    leading = [v for v, n in counts.items() if n == max(counts.values())]
    if len(leading) > 1:
        return f"{people} people answered, and no one answer leads"
    return f"{people} people answered; the most frequent answer is: {AGAIN[leading[0]]}"


def _by_value(counts: Mapping[int, int]) -> list[tuple[int, int]]:
    return sorted(counts.items(), reverse=True)


def _on_pages(text: str, groups: Sequence[Sequence[Block]]) -> list[Draft]:
    return [Draft(text, page) for page in rich.pages(groups)]


def _buttons(day: ShipItDay, *names: str) -> Block:
    labels = {"idea": "Add an idea", "open": "See the day", "deliver": "What I delivered"}
    return kit.actions(*(kit.button(labels[n], f"shipit:{n}:{day.id}", str(day.id)) for n in names))


def _what_to_do(day: ShipItDay, eyes: Eyes) -> list[Block]:
    value = str(day.id)
    buttons = [kit.button("Add an idea", f"shipit:idea:{day.id}", value, style="primary")]
    if day.stage in (Stage.BEGUN, Stage.LAST_CALL, Stage.GATHERED):
        buttons.append(kit.button("What I delivered", f"shipit:deliver:{day.id}", value))
    elif eyes.leads:
        buttons.append(kit.button("Move it", f"shipit:move:{day.id}", value))
    if eyes.leads and day.stage != Stage.GATHERED:
        sure = kit.confirm(
            "Cancel the day?", "The channel hears of it in a minute; until then you can undo it.",
            "Cancel it",
        )  # fmt: skip
        label, name = "Cancel it", f"shipit:cancel:{day.id}"
        buttons.append(kit.button(label, name, value, style="danger", confirm=sure))
    return buttons


def _idea(idea: Idea, eyes: Eyes) -> list[Block]:
    is_in = any(person.id == eyes.person.id for person in idea.crew)
    act, label = ("leave", "I'm out") if is_in else ("join", "I'm in")
    buttons = [kit.button(label, f"shipit:{act}:{idea.id}", str(idea.id))]
    if eyes.leads or idea.person_id == eyes.person.id:
        sure = kit.confirm("Remove this idea?", "It is gone for everybody.", "Remove it")
        gone = kit.button("Remove", f"shipit:remove:{idea.id}", str(idea.id), confirm=sure)
        buttons.append(gone)
    return [_line(idea), kit.actions(*buttons)]


def _line(idea: Idea) -> Block:
    named = [run for person in idea.crew[:CREW] for run in (" ", rich.user(person.user_id))]
    more = len(idea.crew) - CREW
    crew = [*named, *([f" and {more} more"] if more > 0 else [])]
    return rich.said(rich.bold(idea.words), *(["\nWith", *crew] if crew else []))
