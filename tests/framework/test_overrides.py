"""A company's own content: laid over what Amp ships, entry by entry, and checked like it."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from bot import app, checking, paths, words
from bot.framework import choosing, listeners, loading
from bot.framework.content import Content
from bot.settings import Settings
from bot.violations import ContentError
from bot.words import Words

IDEA = """ideas:
  - id: quiet-tuesday
    facet: time
    title: A Tuesday without meetings
    what: Nobody books anything on Tuesdays.
    goal: A day for what needs a whole day.
    metric: Tuesdays that stayed free.
"""
REWORDED = """drives:
  - id: autonomy
    anchor: {id: autonomy-anchor, text: I decided how I did my work., wording: 2}
"""


@dataclass(frozen=True)
class Company:
    """The folder that AMP_CONTENT names."""

    folder: Path

    def writes(self, file: str, text: str) -> None:
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def content(self) -> Content:
        return loading.load(paths.CONTENT, self.folder)

    def words(self) -> Words:
        return words.load(paths.CONTENT, self.folder)

    def mistakes(self) -> list[str]:
        """What `amp check` says, with files as they lie in the company's folder."""
        found = checking.check(paths.CONTENT, self.folder)
        return [str(violation).replace(f"{self.folder}/", "") for violation in found]


@pytest.fixture
def company(tmp_path: Path) -> Company:
    made = Company(tmp_path / "ours")
    made.folder.mkdir()
    return made


def test_an_empty_folder_changes_nothing(company: Company, content: Content) -> None:
    """The smallest thing that can be laid over."""
    assert company.mistakes() == []
    assert company.content().cards == content.cards


def test_an_idea_is_added(company: Company, content: Content) -> None:
    """It comes after those that are shipped, in every language until somebody translates it."""
    company.writes("en/ideas.yaml", IDEA)
    assert company.mistakes() == []
    assert [i.id for i in company.content().ideas] == [
        *(i.id for i in content.ideas),
        "quiet-tuesday",
    ]
    german = company.content().locale("de")
    assert german.ideas[-1].title == "A Tuesday without meetings"
    assert german.ideas[0] == content.locale("de").ideas[0]


@pytest.mark.parametrize("typed", ["", "?", "help", "HELP"])
def test_a_card_s_name_takes_nothing_from_amp_alone_nor_from_help(
    company: Company, content: Content, say: Words, typed: str
) -> None:
    """A company's own may be called by a sign or an emoji, of which nothing is left to find."""
    named = "cards:\n  - id: origin\n    names: ['🚢', '?', help]\n"
    company.writes("en/cards.yaml", named)
    assert company.mistakes() == []
    shown = listeners.answer(say, company.content(), typed)
    assert shown.blocks[0] == listeners.answer(say, content, typed).blocks[0]


def test_one_name_of_an_entry_is_changed_and_the_rest_stays(
    company: Company, content: Content
) -> None:
    """What a new version of Amp changes arrives wherever the company says nothing."""
    company.writes("en/cards.yaml", "cards:\n  - id: origin\n    title: Our story\n")
    assert company.content().card("origin").title == "Our story"
    assert company.content().card("origin").body == content.card("origin").body
    assert company.mistakes() == []


def test_a_statement_that_is_asked_otherwise_restarts_its_baseline(company: Company) -> None:
    """Its wording is raised; what was answered before is not compared with what comes."""
    company.writes("en/ours.yaml", REWORDED)
    item = company.content().items["autonomy-anchor"]
    assert (item.text, item.wording) == ("I decided how I did my work.", 2)
    assert company.mistakes() == []


@pytest.mark.parametrize("wording", ["", ", wording: 1"])
def test_a_statement_can_t_be_asked_otherwise_in_silence(company: Company, wording: str) -> None:
    """Two questions in one line of a chart would be a lie."""
    company.writes("en/ours.yaml", REWORDED.replace(", wording: 2", wording))
    assert company.mistakes() == [
        "en/ours.yaml:3: `autonomy-anchor` is asked otherwise: add `wording: 2`, so that its "
        "baseline restarts"
    ]


def test_a_reworded_statement_brings_its_whole_form_back_to_english(company: Company) -> None:
    """Until the company says it in German too: a form never mixes two languages."""
    company.writes("en/ours.yaml", REWORDED)
    german, english = company.content().locale("de"), company.content()
    assert german.items == english.items
    for number in (1, 2, 3):
        assert choosing.items(german, number) == choosing.items(english, number)
    assert german.scale == english.scale
    assert german.signs != english.signs
    assert german.drive("mastery").name == "Meisterschaft"

    said = "anchor: {id: autonomy-anchor, text: Ich entschied selbst.}"
    company.writes("de/ours.yaml", f"drives:\n  - id: autonomy\n    {said}\n")
    german = company.content().locale("de")
    assert german.items["pay-1"].text != english.items["pay-1"].text
    assert german.items["autonomy-anchor"].text == "Ich entschied selbst."
    assert german.items["autonomy-anchor"].wording == 2
    assert company.mistakes() == []


def test_an_entry_that_amp_does_not_have_is_named(company: Company) -> None:
    """After an upgrade that took it away as much as after a slip of the pen."""
    company.writes("en/cards.yaml", "cards:\n  - id: orgin\n    title: Our story\n")
    [first, *_] = company.mistakes()
    assert first.startswith(
        "en/cards.yaml:2: there is no `orgin` to say otherwise; did you mean `origin`?; "
        "a new one needs `button`, `summary`, `body` too"
    )


def test_what_a_company_adds_it_owes_in_the_languages_it_writes(company: Company) -> None:
    """Where it has a folder of that language, and nowhere else."""
    company.writes("en/ideas.yaml", IDEA)
    company.writes("de/cards.yaml", "cards:\n  - id: origin\n    title: Unsere Geschichte\n")
    found = company.mistakes()
    assert found
    assert {text.partition(":")[0] for text in found} == {"en/ideas.yaml"}
    assert all("`de` leaves this in English" in text for text in found)


def test_a_sentence_is_said_otherwise(company: Company, say: Words) -> None:
    """In each language by itself."""
    company.writes("en/messages/ours.ftl", "framework-share-button = Show everybody\n")
    company.writes("de/messages/ours.ftl", "framework-less-button = Weniger\n")
    ours = company.words()
    assert ours.plain("framework-share-button") == "Show everybody"
    assert ours.plain("framework-less-button") == say.plain("framework-less-button")
    assert ours.locale("de").plain("framework-less-button") == "Weniger"
    assert ours.locale("de").plain("framework-share-button") == "Hier teilen"
    assert company.mistakes() == []


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("framework-shar-button = X\n", "no message `framework-shar-button` to say otherwise"),
        ("framework-next-button = On: { $cards }\n", "has no value `$cards` in English"),
        (f"framework-share-button = {'Show ' * 20}\n", "and 75 fit"),
        ("framework-share-button\n", "this is no message"),
    ],
)
def test_a_mistake_in_a_sentence_is_named_at_start_too(
    company: Company, written: str, said: str
) -> None:
    """By `amp check`, and by an Amp that does not start."""
    company.writes("en/messages/ours.ftl", "# Ours\n" + written)
    assert any(t.startswith("en/messages/ours.ftl:2: ") and said in t for t in company.mistakes())
    with pytest.raises(ContentError, match=r"ours\.ftl:2: "):
        app.content_of(Settings(own_content=company.folder))


def test_a_language_is_added(company: Company) -> None:
    """A folder is a language; what it lacks is said by `amp check`, and in English."""
    company.writes("it/drives.yaml", "drives:\n  - id: autonomy\n    name: Autonomia\n")
    company.writes("it/messages/ours.ftl", "framework-share-button = Condividi qui\n")
    italian = company.content().locale("it-IT")
    assert italian.drive("autonomy").name == "Autonomia"
    assert italian.items == company.content().items
    assert company.words().locale("it-IT").plain("framework-share-button") == "Condividi qui"
    assert company.content().locale("pl-PL").language == "en"
    assert company.words().locale("pl-PL").language == "en"
