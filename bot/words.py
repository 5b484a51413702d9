"""What people read, looked up in content/ by key: plural, dates, numbers, lists, escaping.

A language's sentences are Fluent messages (https://projectfluent.org) in
`content/<language>/messages/*.ftl`. Python knows keys and passes named values, which are escaped
by what they are: people's words are made harmless, a mention or our own markup stays what it is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, reduce
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.lists import format_list
from fluent.runtime import FluentBundle, resolver
from fluent.runtime.types import FluentType, fluent_number
from fluent.syntax import FluentParser, ast

from bot.errors import AmpError
from bot.violations import ContentError, Violation

ENGLISH = "en"

# A value may be as long as what people write into a form, which is more than Fluent's 2,500.
resolver.MAX_PART_LENGTH = 12_000


class Markup(str):
    """Slack's mrkdwn, in which people's words are escaped already: put it where mrkdwn goes."""

    __slots__ = ()


@dataclass(frozen=True)
class Decimal:
    """A number that is shown with exactly so many decimals."""

    value: float
    places: int


Value = str | int | float | Decimal | date | Sequence[str]


class UnknownMessage(LookupError):
    """A key that no file of content/ has, or a value that its message wants and did not get."""


def escape(text: str) -> Markup:
    """People's own words in mrkdwn: no mention, link or ping in them takes effect.

    Source: https://docs.slack.dev/messaging/formatting-message-text#escaping
    """
    if isinstance(text, Markup):
        return text
    return Markup(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def mention(user_id: str) -> Markup:
    return Markup(f"<@{user_id}>")


def channel(channel_id: str) -> Markup:
    return Markup(f"<#{channel_id}>")


def link(url: str, label: str) -> Markup:
    """A link that people see as *label*; what could end it early is written otherwise."""
    return Markup(f"<{escape(url.replace('|', '%7C'))}|{escape(label)}>")


def bold(text: str) -> Markup:
    return Markup(f"*{escape(text)}*")


def join(separator: str, parts: Iterable[str]) -> Markup:
    """Several texts as one; those that are people's words are escaped."""
    return Markup(separator.join(escape(part) for part in parts))


class Words:
    """One language: `say("pulse-asks", team=team.name)` is mrkdwn, `say.plain(…)` plain text."""

    def __init__(self, language: str, bundle: FluentBundle, languages: Mapping[str, "Words"]):
        self.language = language
        self._bundle = bundle
        self._languages = languages

    def __call__(self, key: str, /, **values: Value) -> Markup:
        """The message in Slack's mrkdwn, for sections, contexts and a message's `text`.

        Strings are people's words and are escaped, unless they are `Markup`; a `datetime` is shown
        on the reader's own clock. Raises UnknownMessage.
        """
        told = {name: self._in_mrkdwn(value) for name, value in values.items()}
        return Markup(self._format(key, told))

    def plain(self, key: str, /, **values: Value) -> str:
        """The message as plain text, for buttons, titles, labels, options and files.

        Slack takes no markup there, so nothing is escaped. Raises UnknownMessage.
        """
        told = {name: self._in_plain_text(value) for name, value in values.items()}
        return self._format(key, told)

    def error(self, error: AmpError) -> Markup:
        """The sentence of an error that is meant for a person."""
        return self(error.key, **error.values)

    def locale(self, name: str | None) -> "Words":
        """The words for a Slack locale such as `de-DE`; English for a language that we lack."""
        return self._languages[closest(name, self._languages)]

    @property
    def languages(self) -> list[str]:
        """Every language that there is."""
        return sorted(self._languages)

    def weekday(self, number: int) -> str:
        """The name of a weekday; 0 is Monday."""
        return str(self._locale.days["format"]["wide"][number])

    def moment(self, at: datetime) -> Markup:
        """A moment, which Slack shows to everybody on their own clock.

        Source: https://docs.slack.dev/messaging/formatting-message-text#date-formatting
        """
        shown, fallback = self._format("moment", {}), self.in_utc(at)
        return Markup(f"<!date^{int(at.timestamp())}^{shown}|{fallback}>")

    def in_utc(self, at: datetime) -> str:
        """A moment for programs that don't know Slack's dates."""
        return format_datetime(at, self._format("moment-pattern", {}), locale=self._locale)

    def day(self, on: date) -> str:
        """A day of this year: «3 June»."""
        return format_date(on, self._format("day-pattern", {}), locale=self._locale)

    def short_day(self, on: date) -> str:
        """A day where there is little room, such as in a chart: «3 Jun»."""
        return format_date(on, self._format("short-day-pattern", {}), locale=self._locale)

    def month(self, of: date) -> str:
        """The month of a day, with its year: «June 2026»."""
        return format_date(of, self._format("month-pattern", {}), locale=self._locale)

    def listed(
        self, parts: Iterable[str], style: Literal["standard", "unit"] = "standard"
    ) -> Markup:
        """Several things in one sentence: «a, b and c»; figures in a row are a unit: «a, b, c»."""
        told = [escape(part) for part in parts]
        if style == "unit":  # Babel lacks this one in half of the languages
            return reduce(self._in_a_row, told) if told else Markup("")
        return Markup(format_list(told, locale=self._locale))

    def _in_a_row(self, before: Markup, after: Markup) -> Markup:
        return Markup(self._format("row-pattern", {"before": before, "after": after}))

    def _format(self, key: str, values: Mapping[str, Any]) -> str:
        if not self._bundle.has_message(key):
            if self.language == ENGLISH or key not in self._languages[ENGLISH]:
                raise UnknownMessage(f"{key} ({self.language})")
            return self._languages[ENGLISH]._format(key, values)
        pattern = self._bundle.get_message(key).value
        said, errors = self._bundle.format_pattern(pattern, dict(values)) if pattern else ("", [])
        if errors:
            raise UnknownMessage(f"{key} ({self.language}): {errors[0]}")
        return str(said)

    def __contains__(self, key: str) -> bool:
        return self._bundle.has_message(key)

    def _in_mrkdwn(self, value: Value) -> Any:
        if isinstance(value, str):
            return str(escape(value))
        if isinstance(value, datetime):
            return str(self.moment(value))
        if isinstance(value, Sequence):
            return str(self.listed(value))
        return self._number_or_day(value)

    def _in_plain_text(self, value: Value) -> Any:
        if isinstance(value, str):
            return str(value)
        if isinstance(value, datetime):
            return self.in_utc(value)
        if isinstance(value, Sequence):
            return str(self.listed([Markup(part) for part in value]))
        return self._number_or_day(value)

    def _number_or_day(self, value: int | float | Decimal | date) -> Any:
        if isinstance(value, Decimal):
            places = value.places
            return fluent_number(
                value.value, minimumFractionDigits=places, maximumFractionDigits=places
            )
        return self.day(value) if isinstance(value, date) else value

    @cached_property
    def _locale(self) -> Locale:
        # Dates and lists as most of the world writes them: «3 June», «a, b and c».
        region = "en_GB" if self.language == ENGLISH else self.language
        return Locale.parse(region.replace("-", "_"))


def load(*folders: Path) -> Words:
    """The words of *folders*, each laid over those before it, in English; see `Words.locale`.

    Raises ContentError for what can't be read, with file and line.
    """
    languages: dict[str, Words] = {}
    bundles: dict[str, FluentBundle] = {}
    violations: list[Violation] = []
    for path, language, file in files(*folders):
        _, resource, broken = parse(path, file)
        violations += broken
        bundles.setdefault(language, _bundle(language)).add_resource(resource, allow_overrides=True)
    if violations:
        raise ContentError(violations)
    for language, bundle in bundles.items():
        languages[language] = Words(language, bundle, MappingProxyType(languages))
    return languages[ENGLISH]


def files(*folders: Path) -> Iterator[tuple[Path, str, str]]:
    """Every file of messages, with its language, and what it is called in violations.

    What is shipped is called `content/en/messages/pulse.ftl`, a company's file as it was given.
    """
    for folder in folders:
        for path in sorted(folder.glob("*/messages/*.ftl")):
            shipped = f"{folder.name}/{path.relative_to(folder).as_posix()}"
            yield path, path.parent.parent.name, shipped if folder == folders[0] else str(path)


def parse(path: Path, file: str) -> tuple[str, ast.Resource, list[Violation]]:
    """A file's text, the messages in it, and a violation for each line that is no Fluent."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return "", ast.Resource([]), [Violation(file, line, "this file is not UTF-8")]
    resource = FluentParser().parse(text)
    broken = [
        Violation(file, text.count("\n", 0, note.span.start) + 1, _what_to_do(note))
        for junk in resource.body
        if isinstance(junk, ast.Junk)
        for note in junk.annotations or []
        if note.span
    ]
    return text, resource, broken


def _what_to_do(note: ast.Annotation) -> str:
    if note.code == "E0010":
        return "a selector needs one variant with a star, `*[other] …`, for all other cases"
    said = (note.message or "").replace('"', "`")
    if note.code in ("E0002", "E0003"):
        said += "; a line that goes on is indented, and begins with none of `*`, `[`, `.`, `}`"
    return f"this is no message: {said[:1].lower()}{said[1:]}"


def closest(locale: str | None, languages: Iterable[str]) -> str:
    """The language to speak with somebody whose Slack is in *locale*: theirs, or English."""
    known = {name.lower().replace("_", "-"): name for name in languages}
    asked = (locale or "").lower().replace("_", "-")
    return known.get(asked) or known.get(asked.split("-")[0], ENGLISH)


def _bundle(language: str) -> FluentBundle:
    functions = {"SPELLED": _spelled_in(language), "SMALL": _small, "BIG": _big}
    return FluentBundle([language], functions, use_isolating=False)


def _spelled_in(language: str) -> Any:
    """Fluent's function SPELLED($count): a whole number in words, up to ninety-nine."""

    def spelled(count: FluentType) -> Any:
        from num2words import num2words  # slow to import

        number = int(count)  # type: ignore[call-overload]
        return num2words(number, lang=language) if 0 <= number < 100 else count

    return spelled


def _small(text: str) -> str:
    """Fluent's function SMALL($text): it begins with a small letter, but for the English "I"."""
    return text if re.match(r"I(['’\s]|$)", text) else text[:1].lower() + text[1:]


def _big(text: str) -> str:
    """Fluent's function BIG($text): it begins with a capital letter."""
    return text[:1].upper() + text[1:]
