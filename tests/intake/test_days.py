from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.intake.days import day_in_address, find_day, find_numeric_day

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31))


@given(DAYS)
def test_a_day_written_in_any_of_the_usual_ways_is_read_back(day: date) -> None:
    month = calendar.month_name[day.month]
    for written in (
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{month[:3]}. {day.day}, {day.year}",
        f"{month.upper()} {day.day} {day.year}",
        day.isoformat(),
    ):
        found = find_day(f"Geneva, {written} –")
        assert found is not None
        assert found.date() == day


def test_a_day_without_a_year_is_no_date() -> None:
    found = find_day("SEOUL, June 25")
    assert found is not None
    assert (found.year, found.month, found.day, found.date()) == (None, 6, 25, None)


def test_a_day_that_does_not_exist_is_no_date() -> None:
    found = find_day("February 30, 2024")
    assert found is not None
    assert found.date() is None


@pytest.mark.parametrize("text", ["25/06/2024", "June", "in 2024", "June 2024", "", "1225 June"])
def test_no_explicit_day(text: str) -> None:
    assert find_day(text) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/world/2024/06/25/talks.html",
        "https://example.org/2024/jun/25/talks",
        "https://example.org/world/2024-06-25/talks",
        "https://example.org/news/20240625.html",
        "https://example.org/talks-20240625",
    ],
)
def test_day_in_an_address(url: str) -> None:
    assert day_in_address(url) == date(2024, 6, 25)


@pytest.mark.parametrize(
    "url",
    ["", "https://example.org/2024/06/talks", "https://example.org/2024/13/45/x", "https://example.org/id/120240625"],
)
def test_no_day_in_an_address(url: str) -> None:
    assert day_in_address(url) is None


@given(DAYS)
def test_a_day_in_numbers_with_dots_is_read_back(day: date) -> None:
    found = find_numeric_day(f"am {day.day:02}.{day.month:02}.{day.year} 18:05")
    assert found is not None
    assert found[2] is not None
    assert found[2].date() == day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("29/01/2024", date(2024, 1, 29)),
        ("01/29/2024", date(2024, 1, 29)),
        ("5-5-2024", date(2024, 5, 5)),
        ("03/04/2024", None),
    ],
)
def test_which_number_is_the_month_is_never_guessed(written: str, day: date | None) -> None:
    found = find_numeric_day(f"Issued on: {written} - 07:18")
    assert found is not None
    assert (found[2].date() if found[2] else None) == day


@pytest.mark.parametrize("words", ["version 1.2.2024.7", "12/24", "the score was 3.4", "10.0.2024.1", "3.4.20245"])
def test_other_numbers_are_no_days(words: str) -> None:
    assert find_numeric_day(words) is None
