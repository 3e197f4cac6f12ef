"""The words of `data/words.toml` as lookups and as pieces of patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from dragoman.data_files import Problem, read_rows, try_rows, try_tables
from dragoman.times import schema

DATA = Path(__file__).parent / "data"
WORD_TABLES: dict[str, type[schema.WordRow]] = {
    "month": schema.MonthRow,
    "weekday": schema.WeekdayRow,
    "season": schema.SeasonRow,
    "unit": schema.UnitRow,
    "number": schema.NumberRow,
    "direction": schema.DirectionRow,
    "day_word": schema.DayWordRow,
    "day_part": schema.DayPartRow,
    "holiday": schema.HolidayRow,
    "named_day": schema.NamedDayRow,
    "frequency": schema.FrequencyRow,
    "reference": schema.ReferenceRow,
}
BEARINGS = ("happening", "planned", "scheduled")
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
ORDINALS = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
]  # fmt: skip
DECADES = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]
_AND_A_HALF = " and a half"
_SPACE = r"(?:[^\S\n]+|\n)"
_W = TypeVar("_W", bound=schema.WordRow)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every word by its kind, and the pattern pieces that stand for a kind."""

    months: dict[str, schema.MonthRow]
    weekdays: dict[str, schema.WeekdayRow]
    seasons: dict[str, schema.SeasonRow]
    units: dict[str, schema.UnitRow]
    numbers: dict[str, schema.NumberRow]
    directions: dict[str, schema.DirectionRow]
    day_words: dict[str, schema.DayWordRow]
    day_parts: dict[str, schema.DayPartRow]
    holidays: dict[str, schema.HolidayRow]
    named_days: dict[str, schema.NamedDayRow]
    frequencies: dict[str, schema.FrequencyRow]
    references: dict[str, schema.ReferenceRow]
    pieces: dict[str, str]

    def number(self, words: str) -> float | None:
        """What a number in digits or words counts; None if nobody counted (*several*)."""
        words = " ".join(words.lower().replace(",", "").split())
        if re.fullmatch(r"[\d.]+", words):
            return float(words)
        if row := self.numbers.get(words):
            return row.value
        if words.endswith(_AND_A_HALF):
            return (self.number(words.removesuffix(_AND_A_HALF)) or 0) + 0.5
        tens, _, ones = words.replace(" ", "-").partition("-")
        return (self.numbers[tens].value or 0) + (self.numbers[ones].value or 0)

    def pattern(self, written: str) -> re.Pattern[str]:
        """The compiled form of a rule's pattern: `{kind}`, `<kind>` and blanks replaced."""
        written = re.sub(r"(?<!\?P)<(\w+)>", r"(?P<\1>{\1})", written)
        written = re.sub(r"\{([a-z_]+)\}", lambda found: f"(?:{self.pieces[found[1]]})", written)
        written = re.sub(r"(\[[^]]*\])| ", lambda found: found[1] or _SPACE, written)
        return re.compile(rf"(?<![\w$€£.,-])(?:{written})(?!\w)", re.IGNORECASE)


@cache
def vocabulary() -> Vocabulary:
    """The shipped words, read once."""
    return Vocabulary(
        months=_by_word("month", schema.MonthRow),
        weekdays=_by_word("weekday", schema.WeekdayRow),
        seasons=_by_word("season", schema.SeasonRow),
        units=_by_word("unit", schema.UnitRow),
        numbers=_by_word("number", schema.NumberRow),
        directions=_by_word("direction", schema.DirectionRow),
        day_words=_by_word("day_word", schema.DayWordRow),
        day_parts=_by_word("day_part", schema.DayPartRow),
        holidays=_by_word("holiday", schema.HolidayRow),
        named_days=_by_word("named_day", schema.NamedDayRow),
        frequencies=_by_word("frequency", schema.FrequencyRow),
        references=_by_word("reference", schema.ReferenceRow),
        pieces=_pieces({kind: _by_word(kind, table) for kind, table in WORD_TABLES.items()}),
    )


def _by_word(kind: str, table: type[_W]) -> dict[str, _W]:
    entries = read_rows(DATA / "words.toml", kind, table)
    return {word.lower(): entry.row for entry in entries for word in entry.row.words}


def _pieces(tables: dict[str, dict[str, schema.WordRow]]) -> dict[str, str]:
    full = {kind: [row.words[0] for row in tables[kind].values()] for kind in ("month", "weekday")}
    short = {kind: [word for row in tables[kind].values() for word in row.words[1:]] for kind in full}
    pieces = {kind: _either(words) for kind, words in tables.items() if kind not in full}
    pieces["holiday"] = _either(word for row in tables["holiday"].values() for word in row.words)
    for kind, names in full.items():
        capitals = _either([*names, *map(str.upper, names)])
        pieces[f"{kind}_name"] = f"(?-i:{capitals})"
        pieces[kind] = f"(?-i:{capitals}|(?:{_either(short[kind])})\\.?)"
    ones = _either(_ones(tables))
    pieces["number"] = rf"\d[\d,]*(?:\.\d+)?|(?:{TENS})[ -](?:{ones})|(?:{ones}){_AND_A_HALF}|{pieces['number']}"
    pieces["ordinal"] = rf"{'|'.join(ORDINALS)}|twenty-first|\d{{1,2}}(?:st|nd|rd|th)|final|last"
    pieces["shade"] = (
        r"(?:(?:the )?(?:very )?(?:beginning|start|end|middle|close|turn|course|rest|(?:first|second) half)"
        r" of (?:the )?|(?:start|end|year-end)[ -]"
        r"|(?:very )?(?:early|late|earlier|later|mid)(?:-| (?:in |on )?))?"
    )
    pieces["about"] = (
        r"(?:(?:the )?(?:more than|less than|fewer than|at least|at most|up to|about|around|roughly|nearly|almost"
        r"|over|under|some|just|only|approximately) )?"
    )
    pieces["or"] = r" ?[-–—] ?| to | or "
    pieces["decade_words"] = _either(DECADES)
    pieces["day"] = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
    pieces["year"] = r"(?:1[5-9]|20)\d\d"
    pieces["zone"] = r"(?-i:GMT|UTC|[ECMP][SD]?T|BST|CET|CEST|IST|KST|JST|MSK|Z)|local time|Moscow time|Kyiv time"
    return pieces


def _ones(tables: dict[str, dict[str, schema.WordRow]]) -> list[str]:
    rows = tables["number"].items()
    return [
        word for word, row in rows if isinstance(row, schema.NumberRow) and row.value in range(1, 10) and len(word) > 2
    ]


def _either(words: Iterable[str]) -> str:
    """An alternation, longest first, so that the longer word is not cut short."""
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(set(words), key=lambda w: (-len(w), w)))


def check_times() -> tuple[Problem, ...]:
    """Everything that is wrong in the words and rules of times."""
    words = try_tables(DATA / "words.toml", {"month": schema.MonthRow, **WORD_TABLES})[1]
    bearings = try_tables(DATA / "bearings.toml", dict.fromkeys(BEARINGS, schema.BearingRow))[1]
    return (*words, *bearings, *try_rows(DATA / "rules.toml", "rule", schema.RuleRow)[1])
