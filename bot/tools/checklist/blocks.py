"""What people see of the checklist: leads tick it, members see how far their team is."""

from bot.framework.content import Content
from bot.framework.entries import Todo
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.slack.outbox import Draft
from bot.teams.models import Team
from bot.tools import rich
from bot.tools.checklist.ticks import Progress
from bot.tools.models import Tick

TITLE = "The checklist"
_HOW = 75  # characters of an option's description


def for_leads(content: Content, team: Team, progress: Progress, *, quiet: bool) -> View:
    """The whole list to tick, with who did what and when."""
    blocks = [
        rich.said(rich.bold(team.name), f": {progress.done} of {len(progress.todos)} done. "),
        kit.context("Ticks are saved at once. Only leads see who ticked what."),
        *(block for card in progress.cards for block in _step(content, team, progress, card)),
        kit.divider(),
        _nudges(team, quiet=quiet),
    ]
    return kit.window(TITLE, blocks)


def for_members(content: Content, team: Team, progress: Progress) -> View:
    """How far the team is, and nobody's name."""
    blocks = [
        rich.said(rich.bold(team.name), f": {progress.done} of {len(progress.todos)} done."),
        rich.said(*_joined([_bar(content, progress, card) for card in progress.cards])),
        kit.context("The team's leads tick it off. `/amp steps` explains each step."),
    ]
    return kit.window(TITLE, blocks)


def nudge(team: Team, progress: Progress) -> Draft:
    """What the leads read when the list has not moved for a month."""
    ahead = progress.next
    next_: rich.Line = ["Next on it: ", rich.bold(ahead.text), "."] if ahead else []
    return Draft(
        text="Your team's checklist has not moved for a month.",
        blocks=[
            rich.said(
                "The checklist of ", rich.bold(team.name), " has not moved for a month: "
                f"{progress.done} of {len(progress.todos)} done. ", *next_
            ),
            kit.actions(
                kit.button("Open the checklist", "checklist:open", str(team.id)),
                kit.button("No more of these", "checklist:quiet", str(team.id)),
            ),
            kit.context("This comes once for each standstill."),
        ],
    )  # fmt: skip


QUIET = "Agreed: no more reminders about this checklist. `/amp checklist` can turn them on again."


def _step(content: Content, team: Team, progress: Progress, card: str) -> list[Block]:
    step = progress.of_card(card)
    done = [(todo, step.ticks[todo.id]) for todo in step.todos if todo.id in step.ticks]
    return [
        rich.said(*_bar(content, progress, card)),
        *(block for todo in step.todos for block in _box(team, todo, progress)),
        *([rich.bullets((), (_who(todo, tick) for todo, tick in done))] if done else []),
    ]


def _bar(content: Content, progress: Progress, card: str) -> list[rich.Run | str]:
    step = progress.of_card(card)
    counted = f" {step.done} of {len(step.todos)}  "
    share = step.done / len(step.todos)
    return [rich.bar(share, cells=8), counted, rich.bold(content.card(card).title)]


def _joined(lines: list[list[rich.Run | str]]) -> list[rich.Run | str]:
    return [run for line in lines for run in (*line, "\n")][:-1]


def _box(team: Team, todo: Todo, progress: Progress) -> list[Block]:
    """A box of its own for each line: what is ticked says nothing about the lines beside it."""
    ticked = todo.id in progress.ticks
    fits = len(kit.escape(todo.how)) <= _HOW
    option = kit.option(todo.text, todo.id)
    if fits:
        option["description"] = kit.mrkdwn(kit.escape(todo.how))
    boxes = kit.checkboxes([option], initial=[todo.id] if ticked else [])
    box = kit.actions(
        {**boxes, "action_id": f"checklist:tick:{team.id}:{todo.id}"},
        # Another id where the state is another, else Slack keeps showing what was ticked before.
        block_id=f"{todo.id}:{'done' if ticked else 'open'}",
    )
    return [box, *([] if fits else [kit.context(kit.escape(todo.how))])]


def _who(todo: Todo, tick: Tick) -> list[rich.Run | str]:
    who = rich.user(tick.person.user_id) if tick.person else "somebody who left"
    return [todo.text, ": ", who, ", ", rich.day(tick.ticked_at)]


def _nudges(team: Team, *, quiet: bool) -> Block:
    if quiet:
        return kit.actions(
            kit.button("Remind us when it stands still", "checklist:loud", str(team.id))
        )
    return kit.context("After a month without a move, the leads get one reminder.")
