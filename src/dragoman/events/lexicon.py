"""The lexicon of events: every sense indexed by its lemma, so that a look-up costs the same however many there are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from dragoman.data_files import Entry, Problem, Row, try_tables
from dragoman.errors import DataError
from dragoman.events.marks import MarkWords, mark_words
from dragoman.events.schema import (
    DATA,
    NONE,
    PREDICATES,
    Coding,
    Constraint,
    ContentMode,
    ContextRow,
    CountRow,
    EventType,
    Frame,
    ModeCue,
    Predicate,
    WordClass,
)

Kind = Literal["verb", "noun", "adjective"]
#: the entries of one ontology by table
Entries = Mapping[str, tuple[Entry[Any], ...]]
#: the tables that an ontology's files hold
TABLES: dict[str, type[Row]] = {
    "ontology": Frame, "type": EventType, "map": Coding, "class": WordClass, "predicate": Predicate, "cue": ModeCue,
    "content": ContentMode, "context": ContextRow, "count": CountRow,
}  # fmt: skip
#: the shipped files, without those of `status.py`
SHIPPED = ("types", "classes", "modes", "contexts", "counts")
#: classes of classes.toml whose words are people or bodies of people
SOMEBODY = (
    "people", "leaders", "envoys", "refugees", "criminals", "troops", "police", "prisoners", "courts", "prosecutors",
    "bodies",
)  # fmt: skip
#: constraints that words alone decide, in the order in which they are asked
ASKED: tuple[Constraint, ...] = ("light", "mood", "polarity", "subject", "object", "attribute")
#: American spellings and the British ones that the lexicon has
BRITISH = {
    "defense": "defence", "offense": "offence", "license": "licence", "program": "programme", "center": "centre",
    "labor": "labour", "harbor": "harbour", "neighbor": "neighbour", "honor": "honour", "favor": "favour",
    "armor": "armour", "rumor": "rumour", "maneuver": "manoeuvre", "catalog": "catalogue", "ization": "isation",
    "izing": "ising", "ized": "ised", "izer": "iser", "ize": "ise", "yze": "yse", "yzing": "ysing",
}  # fmt: skip
AMERICAN = re.compile(
    r"\b(?:defense|offense|license|center|labor|harbor|neighbor|honor|favor|armor|rumor|maneuver)(?!our|ary|able|ator|ious|ific)"
    r"|\b(?:program|catalog)\b|(?<=[a-z]{3})(?:ization|izing|ized|izer|ize|yze|yzing)\b"
)
#: constraint words that the matcher itself knows
BUILT_IN = frozenset({"actor", "name", "country", "place", "plural", "sector", "several"})
#: how many words `*` and @actor count for when entries are compared
ANYBODY = 1000


@dataclass(frozen=True, slots=True)
class Sense:
    """An entry of the lexicon with its type and place; `order` is its rank among all entries.

    `breadth` is how many words its constraints admit: of two entries with as many, the narrower is tried first.
    `layer` is 0 for what is shipped and higher for what is a user's own. `nothing` is what says of a subject that it
    does nothing of the kind (*shares*, *storms*). `asks` are the constraints that words alone decide and that are
    asked first.
    """

    type: str
    row: Predicate
    file: Path
    line: int
    order: int
    breadth: int = 0
    layer: int = 0
    nothing: bool = field(default=False, repr=False)
    asks: tuple[tuple[Constraint, tuple[str, ...]], ...] = field(default=(), repr=False)

    @property
    def needs(self) -> Iterator[tuple[str, str]]:
        """Slots and words of which one must be there: those of its last constraint, else those of its complements."""
        slots: Iterable[tuple[str, tuple[str, ...]]] = self.asks[-1:] or self.row.complements.items()
        return ((slot, word) for slot, words in slots for word in words)

    @property
    def rank(self) -> tuple[int, bool, int, int, int]:
        """A user's own first, then most constrained, then the narrowest, then as they stand in the files.

        That something of its kind does nothing of the sort (*shares*, *storms*) is asked before all the rest.
        """
        acts = self.type != NONE or not self.row.subject
        return (-self.layer, acts, -self.row.constraints, self.breadth, self.order)

    def __str__(self) -> str:
        return f"{self.file.name}:{self.line} {self.type}" + (f" ({self.row.mode})" if self.row.mode else "")


@dataclass(frozen=True, slots=True)
class Senses:
    """The senses of a word in the order in which they are tried, and how to pass over those that cannot fit.

    `asking` has their places by slot and word, of which each needs one to be there; `always` are the places of those
    that need none.
    """

    ordered: tuple[Sense, ...]
    asking: Mapping[str, Mapping[str, tuple[int, ...]]]
    always: tuple[int, ...]

    @classmethod
    def of(cls, ordered: tuple[Sense, ...]) -> Senses:
        """The senses with their places."""
        asking: dict[str, dict[str, tuple[int, ...]]] = {}
        for place, sense in enumerate(ordered):
            for slot, word in sense.needs:
                places = asking.setdefault(slot, {})
                places[word] = (*places.get(word, ()), place)
        return cls(ordered, asking, tuple(place for place, sense in enumerate(ordered) if not any(sense.needs)))

    def likely(self, there: Callable[[str], frozenset[str]]) -> list[Sense]:
        """Those that may fit where `there` says what is in a slot."""
        places = set(self.always)
        for slot, words in self.asking.items():
            for word in there(slot) & words.keys():
                places.update(words[word])
        return [self.ordered[place] for place in sorted(places)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Senses by kind and lemma, the types with their scores, the word classes, and the words of modes and contexts.

    `classes_of` are the classes of a word, as constraints name them (`@weapons`).
    """

    types: Mapping[str, EventType]
    classes: Mapping[str, frozenset[str]]
    senses: Mapping[tuple[Kind, str], tuple[Sense, ...]] = field(repr=False)
    marks: MarkWords = field(repr=False)
    classes_of: Mapping[str, tuple[str, ...]] = field(repr=False)
    _by_need: dict[tuple[Kind, str], Senses] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def shipped(cls) -> Lexicon:
        """The lexicon of `events/data/`, read once."""
        return _shipped()

    @classmethod
    def of(cls, *layers: Entries) -> Lexicon:
        """The lexicon of these entries; of two layers the later goes first, and replaces what it names alike."""
        types = {row.name: row for row in _rows(layers, "type")}
        classes = {row.name: frozenset(row.words) for row in _rows(layers, "class")}
        contexts = {row.name: row for row in _rows(layers, "context")}
        later_first = layers[::-1]
        return cls(
            types=MappingProxyType(types),
            classes=MappingProxyType(classes),
            senses=_index(_senses(layers, classes)),
            marks=mark_words(
                contexts=contexts.values(),
                cues=_rows(later_first, "cue"),
                content_modes=_rows(later_first, "content"),
                counts=_rows(later_first, "count"),
            ),
            classes_of=_classes_of(classes),
        )

    def of_lemma(self, kind: Kind, lemma: str) -> tuple[Sense, ...]:
        """The senses of that word in the order in which they are to be tried."""
        return self.senses.get((kind, lemma), ())

    def likely(self, kind: Kind, lemma: str, there: Callable[[str], frozenset[str]]) -> Iterable[Sense]:
        """Those of them that may fit where `there` says what is in a slot."""
        key = (kind, lemma)
        if key not in self.senses:
            return ()
        if key not in self._by_need:
            self._by_need[key] = Senses.of(self.senses[key])
        return self._by_need[key].likely(there)

    def with_classes(self, words: Iterable[str]) -> frozenset[str]:
        """The words and the classes that they are of, as constraints name them."""
        plain = {name for word in words if not word.startswith("@") for name in (word, in_british(word))}
        return frozenset(name for word in plain for name in (word, *self.classes_of.get(word, ())))

    def __len__(self) -> int:
        return sum(map(len, self.senses.values()))


def read_entries(files: Iterable[Path]) -> tuple[Entries, tuple[Problem, ...]]:
    """The sound entries of an ontology's files by table, and what is wrong with the others."""
    found: dict[str, tuple[Entry[Any], ...]] = {}
    problems: list[Problem] = []
    for file in files:
        entries, complaints = try_tables(file, TABLES)
        problems += complaints
        for table, rows in entries.items():
            found[table] = (*found.get(table, ()), *rows)
    return found, tuple(problems)


def shipped_files() -> tuple[Path, ...]:
    """The files of the shipped lexicon."""
    return (*(DATA / f"{name}.toml" for name in SHIPPED), *sorted(PREDICATES.glob("*.toml")))


@cache
def shipped_entries() -> Entries:
    """The shipped entries; raise `DataError` at the first that breaks its schema."""
    entries, problems = read_entries(shipped_files())
    if problems:
        raise DataError(f"{problems[0]}; run `dragoman check` for all", code="D201")
    return entries


@cache
def _shipped() -> Lexicon:
    return Lexicon.of(shipped_entries())


def type_of(entry: Entry[Predicate]) -> str:
    """The type that an entry of predicates gives: its own, else the name of its file."""
    return entry.row.type or entry.file.stem.upper()


@cache
def in_british(words: str) -> str:
    """The words as the lexicon spells them: *defense ministries* are *defence ministries*."""
    return AMERICAN.sub(lambda found: BRITISH[found[0]], words)


def spellings(lemma: str) -> Iterator[str]:
    """The lemma, and the American spelling of a British one."""
    yield lemma
    verb, _, particle = lemma.partition(" ")
    for british, american in (("ise", "ize"), ("isation", "ization"), ("yse", "yze"), ("our", "or")):
        if verb.endswith(british):
            yield f"{verb.removesuffix(british)}{american} {particle}".strip()


def keys(row: Predicate) -> Iterator[tuple[Kind, str]]:
    """What the entry is found by: each of its words with its kind, in both spellings."""
    for kind, lemmas in lemmas_of(row):
        for spelling in dict.fromkeys(spelling for lemma in lemmas for spelling in spellings(lemma)):
            yield kind, spelling


def lemmas_of(row: Predicate) -> tuple[tuple[Kind, tuple[str, ...]], ...]:
    """The entry's words by kind."""
    return (("verb", row.verbs), ("noun", row.nouns), ("adjective", row.adjectives))


def admitted(words: Iterable[str], classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The words that a constraint stands for, its classes spelt out."""
    return frozenset(
        word for name in words for word in (classes.get(name[1:], {name}) if name.startswith("@") else {name})
    )


def _classes_of(classes: Mapping[str, frozenset[str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, words in classes.items():
        for word in words:
            found[word] = (*found.get(word, ()), f"@{name}")
    return MappingProxyType(found)


def _rows(layers: Iterable[Entries], table: str) -> Iterator[Any]:
    return (entry.row for layer in layers for entry in layer.get(table, ()))


def _senses(layers: Iterable[Entries], classes: Mapping[str, frozenset[str]]) -> Iterator[Sense]:
    order = 0
    for layer, entries in enumerate(layers):
        for entry in entries.get("predicate", ()):
            breadth, kind = _breadth(entry.row, classes), type_of(entry)
            nothing = kind == NONE and bool(entry.row.subject) and not layer
            asks = tuple((name, wanted) for name in ASKED if (wanted := getattr(entry.row, name)))
            yield Sense(kind, entry.row, entry.file, entry.line, order, breadth, layer, nothing, asks)
            order += 1


def _breadth(row: Predicate, classes: Mapping[str, frozenset[str]]) -> int:
    lists = (row.subject, row.object, row.attribute, row.modifiers, *row.complements.values())
    excluding_only = ANYBODY if row.object_not and not row.object else 0
    return excluding_only + sum(_width(word, classes) for words in lists for word in words)


def _width(word: str, classes: Mapping[str, frozenset[str]]) -> int:
    """How many words a constraint stands for: a class its own, somebody or anything as good as all."""
    if word == "*" or word.split(":")[0].removeprefix("@") in BUILT_IN:
        return ANYBODY
    return len(classes[word[1:]]) if word.startswith("@") and word[1:] in classes else 1


def _index(senses: Iterable[Sense]) -> Mapping[tuple[Kind, str], tuple[Sense, ...]]:
    found: dict[tuple[Kind, str], list[Sense]] = {}
    for sense in senses:
        for key in keys(sense.row):
            found.setdefault(key, []).append(sense)
    return MappingProxyType({key: tuple(sorted(many, key=lambda sense: sense.rank)) for key, many in found.items()})
