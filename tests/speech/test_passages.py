"""The annotated passages of `tests/gold/passages`: F1 of statements by content and speaker, and of what is quoted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from tests.speech.gold import Case, alike, cases

from dragoman.records import Statement

Read = Callable[..., tuple[Statement, ...]]

#: F1 of statements with content and speaker, and of the contents that are quoted; `check` was never tuned on
#: (`second-check` is of the same kinds of passages as `second-dev`)
FLOORS = {
    "dev": {"statements": 0.92, "direct": 0.97},
    "check": {"statements": 0.85, "direct": 0.97},
    "second-dev": {"statements": 0.85, "direct": 0.95},
    "second-check": {"statements": 0.78, "direct": 0.94},
}
WORD = re.compile(r"\w+")


@dataclass
class Tally:
    """How many are asked for, given and right, and what is not."""

    asked: int = 0
    given: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.asked + self.given)


def _places(text: str, spans: Iterator[tuple[int, int]]) -> frozenset[int]:
    """Where the words of the spans begin."""
    return frozenset(word.start() for start, end in spans for word in WORD.finditer(text, start, end))


def _wanted(text: str, content: str) -> frozenset[int]:
    return _places(text, ((text.index(piece), text.index(piece) + len(piece)) for piece in content.split(" … ")))


def _said(text: str, one: Statement) -> frozenset[int]:
    return _places(text, ((piece.start, piece.end) for piece in one.content))


def _overlap(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other)


def _best(text: str, want: dict[str, Any], given: list[Statement]) -> Statement | None:
    """The statement that shares half of the content's words, and most of them."""
    content = _wanted(text, want["content"])
    near = {id(one): _overlap(content, _said(text, one)) for one in given}
    best = max(given, key=lambda one: near[id(one)], default=None)
    return best if best is not None and near[id(best)] >= 0.5 else None


def _compare(case: Case, given: list[Statement], statements: Tally, direct: Tally) -> None:
    """Count one passage: what is given inside another is not asked for, so it counts only where it is right."""
    unmatched = list(given)
    for want in case.statements:
        quoted = want.get("form") == "direct"
        found = _best(case.text, want, unmatched)
        whose = found.source.words if found is not None and found.source else ""
        right = found is not None and (alike(whose, want["speaker"]) if want["speaker"] else not whose)
        for tally, counts, good in ((statements, True, right), (direct, quoted, found is not None)):
            tally.asked += counts
            tally.given += counts and found is not None
            tally.right += counts and good
        if found is not None:
            unmatched.remove(found)
        if not right:
            fault = "not found" if found is None else f"said by {whose!r}"
            statements.misses.append(f"{case.file}: {want['speaker']} / {want['content']}: {fault}")
    for one in unmatched:
        if one.parent is None:
            statements.given += 1
            direct.given += one.form == "direct"
            words = " … ".join(piece.words for piece in one.content)
            statements.misses.append(f"{case.file}: too many: {one.source and one.source.words} / {words} ({one.rule})")


def score(part: str, read: Read) -> tuple[Tally, Tally]:
    """All statements of a part, and the quoted ones."""
    statements, direct = Tally(), Tally()
    for case in cases(f"passages/{part}"):
        _compare(case, list(read(case.text)), statements, direct)
    return statements, direct


@pytest.mark.parametrize("part", sorted(FLOORS))
def test_passages(read: Read, part: str) -> None:
    statements, direct = score(part, read)
    figures = f"{part}: statements {statements.f1:.3f}, direct {direct.f1:.3f}"
    print(figures)
    good = statements.f1 >= FLOORS[part]["statements"] and direct.f1 >= FLOORS[part]["direct"]
    assert good, "\n".join([figures, *statements.misses])


@pytest.mark.parametrize("part", sorted(FLOORS))
def test_every_piece_stands_in_its_passage(part: str) -> None:
    for case in cases(f"passages/{part}"):
        for want in case.statements:
            assert want["speaker"] in case.text
            assert all(piece in case.text for piece in want["content"].split(" … ")), want["content"]
