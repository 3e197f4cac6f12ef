"""Lines of a page that are not its article: buttons, pleas, links to other stories, credits, captions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.intake.schema import Furniture, line_pattern, rows

LONGEST_LINK = 150
"""In characters."""

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


@dataclass(frozen=True, slots=True)
class _Rule:
    """A `Furniture` entry made ready for matching."""

    phrases: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]
    longest: int
    opens_links: bool

    def knows(self, line: str, bare: str) -> bool:
        return len(line) <= self.longest and (
            bare in self.phrases or any(pattern.fullmatch(line) for pattern in self.patterns)
        )


def is_furniture(line: str) -> bool:
    """Whether the whole line is page furniture; a line of nothing but signs is furniture too."""
    bare = _bare(line)
    return not bare or any(rule.knows(line, bare) for rule in _rules())


def opens_links(line: str) -> bool:
    """Whether the line is the heading of a list of links to other stories."""
    bare = _bare(line)
    return any(rule.opens_links and rule.knows(line, bare) for rule in _rules())


def looks_like_link(line: str) -> bool:
    """Whether the line may be a headline in a list of links: short, and no sentence, but perhaps a question."""
    return len(line) <= LONGEST_LINK and not line.endswith((".", "!", ":", '"', "”", "…"))


def matches(rule: Furniture, line: str) -> bool:
    """Whether the rule knows the whole line."""
    return _ready(rule).knows(line, _bare(line))


def _bare(line: str) -> str:
    """The line without case and without signs at its ends."""
    return " ".join(_EDGES.sub("", line).casefold().split())


def _ready(rule: Furniture) -> _Rule:
    return _Rule(
        frozenset(map(_bare, rule.phrases)),
        tuple(map(line_pattern, rule.patterns)),
        rule.longest,
        rule.opens_links,
    )


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(map(_ready, rows("furniture.toml", "furniture", Furniture)))
