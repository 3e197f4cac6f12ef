"""Finds the time expressions of a document and the days they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.language.model import Parsed
from dragoman.records import Document, TimeMention
from dragoman.times.calendar import days_of, granularity_of
from dragoman.times.grammar import Candidate, Grammar, grammar
from dragoman.times.heading import heading_of
from dragoman.times.meanings import Context, Focus, Meaning

_JOINT = re.compile(r"\)?,? (?:on |of |at |into |before |after )?|, at ")
_BRACKET = re.compile(r" \(")
"""*3 p.m. (1900 GMT)*: one time on two clocks."""
_CLOCKS = frozenset(
    {"clock", "24-hour clock", "plain clock", "noon and midnight", "part of the running day", "overnight"}
)
_REACH = 60
"""How many characters before and after a match its meaning may look at."""

_REMEMBERED = 12
"""How many of the text's last dates a later expression may be counted from."""


def find_times(document: Document, parsed: Parsed) -> tuple[TimeMention, ...]:
    """Every time expression of the document, in text order.

    Relative expressions are counted from `document.published`; where that is not known they stay open, with
    the rule `no anchor`.
    """
    return tuple(_joined(document, _all(document, parsed, grammar())))


def _all(document: Document, parsed: Parsed, rules: Grammar) -> Iterator[TimeMention]:
    focuses: tuple[Focus, ...] = ()
    for starts in rules.runs(document.text):
        candidates = rules.candidates(document.text, starts)
        for candidate in _disjoint(document, parsed, candidates, focuses):
            meaning = _meaning(candidate, document, parsed, focuses)
            if meaning is None:
                continue
            mention = _mention(document, candidate, meaning)
            if mention.first_day and mention.granularity and mention.type != "DURATION":
                focuses = (Focus(mention.first_day, mention.granularity, mention.mention.end), *focuses)[:_REMEMBERED]
            yield mention


def _disjoint(
    document: Document, parsed: Parsed, candidates: Iterable[Candidate], focuses: tuple[Focus, ...]
) -> list[Candidate]:
    """The longest candidates that mean something and do not overlap, in text order."""
    chosen: list[Candidate] = []
    for candidate in candidates:
        free = all(candidate.end <= other.start or other.end <= candidate.start for other in chosen)
        if free and _meaning(candidate, document, parsed, focuses):
            chosen.append(candidate)
    return sorted(chosen, key=lambda candidate: candidate.start)


def _meaning(candidate: Candidate, document: Document, parsed: Parsed, focuses: tuple[Focus, ...]) -> Meaning | None:
    text = document.text
    before = text[max(0, candidate.start - _REACH) : candidate.start]
    context = Context(
        vocabulary=grammar().vocabulary,
        published=document.published,
        focuses=focuses,
        sentence_start=sentence.start if (sentence := parsed.sentence_at(candidate.start)) else 0,
        heading=heading_of(document, parsed, candidate.start, candidate.end),
        before=before,
        after=text[candidate.end : candidate.end + _REACH],
    )
    return candidate.rule.meaning(candidate.groups, context)


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
    between = first.mention.end, second.mention.start
    if first.rule in _CLOCKS and second.rule in _CLOCKS and _BRACKET.fullmatch(document.text, *between):
        return replace(first, mention=document.mention(first.mention.start, second.mention.end))
    if not _JOINT.fullmatch(document.text, *between):
        return None
    for clock, day in ((first, second), (second, first)):
        if clock.type == "TIME" and clock.rule in _CLOCKS and day.type == "DATE" and _is_of_days(day):
            mention = document.mention(first.mention.start, second.mention.end)
            value = f"{day.value.partition('/')[0]}T{clock.value.partition('T')[2]}"
            return replace(day, mention=mention, type="TIME", value=value, rule=f"{day.rule}, {clock.rule}")
    return None


def _is_of_days(time: TimeMention) -> bool:
    """A day, or a run of days: *the night of 3 to 4 June*."""
    return time.granularity == "day" or (time.granularity == "interval" and time.value.count("-") > 3)
