"""The treaties that are known by name: `data/treaties.toml`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path

from dragoman.data_files import Entry, Problem, Row, read_rows, try_rows

TREATIES = Path(__file__).parent / "data" / "treaties.toml"


class Treaty(Row):
    """A treaty: its key, full name, the names that news uses, the day it was signed."""

    id: str
    label: str
    names: tuple[str, ...]
    signed: date
    example: str
    source: str


@lru_cache(maxsize=2)
def read_treaties(path: Path = TREATIES) -> tuple[Entry[Treaty], ...]:
    """The treaties of the file; raise `DataError` where it breaks the schema."""
    return read_rows(path, "treaty", Treaty)


def check_treaties() -> tuple[Problem, ...]:
    """Everything wrong in the room's data file."""
    return tuple(_problems())


def _problems() -> Iterator[Problem]:
    entries, problems = try_rows(TREATIES, "treaty", Treaty)
    yield from problems
    seen: dict[str, int] = {}
    for entry in entries:
        for key in {entry.row.id, *entry.row.names}:
            if key in seen:
                yield Problem(entry.file, entry.line, f"{key!r} already stands in line {seen[key]}; keep one")
            seen[key] = entry.line
