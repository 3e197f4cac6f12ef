from __future__ import annotations

from collections import Counter

import pytest
from tests.language.clause_score import GoldSentence, read_gold, score, spans_of

from dragoman.data_files import read_rows
from dragoman.language import Parser
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


#: measured on these 250 sentences with en_core_web_sm 3.8; a floor may be raised, and is lowered with a reason
FLOORS = {"role_f1": 0.92, "polarity": 0.98, "mood": 0.92, "tense": 0.965, "relation": 0.94, "parent": 0.895}


@pytest.fixture(scope="module")
def figures(parser: Parser) -> dict[str, float]:
    return score({sentence.id: parser.parse(sentence.text) for sentence in SENTENCES}, GOLD)


@pytest.mark.parametrize("figure", FLOORS)
def test_clauses_are_read_as_well_as_they_were(figures: dict[str, float], figure: str) -> None:
    assert figures[f"all/{figure}"] >= FLOORS[figure]
