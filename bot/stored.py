"""Reading facts that were kept as JSON, by this version or another one."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any, TypeVar

T = TypeVar("T")


def read(kind: type[T], stored: Mapping[str, Any]) -> T:
    """A dataclass of that *kind*; what a newer version kept besides is left out.

    What an older one did not know is at its default.
    """
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    return kind(**{name: value for name, value in stored.items() if name in known})


def read_all(kind: type[T], stored: Iterable[Mapping[str, Any]]) -> tuple[T, ...]:
    return tuple(read(kind, one) for one in stored)
