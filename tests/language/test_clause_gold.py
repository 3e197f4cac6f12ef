from __future__ import annotations

from collections import Counter

import pytest
from tests.language.clause_score import GoldSentence, read_gold, spans_of

from dragoman.data_files import read_rows
from dragoman.language.schema import DATA, Nominalisation

GOLD = read_gold()
SENTENCES = [sentence for sentences in GOLD.values() for sentence in sentences]
CASES = [pytest.param(sentence, id=sentence.id) for sentence in SENTENCES]
CONSTRUCTIONS = {
    "apposition", "condition", "control", "coordination", "light_verb", "mixed", "mood", "negation", "nominal",
    "passive", "purpose", "quotation", "relative",
}  # fmt: skip


def test_there_is_enough_of_every_construction() -> None:
    assert set(GOLD) == CONSTRUCTIONS
    assert all(len(sentences) >= 15 for sentences in GOLD.values())
    assert len(SENTENCES) >= 240
    assert not [text for text, number in Counter(sentence.text for sentence in SENTENCES).items() if number > 1]


@pytest.mark.parametrize("sentence", CASES)
def test_gold_quotes_its_text(sentence: GoldSentence) -> None:
    for clause in sentence.clause:
        assert len(spans_of(clause.predicate, sentence.text)) >= clause.occurrence, clause.predicate
        for _, preposition, phrase in clause.fillers():
            assert spans_of(phrase, sentence.text), phrase
            assert not preposition or preposition in sentence.text.lower(), preposition


@pytest.mark.parametrize("sentence", CASES)
def test_gold_is_a_forest(sentence: GoldSentence) -> None:
    parents = {
        (clause.predicate, clause.occurrence): (clause.parent, clause.parent_occurrence) for clause in sentence.clause
    }
    assert len(parents) == len(sentence.clause), "a predicate stands twice"
    assert all((clause.relation == "root") == (clause.parent == "") for clause in sentence.clause)
    for start in parents:
        seen = {start}
        above = parents[start]
        while above[0]:
            assert above in parents, above
            assert above not in seen, f"{above} stands above itself"
            seen.add(above)
            above = parents[above]


def test_bases_of_nouns_are_those_of_the_lexicon() -> None:
    families = read_rows(DATA / "nominalisations.toml", "family", Nominalisation)
    bases = {base for entry in families for _, base in entry.row.nouns}
    nouns = [clause for sentence in SENTENCES for clause in sentence.clause if clause.kind == "noun"]
    assert {clause.base for clause in nouns} <= bases


def test_ids_say_the_construction_and_are_unique() -> None:
    assert len({sentence.id for sentence in SENTENCES}) == len(SENTENCES)
    for name, sentences in GOLD.items():
        assert all(sentence.id.startswith(name.replace("_", "-")) for sentence in sentences)
