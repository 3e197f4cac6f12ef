"""How many were killed, wounded, arrested …: numbers in figures and in words, with the words that say so.

The number is the least that the words allow: *dozens* is 24, *hundreds* 200, *between 30 and 40* 30; *at least*, *some*
and *up to* stay in the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dragoman.events.schema import CountRow
from dragoman.language import Clause, Parsed, Phrase
from dragoman.records import Count, Mention

UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "half": 0.5, "tens": 20, "couple": 2,
}  # fmt: skip
SCALES = {
    "dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9,
}  # fmt: skip
#: what may stand inside a number in words
BETWEEN = frozenset({"and", "of", "a", "-", "–"})
#: nouns behind which stands what there is so many of
HEADS = frozenset({*SCALES, "ten", "couple"})
Rows = Mapping[str, tuple[CountRow, ...]]


def counts_of(parsed: Parsed, clause: Clause, rows: Rows) -> tuple[Count, ...]:
    """Whom the clause counts, and whom the clause that an act in a noun stands in (*12 died in clashes*)."""
    found = [_count(parsed, clause, row) for row in _rows(clause, rows) if not row.of_act]
    if clause.kind == "noun" and clause.parent is not None:
        above = parsed.clauses[clause.parent]
        found += [_count(parsed, above, row) for row in _rows(above, rows) if row.of_act]
    return tuple(count for count in found if count is not None)


def _rows(clause: Clause, rows: Rows) -> Iterator[CountRow]:
    for lemma in dict.fromkeys((clause.lemma, clause.base)):
        yield from rows.get(lemma, ())


def _count(parsed: Parsed, clause: Clause, row: CountRow) -> Count | None:
    if row.objects and not any(phrase.lemma in row.objects for phrase in _phrases(parsed, clause, "object")):
        return None
    if row.attributes and set(_left_as(parsed, clause)).isdisjoint(row.attributes):
        return None
    for phrase in _counted(parsed, clause, row):
        mention = _mention(parsed, phrase)
        number = number_in(word.text.lower() for word in parsed.words_between(mention.start, mention.end))
        if number is not None:
            return Count(kind=row.kind, number=number, mention=mention)
    return None


def _left_as(parsed: Parsed, clause: Clause) -> Iterator[str]:
    """What the object is left as: an attribute, or a participle, which the parser makes a clause."""
    yield from (phrase.lemma for phrase in _phrases(parsed, clause, "attribute"))
    for child in parsed.children(clause):
        yield parsed.text[child.trigger_start : child.trigger_end].lower()


def _counted(parsed: Parsed, clause: Clause, row: CountRow) -> Iterator[Phrase]:
    """The phrase in the row's role; in *five wounded* the parser calls the number a subject."""
    yield from _phrases(parsed, clause, row.role)
    if row.attributes:
        yield from _phrases(parsed, clause, "attribute")
    if row.role == "object" and clause.relation == "conjunct" and clause.role("object") is None:
        for phrase in _phrases(parsed, clause, "subject"):
            if _value(phrase.lemma) is not None:
                yield phrase


def _phrases(parsed: Parsed, clause: Clause, role: str) -> Iterator[Phrase]:
    for found in clause.roles:
        if found.name == role and found.phrase is not None:
            yield parsed.phrases[found.phrase]


def _mention(parsed: Parsed, phrase: Phrase) -> Mention:
    """The words of the phrase; behind *dozens* also what there are dozens of."""
    end = phrase.core_end
    if phrase.lemma in HEADS:
        inner = (parsed.phrases[each.phrase] for each in phrase.attachments if each.preposition == "of")
        end = max([end, *(one.core_end for one in inner)])
    return parsed.mention(phrase.core_start, end)


def number_in(words: Iterable[str]) -> int | None:
    """The first number among the words (small letters), None if there is none."""
    total, current = 0.0, None
    for word in words:
        scale, value = _scale(word), _value(word)
        if value is not None and (current is None or _joins(value, current)):
            current = (current or 0) + value
        elif scale is not None:
            current = (current or (2 if word.endswith("s") else 1)) * scale
            if scale >= SCALES["thousand"]:
                total, current = total + current, 0
        elif value is not None or (current is not None and word not in BETWEEN):
            break
    return None if current is None else round(total + current)


def _joins(value: float, current: float) -> bool:
    """Whether a value goes on with a number that has begun: *hundred* and *twenty*, *twenty* and *five*."""
    return value < 100 and (current == 0 or (current % 100 == 0 and current > 0) or (current % 10 == 0 and value < 10))


def _scale(word: str) -> int | None:
    return SCALES.get(word) or SCALES.get(word.removesuffix("s"))


def _value(word: str) -> float | None:
    digits = word.replace(",", "")
    if digits.isascii() and digits.replace(".", "", 1).isdigit():
        return float(digits)
    return UNITS.get(word)
