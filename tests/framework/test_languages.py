"""What each language of content/ keeps of the English, and what a complete one leaves of it."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from msgspec import to_builtins
from msgspec.structs import replace

from bot import paths
from bot.framework import loading, search
from bot.framework.content import Content
from bot.framework.entries import Card, CommandHelp, Schema
from bot.framework.topics import Topic

ENGLISH = loading.load(paths.CONTENT)
LANGUAGES = sorted(set(ENGLISH.languages) - {"en"})
COMPLETE = ("de", "es", "fr")

# What nobody reads: ids, choices, what is typed, where a button leads. Search words have a test
# of their own.
UNSEEN = {
    "also", "back", "by", "by_name", "card", "courtesies", "effort", "facet", "facets", "first_for",
    "id", "kind", "link", "names", "next", "opens", "said", "see", "sources", "tried", "typed",
    "who", "words", "yes",
}  # fmt: skip
# Names, and words that are the same in another language.
SAME = {"Atlassian: ShipIt", "Best Buy: ROWE", "Flow", "OKRs", "Team"}
# A source is the title of a work, and stays as it is unless it says one of these as well.
ABOUT_A_SOURCE = re.compile(
    r"others|further reading|after|magazine|own blog|teaching case|March|May|June|December"
)
# What would reverse a statement by a word instead of by its content.
NEGATION = {
    "de": r"\b(nicht|nie|niemals|kein\w*)\b",
    "es": r"\b(no|nunca|jamás|nadie|ningun\w*)\b",
    "fr": r"\b(ne|n|pas|jamais|rien|aucune?)\b",
}
ANONYMOUS = re.compile(r"an[oó]n[iy]m", re.IGNORECASE)
# How long one is away, or pauses, is said in one's own language (see tests/teams/test_dates.py).
TYPED = re.compile(r"`/amp (?:away|pause)(?= )|`[^`]+`")


def said(content: Content) -> list[tuple[str, str]]:
    """Every text of the framework that a person reads, after its place."""
    return list(
        _texts(
            {name: to_builtins(getattr(content, name)) for name in Schema.__struct_fields__}, "", ""
        )
    )


def _texts(node: Any, key: str, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        for name, child in node.items():
            yield from _texts(child, name, f"{place}/{name}")
    elif isinstance(node, (list, tuple)):
        for at, child in enumerate(node):
            yield from _texts(child, key, f"{place}/{at}")
    elif isinstance(node, str) and key not in UNSEEN:
        yield place, node


def beside_english(language: str) -> Iterator[tuple[str, str, str]]:
    """Each place with what English says there, and what the language says."""
    for (place, english), (same, text) in zip(
        said(ENGLISH), said(ENGLISH.languages[language]), strict=True
    ):
        assert place == same
        yield place, english, text


def figures(text: str) -> Counter[str]:
    """The figures in a text, whichever decimal sign its language writes."""
    return Counter(found.replace(",", ".") for found in re.findall(r"−?\d+(?:[.,]\d+)*", text))


def stays(place: str, english: str) -> bool:
    """Whether a text may be the same in another language."""
    if place.startswith("/sources"):
        return not ABOUT_A_SOURCE.search(english)
    return english in SAME


@pytest.mark.parametrize("language", COMPLETE)
def test_a_complete_language_leaves_nothing_in_english(language: str) -> None:
    """Whoever reads a language reads it everywhere, but for names and the titles of works."""
    left = [
        f"{place}: {text}"
        for place, english, text in beside_english(language)
        if text == english and not stays(place, english)
    ]
    assert left == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_keeps_every_figure(language: str) -> None:
    """A year, a share or an effect is the same fact in every language."""
    lost = [
        f"{place}: {', '.join(gone)} of “{english}” is not in “{text}”"
        for place, english, text in beside_english(language)
        if (gone := figures(english) - figures(text))
    ]
    assert lost == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_keeps_what_is_typed(language: str) -> None:
    """A command that is translated is a command that does not exist."""
    changed = [
        f"{place}: {text}"
        for place, english, text in beside_english(language)
        if TYPED.findall(english) != TYPED.findall(text)
    ]
    assert changed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_keeps_marks_in_pairs(language: str) -> None:
    """A star or an underscore without its other half stands in the message as it is."""
    odd = [
        f"{place}: {text}"
        for place, english, text in beside_english(language)
        for mark in "*_"
        if text.count(mark) != english.count(mark)
    ]
    assert odd == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_promised_to_be_anonymous_in_any_language(language: str) -> None:
    """Only where English says that answers are not anonymous does the word appear at all."""
    spoken = [
        f"{place}: {text}"
        for place, english, text in beside_english(language)
        if ANONYMOUS.search(text) and not ANONYMOUS.search(english)
    ]
    assert spoken == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reversed_statement_stays_reversed(language: str) -> None:
    """A team that reads two languages gets one score from both."""
    content = ENGLISH.languages[language]
    assert list(content.items) == list(ENGLISH.items)
    for id, item in content.items.items():
        english = ENGLISH.items[id]
        assert (item.reversed, item.wording) == (english.reversed, english.wording)


@pytest.mark.parametrize(("language", "negation"), NEGATION.items())
def test_a_statement_is_reversed_by_its_content(language: str, negation: str) -> None:
    """People overlook a "not", and then agree with what they meant to deny."""
    for item in ENGLISH.languages[language].items.values():
        assert len(item.text.split()) <= 15, item.text
        assert not (item.reversed and re.search(negation, item.text, re.IGNORECASE)), item.text


def found_by_words(content: Content) -> list[Card | CommandHelp]:
    return [*content.cards, *content.commands]


@pytest.mark.parametrize("language", COMPLETE)
def test_a_complete_language_has_search_words_of_its_own(language: str) -> None:
    """Each card and command that English finds by a word is found by words of the language too."""
    content = ENGLISH.languages[language]
    for ours, theirs in zip(found_by_words(content), found_by_words(ENGLISH), strict=True):
        if getattr(ours, "by_name", False):
            continue  # it is found by its name alone
        own = [word for word in ours.words if word not in theirs.words]
        assert own or not theirs.words, ours.id
        for word in own:
            found = search.find(content, word)
            reached = (found,) if isinstance(found, Topic) else found
            assert ours.id in [topic.id for topic in reached], f"{word} does not find {ours.id}"


@pytest.mark.parametrize("locale", ["pt-BR", "pt_BR", "pt-br"])
def test_a_language_of_one_region_is_found_as_its_words_are(locale: str) -> None:
    """A form whose statements were English beside Portuguese buttons would mix two languages."""
    brazilian = replace(ENGLISH, language="pt-BR")
    content = replace(ENGLISH, languages={"en": ENGLISH, "pt-BR": brazilian})
    assert content.locale(locale) is brazilian
    assert content.locale("pt-PT") is ENGLISH
