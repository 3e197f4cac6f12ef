"""What an entry of each file in `intake/data/` looks like, and what must hold for all of them.

Every entry carries lines of our own that it must know (`examples`), and a furniture rule also running
prose that it must leave alone (`counterexamples`); `dragoman check` and the tests run both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import AfterValidator

from dragoman.data_files import Entry, Problem, Row, read_rows, try_rows

DATA = Path(__file__).parent / "data"
R = TypeVar("R", bound=Row)


def line_pattern(written: str) -> re.Pattern[str]:
    """The pattern for a whole line, with signs at its ends; `re` keeps it, so it is compiled once."""
    return re.compile(rf"\W{{0,5}}(?:{written})\W{{0,5}}", re.IGNORECASE)


def _pattern(value: str) -> str:
    try:
        line_pattern(value)
    except re.error as error:
        raise ValueError(f"{value!r} is not a regular expression: {error}") from error
    return value


class Furniture(Row):
    """A kind of line that belongs to the page and not to the article.

    `phrases` are whole lines, compared without case, punctuation and symbols at the ends; `patterns` are
    regular expressions that must match the whole line (without case; `(?-i:…)` brings it back). A line of
    more than `longest` characters is never this kind of furniture. `opens_links` marks headings of lists of
    links: the headlines behind them go too.
    """

    name: str
    phrases: tuple[str, ...] = ()
    patterns: tuple[Annotated[str, AfterValidator(_pattern)], ...] = ()
    longest: int = 200
    opens_links: bool = False
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    source: str = "recalled"


class Agency(Row):
    """A news agency and the forms of its name that stand in datelines and credits."""

    name: str
    forms: tuple[str, ...] = ()
    example: str
    source: str = "recalled"


class DatelinePlaces(Row):
    """Towns of a region that stand in datelines without capital letters (*Seoul: …*)."""

    region: str
    places: tuple[str, ...]
    example: str
    source: str = "recalled"


class Label(Row):
    """Words in capitals that open a line like a dateline does, but are no place (*BREAKING: …*)."""

    words: tuple[str, ...]
    example: str
    source: str = "recalled"


class RecordWords(Row):
    """Words of a title that make a day behind it that of the page: it is a record of what was said that day."""

    words: tuple[str, ...]
    example: str
    source: str = "recalled"


class LanguageWords(Row):
    """The commonest function words of a language, to tell texts apart."""

    name: str
    words: tuple[str, ...]
    example: str
    source: str = "recalled"


FILES: tuple[tuple[str, str, type[Row]], ...] = (
    ("furniture.toml", "furniture", Furniture),
    ("agencies.toml", "agency", Agency),
    ("datelines.toml", "places", DatelinePlaces),
    ("datelines.toml", "label", Label),
    ("datelines.toml", "record", RecordWords),
    ("languages.toml", "language", LanguageWords),
)


@cache
def rows(file: str, table: str, schema: type[R]) -> tuple[R, ...]:
    """The entries of one table of a file in `intake/data/`."""
    return tuple(entry.row for entry in read_rows(DATA / file, table, schema))


def check_intake() -> tuple[Problem, ...]:
    """Everything wrong in the room's data files: schema breaks, and examples that do not do what they show."""
    problems = tuple(problem for file, table, schema in FILES for problem in try_rows(DATA / file, table, schema)[1])
    return problems or tuple(_broken_examples())


def _broken_examples() -> Iterator[Problem]:
    from dragoman.intake.furniture import matches

    entries: tuple[Entry[Furniture], ...] = read_rows(DATA / "furniture.toml", "furniture", Furniture)
    for entry in entries:
        for line in entry.row.examples:
            if not matches(entry.row, line):
                yield Problem(entry.file, entry.line, f"{entry.row.name}: the example {line!r} is not matched")
        for line in entry.row.counterexamples:
            if matches(entry.row, line):
                yield Problem(entry.file, entry.line, f"{entry.row.name}: the counterexample {line!r} is matched")
