"""What the rules mean: from the words of a match to a TIMEX3 type and value.

Every meaning is a function of the match's named groups and of the `Context` it stands in; None says that the
words are no time after all. Values that are counted from a day which is not known stay open.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from dragoman.records import TimexType
from dragoman.times.calendar import Days, moved, unit_value
from dragoman.times.heading import Heading
from dragoman.times.schema import CountedFrom, HolidayRow
from dragoman.times.vocabulary import DECADES, ORDINALS, Vocabulary

_AFTER_NUMBER = re.compile(
    r" ?%| (?:percent|per cent|million|billion|thousand|km|kg|mph|metres?|meters?|miles?|dollars?|euros?|points?)\b"
)
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:the|its|their|his|her|our|in|since|after|before|during|year)|['’]s?|\(|^|\n) ?$", re.IGNORECASE
)
_BEFORE_ODD_YEAR = re.compile(r"\b(?:by|from|to|until|till|through|between|(?:1[5-9]|20)\d\d and) $", re.IGNORECASE)
_DESIGNATION = re.compile(r"\b(?:Resolution|Flight|Route|Highway|Page|Article|Room|Channel|No\.?|Number|UNSCR) $")
_NAME_BEFORE = re.compile(r"[a-z,] (?!\w+(?:uary|ber|ay)\b)[A-Z]\w+ $")
_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|until|till|by|during|through|throughout|early|late|mid|for|from|to|and|of|last|next|this)[ -]$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\b(?:from|between) (?:last |next )?\w+day (?:to|until|till|through|and) $", re.IGNORECASE)
_EVERY = re.compile(r"\b(?:every|each) \w+day (?:and|or) $", re.IGNORECASE)
_EVERY_YEAR = re.compile(r"\b(?:(?:every|each) year|annually|yearly) on (?:the )?$", re.IGNORECASE)
_QUANTITY = r"(?:\d|\b(?:hundred|thousand|million|billion|percent|per cent|dollars|euros|barrels|tons|tonnes)) $"

Groups = Mapping[str, str]
_SEASON = 3
"""How many months a season has."""
_LETTERS = {"day": "D", "week": "W", "weekend": "WE", "month": "M", "quarter": "Q", "year": "Y"}
_CLOCK_LETTERS = {"second": "S", "minute": "M", "hour": "H"}


_FINENESS = ("day", "weekend", "week", "month", "quarter", "season", "half", "year", "interval", "decade", "century")
_A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Focus:
    """A date of the text that later words may be counted from; `end` is where it ends."""

    day: date
    granularity: str
    end: int


@dataclass(frozen=True, slots=True)
class Context:
    """Where a match stands: the page's day, the last dates before it (the last first), the way its clause looks."""

    vocabulary: Vocabulary
    published: date | None
    focuses: tuple[Focus, ...]
    sentence_start: int
    heading: Heading
    before: str
    after: str

    @property
    def focus(self) -> date | None:
        """The first day of the text's last date."""
        return self.focuses[0].day if self.focuses else None

    def day(self, counted_from: CountedFrom = "page", unit: str = "century") -> date | None:
        """The day to count from; in the text, the last date that is as fine as the unit that is counted in."""
        if counted_from == "page":
            return self.published
        reach = _FINENESS.index(unit) + 1
        fine = (focus.day for focus in self.focuses if focus.granularity in _FINENESS[:reach])
        return next(fine, self.published)

    def running(self, unit: str) -> date | None:
        """The day whose week, month … the text is in: a date of the same sentence, for a day one of the last week."""
        for focus in self.focuses:
            is_fine = _FINENESS.index(focus.granularity) <= _FINENESS.index(unit)
            is_near = self.published is None or timedelta() <= self.published - focus.day <= _A_WEEK
            if is_fine and (is_near if unit == "day" else focus.end > self.sentence_start):
                return focus.day
        return self.published


@dataclass(frozen=True, slots=True)
class Meaning:
    """Type and value; `anchor` is the day counted from, `open` says that none was known."""

    type: TimexType
    value: str
    anchor: date | None = None
    open: bool = False
    days: Days | None = None


LONGEST_YEAR = timedelta(days=385)
"""A holiday of a moon calendar comes again within so many days."""


def counted(day: date | None, value: Callable[[date], str], open_value: str = "") -> Meaning:
    """A date counted from `day`; without one it stays open."""
    if day is None:
        return Meaning("DATE", open_value, open=True)
    return Meaning("DATE", value(day), anchor=day)


def iso_day(groups: Groups, _: Context) -> Meaning | None:
    """`2024-06-25`, with a clock time or without."""
    if groups.get("clock"):
        return Meaning("TIME", f"{groups['iso']}T{groups['clock']}")
    return Meaning("DATE", groups["iso"])


def numeric_day(groups: Groups, _: Context) -> Meaning | None:
    """`25.06.2024`, `25/6/2024`, `6/25/2024`; where day and month could be either, only the year is sure."""
    first, second, year = int(groups["first"]), int(groups["second"]), groups["year"]
    if groups["mark"] == "." or first > 12 or first == second:
        return _checked_day(year, second, first)
    return _checked_day(year, first, second) if second > 12 else Meaning("DATE", f"{year}-XX-XX")


def _checked_day(year: str, month: int, day: int) -> Meaning | None:
    try:
        return Meaning("DATE", date(int(year), month, day).isoformat())
    except ValueError:
        return None


def calendar_day(groups: Groups, context: Context) -> Meaning | None:
    """A day of a month; its year is given, or the nearest that fits the clause."""
    month, day = context.vocabulary.months[_word(groups["month"])].number, int(groups["day"])
    until = int(groups.get("last_day") or day)
    last_month = context.vocabulary.months[_word(groups.get("last_month") or groups["month"])].number

    def value(year: int) -> str:
        first, last = (f"{year:04}-{m:02}-{d:02}" for m, d in ((month, day), (last_month, until)))
        return first if first == last else f"{first}/{last}"

    if not _exists(month, day) or not _exists(last_month, until):
        return None
    if _EVERY_YEAR.search(context.before):
        return Meaning("SET", value(0).replace("0000", "XXXX"))
    if year := groups.get("year") or _year_ahead(context):
        return Meaning("DATE", value(int(year)))
    if groups.get("direction"):
        return counted(*_counted_year(groups, context), value(0).replace("0000", "XXXX"))
    pick = _nearest_year(lambda year: (year, month, day), context.heading)
    return counted(context.published, lambda day: value(pick(day)), value(0).replace("0000", "XXXX"))


def _exists(month: int, day: int) -> bool:
    return 1 <= day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)


def _year_ahead(context: Context) -> str | None:
    """The year that a following date gives to this one too: *from March to May 2014*."""
    months = context.vocabulary.pieces["month"]
    ahead = re.match(
        rf"\s*(?:-|–|to|and|until|through)\s+(?:\d+ )?(?:{months})(?: \d+)?,? ((?:1[5-9]|20)\d\d)\b", context.after
    )
    return ahead[1] if ahead else None


def _nearest_year(place: Callable[[int], tuple[int, ...]], heading: Heading) -> Callable[[date], int]:
    """The year in which a month or day of the year lies before, after or nearest to a day."""

    def pick(day: date) -> int:
        here = (day.year, day.month, day.day)[: len(place(day.year))]
        if heading == "past":
            return day.year - (place(day.year) > here)
        if heading == "future":
            return day.year + (place(day.year) < here)
        return min((day.year, day.year - 1, day.year + 1), key=lambda year: abs(_months_apart(place(year), day)))

    return pick


def _months_apart(place: tuple[int, ...], day: date) -> int:
    return (place[0] - day.year) * 12 + place[1] - day.month


def _counted_year(groups: Groups, context: Context) -> tuple[date | None, Callable[[date], str]]:
    """*last year*, *of this year*: the day it is counted from and the value of the year."""
    row = context.vocabulary.directions[_word(groups["direction"]).removeprefix("the ")]
    return context.day(row.counted_from), lambda day: f"{day.year + row.step:04}"


def _year_of(groups: Groups, context: Context) -> Meaning | None:
    """The year that the words give, openly or counted."""
    if groups.get("year"):
        return Meaning("DATE", groups["year"])
    return counted(*_counted_year(groups, context), "XXXX") if groups.get("direction") else None


def month(groups: Groups, context: Context) -> Meaning | None:
    """A month; its year is given, counted, or the nearest that fits the clause."""
    row = context.vocabulary.months[_word(groups["month"])]
    if ahead := _year_ahead(context):
        return Meaning("DATE", f"{ahead}-{row.number:02}")
    if year := _year_of(groups, context):
        return Meaning("DATE", f"{year.value}-{row.number:02}", year.anchor, year.open)
    pick = _nearest_year(lambda year: (year, row.number), context.heading)
    return counted(context.published, lambda day: f"{pick(day):04}-{row.number:02}", f"XXXX-{row.number:02}")


def bare_month(groups: Groups, context: Context) -> Meaning | None:
    """A month alone; one that is a word or name too needs a preposition before it."""
    row = context.vocabulary.months[_word(groups["month"])]
    if row.also_a_word and not _BEFORE_MONTH.search(context.before):
        return None
    named = re.match(r" (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][a-z]+", context.after)
    if named and not re.search(r"\b(?:in|since|by|last|next|this) $", context.before, re.IGNORECASE):
        return None
    return month(groups, context)


def directed_month(groups: Groups, context: Context) -> Meaning | None:
    """*last September*, *next May*: the nearest one outside the running month."""
    number = context.vocabulary.months[_word(groups["month"])].number
    step = context.vocabulary.directions[_word(groups["direction"]).removeprefix("the ")].step
    passed = (
        (lambda day: day.year - (number >= day.month)) if step < 0 else (lambda day: day.year + (number <= day.month))
    )
    year: Callable[[date], int] = (lambda day: day.year) if step == 0 else passed
    return counted(context.published, lambda day: f"{year(day):04}-{number:02}", f"XXXX-{number:02}")


def week_of_month(groups: Groups, context: Context) -> Meaning | None:
    """*the last week of March*: a week belongs to the month of its Thursday, a weekend to that of its Saturday."""
    inner = month(groups, context)
    if inner is None or inner.open:
        return inner
    unit = _base(groups, context)
    day = _nth_weekday(inner.value, 6 if unit == "weekend" else 4, _ordinal(groups["ordinal"]))
    return Meaning("DATE", unit_value(unit, day), inner.anchor) if day else None


def _nth_weekday(month: str, weekday: int, nth: int | None) -> date | None:
    """The nth Monday, Tuesday … of a month `2024-06`, the last one if `nth` is None; None if it has not so many."""
    first = date.fromisoformat(f"{month}-01")
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7)
    days = [day + timedelta(days=7 * number) for number in range(5)]
    days = [day for day in days if day.month == first.month]
    return days[-1] if nth is None else days[nth - 1] if nth <= len(days) else None


def weekday_of_month(groups: Groups, context: Context) -> Meaning | None:
    """*the first Monday of June*, *the last Friday of every month*."""
    number = context.vocabulary.weekdays[_word(groups["weekday"])].number
    if groups.get("unit"):
        return Meaning("SET", f"XXXX-WXX-{number}")
    inner = month(groups, context)
    if inner is None or inner.open:
        return inner
    day = _nth_weekday(inner.value, number, _ordinal(groups["ordinal"]))
    return Meaning("DATE", unit_value("day", day), inner.anchor) if day else None


def named_day(groups: Groups, context: Context) -> Meaning | None:
    """*9/11*, *the October 7 attacks*: a day of history, if the page is not older."""
    row = context.vocabulary.named_days[_word(groups["named_day"])]
    is_older = context.published is not None and context.published < row.day
    return None if is_older or not (row.alone or "noun" in groups) else Meaning("DATE", row.day.isoformat())


def week_of_day(groups: Groups, context: Context) -> Meaning | None:
    """*the week of June 3*."""
    inner = calendar_day(groups, context)
    if inner is None or inner.open:
        return inner
    return Meaning("DATE", unit_value("week", date.fromisoformat(inner.value)), inner.anchor)


def year(groups: Groups, context: Context) -> Meaning | None:
    """Four digits that are a year, and not a number of things (*2000 soldiers*) or of a thing (*Resolution 1701*)."""
    before, after = context.before, context.after
    if _AFTER_NUMBER.match(after) or _DESIGNATION.search(before):
        return None
    is_round = groups["year"].endswith("00")
    is_placed = _BEFORE_YEAR.search(before) or (not is_round and _BEFORE_ODD_YEAR.search(before))
    if re.match(r" [a-z]+s\b", after) and not is_placed:
        return None
    if int(groups["year"]) < 1990 and _NAME_BEFORE.search(before):
        return None
    return Meaning("DATE", groups["year"])


def short_year(groups: Groups, _: Context) -> Meaning | None:
    """*'82*."""
    number = int(groups["short"])
    return Meaning("DATE", f"{1900 + number if number > 40 else 2000 + number}")


def years(groups: Groups, _: Context) -> Meaning | None:
    """*2014–2016*, *2014-16*."""
    first, last = groups["year"], groups["last_year"]
    last = first[: 4 - len(last)] + last
    return Meaning("DATE", f"{first}/{last}") if int(first) < int(last) else None


def fiscal_year(groups: Groups, context: Context) -> Meaning | None:
    """*fiscal 2024*, *FY 2023-24*, *the last fiscal year*: a year whose first day each state sets for itself."""
    if groups.get("direction"):
        day, value = _counted_year(groups, context)
        return counted(day, lambda day: f"FY{value(day)}", "FYXXXX")
    first, last = groups["year"], groups.get("last_year", "")
    return Meaning("DATE", f"FY{first[: 4 - len(last)]}{last}")


def quarter(groups: Groups, context: Context) -> Meaning | None:
    """A quarter, of a year that is given, counted, or the nearest."""
    number = int(groups["number"]) if groups.get("number") else _ordinal(groups["ordinal"]) or 4
    if number > 4:
        return None
    inner = _part_of_year(groups, context, f"Q{number}", 3 * number - 2)
    return Meaning("DATE", f"FY{inner.value}", inner.anchor, inner.open) if groups.get("fiscal") else inner


def half(groups: Groups, context: Context) -> Meaning | None:
    """*the first half of 2024*, *H1 2024*."""
    number = int(groups["number"]) if groups.get("number") else 1 if groups["ordinal"].lower() == "first" else 2
    return _part_of_year(groups, context, f"H{number}", 6 * number - 5)


def season(groups: Groups, context: Context) -> Meaning | None:
    """A northern season; winter belongs to the year in which it begins."""
    row = context.vocabulary.seasons[_word(groups["season"])]
    if not groups.get("near"):
        return _part_of_year(groups, context, row.code, row.first_month)
    step = context.vocabulary.directions[_word(groups["near"])].step

    def year(day: date) -> int:
        """A season that is *this* runs or is nearest, the *last* is over, the *next* has not begun."""
        elapsed = day.month - row.first_month
        if step < 0:
            return day.year - (0 if elapsed >= _SEASON else 2 if elapsed + 12 < _SEASON else 1)
        if step > 0:
            return day.year + (elapsed >= 0)
        return day.year - (elapsed + 12 < _SEASON)

    return counted(context.published, lambda day: f"{year(day):04}-{row.code}", f"XXXX-{row.code}")


def _part_of_year(groups: Groups, context: Context, part: str, first_month: int) -> Meaning:
    if inner := _year_of(groups, context):
        return Meaning("DATE", f"{inner.value}-{part}", inner.anchor, inner.open)
    pick = _nearest_year(lambda year: (year, first_month), context.heading)
    return counted(context.published, lambda day: f"{pick(day):04}-{part}", f"XXXX-{part}")


def decade(groups: Groups, _: Context) -> Meaning | None:
    """*the 1990s*, *the '90s*, *the nineties*."""
    if groups.get("decade"):
        return Meaning("DATE", groups["decade"])
    short = groups.get("short") or groups.get("bare")
    number = int(short) if short else DECADES.index(groups["words"].lower()) + 2
    return Meaning("DATE", f"19{number}")


def century(groups: Groups, _: Context) -> Meaning | None:
    """*the 21st century*."""
    number = _ordinal(groups["ordinal"])
    return Meaning("DATE", f"{number - 1:02}") if number else None


def day_word(groups: Groups, context: Context) -> Meaning | None:
    """*today*, *yesterday*, *tomorrow morning*, *tonight*."""
    row = context.vocabulary.day_words[_word(groups["day_word"])]
    part = "NI" if _word(groups["day_word"]) == "tonight" else _part(groups, context)
    return _at(counted(context.published, lambda day: unit_value("day", moved(day, "day", row.step))), part)


def directed_part(groups: Groups, context: Context) -> Meaning | None:
    """A part of a day that is pointed at: *this morning*, *last night*, *that evening*."""
    row = context.vocabulary.directions[_word(groups["direction"]).removeprefix("the ")]
    return _at(
        counted(context.day(row.counted_from), lambda day: unit_value("day", moved(day, "day", row.step))),
        _part(groups, context),
    )


def overnight(_: Groups, context: Context) -> Meaning | None:
    """*overnight*: the night before the page's day."""
    return _at(counted(context.published, lambda day: unit_value("day", day)), "NI")


def _at(day: Meaning, part: str) -> Meaning:
    if not part:
        return day
    return Meaning("TIME", f"{day.value or 'XXXX-XX-XX'}T{part}", day.anchor, day.open)


def _part(groups: Groups, context: Context) -> str:
    return context.vocabulary.day_parts[_word(groups["day_part"])].code if groups.get("day_part") else ""


def weekday(groups: Groups, context: Context) -> Meaning | None:
    """A weekday: in the page's week by the clause, or the one that *last*, *next* or *last week* picks."""
    if _EVERY.search(context.before):
        return every_weekday(groups, context)
    number = context.vocabulary.weekdays[_word(groups["weekday"])].number
    return _at(
        counted(
            context.published,
            lambda day: unit_value("day", _weekday(number, day, groups, context)),
            f"XXXX-WXX-{number}",
        ),
        _part(groups, context),
    )


def _weekday(number: int, day: date, groups: Groups, context: Context) -> date:
    directions = context.vocabulary.directions
    if context.focus and _RANGE.search(context.before):
        return context.focus + timedelta(days=(number - context.focus.isoweekday()) % 7)
    if groups.get("week"):
        return moved(day, "week", directions[_word(groups["week"])].step) + timedelta(days=number - day.isoweekday())
    step = directions[_word(groups["direction"]).removeprefix("the ")].step if groups.get("direction") else 0
    back = (day.isoweekday() - number) % 7
    if step < 0 or (step == 0 and context.heading == "past"):
        return day - timedelta(days=back or (7 if step else 0))
    ahead = (number - day.isoweekday()) % 7
    if step > 0 or context.heading == "future":
        return day + timedelta(days=ahead or (7 if step else 0))
    return day - timedelta(days=back) if back <= ahead else day + timedelta(days=ahead)


def day_of_month(groups: Groups, context: Context) -> Meaning | None:
    """*on the 24th*: of the month that the clause looks to, or of *last* or *next* month."""
    number = int(groups["day"])
    direction = groups.get("direction")

    def value(page: date) -> str:
        if direction:
            step = context.vocabulary.directions[_word(direction).removeprefix("the ")].step
            first = moved(page.replace(day=1), "month", step)
            return unit_value("day", first.replace(day=number))
        firsts = (moved(page.replace(day=1), "month", step) for step in (0, -1, 1, -2, 2))
        days = [first.replace(day=number) for first in firsts if number <= monthrange(first.year, first.month)[1]]
        fitting = [day for day in days if (day <= page if context.heading == "past" else day >= page)]
        if context.heading == "unknown":
            fitting = days
        return unit_value("day", min(fitting or days, key=lambda day: abs(day - page)))

    if not 1 <= number <= 28 and direction:
        return None
    return counted(context.published, value) if 1 <= number <= 31 else None


def every_weekday(groups: Groups, context: Context) -> Meaning | None:
    """*on Fridays*, *every Friday*."""
    return Meaning("SET", f"XXXX-WXX-{context.vocabulary.weekdays[_word(groups['weekday'])].number}")


def holiday(groups: Groups, context: Context) -> Meaning | None:
    """A holiday; its year is given, counted or the nearest that fits."""
    row = context.vocabulary.holidays[_word(groups["holiday"])]
    if row.dates:
        return _listed_holiday(row, _year_of(groups, context), context)
    if inner := _year_of(groups, context):
        return inner if inner.open else Meaning("DATE", _holiday(row, int(inner.value)).isoformat(), inner.anchor)
    pick = _nearest_year(lambda year: _holiday(row, year).timetuple()[:3], context.heading)
    return counted(context.published, lambda day: _holiday(row, pick(day)).isoformat(), "XXXX-XX-XX")


def _listed_holiday(row: HolidayRow, inner: Meaning | None, context: Context) -> Meaning:
    """A holiday of a moon calendar, by the list of its days; of a year that the list does not have, the year alone."""
    if inner is not None:
        there = [day for day in row.dates if day.isoformat().startswith(f"{inner.value}-")]
        return replace(inner, value=there[0].isoformat()) if there else inner

    def value(page: date) -> str:
        back = context.heading == "past"
        fitting = [day for day in row.dates if context.heading == "unknown" or (day <= page if back else day >= page)]
        near = min(fitting or row.dates, key=lambda day: abs(day - page))
        return near.isoformat() if abs(near - page) < LONGEST_YEAR else "XXXX-XX-XX"

    return counted(context.published, value, "XXXX-XX-XX")


def _holiday(row: HolidayRow, year: int) -> date:
    if row.easter is not None:
        sunday: date = easter(year, EASTER_ORTHODOX if row.orthodox else EASTER_WESTERN)
        return sunday + timedelta(days=row.easter)
    if row.nth:
        return _nth_weekday(f"{year:04}-{row.month:02}", row.weekday, row.nth) or date(year, row.month, 1)
    return date(year, row.month, row.day)


def weekend(_: Groups, context: Context) -> Meaning | None:
    """*the weekend*: the running one on a Saturday or Sunday, else the last or next by the clause."""

    def value(day: date) -> str:
        back = context.heading == "past" and day.isoweekday() < 6
        return unit_value("weekend", day - timedelta(days=7) if back else day)

    return counted(context.published, value)


def directed_unit(groups: Groups, context: Context) -> Meaning | None:
    """*last week*, *this year*, *the following month*."""
    row = context.vocabulary.directions[_word(groups["direction"]).removeprefix("the ")]
    unit, factor = _unit(groups, context)
    if unit in _CLOCK_LETTERS or _is_plural(groups, context) or (unit == "week" and factor == 2):
        return None
    unit = {1: unit, 10: "decade", 100: "century"}[factor]
    start: CountedFrom = row.counted_from
    if _word(groups["direction"]) == "the next" and context.heading == "past":  # they met, and the next day he left
        start = "text"
        if not any(focus.granularity == unit or unit == "day" for focus in context.focuses):
            return Meaning("DATE", "", open=True)
    if start == "text" and row.step >= 0 and not context.focuses:  # *that day*, and no day before it
        return Meaning("DATE", "", open=True)
    return counted(context.day(start, unit), lambda day: unit_value(unit, moved(day, unit, row.step)))


def running_unit(groups: Groups, context: Context) -> Meaning | None:
    """*earlier in the day*, *later in the year*, *the end of the month*: the unit around the text's day."""
    unit = _base(groups, context) if groups.get("unit") else "year"
    return counted(context.running(unit), lambda day: unit_value(unit, day))


def unit_but_one(groups: Groups, context: Context) -> Meaning | None:
    """*the week before last*, *the month after next*."""
    unit, step = _base(groups, context), 2 if _word(groups["turn"]) == "after next" else -2
    return counted(context.published, lambda day: unit_value(unit, moved(day, unit, step)))


def part_of_running_day(groups: Groups, context: Context) -> Meaning | None:
    """*at dawn*, *in the early hours*: of the day that stands beside it, or of the text's."""
    if "the" not in groups and groups["day_part"] == "night":  # convoys move at night
        return None
    day = counted(context.running("day"), lambda day: unit_value("day", day))
    return _at(day, _part(groups, context))


def span_from_here(groups: Groups, context: Context) -> Meaning | None:
    """*the past three years*, *the next six months*: as long as that, up to the page's day or from it on."""
    step = context.vocabulary.directions[_word(groups["direction"]).removeprefix("the ")].step
    length = duration(groups, context)
    if length is None or step == 0 or context.published is None or "X" in length.value:
        return length if step else None
    unit, factor = _unit(groups, context)
    number = context.vocabulary.number(groups.get("number") or "one") or 1
    if unit in _CLOCK_LETTERS:
        unit, factor, number = "day", 1, ceil(number / {"hour": 24, "minute": 1440, "second": 86400}[unit])
    far = moved(context.published, unit, step * int(number * factor))
    days = (min(far, context.published), max(far, context.published))
    return Meaning("DURATION", length.value, context.published, days=days)


def vague_span(groups: Groups, context: Context) -> Meaning | None:
    """*recent years*, *the coming weeks*."""
    if not _is_plural(groups, context):
        return None
    ahead = _word(groups["near"]) in ("coming", "next", "following", "upcoming")
    return Meaning("DATE", "FUTURE_REF" if ahead else "PAST_REF")


def shifted(groups: Groups, context: Context) -> Meaning | None:
    """*three weeks ago*, *two days later*, *a year earlier*: counted in the unit that the words use."""
    turn = groups["turn"].lower()
    unit, factor = _unit(groups, context)
    if not groups.get("number") and not groups.get("alone") and not _is_plural(groups, context):
        return None
    number: float | None = None if _is_plural(groups, context) else 1
    if groups.get("number"):
        number = context.vocabulary.number(groups["number"])
    number = None if number is None else number + 0.5 * bool(groups.get("half"))
    ahead = turn in ("later", "after", "from now", "hence", "on", "time")
    if number is None or unit in _CLOCK_LETTERS:
        return Meaning("DATE", "FUTURE_REF" if ahead else "PAST_REF")
    start = context.day("page" if turn in ("ago", "from now", "hence", "time") else "text", _base(groups, context))
    steps = int(number * factor) * (1 if ahead else -1)
    if number != int(number):
        unit, steps = "month", int(number * 12 * factor) * (1 if ahead else -1)
    said_in = "day" if groups.get("today") else unit  # ten years ago today
    return counted(start, lambda day: unit_value(said_in, moved(day, unit, steps)))


def duration(groups: Groups, context: Context) -> Meaning | None:
    """*three days*, *several weeks*, *half an hour*, *decades*; a number nobody counted is X."""
    unit, factor = _unit(groups, context)
    words = groups.get("number")
    number = context.vocabulary.number(words) if words else None if _is_plural(groups, context) else 1
    if words and not _agree(words, number, groups, context):
        return None
    number = number + 0.5 if number is not None and groups.get("half") else number
    if number is not None and number != int(number) and unit in ("year", "hour"):
        unit, factor = ("month", 12 * factor) if unit == "year" else ("minute", 60)
    count = "X" if number is None else f"{number * factor:g}"
    if words in ("a", "an") and re.search(_QUANTITY, context.before, re.IGNORECASE):
        return Meaning("SET", f"P{count}{_LETTERS.get(unit, 'T' + unit[0].upper())}")
    if unit in _CLOCK_LETTERS:
        return Meaning("DURATION", f"PT{count}{_CLOCK_LETTERS[unit]}")
    return Meaning("DURATION", f"P{count}{_LETTERS[unit]}")


def _agree(words: str, number: float | None, groups: Groups, context: Context) -> bool:
    """Whether number and unit fit: *a day*, *two days*, *two-day*; *a second* is an ordinal."""
    if groups.get("joint") == "-":
        return True
    plural = _is_plural(groups, context)
    if number is not None and number > 1 and not plural and re.match(r" [a-z]", context.after):  # a 20 year low
        return words[0].isdigit()
    if words.lower() in ("a", "an") and _unit(groups, context)[0] == "second":
        return False
    return plural if number is None or number > 1 else not plural or number not in (0.5, 1)


def long(groups: Groups, context: Context) -> Meaning | None:
    """*week-long*, *decades-old*, *for decades*, *months of*."""
    return duration({key: text for key, text in groups.items() if key != "number"}, context)


def plural_only(groups: Groups, context: Context) -> Meaning | None:
    """*for decades*: a plural unit alone after a preposition."""
    return duration(groups, context) if _is_plural(groups, context) else None


def every_unit(groups: Groups, context: Context) -> Meaning | None:
    """*every day*, *per year*, *twice a week*, *every two weeks*."""
    number = {"number": groups["number"]} if groups.get("number") else {}
    length = duration({"unit": groups["unit"], "joint": "-", **number}, context)
    return (
        Meaning("SET", length.value.replace("P1", "P2") if length and groups.get("other") else length.value)
        if length
        else None
    )


def frequency(groups: Groups, context: Context) -> Meaning | None:
    """*daily*, *annual*; a capital inside a sentence is a name (*China Daily*)."""
    if groups["frequency"][0].isupper() and context.before.strip():
        return None
    return Meaning("SET", context.vocabulary.frequencies[_word(groups["frequency"])].value)


def reference(groups: Groups, context: Context) -> Meaning | None:
    """*now*, *recently*, *soon*; *as soon as* is none."""
    if groups["reference"].lower() == "soon" and re.match(r" (?:as|after)\b", context.after):
        return None
    return Meaning("DATE", context.vocabulary.references[_word(groups["reference"])].value)


def clock(groups: Groups, context: Context) -> Meaning | None:
    """*10:30 GMT*, *3 p.m.*, *noon*: on the page's day unless a day stands beside it."""
    if word := groups.get("word"):
        time = "12:00" if word.lower() == "noon" else "24:00"
    else:
        hour, minute = int(groups["hour"]), groups.get("minute") or "00"
        half = (groups.get("half") or "").lower()[:1]
        hour = hour % 12 + 12 * (half == "p") if half else hour
        time = f"{hour:02}:{minute}"
    zulu = "Z" if (groups.get("zone") or "").upper() in ("GMT", "UTC", "Z") else ""
    return _at(counted(context.published, lambda day: unit_value("day", day)), time + zulu)


def _word(words: str) -> str:
    return " ".join(words.lower().rstrip(".").split())


def _unit(groups: Groups, context: Context) -> tuple[str, int]:
    row = context.vocabulary.units[_word(groups["unit"])]
    return row.base, row.factor


def _base(groups: Groups, context: Context) -> str:
    unit, factor = _unit(groups, context)
    return {1: unit, 10: "decade", 100: "century"}.get(factor, unit)


def _is_plural(groups: Groups, context: Context) -> bool:
    return _word(groups["unit"]) != context.vocabulary.units[_word(groups["unit"])].words[0]


def _ordinal(words: str) -> int | None:
    """*third*, *21st*; None for *last* and *final*."""
    words = words.lower()
    if words in ORDINALS:
        return ORDINALS.index(words) + 1
    if words == "twenty-first":
        return 21
    return int(re.sub(r"\D", "", words)) if words[0].isdigit() else None


MEANINGS: Mapping[str, Callable[[Groups, Context], Meaning | None]] = {
    function.__name__: function
    for function in (
        iso_day, numeric_day, named_day, calendar_day, month, bare_month, directed_month, week_of_month,
        weekday_of_month, week_of_day, year, short_year, years, fiscal_year, quarter, half, season, decade, century,
        day_word, directed_part, overnight, weekday, day_of_month, every_weekday, holiday, weekend, directed_unit,
        running_unit, unit_but_one, part_of_running_day, span_from_here, vague_span, shifted, duration, long,
        plural_only, every_unit, frequency, reference, clock,
    )
}  # fmt: skip
