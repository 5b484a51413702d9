"""`amp check`: each mistake in the messages is named with file, line, and what to do."""

import re
import shutil
from pathlib import Path

import pytest

from bot import app, checking, fluent_files, paths
from bot.checking import cards, catalog, limits, markup, usage
from bot.framework import loading
from bot.settings import Settings
from bot.violations import ContentError
from bot.words import ENGLISH
from tests.framework.conftest import Draft

COMMON, FRAMEWORK = "en/messages/common.ftl", "en/messages/framework.ftl"


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    shutil.copytree(paths.CONTENT, tmp_path / "content")
    return Draft(tmp_path / "content")


def wrong(draft: Draft) -> list[str]:
    return [str(violation) for violation in checking.check(draft.folder)]


def appended(draft: Draft, file: str, text: str) -> int:
    """Write at the end of a file; the line on which it begins."""
    before = (draft.folder / file).read_text("utf-8")
    draft.write(file, before + text)
    return before.count("\n") + 1


def test_what_is_shipped_is_in_order() -> None:
    """Every key that the code says is there, and nothing else is."""
    assert checking.check(paths.CONTENT) == []


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("broken {\n", "this is no message: expected token"),
        ("late\n", "this is no message"),
        (
            "x = { $n ->\n    [one] a\n    [other] b\n }\n",
            "a selector needs one variant with a star, `*[other] …`, for all other cases",
        ),
    ],
    ids=["brace", "no value", "no default"],
)
def test_a_broken_line_is_named(draft: Draft, written: str, said: str) -> None:
    """Fluent itself would leave it out in silence."""
    line = appended(draft, COMMON, written)
    found = checking.check(draft.folder)
    assert any(v.file == f"content/{COMMON}" and v.line >= line and said in v.text for v in found)
    assert any(said in v.text for v in checking.read(draft.folder))
    with pytest.raises(ContentError):
        catalog.of(fluent_files.find(draft.folder))


def test_a_line_that_begins_with_a_star_is_explained(draft: Draft) -> None:
    """The commonest slip in a message of several lines."""
    line = appended(draft, FRAMEWORK, "framework-x = One\n    *two*\n")
    [found] = [text for text in wrong(draft) if f"{FRAMEWORK}:{line + 1}:" in text]
    assert "begins with none of `*`, `[`, `.`, `}`" in found


def test_a_file_in_another_encoding_is_named(draft: Draft) -> None:
    """With the line of the first foreign letter."""
    (draft.folder / "en/messages/z.ftl").write_bytes("# one\n# für\n".encode("latin-1"))
    assert "content/en/messages/z.ftl:2: this file is not UTF-8" in wrong(draft)


def test_a_key_written_twice_is_named(draft: Draft) -> None:
    """Fluent itself would take the last."""
    line = appended(draft, FRAMEWORK, "framework-back-button = Back again\n")
    [found] = wrong(draft)
    said = "`framework-back-button` is written already"
    assert found.startswith(f"content/{FRAMEWORK}:{line}: {said}: content/{FRAMEWORK}, line ")


def test_a_key_that_nothing_says_is_named(draft: Draft) -> None:
    """Nobody translates what nobody reads."""
    draft.only_english()
    line = appended(draft, COMMON, "left-over = Something\n")
    assert wrong(draft) == [
        f"content/{COMMON}:{line}: nothing says `left-over`: take it out everywhere"
    ]


def test_what_another_message_puts_in_is_used(draft: Draft) -> None:
    """A reference counts as a use."""
    draft.only_english()
    appended(draft, COMMON, "left-over = Something\n")
    draft.change(COMMON, "close-button = Close\n", "close-button = Close { left-over }\n")
    assert wrong(draft) == []
    draft.change(COMMON, "Close { left-over }\n", "Close { leftover }\n")
    assert any("there is no message `leftover` to put in here" in text for text in wrong(draft))


def test_a_key_that_is_missing_is_named_where_it_is_said(draft: Draft) -> None:
    """With the line of Python that says it."""
    draft.only_english()
    draft.change(COMMON, "close-button = Close\n", "")
    [found] = wrong(draft)
    assert re.match(r"bot/slack/block_kit\.py:\d+: there is no message `close-button`", found)


def test_a_key_of_what_is_asked_before_a_press_counts_is_looked_up_too(draft: Draft) -> None:
    """It would be missed only when somebody sees the button."""
    draft.only_english()
    draft.change("en/messages/comments.ftl", "comments-burn-title = Take no answer?\n", "")
    [found] = wrong(draft)
    assert re.match(r"bot/pulse/comments/blocks\.py:\d+: there is no message `comments-burn", found)


def test_an_error_without_a_sentence_is_named(draft: Draft) -> None:
    """At its class."""
    draft.only_english()
    draft.change(COMMON, "error-our-mistake = Something", "unrelated = Something")
    found = wrong(draft)
    assert any("`OurMistake` needs a message `error-our-mistake`" in text for text in found)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Weiter: { $card }", "Weiter: { $karte }", "has no value `$karte` in English"),
        ("Weiter: { $card }", "Weiter", "leaves out `$card`, which English shows"),
        ("Weiter: {", f"{'Weiter' * 11}: {{", "has about 80 characters, and 75 fit"),
        ("= *Zum Tun*", "= *Zum Tun", "has a * that is not closed"),
        ("= *Zum Tun*", "= _Zum_ T_un_", "has a _ that is not closed"),
    ],
)
def test_a_mistake_in_a_translation_is_named(draft: Draft, old: str, new: str, said: str) -> None:
    """In the translation's own file."""
    line = draft.change("de/messages/framework.ftl", old, new)
    assert any(
        text.startswith(f"content/de/messages/framework.ftl:{line}: ") and said in text
        for text in wrong(draft)
    )


def test_a_key_that_english_does_not_have_is_named(draft: Draft) -> None:
    """With the one that is meant."""
    line = draft.change(
        "de/messages/framework.ftl", "framework-less-button", "framework-les-button"
    )
    assert any(
        f"framework.ftl:{line}: there is no `framework-les-button` in English; "
        "did you mean `framework-less-button`?" in text
        for text in wrong(draft)
    )


UNSAYABLE = {
    "framework-back-button = { framework-less-button }": "is put into itself",
    "framework-less-button = { framework-back-button }": "is put into itself",
    "framework-more-button = { -a }": "is put into itself",
    "-a = { -b }": "is put into itself",
    "-b = { -a }": "is put into itself",
    "framework-share-button = { SMAL(1) }": "no function `SMAL`; did you mean `SMALL`?",
    "cancel-button = { -brand }": "there is no term `-brand` to put in here",
    "close-button = { amp-title.x }": "there is no attribute `amp-title.x` to put in here",
    'amp-title = { "" }': "says nothing: give it a text",
    "moment = { $n ->\n    [one] x\n   *[other] { BIGG(5) }\n }": "no function `BIGG`",
    "pulse-answer-button = Back <!channel>": "shows <!channel> as it is written",
    "digest-method-button = <https://example.org|Back>": "no link or mention works here",
    "framework-nothing-found = <!here> { $typed }": "has <!here>, which is no link",
    "digest-privacy-button = Ba\x00ck": "has a character that nobody can see",
    'home-read-button = Ba{ "\\u0000" }ck': "has a character that nobody can see",
    "day-pattern = ddddddddd": "is no pattern of a date",
}


def test_what_a_company_can_t_say_is_told_before_anybody_asks(tmp_path: Path) -> None:
    """`amp check` names it with its line; Amp does not start with it."""
    file = tmp_path / "ours" / "en" / "messages" / "a.ftl"
    file.parent.mkdir(parents=True)
    file.write_text("\n".join(UNSAYABLE), "utf-8")
    found = checking.check(paths.CONTENT, tmp_path / "ours")
    line = 1
    for written, said in UNSAYABLE.items():
        told = [v.text for v in found if v.file == str(file) and v.line == line]
        assert any(said in text for text in told), (written, told)
        line += written.count("\n") + 1
    with pytest.raises(ContentError, match="is put into itself"):
        app.content_of(Settings(own_content=tmp_path / "ours"))


def test_what_has_attributes_only_is_named(tmp_path: Path) -> None:
    """It would take the place of the text, and say nothing."""
    file = tmp_path / "ours" / "de" / "messages" / "a.ftl"
    file.parent.mkdir(parents=True)
    file.write_text("\namp-title =\n    .title = Amp\n", "utf-8")
    [found] = checking.check(paths.CONTENT, tmp_path / "ours")
    assert (found.line, "has attributes only" in found.text) == (2, True)


def test_a_folder_that_is_no_language_is_named(tmp_path: Path) -> None:
    """Also one that differs from another in a capital letter only."""
    folders = ("De", "english", "pt-BR", "xx")
    for folder in folders:
        file = tmp_path / "ours" / folder / "messages" / "a.ftl"
        file.parent.mkdir(parents=True)
        file.write_text("close-button = x\n", "utf-8")
    found = [str(v) for v in checking.check(paths.CONTENT, tmp_path / "ours")]
    said = "no language (CLDR) has this code: name the folder like `de` or `pt-br`"
    assert found == [f"ours/{folder}:1: {said}" for folder in folders]
    with pytest.raises(ContentError, match="no language"):
        app.content_of(Settings(own_content=tmp_path / "ours"))


def test_a_card_that_is_opened_and_not_there_is_named(tmp_path: Path) -> None:
    """By a button, or by what is typed."""
    content = loading.load(paths.CONTENT)
    source = (
        'FIRST = "orgin"\ncontent.card(FIRST)\nread_button(say("x"), "metod")\n'
        'content.card("method")\nread_button(label, shown.id)\n'
    )
    found = [str(violation) for violation in cards.check(content, package(tmp_path, source))]
    assert found == [
        "bot/room.py:2: there is no card `orgin` to open; did you mean `origin`?",
        "bot/room.py:3: there is no card `metod` to open; did you mean `method`?",
    ]


def test_the_card_of_a_button_is_missed(draft: Draft) -> None:
    """The digest's «How is this worked out?» would open nothing."""
    draft.only_english()
    path = next(p for p in (draft.folder / "en").rglob("*.yaml") if "id: method\n" in p.read_text())
    path.write_text(path.read_text("utf-8").replace("id: method\n", "id: methods\n"), "utf-8")
    assert any("there is no card `method` to open" in text for text in wrong(draft))


def test_each_language_has_its_count(draft: Draft) -> None:
    """A language that is begun is a number, not a list of a thousand keys."""
    draft.write("nl/messages/framework.ftl", "framework-less-button = Korter\n")
    lines = dict(
        line.split(": ") for line in checking.summary(list(fluent_files.find(draft.folder)))
    )
    assert re.fullmatch(r"1 of \d+ messages", lines["nl"])
    assert lines["de"] == lines["en"]
    assert all(text.count("`") <= 6 for text in wrong(draft) if "this lacks" in text)
    assert any(re.search(r"this lacks .* and \d+ more", text) for text in wrong(draft))


COUNTED = "left-over = { $n ->\n    [one] a\n   *[other] { $n } b\n}\n"
CHOSEN = "left-over = { $way ->\n    [up] a\n   *[down] b\n}\n"


@pytest.mark.parametrize(
    ("english", "language", "text", "said"),
    [
        (COUNTED, "de", "left-over = { $n ->\n   *[other] { $n }\n}\n", None),
        (COUNTED, "fr", COUNTED, None),
        (COUNTED, "pl", COUNTED, "lacks the plural form `[few]`"),
        (COUNTED, "de", COUNTED.replace("one", "few"), "no number is `[few]` in `de`"),
        (CHOSEN, "de", CHOSEN.replace("up", "auf"), "is never `[auf]` by `$way`"),
    ],
)
def test_a_plural_form_that_a_language_needs_is_there(
    draft: Draft, english: str, language: str, text: str, said: str | None
) -> None:
    """By CLDR; what is chosen by a word has English's words."""
    draft.write("en/messages/z.ftl", english)
    draft.write(f"{language}/messages/z.ftl", text)
    found = [v.text for v in checking.check(draft.folder) if f"{language}/messages/z" in v.file]
    found = [text for text in found if not text.startswith("this lacks")]
    assert found == [] if said is None else any(said in text for text in found)


def test_a_language_that_lacks_a_message_is_named(draft: Draft) -> None:
    """Once for each file."""
    draft.write("nl/messages/framework.ftl", "framework-less-button = Korter\n")
    found = [text for text in wrong(draft) if "content/nl/messages" in text]
    assert any(text.startswith("content/nl/messages/common.ftl:1: this lacks") for text in found)
    assert all("`framework-less-button`" not in text for text in found)


def test_a_text_that_a_language_leaves_in_english_is_named(draft: Draft) -> None:
    """At the English text, since there is no other place."""
    draft.change("de/drives.yaml", "  skip: Kann ich diese Woche nicht sagen\n", "")
    assert [text for text in wrong(draft) if "`de` leaves this in English: Can't say" in text]


def test_what_a_language_leaves_in_english_is_one_line_a_file_after_the_mistakes(
    draft: Draft,
) -> None:
    """A language that is begun does not bury the mistake in it."""
    shutil.rmtree(draft.folder / "de")
    draft.write("de/messages/common.ftl", "close-buton = Zu\n")
    first, *others = wrong(draft)
    assert "there is no `close-buton` in English" in first
    owed = [text for text in others if "drives.yaml" in text]
    assert len(owed) == 1
    assert "more in this file" in owed[0]


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_refusal_of_slack_without_its_sentence_is_named(draft: Draft, language: str) -> None:
    """In every language; the selector would fall to its last case in silence."""
    draft.change(f"{language}/messages/common.ftl", "[is_archived]", "[is_archivd]")
    file = f"content/{language}/messages/common.ftl"
    found = [text for text in wrong(draft) if text.startswith(file)]
    assert any("`error-slack-refused` has no `[is_archived]`" in text for text in found)
    assert any("has `[is_archivd]`, which is not in TOLD" in text for text in found)


# What the code says


def package(folder: Path, source: str) -> Path:
    made = folder / "bot"
    made.mkdir()
    (made / "room.py").write_text(source)
    return made


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('say("back", card="x")', []),
        ('say.plain("back" if ok else "on")', ["`back` gets no `$card` from bot/room.py, line 1"]),
        (
            'say("back", card=1, more=2)',
            ["`back` has no `$more`, which bot/room.py, line 1, passes"],
        ),
        ('say("back", **values)', []),
        ('say.locale("de")("back")', ["`back` gets no `$card` from bot/room.py, line 1"]),
        ('KEYS = ("back", "on")', []),
        ('say("bakc")', ["there is no message `bakc` in English; did you mean `back`?"]),
        ("class Gone(AmpError): pass\nraise Gone(week=1)", []),
        (
            "class Gone(AmpError): pass\nclass Lost(Gone): pass\nraise Gone",
            ["`Lost` needs a message", "`error-gone` gets no `$week` from bot/room.py, line 3"],
        ),
    ],
)
def test_what_python_passes_is_what_the_message_has(
    tmp_path: Path, source: str, said: list[str]
) -> None:
    """Where a call's values can be read from the code."""
    messages = "back = Back to { $card }\non = On\nerror-gone = Gone since { $week }\n"
    file = tmp_path / "content/en/messages/a.ftl"
    file.parent.mkdir(parents=True)
    file.write_text(messages)
    catalogs = catalog.of(fluent_files.find(tmp_path / "content"))
    found = [v.text for v in usage.check(catalogs, package(tmp_path, source))]
    found = [text for text in found if not text.startswith("nothing says")]
    assert len(found) == len(said)
    assert all(any(part in text for text in found) for part in said)


def test_every_ending_has_its_limit() -> None:
    """The longest text of each is one that Slack still takes."""
    catalogs = catalog.of(fluent_files.find(paths.CONTENT))
    for message in catalogs[ENGLISH].values():
        for end, most in limits.LIMITS.items():
            if message.key.endswith(end):
                assert limits.length(catalogs[ENGLISH], message) <= most


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("*bold* and _slanted_", []),
        (":white_check_mark: *x* is on", []),
        ("the scope missing_scope", []),
        ("`a_b *` is code", []),
        ("*bold and _slanted", ["*", "_"]),
        ("`code", ["`"]),
    ],
)
def test_a_mark_that_is_not_closed_is_found(text: str, marks: list[str]) -> None:
    """Emoji, code and underscores within words are none."""
    assert list(markup.unpaired(text)) == marks
