"""Which way a time looks from the page's day: what is told of is past, what is planned is to come."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from dragoman.data_files import read_rows
from dragoman.language.model import Clause, Parsed, Phrase
from dragoman.records import Document
from dragoman.times.schema import BearingRow
from dragoman.times.vocabulary import DATA

Heading = Literal["past", "future", "unknown"]

_AHEAD = re.compile(
    r"\b(?:until|till|by|ahead of|(?:scheduled|set|due|planned|slated|expected|deadline)(?: \w+){0,3}?"
    r"(?: (?:on|in|for|at|of|to))?|(?:called|convened|summoned|announced|arranged|calls)(?: \w+){1,5}? for) (?:the )?$",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:since|following|follows|followed|in the wake of|in response to|dated) (?:the )?$", re.IGNORECASE
)
_REACH = 60
"""How many characters before a time may say which way it looks."""

_BETWEEN = frozenset({"on", "in", "the", "late", "early", "last"})
"""Words between a verb and the time that it has."""

_STATES = frozenset({"be", "have", "remain", "show", "say", "mean", "include", "reflect", "mark", "represent"})
"""Verbs whose present tense tells of what is, and not of a plan: *exports in May are the highest so far*."""


def heading_of(document: Document, parsed: Parsed, start: int, end: int) -> Heading:
    """By what stands before the time, by the noun that it modifies, then by its clause and those above."""
    before = document.text[max(0, start - _REACH) : start]
    noun = modified_by(parsed, start, end)
    if noun is not None and noun.lemma in _bearings("happening"):
        return "past"
    if _AHEAD.search(before):
        return "future"
    if _BACK.search(before) or _follows_past_verb(parsed, start):
        return "past"
    clause = parsed.innermost_clause(start, end)
    if clause is None:
        return "unknown"
    if _is_plain_present(clause):
        return _of_present(document, parsed, clause, noun)
    for one in (clause, *parsed.ancestors(clause)):
        if (heading := _of_clause(parsed, one)) != "unknown":
            return heading
    return "unknown"


def _follows_past_verb(parsed: Parsed, start: int) -> bool:
    """Whether the time stands right behind a verb in the past: *said on Monday it would close the plant*."""
    first = parsed.word_at(start)
    index = first.index - 1 if first else -1
    while index >= 0 and parsed.words[index].text.lower() in _BETWEEN:
        index -= 1
    return index >= 0 and first is not None and _is_past(parsed, index, first.sentence)


def _is_past(parsed: Parsed, index: int, sentence: int) -> bool:
    word = parsed.words[index]
    return word.tag == "VBD" and word.sentence == sentence


def modified_by(parsed: Parsed, start: int, end: int) -> Phrase | None:
    """The noun phrase in whose core a time stands as a modifier (*last week's summit*, *the 1991 accord*)."""
    for phrase in parsed.phrases_around(start, end):
        head = parsed.words[phrase.head]
        if phrase.core_start <= start and end <= phrase.core_end and not start <= head.start < end:
            return phrase
    return None


def _of_clause(parsed: Parsed, clause: Clause) -> Heading:
    if clause.perfect or clause.tense == "past":
        return "past"
    if clause.tense == "future" or clause.mood in ("future", "obliged", "wished", "possible", "purpose"):
        return "future"
    if clause.tense == "none" and parsed.words[clause.head].tag == "VBN":  # plans announced in January
        return "past"
    return "future" if clause.tense == "present" and clause.progressive else "unknown"


def _is_plain_present(clause: Clause) -> bool:
    is_present = clause.finite and clause.tense == "present" and clause.mood == "asserted"
    return is_present and not (clause.perfect or clause.progressive)


def _of_present(document: Document, parsed: Parsed, clause: Clause, noun: Phrase | None) -> Heading:
    """A present tense tells of a plan (*the court rules on Friday*), in a headline of what has happened."""
    if noun is not None and noun.lemma in _bearings("planned"):
        is_ahead = document.text.endswith("before ", 0, noun.core_start)  # days before Sunday's election
        return "future" if is_ahead else "unknown"
    if noun is not None:  # Monday's ruling comes amid protests
        return "past"
    if _is_headline(document, parsed, clause):
        return "unknown" if clause.base in _bearings("scheduled") else "past"
    return "unknown" if clause.lemma in _STATES or clause.kind != "verb" else "future"


def _is_headline(document: Document, parsed: Parsed, clause: Clause) -> bool:
    """Whether the sentence is the page's title, or a first line without a stop."""
    sentence = parsed.sentences[clause.sentence]
    words = document.text[sentence.start : sentence.end].rstrip()
    if document.title and words in document.title:
        return True
    is_first = clause.sentence == 0 and words[-1:] not in '.!?"”’)'
    return is_first and _ends_line(document, sentence.end)


def _ends_line(document: Document, end: int) -> bool:
    """Whether nothing but space stands between the place and the end of its line."""
    around = document.text[end - 1 : end + 3]
    return end >= len(document.text.rstrip()) or "\n" in around[: 1 + len(around) - len(around[1:].lstrip())]


@cache
def _bearings(kind: str) -> frozenset[str]:
    rows = read_rows(DATA / "bearings.toml", kind, BearingRow)
    return frozenset(word for entry in rows for word in entry.row.words)
