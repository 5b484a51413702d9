"""Any topic is found by a word of it, misspelt words included."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import paths, rooms
from bot.framework import loading, search, topics
from bot.framework.content import Content
from bot.framework.courtesies import without_asking, without_thanks
from bot.framework.entries import Card
from bot.framework.topics import Topic

TYPED = re.compile(r"`/amp ([^`{]+)`")
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
        ("gdpr", "privacy"),
        ("pay", "mistakes"),
        ("accountability", "autonomy"),
        ("compensation", "mistakes"),
        ("asymptote", "mastery"),
        ("surveillance", "audit"),
        ("trend", "trends"),
        ("results", "trends"),
        ("remind me later", "pulse-when"),
        ("vacation", "away"),
        ("ill", "away"),
        ("skip", "away"),
        ("remove me", "my-privacy"),
        ("forget", "forget-me"),
        ("forgt me", "forget-me"),
        ("evidnce", "evidence"),
        ("underpaid", "mistakes"),
        ("setp", "setup"),
        ("what about goldilocks?", "mastery"),
        ("staus", "status"),
        ("stauts", "status"),
        ("trneds", "trends"),
        ("teem", "team"),
        ("tem", "team"),
        ("awya", "away"),
        ("hepl", "help"),
        ("pluse", "pulse"),
        ("thanks", "help"),
        ("merci", "help"),
        ("my wek", "my-week"),
        ("equpo", "team"),
    ],
)
def test_a_word_finds_its_topic(content: Content, said: str, found: str) -> None:
    """Said, and what is shown at once."""
    topic = search.find(content, said)
    assert isinstance(topic, Topic)
    assert topic.id == found


@pytest.mark.parametrize(
    ("said", "among"),
    [
        ("rewards", "mistakes"),
        ("rowe", "examples"),
        ("step 5", "audit"),
    ],
)
def test_a_word_of_several_topics_is_answered_with_all_of_them(
    content: Content, said: str, among: str
) -> None:
    """Where two would do, the person chooses."""
    meant = search.find(content, said)
    assert isinstance(meant, tuple)
    assert among in [topic.id for topic in meant]
    assert 2 <= len(meant) <= 3


@pytest.mark.parametrize("said", ["stop", "quit", "please stop", "opt out"])
def test_whoever_wants_to_be_left_alone_reads_of_commands(content: Content, said: str) -> None:
    """And of no card in whose text the word stands."""
    found = search.find(content, said)
    assert isinstance(found, tuple)
    assert [topic.id for topic in found] == ["away", "my-privacy"]


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_every_word_of_the_framework_finds_something(content: Content, language: str) -> None:
    """Whatever stands on a card in one's language can be asked for, however it is bent."""
    known = content.locale(language)
    said = {word for card in known.cards for part in (*card.body, *card.more)
            for word in topics.tokens(part.text) if len(word) > 4}  # fmt: skip
    sample = sorted(said)[::7]
    assert len(sample) > 50
    assert [word for word in sample if search.find(known, word) == ()] == []
    assert [word for word in sample if search.find(known, f"{word}s") == ()] == []


@pytest.mark.parametrize(
    "said",
    [
        "remind me later",
        "leave me alone",
        "stop",
        "quit",
        "end the round now",
        "close",
        "ask",
        "me",
    ],
)
def test_what_sends_or_deletes_is_offered_only_by_its_name(content: Content, said: str) -> None:
    """Whoever meant something else must not be one press away from it."""
    found = search.find(content, said)
    reached = (found,) if isinstance(found, Topic) else found
    assert [topic.id for topic in reached if topic.command and topic.command.by_name] == []


@pytest.mark.parametrize(
    ("typed", "command", "rest"),
    [
        ("set up", "setup", ""),
        ("Set-up", "setup", ""),
        ("pause 2 weeks", "pause", "2 weeks"),
        ("results", "trends", ""),
        ("digest", "trends", ""),
        ("trend", "trends", ""),
        ("trends 52", "trends", "52"),
        ("puls", "pulse", ""),
        ("roll-up", "rollup", ""),
        ("ship it", "shipit", ""),
        ("einrichten", "setup", ""),
        ("Monatsüberblick", "rollup", ""),
        ("mettre en pause 2", "pause", "2"),
        ("equipo", "team", ""),
        ("holiday 2 weeks", "away", "2 weeks"),
        ("Urlaub bis 6. Januar", "away", "bis 6. Januar"),
    ],
)
def test_another_way_to_say_it_does_it(
    content: Content, typed: str, command: str, rest: str
) -> None:
    """Written apart, in the plural, in another language: whatever language one reads."""
    assert rooms.find(content, typed) == (rooms.COMMANDS[command], rest)


@pytest.mark.parametrize(
    ("typed", "command", "rest"),
    [
        ("results please", "trends", ""),
        ("show me the results!", "trends", ""),
        ("my results, please 🙏", "trends", ""),
        ("ergebnisse bitte", "trends", ""),
        ("montre-moi les résultats, s’il te plaît", "trends", ""),
        ("equipo, por favor", "team", ""),
        ("can you pause?", "pause", ""),
        ("pause 2 weeks, please :pray:", "pause", "2 weeks"),
        ("pause -2", "pause", "-2"),
        ("help me", "help", ""),
        ("hilf mir", "help", ""),
        ("thank you", "help", ""),
        ("my week please", "my week", ""),
        ("/amp pulse", "pulse", ""),
        ("/amp /amp-staging  pulse now", "pulse now", ""),
        ("amp: pulse", "pulse", ""),
        (" Pulse\u3000NOW ", "pulse now", ""),
        ("\u200bpulse\u200b now", "pulse now", ""),
        ("“pulse now”", "pulse now", ""),
        ("`pulse`.", "pulse", ""),
        ("ｐｕｌｓｅ 🙂", "pulse", ""),
        ("away “2 weeks” 🏖️", "away", "2 weeks"),
        ("trends “Lab”", "trends", "Lab"),
        ("trends <#C0123|lab>", "trends", "<#C0123|lab>"),
        ("trends Lab (EU)", "trends", "Lab (EU)"),
    ],
)
def test_what_people_put_around_a_command_is_no_part_of_it(
    content: Content, typed: str, command: str, rest: str
) -> None:
    """Signs, emoji, courtesies in any language, and the command itself, pasted once more."""
    assert rooms.find(content, typed) == (rooms.COMMANDS[command], rest)


@pytest.mark.parametrize("said", ["please", "danke", "/amp", "🙂", "“”", ":wave:", "amp amp"])
def test_a_courtesy_alone_does_nothing(content: Content, said: str) -> None:
    """There is a card or a list of commands to read at most."""
    act, _ = rooms.find(content, said)
    assert act in (rooms.COMMANDS[""], rooms.COMMANDS["help"])


@given(st.text(max_size=300))
def test_taking_off_what_stands_around_ends_and_adds_nothing(said: str) -> None:
    """Whatever is typed; what is left stood there."""
    left = without_asking(CONTENT, without_thanks(CONTENT, said))
    assert left in " ".join(said.split())
    assert rooms.find(CONTENT, said)[0] in rooms.COMMANDS.values()


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_every_example_that_amp_gives_works(content: Content, language: str) -> None:
    """Each `/amp …` in a sentence, on a card or in help is a command, or finds one topic."""
    known = content.locale(language)
    said = [path.read_text() for path in (paths.CONTENT / language).rglob("*.*")]
    examples = {hit.strip() for text in said for hit in TYPED.findall(text)}
    assert len(examples) > 20
    for typed in examples:
        act, _ = rooms.find(known, typed)
        if act is rooms.COMMANDS[""] and typed != "help":  # it is looked for, and stands out
            asked = typed.removeprefix("help ")
            assert isinstance(search.find(known, asked), Topic), typed


@pytest.mark.parametrize("said", ["xyzzy", "", "   ", "?!", "99", "🙂"])
def test_a_word_that_means_nothing_finds_nothing(content: Content, said: str) -> None:
    """No topic is better than a wrong one."""
    assert search.find(content, said) == ()


def test_german_words_find_german_topics_and_english_words_go_on_working(content: Content) -> None:
    """A German reads `/amp autonomy` in English documentation as well."""
    german = content.locale("de")
    for said in ("autonomie", "mitsprache", "autonomy", "freedom"):
        topic = search.find(german, said)
        assert isinstance(topic, Topic)
        assert topic.card == german.card("autonomy")


@pytest.mark.parametrize("card", CONTENT.cards, ids=lambda card: card.id)
def test_every_card_is_found_by_each_of_its_names_and_words(content: Content, card: Card) -> None:
    """A keyword that doesn't lead to its card is no keyword."""
    for word in (*card.names, card.id, *card.words):
        found = search.find(content, word)
        reached = (found,) if isinstance(found, Topic) else found
        assert card.id in [topic.id for topic in reached], word


@given(st.text(max_size=3000))
def test_whatever_is_typed_is_looked_up(said: str) -> None:
    """Nothing that a person can type breaks the search."""
    found = search.find(CONTENT, said)
    assert isinstance(found, Topic) or len(found) <= 3


def test_the_content_is_read_once_however_often_it_is_asked(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each language for itself; later only what a person typed is taken apart."""
    languages = [content, content.locale("de")]
    first = [search.find(language, "autonomy") for language in languages]
    monkeypatch.setattr(topics, "tokens", None)
    assert [search.find(language, "autonomy") for language in languages] == first
    assert first[0] != first[1]


def test_a_name_means_the_same_whenever_it_is_typed(content: Content) -> None:
    """What was typed before is remembered for names alone, so what people write is not kept."""
    for said in (*content.named, "pause 2, please", "my own words"):
        assert rooms.find(content, said) == rooms.find(content, said) == rooms._meant(content, said)
    assert content.meant.keys() == content.named.keys()
