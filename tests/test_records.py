"""Spans, mentions, ids and patterns: what construction asserts."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import RecordError
from dragoman.records import Combination, Document, EventPattern, Mention, Span, content_id, distinct


@given(st.text(), st.integers(0, 60), st.integers(0, 60))
def test_mention_is_the_slice(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    mention = Mention.of(text, start, end)
    assert mention.words == text[start:end]
    mention.check(text)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_span_out_of_order_is_refused(start: int, end: int) -> None:
    with pytest.raises(RecordError, match="D501"):
        Span(start, end)


def test_words_that_do_not_stand_there_are_refused() -> None:
    with pytest.raises(RecordError, match="D502"):
        Mention(0, 4, "Oslo").check("Rome is far")


@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20), st.integers(0, 20))
def test_overlap_is_mutual_and_covering_overlaps(a: int, b: int, c: int, d: int) -> None:
    one, other = Span(min(a, b), max(a, b)), Span(min(c, d), max(c, d))
    assert one.overlaps(other) == other.overlaps(one)
    if one.covers(other) and other.start < other.end:
        assert one.overlaps(other)


def test_id_depends_on_parts_and_their_order() -> None:
    assert content_id("a", 1) == content_id("a", 1)
    assert len({content_id("a", "b"), content_id("b", "a"), content_id("ab")}) == 3
    assert Document.plain("x").id == Document.plain("x").id != Document.plain("y").id


def test_not_has_one_part() -> None:
    part = EventPattern(type="AID")
    assert Combination(operator="not", parts=(part,)).parts == (part,)
    with pytest.raises(RecordError, match="D503"):
        Combination(operator="not", parts=(part, part))


def test_records_are_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Document.plain("x").text = "y"  # type: ignore[misc]


def test_distinct_keeps_the_first_order() -> None:
    assert distinct(["RUS", None, "KOR", "RUS", ""]) == ("RUS", "KOR")
