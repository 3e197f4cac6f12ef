"""TIMEX3 values and their days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.times.calendar import days_of, granularity_of, moved, unit_value

DAYS = st.dates(date(1500, 1, 1), date(2099, 12, 31))
UNITS = ["day", "week", "month", "quarter", "half", "year", "decade", "century"]


@given(DAYS, st.sampled_from(UNITS))
def test_the_value_of_a_unit_covers_its_day(day: date, unit: str) -> None:
    value = unit_value(unit, day)
    found = days_of(value)
    assert found is not None
    assert found[0] <= day <= found[1]
    assert granularity_of(value) == unit


@given(DAYS, st.sampled_from(UNITS))
def test_the_next_unit_begins_when_this_one_ends(day: date, unit: str) -> None:
    this, following = days_of(unit_value(unit, day)), days_of(unit_value(unit, moved(day, unit, 1)))
    assert this is not None
    assert following is not None
    assert this[1] + timedelta(days=1) == following[0]


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-W25", date(2024, 6, 17), date(2024, 6, 23)),
        ("2024-W25-WE", date(2024, 6, 22), date(2024, 6, 23)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-Q4", date(2024, 10, 1), date(2024, 12, 31)),
        ("2023-WI", date(2023, 12, 1), date(2024, 2, 29)),
        ("199", date(1990, 1, 1), date(1999, 12, 31)),
        ("2014/2016", date(2014, 1, 1), date(2016, 12, 31)),
        ("2024-06-25TMO", date(2024, 6, 25), date(2024, 6, 25)),
    ],
)
def test_days_of_a_value(value: str, first: date, last: date) -> None:
    assert days_of(value) == (first, last)


@pytest.mark.parametrize("value", ["P3D", "PAST_REF", "XXXX-WXX-2", "2023-02-29", "2024-W54", "", "FY2024"])
def test_values_without_days(value: str) -> None:
    assert days_of(value) is None


def test_months_keep_the_day_where_it_exists() -> None:
    assert moved(date(2024, 3, 31), "month", -1) == date(2024, 2, 29)
    assert moved(date(2024, 2, 29), "year", -1) == date(2023, 2, 28)
