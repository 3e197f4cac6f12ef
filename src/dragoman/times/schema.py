"""What the time files hold: words with their places in the calendar, and the rules that join them."""

from __future__ import annotations

from datetime import date
from typing import Literal

from dragoman.data_files import Row

CountedFrom = Literal["page", "text"]


class WordRow(Row):
    """Words of one meaning and a sentence of our own with one of them."""

    words: tuple[str, ...]
    example: str


class MonthRow(WordRow):
    """A month: full name first, then abbreviations. `also_a_word`: May, March and the like."""

    number: int
    also_a_word: bool = False


class WeekdayRow(WordRow):
    """A weekday: full name first, then abbreviations; Monday is 1, as in ISO 8601."""

    number: int


class SeasonRow(WordRow):
    """A season: TIMEX3 code and its northern months; `also_a_word`: *fall*, *spring*."""

    code: str
    first_month: int


class UnitRow(WordRow):
    """A unit: singular, plural. `base` and `factor` say what it is made of: a decade is 10 years."""

    base: Literal["second", "minute", "hour", "day", "week", "month", "quarter", "year", "weekend"]
    factor: int = 1


class NumberRow(WordRow):
    """A number word; value None is a number that nobody counted (*several*)."""

    value: float | None = None


class DirectionRow(WordRow):
    """*last*, *this*, *next*: how many units off, counted from the page's day or from the text's last date."""

    step: int
    counted_from: CountedFrom = "page"


class DayWordRow(WordRow):
    """*today*, *yesterday*: days off from the page's day."""

    step: int


class DayPartRow(WordRow):
    """A part of the day and its TIMEX3 code."""

    code: str


class HolidayRow(WordRow):
    """A holiday: on a fixed `day` of a month, on its `nth` `weekday`, or so many days off Easter Sunday.

    `orthodox` counts from the Easter of the eastern churches. `dates` lists the days of a holiday of a moon calendar.
    """

    month: int = 0
    day: int = 0
    weekday: int = 0
    nth: int = 0
    easter: int | None = None
    orthodox: bool = False
    dates: tuple[date, ...] = ()


class NamedDayRow(WordRow):
    """A day of history that goes by its date: *the September 11 attacks* were in 2001, *9/11* needs no noun."""

    day: date
    alone: bool = False


class FrequencyRow(WordRow):
    """*daily*, *annual*: a set with its TIMEX3 period."""

    value: str


class ReferenceRow(WordRow):
    """*now*, *recently*: PRESENT_REF, PAST_REF, FUTURE_REF."""

    value: Literal["PRESENT_REF", "PAST_REF", "FUTURE_REF"]


class BearingRow(WordRow):
    """Nouns or verbs (lemmas) that say which way a time looks; `expect` as for a rule."""

    expect: tuple[tuple[str, str], ...]


class RuleRow(Row):
    """A pattern, the meaning it has, and a sentence that shows it.

    In `pattern` a blank is any space, `{month}` any word of that kind, `<month>` the same and handed to the
    meaning by that name. The mention is the whole match, or its group `time`. `expect` are the pairs of
    words and value in the example, read with the page's day `published`.
    """

    name: str
    pattern: str
    meaning: str
    example: str
    expect: tuple[tuple[str, str], ...]
    published: date = date(2024, 6, 25)
