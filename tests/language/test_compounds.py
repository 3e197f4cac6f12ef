"""Words with a hyphen inside are one word, and their spans are the text's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language import Parser, closed


@pytest.mark.parametrize(
    ("written", "one_word"),
    [
        ("cease-fire", "ceasefire"),
        ("Re-opened", "Reopened"),
        ("counter-attacks", "counterattacks"),
        ("test-fired", "testfired"),
        ("French-led", "French-led"),
        ("anti-government", "anti-government"),
        ("de-facto", "de-facto"),
        ("two-day sit-in", "two-day sitin"),
        ("Mazar-i-Sharif", "MazariSharif"),
        ("Pul-e-Khumri", "PuleKhumri"),
        ("Kabul-based", "Kabul-based"),
    ],
)
def test_hyphens_within_words_are_left_out(written: str, one_word: str) -> None:
    assert closed(written) == one_word


@pytest.mark.parametrize(
    ("sentence", "lemma", "words"),
    [
        ("North Korea test-fired a missile.", "testfire", "test-fired"),
        ("Mali re-imposed the curfew.", "reimpose", "re-imposed"),
        ("The two sides agreed to de-escalate tensions.", "deescalate", "de-escalate"),
    ],
)
def test_the_predicate_is_the_whole_word(parser: Parser, sentence: str, lemma: str, words: str) -> None:
    parsed = parser.parse(sentence)
    clause = next(clause for clause in parsed.clauses if clause.lemma == lemma)
    assert parsed.text[clause.trigger_start : clause.trigger_end] == words


@given(st.lists(st.sampled_from(["cease-fire", "re-open", "said", "-", "Mali", "co-", '"', ",", "“"]), max_size=12))
def test_words_are_those_of_the_text(parser: Parser, words: list[str]) -> None:
    parsed = parser.parse(" ".join(words))
    for word in parsed.words:
        assert parsed.text[word.start : word.end] == word.text or word.text == '"'
