"""`dragoman check`: every room's own check of its data files, in one list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import rtoml

from dragoman.actors import check_actors, check_own_actors
from dragoman.commitments import check_changes, check_commitments
from dragoman.data_files import Problem
from dragoman.events import check_events, check_ontology
from dragoman.events.lexicon import TABLES, type_of
from dragoman.events.ontology import SHIPPED, read_own_entries
from dragoman.events.schema import NONE
from dragoman.intake import check_intake
from dragoman.language.schema import check_language
from dragoman.places import check_places
from dragoman.records import Document, Event
from dragoman.speech import check_speech
from dragoman.times import check_times
from dragoman.treaties import check_own_treaties, check_treaties

PACKAGE = Path(__file__).parent.parent


def check_ontologies() -> tuple[Problem, ...]:
    """What is wrong in the shipped ontologies; their examples are read by the tests."""
    return tuple(problem for path in sorted(SHIPPED.glob("*.toml")) for problem in check_ontology(path))


CHECKS = (
    check_intake, check_language, check_times, check_actors, check_places, check_speech, check_events,
    check_ontologies, check_treaties, check_commitments, check_changes,
)  # fmt: skip


def all_problems() -> tuple[tuple[Problem, ...], int]:
    """What is wrong in any data file, and how many data files there are."""
    problems = tuple(problem for check in CHECKS for problem in check())
    return problems, sum(1 for _ in PACKAGE.rglob("*.toml"))


def own_problems(paths: list[Path]) -> tuple[tuple[Problem, ...], int]:
    """What is wrong in a user's own files of actors and ontologies, each by itself, and how many there are."""
    return tuple(problem for path in paths for problem in _own(path)), len(paths)


def _own(path: Path) -> tuple[Problem, ...]:
    if "treaty" in _tables_of(path):
        return check_own_treaties(path)
    if not _is_ontology(path):
        return check_own_actors(path)
    return check_ontology(path) or tuple(_idle_examples(path))


def _tables_of(path: Path) -> frozenset[str]:
    """The tables of a TOML file; none where it is no such file."""
    if path.suffix != ".toml" or not path.is_file():
        return frozenset()
    try:
        return frozenset(rtoml.loads(path.read_text(encoding="utf-8")))
    except (rtoml.TomlParsingError, UnicodeDecodeError):
        return frozenset()


def _is_ontology(path: Path) -> bool:
    """A folder, or a TOML file whose tables (`[[type]]`, `[[predicate]]` …) are an ontology's."""
    return path.is_dir() or not TABLES.keys().isdisjoint(_tables_of(path))


def _idle_examples(path: Path) -> Iterator[Problem]:
    """Examples of an ontology without faults that do not give the type and mode under which they stand."""
    from dragoman.reader import Reader

    reader = Reader(ontology=path)
    entries, _ = read_own_entries(path)
    for table in ("predicate", "map"):
        for entry in entries.get(table, ()):
            wanted = type_of(entry) if table == "predicate" else entry.row.type
            for example in entry.row.examples:
                events = reader.read(Document.plain(example)).events
                if not gives(events, wanted, entry.row.mode):
                    told = ", ".join(f"{event.type} ({event.rule})" for event in events) or "no event"
                    yield Problem(
                        entry.file, entry.line, f"{example!r} gives {told}; run `dragoman explain` on it to see why"
                    )


def gives(events: tuple[Event, ...], wanted: str, mode: str | None) -> bool:
    """Whether one of the events has the type and the mode; for `NONE` whether there is no event."""
    if wanted == NONE:
        return not events
    return any(event.type == wanted and mode in (None, event.mode) for event in events)
