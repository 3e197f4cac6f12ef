"""Whether two mentions in the ledger are of the same event or the same claim, and why.

Nothing may speak against it (another type, other parties, another place, days apart), and enough must speak for it:
each agreement counts one, much the same words two or three, and `ENOUGH` of them are wanted. The reasons are kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dragoman.ask.words import content_words, shared

Row = dict[str, Any]
ENOUGH = 3
#: shares of the shorter passage's content words, and what they count
SHARES = ((0.7, 3), (0.5, 2), (0.3, 1))
#: fewer shared words than these are chance
FEWEST = {"event": 2, "statement": 3}
#: days by which reports of the same day may differ: time zones, and *overnight*
SLACK = timedelta(days=1)
#: an event without a day of its own is taken to lie so many days before the page that tells of it
NEWS = timedelta(days=3)
#: acts that ask, wish or judge: they corroborate nothing but each other
NO_CLAIM = frozenset(
    {"ask", "request", "demand", "hope", "consider", "offer", "promise", "threaten", "thank", "praise", "condemn",
     "apologise", "agree"}
)  # fmt: skip
DENYING = frozenset({"deny", "reject"})


@dataclass(frozen=True, slots=True)
class Match:
    """Why two mentions are of the same thing."""

    reasons: tuple[str, ...]


def same_event(one: Row, other: Row) -> Match | None:
    """Whether two event mentions (rows of `sql/events.sql`) are of one event."""
    if _are_two(one, other) or one["type"] != other["type"] or (days := _days(one, other)) is None:
        return None
    points, reasons = 0, [f"both {one['type']}", days]
    for side in ("actors", "recipients"):
        agreed = _parties(one[side], other[side])
        if agreed is None:
            return None
        if agreed:
            points += 1
            reasons.append(f"{side}: {agreed}")
    if one["place"] and other["place"]:
        if one["country"] and other["country"] and one["country"] != other["country"]:
            return None
        if one["place"] == other["place"]:
            points += 1
            reasons.append(f"place: {one['place']}")
    return _weighed("event", one, other, points, reasons)


def _are_two(one: Row, other: Row) -> bool:
    """Whether an article tells of the one inside the other (*signed a deal with plans to recognise …*): two acts."""
    inside = one["words"] in other["words"] or other["words"] in one["words"]
    return inside and "document" in one and one["document"] == other.get("document")


def same_claim(one: Row, other: Row) -> Match | None:
    """Whether two statements (rows of `sql/statements.sql`) say, or deny, the same; on which day is their own."""
    kinds = [row["type"] if row["type"] in NO_CLAIM else "say" for row in (one, other)]
    if kinds[0] != kinds[1]:
        return None
    points, reasons = 0, []
    about = sorted(set(one["about"]) & set(other["about"]))
    if about:
        points += 1
        reasons.append(f"about: {', '.join(about)}")
    if speakers := sorted(_names(one) & _names(other)):
        points += 1
        reasons.append(f"speaker: {', '.join(speakers)}")
    return _weighed("statement", one, other, points, reasons, must_share=True)


def _names(row: Row) -> set[str]:
    return {speaker["name"] for speaker in row["speakers"]}


def _weighed(
    kind: str, one: Row, other: Row, points: int, reasons: list[str], *, must_share: bool = False
) -> Match | None:
    words, share = shared(_content(one), _content(other))
    worth = next((worth for least, worth in SHARES if share >= least), 0) if len(words) >= FEWEST[kind] else 0
    if worth:
        reasons.append(f"words: {', '.join(sorted(words))} ({share:.0%})")
    if points + worth < ENOUGH or (must_share and worth < 1):
        return None
    return Match(tuple(reasons))


def _content(row: Row) -> dict[str, str]:
    """The content words, without those for the deed and for who did it, which are compared as type and party."""
    told = content_words(" ".join([row.get("trigger") or "", *row["named"]]))
    return {stem: word for stem, word in content_words(row["words"]).items() if stem not in told}


def _days(one: Row, other: Row) -> str | None:
    """The days that both may mean, in words; None where they lie apart."""
    own = bool(one["first_day"] and other["first_day"])
    (first, last), (begin, end) = _span(one), _span(other)
    if not (first and last and begin and end):
        return "a day is not known"
    start, stop = max(first, begin), min(last, end)
    if start > stop + SLACK:
        return None
    if not own:
        return f"published: {one['published']} and {other['published']}"
    return f"day: {min(start, stop)}" if start >= stop else f"days: {start} to {stop}"


def _span(row: Row) -> tuple[date | None, date | None]:
    if row["first_day"] and row["last_day"]:
        return row["first_day"], row["last_day"]
    published = row["published"]
    return (published - NEWS, published) if published else (None, None)


def _parties(one: list[str], other: list[str]) -> str | None:
    """Whom both name (RUS is met by RUSMIL); "" where that is not known, None where they name others.

    What has no code (*the dam*) may be another name of what has one (*southern Ukraine*), so it speaks against nothing.
    """
    agreed = [f"{a} = {b}" if a != b else a for a in one for b in other if is_met(a, b)]
    if agreed:
        return ", ".join(dict.fromkeys(agreed))
    return None if any(map(str.isupper, one)) and any(map(str.isupper, other)) else ""


def is_met(one: str, other: str) -> bool:
    """Whether two codes or names mean the same side: equal, or a country and one of its organs."""
    return one == other or (len(one) == 3 and other.startswith(one)) or (len(other) == 3 and one.startswith(other))
