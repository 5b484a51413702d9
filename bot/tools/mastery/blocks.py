"""What people see of their own week: the form, the weeks, one thing to try."""

from collections.abc import Mapping

from bot.framework.content import Content
from bot.framework.entries import Facet
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.tools import rich
from bot.tools.blocks import idea
from bot.tools.mastery import weeks
from bot.tools.mastery.weeks import Weeks
from bot.words import Words


def form(say: Words, content: Content, week: str, answers: Mapping[str, int]) -> View:
    """Three statements about the week; what was answered before is filled in."""
    points = [kit.option(text, str(n)) for n, text in enumerate(content.scale.points, 1)]
    inputs = [
        kit.input_(
            facet.id,
            statement.text,
            kit.radio(points, initial=str(answers.get(facet.id, ""))),
            optional=True,
        )
        for facet, statement in weeks.conditions(content)
    ]
    return kit.form(
        say,
        say.plain("mastery-title"),
        [kit.section(say("mastery-form")), *inputs],
        callback_id="mastery:save",
        submit=say.plain("mastery-look-button"),
        metadata={"week": week},
    )


def overview(say: Words, content: Content, kept: Weeks) -> View:
    """The newest week, the ones before it, and one thing to try."""
    facets = [facet for facet, _ in weeks.conditions(content)]
    lines = [run for facet in facets for run in ("\n", *_condition(say, facet, kept))]
    again = kit.button(say.plain("mastery-again-button"), "mastery:open")
    return kit.info_modal(
        say,
        [
            rich.said(*lines[1:]),
            *_try(say, content, kept),
            kit.actions(again),
            kit.context(say("mastery-private", weeks=weeks.MAX_WEEKS)),
        ],
        title=say.plain("mastery-title"),
    )


def _condition(say: Words, facet: Facet, kept: Weeks) -> rich.Line:
    values = [kept[week][facet.id] for week in sorted(kept) if facet.id in kept[week]]
    newest = kept[max(kept)].get(facet.id) if kept else None
    if newest is None:
        return rich.message(say, "mastery-left-out", condition=facet.name)
    return rich.message(
        say,
        "mastery-condition",
        bar=rich.bar(newest / 5, cells=5),
        condition=facet.name,
        points=newest,
        weeks=len(values) - 1,
        before=say.listed(map(str, values[:-1])),
    )


def _try(say: Words, content: Content, kept: Weeks) -> list[Block]:
    found = weeks.suggestion(content, kept)
    if found is not None:
        return [
            kit.header(say.plain("mastery-try-header")),
            kit.section(say("mastery-weakest", condition=found.facet.name)),
            idea(say, found.idea),
        ]
    if not (kept and kept[max(kept)]):
        return [kit.section(say("mastery-nothing-answered"))]
    return [kit.section(say("mastery-all-well"))]
