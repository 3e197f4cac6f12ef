"""Who a report comes from in the first place, so that one voice heard ten times counts once.

The innermost speaker is the source of what stands in a statement. Where nobody is named, it is the outlet nearest to
the words; where nobody is quoted at all, the page's agency, else its publisher. The organs of one state are one
source. Outlets that print the same text are one, and so are *Reuters* and *the Reuters news agency*.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from dragoman.ask.words import is_same_text, shingles

Row = dict[str, Any]
#: sectors of a code that speak for the state itself
STATE = frozenset({"", "GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
#: what may stand around the name of an outlet
KIND = re.compile(r"\b(?:the|state|official|news|agency|newspaper|daily|broadcaster|television|tv|channel)\b")


@dataclass(frozen=True, slots=True)
class Origin:
    """A source by which reports are counted: `key` tells it from others, `name` and `code` are for people."""

    key: str
    name: str
    code: str | None = None

    @property
    def is_outlet(self) -> bool:
        """Whether nobody is known but who printed it."""
        return self.key.startswith("outlet ")


class Origins:
    """The origins of the reports in some articles (rows of `sql/documents.sql`)."""

    def __init__(self, documents: Iterable[Row]) -> None:
        self.documents = {row["id"]: row for row in documents}
        self._first = _reprints(list(self.documents.values()))
        self._pages = dict(self._page_names())

    def reprint_of(self, document: str) -> str | None:
        """The first article with the same text, where it is another one."""
        first = self._first[document]
        return first if first != document else None

    def of(self, document: str, statement: Row | None) -> list[Origin]:
        """Who says what stands in the statement, or in the article's own words; several for joint speakers."""
        if statement is None:
            return [self.outlet(document, [])]
        speakers = [self._speaker(speaker) for speaker in statement["speakers"]]
        found = [speaker for speaker in speakers if speaker is not None]
        return list({one.key: one for one in found}.values()) or [self.outlet(document, statement["chain"])]

    def outlet(self, document: str, chain: list[Row]) -> Origin:
        """The outlet nearest to the words; the page's own where no other has passed them on."""
        carriers = [hop for hop in chain if hop["kind"] != "published" and (hop["code"] or "").endswith("MED")]
        if carriers:
            return _outlet(carriers[0]["name"])
        return _outlet(self._pages[self._first[document]])

    def _page_names(self) -> Iterator[tuple[str, str]]:
        """For the first of the articles with one text: the agency that any of them credits, else its publisher."""
        for first in sorted(set(self._first.values())):
            together = [row for row in self.documents.values() if self._first[row["id"]] == first]
            credited = next((row["agency"] for row in together if row["agency"]), None)
            yield first, credited or together[0]["publisher"] or f"“{together[0]['title'] or first}”"

    def _speaker(self, speaker: Row) -> Origin | None:
        """A known speaker; None for those whom only their outlet knows (*officials*, *a witness*)."""
        code, country = speaker["code"] or "", speaker["country"]
        if code.endswith("MED"):
            return _outlet(speaker["name"])
        if country and code[len(country) :] in STATE:
            return Origin(key=f"state {country}", name=speaker["name"], code=code)
        if code.startswith("IGO"):
            return Origin(key=f"body {code}", name=speaker["name"], code=code)
        name = re.sub(r"^the ", "", speaker["name"], flags=re.IGNORECASE)
        if not code or name[:1].islower():
            return None
        known = speaker["actor"] and not speaker["actor"].startswith("doc:")
        return Origin(key=f"actor {speaker['actor'] if known else name.lower()}", name=speaker["name"], code=code)


def _outlet(name: str) -> Origin:
    """An outlet, known by its name without *the*, *news agency* and their like."""
    bare = " ".join(KIND.sub(" ", name.lower()).split())
    return Origin(key=f"outlet {bare or name.lower()}", name=name)


def _reprints(documents: list[Row]) -> dict[str, str]:
    """For each article the first one with the same text, by day, credited before uncredited; itself if there is none.

    Every pair is compared: the articles are those of one question, some hundreds at most.
    """
    first: dict[str, str] = {}
    known: list[tuple[str, frozenset[int]]] = []
    for row in sorted(documents, key=lambda row: (row["published"] or date.max, row["agency"] is None, row["id"])):
        mine = shingles(row["text"])
        same = next((first[other] for other, theirs in known if is_same_text(mine, theirs)), row["id"])
        first[row["id"]] = same
        known.append((row["id"], mine))
    return first
