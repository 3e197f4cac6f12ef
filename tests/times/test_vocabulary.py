"""The words of the calendar as lookups, numbers, and pieces of patterns."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.times.vocabulary import check_times, vocabulary


@pytest.mark.parametrize(
    ("words", "number"), [("18", 18), ("three", 3), ("a", 1), ("twelve", 12), ("1,200", 1200), ("several", None)]
)
def test_numbers(words: str, number: float | None) -> None:
    assert vocabulary().number(words) == number


def test_a_piece_of_a_pattern_stands_for_every_word_of_its_kind() -> None:
    pattern = vocabulary().pattern("<month> <year>")
    assert pattern.fullmatch("October 2022")
    assert pattern.fullmatch("Oct. 2022")
    assert not pattern.fullmatch("Monday 2022")


def test_holidays_are_known_by_every_spelling() -> None:
    holidays = vocabulary().holidays
    assert holidays["eid al-fitr"] is holidays["eid ul-fitr"]
    assert date(2024, 4, 10) in holidays["eid al-fitr"].dates
    assert holidays["orthodox easter"].orthodox


def test_the_shipped_words_have_no_fault() -> None:
    assert check_times() == ()
