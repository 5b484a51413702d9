"""What people read, looked up in content/ by key: plural, dates, numbers, lists, escaping.

A language's sentences are Fluent messages (https://projectfluent.org) in
`content/<language>/messages/*.ftl`. Python knows keys and passes named values, which are escaped
by what they are: people's words are made harmless, a mention or our own markup stays what it is.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, tzinfo
from functools import cached_property, lru_cache, reduce
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

import structlog
from babel import Locale, UnknownLocaleError
from msgspec import Struct

from bot import fluent_files
from bot.errors import AmpError
from bot.fluent_files import Page

if TYPE_CHECKING:
    from bot.speaking import Bundle

log = structlog.get_logger()

ENGLISH = "en"


class Markup(str):
    """Slack's mrkdwn, in which people's words are escaped already: put it where mrkdwn goes."""

    __slots__ = ()


class Decimal(Struct, frozen=True):
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
    return Markup(f"<@{_id(user_id)}>")


def channel(channel_id: str) -> Markup:
    return Markup(f"<#{_id(channel_id)}>")


def _id(id_: str) -> str:
    """An id as Slack writes one; of what is none, nothing that could call anybody is left."""
    return "".join(letter for letter in id_ if letter.isalnum())


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

    def __init__(self, language: str, pages: Sequence[Page], languages: Mapping[str, "Words"]):
        self.language = language
        self._pages = pages
        self._languages = languages
        self._broken: set[str] = set()  # what is logged already
        self.shipped: Words | None = None  # the English beneath a company's own

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

    def read(self) -> None:
        """Read what this language says, if nobody has yet; raises ContentError."""
        _ = self._bundle

    def weekday(self, number: int) -> str:
        """The name of a weekday; 0 is Monday."""
        return self._bundle.weekday(number)

    def moment(self, at: datetime) -> Markup:
        """A moment, which Slack shows to everybody on their own clock.

        Source: https://docs.slack.dev/messaging/formatting-message-text#date-formatting
        """
        shown, fallback = self._format("moment", {}), self.in_utc(at)
        return Markup(f"<!date^{int(at.timestamp())}^{shown}|{fallback}>")

    def in_utc(self, at: datetime) -> str:
        """A moment for programs that don't know Slack's dates."""
        return self._bundle.moment(at, self._format("moment-pattern", {}))

    def day(self, on: date) -> str:
        """A day of this year: «3 June»."""
        return self._bundle.day(on, self._format("day-pattern", {}))

    def short_day(self, on: date) -> str:
        """A day where there is little room, such as in a chart: «3 Jun»."""
        return self._bundle.day(on, self._format("short-day-pattern", {}))

    def long_day(self, on: date) -> str:
        """A day of any year: «3 June 2026»."""
        return self._bundle.day(on, self._format("long-day-pattern", {}))

    def month(self, of: date) -> str:
        """The month of a day, with its year: «June 2026»."""
        return self._bundle.day(of, self._format("month-pattern", {}))

    def city(self, zone: tzinfo) -> str:
        """A time zone as people call it: «Mexico City»."""
        return self._bundle.city(zone)

    def listed(
        self, parts: Iterable[str], style: Literal["standard", "unit"] = "standard"
    ) -> Markup:
        """Several things in one sentence: «a, b and c»; figures in a row are a unit: «a, b, c»."""
        told = [escape(part) for part in parts]
        if style == "unit":  # Babel lacks this one in half of the languages
            return reduce(self._in_a_row, told) if told else Markup("")
        return Markup(self._bundle.listed(told))

    def _in_a_row(self, before: Markup, after: Markup) -> Markup:
        return Markup(self._format("row-pattern", {"before": before, "after": after}))

    def _format(self, key: str, values: Mapping[str, Any]) -> str:
        try:
            return self._said(key, values)
        except UnknownMessage as broken:
            english = self.shipped if self.language == ENGLISH else self._languages[ENGLISH]
            if english is None:
                raise
            if key in self and key not in self._broken:
                self._broken.add(key)
                log.warning("a message is broken: the English one is said", why=str(broken))
            return english._format(key, values)

    def _said(self, key: str, values: Mapping[str, Any]) -> str:
        pattern = self._bundle.get_message(key).value if key in self else None
        if pattern is None:
            raise UnknownMessage(f"{key} ({self.language})")
        said, errors = self._bundle.say(pattern, values)
        if errors:
            raise UnknownMessage(f"{key} ({self.language}): {errors[0]}")
        return said

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
            return self._bundle.number(value.value, value.places)
        return self.day(value) if isinstance(value, date) else value

    @cached_property
    def _bundle(self) -> "Bundle":
        from bot.speaking import Bundle

        return Bundle(self.language, self._pages)


def load(*folders: Path) -> Words:
    """The words of *folders*, each laid over those before it, in English; see `Words.locale`.

    Raises ContentError for what can't be read of a company's own, with file and line.
    """
    return of(list(fluent_files.find(*folders)))


def of(pages: Sequence[Page]) -> Words:
    """The words of some files, in English; raises ContentError as `load` does."""
    languages: dict[str, Words] = {}
    for language in dict.fromkeys(page.language for page in pages):
        languages[language] = Words(language, pages, MappingProxyType(languages))
    for language in {page.language for page in pages if page.is_ours}:
        languages[language].read()
    shipped = [page for page in pages if not page.is_ours]
    if len(shipped) < len(pages):
        languages[ENGLISH].shipped = of(shipped)
    return languages[ENGLISH]


def language_name(language: str) -> str:
    """What the speakers of a language call it, such as «Deutsch»; one that nobody knows, itself."""
    name = None
    with suppress(UnknownLocaleError, ValueError):
        name = Locale.parse(language.replace("-", "_")).get_display_name()
    return name[:1].upper() + name[1:] if name else language


def closest(locale: str | None, languages: Iterable[str]) -> str:
    """The language to speak with somebody whose Slack is in *locale*: theirs, or English."""
    return _closest(locale or "", tuple(languages))


@lru_cache
def _closest(locale: str, languages: tuple[str, ...]) -> str:
    known = {name.lower().replace("_", "-"): name for name in languages}
    asked = locale.lower().replace("_", "-")
    return known.get(asked) or known.get(asked.split("-")[0], ENGLISH)
