"""What an entry of `commitments/data/cues.toml` looks like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from dragoman.data_files import Problem, Row, read_rows, try_rows
from dragoman.records import CommitmentKind, Mood, Polarity

CUES = Path(__file__).parent / "data" / "cues.toml"


class Cue(Row):
    """Predicates that bind somebody, and what they need to do so."""

    kind: CommitmentKind
    predicates: tuple[str, ...]
    word: Literal["verb", "noun", "adjective"]
    example: str
    source: str = "recalled"
    subject: Literal["bearer", "instrument"] = "bearer"
    voice: Literal["active", "passive"] | None = None
    moods: tuple[Mood, ...] = ()
    polarity: Polarity = "positive"
    needs_condition: bool = False
    action: Literal["content", "itself"] = "content"


class Instrument(Row):
    """Nouns for texts that bind those who made them."""

    nouns: tuple[str, ...]
    example: str
    source: str = "recalled"


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues by (word class, lemma), in the order of the file, and the nouns for instruments."""

    by_predicate: dict[tuple[str, str], tuple[Cue, ...]]
    instruments: frozenset[str]


@lru_cache(maxsize=2)
def read_cues(path: Path = CUES) -> Cues:
    """The cues of the file; raise `DataError` where it breaks the schema."""
    found: dict[tuple[str, str], tuple[Cue, ...]] = {}
    for entry in read_rows(path, "cue", Cue):
        for predicate in entry.row.predicates:
            key = (entry.row.word, predicate)
            found[key] = (*found.get(key, ()), entry.row)
    nouns = (noun for entry in read_rows(path, "instrument", Instrument) for noun in entry.row.nouns)
    return Cues(found, frozenset(nouns))


def check_commitments() -> tuple[Problem, ...]:
    """Everything wrong in the room's data file."""
    return tuple(_problems())


def _problems() -> Iterator[Problem]:
    cues, problems = try_rows(CUES, "cue", Cue)
    yield from problems
    yield from try_rows(CUES, "instrument", Instrument)[1]
    seen: dict[tuple[str, ...], int] = {}
    for entry in cues:
        for predicate in entry.row.predicates:
            key = (entry.row.word, predicate, entry.row.kind, entry.row.subject, entry.row.voice or "")
            if key in seen:
                yield Problem(entry.file, entry.line, f"{predicate!r} already stands in line {seen[key]}; keep one")
            seen[key] = entry.line
