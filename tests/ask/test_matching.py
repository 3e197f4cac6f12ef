"""What makes two mentions one event or one claim, and what forbids it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dragoman.ask.matching import is_met, same_claim, same_event

Row = dict[str, Any]
DAY = date(2023, 6, 6)


def event(words: str, **others: Any) -> Row:
    row = {
        "type": "ASSAULT", "words": words, "trigger": "shelled", "actors": ["RUSMIL"], "named": ["Russian forces"],
        "recipients": ["UKR"], "place": None, "country": None, "first_day": DAY, "last_day": DAY, "published": DAY,
    }  # fmt: skip
    return row | others


def claim(words: str, **others: Any) -> Row:
    row = {
        "type": "say", "words": words, "about": ["RUS"], "speakers": [{"name": "the governor"}], "named": [],
        "first_day": None, "last_day": None, "published": DAY,
    }  # fmt: skip
    return row | others


MARKET = event("Russian forces shelled a market in the old town")


def test_same_parties_day_and_words_are_one_event() -> None:
    found = same_event(MARKET, event("a market in the town was shelled, killing two", actors=["RUS"], named=["Russia"]))
    assert found is not None
    assert "actors: RUSMIL = RUS" in found.reasons
    assert "words: market, town (67%)" in found.reasons


@pytest.mark.parametrize(
    "other",
    [
        event("Russian forces shelled a port"),
        event(MARKET["words"], type="AID"),
        event(MARKET["words"], actors=["UKRMIL"]),
        event(MARKET["words"], first_day=date(2023, 6, 9), last_day=date(2023, 6, 9)),
        {**MARKET, "place": "Kherson", "country": "UKR"} | {"recipients": ["SYR"]},
    ],
    ids=["other words", "another type", "another actor", "another day", "another recipient"],
)
def test_what_speaks_against_it(other: Row) -> None:
    assert same_event(MARKET, other) is None
    assert same_event(other, MARKET) is None


def test_what_one_article_tells_inside_another_act_is_an_act_of_its_own() -> None:
    one = event("shelled a market in the old town and threatened to shell it again", document="d")
    inner = event("to shell a market in the old town again", document="d")
    assert same_event(one, inner | {"words": "shelled a market in the old town"}) is None
    assert same_event(one, inner | {"document": "e"}) is not None


def test_other_place_in_another_country_is_another_event() -> None:
    one = MARKET | {"place": "Tripoli", "country": "LBY"}
    assert same_event(one, MARKET | {"place": "Tripoli", "country": "LBN"}) is None


def test_a_nameless_side_does_not_forbid_it() -> None:
    found = same_event(MARKET, event(MARKET["words"], actors=[], named=[]))
    assert found is not None
    assert not any(reason.startswith("actors") for reason in found.reasons)


def test_claims_are_known_by_words_and_subject_on_whatever_day() -> None:
    one = claim("the bridge was mined from the inside by the garrison")
    other = claim("the garrison had mined the bridge", speakers=[], published=date(2023, 6, 12))
    found = same_claim(one, other)
    assert found is not None
    assert any(reason.startswith("words: bridge, garrison, mined") for reason in found.reasons)


def test_a_demand_is_no_claim() -> None:
    words = "the garrison must leave the mined bridge"
    assert same_claim(claim(words), claim(words, type="demand")) is None
    assert same_claim(claim(words, type="demand"), claim(words, type="demand")) is not None


def test_same_subject_alone_is_not_enough() -> None:
    assert same_claim(claim("the bridge was mined"), claim("the harbour has reopened")) is None


@pytest.mark.parametrize(
    ("one", "other", "met"),
    [("RUS", "RUSMIL", True), ("RUSGOV", "RUSMIL", False), ("UKR", "RUS", False), ("a market", "a market", True)],
)
def test_a_country_is_met_by_its_organs(one: str, other: str, met: bool) -> None:
    assert is_met(one, other) is met
    assert is_met(other, one) is met
