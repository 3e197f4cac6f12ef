"""Lines of a page that are not its article: buttons, pleas, links to other stories, credits, captions."""

from __future__ import annotations

import re
from functools import cache

from dragoman.intake.schema import Furniture, rows

LONGEST_LINK = 150
"""In characters."""

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


def is_furniture(line: str) -> bool:
    """Whether the whole line is page furniture; a line of nothing but signs is furniture too."""
    return not _bare(line) or any(matches(rule, line) for rule in rows("furniture.toml", "furniture", Furniture))


def opens_links(line: str) -> bool:
    """Whether the line is the heading of a list of links to other stories."""
    return any(matches(rule, line) for rule in rows("furniture.toml", "furniture", Furniture) if rule.opens_links)


def looks_like_link(line: str) -> bool:
    """Whether the line may be a headline in a list of links: short, and no sentence."""
    return len(line) <= LONGEST_LINK and not line.endswith((".", "!", "?", ":", '"', "”", "…"))


def matches(rule: Furniture, line: str) -> bool:
    """Whether the rule knows the whole line."""
    if len(line) > rule.longest:
        return False
    if _bare(line) in _phrases(rule):
        return True
    return any(pattern.fullmatch(line) for pattern in _patterns(rule))


def _bare(line: str) -> str:
    # Two anchored substitutions, each linear: signs at the ends do not make another line of it.
    return " ".join(_EDGES.sub("", line).casefold().split())


@cache
def _phrases(rule: Furniture) -> frozenset[str]:
    return frozenset(_bare(phrase) for phrase in rule.phrases)


@cache
def _patterns(rule: Furniture) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\W{{0,5}}(?:{pattern})\W{{0,5}}", re.IGNORECASE) for pattern in rule.patterns)
