"""What the entries of `treaties/wording.toml` look like: how the news speaks of treaties without their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dragoman.data_files import Problem, Row, read_rows, try_tables
from dragoman.treaties.schema import Kind

WORDING = Path(__file__).parent / "wording.toml"


class Text(Row):
    """Nouns for a treaty; `alike` where any treaty may be called so."""

    nouns: tuple[str, ...]
    example: str
    alike: bool = False
    source: str = "recalled"


class About(Row):
    """Words that narrow the noun: to treaties with an obligation of those kinds, or with the word in their name."""

    words: tuple[str, ...]
    example: str
    kinds: tuple[Kind, ...] = ()
    in_label: bool = False
    source: str = "recalled"


@dataclass(frozen=True, slots=True)
class Wording:
    """The file, ready for look-ups: every noun with whether any treaty may be called so; every narrowing word."""

    nouns: Mapping[str, bool]
    about: Mapping[str, About]


TABLES: Mapping[str, type[Row]] = {"text": Text, "about": About}


@lru_cache(maxsize=2)
def read_wording(path: Path = WORDING) -> Wording:
    """The entries of the file; raise `DataError` where it breaks the schema."""
    texts = [entry.row for entry in read_rows(path, "text", Text)]
    about = [entry.row for entry in read_rows(path, "about", About)]
    return Wording(
        nouns={noun: row.alike for row in texts for noun in row.nouns},
        about={word: row for row in about for word in row.words},
    )


def wording_problems() -> Iterator[Problem]:
    """Everything wrong in the file."""
    tables, problems = try_tables(WORDING, TABLES)
    yield from problems
    seen: dict[str, int] = {}
    for entry in (*tables.get("text", ()), *tables.get("about", ())):
        words = entry.row.nouns if isinstance(entry.row, Text) else entry.row.words
        if not any(word in entry.row.example.lower() for word in words):
            yield Problem(entry.file, entry.line, "the example has none of the words")
        for word in words:
            key = f"{type(entry.row).__name__} {word}"
            if key in seen:
                yield Problem(entry.file, entry.line, f"{word!r} already stands in line {seen[key]}; keep one")
            seen[key] = entry.line
