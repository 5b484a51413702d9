"""Any topic is found by a word of it, misspelt words included."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import paths
from bot.framework import finding, loading, topics
from bot.framework.content import Content
from bot.framework.entries import Card
from bot.framework.topics import Topic

CONTENT = loading.load(paths.CONTENT)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("mastery", "mastery"),
        ("mastry", "mastery"),
        ("MASTERY!", "mastery"),
        ("autonmy", "autonomy"),
        ("purpos", "purpose"),
        ("step 1", "audit"),
        ("step1", "audit"),
        ("step two", "autonomy"),
        ("3", "mastery"),
        ("audit", "audit"),
        ("principels", "principles"),
        ("monkeys", "origin"),
        ("fedex", "examples"),
        ("herzberg", "related"),
        ("anonymity", "privacy"),
        ("evidnce", "evidence"),
        ("underpaid", "mistakes"),
        ("setp", "setup"),
        ("what about goldilocks?", "mastery"),
    ],
)
def test_a_word_finds_its_topic(content: Content, said: str, found: str) -> None:
    """Said, and what is shown at once."""
    topic = finding.find(content, said)
    assert isinstance(topic, Topic)
    assert topic.id == found


@pytest.mark.parametrize(
    ("said", "among"),
    [
        ("rewards", "mistakes"),
        ("gdpr", "privacy"),
        ("gdpr", "forget-me"),
        ("pay", "fit"),
        ("rowe", "examples"),
        ("step 5", "audit"),
    ],
)
def test_a_word_of_several_topics_is_answered_with_all_of_them(
    content: Content, said: str, among: str
) -> None:
    """Where two would do, the person chooses."""
    meant = finding.find(content, said)
    assert isinstance(meant, tuple)
    assert among in [topic.id for topic in meant]
    assert 2 <= len(meant) <= 5


@pytest.mark.parametrize("said", ["xyzzy", "", "   ", "?!", "99", "🙂"])
def test_a_word_that_means_nothing_finds_nothing(content: Content, said: str) -> None:
    """No topic is better than a wrong one."""
    assert finding.find(content, said) == ()


def test_german_words_find_german_topics_and_english_words_go_on_working(content: Content) -> None:
    """A German reads `/amp autonomy` in English documentation as well."""
    german = content.locale("de")
    for said in ("autonomie", "mitsprache", "autonomy", "freedom"):
        topic = finding.find(german, said)
        assert isinstance(topic, Topic)
        assert topic.card == german.card("autonomy")


@pytest.mark.parametrize("card", CONTENT.cards, ids=lambda card: card.id)
def test_every_card_is_found_by_each_of_its_names_and_words(content: Content, card: Card) -> None:
    """A keyword that doesn't lead to its card is no keyword."""
    for word in (*card.names, card.id, *card.words):
        found = finding.find(content, word)
        reached = (found,) if isinstance(found, Topic) else found
        assert card.id in [topic.id for topic in reached], word


@given(st.text(max_size=3000))
def test_whatever_is_typed_is_looked_up(said: str) -> None:
    """Nothing that a person can type breaks the search."""
    found = finding.find(CONTENT, said)
    assert isinstance(found, Topic) or len(found) <= 5


def test_the_content_is_read_once_however_often_it_is_asked(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each language for itself; later only what a person typed is taken apart."""
    languages = [content, content.locale("de")]
    first = [finding.find(language, "autonomy") for language in languages]
    monkeypatch.setattr(topics, "tokens", None)
    assert [finding.find(language, "autonomy") for language in languages] == first
    assert first[0] != first[1]
