"""The annotated reports of `tests/gold/chains`: found, with their chains, and right in the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

import pytest
from tests.speech.gold import Case, cases, chain_is_right, faults, found

from dragoman.records import Statement

Read = Callable[..., tuple[Statement, ...]]

#: shares of the statements of a file; those of all files together are held at `ALL`
EACH = {"recall": 0.85, "chain": 0.85, "details": 0.8}
ALL = {"recall": 0.9, "chain": 0.9, "details": 0.9}


@dataclass
class Score:
    """How many statements are asked for, found, found with their chain, and right in everything; what is not."""

    asked: int = 0
    counts: dict[str, int] = field(default_factory=lambda: {"recall": 0, "chain": 0, "details": 0})
    misses: list[str] = field(default_factory=list)

    def add(self, case: Case, given: tuple[Statement, ...]) -> None:
        for want in case.statements:
            self.asked += 1
            one = found(want, given)
            if one is None:
                self.misses.append(f"{case.file}: not found: {want['speaker']} / {want['content']}")
                continue
            wrong = faults(want, one)
            self.counts["recall"] += 1
            self.counts["chain"] += chain_is_right(want, one)
            self.counts["details"] += not wrong
            self.misses += [f"{case.file}: {want['speaker']} / {want['content']}: {fault}" for fault in wrong]

    def holds(self, floors: dict[str, float]) -> bool:
        return all(self.counts[name] >= floor * self.asked for name, floor in floors.items())


GOLD = cases("chains")
FILES = sorted({case.file for case in GOLD if case.statements})


@pytest.fixture(scope="module")
def scored(read: Read) -> Callable[[str], Score]:
    """A function from the name of a file, or *all*, to its score."""

    @cache
    def score(file: str) -> Score:
        total = Score()
        for case in GOLD:
            if file in (case.file, "all"):
                total.add(case, read(case.text, publisher=case.publisher, agency=case.agency))
        return total

    return score


def test_there_is_enough_of_it() -> None:
    assert len(GOLD) >= 140


@pytest.mark.parametrize("file", FILES)
def test_each_construction(scored: Callable[[str], Score], file: str) -> None:
    score = scored(file)
    assert score.holds(EACH), "\n".join([f"{score.counts} of {score.asked}", *score.misses])


def test_all_together(scored: Callable[[str], Score]) -> None:
    score = scored("all")
    assert score.holds(ALL), "\n".join([f"{score.counts} of {score.asked}", *score.misses])


@pytest.mark.parametrize("case", [case for case in GOLD if not case.statements], ids=lambda case: case.text[:40])
def test_what_nobody_says(read: Read, case: Case) -> None:
    assert [one.rule for one in read(case.text)] == []
