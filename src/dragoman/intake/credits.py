"""Who is credited: bylines and news agencies."""

from __future__ import annotations

import re
from functools import cache

from dragoman.intake.schema import Agency, rows

_WORD = r"[A-Z][\w.’'-]*"
_NAME = rf"{_WORD}(?: (?:{_WORD}|de|van|der|von|bin|al|el|la)){{0,4}}"
_BYLINE = re.compile(
    rf"(?:By|BY|Written by|Reported by|Story by|Words by|Author:)[: ]\s?"
    rf"(?P<names>{_NAME}(?:(?:, | and | & ){_NAME}){{0,5}})"
    r"\s*(?:[|,/•·–—-]\s*(?P<rest>[^|]{0,60}))?"
)
LONGEST_CREDIT = 160
_CREDIT_WORDS = re.compile(
    r"\b(?:with|additional|some|inputs?|reporting|information|material|contributions?|agency|agencies|agence|feeds?|news|service|wire|wires"
    r"|from|by|the|and|this|story|was|originally|published|source|sources|sourced|via|courtesy|credit|copyright|end|staff|all|rights|reserved"
    r"|\d{4})\b",
    re.IGNORECASE,
)
LONGEST_TAG = 80
_CONTRIBUTION = re.compile(
    r"\b(?:with|inputs?|contribut\w+|additional|agencies|some (?:material|information|reporting))\b", re.IGNORECASE
)
_TAG_AT_END = re.compile(r"(?<=[.!?\"”’])\s*[(\[]([^()\[\]]{2,60})[)\]]$")


def read_byline(line: str) -> str | None:
    """The names in a line that is a byline (*By Jane Roe and John Doe | June 25*), None for any other line."""
    match = _BYLINE.fullmatch(line) if len(line) <= LONGEST_CREDIT else None
    return match["names"].strip(" .,") if match else None


def find_agency(words: str) -> str | None:
    """The agency that the words of a tag or credit name first, None without one."""
    match = _agencies().search(words)
    return _names()[match[0].casefold()] if match else None


def is_agency(words: str) -> bool:
    """Whether the words are the name of an agency and nothing else."""
    return _agencies().fullmatch(words) is not None


def read_credit(line: str) -> str | None:
    """The agency of a line that does nothing but credit it (*With inputs from AFP*), None for any other line."""
    if len(line) > LONGEST_CREDIT or not (agency := find_agency(line)):
        return None
    return None if _left_of_credit(line) else agency


def is_contribution(line: str) -> bool:
    """Whether a credit is for material only (*With inputs from AFP*): the text itself is the page's own."""
    return len(line) <= LONGEST_CREDIT and _CONTRIBUTION.search(line) is not None


def tag_at_end(paragraph: str) -> tuple[int, str] | None:
    """Where the credit behind the last sentence begins, and its words (*… on Tuesday. (ANI)*, *(With AFP)*)."""
    match = _TAG_AT_END.search(paragraph, max(0, len(paragraph) - LONGEST_TAG))
    if match is None:
        return None
    words = match[1]
    unnamed = _CONTRIBUTION.search(words) is not None and not _left_of_credit(words)
    return (match.start(), words) if unnamed or read_credit(words) else None


def _left_of_credit(line: str) -> bool:
    """Whether anything is left of the line without agencies and the words of credits."""
    left = _CREDIT_WORDS.sub(" ", _agencies().sub(" ", line))
    return any(char.isalnum() for char in left)


@cache
def _names() -> dict[str, str]:
    return {
        form.casefold(): row.name for row in rows("agencies.toml", "agency", Agency) for form in (row.name, *row.forms)
    }


@cache
def _agencies() -> re.Pattern[str]:
    # Case counts for the short ones (AP, PA), which are words or syllables otherwise.
    longest_first = sorted(
        {form for row in rows("agencies.toml", "agency", Agency) for form in (row.name, *row.forms)},
        key=len,
        reverse=True,
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
