"""`dragoman actors import`: dictionaries of other programs become one TOML file."""

from __future__ import annotations

import sys
from pathlib import Path

from dragoman.actors import read_own
from dragoman.actors.importers import to_toml
from dragoman.actors.library import Entries
from dragoman.data_files import Problem
from dragoman.errors import DataError
from dragoman.faces.files import atomic


def import_dictionaries(files: list[Path], output: Path | None) -> tuple[list[Problem], int]:
    """Write the entries of all files, to standard output without `output`; what was left out, and how many there are.

    Raise `DataError` (D205) where a file holds no entry at all: it is no dictionary, and nothing is written.
    """
    merged: Entries = {}
    problems: list[Problem] = []
    for path in files:
        entries, complaints = read_own(path)
        if not any(entries.values()):
            raise DataError(
                f"{path} holds no entry of a PETRARCH or TABARI dictionary; its lines are NAME [CODE] or + NAME",
                code="D205",
            )
        problems += complaints
        merged = {
            table: (*merged.get(table, ()), *entries.get(table, ())) for table in dict.fromkeys((*merged, *entries))
        }
    written = to_toml(merged, source=", ".join(path.name for path in files))
    if output is None:
        sys.stdout.write(written)
        return problems, sum(map(len, merged.values()))
    with atomic(output) as file:
        file.write(written)
    return problems, sum(map(len, merged.values()))
