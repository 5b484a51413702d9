"""The question that a digest asks: about what happened, or else about what was asked."""

from collections.abc import Sequence

from bot.digest.summary import Question
from bot.framework.content import Content
from bot.framework.entries import Drive, Facet
from bot.insight.news import News
from bot.insight.verdicts import Kind
from bot.pulse.models import Round

LATELY = 6  # digests whose questions do not come again at once
RISES = 3  # questions after a rise: they are the same for every drive


def question(
    content: Content, round_: Round, news: News | None, lately: Sequence[Question] = ()
) -> Question:
    """One question to discuss: about the *news*, the round's open one, or one of its facets.

    Where that is one of *lately*, the next of its kind that is none takes its place.
    """
    if news:
        return _about(content, news, round_.number, lately)
    if any(prompt.id == round_.question for prompt in content.prompts):
        return Question("prompt", str(round_.question))
    asked = [content.items[i].facet for i in round_.items if i in content.items]
    facets = [content.facets[id_] for id_ in asked if id_]
    questions = _questions("facet", facets) or _questions("drive", content.drives)
    return _fresh(questions, round_.number // len(content.rotation), lately)


def _fresh(questions: Sequence[Question], place: int, lately: Sequence[Question]) -> Question:
    """The question at a place, counted round and round, or the first after it that is fresh."""
    start = place % len(questions)
    ordered = [*questions[start:], *questions[:start]]
    return next((one for one in ordered if one not in lately), ordered[0])


def _about(content: Content, news: News, number: int, lately: Sequence[Question]) -> Question:
    """Another one each week, for as long as it is news."""
    week, drive = number - (news.begun or news.number), content.drive(news.drive)
    if news.kind == Kind.UP and week < RISES:
        return Question("rise", drive.id, week)
    questions = [*_questions("drive", [drive]), *_questions("facet", drive.facets)]
    if news.kind == Kind.UP:  # those of the drive ask what is in the way
        questions = _questions("facet", drive.facets)
    return _fresh(questions, week, lately)


def _questions(kind: str, entries: Sequence[Facet] | Sequence[Drive]) -> list[Question]:
    return [
        Question(kind, entry.id, place)
        for entry in entries
        for place in range(len(entry.questions))
    ]
