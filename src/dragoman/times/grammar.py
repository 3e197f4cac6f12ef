"""The grammar: the rules of `data/rules.toml`, compiled once, and what they match in a text.

A text is first cut into runs of words that occur in the grammar at all; only runs with a word that can carry a
time (a unit, a month, a digit …) are tried against the rules, so that the work stays linear and small.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.data_files import read_rows
from dragoman.errors import DataError
from dragoman.times.meanings import MEANINGS, Context, Meaning
from dragoman.times.schema import RuleRow
from dragoman.times.vocabulary import DATA, DECADES, WORD_TABLES, Vocabulary, vocabulary

_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_GAP = re.compile(r"[^\S\n]*\n?[^\S\n]*[.,:/()'’–—-]?[^\S\n]*\n?[^\S\n]*[('’]?")
_CARRIERS = [table for table in WORD_TABLES if table not in ("number", "direction")]
_OTHER_CARRIERS = frozenset({*DECADES, "noon", "midnight", "h1", "h2"})
_NO_CARRIERS = frozenset({"the", "in", "at", "a", "so", "not", "more", "most", "long", "near", "course"})


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, its compiled pattern and its meaning."""

    row: RuleRow
    pattern: re.Pattern[str]
    meaning: Callable[[dict[str, str], Context], Meaning | None]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of text that a rule matched."""

    start: int
    end: int
    order: int
    rule: Rule
    groups: dict[str, str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules, the words that occur in them (`known`) and those that can carry a time (`carriers`)."""

    vocabulary: Vocabulary
    rules: tuple[Rule, ...]
    known: frozenset[str]
    carriers: frozenset[str]

    def runs(self, text: str) -> Iterator[list[int]]:
        """Token starts of every stretch that may hold an expression."""
        run: list[int] = []
        carries, end = False, -1
        for token in _TOKEN.finditer(text):
            word = token[0].lower()
            digits = word.isdigit()
            if not digits and word not in self.known:
                continue
            if run and not _GAP.fullmatch(text, end, token.start()):
                if carries:
                    yield run
                run, carries = [], False
            run.append(token.start())
            carries = carries or digits or word in self.carriers
            end = token.end()
        if carries:
            yield run

    def candidates(self, text: str, starts: list[int]) -> list[Candidate]:
        """What the rules match in a run, the longest first, then in the order of the text and of the rules."""
        found = []
        for start in starts:
            if start and text[start - 1] in "'’":
                start -= 1
            for order, rule in enumerate(self.rules):
                if match := rule.pattern.match(text, start):
                    span = match.span("time") if "time" in rule.pattern.groupindex else match.span()
                    groups = {name: words for name, words in match.groupdict().items() if words is not None}
                    found.append(Candidate(*span, order, rule, groups))
        return sorted(found, key=lambda one: (one.start - one.end, one.start, one.order))


@cache
def grammar() -> Grammar:
    """The shipped grammar, read and compiled once."""
    words = vocabulary()
    rules = tuple(_rule(entry.row, words) for entry in read_rows(DATA / "rules.toml", "rule", RuleRow))
    known = frozenset(token.lower() for rule in rules for token in re.findall(r"[^\W\d_]+", rule.pattern.pattern))
    plurals = {f"{weekday}s" for weekday in words.weekdays}
    carriers = plurals | {
        token.lower()
        for table in _CARRIERS
        for entry in read_rows(DATA / "words.toml", table, WORD_TABLES[table])
        for word in entry.row.words
        for token in re.findall(r"[^\W\d_]+", word)
    }
    return Grammar(words, rules, known | plurals, (frozenset(carriers) | _OTHER_CARRIERS) - _NO_CARRIERS)


def _rule(row: RuleRow, words: Vocabulary) -> Rule:
    if row.meaning not in MEANINGS:
        raise DataError(
            f"rules.toml: rule {row.name!r} has no meaning {row.meaning!r}; give one of {sorted(MEANINGS)}", code="D202"
        )
    return Rule(row, words.pattern(row.pattern), MEANINGS[row.meaning])
