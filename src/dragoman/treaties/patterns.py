"""Triggers: patterns over what happened (design: *Pattern*), matched with who bears and who benefits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.treaties.schema import Kind

ROLES = frozenset({"bearer", "beneficiary", "any"})
COMBINED = ("any", "all", "not")
KEYS = frozenset({"type", "mode", "contexts", "polarity", "actors", "recipients", "state", "of", *COMBINED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What a trigger is held against: an event's type and its two sides, as codes."""

    type: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


def default_trigger(kind: Kind) -> dict[str, Any]:
    """The trigger that an obligation of the kind has where its entry gives none."""
    if kind == "non-aggression":
        return {"type": "ASSAULT", "actors": ["bearer"], "recipients": ["beneficiary"]}
    if kind == "offence":
        return {"type": "ASSAULT", "actors": ["beneficiary"]}
    return {"type": "ASSAULT", "recipients": ["beneficiary"]}


def matches(pattern: Mapping[str, Any], happening: Happening, *, bearer: str, beneficiary: str) -> bool:
    """Whether the happening is one that the pattern describes.

    An armed attack puts its two sides in a state of war; `mode`, `contexts` and `polarity` are conditions on words,
    which a bare attack has not: they do not narrow it.
    """
    roles = {"bearer": bearer, "beneficiary": beneficiary}
    if "any" in pattern:
        return any(matches(one, happening, **roles) for one in pattern["any"])
    if "all" in pattern:
        return all(matches(one, happening, **roles) for one in pattern["all"])
    if "not" in pattern:
        return not matches(pattern["not"], happening, **roles)
    if "state" in pattern:
        sides = (*happening.actors, *happening.recipients)
        return happening.type == "ASSAULT" and _filled(pattern["of"], sides, roles)
    return pattern["type"] == happening.type and all(
        any(_filled(name, side, roles) for name in pattern[role])
        for role, side in (("actors", happening.actors), ("recipients", happening.recipients))
        if role in pattern
    )


def _filled(name: str, side: tuple[str, ...], roles: Mapping[str, str]) -> bool:
    return name == "any" or roles.get(name, name) in side


def leaves(pattern: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The patterns of one event or state that it is joined of, those under a `not` too."""
    parts = [*pattern.get("any", ()), *pattern.get("all", ()), *([pattern["not"]] if "not" in pattern else [])]
    if not parts:
        yield pattern
    for part in parts:
        yield from leaves(part)


def types_in(pattern: Mapping[str, Any]) -> frozenset[str]:
    """The PLOVER types of the events that the pattern speaks of; a state of war comes of an ASSAULT."""
    return frozenset("ASSAULT" if "state" in leaf else leaf["type"] for leaf in leaves(pattern))


def parties_in(pattern: Mapping[str, Any]) -> frozenset[str]:
    """The codes that the pattern names, without its roles."""
    return frozenset(
        name
        for leaf in leaves(pattern)
        for name in (*leaf.get("actors", ()), *leaf.get("recipients", ()), *([leaf["of"]] if "of" in leaf else []))
        if name not in ROLES
    )


def unknown_words(pattern: Mapping[str, Any]) -> Iterator[str]:
    """Keys that no pattern has, and patterns that say nothing."""
    yield from (f"the trigger's key {key!r} is not known" for key in sorted(set(pattern) - KEYS))
    if not set(pattern) & {"type", "state", *COMBINED}:
        yield "the trigger says neither type nor state"
    if "state" in pattern and "of" not in pattern:
        yield "the trigger does not say whose state (`of`)"
    for key in ("any", "all"):
        for one in pattern.get(key, ()):
            yield from unknown_words(one)
    if "not" in pattern:
        yield from unknown_words(pattern["not"])
