"""What a variable of the environment may hold."""

import re
from typing import Annotated, Literal

from msgspec import Meta

Port = Annotated[int, Meta(ge=0, le=65535)]
Connections = Annotated[int, Meta(ge=1, le=1000)]
Days = Annotated[int, Meta(ge=0, le=90)]
ManyDays = Annotated[int, Meta(ge=36, le=3650)]
Weeks = Annotated[int, Meta(ge=26, le=1000)]
LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]
LogFormat = Literal["text", "json"]
WHOLE = (Port, Connections, Days, ManyDays, Weeks | None)
SHORT = (*WHOLE, LogLevel, LogFormat)  # and name nobody


def whole(text: str) -> int | str:
    """The number that a text spells, `08` and `8.0` too, or else the text; raises ValueError."""
    number = float(text)
    return int(number) if number.is_integer() else text


def without_password(address: str) -> str:
    """An address as it is spelled, without its password, and without those behind a `?`.

    The user's name may have an @ in it, as Azure's do.
    """
    shown = re.sub(r"(?s)(://[^:]*):.*@", r"\1:***@", address)
    return re.sub(r"(?i)([?&]\w*pass\w*=)[^&]*", r"\1***", shown)


class Hidden:
    """A text that nothing shows by mistake: a token, a secret. Raises ValueError for no UTF-8."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        text.encode()
        self._text = text

    def reveal(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Hidden) and other._text == self._text

    def __hash__(self) -> int:
        return hash(self._text)
