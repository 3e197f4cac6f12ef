"""Which reports come from one voice."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dragoman.ask.origins import Origins

Row = dict[str, Any]
WIRE = " ".join(f"The {number}th sentence of a dispatch about the bridge." for number in range(20))


def article(name: str, text: str, **others: Any) -> Row:
    row = {"id": name, "title": name, "published": date(2023, 6, 6), "publisher": None, "agency": None, "text": text}
    return row | others


def voice(name: str, code: str | None, actor: str | None = None) -> Row:
    country = code[:3] if code and not code.startswith("IGO") else None
    return {"name": name, "code": code, "country": country, "actor": actor, "words": name}


def hop(name: str, code: str = "GBRMED", kind: str = "reported") -> Row:
    return {"name": name, "code": code, "kind": kind}


def statement(*speakers: Row, chain: tuple[Row, ...] = ()) -> Row:
    return {"speakers": list(speakers), "chain": list(chain)}


ARTICLES = [
    article("a", WIRE, publisher="The Daily"),
    article("b", WIRE[:400], agency="Reuters", publisher="The Post"),
    article("c", "Another text, of our own making, about the bridge and the river.", publisher="The Gazette"),
]


@pytest.fixture
def origins() -> Origins:
    return Origins(ARTICLES)


def test_a_reprint_without_credit_is_the_agencys(origins: Origins) -> None:
    assert [origins.of(name, None)[0].name for name in "abc"] == ["Reuters", "Reuters", "The Gazette"]
    assert (origins.reprint_of("a"), origins.reprint_of("b"), origins.reprint_of("c")) == ("b", None, None)


def test_order_of_the_articles_does_not_matter() -> None:
    backwards = Origins(ARTICLES[::-1])
    assert [backwards.of(name, None)[0].key for name in "abc"] == [Origins(ARTICLES).of(n, None)[0].key for n in "abc"]


def test_organs_of_a_state_are_one_source_and_those_of_a_body_too(origins: Origins) -> None:
    army, ministry = voice("the army", "UKRMIL"), voice("the ministry", "UKRGOV")
    assert len(origins.of("a", statement(army, ministry))) == 1
    office, council = voice("its human rights office", "IGOUNO"), voice("the council", "IGOUNO")
    assert origins.of("a", statement(office))[0].key == origins.of("c", statement(council))[0].key


def test_joint_speakers_of_two_states_are_two(origins: Origins) -> None:
    assert len(origins.of("a", statement(voice("Seoul", "KOR"), voice("Tokyo", "JPN")))) == 2


def test_an_unnamed_voice_is_its_outlets(origins: Origins) -> None:
    witness = voice("witnesses", "UKRCVL", "doc:1")
    assert origins.of("a", statement(witness, chain=(hop("Sky News"),)))[0].name == "Sky News"
    assert origins.of("c", statement(witness))[0].name == "The Gazette"


def test_named_strangers_are_known_by_their_name(origins: Origins) -> None:
    one, other = voice("Acme Shipping", "GRCBUS", "doc:1"), voice("Acme Shipping", "GRCBUS", "doc:2")
    assert origins.of("a", statement(one)) == origins.of("c", statement(other))


def test_an_outlet_by_two_names_is_one(origins: Origins) -> None:
    one, other = voice("Reuters", "GBRMED", "reuters"), voice("the Reuters news agency", "GBRMED", "reuters")
    assert (
        origins.of("c", statement(one))[0].key
        == origins.of("c", statement(other))[0].key
        == origins.of("b", None)[0].key
    )
