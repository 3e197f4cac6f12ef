"""The lexicon of events: every sense indexed by its lemma, so that a look-up costs the same however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from dragoman.data_files import Entry, Problem, read_rows, try_rows
from dragoman.events.schema import DATA, NONE, PREDICATES, EventType, Predicate, WordClass

Kind = Literal["verb", "noun", "adjective"]
#: classes of classes.toml whose words are people or bodies of people
SOMEBODY = (
    "people", "leaders", "envoys", "refugees", "criminals", "troops", "police", "prisoners", "courts", "prosecutors",
    "bodies",
)  # fmt: skip
#: how many words `*` and @actor count for when entries are compared
ANYBODY = 1000


@dataclass(frozen=True, slots=True)
class Sense:
    """An entry of the lexicon with its type and place; `order` is its rank among all entries.

    `breadth` is how many words its constraints admit: of two entries with as many, the narrower is tried first.
    """

    type: str
    row: Predicate
    file: Path
    line: int
    order: int
    breadth: int = 0

    @property
    def rank(self) -> tuple[int, int, int]:
        """Most constrained first, then the narrowest, then as they stand in the files."""
        return (-self.row.constraints, self.breadth, self.order)

    def __str__(self) -> str:
        return f"{self.file.name}:{self.line} {self.type}" + (f" ({self.row.mode})" if self.row.mode else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Senses by kind and lemma, the types with their scores, and the word classes."""

    types: Mapping[str, EventType]
    classes: Mapping[str, frozenset[str]]
    senses: Mapping[tuple[Kind, str], tuple[Sense, ...]] = field(repr=False)

    @classmethod
    def shipped(cls) -> Lexicon:
        """The lexicon of `events/data/`, read once."""
        return _read(DATA)

    @classmethod
    def read(cls, folder: Path) -> Lexicon:
        """The lexicon of a folder laid out like `events/data/`; raise `DataError` at the first bad entry."""
        return _read(folder)

    def of(self, kind: Kind, lemma: str) -> tuple[Sense, ...]:
        """The senses of that word in the order in which they are to be tried."""
        return self.senses.get((kind, lemma), ())

    def __len__(self) -> int:
        return sum(map(len, self.senses.values()))


def spellings(lemma: str) -> Iterator[str]:
    """The lemma, and the American spelling of a British one."""
    yield lemma
    verb, _, particle = lemma.partition(" ")
    for british, american in (("ise", "ize"), ("isation", "ization"), ("yse", "yze"), ("our", "or")):
        if verb.endswith(british):
            yield f"{verb.removesuffix(british)}{american} {particle}".strip()


def check_events() -> tuple[Problem, ...]:
    """Everything wrong in the predicates' files: schema breaks, unknown classes and modes, entries never reached."""
    return tuple(_check(DATA))


@cache
def _read(folder: Path) -> Lexicon:
    types = {entry.row.name: entry.row for entry in read_rows(folder / "types.toml", "type", EventType)}
    classes = {
        entry.row.name: frozenset(entry.row.words) for entry in read_rows(folder / "classes.toml", "class", WordClass)
    }
    files = sorted((folder / PREDICATES.name).glob("*.toml"))
    entries = [(path.stem.upper(), entry) for path in files for entry in read_rows(path, "predicate", Predicate)]
    senses = [
        Sense(name, entry.row, entry.file, entry.line, order, _breadth(entry.row, classes))
        for order, (name, entry) in enumerate(entries)
    ]
    return Lexicon(types=MappingProxyType(types), classes=MappingProxyType(classes), senses=_index(senses))


def _breadth(row: Predicate, classes: Mapping[str, frozenset[str]]) -> int:
    lists = (row.subject, row.object, row.attribute, row.modifiers, *row.complements.values())
    excluding_only = ANYBODY if row.object_not and not row.object else 0
    return excluding_only + sum(_admitted(word, classes) for words in lists for word in words)


def _admitted(word: str, classes: Mapping[str, frozenset[str]]) -> int:
    """How many words a constraint stands for: a class its own, somebody or anything as good as all."""
    if word == "*" or word.split(":")[0].removeprefix("@") in BUILT_IN:
        return ANYBODY
    return len(classes[word[1:]]) if word.startswith("@") and word[1:] in classes else 1


def _index(senses: Iterable[Sense]) -> Mapping[tuple[Kind, str], tuple[Sense, ...]]:
    found: dict[tuple[Kind, str], list[Sense]] = {}
    for sense in senses:
        for key in _keys(sense.row):
            found.setdefault(key, []).append(sense)
    return MappingProxyType({key: tuple(sorted(many, key=lambda sense: sense.rank)) for key, many in found.items()})


def _keys(row: Predicate) -> Iterator[tuple[Kind, str]]:
    for kind, lemmas in _lemmas(row):
        for spelling in dict.fromkeys(spelling for lemma in lemmas for spelling in spellings(lemma)):
            yield kind, spelling


def _lemmas(row: Predicate) -> tuple[tuple[Kind, tuple[str, ...]], ...]:
    return (("verb", row.verbs), ("noun", row.nouns), ("adjective", row.adjectives))


def _check(folder: Path) -> Iterator[Problem]:
    types = {entry.row.name: entry.row for entry in read_rows(folder / "types.toml", "type", EventType)}
    classes = {entry.row.name for entry in read_rows(folder / "classes.toml", "class", WordClass)}
    seen: dict[tuple[object, ...], str] = {}
    for path in sorted((folder / PREDICATES.name).glob("*.toml")):
        entries, problems = try_rows(path, "predicate", Predicate)
        yield from problems
        name = path.stem.upper()
        if name not in types and name != NONE:
            yield Problem(path, 1, f"{name} is no PLOVER type; name the file after one of {', '.join(types)}")
            continue
        for entry in entries:
            yield from _check_entry(entry, types.get(name), classes)
            yield from _repeats(entry, seen)


def _check_entry(entry: Entry[Predicate], event_type: EventType | None, classes: set[str]) -> Iterator[Problem]:
    row = entry.row
    if not (row.verbs or row.nouns or row.adjectives):
        yield Problem(entry.file, entry.line, "no verbs, nouns or adjectives; an entry needs at least one")
    if not row.examples:
        yield Problem(entry.file, entry.line, "no example; give a sentence of your own that fires the entry")
    if row.mode and (event_type is None or row.mode not in event_type.modes):
        yield Problem(entry.file, entry.line, f"mode {row.mode!r} is none of this type's; see types.toml")
    for word in _constraint_words(row):
        if word.startswith("@") and word[1:].split(":")[0] not in classes | BUILT_IN:
            yield Problem(entry.file, entry.line, f"class {word} is unknown; add it to classes.toml")
    for kind, lemmas in _lemmas(row):
        for lemma in {lemma for lemma in lemmas if lemmas.count(lemma) > 1}:
            yield Problem(entry.file, entry.line, f"{kind} {lemma!r} stands twice in this entry; keep one")


#: constraint words that the matcher itself knows
BUILT_IN = frozenset({"actor", "name", "country", "place", "plural", "sector"})


def _constraint_words(row: Predicate) -> Iterator[str]:
    for words in (row.subject, row.object, row.object_not, row.attribute, *row.complements.values()):
        yield from words


def _repeats(entry: Entry[Predicate], seen: dict[tuple[object, ...], str]) -> Iterator[Problem]:
    """The same word under the same constraints twice: the second is never reached."""
    row = entry.row
    given = row.model_dump(
        exclude={"verbs", "nouns", "adjectives", "mode", "examples", "source", "recipient", "contexts", "reciprocal"}
    )
    for key in _keys(row):
        place = (*key, repr(given))
        if place in seen:
            yield Problem(entry.file, entry.line, f"{' '.join(key)!r} already stands so in {seen[place]}; keep one")
        else:
            seen[place] = f"{entry.file.name}:{entry.line}"
