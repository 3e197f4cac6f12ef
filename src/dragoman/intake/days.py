"""Explicit calendar days in datelines, date lines and addresses. Nothing relative, nothing ambiguous."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?<!\d)(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)(?!\d)"
WRITTEN_DAY = re.compile(
    rf"{_YEAR.format('y1')}-(?P<n1>[01]\d)-(?P<d1>[0-3]\d)(?!\d)"
    rf"|\b{_MONTH.format('m2')}\s{_DAY.format('d2')}(?:,?\s{_YEAR.format('y2')})?"
    rf"|{_DAY.format('d3')}\s{_MONTH.format('m3')}(?:,?\s{_YEAR.format('y3')})?",
    re.IGNORECASE,
)
MONTHS_A_YEAR = 12
_NUMERIC_DAY = re.compile(
    r"(?<![\d./-])(?P<a>[0-3]?\d)(?P<sign>[./-])(?P<b>[0-3]?\d)(?P=sign)(?P<y>(?:19|20)\d\d)(?![\d/-]|\.\d)"
)
_IN_ADDRESS = (
    re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>[01]?\d|[a-z]{3})[/-](?P<d>[0-3]?\d)(?=[/-]|$)", re.IGNORECASE),
    re.compile(r"[/-](?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?=[/.-]|$)"),
)


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day as it is written at `start:end`; `year` is None where the words do not give it."""

    start: int
    end: int
    year: int | None
    month: int
    day: int

    def date(self) -> date | None:
        """The calendar day, None without a year and for days that do not exist."""
        return None if self.year is None else _day(self.year, self.month, self.day)


def find_day(text: str) -> WrittenDay | None:
    """The first explicit day in the text: *June 25, 2024*, *25 June*, *2024-06-25*."""
    match = WRITTEN_DAY.search(text)
    if match is None:
        return None
    found = {name[0]: value for name, value in match.groupdict().items() if value}
    month = int(found["n"]) if "n" in found else MONTHS.index(found["m"][:3].lower()) + 1
    year = int(found["y"]) if "y" in found else None
    return WrittenDay(match.start(), match.end(), year, month, int(found["d"]))


def find_numeric_day(text: str) -> tuple[int, int, WrittenDay | None] | None:
    """Where the first day in numbers with its year stands, and the day (*28.11.2023*, *29/01/2024*).

    Dots put the day first; with slashes or hyphens the day is None where both numbers could be the month.
    """
    match = _NUMERIC_DAY.search(text)
    if match is None:
        return None
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    day_first = match["sign"] == "." or first > MONTHS_A_YEAR or first == second
    if not day_first and second <= MONTHS_A_YEAR:
        return match.start(), match.end(), None
    day, month = (first, second) if day_first else (second, first)
    return match.start(), match.end(), WrittenDay(match.start(), match.end(), year, month, day)


def day_in_address(url: str) -> date | None:
    """The day in the path of an address (`/2024/06/25/`, `/2024/jun/25/`, `-20240625.`), None without one."""
    for pattern in _IN_ADDRESS:
        for match in pattern.finditer(url):
            month = match["m"].lower()
            number = int(month) if month.isdigit() else MONTHS.index(month) + 1 if month in MONTHS else 0
            if found := _day(int(match["y"]), number, int(match["d"])):
                return found
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
