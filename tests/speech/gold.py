"""Reads the annotated sentences of `tests/gold/` and compares statements with them.

A case is a text and the statements that it must give. Of a statement only the keys that are written are compared:
`speaker` and `content` find it (half of their words are shared), the others must be right. `via` are the carriers from
the speaker outward, `published` the page's agency and publisher behind them. What each file holds stands at its head.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.records import Statement

GOLD = Path(__file__).parents[1] / "gold"


@dataclass(frozen=True, slots=True)
class Case:
    """One annotated text, on a page by `agency` and `publisher`; without statements it must give none."""

    file: str
    text: str
    statements: list[dict[str, Any]]
    publisher: str | None
    agency: str | None


def cases(folder: str) -> list[Case]:
    """Every case of the TOML files in that folder of `tests/gold/`."""
    return [
        Case(path.stem, row["text"].strip(), row.get("statements", []), row.get("publisher"), row.get("agency"))
        for path in sorted((GOLD / folder).glob("*.toml"))
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    ]


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower())) - {"that", "the", "a", "an"}


def alike(one: str, other: str) -> bool:
    """Whether the two share half of their words; two empty ones do."""
    x, y = words(one), words(other)
    return len(x & y) >= 0.5 * len(x | y)


def found(want: dict[str, Any], given: tuple[Statement, ...]) -> Statement | None:
    """The statement with that content and speaker; of several the one that is right in most."""
    hits = [one for one in given if alike(_content(one), want["content"]) and alike(_speaker(one), want["speaker"])]
    return min(hits, key=lambda one: len(faults(want, one)), default=None)


def chain_is_right(want: dict[str, Any], one: Statement) -> bool:
    """Whether the same carriers stand in the same order, and behind them the page's own."""
    carriers = [hop.actor.mention.words for hop in one.chain if hop.actor is not None]
    pages = [hop.publisher for hop in one.chain if hop.actor is None]
    wanted = want.get("via", carriers)
    same = len(wanted) == len(carriers) and all(map(alike, wanted, carriers))
    return same and pages == want.get("published", pages)


def faults(want: dict[str, Any], one: Statement) -> list[str]:
    """What is wrong with a statement that was found."""
    wrong = []
    if not chain_is_right(want, one):
        names = [hop.actor.mention.words if hop.actor else hop.publisher for hop in one.chain]
        wrong.append(f"chain {names}, not {want.get('via')} {want.get('published', '')}")
    for key, have in (
        ("act", one.speech_act),
        ("form", one.form),
        ("status", one.status),
        ("on", one.time and one.time.value),
    ):
        if key in want and have != want[key]:
            wrong.append(f"{key} {have}, not {want[key]}")
    for key in ("basis", "in_response_to"):
        mention = getattr(one, key)
        if key in want and not (mention and alike(mention.words, want[key])):
            wrong.append(f"{key} {mention and mention.words}, not {want[key]}")
    if "denies" in want and not one.denies:
        wrong.append("denies nothing")
    if "to" in want and not any(alike(who.mention.words, want["to"]) for who in one.addressees):
        wrong.append(f"not said to {want['to']}")
    if "about" in want and not set(want["about"]) <= set(one.about):
        wrong.append(f"about {one.about}, not {want['about']}")
    return wrong


def _content(one: Statement) -> str:
    return " ".join(piece.words for piece in one.content)


def _speaker(one: Statement) -> str:
    return one.source.words if one.source else ""
