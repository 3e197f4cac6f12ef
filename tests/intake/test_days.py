from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.intake.days import day_in_address, find_day

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
