"""What is no part of an article by where it stands: captions by their credit, labels above it, links below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.intake.furniture import is_furniture, opens_links

LONG = 100
"""A paragraph of so many characters is the article's own."""

LONGEST_CAPTION = 250
LABEL_WORDS = 3
"""Above the first paragraph, a line of so many words is a label of the page (*My News*)."""

LINK_WORDS = 6
"""Below the last paragraph, a line of so many words is a link."""

_ENDS = (".", "!", "?", ":", ";", ",", '"', "”", "’", "'", ")", "…")
_CAPTION_LABEL = re.compile(r"(?:image|media|photo|picture|video) caption ?[,:]?", re.IGNORECASE)
_SUMMARY = re.compile(r"(?:summary|key points|highlights|in short|at a glance)\W?", re.IGNORECASE)
_AGENCY = r"(?:getty(?: images)?|ap photo|epa(?:-efe)?|shutterstock|alamy(?: stock photo)?|istock(?:photo)?)"
_PICTURE_CREDIT = re.compile(
    rf"(?:[\w .’'-]{{2,40}}/ ?)?{_AGENCY}(?: ?/ ?[\w .’'-]{{2,40}})?|[\w .’'-]{{2,40}} (?:via|for) getty(?: images)?",
    re.IGNORECASE,
)
_ROW = re.compile(r"\s+[|·•>»]\s+")


def surroundings(lines: Sequence[str]) -> frozenset[int]:
    """Which of the lines stand around the article and are none of it; the first line is its title."""
    bodies = [index for index, line in enumerate(lines) if len(line) >= LONG and index]
    if not bodies:
        return frozenset()
    first, last = bodies[0], bodies[-1]
    found = {index for index in range(1, len(lines)) if _is_caption(lines, index) or _is_row(lines[index])}
    found |= {index for index in range(1, first) if _is_short(lines[index], LABEL_WORDS)}
    summary = next((index for index in range(1, first) if _SUMMARY.fullmatch(lines[index])), first)
    found |= {index for index in range(summary, first) if not lines[index].endswith(_ENDS)}
    found |= {index for index in range(last + 1, len(lines)) if _is_short(lines[index], LINK_WORDS)}
    return frozenset(found)


def _is_caption(lines: Sequence[str], index: int) -> bool:
    """What stands behind *Image caption*, or right above whose picture it is."""
    line = lines[index]
    if len(line) > LONGEST_CAPTION or line == lines[0]:
        return False
    if _CAPTION_LABEL.fullmatch(lines[index - 1]):
        return True
    credited = index + 1 < len(lines) and _PICTURE_CREDIT.fullmatch(lines[index + 1]) is not None
    return credited and not line.endswith((".", "!", "?", ":", '"', "”"))


def _is_row(line: str) -> bool:
    """*Legal | Privacy policy | Sign up*: short words in a row, of which one is known for what it is."""
    parts = [part for part in _ROW.split(line) if part]
    short = len(parts) > 1 and all(len(part.split()) <= LINK_WORDS for part in parts)
    return short and any(is_furniture(part) or opens_links(part) for part in parts)


def _is_short(line: str, words: int) -> bool:
    return len(line.split()) <= words and not line.endswith(_ENDS)
