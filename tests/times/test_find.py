"""Times in sentences: tense, anchors, and words that are no times."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.model import Parsed
from dragoman.records import Document, TimeMention
from dragoman.times import find_times

TUESDAY = date(2024, 6, 25)
Parse = Callable[[str], Parsed]


def times(text: str, parse: Parse, published: date | None = TUESDAY) -> tuple[TimeMention, ...]:
    return find_times(Document.plain(text, published=published), parse(text))


def values(text: str, parse: Parse, published: date | None = TUESDAY) -> list[str]:
    return [time.value for time in times(text, parse, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said on Tuesday that the deal was off.", ["2024-06-25"]),
        ("The minister spoke on Wednesday.", ["2024-06-19"]),
        ("The ministers will meet on Wednesday.", ["2024-06-26"]),
        ("The ministers agreed to meet on Monday.", ["2024-07-01"]),
        ("The council is to vote on Thursday.", ["2024-06-27"]),
        ("The army had been told to leave by Friday.", ["2024-06-28"]),
        ("The envoy left last Monday and returns next Monday.", ["2024-06-24", "2024-07-01"]),
        ("The embassy closed in October and will reopen in September.", ["2023-10", "2024-09"]),
        ("The accord was signed on December 3.", ["2023-12-03"]),
        ("The truce will end on 2 January.", ["2025-01-02"]),
        ("From March to May 2014 the strait was closed.", ["2014-03", "2014-05"]),
        ("The treaty was signed in 1990 and ratified a year later.", ["1990", "1991"]),
        ("Putin signed the treaty at 10 a.m. on Wednesday.", ["2024-06-19T10:00"]),
        ("On Monday at 1430 GMT the siren sounded.", ["2024-06-24T14:30Z"]),
        ("During last week's summit they agreed on a further round this autumn.", ["2024-W25", "2024-FA"]),
    ],
)
def test_the_clause_decides_which_way_to_look(text: str, expected: list[str], parse: Parse) -> None:
    assert values(text, parse) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The minister may resign.",
        "Theresa May said the talks had failed.",
        "Protesters march on the capital.",
        "It was the second attack on the port.",
        "The Sun reported the story.",
        "Some 2000 soldiers crossed the border.",
        "The fund lent $2014 to each farmer.",
        "A 20-year-old soldier was killed.",
        "China Daily carried the report.",
    ],
)
def test_what_is_no_time(text: str, parse: Parse) -> None:
    assert values(text, parse) == []


def test_without_a_page_day_relative_times_stay_open(parse: Parse) -> None:
    text = "The envoy left on Tuesday, having arrived last week, in May and on 3 June 2023."
    found = times(text, parse, None)
    assert [(time.value, time.rule) for time in found] == [
        ("XXXX-WXX-2", "no anchor"),
        ("", "no anchor"),
        ("XXXX-05", "no anchor"),
        ("2023-06-03", "day and month"),
    ]
    assert [time.first_day for time in found] == [None, None, None, date(2023, 6, 3)]


def test_every_mention_says_how_it_was_read(parse: Parse) -> None:
    (time,) = times("The two leaders met last week.", parse)
    assert (time.type, time.granularity, time.anchor, time.rule) == ("DATE", "week", TUESDAY, "last, this, next")
    assert (time.first_day, time.last_day) == (date(2024, 6, 17), date(2024, 6, 23))


TOKENS = (
    "on", "last", "next", "Tuesday", "week", "the", "of", "in", "2014", "May", "31", "June", "-", ",", ".", "12:30",
    "a", "two", "years", "ago", "later", "since", "'first", "quarter",
)  # fmt: skip


@given(
    st.lists(st.sampled_from(TOKENS), max_size=12), st.one_of(st.none(), st.dates(date(1600, 1, 1), date(2090, 1, 1)))
)
def test_mentions_stand_in_the_text_in_order_and_apart(words: list[str], published: date | None) -> None:
    text = " ".join(words)
    parsed = Parsed(text=text, words=(), sentences=(), quotations=(), phrases=(), clauses=())
    found = find_times(Document.plain(text, published=published), parsed)
    for time in found:
        time.mention.check(text)
        assert (time.first_day is None) == (time.last_day is None)
        assert time.rule
    assert all(one.mention.end <= other.mention.start for one, other in pairwise(found))
