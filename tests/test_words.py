"""Words are looked up by key; what is put into them is escaped by what it is."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fluent.syntax import FluentParser, ast
from hypothesis import given
from hypothesis import strategies as st

from bot import fluent_files, paths, words
from bot.errors import AmpError, NotALead
from bot.violations import ContentError
from bot.words import Decimal, Markup, UnknownMessage, Words, language_name

AT = datetime(2026, 6, 3, 8, 5, tzinfo=UTC)
SAY = words.load(paths.CONTENT)
MESSAGES = {
    "en": """
greeting = Hello { $name }!
people = { $people ->
    [one] { $people } person
   *[other] { $people } people
}
score = { $score }
due = due { $at }
moment = { "{date_long_pretty}" } at { "{time}" }
moment-pattern = EEEE d MMMM, HH:mm 'UTC'
day-pattern = d MMMM
spelled = { SPELLED($count) }
only-english = Only in English
error-not-a-lead = Ask { $who }.
""",
    "de": """
people = { $people ->
    [one] { $people } Person
   *[other] { $people } Personen
}
moment = { "{date_long_pretty}" } um { "{time}" }
moment-pattern = EEEE, d. MMMM, HH:mm 'UTC'
day-pattern = d. MMMM
due = fällig { $at }
greeting = Hallo { $name }!
score = { $score }
spelled = { SPELLED($count) }
""",
    "fr": """
people = { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
}
day-pattern = d MMMM
score = { $score }
greeting = Bonjour { $name } !
spelled = { SPELLED($count) }
""",
    "es": """
people = { $people ->
    [one] { $people } persona
   *[other] { $people } personas
}
day-pattern = d 'de' MMMM
score = { $score }
greeting = Hola, { $name }
spelled = { SPELLED($count) }
""",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few words in four languages."""
    folder = tmp_path_factory.mktemp("content")
    for language, text in MESSAGES.items():
        file = folder / language / "messages" / "a.ftl"
        file.parent.mkdir(parents=True)
        file.write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def ours(folder: Path) -> Words:
    return words.load(folder)


# What is put in


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ana & <Bo>", "Hello Ana &amp; &lt;Bo&gt;!"),
        ("<!channel>", "Hello &lt;!channel&gt;!"),
        (words.mention("U1"), "Hello <@U1>!"),
        (words.channel("C1"), "Hello <#C1>!"),
        (words.bold("a<b"), "Hello *a&lt;b*!"),
        (
            words.link("https://x.org/?a=1&b|c", "x > y"),
            "Hello <https://x.org/?a=1&amp;b%7Cc|x &gt; y>!",
        ),
    ],
)
def test_people_s_words_are_made_harmless_and_our_markup_stays(
    ours: Words, name: str, shown: str
) -> None:
    """By what a value is, not by where it is put."""
    assert ours("greeting", name=name) == shown
    assert isinstance(ours("greeting", name=name), Markup)


def test_plain_text_is_what_was_written(ours: Words) -> None:
    """Slack takes no markup in a button, so nothing is escaped there."""
    assert ours.plain("greeting", name="<Bo> & *Cy*") == "Hello <Bo> & *Cy*!"


@given(st.text(max_size=300))
def test_people_s_words_never_make_a_mention_or_a_link(text: str) -> None:
    """Whatever somebody calls a team, it pings nobody."""
    said = SAY("teams-ended", team=text)
    assert not re.search(r"<[@#!a-z]", said)
    assert "<" not in said
    assert ">" not in said
    assert "<" not in SAY.listed([text, text])
    assert "<" not in words.join(", ", [text])


@given(st.text(max_size=100), st.text(max_size=100))
def test_the_words_of_a_link_never_end_it(url: str, label: str) -> None:
    """There is one link, and one label."""
    made = words.link(url, label)
    assert made.count("<") == made.count(">") == 1
    assert "|" not in made.partition("|")[0]
    assert (made[0], made[-1]) == ("<", ">")


def test_words_are_escaped_once(ours: Words) -> None:
    """A message inside of another is our markup already."""
    inner = ours("greeting", name="a & b")
    assert ours("greeting", name=inner) == "Hello Hello a &amp; b!!"


# Numbers, lists and dates in four languages


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["0 people", "1 person", "2 people", "1,200 people"]),
        ("de", ["0 Personen", "1 Person", "2 Personen", "1.200 Personen"]),
        ("fr", ["0 personne", "1 personne", "2 personnes", "1\u202f200 personnes"]),
        ("es", ["0 personas", "1 persona", "2 personas", "1.200 personas"]),
    ],
)
def test_numbers_have_the_plural_and_the_signs_of_their_language(
    ours: Words, language: str, said: list[str]
) -> None:
    """French has one of zero."""
    say = ours.locale(language)
    assert [say("people", people=count) for count in (0, 1, 2, 1200)] == said


@pytest.mark.parametrize(
    ("language", "score", "listed", "day", "spelled"),
    [
        ("en", "3.50", "a, b and c", "3 June", "four"),
        ("de", "3,50", "a, b und c", "3. Juni", "vier"),
        ("fr", "3,50", "a, b et c", "3 juin", "quatre"),
        ("es", "3,50", "a, b y c", "3 de junio", "cuatro"),
    ],
)
def test_decimals_lists_days_and_numbers_in_words(
    ours: Words, language: str, score: str, listed: str, day: str, spelled: str
) -> None:
    """As CLDR has them."""
    say = ours.locale(language)
    assert say("score", score=Decimal(3.5, 2)) == score
    assert say.listed(["a", "b", "c"]) == listed
    assert say.plain("score", score=date(2026, 6, 3)) == day
    assert say("spelled", count=4) == spelled
    assert listed in say("greeting", name=["a", "b", "c"])


def test_a_moment_is_on_the_reader_s_own_clock(ours: Words) -> None:
    """In mrkdwn Slack shows it; in plain text it is UTC, and says so."""
    stamp = int(AT.timestamp())
    assert ours("due", at=AT) == (
        f"due <!date^{stamp}^{{date_long_pretty}} at {{time}}|Wednesday 3 June, 08:05 UTC>"
    )
    german = ours.locale("de")
    assert german.plain("due", at=AT) == "fällig Mittwoch, 3. Juni, 08:05 UTC"
    assert german.weekday(0) == "Montag"
    for zone in ("America/New_York", "Asia/Tokyo"):  # the same moment, on another clock
        there = datetime(2026, 6, 4, 9, 5, tzinfo=UTC).astimezone(ZoneInfo(zone))
        assert ours.plain("due", at=there) == "due Thursday 4 June, 09:05 UTC"


def test_a_list_of_mentions_stays_one_of_mentions(ours: Words) -> None:
    """And a name among them is a name."""
    assert ours.listed([words.mention("U1"), "<@U2>"]) == "<@U1> and &lt;@U2&gt;"


# Keys and languages


def test_what_a_language_lacks_is_said_in_english(ours: Words) -> None:
    """Somebody rather reads English than nothing."""
    assert ours.locale("de")("only-english") == "Only in English"


@pytest.mark.parametrize(
    ("locale", "language"),
    [("de-DE", "de"), ("de_AT", "de"), ("fr-CA", "fr"), ("it-IT", "en"), (None, "en"), ("", "en")],
)
def test_a_locale_is_spoken_in_its_language_or_in_english(
    ours: Words, locale: str | None, language: str
) -> None:
    """Slack's locales name a country too."""
    assert ours.locale(locale).language == language
    assert ours.locale("fr").locale(locale).language == language


def test_an_unknown_key_is_no_text(ours: Words) -> None:
    """Nobody reads a key; a test finds it, and the log."""
    with pytest.raises(UnknownMessage, match="no-such-key"):
        ours("no-such-key")
    with pytest.raises(UnknownMessage, match="no-such-key"):
        ours.locale("de").plain("no-such-key")
    assert "no-such-key" not in ours


def test_a_value_that_is_missing_is_no_text(ours: Words) -> None:
    """«Hello {$name}!» would be worse than an error."""
    with pytest.raises(UnknownMessage, match="greeting"):
        ours("greeting")


@pytest.mark.parametrize(
    "broken", ["greeting = { SMAL($name) }", "greeting = { people }", "greeting =\n    .title = x"]
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_broken_message_is_said_in_the_english_that_is_shipped(
    folder: Path, tmp_path: Path, broken: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever clicked gets an answer, and the log one line."""
    file = tmp_path / "company" / language / "messages" / "a.ftl"
    file.parent.mkdir(parents=True)
    file.write_text(f"{broken}\npeople = {{ greeting }}\n")
    say = words.load(folder, tmp_path / "company").locale(language)
    assert say("greeting", name="Ana") == say("greeting", name="Ana") == "Hello Ana!"
    assert capsys.readouterr().out.count("a message is broken") == 1


def test_an_error_is_said_by_the_key_of_its_class(ours: Words) -> None:
    """With its values; one that has no sentence is a mistake, which amp check finds."""
    assert ours.error(NotALead(who=words.mention("U1"))) == "Ask <@U1>."

    class Strange(AmpError):
        """Something strange."""

    assert Strange().key == "error-strange"
    with pytest.raises(UnknownMessage, match="error-strange"):
        ours.error(Strange())


def test_a_message_of_a_company_that_can_t_be_read_is_named(tmp_path: Path) -> None:
    """When Amp starts, not when somebody reads it."""
    file = tmp_path / "en" / "messages" / "a.ftl"
    file.parent.mkdir(parents=True)
    file.write_text("ok = Fine\nbroken = { $x\n")
    with pytest.raises(ContentError, match=r"en/messages/a\.ftl:\d: this is no message"):
        words.load(paths.CONTENT, tmp_path)


def test_a_message_that_is_shipped_is_read_when_it_is_said(tmp_path: Path) -> None:
    """One that can't be read is no other one's; `amp check` names it."""
    file = tmp_path / "en" / "messages" / "a.ftl"
    file.parent.mkdir(parents=True)
    file.write_text("broken = { $x\nok = { -who }\n    .title = No\n-who = Fine\n")
    say = words.load(tmp_path)
    assert say("ok") == "Fine"
    with pytest.raises(UnknownMessage, match="broken"):
        say("broken", x="")


@pytest.mark.parametrize("language", SAY.languages)
def test_messages_read_one_by_one_are_those_of_the_whole_file(language: str) -> None:
    """Whatever stands between them."""
    for page in fluent_files.find(paths.CONTENT):
        if page.language == language:
            whole = [one for one in page.resource.body if isinstance(one, ast.Message | ast.Term)]
            read = [FluentParser().parse(text).body[0] for _, text in page]
            besides = ["span", "comment"]
            assert all(one.equals(other, besides) for one, other in zip(whole, read, strict=True))


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_what_is_shipped_speaks_four_languages(language: str) -> None:
    """One of each that a card shows."""
    say = SAY.locale(language)
    assert say.language == language
    assert say.plain("framework-next-button", card="x").endswith("x")


def test_an_error_that_a_language_lacks_is_told_in_english(tmp_path: Path) -> None:
    """A docstring is for those who read the code."""
    (tmp_path / "it" / "messages").mkdir(parents=True)
    (tmp_path / "it" / "messages" / "common.ftl").write_text("amp-title = Xmp\n")
    say = words.load(paths.CONTENT, tmp_path).locale("it-IT")
    assert say.plain("amp-title") == "Xmp"
    assert say.error(NotALead()) == say.locale("en").error(NotALead())


# A narrow no-break space is missing here; `:wave:` is no colon.
LOOSE = re.compile(r"(?<!\u202f)[;?!»]|«(?!\u202f)|[ \u00a0](%|:(?![\w+-]+:))")
FRENCH = sorted(one for one in (paths.CONTENT / "fr").rglob("*") if one.suffix in (".ftl", ".yaml"))


@pytest.mark.parametrize("file", FRENCH, ids=lambda file: file.name)
def test_french_breaks_no_line_before_a_colon_or_inside_its_quotes(file: Path) -> None:
    """Wherever a phone breaks it; comments are for whoever edits the file."""
    lines = file.read_text("utf-8").splitlines()
    said = [line for line in lines if not line.lstrip().startswith("#")]
    assert [line for line in said if LOOSE.search(line)] == []


@pytest.mark.parametrize("name", ["pt-BR", "pt_BR", "zh-Hant-TW"])
def test_a_language_of_one_region_is_spoken_there(name: str) -> None:
    """Its folder may be written as Slack writes the locale."""
    assert words.closest("pt-BR", ["en", "pt-BR"]) == "pt-BR"
    assert words.closest(name, ["en", name]) == name
    assert words.closest("de-AT", ["en", "de", name]) == "de"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("de", "Deutsch"),
        ("pt-BR", "Português (Brasil)"),
        ("xx", "xx"),
        ("–", "–"),
    ],
)
def test_a_language_is_called_as_its_speakers_call_it(code: str, name: str) -> None:
    """In the forms, and in what `/amp privacy` tells; nobody reads a code."""
    assert language_name(code) == name
