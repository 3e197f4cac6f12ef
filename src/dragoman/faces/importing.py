"""`dragoman actors import`: dictionaries of other programs become one TOML file."""

from __future__ import annotations

from pathlib import Path

from dragoman.actors import read_own
from dragoman.actors.importers import to_toml
from dragoman.actors.library import Entries
from dragoman.data_files import Problem
from dragoman.faces.files import atomic


def import_dictionaries(files: list[Path], output: Path) -> tuple[list[Problem], int]:
    """Write the entries of all files; what was left out, and how many entries there are."""
    merged: Entries = {}
    problems: list[Problem] = []
    for path in files:
        entries, complaints = read_own(path)
        problems += complaints
        merged = {
            table: (*merged.get(table, ()), *entries.get(table, ())) for table in dict.fromkeys((*merged, *entries))
        }
    with atomic(output) as file:
        file.write(to_toml(merged, source=", ".join(path.name for path in files)))
    return problems, sum(map(len, merged.values()))
