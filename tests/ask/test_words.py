from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ask.words import content_words, is_negated, is_same_text, shared, shingles

WIRE = " ".join(f"Word{number} of the long dispatch stands here." for number in range(40))


def test_inflected_forms_are_one_word() -> None:
    words, share = shared(content_words("Two missiles struck the market."), content_words("A missile hit a market."))
    assert sorted(words) == ["market", "missiles"]
    assert share == pytest.approx(2 / 3)


def test_irregular_forms_are_one_word() -> None:
    assert content_words("They blew up the dam.").keys() == content_words("The dam was blown up.").keys()


def test_empty_words_count_for_nothing() -> None:
    assert content_words("They said on Monday that it was there.") == {}


@pytest.mark.parametrize(
    ("text", "negated"),
    [("It never left.", True), ("They didn’t leave.", True), ("It noted the notice.", False)],
)
def test_negation(text: str, negated: bool) -> None:
    assert is_negated(text) is negated


def test_a_cut_reprint_is_the_same_text_and_another_article_is_not() -> None:
    half = WIRE[: len(WIRE) // 2]
    other = " ".join(f"Nothing{number} of it is in this other piece." for number in range(40))
    assert is_same_text(shingles(WIRE), shingles(half.upper()))
    assert not is_same_text(shingles(WIRE), shingles(other))


@given(st.text(), st.text())
def test_share_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    first, second = content_words(one), content_words(other)
    assert 0 <= shared(first, second)[1] <= 1
    assert shared(first, second)[1] == shared(second, first)[1]
    assert is_same_text(shingles(one), shingles(one))
