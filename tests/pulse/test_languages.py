"""A form is in one language as a whole."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from bot.framework.content import Content
from bot.pulse import languages
from bot.pulse.models import AnyRound, Round
from bot.tools.audit.models import AuditRound
from bot.words import Words
from tests.pulse.conftest import marked


def rounds(content: Content) -> list[AnyRound]:
    """One of each kind, which asks for all that there is."""
    return [
        Round(items=list(content.items)),
        AuditRound(items=[sign.id for sign in content.signs]),
    ]


def spoken(say: Words, content: Content, round_: AnyRound) -> set[str]:
    """The languages of a form."""
    return {found.language for found in languages.of_form(say, content, round_)}


def test_a_language_that_has_all_of_a_form_is_used(content: Content, tmp_path: Path) -> None:
    """German statements under German sentences."""
    say = marked(tmp_path)
    for round_ in rounds(content):
        assert spoken(say.locale("de-DE"), content.locale("de-DE"), round_) == {"de"}


@pytest.mark.parametrize("lacks", ["pulse", "audit", "common"])
def test_where_a_sentence_is_missing_all_of_it_is_english(
    content: Content, tmp_path: Path, lacks: str
) -> None:
    """Half a form in each language would be two questionnaires."""
    say, german = marked(tmp_path, lacks=lacks).locale("de"), content.locale("de")
    pulse, audit = (spoken(say, german, round_) for round_ in rounds(content))
    assert audit == {"en"}
    assert pulse == ({"de"} if lacks == "audit" else {"en"})


def test_where_a_statement_is_missing_all_of_it_is_english(
    content: Content, tmp_path: Path
) -> None:
    """A company may have a statement of its own in English alone."""
    say, german = marked(tmp_path), content.locale("de")
    english = content.locale("en")
    drives = (english.drives[0], *german.drives[1:])
    half = replace(german, drives=drives)
    assert spoken(say.locale("de"), half, Round(items=list(content.items))) == {"en"}


def test_what_people_of_no_language_of_ours_read_is_english(say: Words, content: Content) -> None:
    """And so is what English people read."""
    for locale in ("sv-SE", "en-GB", None):
        for round_ in rounds(content):
            assert spoken(say.locale(locale), content.locale(locale), round_) == {"en"}


def test_every_kind_of_round_has_all_its_words(say: Words, content: Content) -> None:
    """What a form needs is there, under the names by which it is asked for."""
    assert all(key in say for key in languages.SHARED)
    for round_ in rounds(content):
        asked = round_.questionnaire(say, content)
        assert [one.id for one in asked.statements] == round_.items
        assert set(asked.scale) <= set(range(1, 6))
