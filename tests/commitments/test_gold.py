"""Our own sentences that bind somebody, or nobody, and what is found in them."""

from __future__ import annotations

from datetime import date

import pytest
from tests.commitments.gold import GOLD as FOLDER
from tests.commitments.gold import Json, Sentence, holds, read_gold, score

from dragoman.reader import Reader
from dragoman.records import Document

GOLD = read_gold()
NEWS = read_gold(FOLDER / "news")
SENTENCES = [sentence for sentences in GOLD.values() for sentence in sentences]

#: measured on these sentences; a floor may be raised, and is lowered with a reason
FLOORS = {
    "found": 0.95, "precision": 0.98, "none": 0.99, "condition": 0.90, "trigger": 0.82, "action": 0.82, "against": 0.90,
    "beneficiaries": 0.88, "manner": 0.97, "deadline": 0.99, "mutual": 0.99, "instrument": 0.93,
}  # fmt: skip


#: the sentences in the manner of news: even rows, from which something was built, and odd rows, which are only measured
NEWS_FLOORS = {
    ("even", "found"): 0.99, ("even", "precision"): 0.99, ("even", "condition"): 0.99, ("even", "none"): 0.99,
    ("odd", "found"): 0.76, ("odd", "precision"): 0.89, ("odd", "condition"): 0.64, ("odd", "none"): 0.99,
}  # fmt: skip


@pytest.fixture(scope="module")
def given() -> dict[str, list[Json]]:
    reader, day = Reader(), date(2024, 6, 25)
    return {
        sentence.text: reader.read(Document.plain(sentence.text, published=day)).to_dict()["commitments"]
        for sentence in [*SENTENCES, *(sentence for sentences in NEWS.values() for sentence in sentences)]
    }


def news(half: str) -> dict[str, tuple[Sentence, ...]]:
    return {name: sentences[half == "odd" :: 2] for name, sentences in NEWS.items()}


def test_there_are_enough_sentences() -> None:
    conditional = [s for s in SENTENCES if any(want.condition for want in s.commitments)]
    unconditional = [s for s in SENTENCES if s.commitments and not any(want.condition for want in s.commitments)]
    assert len(conditional) >= 100
    assert sum(want.trigger is not None for sentence in SENTENCES for want in sentence.commitments) >= 100
    assert len(unconditional) >= 40
    assert sum(not sentence.commitments for sentence in SENTENCES) >= 30
    assert len({sentence.text for sentence in SENTENCES}) == len(SENTENCES)


def test_words_are_the_sentences_own() -> None:
    for sentence in [*SENTENCES, *(sentence for sentences in NEWS.values() for sentence in sentences)]:
        for want in sentence.commitments:
            words = [*(want.manner or ()), *filter(None, (want.condition, want.deadline))]
            assert [one for one in words if one not in sentence.text] == []


@pytest.mark.parametrize("figure", FLOORS)
def test_commitments_are_found_as_well_as_they_were(given: dict[str, list[Json]], figure: str) -> None:
    assert score(given, GOLD)[figure] >= FLOORS[figure]


@pytest.mark.parametrize(("half", "figure"), NEWS_FLOORS)
def test_commitments_of_news_are_found_as_well_as_they_were(
    given: dict[str, list[Json]], half: str, figure: str
) -> None:
    assert score(given, news(half))[figure] >= NEWS_FLOORS[half, figure]


def test_a_pattern_holds_by_the_keys_that_are_asked() -> None:
    attack = {"type": "ASSAULT", "actors": ["CHNMIL"], "recipients": ["bearer"]}
    assert holds({"type": "ASSAULT", "actors": ["CHN"]}, attack)
    assert holds({"type": "ASSAULT"}, {"any": [{"state": "war", "of": "bearer"}, attack]})
    assert not holds({"type": "ASSAULT"}, {"not": attack})
    assert holds({"not": {"type": "ASSAULT"}}, {"not": attack})
    assert not holds({"type": "ASSAULT", "polarity": "negative"}, attack)
    assert not holds({"type": "ASSAULT"}, None)
