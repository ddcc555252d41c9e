"""Converts the dataclasses of the book to plain JSON values and strictly back.

The types declared in `plan`, `model` and `codes` are the format. Older data without a field gets the field's default;
fields that only older data has are listed in the type's `FORMER_FIELDS`. Anything else that does not fit raises a
ValueError that says where.
"""

from __future__ import annotations

import base64
import functools
import operator
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from .codes import CodeGrid

Json = dict[str, Any]
Record = TypeVar("Record")


def record_to_json(record: object) -> Json:
    """Any dataclass of the book as a JSON object; raises ValueError for values that JSON cannot hold."""
    if not is_dataclass(record):
        raise ValueError(f"{type(record).__name__} is not a record of a story")
    return {field.name: _encode(getattr(record, field.name)) for field in fields(record)}


def record_from_json(kind: type[Record], data: object) -> Record:
    """A dataclass of type `kind` from its JSON object; raises ValueError if it is malformed."""
    record: Record = _decode_record(kind, data, kind.__name__)
    return record


def _encode(value: object) -> Any:
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, CodeGrid):
        return base64.b64encode(value.to_bytes()).decode("ascii")
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, Mapping):
        return {str(name): _encode(one) for name, one in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted(_encode(one) for one in value)
    if isinstance(value, (tuple, list)):
        return [_encode(one) for one in value]
    if is_dataclass(value):
        return record_to_json(value)
    return _encode_number(value)


def _encode_number(value: Any) -> int | float:
    # Numbers of array libraries are not int or float, but can say what they are.
    try:
        return operator.index(value)
    except TypeError:
        pass
    try:
        return float(value)
    except (TypeError, ValueError):
        raise ValueError(f"a story cannot hold a {type(value).__name__}") from None


def _decode(kind: Any, data: object, where: str) -> Any:
    if kind is CodeGrid:
        return _decode_codes(data, where)
    if is_dataclass(kind):
        return _decode_record(kind, data, where)
    origin = get_origin(kind)
    if origin is None:
        return _decode_plain(kind, data, where)
    return _CONTAINERS[origin](get_args(kind), data, where)


def _decode_record(kind: Any, data: object, where: str) -> Any:
    former = getattr(kind, "FORMER_FIELDS", ())
    given = {name: value for name, value in _expect(dict, data, where).items() if name not in former}
    hints, required = _shape(kind)
    unknown = given.keys() - hints.keys()
    if unknown:
        raise ValueError(f"{where}: unknown field {min(map(str, unknown))!r}")
    missing = required - given.keys()
    if missing:
        raise ValueError(f"{where}: field {min(missing)!r} is missing")
    return kind(**{name: _decode(hints[name], value, f"{where}.{name}") for name, value in given.items()})


@functools.cache
def _shape(kind: Any) -> tuple[dict[str, Any], frozenset[str]]:
    """The types of a dataclass's fields, and the names of those without a default."""
    hints = get_type_hints(kind)
    required = {one.name for one in fields(kind) if one.default is MISSING and one.default_factory is MISSING}
    return {one.name: hints[one.name] for one in fields(kind)}, frozenset(required)


def _decode_plain(kind: Any, data: object, where: str) -> Any:
    if kind is bytes:
        return _decode_bytes(data, where)
    if kind is float:
        # true and false are ints to Python, and whole floats may have been written as ints
        if isinstance(data, bool) or not isinstance(data, (int, float)):
            raise ValueError(f"{where}: a number was expected, not {_name(data)}")
        try:
            return float(data)
        except OverflowError as error:
            raise ValueError(f"{where}: the number is too large") from error
    if kind is int and isinstance(data, bool):
        raise ValueError(f"{where}: a whole number was expected, not {_name(data)}")
    return _expect(kind, data, where)


def _decode_bytes(data: object, where: str) -> bytes:
    text = _expect(str, data, where)
    try:
        return base64.b64decode(text, validate=True)
    except ValueError as error:  # also of letters beyond ASCII
        raise ValueError(f"{where}: this is not base64") from error


def _decode_codes(data: object, where: str) -> CodeGrid:
    packed = _decode_bytes(data, where)
    try:
        return CodeGrid.from_bytes(packed)
    except ValueError as error:
        raise ValueError(f"{where}: {error}") from error


def _decode_union(kinds: tuple[Any, ...], data: object, where: str) -> Any:
    if data is None and types.NoneType in kinds:
        return None
    (kind,) = (one for one in kinds if one is not types.NoneType)
    return _decode(kind, data, where)


def _decode_tuple(kinds: tuple[Any, ...], data: object, where: str) -> tuple[Any, ...]:
    items = _expect(list, data, where)
    if kinds[-1] is Ellipsis:
        return tuple(_decode(kinds[0], one, f"{where}[{index}]") for index, one in enumerate(items))
    if len(items) != len(kinds):
        raise ValueError(f"{where}: {len(kinds)} items were expected, not {len(items)}")
    pairs = zip(kinds, items, strict=True)
    return tuple(_decode(kind, one, f"{where}[{index}]") for index, (kind, one) in enumerate(pairs))


def _decode_set(kinds: tuple[Any, ...], data: object, where: str) -> frozenset[Any]:
    return frozenset(_decode(kinds[0], one, where) for one in _expect(list, data, where))


def _decode_mapping(kinds: tuple[Any, ...], data: object, where: str) -> dict[str, Any]:
    given = _expect(dict, data, where)
    return {str(name): _decode(kinds[1], value, f"{where}.{name}") for name, value in given.items()}


_CONTAINERS: dict[Any, Callable[[tuple[Any, ...], object, str], Any]] = {
    Union: _decode_union,
    types.UnionType: _decode_union,
    tuple: _decode_tuple,
    frozenset: _decode_set,
    Mapping: _decode_mapping,
}


def _expect(kind: type[Record], data: object, where: str) -> Record:
    if not isinstance(data, kind):
        raise ValueError(f"{where}: {kind.__name__} was expected, not {_name(data)}")
    return data


def _name(data: object) -> str:
    return "nothing" if data is None else type(data).__name__
