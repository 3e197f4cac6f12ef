"""What the entries of `commitments/data/changes.toml` look like: how news tells that a commitment ended by a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dragoman.data_files import Problem, Row, read_rows, try_tables
from dragoman.records import CommitmentKind

CHANGES = Path(__file__).parent / "data" / "changes.toml"


class Taken(Row):
    """Nouns for a commitment of that kind (*offer*, *pledge*)."""

    kind: CommitmentKind
    nouns: tuple[str, ...]
    example: str
    source: str = "recalled"


class Verb(Row):
    """Regular expressions, without regard to case, that the trigger of the event begins with."""

    patterns: tuple[str, ...]
    example: str
    source: str = "recalled"


@dataclass(frozen=True, slots=True)
class Changes:
    """The file, ready for look-ups."""

    nouns: Mapping[str, re.Pattern[str]]
    taking: re.Pattern[str]
    breaking: re.Pattern[str]


TABLES: Mapping[str, type[Row]] = {"taken": Taken, "taking": Verb, "breaking": Verb}


@lru_cache(maxsize=2)
def read_changes(path: Path = CHANGES) -> Changes:
    """The entries of the file; raise `DataError` where it breaks the schema."""
    nouns = {entry.row.kind: entry.row.nouns for entry in read_rows(path, "taken", Taken)}
    return Changes(
        nouns={kind: re.compile(rf"\b(?:{'|'.join(many)})s?\b", re.IGNORECASE) for kind, many in nouns.items()},
        taking=_joined(path, "taking"),
        breaking=_joined(path, "breaking"),
    )


def _joined(path: Path, table: str) -> re.Pattern[str]:
    patterns = [pattern for entry in read_rows(path, table, Verb) for pattern in entry.row.patterns]
    return re.compile("|".join(patterns), re.IGNORECASE)


def check_changes() -> tuple[Problem, ...]:
    """Everything wrong in the file."""
    return tuple(_problems())


def _problems() -> Iterator[Problem]:
    tables, problems = try_tables(CHANGES, TABLES)
    yield from problems
    kinds: dict[str, int] = {}
    for entry in tables.get("taken", ()):
        if entry.row.kind in kinds:
            yield Problem(entry.file, entry.line, f"{entry.row.kind} already stands in line {kinds[entry.row.kind]}")
        kinds[entry.row.kind] = entry.line
        if not any(noun in entry.row.example for noun in entry.row.nouns):
            yield Problem(entry.file, entry.line, "the example has none of the nouns")
    for entry in (*tables.get("taking", ()), *tables.get("breaking", ())):
        yield from _pattern_problems(entry.row, entry.file, entry.line)


def _pattern_problems(row: Verb, file: Path, line: int) -> Iterator[Problem]:
    for pattern in row.patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            yield Problem(file, line, f"{pattern!r} is no regular expression: {error}")
            return
    if not any(re.search(rf"\b{pattern}", row.example, re.IGNORECASE) for pattern in row.patterns):
        yield Problem(file, line, "none of the patterns stands in the example")
