"""Datelines (*SEOUL, June 25 (Reuters) - …*) and lines that only say when a page was published.

A dateline is read as place, agency and day and taken out of the running text, where a parser would take
it for a second subject. What opens a paragraph like one but names no place (*BREAKING: …*) stays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from dragoman.intake.credits import find_agency, is_agency
from dragoman.intake.days import WrittenDay, find_day, find_numeric_day
from dragoman.intake.schema import DatelinePlaces, Label, RecordWords, rows

LONGEST_HEAD = 90
"""No dateline is longer than this; only so many characters of a paragraph are looked at."""

SHORTEST_REST = 30
"""What follows a dateline is a sentence, not the value of a label."""

_SEPARATOR = re.compile(r"\s*(?:—|--+)\s*|\s+[-–]\s+|(?<=\))\s*[-–]\s*|:\s+|(?<=(?:\w/|.\)))\.?\s+")
_BRACKETS = re.compile(r"\(([^()]*)\)|/([^/]*)/|\[([^\[\]]*)\]")
_OPENING = re.compile(r"""["'“‘«(\[]?[A-Z0-9]""")
_PLACE_WORD = re.compile(r"[A-Z][\w.’'-]*")
_BYLINE_BEFORE = re.compile(r"^By (?:[A-Z][\w’'-]+ ?){1,4}[.,]\s+(?=[A-Z]{3})")
"""Who wrote it, in front of the place: *By Our Correspondent. THE HAGUE, Sept 4*."""

_SET_APART = re.compile(r"(?:[|–—(,:•·/]|\s--?)\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?$", re.IGNORECASE)
_SMALL_WORDS = {"of", "and", "de", "la", "el", "al", "the", "on", "in", "du", "da", "di", "le"}


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands in front of a story, which itself begins at `end`."""

    end: int
    place: str | None
    agency: str | None
    day: WrittenDay | None


def read_dateline(paragraph: str, start: int = 0) -> Dateline | None:
    """The dateline that stands in the paragraph at `start`, None without one."""
    window = paragraph[start : start + LONGEST_HEAD]
    for separator in _SEPARATOR.finditer(window):
        body = start + separator.end()
        if len(paragraph) - body < SHORTEST_REST or not _OPENING.match(paragraph, body):
            continue
        found = _read_head(window[: separator.start()], colon=separator[0].startswith(":"))
        if found:
            place, agency, day = found
            return Dateline(body, place, agency, day)
    return None


def _read_head(head: str, *, colon: bool) -> tuple[str | None, str | None, WrittenDay | None] | None:
    tags = [next(filter(None, match.groups()), "") for match in _BRACKETS.finditer(head)]
    bare = _BYLINE_BEFORE.sub("", _BRACKETS.sub("", head))
    in_head = find_day(bare)
    if in_head:
        bare = bare[: in_head.start] + bare[in_head.end :]
    *parts, last = (part.strip(" ,.;") for part in re.split(r"[,.]\s+", bare.strip(" ,.;")))
    if is_agency(last):  # *Accra, June 25, GNA - …*
        tags.append(last)
        last = ""
    agency = next(filter(None, map(find_agency, tags)), None)
    day = in_head or next(filter(None, map(find_day, tags)), None)
    place = ", ".join(filter(None, [*parts, last]))
    if not place:
        return (None, agency, day) if agency else None
    sure = agency is not None or day is not None or (bool(tags) and place.isupper())
    return (place, agency, day) if _is_place(place, sure=sure, colon=colon) else None


def read_place_line(line: str) -> Dateline | None:
    """A line that is a dateline and nothing else: a known place and a day with its year.

    *Brussels, 3 August 2023*, *Press release, Brussels, 3 August 2023*.
    """
    if len(line) > LONGEST_HEAD or not (day := find_day(line)) or day.date() is None or line[day.end :].strip(" ."):
        return None
    parts = (part.strip() for part in line[: day.start].strip(" ,.–—-").split(","))
    place = ", ".join(part for part in parts if not set(part.casefold().split()) <= _record_words())
    return Dateline(len(line), place, None, day) if place and _is_place(place, sure=False, colon=True) else None


def day_of_record(title: str) -> date | None:
    """The day of what a title names a record of: *Press Briefing – March 14, 2024*, *Weekly digest | 3 May 2024*.

    It stands at the end, set apart; other titles may name any day (*Remembering D-Day – June 6, 1944*).
    """
    day = find_day(title)
    if day is None or title[day.end :].strip(" .)]") or not _SET_APART.search(title[: day.start]):
        return None
    words = set(re.findall(r"[^\W\d_]+", title[: day.start].casefold()))
    return day.date() if words & _record_words() else None


@cache
def _record_words() -> frozenset[str]:
    return frozenset(word for row in rows("datelines.toml", "record", RecordWords) for word in row.words)


def _is_place(words: str, *, sure: bool, colon: bool) -> bool:
    """Whether the words are a dateline's place; `sure` says that an agency or a day stands beside them."""
    first, *others = (part.strip() for part in words.split(","))
    if first.casefold() in _labels() or not all(map(_looks_like_name, (first, *others))) or len(others) > 2:
        return False
    known = all(city.casefold() in _places() for city in first.split("/"))
    in_capitals = first.isupper() and len(first) > 3 and "." not in first
    # In front of a colon, capitals alone may be a speaker's label in a transcript.
    return known or sure or (in_capitals and (bool(others) or not colon))


def _looks_like_name(part: str) -> bool:
    names = part.replace("/", " ").split()
    return 1 <= len(names) <= 5 and all(_PLACE_WORD.fullmatch(name) or name in _SMALL_WORDS for name in names)


@cache
def _places() -> frozenset[str]:
    return frozenset(
        place.casefold() for row in rows("datelines.toml", "places", DatelinePlaces) for place in row.places
    )


@cache
def _labels() -> frozenset[str]:
    return frozenset(word.casefold() for row in rows("datelines.toml", "label", Label) for word in row.words)


_DATE_LINE_WORDS = re.compile(
    r"\b(?:(?:first |last |originally )?(?:published|posted|updated|modified|issued|created|released|edited)"
    r"|publication|issue|release|date|dated|time|on|of|at|in"
    r"|(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|[ap]\.?m\.?|(?:gmt|utc)(?: ?[+-] ?\d{1,2}(?::?\d\d)?)?|[aceijkmpwn]{1,2}[ds]?t|est|bst|hrs?|hours"
    r"|\d{1,3} ?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago"
    r"|\d{1,2} ?-?min(?:ute)?s? read)\b\.?"
    r"|(?<!\d)\d{1,2}[:.]\d\d(?:[:.]\d\d)?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:publish|post|updat|modif|issu|creat|releas|edit)ed\b|\b(?:ago|read)\b"
    r"|\bpublication date\b|\bdate of (?:issue|release|publication)\b",
    re.IGNORECASE,
)
_UPDATE = re.compile(r"\W{0,3}(?:last |first )?(?:updated|modified|edited)\b", re.IGNORECASE)
LONGEST_DATE_LINE = 140


def read_date_line(line: str) -> tuple[WrittenDay, ...] | None:
    """The days of a line that says nothing but when the page was made; None for any other line."""
    if len(line) > LONGEST_DATE_LINE:
        return None
    days: list[WrittenDay] = []
    rest = line
    while day := find_day(rest):
        days.append(day)
        rest = f"{rest[: day.start]} {rest[day.end :]}"
    timed = bool(days) or "ago" in rest.casefold()
    while numeric := find_numeric_day(rest):
        start, end, numbered = numeric
        days += [numbered] if numbered is not None else []
        rest, timed = f"{rest[:start]} {rest[end:]}", True
    left = _DATE_LINE_WORDS.sub(" ", rest)
    return tuple(days) if timed and not any(char.isalnum() for char in left) else None


def first_date(days: tuple[WrittenDay, ...]) -> date | None:
    """The first of the days that has a year."""
    return next((found for day in days if (found := day.date())), None)


def is_bare_date(date_line: str) -> bool:
    """Whether the line does not say what its day is the day of: it may head a part of a chronology."""
    return _LABEL.search(date_line) is None


def is_update(date_line: str) -> bool:
    """Whether the line gives the day of a change and not of publication."""
    return _UPDATE.match(date_line) is not None
