"""What is wrong in the data files of an ontology, the shipped ones or a user's own, with file and line."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import combinations
from typing import Any

from dragoman.data_files import Entry, Problem, try_rows
from dragoman.events.confidence import PLAIN, SIGNS, WEIGHTS
from dragoman.events.lexicon import (
    BUILT_IN,
    Entries,
    Lexicon,
    Sense,
    admitted,
    lemmas_of,
    read_entries,
    shipped_files,
    type_of,
)
from dragoman.events.schema import DATA, NONE, Doer, EventType, Predicate, Realm, SignRow, Topic


def check_events() -> tuple[Problem, ...]:
    """Everything wrong in the shipped files: schema breaks, unknown names, entries that are never reached."""
    entries, problems = read_entries(shipped_files())
    return (*problems, *problems_in(entries, Lexicon.of(entries), layer=0), *_weight_problems(), *_passing_problems())


def _passing_problems() -> Iterator[Problem]:
    """Schema breaks in the words of realms and topics, and in who can do what."""
    yield from try_rows(DATA / "doers.toml", "doer", Doer)[1]
    yield from try_rows(DATA / "realms.toml", "realm", Realm)[1]
    yield from try_rows(DATA / "topics.toml", "topic", Topic)[1]


def _weight_problems() -> Iterator[Problem]:
    """Weights of what is no sign; the row that every event has must be there, a sign without a weight says nothing."""
    entries, problems = try_rows(WEIGHTS, "weight", SignRow)
    yield from problems
    yield from (at(entry, f"{entry.row.sign} is no sign") for entry in entries if entry.row.sign not in (PLAIN, *SIGNS))
    if all(entry.row.sign != PLAIN for entry in entries):
        yield Problem(WEIGHTS, 1, f"no weight for {PLAIN}")


def problems_in(entries: Entries, lexicon: Lexicon, *, layer: int) -> Iterator[Problem]:
    """What is wrong in sound entries, seen together with the lexicon whose layer they are."""
    for entry in entries.get("type", ()):
        yield from _folding_problems(entry, lexicon.types)
    for entry in entries.get("predicate", ()):
        yield from _predicate_problems(entry, lexicon)
    for table in ("cue", "content"):
        for entry in entries.get(table, ()):
            yield from mode_problems(entry, entry.row.type, entry.row.mode, lexicon.types)
    yield from _shadowed(lexicon, layer)


def at(entry: Entry[Any], message: str) -> Problem:
    """The problem at that entry."""
    return Problem(entry.file, entry.line, message)


def mode_problems(entry: Entry[Any], name: str, mode: str | None, types: Mapping[str, EventType]) -> Iterator[Problem]:
    """Where an entry names a type or a mode that there is not."""
    if name not in types:
        yield at(entry, f"{name} is no type; known are {', '.join(sorted(types))}")
    elif mode is not None and mode not in types[name].modes:
        known = ", ".join(types[name].modes) or "none"
        yield at(entry, f"mode {mode!r} is none of {name}, whose modes are: {known}")


def _folding_problems(entry: Entry[EventType], types: Collection[str]) -> Iterator[Problem]:
    for key, name in (("future", entry.row.future), ("refused", entry.row.refused)):
        if name is not None and name not in types:
            yield at(entry, f"{key}: {name} is no type")


def _predicate_problems(entry: Entry[Predicate], lexicon: Lexicon) -> Iterator[Problem]:
    row, name = entry.row, type_of(entry)
    if name != NONE:
        yield from mode_problems(entry, name, row.mode, lexicon.types)
    if not (row.verbs or row.nouns or row.adjectives):
        yield at(entry, "no verbs, nouns or adjectives; an entry needs at least one")
    if not row.examples:
        yield at(entry, "no example; give a sentence of your own that fires the entry")
    for word in _constraint_words(row):
        if word.startswith("@") and word[1:].split(":")[0] not in lexicon.classes.keys() | BUILT_IN:
            yield at(entry, f"class {word} is unknown; add a [[class]] of that name")
    for kind, lemmas in lemmas_of(row):
        for lemma in {lemma for lemma in lemmas if lemmas.count(lemma) > 1}:
            yield at(entry, f"{kind} {lemma!r} stands twice in this entry; keep one")


def _constraint_words(row: Predicate) -> Iterator[str]:
    for words in (row.subject, row.object, row.object_not, row.attribute, *row.complements.values()):
        yield from words


# ---------------------------------------------------------------- entries that are never reached


def _shadowed(lexicon: Lexicon, layer: int) -> Iterator[Problem]:
    """Words of an entry for which another of the layer is tried before and holds wherever this one would."""
    for (kind, lemma), senses in lexicon.senses.items():
        own = [sense for sense in senses if sense.layer == layer]
        for earlier, later in combinations(own, 2):
            if earlier is not later and _implies(later.row, earlier.row, lexicon.classes):
                yield Problem(
                    later.file,
                    later.line,
                    f"{kind} {lemma!r} is never reached here: {_place(earlier, later)} is tried before and holds "
                    "wherever this does; remove it from one, or constrain the other more",
                )


def _place(earlier: Sense, later: Sense) -> str:
    return "the entry" if earlier.line == later.line and earlier.file == later.file else str(earlier)


def _implies(narrow: Predicate, wide: Predicate, classes: Mapping[str, frozenset[str]]) -> bool:
    """Whether `wide` holds of every clause of which `narrow` holds."""
    listed = ("subject", "object", "attribute", "modifiers", "light", "mood", "content_lemmas", "content_types",
              "aims", "nearby", "content_markers", "content_mood", "content_polarity", "polarity")  # fmt: skip
    return (
        all(_is_within(getattr(narrow, name), getattr(wide, name), classes) for name in listed)
        and admitted(wide.object_not, classes) <= admitted(narrow.object_not, classes)
        and _complements_within(narrow, wide, classes)
        and (wide.content is None or wide.content == _has_content(narrow))
        and (narrow.content_of_other or not wide.content_of_other)
    )


def _is_within(narrow: tuple[str, ...], wide: tuple[str, ...], classes: Mapping[str, frozenset[str]]) -> bool:
    """Whether what meets one of `narrow` meets one of `wide`; an empty list asks for nothing."""
    if not wide:
        return True
    return bool(narrow) and ("*" in wide or admitted(narrow, classes) <= admitted(wide, classes))


def _complements_within(narrow: Predicate, wide: Predicate, classes: Mapping[str, frozenset[str]]) -> bool:
    """Any one of the complements is enough, so each of the narrow entry's must be one of the wide entry's."""
    if not wide.complements:
        return True
    return bool(narrow.complements) and all(
        slot in wide.complements and _is_within(words, wide.complements[slot], classes)
        for slot, words in narrow.complements.items()
    )


def _has_content(row: Predicate) -> bool | None:
    """Whether a clause must depend on the predicate: said outright, or by what it must be."""
    asked = (row.content_lemmas, row.content_types, row.content_markers, row.content_mood, row.content_polarity,
             row.content_of_other)  # fmt: skip
    return True if any(asked) else row.content
