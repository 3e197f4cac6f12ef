"""Whose a thing is."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.actors import find_actors
from dragoman.language import Parser
from dragoman.records import Document


@pytest.mark.parametrize(
    ("text", "thing", "owners"),
    [
        ("Rebels condemned Moscow's treaty.", "treaty", ["RUS"]),
        ("Pirates seized Japanese tankers.", "tanker", ["JPN"]),
        ("The Syrian government offensive began on Monday.", "offensive", ["SYRGOV"]),
        ("A Russian army convoy crossed the bridge.", "convoy", ["RUSMIL"]),
        ("A vessel from Oman sank.", "vessel", ["OMN"]),
        ("The withdrawal from Oman was swift.", "withdrawal", []),
        ("The speech of Vladimir Putin was short.", "speech", ["RUSGOV"]),
        ("The London rain went on.", "rain", []),
        ("An Iran-allied group claimed the attack.", "group", []),
        ("A Chinese-owned group claimed the losses.", "group", ["CHN"]),
    ],
)
def test_owners(parser: Parser, text: str, thing: str, owners: list[str]) -> None:
    document = Document.plain(text, published=date(2024, 6, 25))
    cast = find_actors(document, parser.parse(document), ())
    phrase = next(phrase for phrase in cast.parsed.phrases if phrase.lemma == thing)
    assert [who.code for who in cast.owner_of(phrase)] == owners
