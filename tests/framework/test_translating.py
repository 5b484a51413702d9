"""A language is a folder: it says what it can, and English says the rest."""

import pytest

from bot.framework.content import Content
from tests.framework.conftest import Draft


@pytest.mark.parametrize("locale", ["de-DE", "de-AT", "de", "DE", "de_DE"])
def test_a_german_profile_reads_german(content: Content, locale: str) -> None:
    """Slack's locales name a country too; the language is what counts."""
    german = content.locale(locale)
    assert german.language == "de"
    assert german.drive("autonomy").name == "Autonomie"
    assert german.items["time-3"].text == "Unterbrechungen haben bestimmt, wie meine Tage liefen."


@pytest.mark.parametrize("locale", ["en-US", "it-IT", "", None, "x"])
def test_any_other_profile_reads_english(content: Content, locale: str | None) -> None:
    """Nobody gets nothing because a language is missing."""
    assert content.locale(locale).drive("autonomy").name == "Autonomy"
    assert content.locale("de").locale(locale).language == "en"


def test_what_a_language_lacks_is_english(draft: Draft) -> None:
    """One drive is named, the others stand in English."""
    draft.write("it/drives.yaml", "drives:\n  - id: autonomy\n    name: Xutonomy\n")
    english = draft.load()
    other = english.locale("it")
    assert other.drive("autonomy").name == "Xutonomy"
    assert other.drive("autonomy").facets == english.drive("autonomy").facets
    assert other.drive("mastery") == english.drive("mastery")
    assert other.card("origin") == english.card("origin")
    assert other.rotation == english.rotation


def test_a_translated_card_keeps_its_sources_and_its_way(content: Content) -> None:
    """A translator writes words only; what a claim rests on comes along."""
    english, german = content.card("autonomy"), content.locale("de").card("autonomy")
    assert german.title == "Schritt 2: Mehr mitbestimmen lassen"
    assert [p.sources for p in german.body] == [p.sources for p in english.body]
    assert [p.kind for p in german.body] == [p.kind for p in english.body]
    assert (german.next, german.back, german.names) == (english.next, english.back, english.names)


def test_another_language_needs_no_code(draft: Draft) -> None:
    """A folder with one file is a language."""
    draft.write("it/drives.yaml", "drives:\n  - id: autonomy\n    name: Autonomia\n")
    italian = draft.load().locale("it-CH")
    assert italian.drive("autonomy").name == "Autonomia"
    assert italian.drive("mastery").name == "Mastery"


def test_a_regional_language_comes_before_its_language(draft: Draft) -> None:
    """Portuguese in Brazil is not Portuguese in Portugal."""
    for language, name in (("pt", "Propósito"), ("pt-br", "Sentido")):
        draft.write(f"{language}/d.yaml", f"drives:\n  - id: purpose\n    name: {name}\n")
    content = draft.load()
    assert content.locale("pt-BR").drive("purpose").name == "Sentido"
    assert content.locale("pt-PT").drive("purpose").name == "Propósito"


@pytest.mark.parametrize(
    ("written", "line", "violation"),
    [
        (
            "cards:\n  - id: orgin\n    title: Herkunft\n",
            2,
            "there is no `orgin` in English; did you mean `origin`?",
        ),
        ("cards:\n  - title: Herkunft\n", 2, "this needs the `id` of an English entry"),
        (
            "cards:\n  - id: origin\n    next: steps\n",
            3,
            "`next` is not translated: leave it out here",
        ),
        (
            "drives:\n  - id: mastery\n    anchor:\n      wording: 2\n",
            4,
            "`wording` is not translated: leave it out here",
        ),
        (
            "rotation:\n  - facets: [task]\n",
            1,
            "`rotation` is not translated: leave it out here",
        ),
        (
            "cards:\n  - id: origin\n    body:\n      - text: Nur eins.\n",
            3,
            "this has 1 parts, and the English one 3",
        ),
        (
            "cards:\n  - id: origin\n    titel: Herkunft\n",
            3,
            "`titel` is not a name that means something here; did you mean `title`?",
        ),
        (
            "cards:\n  - id: origin\n    button: Das hier ist viel zu lang für einen Knopf\n",
            3,
            "`button` has 41 characters, and 30 fit where it is shown",
        ),
        ("", 1, "this file is empty"),
    ],
)
def test_a_mistake_in_a_language_is_named_in_its_file(
    draft: Draft, written: str, line: int, violation: str
) -> None:
    """The violation points at the translation, not at the English beneath it."""
    draft.write("it/more.yaml", written)
    assert draft.violations() == [f"content/it/more.yaml:{line}: {violation}"]


def test_a_mistake_in_english_is_named_once(draft: Draft) -> None:
    """German inherits English mistakes, but nobody wants to read them twice."""
    written = "  skip: Can't say this week\n"
    draft.change("en/drives.yaml", written, "  skip: 1\n  skpi: x\n")
    draft.change("de/drives.yaml", "  skip: Kann ich diese Woche nicht sagen\n", "")
    assert len(draft.violations()) == 2


def test_a_folder_that_is_no_language_is_named(draft: Draft) -> None:
    """A folder that nobody reads is a mistake, not a secret."""
    draft.write("german/scale.yaml", "scale:\n  skip: Weiß nicht\n")
    assert draft.violations() == [
        "content/german:1: no language (CLDR) has this code: name the folder like `de` or `pt-br`"
    ]
