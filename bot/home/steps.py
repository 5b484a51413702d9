"""What comes next on Home and in `/amp help`: what has just changed, or else the next step."""

from bot.digest import sentences
from bot.experiments import blocks as experiments
from bot.framework import blocks as cards
from bot.framework.content import Content
from bot.framework.entries import Todo
from bot.home.overview import Home, TeamOverview
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block
from bot.teams.models import Team
from bot.words import Words

FIRST_CARD = "overview"


def next_step(say: Words, content: Content, told: Home) -> list[Block]:
    """What is news in a team; else the next line of its checklist, or the first card of all."""
    return [
        kit.divider(),
        kit.header(say.plain("home-next-header")),
        *(
            news(say, content, told)
            or _next_todo(say, content, told)
            or _first_card(say, content, told)
        ),
    ]


def news(say: Words, content: Content, told: Home) -> list[Block]:
    """What to talk about where something has changed, and one move, which leads can begin."""
    if (one := _changed(told)) is None:
        return []
    ideas = [idea for idea in content.ideas if idea.id == one.move]
    moves = [kit.section(say("home-next-move", title=i.title, what=i.what)) for i in ideas]
    begin = [kit.actions(experiments.try_button(say, i, one.team.id)) for i in ideas if one.led]
    return [*news_in_short(say, content, told), *moves, *begin]


def news_in_short(say: Words, content: Content, told: Home) -> list[Block]:
    """What to talk about, and nothing else."""
    one = _changed(told)
    if one is None or one.last is None or (leading := one.last.leading) is None:
        return []
    text = say(
        "home-next-news",
        team=one.team.name,
        name=content.drive(leading.drive).name,
        kind=leading.kind,
        number=leading.number,
        question=sentences.question(say, content, one.last),
    )
    return [kit.section(text)]


def _changed(told: Home) -> TeamOverview | None:
    """The team whose news comes first: one that they lead, if there is any."""
    first = sorted(told.teams, key=lambda one: one.led is None)
    return next((one for one in first if one.last and one.last.leading), None)


def _next_todo(say: Words, content: Content, told: Home) -> list[Block]:
    """What is open on a team's checklist, why, and for its leads the tool that it is done with."""
    if told.next is None or told.next_of is None:
        return []
    todo, card, team = told.next, content.card(told.next.card), told.next_of
    text = say(
        "home-next-todo",
        todo=todo.text,
        how=todo.how,
        step=card.title,
        why=card.summary,
        team=team.name,
    )
    read = cards.read_button(say.plain("home-read-button"), card.id)
    button = tool(say, content, todo, team) if told.leads_next else None
    return [kit.section(text, accessory=read), *([kit.actions(button)] if button else [])]


def tool(say: Words, content: Content, todo: Todo, team: Team) -> Block | None:
    """The tool that a line is done with, called as on its card."""
    if todo.opens == "experiment":
        label = say.plain("home-experiments-button")
        return kit.button(label, f"home:experiments:next:{team.id}", str(team.id), style="primary")
    tools = (tool for card in content.cards for tool in card.tools if tool.opens == todo.opens)
    tool = next(tools, None)
    if tool is None:
        return None
    return kit.button(tool.label, f"{tool.opens}:open", str(team.id), style="primary")


def _first_card(say: Words, content: Content, told: Home) -> list[Block]:
    first = content.card(FIRST_CARD)
    text = (
        say("home-all-done")
        if told.teams
        else say("home-first-card", title=first.title, summary=first.summary)
    )
    return [kit.section(text, accessory=cards.read_button(first.button, first.id))]
