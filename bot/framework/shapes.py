"""Reading plain values as entries of content/; what does not fit is a sentence for who edits it."""

from collections.abc import Callable, Sequence
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeAlias, TypeVar, Union, get_args, get_origin

from msgspec import Struct
from msgspec.structs import fields

from bot.framework.nodes import Place
from bot.violations import did_you_mean

_SHOULD_BE = {
    str: "words, not {given}: put it in quotes",
    bool: "true or false, not {given}",
    int: "a whole number, not {given}",
}
_A_LIST = "a list, each entry on a line that begins with a dash"


class Misfit(Struct, frozen=True):
    """A value that is not what it should be: where it stands, in what way, and what to say."""

    place: Place
    kind: Literal["missing", "unknown", "type", "rule"]
    said: str


E = TypeVar("E", bound=Struct)
Rule: TypeAlias = Callable[[Any], Any]  # gives the value back; raises ValueError with what is wrong
_Reader: TypeAlias = Callable[[Any, Place, list[Misfit]], Any]


def read(kind: type[E], value: Any) -> tuple[E | None, list[Misfit]]:
    """The entry of this *kind* that a value is, or every reason why it is none."""
    misfits: list[Misfit] = []
    entry = _reader(kind)(value, (), misfits)
    return entry, misfits


def entry_of(annotation: Any) -> type[Struct] | None:
    """The kind of entry inside an annotation such as `tuple[Card, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, Struct):
        return annotation
    return next((found for arg in get_args(annotation) if (found := entry_of(arg))), None)


@cache
def _reader(kind: Any) -> _Reader:
    """Made once for each annotation, because there are thousands of values."""
    origin, given = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _ruled(_reader(given[0]), given[1:], of_several=get_origin(given[0]) is tuple)
    if origin is tuple:
        return _several(_reader(given[0]))
    if origin is Literal:
        return _one_of(given)
    if origin in (Union, UnionType):
        return _optional(_reader(next(one for one in given if one is not NoneType)))
    return _entry(kind) if issubclass(kind, Struct) else _plain(kind)


def _plain(kind: type) -> _Reader:
    def read(value: Any, place: Place, misfits: list[Misfit]) -> Any:
        if type(value) is not kind:
            misfits.append(_typed(place, _SHOULD_BE[kind].format(given=_shown(value))))
        return value

    return read


def _optional(reader: _Reader) -> _Reader:
    def read(value: Any, place: Place, misfits: list[Misfit]) -> Any:
        return None if value is None else reader(value, place, misfits)

    return read


def _one_of(choices: Sequence[Any]) -> _Reader:
    *others, last = (f"“{one}”" if isinstance(one, str) else str(one) for one in choices)
    expected = f"{', '.join(others)} or {last}" if others else last

    def read(value: Any, place: Place, misfits: list[Misfit]) -> Any:
        if not any(type(value) is type(choice) and value == choice for choice in choices):
            misfits.append(_typed(place, f"{expected}, not {_shown(value)}"))
        return value

    return read


def _several(reader: _Reader) -> _Reader:
    def read(value: Any, place: Place, misfits: list[Misfit]) -> Any:
        if isinstance(value, tuple):
            return tuple(reader(one, (*place, at), misfits) for at, one in enumerate(value))
        misfits.append(_typed(place, _A_LIST))
        return value

    return read


def _ruled(reader: _Reader, rules: Sequence[Rule], *, of_several: bool) -> _Reader:
    """*of_several*: their number is judged whatever each of them is."""

    def read(value: Any, place: Place, misfits: list[Misfit]) -> Any:
        before = len(misfits)
        found = reader(value, place, misfits)
        if len(misfits) == before or (of_several and isinstance(value, tuple)):
            try:
                for rule in rules:
                    found = rule(found)
            except ValueError as error:
                misfits.append(Misfit(place, "rule", f"{_name(place)}{error}"))
        return found

    return read


def _entry(kind: type[Struct]) -> _Reader:
    parts = {one.name: (_reader(one.type), one.required) for one in fields(kind)}

    def read(value: Any, place: Place, misfits: list[Misfit]) -> Any:
        if not isinstance(value, dict):
            misfits.append(_typed(place, f"names with values, not {_shown(value)}"))
            return None
        before, given = len(misfits), {}
        for name, (reader, required) in parts.items():
            if name in value:
                given[name] = reader(value[name], (*place, name), misfits)
            elif required:
                said = f"{_name(place)}lacks its `{name}`"
                misfits.append(Misfit((*place, name), "missing", said))
        for name in value:
            if name not in parts:
                hint = did_you_mean(str(name), list(parts))
                said = f"`{name}` is not a name that means something here{hint}"
                misfits.append(Misfit((*place, name), "unknown", said))
        try:
            return kind(**given) if len(misfits) == before else None
        except ValueError as error:
            misfits.append(Misfit(place, "rule", f"{_name(place)}{error}"))

    return read


def _typed(place: Place, expected: str) -> Misfit:
    return Misfit(place, "type", f"{_name(place)}should be {expected}")


def _name(place: Place) -> str:
    """What a violation calls a place; its line says which entry of a list is meant."""
    if not place:
        return ""
    return f"`{place[-1]}` " if isinstance(place[-1], str) else f"this entry of `{place[-2]}` "


def _shown(given: Any) -> str:
    if given is None:
        return "nothing"
    if isinstance(given, str):
        return f"“{given}”"
    if isinstance(given, tuple | dict):
        return "a list" if isinstance(given, tuple) else "names with values"
    return f"`{given}`"
