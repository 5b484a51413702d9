"""What docs/content.md shows is what Amp takes: each of its examples is laid over and checked."""

import re
from pathlib import Path

import pytest

from bot import checking, paths, rooms, words
from bot.framework import loading
from bot.framework.content import Content
from bot.words import Words
from tests import process

PAGE = Path(__file__).parent.parent / "docs" / "content.md"
EXAMPLE = re.compile(r"```(?:yaml|fluent)\n# (\S+)\n(.*?)```", re.DOTALL)
EXAMPLES = EXAMPLE.findall(PAGE.read_text("utf-8"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A company's folder with every example of the page in it."""
    for file, text in EXAMPLES:
        path = tmp_path / "words" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "words"


@pytest.fixture
def ours(folder: Path) -> Content:
    return loading.load(paths.CONTENT, folder)


@pytest.fixture
def sayings(folder: Path) -> Words:
    return words.load(paths.CONTENT, folder)


def test_the_page_has_the_examples_that_it_promises() -> None:
    """A sentence, a statement, an idea, a language and its courtesies."""
    assert len(EXAMPLES) == 8


def test_nothing_is_wrong_with_any_example(folder: Path) -> None:
    """Only the language that is begun lacks what nobody has written yet."""
    found = [str(violation) for violation in checking.check(paths.CONTENT, folder)]
    unfinished = [text for text in found if "/it/" in text or "`it` leaves" in text]
    assert found == unfinished
    assert all("this lacks" in text or "in English" in text for text in unfinished)


def test_a_sentence_is_said_otherwise(sayings: Words) -> None:
    """Where it is said in code, it is the company's."""
    assert sayings.plain("framework-share-button") == "Show everybody"
    assert "Never heard of it" in sayings.plain("framework-nothing-found", typed="x")


def test_a_reworded_statement_restarts_in_both_languages(ours: Content) -> None:
    """Its wording counts everywhere; each language has its own text."""
    english = ours.items["autonomy-anchor"]
    german = ours.locale("de").items["autonomy-anchor"]
    assert (english.wording, german.wording) == (2, 2)
    assert english.text.startswith("This week I decided")
    assert german.text.startswith("Diese Woche habe ich")
    assert ours.locale("fr").items == ours.items  # whole, in English


def test_an_idea_is_there_in_both_languages(ours: Content) -> None:
    """Beside those of its facet."""
    assert ours.ideas_for("time")[-1].title == "A Tuesday without meetings"
    assert ours.locale("de").ideas_for("time")[-1].title == "Ein Dienstag ohne Besprechungen"


def test_a_language_is_spoken_as_far_as_it_goes(ours: Content, sayings: Words) -> None:
    """The rest is English."""
    assert ours.locale("it-IT").drive("autonomy").name == "Autonomia"
    assert sayings.locale("it-IT").plain("framework-share-button") == "Condividi qui"
    assert ours.locale("it-IT").items == ours.items


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("per favore pulse", "pulse"),
        ("mostrami i trends grazie", "trends"),
        ("please pulse", "pulse"),
        ("my week grazie", "my week"),
    ],
)
@pytest.mark.parametrize("locale", ["it-IT", "en-US", "de-DE"])
def test_courtesies_of_a_language_hold_for_everybody(
    ours: Content, locale: str, typed: str, command: str
) -> None:
    """Whoever is polite in Italian has perhaps Slack in English; a command stays one."""
    assert rooms.find(ours.locale(locale), typed) == (rooms.COMMANDS[command], "")


def test_a_list_of_words_takes_the_place_of_amps_in_that_language(tmp_path: Path) -> None:
    """Other languages keep theirs."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "commands.yaml").write_text("courtesies: [yo]\n")
    said = loading.load(paths.CONTENT, tmp_path)
    for typed, is_courteous in (("yo pulse", True), ("kindly pulse", False), ("bitte pulse", True)):
        assert (rooms.find(said, typed)[0] is rooms.COMMANDS["pulse"]) is is_courteous


async def test_amp_check_reads_the_folder_that_the_environment_names(tmp_path: Path) -> None:
    """And says where it is wrong."""
    own = tmp_path / "words" / "en" / "cards.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("cards:\n  - id: origin\n    title: Our story\n")
    environment = {"AMP_CONTENT": "words"}
    status, said = await process.run("check", environment=environment, folder=tmp_path)
    assert (status, said.splitlines()[-1]) == (0, "words/: everything is in order.")
    own.write_text("cards:\n  - id: orgin\n    title: Our story\n")
    status, said = await process.run("check", environment=environment, folder=tmp_path)
    assert status == 1
    assert "words/en/cards.yaml:2: there is no `orgin` to say otherwise" in said
