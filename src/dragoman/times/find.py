"""Finds the time expressions of a document and the days they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from dragoman.language.model import Clause, Parsed
from dragoman.records import Document, TimeMention
from dragoman.times.calendar import days_of, granularity_of
from dragoman.times.grammar import Candidate, Grammar, grammar
from dragoman.times.meanings import Context, Heading, Meaning

_AHEAD = re.compile(
    r"\b(?:until|till|by|ahead of|(?:scheduled|set|due|planned|slated|expected|deadline)(?: \w+){0,3}?"
    r"(?: (?:on|in|for|at|of|to))?) (?:the )?$",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:since|following|follows|followed|in the wake of|in response to|dated) (?:the )?$", re.IGNORECASE
)
_JOINT = re.compile(r",? (?:on |of |at )?|, at ")
_CLOCKS = frozenset({"clock", "24-hour clock", "plain clock", "noon and midnight"})
_REACH = 60
"""How many characters before and after a match its meaning may look at."""


@dataclass(frozen=True, slots=True)
class _Found:
    candidate: Candidate
    meaning: Meaning


def find_times(document: Document, parsed: Parsed) -> tuple[TimeMention, ...]:
    """Every time expression of the document, in text order.

    Relative expressions are counted from `document.published`; where that is not known they stay open, with
    the rule `no anchor`.
    """
    return tuple(_joined(document, _all(document, parsed, grammar())))


def _all(document: Document, parsed: Parsed, rules: Grammar) -> Iterator[TimeMention]:
    focus: date | None = None
    for starts in rules.runs(document.text):
        candidates = rules.candidates(document.text, starts)
        for candidate in _disjoint(document, parsed, candidates, focus):
            meaning = _meaning(candidate, document, parsed, focus)
            if meaning is None:
                continue
            mention = _mention(document, candidate, meaning)
            if mention.first_day and mention.type != "DURATION":
                focus = mention.first_day
            yield mention


def _disjoint(
    document: Document, parsed: Parsed, candidates: Iterable[Candidate], focus: date | None
) -> list[Candidate]:
    """The longest candidates that mean something and do not overlap, in text order."""
    chosen: list[Candidate] = []
    for candidate in candidates:
        free = all(candidate.end <= other.start or other.end <= candidate.start for other in chosen)
        if free and _meaning(candidate, document, parsed, focus):
            chosen.append(candidate)
    return sorted(chosen, key=lambda candidate: candidate.start)


def _meaning(candidate: Candidate, document: Document, parsed: Parsed, focus: date | None) -> Meaning | None:
    text = document.text
    before = text[max(0, candidate.start - _REACH) : candidate.start]
    context = Context(
        vocabulary=grammar().vocabulary,
        published=document.published,
        focus=focus,
        heading=_heading(parsed, candidate, before),
        before=before,
        after=text[candidate.end : candidate.end + _REACH],
    )
    return candidate.rule.meaning(candidate.groups, context)


def _heading(parsed: Parsed, candidate: Candidate, before: str) -> Heading:
    """Which way the words look from the page's day: by what stands before them, then by their clause."""
    if _AHEAD.search(before):
        return "future"
    if _BACK.search(before):
        return "past"
    clause = parsed.innermost_clause(candidate.start, candidate.end)
    if clause is None:
        return "unknown"
    for one in (clause, *parsed.ancestors(clause)):
        if (heading := _clause_heading(parsed, one)) != "unknown":
            return heading
    return "unknown"


def _clause_heading(parsed: Parsed, clause: Clause) -> Heading:
    if clause.perfect or clause.tense == "past":
        return "past"
    if clause.tense == "future" or clause.mood in ("future", "obliged", "wished", "possible", "purpose"):
        return "future"
    if clause.tense == "none" and parsed.words[clause.head].tag == "VBN":  # plans announced in January
        return "past"
    return "future" if clause.tense == "present" and clause.progressive else "unknown"


def _mention(document: Document, candidate: Candidate, meaning: Meaning) -> TimeMention:
    days = meaning.days or days_of(meaning.value)
    return TimeMention(
        mention=document.mention(candidate.start, candidate.end),
        type=meaning.type,
        value=meaning.value,
        first_day=days[0] if days else None,
        last_day=days[1] if days else None,
        granularity=granularity_of(meaning.value),
        anchor=meaning.anchor,
        rule="no anchor" if meaning.open else candidate.rule.row.name,
    )


def _joined(document: Document, times: Iterable[TimeMention]) -> Iterator[TimeMention]:
    """*10 a.m. on Tuesday*, *Tuesday at 10 a.m.*: a clock time takes the day beside it."""
    last: TimeMention | None = None
    for time in times:
        if last is not None and (both := _join(document, last, time)):
            last = both
            continue
        if last is not None:
            yield last
        last = time
    if last is not None:
        yield last


def _join(document: Document, first: TimeMention, second: TimeMention) -> TimeMention | None:
    if not _JOINT.fullmatch(document.text, first.mention.end, second.mention.start):
        return None
    for clock, day in ((first, second), (second, first)):
        if clock.type == "TIME" and clock.rule in _CLOCKS and day.type == "DATE" and day.granularity == "day":
            mention = document.mention(first.mention.start, second.mention.end)
            value = f"{day.value}T{clock.value.partition('T')[2]}"
            return replace(day, mention=mention, type="TIME", value=value, rule=f"{day.rule}, {clock.rule}")
    return None
