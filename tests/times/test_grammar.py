"""What the rules match: runs that may hold a time, the longest match first, no time in words that are none."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from dragoman.times.grammar import grammar


def matched(text: str) -> list[str]:
    found = [each for run in grammar().runs(text) for each in grammar().candidates(text, run)]
    return [text[each.start : each.end] for each in found]


@pytest.mark.parametrize(
    ("text", "longest"),
    [
        ("It fell in the fourth quarter of 2023.", "the fourth quarter of 2023"),
        ("Police arrested him late Monday night.", "late Monday night"),
        ("The plan for the 2024-25 fiscal year passed.", "the 2024-25 fiscal year"),
        ("The 20-year-old war ended.", "20-year-old"),
    ],
)
def test_the_longest_match_comes_first(text: str, longest: str) -> None:
    assert matched(text)[0].strip().lower() == longest.lower()


def test_matches_come_by_length() -> None:
    text = "Envoys met in the first week of May 2024 and on Monday, June 24."
    for run in grammar().runs(text):
        lengths = [each.end - each.start for each in grammar().candidates(text, run)]
        assert all(one >= other for one, other in pairwise(lengths))


@pytest.mark.parametrize("text", ["", "The envoy left.", "A 34-year-old man was held.", "Nobody marched."])
def test_words_that_are_no_times_match_nothing(text: str) -> None:
    assert matched(text) == []


def test_long_texts_take_linear_time() -> None:
    grammar()
    text = "the first quarter of the last week of the third month of " * 2000
    begun = time.perf_counter()
    matched(text)
    assert time.perf_counter() - begun < 20
