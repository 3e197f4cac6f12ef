"""What an expression means, by the page's day, the last date before it, and the way its clause looks."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.times.heading import Heading
from dragoman.times.meanings import Context, counted, every_weekday, holiday, iso_day
from dragoman.times.vocabulary import vocabulary

TUESDAY = date(2024, 6, 25)


def context(heading: Heading = "unknown", published: date | None = TUESDAY) -> Context:
    return Context(vocabulary(), published, (), 0, heading, "", "")


@pytest.mark.parametrize(
    ("words", "heading", "value"),
    [
        ("Christmas", "past", "2023-12-25"),
        ("Christmas", "future", "2024-12-25"),
        ("Good Friday", "past", "2024-03-29"),
        ("Orthodox Easter", "past", "2024-05-05"),
        ("Eid al-Adha", "past", "2024-06-16"),
        ("Eid al-Adha", "future", "2025-06-06"),
        ("Lunar New Year", "unknown", "2024-02-10"),
    ],
)
def test_a_holiday_is_the_nearest_that_fits(words: str, heading: Heading, value: str) -> None:
    meaning = holiday({"holiday": words}, context(heading))
    assert meaning is not None
    assert meaning.value == value


def test_a_holiday_far_from_its_list_stays_open() -> None:
    meaning = holiday({"holiday": "Eid al-Adha"}, context(published=date(2060, 1, 1)))
    assert meaning is not None
    assert meaning.value == "XXXX-XX-XX"


def test_without_the_pages_day_a_counted_date_stays_open() -> None:
    assert counted(None, date.isoformat, "XXXX").open
    assert counted(TUESDAY, date.isoformat).value == "2024-06-25"


def test_days_and_clocks() -> None:
    day, clock = iso_day({"iso": "2024-06-25"}, context()), iso_day({"iso": "2024-06-25", "clock": "10:00"}, context())
    assert (day and day.value, clock and clock.value) == ("2024-06-25", "2024-06-25T10:00")
    fridays = every_weekday({"weekday": "Friday"}, context())
    assert (fridays and fridays.type, fridays and fridays.value) == ("SET", "XXXX-WXX-5")
