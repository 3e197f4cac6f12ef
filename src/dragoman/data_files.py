"""Reads the TOML data files that experts edit: every entry checked, every complaint with file and line.

A data file holds arrays of tables (`[[state]]`, `[[verb]]` …). The schema of an entry is a pydantic
model with `extra="forbid"`, so that a misspelt key is found and not lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

import rtoml
from pydantic import BaseModel, ConfigDict, ValidationError

from dragoman.errors import DataError


class Row(BaseModel):
    """Base of all entry schemas: unknown keys are refused, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


R = TypeVar("R", bound=Row)
Written = tuple[tuple[int, Any], ...]
"""The rows of a table as they are written, each with its line."""
HEADER = re.compile(r"\s*\[\[?\s*([\w-]+)\s*\]")


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """One entry of a data file and where it stands."""

    file: Path
    line: int
    row: R


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a data file, and where."""

    file: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file.name}:{self.line}: {self.message}"


def read_rows(path: Path, table: str, schema: type[R]) -> tuple[Entry[R], ...]:
    """Every `[[table]]` of the file; raise `DataError` at the first that breaks the schema."""
    entries, problems = try_rows(path, table, schema)
    if problems:
        raise DataError(f"{problems[0]}; run `dragoman check` for all", code="D201")
    return entries


def try_rows(path: Path, table: str, schema: type[R]) -> tuple[tuple[Entry[R], ...], tuple[Problem, ...]]:
    """The sound entries of the file and what is wrong with the others."""
    tables, problem = _parse(path)
    if problem:
        return (), (problem,)
    return _entries(path, tables.get(table, ()), schema)


def try_tables(
    path: Path, schemas: Mapping[str, type[Row]]
) -> tuple[dict[str, tuple[Entry[Any], ...]], tuple[Problem, ...]]:
    """The sound entries of each table of a file that holds several kinds; unknown tables are problems."""
    tables, problem = _parse(path)
    if problem:
        return {}, (problem,)
    found: dict[str, tuple[Entry[Any], ...]] = {}
    problems = [Problem(path, 1, f"unknown table {name!r}") for name in tables if name not in schemas]
    for table, rows in tables.items():
        if table in schemas:
            found[table], complaints = _entries(path, rows, schemas[table])
            problems += complaints
    return found, tuple(problems)


def _parse(path: Path) -> tuple[Mapping[str, Written], Problem | None]:
    try:
        return _tables(path.read_text(encoding="utf-8")), None
    except rtoml.TomlParsingError as error:
        line = re.search(r"line (\d+)", str(error))
        return {}, Problem(path, int(line[1]) if line else 1, str(error))


@lru_cache(maxsize=4)
def _tables(text: str) -> Mapping[str, Written]:
    """The tables of a TOML text by name; kept for callers that ask one file for one table after another."""
    lines: dict[str, list[int]] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if header := HEADER.match(line):
            lines.setdefault(header[1], []).append(number)
    return {name: _numbered(value, lines.get(name, [])) for name, value in rtoml.loads(text).items()}


def _numbered(value: Any, lines: list[int]) -> Written:
    """Each row with its line; a lone table (`[verb]`) is one row; rows without headers stand in line 1."""
    rows = value if isinstance(value, list) else [value]
    return tuple(zip(lines if len(lines) == len(rows) else [1] * len(rows), rows, strict=True))


def _entries(path: Path, rows: Written, schema: type[R]) -> tuple[tuple[Entry[R], ...], tuple[Problem, ...]]:
    entries: list[Entry[R]] = []
    problems: list[Problem] = []
    for line, row in rows:
        try:
            entries.append(Entry(path, line, schema.model_validate(row)))
        except ValidationError as error:
            problems += [Problem(path, line, complaint) for complaint in _complaints(error)]
    return tuple(entries), tuple(problems)


def _complaints(error: ValidationError) -> Iterator[str]:
    for detail in error.errors():
        yield f"{'.'.join(map(str, detail['loc'])) or 'entry'}: {detail['msg']}"
