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
    ("text", "expected"),
    [
        ("On 3 June the army entered the town. The next day it left.", ["2024-06-03", "2024-06-04"]),
        ("On 3 June the army entered the town, in a war begun in 2022. A day later it left.",
         ["2024-06-03", "2022", "2024-06-04"]),
        ("The two met the next day.", [""]),
        ("They met that day.", [""]),
        ("The envoy came on Sunday. Earlier in the day he had been in Doha.", ["2024-06-23", "2024-06-23"]),
        ("Earlier in the day he had been in Doha.", ["2024-06-25"]),
        ("The fund earned less in 2022 and lost money for the entire year.", ["2022", "2022"]),
        ("The fund lost money for the entire year.", ["2024"]),
        ("Shells fell on Sunday, and by nightfall the bridge was gone.", ["2024-06-23", "2024-06-23TEV"]),
    ],
)  # fmt: skip
def test_later_words_are_counted_from_a_date_of_the_text(text: str, expected: list[str], parse: Parse) -> None:
    assert values(text, parse) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The current fiscal year ends in September.", ["FY2024", "2024-09"]),
        ("India spent more in fiscal year 2023-24.", ["FY2024"]),
        ("The 2023/24 budget was passed.", ["2023/2024"]),
        ("The two met last summer and talked again last winter.", ["2023-SU", "2023-WI"]),
        ("The truce will end this summer.", ["2024-SU"]),
        ("The winter of 2022-23 was hard.", ["2022-WI"]),
        ("The bases were closed in the late 1980s and the mid-90s.", ["198", "199"]),
        ("Tanks crossed the border at dawn on Sunday.", ["2024-06-23TMO"]),
        ("The raid began in the early hours of Sunday.", ["2024-06-23TMO"]),
        ("The bridge was blown up on the night of 3-4 June.", ["2024-06-03TNI"]),
        ("The council will meet at 3 p.m. (1900 GMT) on Monday.", ["2024-07-01T15:00"]),
        ("The army parades every year on May 9.", ["P1Y", "XXXX-05-09"]),
        ("The envoys talk every Monday and Friday.", ["XXXX-WXX-1", "XXXX-WXX-5"]),
        ("The June summit failed, and so did last week's talks.", ["2024-06", "2024-W25"]),
        ("Twenty years ago today, troops entered the city.", ["2004-06-25"]),
        ("The government fell a year and a half ago.", ["2022-12"]),
        ("The army pressed on for two and a half years.", ["P30M"]),
        ("The lira fell to a 20 year low.", ["P20Y"]),
        ("The port was shut in the last week of March 2009.", ["2009-W13"]),
        ("The guns fell silent on Good Friday 1998 and at Thanksgiving.", ["1998-04-10", "2023-11-23"]),
        ("From 2010 to 2015 exports doubled, and by 2017 imports did.", ["2010/2015", "2017"]),
        ("The deal runs until end-2025.", ["2025"]),
        ("The ministers met on June 3 and 4.", ["2024-06-03/2024-06-04"]),
    ],
)
def test_years_seasons_parts_of_the_day_and_sets(text: str, expected: list[str], parse: Parse) -> None:
    assert values(text, parse) == expected


def test_a_named_day_is_of_its_year_only_after_it(parse: Parse) -> None:
    text = "The attacks began after the October 7 attacks."
    assert values(text, parse, date(2024, 6, 25)) == ["2023-10-07"]
    assert values(text, parse, date(2023, 6, 25)) == ["2022-10-07"]


@pytest.mark.parametrize(
    "text",
    [
        "Convoys move at night.",
        "The winter games were moved.",
        "The envoy will leave as soon as he can.",
        "From 2000 soldiers only 300 came back.",
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A truce was called for Eid al-Adha.", ["2024-06-16"]),
        ("Eid al-Fitr 2021 was kept at home.", ["2021-05-13"]),
        ("Markets were shut on Lunar New Year.", ["2024-02-10"]),
        ("Markets will be shut on Chinese New Year.", ["2025-01-29"]),
        ("Guns fell silent on Orthodox Easter.", ["2024-05-05"]),
        ("Guns fell silent on Orthodox Christmas.", ["2024-01-07"]),
        ("They will meet on Eid al-Fitr 2040.", ["2040"]),
    ],
)
def test_holidays_of_other_calendars(text: str, expected: list[str], parse: Parse) -> None:
    assert values(text, parse) == expected
