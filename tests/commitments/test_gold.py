"""Our own sentences that bind somebody, or nobody, and what is found in them."""

from __future__ import annotations

from datetime import date

import pytest
from tests.commitments.gold import Json, holds, read_gold, score

from dragoman.reader import Reader
from dragoman.records import Document

GOLD = read_gold()
SENTENCES = [sentence for sentences in GOLD.values() for sentence in sentences]

#: measured on these sentences; a floor may be raised, and is lowered with a reason
FLOORS = {
    "found": 0.93, "precision": 0.97, "none": 0.99, "condition": 0.87, "trigger": 0.75, "action": 0.80, "against": 0.86,
    "beneficiaries": 0.85, "manner": 0.90, "deadline": 0.99, "mutual": 0.99, "instrument": 0.91,
}  # fmt: skip


@pytest.fixture(scope="module")
def given() -> dict[str, list[Json]]:
    reader, day = Reader(), date(2024, 6, 25)
    return {
        sentence.text: reader.read(Document.plain(sentence.text, published=day)).to_dict()["commitments"]
        for sentence in SENTENCES
    }


def test_there_are_enough_sentences() -> None:
    conditional = [s for s in SENTENCES if any(want.condition for want in s.commitments)]
    unconditional = [s for s in SENTENCES if s.commitments and not any(want.condition for want in s.commitments)]
    assert len(conditional) >= 100
    assert sum(want.trigger is not None for sentence in SENTENCES for want in sentence.commitments) >= 100
    assert len(unconditional) >= 40
    assert sum(not sentence.commitments for sentence in SENTENCES) >= 30
    assert len({sentence.text for sentence in SENTENCES}) == len(SENTENCES)


def test_words_are_the_sentences_own() -> None:
    for sentence in SENTENCES:
        for want in sentence.commitments:
            words = [*(want.manner or ()), *filter(None, (want.condition, want.deadline))]
            assert [one for one in words if one not in sentence.text] == []


@pytest.mark.parametrize("figure", FLOORS)
def test_commitments_are_found_as_well_as_they_were(given: dict[str, list[Json]], figure: str) -> None:
    assert score(given, GOLD)[figure] >= FLOORS[figure]


def test_a_pattern_holds_by_the_keys_that_are_asked() -> None:
    attack = {"type": "ASSAULT", "actors": ["CHNMIL"], "recipients": ["bearer"]}
    assert holds({"type": "ASSAULT", "actors": ["CHN"]}, attack)
    assert holds({"type": "ASSAULT"}, {"any": [{"state": "war", "of": "bearer"}, attack]})
    assert not holds({"type": "ASSAULT"}, {"not": attack})
    assert holds({"not": {"type": "ASSAULT"}}, {"not": attack})
    assert not holds({"type": "ASSAULT", "polarity": "negative"}, attack)
    assert not holds({"type": "ASSAULT"}, None)
