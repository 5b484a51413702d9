"""Reading facts that were kept as JSON, by this version or another one."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from msgspec import Struct

T = TypeVar("T", bound=Struct)


def read(kind: type[T], stored: Mapping[str, Any]) -> T:
    """A value of that *kind*; what a newer version kept besides is left out.

    What an older one did not know is at its default.
    """
    known = kind.__struct_fields__
    return kind(**{name: value for name, value in stored.items() if name in known})


def read_all(kind: type[T], stored: Iterable[Mapping[str, Any]]) -> tuple[T, ...]:
    return tuple(read(kind, one) for one in stored)
