"""What people see of the fit: six questions, and what their answers come to."""

from collections.abc import Mapping

from bot.framework.content import Content
from bot.framework.entries import FitQuestion
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.tools import rich
from bot.tools.blocks import NO, YES, yes_or_no
from bot.tools.fit import checking
from bot.words import Markup, Words


def form(say: Words, content: Content, answers: Mapping[str, bool]) -> View:
    return kit.form(
        say,
        say.plain("fit-title"),
        [
            kit.section(say("fit-form")),
            *(kit.input_(q.id, q.text, yes_or_no(say, answers.get(q.id))) for q in content.fit),
        ],
        callback_id="fit:save",
        submit=say.plain("fit-tell-button"),
    )


def result(say: Words, content: Content, answers: Mapping[str, bool]) -> View:
    """Plainly: it fits, or what comes first."""
    found = checking.stops(content, answers)
    told = [
        kit.header(say.plain("fit-not-now-header" if found else "fit-fits-header")),
        kit.section(say("fit-not-now" if found else "fit-fits")),
        *(_first(say, question, answers[question.id]) for question in found),
    ]
    again = kit.actions(kit.button(say.plain("fit-again-button"), "fit:open"))
    private = kit.context(say("fit-private"))
    return kit.info_modal(say, [*told, again, private], title=say.plain("fit-title"))


def _first(say: Words, question: FitQuestion, answer: bool) -> Block:
    """What comes first, and what to do instead."""
    answered = Markup(YES if answer else NO)
    return rich.bullets(
        rich.message(say, "fit-answered", question=question.text, answer=answered),
        [
            rich.prose(question.because),
            rich.message(say, "fit-instead", instead=rich.prose(question.instead)),
        ],
    )
