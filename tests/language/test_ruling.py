"""The quicker matcher finds for an attribute ruler what spaCy's own finds."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dragoman.language import Parser
from dragoman.language.ruling import RULER, TokenMatcher

WORDS = ["ai", "n't", "nothin'", "been", "being", "US", "to", "that", "who", "y'", "all", "is", " ", "Gets", "warned"]
RULES: dict[str, list[list[dict[str, Any]]]] = {
    "0": [[{"TAG": "VBD"}]],
    "1": [[{"LOWER": {"IN": ["is", "been"]}, "TAG": {"NOT_IN": ["NN", ""]}}], [{"LOWER": "gets"}]],
    "2": [[{"LOWER": {"REGEX": "^n'?t$"}}]],
    "3": [[{"DEP": "expl"}, {"LOWER": "is"}]],
    "4": [[{"IS_SPACE": True, "DEP": {"NOT_IN": [""]}}]],
    "5": [[{"ORTH": "US"}], [{"TAG": "NN", "OP": "+"}]],
    "6": [[{"DEP": {"IN": ["aux", "expl"], "NOT_IN": ["aux"]}}]],
    "7": [[{}]],
}
TOKENS = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from(["NN", "VBD", "", "TO"]), st.sampled_from(["", "aux", "expl"])),
    max_size=8,
)


@given(TOKENS)
def test_matches_are_those_of_spacy(tokens: list[tuple[str, str, str]]) -> None:
    vocab = Vocab()
    matcher = Matcher(vocab)
    for key, patterns in RULES.items():
        matcher.add(key, patterns)
    words, tags, labels = ([token[place] for token in tokens] for place in range(3))
    doc = Doc(vocab, words=words, tags=tags, deps=labels, heads=[0] * len(words))
    quick = TokenMatcher(matcher, RULES, vocab)
    assert set(quick(doc, allow_missing=True)) == set(matcher(doc, allow_missing=True))
    assert quick.get("0") == matcher.get("0")


@pytest.mark.parametrize(
    "text",
    [
        "There's nothing that the ministry ain't gonna deny, said those who'd been told.",
        "Let's see what the U.S. gets out of it.  It has to be approved by y'all.",
        '"We have not been attacked," he said; Moscow warned Seoul (which denied it) not to arm Kyiv.',
    ],
)
def test_shipped_ruler_gives_the_same_to_every_token(text: str) -> None:
    pipeline = Parser().pipeline
    ruler: Any = pipeline.get_pipe(RULER)
    doc = pipeline(text)
    spacys_own = ruler.matcher._matcher(doc, allow_missing=True)
    assert set(ruler.matcher(doc, allow_missing=True)) == set(spacys_own)
    assert len(ruler.matcher._rules) > 10 * len(ruler.matcher._others)
