"""Any text whatever gives spans that are their words, and twice the text costs about twice the work.

Work is counted, not timed: the lines of this room that run while the statements of a text are found.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import dragoman.speech
from dragoman.actors import Library, find_actors
from dragoman.language import Parser
from dragoman.records import Document, Hop, Mention, Statement
from dragoman.speech import find_statements
from dragoman.times import find_times

ROOM = str(Path(dragoman.speech.__file__).parent)
LIBRARY = Library.shipped()

MARKS = ['"', "“", "”", "«", "»", "„", "‘", "’", "'", "''", "``", "(", ")", ":", " – ", "…", ", ", ". ", "\n", "\n\n"]
PIECES = [
    "the minister said ", "according to the envoy", "We will not go", "he told reporters", "as Moscow put it",
    "quoted by TASS as saying", "Kremlin", "no talks planned", "that", "denied reports that", "citing two officials",
    "Who knows?", "قال الوزير", "لا", "השר אמר", "🕊", "👩‍👩‍👧", "e\u0301",
    "\u202eright to left\u202c", "\u00a0", "\ufeff", "\t",
]  # fmt: skip


@pytest.fixture(scope="module")
def statements(parser: Parser) -> Callable[[str], tuple[Statement, ...]]:
    def find(text: str) -> tuple[Statement, ...]:
        return work_of(parser, text)[1]

    return find


def work_of(parser: Parser, text: str) -> tuple[int, tuple[Statement, ...]]:
    """How many lines of the room run for the statements of a text, and the statements."""
    document = Document.plain(text, published=date(2024, 6, 25))
    parsed = parser.parse(document)
    times = find_times(document, parsed)
    cast = find_actors(document, parsed, times, library=LIBRARY)
    lines = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal lines
        lines += event == "line"
        return trace if frame.f_code.co_filename.startswith(ROOM) else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        found = find_statements(document, parsed, times, cast)
    finally:
        sys.settrace(before)
    return lines, found


def spans(one: Statement | Hop) -> Iterator[Mention]:
    if isinstance(one, Hop):
        yield from (mention for mention in (one.cue, one.actor and one.actor.mention) if mention)
        return
    yield from one.content
    yield from (mention for mention in (one.source, one.cue, one.basis, one.in_response_to) if mention)
    yield from (who.mention for who in (*one.speakers, *one.addressees))
    for hop in one.chain:
        yield from spans(hop)


def is_sound(text: str, found: tuple[Statement, ...]) -> bool:
    ids = {one.id for one in found}
    words = all(text[span.start : span.end] == span.words for one in found for span in spans(one))
    content = all(piece.words.strip() for one in found for piece in one.content) and all(one.content for one in found)
    return words and content and all((one.parent or one.id) in ids and (one.denies or one.id) in ids for one in found)


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@example(pieces=["A", "00:\n0"])
@example(pieces=[" – ", " – ", "Kremlin", "…", "no talks planned"])
@given(pieces=st.lists(st.sampled_from([*MARKS, *PIECES]) | st.text(max_size=8), max_size=40))
def test_spans_are_their_words(statements: Callable[[str], tuple[Statement, ...]], pieces: list[str]) -> None:
    text = "".join(pieces)
    assert is_sound(text, statements(text))


@settings(max_examples=50, suppress_health_check=list(HealthCheck))
@given(text=st.text(max_size=300))
def test_spans_are_their_words_in_any_characters(statements: Callable[[str], tuple[Statement, ...]], text: str) -> None:
    assert is_sound(text, statements(text))


@pytest.mark.parametrize("mark", ['"', "“", "”", "'", "«"])
def test_ten_thousand_quotation_marks(statements: Callable[[str], tuple[Statement, ...]], mark: str) -> None:
    text = f"{mark}No, {mark} the minister said. " + f"{mark} " * 10_000
    assert is_sound(text, statements(text))


@pytest.mark.parametrize(
    "unit",
    [
        '"We go on," the minister said. ',
        '"We go," the minister said, ',
        '"We are going home now."\n\n',
        '"We are going home now." ',
        '"We go on and on\n\n',
        "“a ”b «c» 'd' \"e ",
        "the minister said that ",
        "according to the minister, ",
        "As the minister said, it is over, ",
        "No talks planned – minister\n",
        "Minister: no talks.\n",
        "WALLACE: We have heard this many times before today.\n",
        'قال الوزير "لا" the minister said ',
        '🕊"🙂" he said ',
        " .",
        '"',
    ],
)
def test_work_grows_with_the_text(parser: Parser, unit: str) -> None:
    opening = "The minister said it was over. "
    work_of(parser, opening)  # what is read once, such as the lexicon
    few, _ = work_of(parser, opening + unit * 100)
    many, found = work_of(parser, opening + unit * 400)
    assert many <= 6 * few + 2000
    assert is_sound(opening + unit * 400, found)
