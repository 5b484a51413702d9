"""What people see of the checklist: leads tick it, members see how far their team is."""

from bot.checklist.models import Tick
from bot.checklist.ticks import Progress
from bot.framework.content import Content
from bot.framework.entries import Todo
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.slack.outbox import Draft
from bot.teams.models import Team
from bot.tools import rich
from bot.words import Markup, Words, escape

DESCRIPTION_LENGTH = 75  # characters of an option's description


def for_leads(say: Words, content: Content, team: Team, progress: Progress, *, quiet: bool) -> View:
    """The whole list to tick, with who did what and when."""
    blocks = [
        _progress(say, team, progress),
        kit.context(say("checklist-for-leads")),
        *(b for card in progress.cards for b in _step(say, content, team, progress, card)),
        kit.divider(),
        _nudges(say, team, quiet=quiet),
    ]
    return kit.info_modal(say, blocks, title=say.plain("checklist-title"))


def for_members(say: Words, content: Content, team: Team, progress: Progress) -> View:
    """How far the team is, and nobody's name."""
    lines = [("\n", *_bar(say, content, progress, card)) for card in progress.cards]
    blocks = [
        _progress(say, team, progress),
        rich.said(*[run for line in lines for run in line][1:]),
        kit.context(say("checklist-for-members")),
    ]
    return kit.info_modal(say, blocks, title=say.plain("checklist-title"))


def nudge(say: Words, team: Team, progress: Progress) -> Draft:
    """What a lead reads when the list has not moved for a month."""
    done, ahead = {"done": progress.done, "all": len(progress.todos)}, progress.next
    next_ = rich.message(say, "checklist-nudge-next", todo=ahead.text) if ahead else []
    return Draft(
        text=say("checklist-nudge-text"),
        blocks=[
            rich.said(*rich.message(say, "checklist-nudge", team=team.name, **done), " ", *next_),
            kit.actions(
                kit.button(say.plain("checklist-open-button"), "checklist:open", str(team.id)),
                kit.button(say.plain("checklist-quiet-button"), "checklist:quiet", str(team.id)),
            ),
            kit.context(say("checklist-nudge-once")),
        ],
    )


def _progress(say: Words, team: Team, progress: Progress) -> Block:
    done = {"done": progress.done, "all": len(progress.todos)}
    return rich.paragraph(say, "checklist-progress", team=team.name, **done)


def _step(say: Words, content: Content, team: Team, progress: Progress, card: str) -> list[Block]:
    step = progress.of_card(card)
    done = [todo for todo in step.todos if step.is_done(todo)]
    return [
        rich.said(*_bar(say, content, progress, card)),
        *(block for todo in step.todos for block in _box(team, todo, progress)),
        *([rich.bullets((), (_by(say, todo, step) for todo in done))] if done else []),
    ]


def _bar(say: Words, content: Content, progress: Progress, card: str) -> rich.Line:
    step = progress.of_card(card)
    return rich.message(
        say,
        "checklist-step",
        bar=rich.bar(step.done / len(step.todos), cells=8),
        done=step.done,
        all=len(step.todos),
        step=content.card(card).title,
    )


def _box(team: Team, todo: Todo, progress: Progress) -> list[Block]:
    """A box of its own for each line: what is ticked says nothing about the lines beside it."""
    ticked = progress.is_done(todo)
    fits = len(escape(todo.how)) <= DESCRIPTION_LENGTH
    option = kit.option(todo.text, todo.id)
    if fits:
        option["description"] = kit.mrkdwn(escape(todo.how))
    boxes = kit.checkboxes([option], initial=[todo.id] if ticked else [])
    box = kit.actions(
        {**boxes, "action_id": f"checklist:tick:{team.id}:{todo.id}"},
        # Another id where the state is another, else Slack keeps showing what was ticked before.
        block_id=f"{todo.id}:{'done' if ticked else 'open'}",
    )
    return [box, *([] if fits else [kit.context(escape(todo.how))])]


def _by(say: Words, todo: Todo, step: Progress) -> rich.Line:
    """Who has ticked a line and when, or what."""
    if todo.id in step.ticks:
        return _who(say, todo, step.ticks[todo.id])
    known = step.known[todo.id]
    return rich.message(
        say,
        "checklist-ticked-by-itself",
        todo=todo.text,
        kind=Markup(known.kind),
        day=rich.day(say, known.at) if known.at else "",
        number=known.number,
        title=known.title,
    )


def _who(say: Words, todo: Todo, tick: Tick) -> rich.Line:
    on = rich.day(say, tick.ticked_at)
    if tick.person is None:
        return rich.message(say, "checklist-ticked-by-nobody", todo=todo.text, day=on)
    who = rich.user(tick.person.user_id)
    return rich.message(say, "checklist-ticked", todo=todo.text, who=who, day=on)


def _nudges(say: Words, team: Team, *, quiet: bool) -> Block:
    if quiet:
        loud = kit.button(say.plain("checklist-loud-button"), "checklist:loud", str(team.id))
        return kit.actions(loud)
    return kit.context(say("checklist-nudges"))
