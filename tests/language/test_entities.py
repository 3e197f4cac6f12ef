"""The labels of entities are those that spaCy's recogniser gives."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.language import DEFAULT_MODEL, Parser
from dragoman.language.entities import RECOGNISER, EntityLabeller
from dragoman.language.parser import load_pipeline

WORDS = [
    "Moscow", "the", "United", "Nations", "said", "on", "25", "June", "2024", "Sergei", "Lavrov", ".", ",", " ", "\n\n",
    "$", "five", "million", "Security", "Council", "of", "first", "Russian", '"', "Ltd", "troops", "qqx", "AFP", "—",
]  # fmt: skip
TEXTS = [
    "Russian Foreign Minister Sergei Lavrov met his Chinese counterpart Wang Yi in New Delhi on Tuesday.",
    "The U.N. Security Council  adopted Resolution 1701 on Aug. 11, 2006.\nIsrael and Hezbollah fought for 34 days.",
    "",
    "Yonhap",
    "SEOUL, June 25 (Yonhap) -- North Korea fired two missiles, the Joint Chiefs of Staff said; Japan's NHK too.",
    "It paid $5 million to some 200 farmers; one in three took the money at 9 a.m. in the Bank of Kigali",
    "   ",
]


@cache
def pipeline() -> Language:
    return load_pipeline(DEFAULT_MODEL)


def before_recognition(texts: list[str]) -> list[Doc]:
    return list(pipeline().pipe(texts, disable=[RECOGNISER]))


def spacys_own(docs: list[Doc]) -> list[list[str]]:
    """Sets the entities of the documents, too."""
    recogniser = pipeline().get_pipe(RECOGNISER)
    return [[token.ent_type_ for token in doc] for doc in recogniser.pipe(docs)]  # type: ignore[attr-defined]


def labelled(docs: list[Doc], *, batch: int = 256) -> list[list[str]]:
    labeller = EntityLabeller.of(pipeline())
    assert labeller is not None
    return list(labeller.labels(docs, batch=batch))


def test_labels_of_news_are_those_of_spacy() -> None:
    docs = before_recognition(TEXTS)
    found = labelled(docs)
    assert found == spacys_own(docs)
    assert {"PERSON", "GPE", "ORG", "NORP", "DATE", "MONEY", "CARDINAL"} <= {label for row in found for label in row}


@given(st.lists(st.lists(st.tuples(st.sampled_from(WORDS), st.booleans()), max_size=12), max_size=5))
def test_labels_of_any_words_are_those_of_spacy(paragraphs: list[list[tuple[str, bool]]]) -> None:
    docs = [
        Doc(
            pipeline().vocab,
            words=[word for word, _ in words],
            sent_starts=[starts or not index for index, (_, starts) in enumerate(words)],
        )
        for words in paragraphs
    ]
    assert labelled(docs) == spacys_own(docs)


def test_labels_do_not_depend_on_batches() -> None:
    docs = before_recognition(TEXTS)
    assert labelled(docs, batch=2) == labelled(docs) == spacys_own(docs)
    assert labelled([]) == []


def test_parse_has_the_labels() -> None:
    words = Parser().parse("Wang Yi was in Moscow.\n\nHe left on Tuesday.").words
    assert [word.entity for word in words if word.entity] == ["PERSON", "PERSON", "GPE", "DATE"]


@pytest.mark.parametrize("change", ["none", "ruler", "behind", "beam"])
def test_other_recognisers_stay_spacys(change: str) -> None:
    own = load_pipeline(DEFAULT_MODEL)
    if change == "none":
        own.remove_pipe(RECOGNISER)
    elif change == "ruler":
        own.add_pipe("entity_ruler", before=RECOGNISER)
    elif change == "behind":
        own.add_pipe("merge_entities")
    else:
        own.get_pipe(RECOGNISER).cfg["beam_width"] = 4  # type: ignore[attr-defined]
    assert EntityLabeller.of(own) is None
