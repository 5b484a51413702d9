"""The question that a digest asks: about what happened, or else about what was asked."""

from collections.abc import Sequence

from bot.digest.summary import Question
from bot.framework.content import Content
from bot.framework.entries import Drive, Facet
from bot.insight.news import News
from bot.insight.verdicts import Kind
from bot.pulse.models import Round

RISES = 3  # questions after a rise: they are the same for every drive


def question(content: Content, round_: Round, news: News | None) -> Question:
    """One question to discuss: about the *news*, the round's open one, or one of its facets."""
    if news:
        return _about(content, news, round_.number)
    if any(prompt.id == round_.question for prompt in content.prompts):
        return Question("prompt", str(round_.question))
    asked = [content.items[i].facet for i in round_.items if i in content.items]
    facets = [content.facets[id_] for id_ in asked if id_]
    questions = _questions("facet", facets) or _questions("drive", content.drives)
    return questions[(round_.number // len(content.rotation)) % len(questions)]


def _about(content: Content, news: News, number: int) -> Question:
    """Another one each week, for as long as it is news."""
    week, drive = number - news.number, content.drive(news.drive)
    if news.kind == Kind.UP and week < RISES:
        return Question("rise", drive.id, week)
    questions = [*_questions("drive", [drive]), *_questions("facet", drive.facets)]
    if news.kind == Kind.UP:  # those of the drive ask what is in the way
        questions = _questions("facet", drive.facets)
    return questions[week % len(questions)]


def _questions(kind: str, entries: Sequence[Facet] | Sequence[Drive]) -> list[Question]:
    return [
        Question(kind, entry.id, place)
        for entry in entries
        for place in range(len(entry.questions))
    ]
