"""In which language somebody sees a form."""

from msgspec.structs import astuple

from bot.framework.content import Content
from bot.pulse.models import AnyRound
from bot.words import ENGLISH, Words

# What every form says, whatever it asks.
SHARED = (
    "pulse-form-question",
    "pulse-form-sealed",
    "custom-hint",
    "pulse-send-button",
    "cancel-button",
    "comments-label",
    "comments-hint",
    "comments-may-answer-label",
    "comments-may-answer-option",
)


def of_form(say: Words, content: Content, round_: AnyRound) -> tuple[Words, Content]:
    """Words and content as they are, if the whole form is in their language; else in English.

    Half a form in each would be two questionnaires, whose answers can't be put together.
    """
    english = say.locale(ENGLISH), content.locale(ENGLISH)
    if content.language != say.language or not _says_it_all(say, round_):
        return english
    theirs, ours = round_.questionnaire(say, content), round_.questionnaire(*english)
    same = {one.text for one in theirs.statements} & {one.text for one in ours.statements}
    same -= {round_.custom}  # a team's own words are in its own language, and in no other
    return english if same or theirs.scale == ours.scale else (say, content)


def _says_it_all(say: Words, round_: AnyRound) -> bool:
    return all(key in say for key in (*astuple(round_.phrases), *SHARED))
