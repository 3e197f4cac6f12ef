"""A Reading as JSON and back, and the JSON Schema of it, all three derived from the records.

One rule covers nearly everything: a record is an object with its fields as keys. The exceptions keep
the JSON flat for those who read it:

- words are `{"start", "end", "words"}`, written into the record whose `mention` they are; an actor is
  written into its mention, with every key null where the mention stays unresolved;
- a hop's `actor` is an actor, or `{"words", "code"}` for a publisher, which has no span;
- an event's `contexts` is a list of names; the words that gave them stand beside it in `context_words`;
- a pattern is `{"type", …}`, `{"state", "of"}`, `{"any": […]}`, `{"all": […]}` or `{"not": …}`, without
  the keys that ask for nothing.

The way back gives equal records, but for a hop that has an actor *and* a publisher: the actor is kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from dragoman.errors import RecordError
from dragoman.records import (
    ActorMention,
    Combination,
    Context,
    Event,
    EventPattern,
    Hop,
    Mention,
    Pattern,
    Reading,
    StatePattern,
)

SCHEMA_VERSION = 1
"""Raised when a key changes its meaning or goes; a new key alone does not raise it."""

R = TypeVar("R")
Json = dict[str, Any]


def to_dict(reading: Reading) -> Json:
    """The reading as plain dictionaries, lists, strings and numbers; days are ISO 8601."""
    return _encode_record(reading)


def to_json(reading: Reading, *, indent: int | None = None) -> str:
    """The reading as JSON text; characters beyond ASCII are written as they are."""
    return json.dumps(to_dict(reading), ensure_ascii=False, allow_nan=False, indent=indent)


def pattern_to_dict(pattern: Pattern) -> Json:
    """A pattern alone, in the form that it has inside a reading."""
    return _encode_pattern(pattern)


def from_dict(data: Json) -> Reading:
    """The reading that `to_dict` wrote.

    Raises `RecordError` where a key is missing or has a value of the wrong kind, and where words do
    not stand in the document's text.
    """
    reading: Reading = _decode_record(Reading, data, "reading")
    for mention in mentions_in(reading):
        mention.check(reading.document.text)
    return reading


def mentions_in(value: object) -> Iterator[Mention]:
    """Every mention inside a record, in field order; the same words may come more than once."""
    if isinstance(value, Mention):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from mentions_in(part)
    elif is_dataclass(value):
        record: Any = type(value)
        for name in _plan(record):
            yield from mentions_in(getattr(value, name))


def schema() -> Json:
    """The JSON Schema (2020-12) of `to_dict`'s output; every key is always there."""
    definitions: Json = {}
    root = _record_schema(Reading, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Reading",
        "version": SCHEMA_VERSION,
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


# --- what the records say of themselves ---------------------------------------------------------


@cache
def _hints(record: Any) -> dict[str, Any]:
    return get_type_hints(record)


def _written_into(field: Field[Any], record: type) -> bool:
    """Whether the field's keys stand in the record itself and not under the field's name."""
    return field.name in ("mention", "span") or (record is ActorMention and field.name == "actor")


def _without_none(hint: Any) -> tuple[Any, bool]:
    """The type without None, and whether None was allowed. `Pattern` counts as one type."""
    if not isinstance(hint, UnionType) and get_origin(hint) is None:
        return hint, False
    members = set(get_args(hint))
    if members >= set(get_args(Pattern)):
        return Pattern, NoneType in members
    if NoneType in members:
        (only,) = members - {NoneType}
        return only, True
    return hint, False


@cache
def _plan(record: Any) -> dict[str, tuple[str, ...] | None]:
    """The fields of a record; with those that are written into it, the keys that they bring."""
    plan: dict[str, tuple[str, ...] | None] = dict.fromkeys(field.name for field in fields(record))
    for field in fields(record):
        if _written_into(field, record):
            kind, _ = _without_none(_hints(record)[field.name])
            plan[field.name] = tuple(_plan(kind))
    return plan


# --- records to JSON ------------------------------------------------------------------------------


def _encode(value: Any) -> Any:
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return [_encode(part) for part in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Hop):
        return _encode_hop(value)
    if isinstance(value, EventPattern | StatePattern | Combination):
        return _encode_pattern(value)
    return _encode_record(value)


def _encode_record(record: Any) -> Json:
    result: Json = {}
    kind: Any = type(record)
    for name, inner_keys in _plan(kind).items():
        value = getattr(record, name)
        if inner_keys is None:
            result[name] = _encode(value)
        else:
            result.update(dict.fromkeys(inner_keys) if value is None else _encode_record(value))
    if isinstance(record, Event):
        result["contexts"] = [context.name for context in record.contexts]
        result["context_words"] = [_encode(context.mention) for context in record.contexts]
    return result


def _encode_hop(hop: Hop) -> Json:
    actor = _encode(hop.actor) if hop.actor else {"words": hop.publisher, "code": hop.publisher_code}
    return {"actor": actor, "cue": _encode(hop.cue), "time": _encode(hop.time), "kind": hop.kind}


def _encode_pattern(pattern: Pattern) -> Json:
    if isinstance(pattern, Combination):
        parts = [_encode_pattern(part) for part in pattern.parts]
        return {pattern.operator: parts[0] if pattern.operator == "not" else parts}
    written = {field.name: _encode(getattr(pattern, field.name)) for field in fields(pattern)}
    return {key: value for key, value in written.items() if value not in (None, [], "positive")}


# --- JSON to records ------------------------------------------------------------------------------


def _decode(hint: Any, data: Any, where: str) -> Any:
    kind, optional = _without_none(hint)
    if data is None and optional:
        return None
    if kind is Pattern or kind in get_args(Pattern):
        return _decode_pattern(data, where)
    if get_origin(kind) is tuple:
        parts = _expect(list, data, where)
        return tuple(_decode(get_args(kind)[0], part, f"{where}[{number}]") for number, part in enumerate(parts))
    if get_origin(kind) is Literal:
        if data not in get_args(kind):
            raise _wrong(where, data, f"one of {', '.join(get_args(kind))}")
        return data
    if kind is Hop:
        return _decode_hop(data, where)
    if is_dataclass(kind):
        return _decode_record(kind, data, where)
    if kind is date:
        return _decode_day(data, where)
    if kind is float and type(data) is int:
        return float(data)
    return _expect(kind, data, where)


def _decode_record(record: Any, data: Any, where: str) -> Any:
    data = _expect(dict, data, where)
    hints = _hints(record)
    values: Json = {}
    for field in fields(record):
        inside = f"{where}.{field.name}"
        if record is Event and field.name == "contexts":
            values["contexts"] = _decode_contexts(data, inside)
        elif _written_into(field, record):
            kind, optional = _without_none(hints[field.name])
            first_key = fields(kind)[0].name
            absent = optional and data.get(first_key) is None
            values[field.name] = None if absent else _decode_record(kind, data, where)
        elif field.name in data:
            values[field.name] = _decode(hints[field.name], data[field.name], inside)
        elif field.default is MISSING:
            raise RecordError(f"{inside} is missing; give it, or read the document again", code="D504")
    return record(**values)


def _decode_contexts(data: Json, where: str) -> tuple[Context, ...]:
    names = _decode(tuple[str, ...], data.get("contexts", []), where)
    words = _decode(tuple[Mention, ...], data.get("context_words", []), where)
    if len(names) != len(words):
        raise RecordError(f"{where} has {len(names)} names and {len(words)} context_words; give both", code="D504")
    return tuple(Context(name=name, mention=mention) for name, mention in zip(names, words, strict=True))


def _decode_hop(data: Any, where: str) -> Hop:
    actor = _expect(dict, _expect(dict, data, where).get("actor"), f"{where}.actor")
    if "start" in actor:
        return Hop(**_hop_parts(data, where), actor=_decode_record(ActorMention, actor, f"{where}.actor"))
    publisher, code = (_decode(str | None, actor.get(key), f"{where}.actor.{key}") for key in ("words", "code"))
    return Hop(**_hop_parts(data, where), actor=None, publisher=publisher, publisher_code=code)


def _hop_parts(data: Json, where: str) -> Json:
    return {key: _decode(_hints(Hop)[key], data.get(key), f"{where}.{key}") for key in ("cue", "time", "kind")}


def _decode_pattern(data: Any, where: str) -> Pattern:
    data = _expect(dict, data, where)
    for operator in ("any", "all", "not"):
        if operator in data:
            parts = [data[operator]] if operator == "not" else _expect(list, data[operator], f"{where}.{operator}")
            return Combination(
                operator=operator,
                parts=tuple(_decode_pattern(part, f"{where}.{operator}") for part in parts),
            )
    pattern: Pattern = _decode_record(StatePattern if "state" in data else EventPattern, data, where)
    return pattern


def _decode_day(data: Any, where: str) -> date:
    try:
        return date.fromisoformat(_expect(str, data, where))
    except ValueError:
        raise _wrong(where, data, "a day like 2024-06-25") from None


def _expect(kind: type[R], data: Any, where: str) -> R:
    if not isinstance(data, kind) or (kind in (int, float) and isinstance(data, bool)):
        raise _wrong(where, data, f"of type {_KINDS[kind]}")
    return data


def _wrong(where: str, found: object, wanted: str) -> RecordError:
    return RecordError(f"{where} is {found!r:.60}; it has to be {wanted}", code="D504")


# --- the schema -----------------------------------------------------------------------------------

_NAMES = {str: "string", int: "integer", float: "number", bool: "boolean"}
_KINDS: dict[type, str] = {**_NAMES, dict: "object", list: "list"}


def _schema(hint: Any, definitions: Json) -> Json:
    kind, optional = _without_none(hint)
    if optional:
        return {"anyOf": [_schema(kind, definitions), {"type": "null"}]}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _schema(get_args(kind)[0], definitions)}
    if get_origin(kind) is Literal:
        return {"enum": list(get_args(kind))}
    if kind is date:
        return {"type": "string", "format": "date"}
    if kind in _NAMES:
        return {"type": _NAMES[kind]}
    name = "Pattern" if kind is Pattern else kind.__name__
    if name not in definitions:
        definitions[name] = {}  # holds the place, so that a type that contains itself ends
        definitions[name] = _SPECIAL.get(name, _record_schema)(kind, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _record_schema(record: Any, definitions: Json) -> Json:
    return _object(_properties(record, definitions))


def _properties(record: Any, definitions: Json) -> Json:
    properties: Json = {}
    for field in fields(record):
        hint = _hints(record)[field.name]
        kind, optional = _without_none(hint)
        if record is Event and field.name == "contexts":
            properties["contexts"] = _schema(tuple[str, ...], definitions)
            properties["context_words"] = _schema(tuple[Mention, ...], definitions)
        elif not _written_into(field, record):
            properties[field.name] = _schema(hint, definitions)
        else:
            for key, value in _properties(kind, definitions).items():
                nullable = optional and value.get("anyOf", [{}])[-1] != {"type": "null"}
                properties[key] = {"anyOf": [value, {"type": "null"}]} if nullable else value
    return properties


def _hop_schema(_hop: Any, definitions: Json) -> Json:
    text = _schema(str | None, definitions)
    actor = {"anyOf": [_schema(ActorMention, definitions), _object({"words": text, "code": text})]}
    return _object({"actor": actor, **{key: _schema(_hints(Hop)[key], definitions) for key in ("cue", "time", "kind")}})


def _pattern_schema(_pattern: Any, definitions: Json) -> Json:
    inner = {"$ref": "#/$defs/Pattern"}
    several = [_object({operator: {"type": "array", "items": inner}}) for operator in ("any", "all")]
    event = {**_object(_properties(EventPattern, definitions)), "required": ["type"]}
    return {"anyOf": [event, _record_schema(StatePattern, definitions), *several, _object({"not": inner})]}


_SPECIAL = {"Hop": _hop_schema, "Pattern": _pattern_schema}


def _object(properties: Json) -> Json:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
