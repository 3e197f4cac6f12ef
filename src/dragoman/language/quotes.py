"""Finds quotations in running text: straight, curly, low and angle marks, nested, run-on paragraphs.

One pass over the characters of a paragraph with a stack, so the time is linear whatever the text.
An apostrophe never opens a quotation; a stray mark never breaks what follows it; a mark that opens a
paragraph and never closes is a quotation that runs on to the paragraph's end, and so is one in its middle where the
next paragraph opens one again, or where it stands behind a comma or colon and before a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from dragoman.language.model import Quotation

OPENERS = {"“": "double", "„": "double", "«": "double", "‘": "single", "‚": "single", "‹": "single"}
CLOSERS = {"”": "double", "»": "double", "’": "single", "›": "single", "“": "double"}
MARK = re.compile(r"""``|''|[“”„«»‘’‚‹›"']""")
REOPENED = re.compile(r"""\s*(?:``|''|[“„«"])(?=\w)""")
#: what may stand before an opening mark and after a closing one
BEFORE_OPENING = re.compile(r"[\s(\[{—–\-:,“„«‘\"'/]")
AFTER_CLOSING = re.compile(r"[\s)\]}—–\-:;,.!?…”»’\"'/]")


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    kind: str
    may_open: bool
    may_close: bool


def find_quotations(text: str, paragraphs: Iterable[tuple[int, int]]) -> tuple[Quotation, ...]:
    """Every quotation, in the order of its opening mark; none crosses a paragraph."""
    found: list[Quotation] = []
    spans = list(paragraphs)
    for (start, end), following in zip_longest(spans, spans[1:]):
        continued = following is not None and REOPENED.match(text, *following) is not None
        found += _in_paragraph(text, start, end, continued=continued)
    return _numbered(found)


def _in_paragraph(text: str, start: int, end: int, *, continued: bool) -> list[Quotation]:
    marks = list(_marks(text, start, end))
    closed, open_marks = _paired(text, marks, nested=True)
    unclosed = [mark for mark in open_marks if mark.kind == "double"]
    if unclosed:  # some closing mark is missing, so a second opening one is not within the first
        closed, open_marks = _paired(text, marks, nested=False)
        unclosed = [mark for mark in open_marks if mark.kind == "double"]
    runs_on = next((mark for mark in unclosed if continued or _begins_speech(text, start, mark)), None)
    if runs_on is not None:
        closed = [quotation for quotation in closed if quotation.outer_start > runs_on.start]
        closed.append(_quotation(runs_on, end, end, closed=False))
    return closed


def _begins_speech(text: str, start: int, mark: _Mark) -> bool:
    """Whether a mark that never closes stands first in its paragraph, or behind *He said,* and before a capital."""
    before = text[start : mark.start].rstrip()
    return not before or (before.endswith((",", ":")) and text[mark.end : mark.end + 1].isupper())


def _paired(text: str, marks: list[_Mark], *, nested: bool) -> tuple[list[Quotation], list[_Mark]]:
    """The quotations that close, and the marks that never do.

    With `nested`, a mark that can only open does so within a quotation of the same marks (*"He said "no" twice"*).
    """
    closed: list[Quotation] = []
    open_marks: list[_Mark] = []
    for mark in marks:
        partner = next((m for m in reversed(open_marks) if m.kind == mark.kind), None) if mark.may_close else None
        if partner is not None and not (mark.may_open and text[partner.end : mark.start].strip() == ""):
            while open_marks.pop() is not partner:
                pass
            closed.append(_quotation(partner, mark.start, mark.end, closed=True))
        elif mark.may_open and ((nested and not mark.may_close) or not any(m.kind == mark.kind for m in open_marks)):
            open_marks.append(mark)
    return closed, open_marks


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    for match in MARK.finditer(text, start, end):
        sign, first, last = match.group(), match.start(), match.end()
        before = text[first - 1] if first > start else " "
        after = text[last] if last < end else " "
        free_before = bool(BEFORE_OPENING.match(before))
        free_after = bool(AFTER_CLOSING.match(after))
        if sign == "``":
            yield _Mark(first, last, "double", True, False)
        elif sign in ('"', "''"):
            opens = not after.isspace() and (free_before or not free_after)
            yield _Mark(first, last, "double", opens, not before.isspace() or not opens)
        elif sign in ("'", "’", "‘"):
            opens = sign != "’" and free_before and after.isalpha()
            closes = sign != "‘" and not opens and not before.isspace() and free_after
            if opens or closes:  # otherwise an apostrophe: within a word, or before an elided year or letter (’90s)
                yield _Mark(first, last, "single", opens, closes)
        else:
            kind = OPENERS.get(sign) or CLOSERS[sign]
            closes = sign in CLOSERS and (sign not in OPENERS or not before.isspace())
            yield _Mark(first, last, kind, sign in OPENERS and not after.isspace(), closes)


def _quotation(opening: _Mark, end: int, outer_end: int, *, closed: bool) -> Quotation:
    return Quotation(0, opening.end, end, opening.start, outer_end, closed, 0, None)


def _numbered(found: list[Quotation]) -> tuple[Quotation, ...]:
    ordered = sorted(found, key=lambda q: (q.outer_start, -q.outer_end))
    numbered: list[Quotation] = []
    around: list[Quotation] = []
    for index, quotation in enumerate(ordered):
        while around and around[-1].outer_end <= quotation.outer_start:
            around.pop()
        parent = around[-1].index if around else None
        numbered.append(replace(quotation, index=index, depth=len(around), parent=parent))
        around.append(numbered[-1])
    return tuple(numbered)
