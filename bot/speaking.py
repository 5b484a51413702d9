"""A language as it is spoken: its messages, and how it writes days, lists and numbers.

Fluent and Babel take a twentieth of a second to import and to read what they know of a language, so
nobody imports this before somebody speaks.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, tzinfo
from functools import cached_property, lru_cache
from typing import Any

from babel import Locale
from babel.dates import format_date, format_datetime, get_timezone_location
from babel.lists import format_list
from fluent.runtime import FluentBundle, resolver
from fluent.runtime.errors import FluentCyclicReferenceError
from fluent.runtime.resolver import Message, Pattern
from fluent.runtime.types import FluentType, fluent_number
from fluent.syntax import FluentParser

from bot.fluent_files import Page
from bot.violations import ContentError

# A value may be as long as what people write into a form, which is more than Fluent's 2,500.
resolver.MAX_PART_LENGTH = 12_000


class Bundle(FluentBundle):
    """The messages of one language, those of a later page laid over the earlier ones.

    What is shipped is parsed message by message, when somebody first says it: `amp check` has read
    it before, and all of it would be a tenth of a second and 5 MB of each start. A company's own is
    read at once: raises ContentError for what can't be, with file and line.
    """

    def __init__(self, language: str, pages: Iterable[Page]) -> None:
        super().__init__([language], functions(language), use_isolating=False)
        pages = [page for page in pages if page.language == language]
        if broken := [violation for page in pages if page.is_ours for violation in page.broken]:
            raise ContentError(broken)
        self._unread = {key: text for page in pages if not page.is_ours for key, text in page}
        for page in pages:
            if page.is_ours:
                self.add_resource(page.resource, allow_overrides=True)

    def has_message(self, message_id: str) -> bool:
        self._read(message_id)
        return super().has_message(message_id)

    def _lookup(self, entry_id: str, term: bool = False) -> Message:
        self._read(f"-{entry_id}" if term else entry_id)
        return super()._lookup(entry_id, term)

    def _read(self, key: str) -> None:
        if text := self._unread.get(key):
            self.add_resource(FluentParser(with_spans=False).parse(text))
            self._unread.pop(key, None)  # only now: another thread may want it meanwhile

    def say(self, pattern: Pattern, values: Mapping[str, Any]) -> tuple[str, Sequence[Exception]]:
        """What a pattern says with its values, and what is wrong with it."""
        try:
            said, errors = self.format_pattern(pattern, dict(values))
        except RecursionError:  # Fluent itself does not see every circle
            return "", [FluentCyclicReferenceError()]
        return str(said), errors

    def weekday(self, number: int) -> str:
        return str(self._locale.days["format"]["wide"][number])

    def moment(self, at: datetime, pattern: str) -> str:
        """A moment in UTC, whichever clock it was read from."""
        return _moment(at, pattern, self._locale)

    def day(self, on: date, pattern: str) -> str:
        return format_date(on, pattern, locale=self._locale)

    def city(self, zone: tzinfo) -> str:
        return get_timezone_location(zone, locale=self._locale, return_city=True)

    def listed(self, parts: Sequence[str]) -> str:
        return format_list(parts, locale=self._locale)

    def number(self, value: float, places: int) -> Any:
        """A value for a message, shown with exactly so many decimals."""
        return fluent_number(value, minimumFractionDigits=places, maximumFractionDigits=places)

    @cached_property
    def _locale(self) -> Locale:
        # Dates and lists as most of the world writes them: «3 June», «a, b and c».
        language = self.locales[0]
        return Locale.parse("en_GB" if language == "en" else language.replace("-", "_"))


@lru_cache  # the moments of what is open are told again and again
def _moment(at: datetime, pattern: str, locale: Locale) -> str:
    return format_datetime(at, pattern, tzinfo=UTC, locale=locale)


def functions(language: str) -> dict[str, Any]:
    """What a message may call, besides Fluent's own NUMBER and DATETIME."""
    return {"SPELLED": _spelled_in(language), "SMALL": _small, "BIG": _big}


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
