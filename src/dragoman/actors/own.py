"""What a user's own files add to the library: TOML of our schema, or dictionaries in PETRARCH's format.

library = library_with([Path("mine.toml"), Path("Phoenix.agents.txt")])
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from dragoman.actors.importers import read_petrarch
from dragoman.actors.library import TABLES, Entries, Library
from dragoman.data_files import Problem, try_tables
from dragoman.errors import DataError

BESIDE_LEDGER = "actors.toml"
"""The file that is read without being named when it lies beside a ledger."""


def read_own(path: Path) -> tuple[Entries, tuple[Problem, ...]]:
    """The sound entries of a user's file and what is wrong with the others; raise `DataError` if there is no file."""
    if not path.is_file():
        raise DataError(f"no file {path}; name a TOML file or a PETRARCH dictionary", code="D202")
    try:
        return try_tables(path, TABLES) if path.suffix == ".toml" else read_petrarch(path)
    except UnicodeDecodeError:
        raise DataError(f"{path} is not text in UTF-8; save it as that", code="D203") from None


def library_with(paths: Iterable[Path], *, base: Library | None = None) -> Library:
    """The library with the entries of these files, a later file before an earlier one.

    A fault in TOML raises `DataError`; lines of a dictionary that are none are left out, as its own program does.
    """
    library = base or Library.shipped()
    for path in paths:
        entries, problems = read_own(path)
        if problems and path.suffix == ".toml":
            raise DataError(f"{problems[0]}; run `dragoman check {path}` for all", code="D201")
        library = library.with_own(entries)
    return library
