"""What people see of the four Ts: the form, where they stand, ideas with their guard rails."""

from collections.abc import Sequence

from bot.framework.content import Content
from bot.framework.entries import Facet, Idea
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.teams.models import Team
from bot.tools import rich
from bot.tools.fourts.say import LONGEST, SAY, Say

TITLE = "The four Ts"
FEW = 3  # ideas that stand beside the T to begin with


def overview(content: Content, team: Team | None, say: Say) -> View:
    """Where somebody sees their team on the four Ts, and what could come next."""
    facets, value = content.drive("autonomy").facets, str(team.id) if team else ""
    ideas = [kit.button(f"Ideas: {f.name}", f"fourts:ideas:{f.id}", f.id) for f in facets]
    label = "Change it" if say.ratings else "Begin"
    begin = kit.button(label, "fourts:begin", value, style=None if say.ratings else "primary")
    blocks = [
        *_standing(facets, say),
        kit.actions(begin),
        *_first(content, say),
        kit.divider(),
        kit.section("More to try, each with the goal and the measure that keep it accountable:"),
        kit.actions(*ideas),
        kit.context("Only you see this. The pulse asks the team about all four."),
    ]
    return kit.window(TITLE, blocks)


def form(content: Content, team: Team | None, say: Say) -> View:
    """How much say there is, and the next step, for each T."""
    facets = content.drive("autonomy").facets
    easiest = kit.select([kit.option(f.name, f.id) for f in facets], initial=say.easiest)
    return kit.modal(
        TITLE,
        [
            kit.section("How much say do people have today? Leave out what you can't tell."),
            *(block for facet in facets for block in _questions(facet, say)),
            kit.input_(
                "easiest", "Which of the four is the easiest to change here?", easiest,
                hint="When in doubt, time: it often is, and pays back at once.", optional=True,
            ),
        ],
        callback_id="fourts:save",
        note={"team": team.id if team else None},
    )  # fmt: skip


def catalogue(content: Content, facet: Facet) -> View:
    """The ideas for one T."""
    blocks = [_idea(content, idea) for idea in content.ideas_for(facet.id)]
    about = kit.section(f"*{kit.escape(facet.name)}*: {kit.escape(facet.about)}")
    return kit.window("Ideas", [about, *blocks])


def _questions(facet: Facet, say: Say) -> list[Block]:
    options = [kit.option(text, str(value)) for value, text in SAY.items()]
    given = str(say.ratings.get(facet.id, ""))
    step = kit.text_input(initial=say.steps.get(facet.id), max_length=LONGEST)
    return [
        kit.input_(
            f"say-{facet.id}", f"{facet.name}: {facet.about}",
            kit.select(options, initial=given), optional=True,
        ),
        kit.input_(
            f"step-{facet.id}", f"{facet.name}: the easiest next step", step, optional=True,
        ),
    ]  # fmt: skip


def _standing(facets: Sequence[Facet], say: Say) -> list[Block]:
    if not (say.ratings or say.steps):
        return [
            kit.section(
                "How much say is there over what people do, when, how and with whom? And what "
                "would be the easiest next step? Two minutes, kept for you."
            )
        ]
    return [block for facet in facets for block in _one(facet, say)]


def _one(facet: Facet, say: Say) -> list[Block]:
    rating, step = say.ratings.get(facet.id), say.steps.get(facet.id)
    line: rich.Line = [rich.bold(facet.name), ": not rated"]
    if rating is not None:
        line = [rich.bar(rating / 5, cells=5), " ", rich.bold(facet.name), f": {SAY[rating]}"]
    return [rich.said(*line), *([rich.quoted("Next: ", step)] if step else [])]


def _first(content: Content, say: Say) -> list[Block]:
    first = say.begin_with
    if first is None or first not in content.facets:
        return []
    name = content.facets[first].name
    ideas = content.ideas_for(first)[:FEW]
    return [kit.header(f"Begin with: {name}"), *(_idea(content, idea) for idea in ideas)]


def _idea(content: Content, idea: Idea) -> Block:
    lines: list[rich.Line] = [
        [rich.italic("Goal: "), idea.goal],
        [rich.italic("How to tell: "), idea.metric],
    ]
    return rich.bullets([rich.bold(idea.title), ". ", *rich.prose(idea.what)], lines)
