"""TIMEX3 values and the days they mean: `2024-W25` is 17 to 23 June 2024."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SHAPES = tuple(
    (granularity, re.compile(shape))
    for granularity, shape in (
        ("day", r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?"),
        ("month", r"(\d{4})-(\d\d)"),
        ("week", r"(\d{4})-W(\d\d)"),
        ("weekend", r"(\d{4})-W(\d\d)-WE"),
        ("quarter", r"(\d{4})-Q([1-4])"),
        ("half", r"(\d{4})-H([12])"),
        ("season", r"(\d{4})-(SP|SU|FA|WI)"),
        ("year", r"(\d{4})"),
        ("decade", r"(\d{3})"),
        ("century", r"(\d\d)"),
    )
)
Days = tuple[date, date]


def days_of(value: str) -> Days | None:
    """First and last day of a TIMEX3 date or interval (`a/b`); None for durations, references and open values."""
    if "/" in value:
        first, last = (days_of(part) for part in value.split("/", 1))
        return (first[0], last[1]) if first and last else None
    for granularity, shape in _SHAPES:
        if found := shape.fullmatch(value):
            try:
                return _days(granularity, found.groups())
            except (ValueError, OverflowError):
                return None
    return None


def granularity_of(value: str) -> str | None:
    """How fine a date is: day, week, weekend, month, quarter, half, season, year, decade, century, interval."""
    if "/" in value:
        return "interval"
    return next((granularity for granularity, shape in _SHAPES if shape.fullmatch(value)), None)


def _days(granularity: str, parts: tuple[str, ...]) -> Days:
    number = int(parts[0])
    if granularity == "day":
        day = date(number, int(parts[1]), int(parts[2]))
        return day, day
    if granularity in ("week", "weekend"):
        week = int(parts[1])
        return date.fromisocalendar(number, week, 6 if granularity == "weekend" else 1), date.fromisocalendar(
            number, week, 7
        )
    if granularity in ("decade", "century"):
        width = 10 if granularity == "decade" else 100
        return date(number * width, 1, 1), date(number * width + width - 1, 12, 31)
    first, length = _months(granularity, parts[1:])
    return _month_run(number, first, length)


def _months(granularity: str, parts: tuple[str, ...]) -> tuple[int, int]:
    """First month and number of months inside a year."""
    if granularity == "year":
        return 1, 12
    if granularity == "month":
        return int(parts[0]), 1
    if granularity == "season":
        return _SEASONS[parts[0]], 3
    length = 3 if granularity == "quarter" else 6
    return length * (int(parts[0]) - 1) + 1, length


def _month_run(year: int, first: int, length: int) -> Days:
    start = date(year, first, 1)
    end = moved(start, "month", length - 1)
    return start, end.replace(day=monthrange(end.year, end.month)[1])


def moved(day: date, unit: str, number: int) -> date:
    """The day `number` units later (negative: earlier); months keep the day of the month where it exists."""
    if unit in ("day", "week", "weekend"):
        return day + timedelta(days=number * (1 if unit == "day" else 7))
    months = number * {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}[unit]
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def unit_value(unit: str, day: date) -> str:
    """The TIMEX3 value of the day, week, month … in which `day` lies."""
    year, week, _ = day.isocalendar()
    return {
        "day": day.isoformat(),
        "week": f"{year:04}-W{week:02}",
        "weekend": f"{year:04}-W{week:02}-WE",
        "month": f"{day.year:04}-{day.month:02}",
        "quarter": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "half": f"{day.year:04}-H{(day.month + 5) // 6}",
        "year": f"{day.year:04}",
        "decade": f"{day.year // 10:03}",
        "century": f"{day.year // 100:02}",
    }[unit]
