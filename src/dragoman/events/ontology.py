"""The types in which events are told: PLOVER's, and what a user's own TOML adds to them or puts in their place.

ontology = Ontology.of(Path("mine.toml"))

Events are found by the lexicon of the ontology, a user's own entries before the shipped ones. Commitments and
treaties speak PLOVER and are read before `told` gives the events their types in the ontology (`[[map]]`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from dragoman.data_files import Entry, Problem
from dragoman.errors import DataError
from dragoman.events.check import at, mode_problems, problems_in
from dragoman.events.lexicon import Entries, Lexicon, read_entries, shipped_entries, type_of
from dragoman.events.marks import wordings
from dragoman.events.schema import Coding, EventType
from dragoman.events.status import folded, intensity_of
from dragoman.language import Parsed
from dragoman.records import Event

#: ontologies that come with the package, by the name of their file
SHIPPED = Path(__file__).parent / "ontologies"
BESIDE_LEDGER = ("ontology.toml", "ontology")
"""The file, or the folder, that is read without being named when it lies beside a ledger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """A lexicon, and how what it finds is told.

    `codings` are the rows of `[[map]]` in their order; `kept` the types that are told, None for all.
    """

    lexicon: Lexicon
    codings: tuple[Entry[Coding], ...] = ()
    kept: frozenset[str] | None = None
    files: tuple[Path, ...] = ()

    @classmethod
    def shipped(cls) -> Ontology:
        """PLOVER."""
        return cls(lexicon=Lexicon.shipped())

    @classmethod
    def of(cls, source: Path | str | None) -> Ontology:
        """That of a file, a folder or a shipped name (`cameo`); PLOVER for None. Raise `DataError` at any fault."""
        if source is None:
            return cls.shipped()
        own, problems = read_own_entries(source)
        problems = problems or tuple(problems_in_own(own))
        if problems:
            raise DataError(f"{problems[0]}; run `dragoman check {source}` for all", code="D201")
        return of_entries(own, ontology_files(source))

    def told(self, parsed: Parsed, events: tuple[Event, ...]) -> tuple[Event, ...]:
        """The events in the types of the ontology, without those that have none in it.

        What was the content of an event that is left out hangs on what that one hung on.
        """
        if not self.codings and self.kept is None:
            return events
        by_id = {event.id: event for event in events}
        standing = {event.id for event in events if self._type(parsed, event) is not None}
        told = (self._told(parsed, _hung(event, by_id, standing, self.lexicon)) for event in events)
        return tuple(event for event in told if event.id in standing)

    def _told(self, parsed: Parsed, event: Event) -> Event:
        counted = None if event.plover_type is None else self._type(parsed, replace(event, type=event.plover_type))
        coding = self._coding(parsed, event)
        quad = self.lexicon.types[counted or (coding.row.type if coding else event.type)].quad
        if coding is None:
            return replace(event, plover_type=counted, quad=quad)
        row, types = coding.row, self.lexicon.types
        return replace(
            event,
            type=row.type,
            plover_type=counted,
            quad=quad,
            mode=row.mode,
            intensity=intensity_of(types[row.type], row.mode, types.get(counted or "")),
            rule=f"{event.rule}, {coding.file.name}:{coding.line}",
        )

    def _type(self, parsed: Parsed, event: Event) -> str | None:
        """What the event is here, None if nothing."""
        coding = self._coding(parsed, event)
        if coding is not None:
            return coding.row.type
        return event.type if self.kept is None or event.type in self.kept else None

    def _coding(self, parsed: Parsed, event: Event) -> Entry[Coding] | None:
        return next((entry for entry in self.codings if _fits(entry.row, parsed, event)), None)


def ontology_files(source: Path | str) -> tuple[Path, ...]:
    """The TOML files of an ontology: the file, those of the folder, or the shipped one of that name."""
    path = Path(source)
    if path.is_dir():
        files = tuple(sorted(path.rglob("*.toml")))
        if files:
            return files
        raise DataError(f"no TOML file in {path}; an ontology is a file or a folder of them", code="D204")
    if path.is_file():
        return (path,)
    named = SHIPPED / f"{source}.toml"
    if path.parent == Path() and named.is_file():
        return (named,)
    known = ", ".join(sorted(file.stem for file in SHIPPED.glob("*.toml")))
    raise DataError(f"no ontology {source}; name a TOML file, a folder of them, or one of: {known}", code="D204")


def read_own_entries(source: Path | str) -> tuple[Entries, tuple[Problem, ...]]:
    """The sound entries of a user's ontology and what is wrong with the others; raise `DataError` if there is none."""
    files = ontology_files(source)
    try:
        return read_entries(files)
    except UnicodeDecodeError:
        raise DataError(f"{source} is not text in UTF-8; save it as that", code="D203") from None


def of_entries(own: Entries, files: tuple[Path, ...] = ()) -> Ontology:
    """The ontology that these entries of a user make of the shipped one."""
    instead = any(entry.row.instead for entry in own.get("ontology", ()))
    return Ontology(
        lexicon=Lexicon.of(shipped_entries(), own),
        codings=own.get("map", ()),
        kept=frozenset(entry.row.name for entry in own.get("type", ())) if instead else None,
        files=files,
    )


def check_ontology(source: Path | str) -> tuple[Problem, ...]:
    """Everything wrong in a user's own ontology, in the order of its files and lines."""
    own, problems = read_own_entries(source)
    found = (*problems, *problems_in_own(own))
    return tuple(sorted(found, key=lambda problem: (problem.file, problem.line)))


def problems_in_own(own: Entries) -> Iterator[Problem]:
    """What is wrong in a user's sound entries, seen together with the shipped ones."""
    ontology = of_entries(own)
    types = ontology.lexicon.types
    yield from problems_in(own, ontology.lexicon, layer=1)
    for entry in own.get("map", ()):
        yield from mode_problems(entry, entry.row.type, entry.row.mode, types)
        yield from _source_problems(entry, Lexicon.shipped().types)
        if not entry.row.examples:
            yield at(entry, "no example; give a sentence of your own that becomes such an event")
    yield from _never_reached(own.get("map", ()))
    yield from _never_given(own)


def _source_problems(entry: Entry[Coding], shipped: Mapping[str, EventType]) -> Iterator[Problem]:
    for source in entry.row.of:
        name, _, mode = source.partition(".")
        yield from mode_problems(entry, name, mode or None, shipped)


def _never_reached(codings: tuple[Entry[Coding], ...]) -> Iterator[Problem]:
    for earlier, later in combinations(codings, 2):
        if _covers(earlier.row, later.row):
            yield at(later, f"never reached: {earlier.file.name}:{earlier.line} takes all of it; put this before it")


def _covers(earlier: Coding, later: Coding) -> bool:
    """Whether the earlier row fits wherever the later does."""
    lists = ((earlier.words, later.words), (earlier.contexts, later.contexts), (earlier.sectors, later.sectors))
    return all(source in earlier.of or source.partition(".")[0] in earlier.of for source in later.of) and all(
        not first or (second and set(second) <= set(first)) for first, second in lists
    )


def _never_given(own: Entries) -> Iterator[Problem]:
    """Types of one's own that no row gives; a type that replaces a shipped one has the shipped entries."""
    given = {type_of(entry) for entry in own.get("predicate", ())} | {entry.row.type for entry in own.get("map", ())}
    for entry in own.get("type", ()):
        if entry.row.name not in given and entry.row.name not in Lexicon.shipped().types:
            yield at(entry, f"nothing gives {entry.row.name}; add a [[predicate]] or a [[map]] of that type")


def _fits(row: Coding, parsed: Parsed, event: Event) -> bool:
    if event.type not in row.of and f"{event.type}.{event.mode}" not in row.of:
        return False
    if row.words:
        trigger = parsed.words_between(event.trigger.start, event.trigger.end)
        if {wording for wording, _, _ in wordings(trigger)}.isdisjoint(row.words):
            return False
    if row.contexts and {context.name for context in event.contexts}.isdisjoint(row.contexts):
        return False
    sectors = {who.actor.sector for who in event.actors if who.actor is not None}
    return not row.sectors or not sectors.isdisjoint(row.sectors)


def _hung(event: Event, by_id: Mapping[str, Event], standing: Collection[str], lexicon: Lexicon) -> Event:
    """The event on the nearest of its outer events that stands; as an outermost one, if there is none."""
    parent = event.parent
    while parent is not None and parent not in standing:
        parent = by_id[parent].parent
    if parent == event.parent:
        return event
    if parent is not None:
        return replace(event, parent=parent)
    mood = event.modality
    planned = mood in ("possible", "conditional")
    counted = folded(lexicon.types[event.type], event.status, is_content=False, mood=mood, is_planned=planned)
    return replace(event, parent=None, plover_type=counted)
