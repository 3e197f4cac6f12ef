"""Numbers in words and figures, and whom events count, on our own gold."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.data_files import read_rows
from dragoman.events.counts import number_in
from dragoman.events.schema import DATA, CountRow
from dragoman.records import Event

Find = Callable[[str], tuple[Event, ...]]
GOLD = tomllib.loads((Path(__file__).parent.parent / "gold" / "events" / "counts.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("12 villagers", 12),
        ("1,200 demonstrators", 1200),
        ("some 1.5 million people", 1_500_000),
        ("dozens", 24),
        ("two dozen soldiers", 24),
        ("half a dozen monks", 6),
        ("a hundred", 100),
        ("hundreds of thousands of workers", 200_000),
        ("tens of thousands", 20_000),
        ("one hundred and twenty people", 120),
        ("twenty - five policemen", 25),
        ("three thousand four hundred and six", 3406),
        ("between 30 and 40 soldiers", 30),
        ("two and 50 others", 2),
        ("12 of the 40 officers", 12),
        ("a leader", None),
        ("several people", None),
        ("", None),
    ],
)
def test_number_in_words(words: str, number: int | None) -> None:
    assert number_in(words.split()) == number


UNITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelt(number: int) -> str:
    """A number from 1 to 999,999,999 in words."""
    for scale, name in ((10**6, "million"), (1000, "thousand")):
        if number >= scale:
            rest = number % scale
            return f"{spelt(number // scale)} {name}" + (f" {spelt(rest)}" if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{UNITS[number // 100]} hundred" + (f" and {spelt(rest)}" if rest else "")
    if number >= 20:
        return TENS[number // 10] + (f" - {UNITS[number % 10]}" if number % 10 else "")
    return UNITS[number]


@given(st.integers(1, 999_999_999))
def test_a_number_is_read_in_figures_and_in_words(number: int) -> None:
    assert number_in([f"{number:,}", "people"]) == number
    assert number_in([*spelt(number).split(), "people"]) == number


@pytest.mark.parametrize("row", GOLD["rows"], ids=lambda row: row[0])
def test_count_with_its_words(find: Find, row: list[str]) -> None:
    text, type_name, *wanted = row
    counts = [
        [count.kind, count.number, count.mention.words]
        for event in find(text)
        if event.type == type_name
        for count in event.counts
    ]
    assert counts == [wanted]


@pytest.mark.parametrize("text", GOLD["none"])
def test_nobody_is_counted(find: Find, text: str) -> None:
    assert [count for event in find(text) for count in event.counts] == []


ROWS = [entry.row for entry in read_rows(DATA / "counts.toml", "count", CountRow)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.example)
def test_example_gives_its_kind(find: Find, row: CountRow) -> None:
    assert row.kind in [count.kind for event in find(row.example) for count in event.counts]
