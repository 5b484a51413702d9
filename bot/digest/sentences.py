"""What a digest says, in sentences: made from its facts when somebody reads it."""

from msgspec.structs import replace

from bot.digest.summary import CHART_ROUNDS, Question, Summary
from bot.framework.content import Content
from bot.insight import sentences as insight
from bot.insight.readings import Participation
from bot.insight.scores import Sentence
from bot.words import Words


def digest(
    say: Words, content: Content, summary: Summary, *, numbered: bool = True
) -> list[Sentence]:
    """The whole digest; *numbered*: it begins with the number of the pulse.

    A digest that an older version stored says what it said then.
    """
    if summary.said:
        return _as_stored(summary, numbered=numbered)
    told = summary.in_language(content)
    return [*_of_numbers(say, content, told, numbered=numbered), *_reworded(say, told)]


def _as_stored(summary: Summary, *, numbered: bool) -> list[Sentence]:
    """The first of the stored sentences begins with the number, which is one by itself."""
    opening, *others = summary.said
    if numbered:
        return [opening, *others]
    return [replace(opening, text=opening.text.partition(". ")[2]), *others]


def _of_numbers(say: Words, content: Content, told: Summary, *, numbered: bool) -> list[Sentence]:
    participation = Participation(told.answered, told.asked)
    if why := "digest-key-lost" if told.key_lost else "digest-withheld" if told.withheld else "":
        number = [insight.pulse_number(say, told.number)] if numbered else []
        told_instead = [insight.took_part(say, participation), say.plain(why)]
        return [Sentence(text) for text in (*number, *told_instead)]
    return insight.digest(
        say,
        told.number if numbered else None,
        participation,
        told.drives,
        news=told.news,
        closer=told.closer,
        custom=told.custom,
        custom_left=told.custom_left,
        question=question(say, content, told),
        turn=told.number,
        before=told.before,
        hidden=told.hidden_in_a_row,
        beyond=told.hidden_in_a_row >= CHART_ROUNDS,
    )


def _reworded(say: Words, told: Summary) -> list[Sentence]:
    names = [drive.name for drive in told.drives if drive.id in told.reworded]
    return [Sentence(say.plain("digest-reworded", name=name)) for name in names]


def question(say: Words, content: Content, summary: Summary) -> str:
    """The question to discuss; empty where the content has it no more."""
    asked = summary.discuss
    if summary.question or asked is None:
        return summary.question
    if asked.kind == "rise":
        names = {drive.id: drive.name for drive in summary.in_language(content).drives}
        return say.plain("insight-ask-rise", name=names.get(asked.id, asked.id), place=asked.place)
    return _text(content, asked)


def _text(content: Content, asked: Question) -> str:
    if asked.kind == "prompt":
        return content.prompt(asked.id)
    entries = content.facets.values() if asked.kind == "facet" else content.drives
    questions = next((entry.questions for entry in entries if entry.id == asked.id), ())
    return questions[asked.place % len(questions)] if questions else ""
