"""What people see of the four Ts: their assessment, its form, ideas with their guard rails."""

from collections.abc import Sequence

from bot.framework.content import Content
from bot.framework.entries import Facet
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.teams.models import Team
from bot.tools import rich
from bot.tools.blocks import idea
from bot.tools.four_ts.assessment import RATINGS, STEP_LENGTH, Assessment
from bot.words import Words

BEGIN_WITH = 3  # ideas that stand beside the T to begin with


def overview(say: Words, content: Content, team: Team | None, kept: Assessment) -> View:
    """Where somebody sees their team on the four Ts, and what could come next."""
    facets, value = content.drive("autonomy").facets, str(team.id) if team else ""
    ideas = [
        kit.button(say.plain("four-ts-ideas-button", facet=f.name), f"four-ts:ideas:{f.id}", f.id)
        for f in facets
    ]
    change, begin = say.plain("four-ts-change-button"), say.plain("four-ts-begin-button")
    form = (
        kit.button(change, "four-ts:begin", value)
        if kept.ratings
        else kit.button(begin, "four-ts:begin", value, style="primary")
    )
    blocks = [
        *_assessed(say, facets, kept),
        kit.actions(form),
        *_first(say, content, kept),
        kit.divider(),
        kit.section(say("four-ts-more")),
        kit.actions(*ideas),
        kit.context(say("four-ts-private")),
    ]
    return kit.info_modal(say, blocks, title=say.plain("four-ts-title"))


def form(say: Words, content: Content, team: Team | None, kept: Assessment) -> View:
    """How much say there is, and the next step, for each T."""
    facets = content.drive("autonomy").facets
    easiest = kit.select([kit.option(f.name, f.id) for f in facets], initial=kept.easiest)
    return kit.form(
        say,
        say.plain("four-ts-title"),
        [
            kit.section(say("four-ts-form")),
            *(block for facet in facets for block in _questions(say, facet, kept)),
            kit.input_(
                "easiest",
                say.plain("four-ts-easiest-label"),
                easiest,
                hint=say.plain("four-ts-easiest-hint"),
                optional=True,
            ),
        ],
        callback_id="four-ts:save",
        submit=say.plain("tools-save-button"),
        metadata={"team": team.id if team else None},
    )


def catalogue(say: Words, content: Content, facet: Facet) -> View:
    """The ideas for one T."""
    about = kit.section(say("four-ts-facet", facet=facet.name, about=facet.about))
    ideas = [idea(say, one) for one in content.ideas_for(facet.id)]
    return kit.info_modal(say, [about, *ideas], title=say.plain("four-ts-ideas-title"))


def _questions(say: Words, facet: Facet, kept: Assessment) -> list[Block]:
    options = [kit.option(say.plain("four-ts-say-option", say=n), str(n)) for n in RATINGS]
    given = str(kept.ratings.get(facet.id, ""))
    step = kit.text_input(initial=kept.steps.get(facet.id), max_length=STEP_LENGTH)
    return [
        kit.input_(
            f"say-{facet.id}",
            say.plain("four-ts-facet-label", facet=facet.name, about=facet.about),
            kit.select(options, initial=given),
            optional=True,
        ),
        kit.input_(
            f"step-{facet.id}",
            say.plain("four-ts-step-label", facet=facet.name),
            step,
            optional=True,
        ),
    ]


def _assessed(say: Words, facets: Sequence[Facet], kept: Assessment) -> list[Block]:
    if not (kept.ratings or kept.steps):
        return [kit.section(say("four-ts-intro"))]
    return [block for facet in facets for block in _one(say, facet, kept)]


def _one(say: Words, facet: Facet, kept: Assessment) -> list[Block]:
    rating, step = kept.ratings.get(facet.id), kept.steps.get(facet.id)
    line = rich.message(say, "four-ts-not-rated", facet=facet.name)
    if rating is not None:
        bar = rich.bar(rating / RATINGS[-1], cells=5)
        given = say.plain("four-ts-say-option", say=rating)
        line = rich.message(say, "four-ts-rated", bar=bar, facet=facet.name, say=given)
    next_ = [rich.quoted(*rich.message(say, "four-ts-next", step=step))] if step else []
    return [rich.said(*line), *next_]


def _first(say: Words, content: Content, kept: Assessment) -> list[Block]:
    first = kept.begin_with
    if first is None or first not in content.facets:
        return []
    header = kit.header(say.plain("four-ts-first-header", facet=content.facets[first].name))
    return [header, *(idea(say, one) for one in content.ideas_for(first)[:BEGIN_WITH])]
